/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "mgm-packet-life.h"

#include <utility>
#include <vector>

namespace ns3
{
namespace mgm
{

namespace
{

class StreamMeterTest : public PacketLifeTest
{
};

TEST_F(StreamMeterTest, FollowsCopiesToTheirOrigin)
{
    m_now = Seconds(1);
    Send(); // nobody wants it
    m_wanting = {FIRST_HOST};
    m_meter.Update(FIRST_HOST, Seconds(2));
    m_now = Seconds(3);
    const auto packet = Send();
    m_now = MilliSeconds(3020);
    const auto copy = Forward(packet);
    const auto again = Forward(packet);
    m_now = MilliSeconds(3030);
    Receive(FIRST_HOST, copy);
    Receive(FIRST_HOST, again);
    const auto result = m_meter.GetResult(FIRST_HOST, STREAM);
    EXPECT_EQ(result.GetSent(), 1U);
    EXPECT_EQ(result.GetReceived(), 1U);
    EXPECT_EQ(result.GetDuplicates(), 1U); // another copy of the same packet
    EXPECT_EQ(result.GetLost(), 0U);
    EXPECT_EQ(result.GetDelayPercentile(50), MilliSeconds(30));
    EXPECT_EQ(result.GetFirstAfterJoin().at(0), MilliSeconds(1030));
    EXPECT_EQ(m_meter.GetResults().size(), 1U);
    EXPECT_EQ(m_meter.GetResult(OTHER_HOST, STREAM).GetSent(), 0U);
}

TEST_F(StreamMeterTest, NoticesLeavesAndJoins)
{
    m_wanting = {FIRST_HOST, OTHER_HOST};
    m_meter.Update(FIRST_HOST, Seconds(1));
    m_meter.Update(OTHER_HOST, Seconds(1));
    m_meter.Update(FIRST_HOST, Seconds(2)); // nothing has changed
    Send();
    m_wanting = {OTHER_HOST};
    m_meter.Update(FIRST_HOST, Seconds(3));
    Send();
    m_wanting = {FIRST_HOST, OTHER_HOST};
    m_meter.Update(FIRST_HOST, STREAM.group, Seconds(4));
    Send();
    EXPECT_EQ(m_meter.GetResult(FIRST_HOST, STREAM).GetLost(), 2U);
    EXPECT_EQ(m_meter.GetResult(FIRST_HOST, STREAM).GetFirstAfterJoin().size(), 2U);
    EXPECT_EQ(m_meter.GetResult(OTHER_HOST, STREAM).GetLost(), 3U);
    EXPECT_EQ(m_meter.GetResult(OTHER_HOST, STREAM).GetFirstAfterJoin().size(), 1U);
}

/// A run's time is that of its events: a step costs as much as there are streams that it is about.
TEST_F(StreamMeterTest, AsksOnlyAboutWhatMayHaveChanged)
{
    const Ipv4Address group("239.1.1.1");
    const Ipv4Address otherGroup("239.1.1.2");
    const SourceGroup stream{Ipv4Address("10.0.0.1"), group};
    const SourceGroup secondStream{Ipv4Address("10.0.0.2"), group};
    const SourceGroup otherStream{Ipv4Address("10.0.0.1"), otherGroup};
    std::vector<std::pair<uint32_t, SourceGroup>> asked;
    StreamMeter meter(
        {otherStream, secondStream, stream},
        [&asked](uint32_t receiver, const SourceGroup& about) {
            asked.emplace_back(receiver, about);
            return false;
        },
        m_copies);
    meter.Update(FIRST_HOST, group, Seconds(1));
    EXPECT_EQ(asked, (decltype(asked){{FIRST_HOST, stream}, {FIRST_HOST, secondStream}}));
    asked.clear();
    meter.Update(FIRST_HOST, Ipv4Address("239.1.1.3"), Seconds(1));
    EXPECT_TRUE(asked.empty());
    meter.Update(OTHER_HOST, Seconds(1));
    EXPECT_EQ(asked,
              (decltype(asked){{OTHER_HOST, stream},
                               {OTHER_HOST, secondStream},
                               {OTHER_HOST, otherStream}}));
}

} // namespace

} // namespace mgm
} // namespace ns3
