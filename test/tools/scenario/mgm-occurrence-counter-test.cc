/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "scenario/mgm-occurrence-counter.h"

#include <gtest/gtest.h>
#include <limits>
#include <map>

namespace ns3
{
namespace mgm
{

namespace
{

constexpr uint64_t ANY_NUMBER = std::numeric_limits<uint64_t>::max();

/// So many things from one to two seconds after each record of the operation "cause".
class OccurrenceCounterTest : public testing::Test
{
  protected:
    /// @return how often, and when
    static Occurrences Often(uint64_t least, uint64_t most)
    {
        return {Time(0),
                Time::Max(),
                Occasion{{{"op", "cause"}}, Seconds(1), Seconds(2)},
                least,
                most};
    }

    /// A record comes. @param counter who sees it @param second when @param op its operation
    static void See(OccurrenceCounter& counter, int second, const char* op = "cause")
    {
        TraceRecord record;
        record.timeNs = Seconds(second).GetNanoSeconds();
        record.op = op;
        counter.Observe(record);
    }

    /// What was found. @param counter who counts @param end the end of the run
    static std::string Finish(OccurrenceCounter& counter, int end)
    {
        const auto result = counter.Finish(Seconds(end), "op x");
        return (result.isMet ? "met" : "unmet: ") + (result.isMet ? "" : result.found);
    }
};

TEST_F(OccurrenceCounterTest, WithoutARecordTheTimesCount)
{
    OccurrenceCounter counter({Seconds(1), Seconds(2), {}, 2, 2}, "thing");
    for (const int milliseconds : {999, 1000, 2000, 2001})
    {
        counter.Count(MilliSeconds(milliseconds));
    }
    const auto result = counter.Finish(Seconds(9), "op x");
    EXPECT_TRUE(result.isMet);
    EXPECT_EQ(result.found, "2 things");
    EXPECT_EQ(result.expected, "2 things with op x");
}

TEST_F(OccurrenceCounterTest, OnlyTheTimeAfterTheRecordCounts)
{
    for (const auto& [milliseconds, isMet] :
         std::map<int, bool>{{5999, false}, {6000, true}, {7000, true}, {7001, false}})
    {
        OccurrenceCounter counter(Often(1, 1), "thing");
        counter.Count(Seconds(4));
        See(counter, 5);
        counter.Count(MilliSeconds(milliseconds));
        EXPECT_EQ(Finish(counter, 9) == "met", isMet) << milliseconds;
    }
}

TEST_F(OccurrenceCounterTest, OtherRecordsAreNoOccasion)
{
    OccurrenceCounter counter(Often(0, ANY_NUMBER), "thing");
    See(counter, 5, "other");
    EXPECT_FALSE(counter.IsTime(Seconds(6)));
    EXPECT_EQ(Finish(counter, 9), "unmet: no record with op cause");
}

TEST_F(OccurrenceCounterTest, EachRecordMustBeFollowed)
{
    OccurrenceCounter counter(Often(1, ANY_NUMBER), "thing");
    See(counter, 1);
    See(counter, 2);
    counter.Count(MilliSeconds(3000)); // 2 s after one, 1 s after the other
    See(counter, 6);
    counter.Count(Seconds(9));
    See(counter, 12);
    EXPECT_EQ(Finish(counter, 20), "unmet: 0 things after that at 6 s");
    EXPECT_EQ(counter.Finish(Seconds(20), "op x").expected,
              "at least 1 thing with op x, 1 s to 2 s after each record with op cause");
}

TEST_F(OccurrenceCounterTest, MoreThanAllowedIsUnmet)
{
    OccurrenceCounter counter(Often(0, 1), "thing");
    See(counter, 5);
    counter.Count(Seconds(6));
    counter.Count(Seconds(7));
    EXPECT_EQ(Finish(counter, 9), "unmet: 2 things after that at 5 s");
}

/// The end of the run cuts the time after a record: what is missing there might have come.
TEST_F(OccurrenceCounterTest, WhatTheEndCutsOffIsNotMissing)
{
    OccurrenceCounter counter(Often(1, 1), "thing");
    See(counter, 1);
    counter.Count(Seconds(2));
    See(counter, 8);
    EXPECT_EQ(Finish(counter, 9), "met");
    OccurrenceCounter never(Often(1, 1), "thing");
    See(never, 8);
    EXPECT_EQ(Finish(never, 9),
              "unmet: the end of the run soon after the first record with op cause at 8 s");
    OccurrenceCounter complete(Often(1, 1), "thing");
    See(complete, 7);
    EXPECT_EQ(Finish(complete, 9), "unmet: 0 things after that at 7 s");
}

} // namespace

} // namespace mgm
} // namespace ns3
