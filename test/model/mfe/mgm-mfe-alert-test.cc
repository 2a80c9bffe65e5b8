/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "mgm-mfe-fixture.h"

#include <algorithm>

namespace ns3
{
namespace mgm
{

TEST_F(MfeTest, MFE_4_A4_2_BornEmptyPrunesTheOwner)
{
    PimAndDvmrp();
    Packet(S1G1);
    EXPECT_EQ(Seen(), (ClientEvents{Rpf(*m_pim, S1G1, 1), EntryPrune(*m_pim, S1G1, 1)}));
    EXPECT_EQ(Outgoing(S1G1), "none");
    EXPECT_EQ(Keys(), std::vector<SourceGroup>{S1G1});
}

TEST_F(MfeTest, MFE_4_BornEmptyBecauseAllIsDisabled)
{
    PimAndDvmrp();
    m_dvmrp->Add(G1, 2);
    m_dvmrp->changeCreation = Disabling({2});
    Seen();
    Packet(S1G1);
    EXPECT_EQ(Seen(),
              (ClientEvents{Rpf(*m_pim, S1G1, 1),
                            CreationAlert(*m_dvmrp, S1G1, 1, "2"),
                            EntryPrune(*m_pim, S1G1, 1)}));
}

TEST_F(MfeTest, MFE_4_A4_1_LastOutgoingOfAnotherPrunesOwner)
{
    PimAndDvmrp();
    m_dvmrp->Add(S1G1, 2);
    m_dvmrp->Add(S1G1, 3);
    Packet(S1G1);
    Seen();
    m_dvmrp->Delete(S1G1, 2);
    EXPECT_EQ(Seen(), ClientEvents{});
    m_dvmrp->Delete(S1G1, 3);
    EXPECT_EQ(Seen(), (ClientEvents{PruneAlert(*m_pim, S1G1), EntryPrune(*m_pim, S1G1, 3)}));
    EXPECT_EQ(Outgoing(S1G1), "none");
}

TEST_F(MfeTest, MFE_4_A5_1_FirstOutgoingOfAnotherJoinsOwner)
{
    PimAndDvmrp();
    auto& bgmp = Owner(BGMP, {4});
    Packet(S1G1);
    Seen();
    m_dvmrp->Add(G1, 2);
    EXPECT_EQ(Seen(),
              (ClientEvents{JoinAlert(*m_pim, G1), JoinAlert(bgmp, G1), EntryJoin(*m_pim, S1G1)}));
    m_dvmrp->Add(G1, 3);
    bgmp.Add(G1, 4);
    EXPECT_EQ(SeenOfEntries(), ClientEvents{});
    EXPECT_EQ(Outgoing(S1G1), "2 3 4");
}

TEST_F(MfeTest, MFE_4_A4_1_A5_1_OwnInterfacesOfTheOwnerAlertNobody)
{
    auto& pim = Owner(PIM, {1, 4});
    Owner(DVMRP, {2});
    Packet(S1G1);
    Seen();
    pim.Add(S1G1, 4);
    EXPECT_EQ(Outgoing(S1G1), "4");
    pim.Delete(S1G1, 4);
    EXPECT_EQ(Outgoing(S1G1), "none");
    pim.Add(S1G1, 4, FORWARD);
    pim.Delete(S1G1, 4, FORWARD);
    EXPECT_EQ(Seen(), ClientEvents{});
}

TEST_F(MfeTest, MFE_4_OwnersInterfaceKeepsTheListNonEmpty)
{
    auto& pim = Owner(PIM, {1, 4});
    auto& dvmrp = Owner(DVMRP, {2});
    pim.Add(G1, 4);
    dvmrp.Add(G1, 2);
    Packet(S1G1);
    Seen();
    dvmrp.Delete(G1, 2);
    EXPECT_EQ(SeenOfEntries(), ClientEvents{});
    dvmrp.Add(G1, 2);
    pim.Delete(G1, 4);
    EXPECT_EQ(SeenOfEntries(), ClientEvents{});
    dvmrp.Delete(G1, 2);
    EXPECT_EQ(SeenOfEntries(), (ClientEvents{EntryPrune(pim, S1G1, 2)}));
}

TEST_F(MfeTest, MFE_4_OverlappingMembershipsAreOneInterface)
{
    PimAndDvmrp();
    Packet(S1G1);
    m_dvmrp->Add(G1, 2);
    Seen();
    m_dvmrp->Add(S1G1, 2);
    m_dvmrp->Add(ANY, 2);
    m_dvmrp->Delete(G1, 2);
    m_dvmrp->Delete(ANY, 2);
    EXPECT_EQ(Outgoing(S1G1), "2");
    EXPECT_EQ(SeenOfEntries(), ClientEvents{});
    m_dvmrp->Delete(S1G1, 2);
    EXPECT_EQ(SeenOfEntries(), (ClientEvents{EntryPrune(*m_pim, S1G1, 2)}));
}

TEST_F(MfeTest, MFE_4_IgmpAloneIsAnOwner)
{
    auto& igmp = Owner(IGMP_PROTOCOL_ID, {1});
    auto& dvmrp = Owner(DVMRP, {2});
    Packet(S1G1);
    EXPECT_EQ(Seen(), (ClientEvents{Rpf(igmp, S1G1, 1), EntryPrune(igmp, S1G1, 1)}));
    dvmrp.Add(G1, 2, JOIN);
    EXPECT_EQ(SeenOfEntries(), (ClientEvents{EntryJoin(igmp, S1G1)}));
}

TEST_F(MfeTest, MFE_4_IgmpWithoutOwnerAddsTheInterface)
{
    auto& pim = Owner(PIM, {1});
    auto& igmp = Owner(IGMP_PROTOCOL_ID, {2});
    Packet(S1G1);
    Seen();
    igmp.Add(G1, 2);
    EXPECT_EQ(Outgoing(S1G1), "2");
    EXPECT_EQ(Seen(), (ClientEvents{JoinAlert(pim, G1), EntryJoin(pim, S1G1)}));
    igmp.Delete(G1, 2);
    EXPECT_EQ(Seen(), (ClientEvents{PruneAlert(pim, G1), EntryPrune(pim, S1G1, 2)}));
}

TEST_F(MfeTest, MFE_4_A5_2_RegisterInterfaceCounts)
{
    m_plane->virtualInterface = 65536;
    PimAndDvmrp();
    EXPECT_EQ(m_dvmrp->Take(65537), Status::ERROR_INVALID_PARAMETER);
    ASSERT_EQ(m_dvmrp->Take(65536), Status::NO_ERROR);
    Packet(S1G1);
    Seen();
    m_dvmrp->Add(S1G1, 65536);
    EXPECT_EQ(Seen(), (ClientEvents{JoinAlert(*m_pim, S1G1), EntryJoin(*m_pim, S1G1)}));
    EXPECT_EQ(Outgoing(S1G1), "65536");
    m_dvmrp->Delete(S1G1, 65536);
    EXPECT_EQ(Seen(), (ClientEvents{PruneAlert(*m_pim, S1G1), EntryPrune(*m_pim, S1G1, 65536)}));
}

TEST_F(MfeTest, MFE_4_ReleaseOfTheLastOutgoingPrunes)
{
    PimAndDvmrp();
    m_dvmrp->Add(S1G1, 2);
    m_dvmrp->Add(G1, 2);
    Packet(S1G1);
    Packet(S2G1);
    Seen();
    m_dvmrp->Release(2);
    const auto seen = SeenOfEntries();
    EXPECT_EQ(seen.size(), 2U);
    EXPECT_EQ(std::count(seen.begin(), seen.end(), EntryPrune(*m_pim, S1G1, 2)), 1);
    EXPECT_EQ(std::count(seen.begin(), seen.end(), EntryPrune(*m_pim, S2G1, 2)), 1);
    EXPECT_EQ(Outgoing(S1G1), "none");
}

TEST_F(MfeTest, MFE_5_FailureOfTheClientPrunes)
{
    PimAndDvmrp();
    m_dvmrp->Add(S1G1, 2);
    Packet(S1G1);
    m_dvmrp->Add(S1G1, 3, FORWARD);
    Seen();
    EXPECT_EQ(m_dvmrp->Fail(), Status::NO_ERROR);
    EXPECT_EQ(Seen(), (ClientEvents{PruneAlert(*m_pim, S1G1), EntryPrune(*m_pim, S1G1, 3)}));
    EXPECT_EQ(Outgoing(S1G1), "none");
}

TEST_F(MfeTest, OWN_5_ReleaseOfTheIncomingInterfaceDeletesItsEntries)
{
    PimAndDvmrp();
    auto& bgmp = Owner(BGMP, {4});
    m_dvmrp->Add(G1, 2);
    Packet(S1G1);
    Packet(S3G1, 4);
    Seen();
    m_pim->Release(1);
    EXPECT_EQ(Seen(), ClientEvents{});
    EXPECT_EQ(Keys(), std::vector<SourceGroup>{S3G1});
    EXPECT_EQ(m_plane->GetEntries().size(), 1U);
    bgmp.Fail();
    EXPECT_EQ(Keys(), std::vector<SourceGroup>{});
    m_dvmrp->Delete(G1, 2);
    EXPECT_EQ(SeenOfEntries(), ClientEvents{});
}

TEST_F(MfeTest, OWN_5_ANewHolderOfTheIncomingInterfaceStartsAfresh)
{
    auto& igmp = Owner(IGMP_PROTOCOL_ID, {1});
    auto& pim = Registered(PIM);
    auto& dvmrp = Owner(DVMRP, {2});
    dvmrp.Add(G1, 2);
    Packet(S1G1);
    Seen();
    pim.Take(1);
    EXPECT_EQ(Seen(), (ClientEvents{DisableIgmp(igmp, 1), EnableIgmp(igmp, 1)}));
    EXPECT_TRUE(m_plane->GetEntries().empty());
    Packet(S1G1);
    EXPECT_EQ(Seen(), (ClientEvents{Rpf(pim, S1G1, 1), CreationAlert(dvmrp, S1G1, 1, "2")}));
    igmp.Release(1);
    EXPECT_EQ(Keys(), std::vector<SourceGroup>{S1G1}) << "the owner holds it, not IGMP";
}

TEST_F(MfeTest, OWN_7_TheBracketTakesIgmpsInterfacesOut)
{
    auto& pim = Owner(PIM, {1});
    auto& dvmrp = Registered(DVMRP);
    auto& igmp = Owner(IGMP_PROTOCOL_ID, {2});
    igmp.Add(G1, 2);
    Packet(S1G1);
    Seen();
    dvmrp.Take(2);
    EXPECT_EQ(SeenOfEntries(),
              (ClientEvents{DisableIgmp(igmp, 2), EntryPrune(pim, S1G1, 2), EnableIgmp(igmp, 2)}));
    EXPECT_EQ(Outgoing(S1G1), "none");
    igmp.Add(G1, 2);
    EXPECT_EQ(SeenOfEntries(), (ClientEvents{LocalJoin(dvmrp, G1, 2)}));
    EXPECT_EQ(Outgoing(S1G1), "none");
}

} // namespace mgm
} // namespace ns3
