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

TEST_F(MfeLateAnswerTest, MFE_1_CreationAlertDoesNotShowWhatItsClientHasLostMeanwhile)
{
    PimAndDvmrp();
    m_dvmrp->Add(G1, 2);
    m_dvmrp->Add(G1, 3);
    Seen();
    SetCost("CallbackCost", 1);
    Packet(S1G1);
    RunUntil(Seconds(1.5)); // RPF has returned, CREATION_ALERT waits
    EXPECT_EQ(m_dvmrp->Release(3), Status::NO_ERROR);
    RunUntil(Seconds(60));
    EXPECT_EQ(SeenOfEntries(),
              (ClientEvents{Rpf(*m_pim, S1G1, 1), CreationAlert(*m_dvmrp, S1G1, 1, "2")}));
    EXPECT_EQ(Outgoing(S1G1), "2");
}

TEST_F(MfeLateAnswerTest, MFE_1_NoCreationAlertForAClientThatHasLostAllItsInterfacesMeanwhile)
{
    PimAndDvmrp();
    auto& bgmp = Owner(BGMP, {4});
    m_dvmrp->Add(G1, 2);
    bgmp.Add(G1, 4);
    Seen();
    SetCost("CallbackCost", 1);
    Packet(S1G1);
    RunUntil(Seconds(1.5));
    EXPECT_EQ(m_dvmrp->Release(2), Status::NO_ERROR);
    RunUntil(Seconds(60));
    EXPECT_EQ(SeenOfEntries(),
              (ClientEvents{Rpf(*m_pim, S1G1, 1), CreationAlert(bgmp, S1G1, 1, "4")}));
    EXPECT_EQ(Outgoing(S1G1), "4");
    EXPECT_EQ(Left(S1G1), "4") << "the entry is made nevertheless";
    EXPECT_TRUE(m_manager->IsIdle());
}

TEST_F(MfeLateAnswerTest, OWN_4_NoCreationAlertForIgmpBetweenDisableAndEnable)
{
    PimAndDvmrp();
    auto& igmp = Owner(IGMP_PROTOCOL_ID, {4});
    auto& bgmp = Registered(BGMP);
    igmp.Add(G1, 4);
    Seen();
    SetCost("CallbackCost", 1);
    Packet(S1G1);
    RunUntil(Seconds(0.5)); // RPF waits; CREATION_ALERT will come after DISABLE_IGMP
    EXPECT_EQ(bgmp.Take(4), Status::NO_ERROR);
    RunUntil(Seconds(60));
    EXPECT_EQ(SeenOfEntries(),
              (ClientEvents{Rpf(*m_pim, S1G1, 1),
                            DisableIgmp(igmp, 4),
                            EntryPrune(*m_pim, S1G1, 1),
                            EnableIgmp(igmp, 4)}));
    EXPECT_EQ(Outgoing(S1G1), "none");
}

TEST_F(MfeLateAnswerTest, MFE_1_CreationAlertShowsInterfacesAsTheyAreWhenItIsMade)
{
    PimAndDvmrp();
    auto& igmp = Registered(IGMP_PROTOCOL_ID);
    m_dvmrp->Add(G1, 2);
    m_dvmrp->Add(G1, 3);
    Seen();
    SetCost("CallbackCost", 1);
    Packet(S1G1);
    RunUntil(Seconds(1.5));
    EXPECT_EQ(igmp.Take(2), Status::NO_ERROR);
    EXPECT_EQ(m_dvmrp->Delete(S1G1, 3, FORWARD), Status::NO_ERROR);
    RunUntil(Seconds(60));
    EXPECT_EQ(SeenOfEntries(),
              (ClientEvents{Rpf(*m_pim, S1G1, 1), CreationAlert(*m_dvmrp, S1G1, 1, "2i 3-")}));
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
