/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "check/mgm-finding-log.h"

#include <gtest/gtest.h>

namespace ns3
{
namespace mgm
{

TEST(FindingLog, ReportsWhatIsWrongOnceButDoesNotHideTheRule)
{
    FindingLog log;
    log.Report(TraceRule::I1, "interface 1", {}, "two owners");
    log.Report(TraceRule::I2, "interface 1", {}, "no bracket");
    EXPECT_EQ(log.GetTotal(), 1U);
    EXPECT_EQ(log.GetAll().at(0).rule, TraceRule::I1);
    EXPECT_EQ(log.GetCount(TraceRule::I2), 0U);
    EXPECT_TRUE(log.IsHidden(TraceRule::I2));
    EXPECT_FALSE(log.IsHidden(TraceRule::I1));
    EXPECT_FALSE(log.IsHidden(TraceRule::I3));
}

TEST(FindingLog, KeepsSomeAndCountsAll)
{
    FindingLog log;
    for (std::size_t i = 0; i < FindingLog::KEPT + 5; ++i)
    {
        log.Report(TraceRule::I3, "group " + std::to_string(i), {}, "lost");
    }
    EXPECT_EQ(log.GetAll().size(), FindingLog::KEPT);
    EXPECT_EQ(log.GetCount(TraceRule::I3), FindingLog::KEPT + 5);
}

} // namespace mgm
} // namespace ns3
