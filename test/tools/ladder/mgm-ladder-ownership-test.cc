/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "mgm-ladder-sample.h"

#include <gtest/gtest.h>

namespace ns3
{
namespace mgm
{

/// IGMP has lan1; pim takes it between DISABLE and ENABLE.
SampleTrace
TakeoverTrace()
{
    SampleTrace trace;
    const auto first = trace.Enter(0, IGMP, "TakeInterfaceOwnership", 1);
    trace.Hold(0, "igmp", 1, "igmp", first);
    trace.Leave(0, IGMP, "TakeInterfaceOwnership", first);
    const auto take = trace.Enter(9, PIM, "TakeInterfaceOwnership", 1);
    trace.Hold(9, "ownership-change", 1, "changing", take);
    auto& disable = trace.AddOf(9, IGMP, TraceKind::CALLBACK, "DISABLE_IGMP");
    disable.interface = InterfaceId{1};
    disable.cause = take;
    trace.Hold(9, "owner", 1, "pim", take);
    auto& enable = trace.AddOf(9, IGMP, TraceKind::CALLBACK, "ENABLE_IGMP");
    enable.interface = InterfaceId{1};
    enable.cause = take;
    trace.Hold(9, "ownership-change", 1, "stable", take);
    trace.Leave(9, PIM, "TakeInterfaceOwnership", take);
    return trace;
}

TEST(LadderOwnershipTest, ABracketReachesFromDisableToEnable)
{
    const auto model = LadderOf(TakeoverTrace());
    ASSERT_EQ(model.brackets.size(), 1U);
    const auto& bracket = model.brackets[0];
    EXPECT_EQ(bracket.name, "lan1");
    EXPECT_EQ(model.items[bracket.firstItem].label, "DISABLE_IGMP lan1");
    EXPECT_EQ(model.items[bracket.endItem - 1].label, "ENABLE_IGMP lan1");
    ASSERT_EQ(LaneNames(model), (std::vector<std::string>{"r1.igmp", "r1.pim", "r1.manager"}));
    EXPECT_EQ(bracket.lanes, (std::vector<std::size_t>{0, 2}));
}

TEST(LadderOwnershipTest, ABracketThatIsNotClosedReachesToTheEnd)
{
    SampleTrace trace;
    trace.AddOf(9, IGMP, TraceKind::CALLBACK, "DISABLE_IGMP").interface = InterfaceId{1};
    const auto model = LadderOf(trace);
    ASSERT_EQ(model.brackets.size(), 1U);
    EXPECT_EQ(model.brackets[0].endItem, LADDER_NONE);
}

TEST(LadderOwnershipTest, AStripTellsEachTenure)
{
    const auto model = LadderOf(TakeoverTrace());
    ASSERT_EQ(model.strips.size(), 1U);
    EXPECT_EQ(model.strips[0].name, "lan1");
    std::vector<std::string> texts;
    for (const auto& tenure : model.strips[0].tenures)
    {
        texts.push_back(tenure.ToText());
    }
    EXPECT_EQ(texts, (std::vector<std::string>{"nobody", "igmp", "changing", "pim + igmp"}));
}

TEST(LadderOwnershipTest, T3_AStripKnowsWhenATenureBegins)
{
    auto trace = TakeoverTrace();
    trace.Call(20, PIM, "AddGroupMembershipEntry", Status::NO_ERROR, 1);
    const auto model = LadderOf(trace);
    ASSERT_EQ(model.strips.size(), 1U);
    std::vector<int64_t> times;
    for (const auto& tenure : model.strips[0].tenures)
    {
        times.push_back(tenure.timeNs);
    }
    EXPECT_EQ(times, (std::vector<int64_t>{0, 0, 9, 9}));
    ASSERT_EQ(model.brackets.size(), 1U);
    EXPECT_EQ(model.brackets[0].firstNs, 9);
    EXPECT_EQ(model.brackets[0].endNs, 9);
}

TEST(LadderOwnershipTest, T3_WhatChangesBehindTheLastInstantIsNotShown)
{
    auto trace = TakeoverTrace();
    trace.Hold(20, "owner", 1, "nobody", 0);
    LadderOptions options;
    options.untilNs = 10;
    const auto model = LadderOf(trace, options);
    EXPECT_EQ(model.strips[0].tenures.back().ToText(), "pim + igmp");
}

TEST(LadderOwnershipTest, AStripKnowsWhatHappenedBeforeTheFirstItem)
{
    auto trace = TakeoverTrace();
    trace.Call(20, PIM, "AddGroupMembershipEntry", Status::NO_ERROR, 1);
    LadderOptions options;
    options.fromNs = 20;
    const auto model = LadderOf(trace, options);
    ASSERT_EQ(model.strips.size(), 1U);
    ASSERT_EQ(model.strips[0].tenures.size(), 1U);
    EXPECT_EQ(model.strips[0].tenures[0].ToText(), "pim + igmp");
    EXPECT_TRUE(model.brackets.empty());
}

} // namespace mgm
} // namespace ns3
