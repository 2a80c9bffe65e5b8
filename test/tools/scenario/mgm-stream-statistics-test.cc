/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "mgm-test-fixture.h"
#include "scenario/mgm-stream-statistics.h"

namespace ns3
{
namespace mgm
{

namespace
{

/// A time in milliseconds.
Time
Ms(int64_t time)
{
    return MilliSeconds(time);
}

class StreamStatisticsTest : public MgmTest
{
  protected:
    /// A packet that is sent, and arrives 1 ms later.
    void Deliver(uint64_t packet, int64_t sent)
    {
        m_statistics.Send(packet);
        m_statistics.Receive(packet, Ms(sent), Ms(sent + 1));
    }

    StreamStatistics m_statistics; ///< what is tested
};

TEST_F(StreamStatisticsTest, NothingHappened)
{
    EXPECT_EQ(m_statistics.GetSent(), 0U);
    EXPECT_EQ(m_statistics.GetReceived(), 0U);
    EXPECT_EQ(m_statistics.GetLost(), 0U);
    EXPECT_EQ(m_statistics.GetDuplicates(), 0U);
    EXPECT_TRUE(m_statistics.GetFirstAfterJoin().empty());
    EXPECT_FALSE(m_statistics.GetLongestGap());
    EXPECT_FALSE(m_statistics.GetDelayPercentile(50));
}

TEST_F(StreamStatisticsTest, OnlyPacketsSentWhileJoinedCount)
{
    m_statistics.Send(1);
    m_statistics.Join(Ms(10));
    m_statistics.Send(2);
    m_statistics.Send(3);
    m_statistics.Receive(2, Ms(20), Ms(21));
    m_statistics.Leave();
    m_statistics.Send(4);
    EXPECT_EQ(m_statistics.GetSent(), 2U);
    EXPECT_EQ(m_statistics.GetReceived(), 1U);
    EXPECT_EQ(m_statistics.GetLost(), 1U); // packet 3
}

TEST_F(StreamStatisticsTest, APacketSentBeforeTheJoinIsCountedApart)
{
    m_statistics.Send(1);
    m_statistics.Join(Ms(10));
    m_statistics.Receive(1, Ms(9), Ms(11));
    m_statistics.Receive(1, Ms(9), Ms(12));
    m_statistics.Send(2);
    m_statistics.Send(3);
    m_statistics.Receive(3, Ms(13), Ms(14));
    EXPECT_EQ(m_statistics.GetSent(), 2U);
    EXPECT_EQ(m_statistics.GetReceived(), 1U);
    EXPECT_EQ(m_statistics.GetBeforeJoin(), 1U);
    EXPECT_EQ(m_statistics.GetLost(), 1U);
    EXPECT_EQ(m_statistics.GetDuplicates(), 1U);
}

TEST_F(StreamStatisticsTest, APacketOfOneJoinMayComeInTheNext)
{
    m_statistics.Join(Ms(0));
    m_statistics.Send(0);
    m_statistics.Leave();
    m_statistics.Join(Ms(10));
    m_statistics.Receive(0, Ms(5), Ms(11));
    EXPECT_EQ(m_statistics.GetReceived(), 1U);
    EXPECT_EQ(m_statistics.GetBeforeJoin(), 0U);
    EXPECT_EQ(m_statistics.GetLost(), 0U);
}

TEST_F(StreamStatisticsTest, DuplicatesAreCountedApart)
{
    m_statistics.Join(Ms(0));
    Deliver(1, 10);
    m_statistics.Receive(1, Ms(10), Ms(500));
    m_statistics.Receive(1, Ms(10), Ms(600));
    Deliver(2, 20);
    EXPECT_EQ(m_statistics.GetReceived(), 2U);
    EXPECT_EQ(m_statistics.GetDuplicates(), 2U);
    EXPECT_EQ(m_statistics.GetLost(), 0U);
    EXPECT_EQ(m_statistics.GetDelayPercentile(100), Ms(1)); // not that of a duplicate
    EXPECT_EQ(m_statistics.GetLongestGap()->length, Ms(10));
}

TEST_F(StreamStatisticsTest, EachJoinHasItsFirstPacket)
{
    m_statistics.Join(Ms(5));
    Deliver(1, 10);
    Deliver(2, 20);
    m_statistics.Leave();
    m_statistics.Join(Ms(30));
    m_statistics.Leave();
    m_statistics.Join(Ms(50));
    Deliver(3, 52);
    const std::vector<std::optional<Time>> expected{Ms(6), std::nullopt, Ms(3)};
    EXPECT_EQ(m_statistics.GetFirstAfterJoin(), expected);
}

TEST_F(StreamStatisticsTest, TheFirstOfTheLongestGapsIsFound)
{
    m_statistics.Join(Ms(0));
    for (const int64_t sent : {100, 110, 140, 150, 180, 185})
    {
        Deliver(static_cast<uint64_t>(sent), sent);
    }
    ASSERT_TRUE(m_statistics.GetLongestGap());
    EXPECT_EQ(m_statistics.GetLongestGap()->start, Ms(111));
    EXPECT_EQ(m_statistics.GetLongestGap()->length, Ms(30));
}

TEST_F(StreamStatisticsTest, ALeaveIsNoGap)
{
    m_statistics.Join(Ms(0));
    Deliver(1, 10);
    Deliver(2, 12);
    m_statistics.Leave();
    m_statistics.Join(Ms(500));
    Deliver(3, 510);
    Deliver(4, 515);
    EXPECT_EQ(m_statistics.GetLongestGap()->length, Ms(5));
}

/// Nearest rank: of 10 values the 50th percentile is the 5th, the 95th and 99th the 10th; of 200
/// values the 95th is the 190th and the 99th the 198th.
TEST_F(StreamStatisticsTest, PercentilesAreNearestRanks)
{
    m_statistics.Join(Ms(0));
    for (uint64_t i = 10; i > 0; --i)
    {
        m_statistics.Receive(i, Ms(0), Ms(static_cast<int64_t>(i)));
    }
    EXPECT_EQ(m_statistics.GetDelayPercentile(50), Ms(5));
    EXPECT_EQ(m_statistics.GetDelayPercentile(95), Ms(10));
    EXPECT_EQ(m_statistics.GetDelayPercentile(99), Ms(10));
    EXPECT_EQ(m_statistics.GetDelayPercentile(100), Ms(10));
    EXPECT_EQ(m_statistics.GetDelayPercentile(1), Ms(1));
    for (uint64_t i = 11; i <= 200; ++i)
    {
        m_statistics.Receive(i, Ms(0), Ms(static_cast<int64_t>(i)));
    }
    EXPECT_EQ(m_statistics.GetDelayPercentile(50), Ms(100));
    EXPECT_EQ(m_statistics.GetDelayPercentile(95), Ms(190));
    EXPECT_EQ(m_statistics.GetDelayPercentile(99), Ms(198));
}

} // namespace

} // namespace mgm
} // namespace ns3
