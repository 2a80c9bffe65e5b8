/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "mgm-mfe-fixture.h"

#include "ns3/simulator.h"

namespace ns3
{
namespace mgm
{

/// Answers that come when things have changed, and limits of times.
class MfeLateAnswerTest : public MfeTest
{
};

TEST_F(MfeLateAnswerTest, MFE_8_NextHopThatChangesDuringRpfIsFollowedAfterwards)
{
    PimAndDvmrp();
    m_dvmrp->Add(G1, 2);
    SetCost("CallbackCost", 1);
    m_rib->nextHops[S1.Get()] = Ipv4Address("10.0.1.8");
    Packet(S1G1);
    m_rib->nextHops[S1.Get()] = Ipv4Address("10.0.1.9");
    m_rib->NotifyRoutesChanged();
    RunUntil(Seconds(10));
    EXPECT_EQ(Read(S1G1).value().upstreamNeighbor, Ipv4Address("10.0.1.9"));
    m_rib->nextHops[S1.Get()] = Ipv4Address("10.0.1.7");
    m_rib->NotifyRoutesChanged();
    EXPECT_EQ(Read(S1G1).value().upstreamNeighbor, Ipv4Address("10.0.1.7"));
}

TEST_F(MfeLateAnswerTest, MFE_5_AnswerAboutAnInterfaceThatAnotherHasByNowIsIgnored)
{
    PimAndDvmrp();
    auto& bgmp = Registered(BGMP);
    m_dvmrp->Add(G1, 2);
    m_dvmrp->changeCreation = [&](std::vector<InterfaceEntry>& interfaces) {
        m_dvmrp->Release(2);
        ASSERT_EQ(bgmp.Take(2), Status::NO_ERROR);
        bgmp.Add(G1, 2);
        interfaces.front().enabled = false;
    };
    Packet(S1G1);
    EXPECT_EQ(Outgoing(S1G1), "2");
}

TEST_F(MfeLateAnswerTest, MFE_4_TheLongestTimeoutIsForEver)
{
    PimAndDvmrp();
    m_pim->changeTimeout = [](Time& timeout) { timeout = Time::Max(); };
    RunUntil(Seconds(1));
    Packet(S1G1);
    RunUntil(Seconds(2 * MFE_TIMEOUT));
    EXPECT_EQ(Outgoing(S1G1), "none");
    EXPECT_GT(Read(S1G1).value().expiryTime, Seconds(1e6));
}

} // namespace mgm
} // namespace ns3
