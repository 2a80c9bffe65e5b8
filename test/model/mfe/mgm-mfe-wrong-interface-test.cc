/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "mgm-mfe-fixture.h"

namespace ns3
{
namespace mgm
{

/// MFE-3: an entry that accepts on interface 1 and forwards on 2 exists, and time has passed.
class MfeWrongInterfaceTest : public MfeTest
{
  protected:
    void SetUp() override
    {
        MfeTest::SetUp();
        PimAndDvmrp();
        m_dvmrp->Add(G1, 2);
        Packet(S1G1);
        Left(S1G1);
        Seen();
    }
};

TEST_F(MfeWrongInterfaceTest, MFE_3_A2_1_ForwardedNowhere)
{
    Packet(S1G1, 2);
    Packet(S1G1, 3);
    Packet(S1G1, 4);
    EXPECT_EQ(Left(S1G1), "");
    EXPECT_EQ(Incoming(S1G1), 1U);
}

TEST_F(MfeWrongInterfaceTest, MFE_3_A2_2_OneWrongIfToTheOwnerOfTheArrivalInterface)
{
    Packet(S1G1, 3);
    EXPECT_EQ(Seen(), (ClientEvents{WrongIf(*m_dvmrp, S1G1, 3)}));
    Packet(S1G1, 3);
    EXPECT_EQ(Seen(), ClientEvents{});
}

TEST_F(MfeWrongInterfaceTest, MFE_3_A2_2_AgainAfterTheInterval)
{
    Packet(S1G1, 3);
    Seen();
    RunUntil(Seconds(2.9));
    Packet(S1G1, 3);
    EXPECT_EQ(Seen(), ClientEvents{});
    RunUntil(Seconds(3.1));
    Packet(S1G1, 3);
    EXPECT_EQ(Seen(), (ClientEvents{WrongIf(*m_dvmrp, S1G1, 3)}));
    RunUntil(Seconds(6.0));
    Packet(S1G1, 3);
    EXPECT_EQ(Seen(), ClientEvents{}) << "the interval starts at the last WRONG_IF";
    RunUntil(Seconds(6.2));
    Packet(S1G1, 3);
    EXPECT_EQ(Seen().size(), 1U);
}

TEST_F(MfeWrongInterfaceTest, MFE_3_IntervalIsAnAttribute)
{
    SetAttribute("WrongIfInterval", "500ms");
    Packet(S1G1, 3);
    RunUntil(Seconds(0.4));
    Packet(S1G1, 3);
    RunUntil(Seconds(0.6));
    Packet(S1G1, 3);
    EXPECT_EQ(Seen().size(), 2U);
}

TEST_F(MfeWrongInterfaceTest, MFE_3_EachSourceGroupAndInterfaceHasItsOwnLimit)
{
    Packet(S1G1, 3);
    Packet(S1G1, 2);
    EXPECT_EQ(Seen(), (ClientEvents{WrongIf(*m_dvmrp, S1G1, 3), WrongIf(*m_dvmrp, S1G1, 2)}));
    Packet(S1G2, 1);
    Packet(S1G2, 3);
    EXPECT_EQ(SeenOfEntries(),
              (ClientEvents{Rpf(*m_pim, S1G2, 1),
                            EntryPrune(*m_pim, S1G2, 1),
                            WrongIf(*m_dvmrp, S1G2, 3)}));
}

TEST_F(MfeWrongInterfaceTest, MFE_3_LimitGoesWithTheEntry)
{
    Packet(S1G1, 3);
    m_pim->Release(1);
    m_pim->Take(1);
    Seen();
    Packet(S1G1, 3);
    EXPECT_EQ(SeenOfEntries(),
              (ClientEvents{Rpf(*m_pim, S1G1, 1),
                            CreationAlert(*m_dvmrp, S1G1, 1, "2"),
                            WrongIf(*m_dvmrp, S1G1, 3)}));
}

TEST_F(MfeWrongInterfaceTest, MFE_3_LimitOutlivesExpiryAndRouteChanges)
{
    SetAttribute("MfeTimeout", "5s");
    SetAttribute("WrongIfInterval", "100s");
    Packet(S2G1);
    Seen();
    Packet(S2G1, 3);
    EXPECT_EQ(Seen(), (ClientEvents{WrongIf(*m_dvmrp, S2G1, 3)}));
    RunUntil(Seconds(10));
    EXPECT_EQ(m_plane->Find(S2G1), nullptr);
    Packet(S2G1, 3);
    EXPECT_EQ(SeenOfEntries(),
              (ClientEvents{Rpf(*m_pim, S2G1, 1), CreationAlert(*m_dvmrp, S2G1, 1, "2")}));
    Owner(BGMP, {4});
    m_rib->Move(S2, 4);
    Seen();
    Packet(S2G1, 3);
    EXPECT_EQ(Seen(), ClientEvents{});
}

TEST_F(MfeWrongInterfaceTest, MFE_3_A2_2_NoneWithTheModeOff)
{
    SetAttribute("WrongIfAlerts", "false");
    Packet(S1G1, 3);
    EXPECT_EQ(Seen(), ClientEvents{});
    SetAttribute("WrongIfAlerts", "true");
    Packet(S1G1, 3);
    EXPECT_EQ(Seen(), (ClientEvents{WrongIf(*m_dvmrp, S1G1, 3)}));
}

TEST_F(MfeWrongInterfaceTest, MFE_3_NobodyIsToldOnAnInterfaceThatNobodyHas)
{
    Packet(S1G1, 4);
    EXPECT_EQ(Seen(), ClientEvents{});
}

TEST_F(MfeWrongInterfaceTest, MFE_3_IgmpAloneIsTold)
{
    auto& igmp = Owner(IGMP_PROTOCOL_ID, {3, 4});
    Packet(S1G1, 4);
    Packet(S1G1, 3);
    EXPECT_EQ(Seen(), (ClientEvents{WrongIf(igmp, S1G1, 4), WrongIf(*m_dvmrp, S1G1, 3)}));
}

TEST_F(MfeWrongInterfaceTest, MFE_3_EveryPacketIsCounted)
{
    for (int i = 0; i < 5; ++i)
    {
        Packet(S1G1, 3);
    }
    MfeStats stats;
    auto size = AMPLE;
    ASSERT_EQ(m_manager->GetMfeStats(S1G1, MfeStatsLevel::MGM_MFE_STATS_0, size, stats),
              Status::NO_ERROR);
    EXPECT_EQ(stats.wrongIfPackets, 5U);
    EXPECT_EQ(stats.inPackets, 1U);
}

TEST_F(MfeWrongInterfaceTest, MFE_3_ClientThatFailsInTheCallback)
{
    m_dvmrp->react = [this](const ClientEvent&) { m_dvmrp->Fail(); };
    Packet(S1G1, 3);
    EXPECT_EQ(SeenOfEntries(),
              (ClientEvents{WrongIf(*m_dvmrp, S1G1, 3), EntryPrune(*m_pim, S1G1, 2)}));
    EXPECT_EQ(Outgoing(S1G1), "none");
    Packet(S1G1, 3);
    EXPECT_EQ(Seen(), ClientEvents{});
}

TEST_F(MfeWrongInterfaceTest, MFE_3_OwnerOfTheEntryFailsInTheCallback)
{
    m_dvmrp->react = [this](const ClientEvent&) { m_pim->Fail(); };
    Packet(S1G1, 3);
    EXPECT_EQ(SeenOfEntries(), (ClientEvents{WrongIf(*m_dvmrp, S1G1, 3)}));
    EXPECT_TRUE(m_plane->GetEntries().empty());
}

TEST_F(MfeWrongInterfaceTest, MFE_3_UpcallIsTraced)
{
    Listen();
    Packet(S1G1, 3);
    const auto events = Traced(TraceKind::EVENT);
    ASSERT_EQ(events.size(), 1U);
    EXPECT_EQ(events[0].opText, "WRONGIF");
    EXPECT_EQ(events[0].interface, InterfaceId{3});
    EXPECT_EQ(events[0].sourceGroup, S1G1);
    m_records.clear();
    Packet(S2G2, 3);
    ASSERT_GE(Traced(TraceKind::EVENT).size(), 1U);
    EXPECT_EQ(Traced(TraceKind::EVENT)[0].opText, "NOCACHE");
}

} // namespace mgm
} // namespace ns3
