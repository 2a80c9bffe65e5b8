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
                             "| `seq` |",
                             "| `no-owner` |"})
    {
        EXPECT_NE(text.str().find(name), std::string::npos) << name;
    }
}

} // namespace mgm
} // namespace ns3
