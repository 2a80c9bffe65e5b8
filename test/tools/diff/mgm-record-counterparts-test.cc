/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "diff/mgm-record-counterparts.h"

#include <gtest/gtest.h>

namespace ns3
{
namespace mgm
{

namespace
{

TEST(RecordCounterpartsTest, NoCauseCorrespondsToNoCauseOnly)
{
    RecordCounterparts counterparts;
    counterparts.Add(1, 1, true);
    EXPECT_TRUE(counterparts.Correspond(0, 0));
    EXPECT_FALSE(counterparts.Correspond(1, 0));
    EXPECT_FALSE(counterparts.Correspond(0, 1));
}

TEST(RecordCounterpartsTest, AnotherRecordShiftsWhatFollows)
{
    RecordCounterparts counterparts;
    counterparts.Add(1, 1, true);
    counterparts.Add(2, 2, true);
    counterparts.Add(4, 3, true); // 3 is in the first trace only
    counterparts.Add(5, 4, true);
    EXPECT_TRUE(counterparts.Correspond(2, 2));
    EXPECT_TRUE(counterparts.Correspond(4, 3));
    EXPECT_TRUE(counterparts.Correspond(5, 4));
    EXPECT_FALSE(counterparts.Correspond(4, 4));
    EXPECT_FALSE(counterparts.Correspond(3, 3));
    EXPECT_FALSE(counterparts.FindInB(3));
    EXPECT_EQ(counterparts.FindInB(5), 4U);
}

TEST(RecordCounterpartsTest, RecordsWithoutACounterpartCorrespond)
{
    RecordCounterparts counterparts;
    counterparts.Add(1, 1, true);
    counterparts.Add(5, 9, false);
    EXPECT_TRUE(counterparts.Correspond(3, 8));
    EXPECT_FALSE(counterparts.Correspond(3, 9));
    EXPECT_FALSE(counterparts.Correspond(5, 8));
}

TEST(RecordCounterpartsTest, WhatLiesBetweenTwoNextRecordsBelongsToNone)
{
    RecordCounterparts counterparts; // as of two traces that were filtered alike
    counterparts.Add(10, 10, true);
    counterparts.Add(20, 20, true);
    EXPECT_TRUE(counterparts.Correspond(15, 15));
    EXPECT_FALSE(counterparts.Correspond(15, 16));
}

TEST(RecordCounterpartsTest, TheOrderNeedNotBeTheSame)
{
    RecordCounterparts counterparts;
    counterparts.Add(1, 3, false);
    counterparts.Add(2, 1, false);
    counterparts.Add(3, 2, false);
    counterparts.Add(4, 4, false);
    for (const auto& [a, b] : {std::pair{1, 3}, std::pair{2, 1}, std::pair{3, 2}, std::pair{4, 4}})
    {
        EXPECT_TRUE(counterparts.Correspond(a, b)) << a;
        EXPECT_FALSE(counterparts.Correspond(a, b + 1)) << a;
    }
}

} // namespace

} // namespace mgm
} // namespace ns3
