/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "base/mgm-describe.h"

#include <gtest/gtest.h>
#include <sstream>

namespace ns3
{
namespace mgm
{

TEST(DescribeModels, NamesTheAttributesOfAllModels)
{
    std::ostringstream text;
    DescribeModels(text);
    for (const auto* name : {"ns3::mgm::MulticastGroupManager\n",
                             "ns3::mgm::IgmpRouterInterface\n",
                             "  OwnershipChangeDuration = ",
                             "  MfeTimeout = 900s\n",
                             "  Rib = none\n",
                             "  Record: trace source, ns3::mgm::Tracer::RecordCallback\n",
                             "| `seq` |",
                             "| `no-owner` |"})
    {
        EXPECT_NE(text.str().find(name), std::string::npos) << name;
    }
}

TEST(ListAttributes, HasATableForEachTypeOfTheModule)
{
    std::ostringstream text;
    ListAttributes(text);
    EXPECT_NE(text.str().find(".. list-table:: ns3::mgm::IgmpRouterInterface\n"
                              "   :header-rows: 1\n"
                              "   :widths: 32 20 48\n"
                              "\n"
                              "   * - attribute\n"
                              "     - default\n"
                              "     - meaning\n"
                              "   * - ``Version``\n"
                              "     - ``3``\n"
                              "     - IGMP version, 1 to 3.\n"),
              std::string::npos);
    EXPECT_EQ(text.str().find("ChoosingScheduler"), std::string::npos) << "of the workshop";
    EXPECT_EQ(text.str().find("ns3::mgm::Tracer\n"), std::string::npos) << "without attributes";
}

TEST(ListTraceSources, HasEachTraceSourceWithItsCallback)
{
    std::ostringstream text;
    ListTraceSources(text);
    EXPECT_NE(text.str().find("   * - ``ns3::mgm::TrafficSink``\n"
                              "     - ``Rx``\n"
                              "     - A packet that is wanted has arrived.\n"
                              "     - ``ns3::mgm::TrafficSink::RxCallback``\n"),
              std::string::npos);
}

} // namespace mgm
} // namespace ns3
