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

TEST_F(MfeTest, MFE_5_ForwardStateChangesTheEntryOnly)
{
    PimAndDvmrp();
    Packet(S1G1);
    Packet(S2G1);
    Seen();
    EXPECT_EQ(m_dvmrp->Add(S1G1, 2, FORWARD), Status::NO_ERROR);
    EXPECT_EQ(Seen(), (ClientEvents{EntryJoin(*m_pim, S1G1)}));
    EXPECT_EQ(Outgoing(S1G1), "2");
    EXPECT_EQ(Outgoing(S2G1), "none");
    EXPECT_EQ(m_manager->GetMemberships().GetSize(), 0U);
    EXPECT_EQ(m_dvmrp->Delete(S1G1, 2, FORWARD), Status::NO_ERROR);
    EXPECT_EQ(Seen(), (ClientEvents{EntryPrune(*m_pim, S1G1, 2)}));
}

TEST_F(MfeTest, MFE_5_ForwardStateWithoutEntryIsForgotten)
{
    PimAndDvmrp();
    m_dvmrp->Add(G1, 2);
    EXPECT_EQ(m_dvmrp->Delete(S1G1, 2, FORWARD), Status::NO_ERROR);
    EXPECT_EQ(m_dvmrp->Add(S1G1, 3, FORWARD), Status::NO_ERROR);
    Packet(S1G1);
    EXPECT_EQ(Outgoing(S1G1), "2");
}

TEST_F(MfeTest, MFE_5_ForwardStateOfWildcardsActsOnAllThatMatch)
{
    PimAndDvmrp();
    Packet(S1G1);
    Packet(S2G1);
    Packet(S1G2);
    m_dvmrp->Add(G1, 2, FORWARD);
    EXPECT_EQ(Outgoing(S1G1) + Outgoing(S2G1) + Outgoing(S1G2), "22none");
    m_dvmrp->Add(ANY, 3, FORWARD);
    EXPECT_EQ(Outgoing(S1G1) + "," + Outgoing(S2G1) + "," + Outgoing(S1G2), "2 3,2 3,3");
    m_dvmrp->Delete(ANY, 3, FORWARD);
    EXPECT_EQ(Outgoing(S1G1) + Outgoing(S2G1) + Outgoing(S1G2), "22none");
}

TEST_F(MfeTest, MFE_5_DisabledUntilForwardStateOrANewJoin)
{
    PimAndDvmrp();
    m_dvmrp->Add(G1, 2);
    Packet(S1G1);
    m_dvmrp->Delete(S1G1, 2, FORWARD);
    m_dvmrp->Add(G1, 2);
    EXPECT_EQ(Outgoing(S1G1), "none") << "the Add changed nothing";
    m_dvmrp->Add(S1G1, 2);
    EXPECT_EQ(Outgoing(S1G1), "2");
    m_dvmrp->Delete(S1G1, 2, FORWARD);
    m_dvmrp->Add(S1G1, 2, FORWARD);
    EXPECT_EQ(Outgoing(S1G1), "2");
    m_dvmrp->Delete(S1G1, 2);
    m_dvmrp->Delete(G1, 2);
    EXPECT_EQ(Outgoing(S1G1), "2") << "it is forced";
}

TEST_F(MfeTest, MFE_5_BothFlagsJoinFirst)
{
    PimAndDvmrp();
    Packet(S1G1);
    Seen();
    m_dvmrp->Add(S1G1, 2, BOTH);
    EXPECT_EQ(Seen(), (ClientEvents{JoinAlert(*m_pim, S1G1), EntryJoin(*m_pim, S1G1)}));
    m_dvmrp->Delete(S1G1, 2, JOIN);
    EXPECT_EQ(Outgoing(S1G1), "2");
    EXPECT_EQ(Seen(), (ClientEvents{PruneAlert(*m_pim, S1G1)}));
    m_dvmrp->Add(S1G1, 2, JOIN);
    Seen();
    m_dvmrp->Delete(S1G1, 2, BOTH);
    EXPECT_EQ(Outgoing(S1G1), "none");
    EXPECT_EQ(Seen(), (ClientEvents{PruneAlert(*m_pim, S1G1), EntryPrune(*m_pim, S1G1, 2)}));
}

TEST_F(MfeTest, MFE_5_I4_A1_5_NobodyChangesInterfacesOfOthers)
{
    PimAndDvmrp();
    auto& igmp = Owner(IGMP_PROTOCOL_ID, {2});
    m_dvmrp->Add(G1, 2);
    Packet(S1G1);
    Seen();
    for (const auto flags : {FORWARD, BOTH})
    {
        EXPECT_EQ(m_pim->Add(S1G1, 3, flags), Status::ERROR_INVALID_PARAMETER);
        EXPECT_EQ(m_pim->Delete(S1G1, 2, flags), Status::ERROR_INVALID_PARAMETER);
        EXPECT_EQ(igmp.Delete(S1G1, 2, flags), Status::ERROR_INVALID_PARAMETER);
        EXPECT_EQ(igmp.Add(S1G1, 2, flags), Status::ERROR_INVALID_PARAMETER);
        EXPECT_EQ(m_pim->Add(S1G1, 4, flags), Status::ERROR_CAN_NOT_COMPLETE);
    }
    EXPECT_EQ(Outgoing(S1G1), "2");
    m_dvmrp->Delete(S1G1, 2, FORWARD);
    igmp.Add(S1G1, 2);
    EXPECT_EQ(Outgoing(S1G1), "none") << "IGMP does not enable what the owner disabled";
}

TEST_F(MfeTest, MFE_5_ForwardStateOnTheIncomingInterfaceWaits)
{
    auto& pim = Owner(PIM, {1, 4});
    auto& dvmrp = Owner(DVMRP, {2});
    dvmrp.Add(G1, 2);
    Packet(S1G1);
    pim.Add(S1G1, 1, FORWARD);
    EXPECT_EQ(Outgoing(S1G1), "2");
    m_rib->Move(S1, 4);
    EXPECT_EQ(Incoming(S1G1), 4U);
    EXPECT_EQ(Outgoing(S1G1), "1 2");
}

TEST_F(MfeTest, MFE_5_MarksGoWithTheHolderOfTheInterface)
{
    PimAndDvmrp();
    auto& bgmp = Registered(BGMP);
    m_dvmrp->Add(G1, 2);
    Packet(S1G1);
    m_dvmrp->Delete(S1G1, 2, FORWARD);
    m_dvmrp->Add(S1G1, 3, FORWARD);
    Seen();
    m_dvmrp->Release(2);
    EXPECT_EQ(SeenOfEntries(), ClientEvents{});
    m_dvmrp->Release(3);
    EXPECT_EQ(SeenOfEntries(), (ClientEvents{EntryPrune(*m_pim, S1G1, 3)}));
    bgmp.Take(2);
    bgmp.Take(3);
    EXPECT_EQ(Outgoing(S1G1), "none");
    bgmp.Add(G1, 2);
    EXPECT_EQ(Outgoing(S1G1), "2");
}

} // namespace mgm
} // namespace ns3
