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

TEST_F(MfeTest, MFE_1_A1_1_A3_1_RpfThenCreationAlertThenInstall)
{
    PimAndDvmrp();
    m_dvmrp->Add(G1, 2);
    m_dvmrp->Add(S1G1, 3);
    Seen();
    ClientEvents seenAtInstall;
    m_plane->onInstall = [&](const SourceGroup&) { seenAtInstall = m_log; };
    Packet(S1G1);
    const ClientEvents expected{Rpf(*m_pim, S1G1, 1), CreationAlert(*m_dvmrp, S1G1, 1, "2 3")};
    EXPECT_EQ(Seen(), expected);
    EXPECT_EQ(seenAtInstall, expected);
    EXPECT_EQ(Incoming(S1G1), 1U);
    EXPECT_EQ(Left(S1G1), "2 3");
}

TEST_F(MfeTest, MFE_1_RpfIsAskedOfTheOwnerTowardsTheSourceNotOfTheArrivalInterface)
{
    PimAndDvmrp();
    m_dvmrp->Add(G1, 3);
    Seen();
    Packet(S1G1, 2);
    EXPECT_EQ(SeenOfEntries(),
              (ClientEvents{Rpf(*m_pim, S1G1, 1),
                            CreationAlert(*m_dvmrp, S1G1, 1, "3"),
                            WrongIf(*m_dvmrp, S1G1, 2)}));
    EXPECT_EQ(Left(S1G1), "");
    EXPECT_EQ(Outgoing(S1G1), "3");
}

TEST_F(MfeTest, MFE_1_RpfSeesRouteAndHeader)
{
    PimAndDvmrp();
    m_rib->nextHops[S1.Get()] = Ipv4Address("10.0.1.9");
    RpfQuery seen;
    m_pim->changeRpf = [&](RpfQuery& query) { seen = query; };
    Packet(S1G1);
    EXPECT_EQ(seen.incoming.index, 1U);
    EXPECT_EQ(seen.upstreamNeighbor, Ipv4Address("10.0.1.9"));
    EXPECT_EQ(seen.header.GetTtl(), 64);
    EXPECT_EQ(Read(S1G1).value().upstreamNeighbor, Ipv4Address("10.0.1.9"));
}

TEST_F(MfeTest, MFE_1_AllThreeKindsOfMembershipCountAndIncomingDoesNot)
{
    PimAndDvmrp();
    auto& bgmp = Owner(BGMP, {4});
    m_pim->Add(ANY, 1);
    m_dvmrp->Add(S1G1, 2);
    m_dvmrp->Add(G1, 2);
    m_dvmrp->Add(S2G1, 3);
    bgmp.Add(ANY, 4);
    Seen();
    Packet(S1G1);
    EXPECT_EQ(Seen(),
              (ClientEvents{Rpf(*m_pim, S1G1, 1),
                            CreationAlert(*m_dvmrp, S1G1, 1, "2"),
                            CreationAlert(bgmp, S1G1, 1, "4")}));
    EXPECT_EQ(Outgoing(S1G1), "2 4");
    Packet(S1G2);
    EXPECT_EQ(Outgoing(S1G2), "4");
}

TEST_F(MfeTest, MFE_1_A3_2_DisabledInterfaceAloneIsLeftOut)
{
    PimAndDvmrp();
    m_dvmrp->Add(G1, 2);
    m_dvmrp->Add(G1, 3);
    m_dvmrp->changeCreation = Disabling({3});
    Seen();
    Packet(S1G1);
    EXPECT_EQ(Outgoing(S1G1), "2");
    EXPECT_EQ(Left(S1G1), "2");
    EXPECT_EQ(SeenOfEntries(),
              (ClientEvents{Rpf(*m_pim, S1G1, 1), CreationAlert(*m_dvmrp, S1G1, 1, "2 3")}));
}

TEST_F(MfeTest, MFE_1_A3_2_ClientSeesOnlyItsOwnInterfaces)
{
    auto& pim = Owner(PIM, {1, 2});
    auto& dvmrp = Owner(DVMRP, {3});
    auto& igmp = Owner(IGMP_PROTOCOL_ID, {2, 4});
    pim.Add(G1, 2);
    dvmrp.Add(G1, 3);
    igmp.Add(G1, 2);
    igmp.Add(G1, 4);
    Seen();
    Packet(S1G1);
    EXPECT_EQ(Seen(),
              (ClientEvents{Rpf(pim, S1G1, 1),
                            CreationAlert(pim, S1G1, 1, "2i"),
                            CreationAlert(dvmrp, S1G1, 1, "3"),
                            CreationAlert(igmp, S1G1, 1, "4i")}));
    EXPECT_EQ(Outgoing(S1G1), "2 3 4");
}

TEST_F(MfeTest, MFE_6_BIgmpSaysThatIgmpIsEnabledThere)
{
    PimAndDvmrp();
    auto& igmp = Owner(IGMP_PROTOCOL_ID, {2});
    m_dvmrp->Add(G1, 2);
    m_dvmrp->Add(G1, 3);
    Seen();
    Packet(S1G1);
    EXPECT_EQ(Seen(),
              (ClientEvents{Rpf(*m_pim, S1G1, 1), CreationAlert(*m_dvmrp, S1G1, 1, "2i 3")}))
        << "without a member";
    igmp.Release(2);
    Packet(S2G1);
    EXPECT_EQ(Seen(),
              (ClientEvents{Rpf(*m_pim, S2G1, 1), CreationAlert(*m_dvmrp, S2G1, 1, "2 3")}));
}

TEST_F(MfeTest, MFE_1_CreationAlertsFollowTheAlertOrder)
{
    SetAttribute("AlertOrder", "reverse");
    PimAndDvmrp();
    auto& bgmp = Owner(BGMP, {4});
    m_dvmrp->Add(G1, 2);
    bgmp.Add(G1, 4);
    Seen();
    Packet(S1G1);
    EXPECT_EQ(Seen(),
              (ClientEvents{Rpf(*m_pim, S1G1, 1),
                            CreationAlert(bgmp, S1G1, 1, "4"),
                            CreationAlert(*m_dvmrp, S1G1, 1, "2")}));
}

TEST_F(MfeTest, MBR_5_IgmpOnAnOwnedInterfaceDoesNotForward)
{
    PimAndDvmrp();
    auto& igmp = Owner(IGMP_PROTOCOL_ID, {2});
    igmp.Add(G1, 2);
    Seen();
    Packet(S1G1);
    EXPECT_EQ(SeenOfEntries(), (ClientEvents{Rpf(*m_pim, S1G1, 1), EntryPrune(*m_pim, S1G1, 1)}));
    EXPECT_EQ(Outgoing(S1G1), "none");
}

TEST_F(MfeTest, MFE_1_IgmpAloneIsAskedForItsInterface)
{
    auto& igmp = Owner(IGMP_PROTOCOL_ID, {1, 2});
    igmp.Add(G1, 2);
    Seen();
    Packet(S1G1);
    EXPECT_EQ(Seen(), (ClientEvents{Rpf(igmp, S1G1, 1), CreationAlert(igmp, S1G1, 1, "2i")}));
    EXPECT_EQ(Outgoing(S1G1), "2");
}

TEST_F(MfeTest, MFE_1_I5_A3_3_SecondPacketAsksNobody)
{
    PimAndDvmrp();
    m_dvmrp->Add(G1, 2);
    Packet(S1G1);
    Seen();
    Left(S1G1);
    Packet(S1G1);
    EXPECT_EQ(Seen(), ClientEvents{});
    EXPECT_EQ(Left(S1G1), "2");
    Packet(S2G1);
    EXPECT_EQ(Seen(), (ClientEvents{Rpf(*m_pim, S2G1, 1), CreationAlert(*m_dvmrp, S2G1, 1, "2")}));
}

TEST_F(MfeTest, MFE_1_NullCallbacksAreSkipped)
{
    auto& pim = MakeClient(PIM);
    auto& dvmrp = MakeClient(DVMRP);
    pim.callbacks = {};
    dvmrp.callbacks = {};
    pim.Register();
    dvmrp.Register();
    pim.Take(1);
    dvmrp.Take(2);
    dvmrp.Add(G1, 2);
    Packet(S1G1);
    EXPECT_EQ(Left(S1G1), "2");
    Packet(S1G1, 2);
    dvmrp.Delete(G1, 2);
    EXPECT_EQ(Outgoing(S1G1), "none");
    EXPECT_EQ(Seen(), ClientEvents{});
}

TEST_F(MfeTest, MFE_2_RpfMayChooseAnotherInterfaceOfTheSameClient)
{
    auto& pim = Owner(PIM, {1, 4});
    auto& dvmrp = Owner(DVMRP, {2});
    dvmrp.Add(G1, 2);
    pim.Add(G1, 4);
    pim.Add(G1, 1);
    Seen();
    pim.changeRpf = [](RpfQuery& query) {
        query.incoming.index = 4;
        query.upstreamNeighbor = Ipv4Address("10.0.4.7");
    };
    Packet(S1G1);
    EXPECT_EQ(Seen(),
              (ClientEvents{Rpf(pim, S1G1, 1),
                            CreationAlert(pim, S1G1, 4, "1"),
                            CreationAlert(dvmrp, S1G1, 4, "2"),
                            WrongIf(pim, S1G1, 1)}));
    EXPECT_EQ(Incoming(S1G1), 4U);
    EXPECT_EQ(Outgoing(S1G1), "1 2");
    EXPECT_EQ(Read(S1G1).value().incoming.index, 4U);
    EXPECT_EQ(Read(S1G1).value().upstreamNeighbor, Ipv4Address("10.0.4.7"));
}

TEST_F(MfeTest, MFE_2_A1_2_InterfaceOfAnotherClientIsRefused)
{
    for (const uint32_t other : {2U, 4U, NONE})
    {
        TearDown();
        SetUp();
        PimAndDvmrp();
        Listen();
        m_pim->changeRpf = [other](RpfQuery& query) {
            query.incoming.index = other;
            query.upstreamNeighbor = Ipv4Address("10.0.1.7");
        };
        Packet(S1G1);
        EXPECT_EQ(Incoming(S1G1), 1U) << other;
        EXPECT_EQ(Read(S1G1).value().upstreamNeighbor, Ipv4Address("10.0.1.7"));
        ASSERT_EQ(Traced(TraceKind::VIOLATION).size(), 1U) << other;
        EXPECT_EQ(Traced(TraceKind::VIOLATION)[0].client, ClientId(*m_pim));
        m_records.clear();
    }
}

TEST_F(MfeTest, MFE_2_A1_3_NoRouteAndNoOwnerForwardNothing)
{
    PimAndDvmrp();
    m_dvmrp->Add(G1, 2);
    Seen();
    const SourceGroup unknown{Ipv4Address("10.7.7.7"), G1.group};
    Packet(unknown);
    EXPECT_EQ(m_plane->TakeDrops(), std::vector<DropReason>{DropReason::NO_ROUTE});
    Packet(S3G1, 4);
    EXPECT_EQ(m_plane->TakeDrops(), std::vector<DropReason>{DropReason::NO_OWNER});
    EXPECT_EQ(Seen(), ClientEvents{});
    EXPECT_TRUE(m_plane->GetEntries().empty());
    EXPECT_EQ(Keys(), std::vector<SourceGroup>{});
}

TEST_F(MfeTest, MFE_2_TheNextPacketAsksAgain)
{
    PimAndDvmrp();
    auto& bgmp = Registered(BGMP);
    m_dvmrp->Add(G1, 2);
    Packet(S3G1, 4);
    bgmp.Take(4);
    Seen();
    Packet(S3G1, 4);
    EXPECT_EQ(Seen(), (ClientEvents{Rpf(bgmp, S3G1, 4), CreationAlert(*m_dvmrp, S3G1, 4, "2")}));
    EXPECT_EQ(Left(S3G1), "2");
    const SourceGroup late{Ipv4Address("10.7.7.7"), G1.group};
    Packet(late);
    m_rib->Move(late.source, 1);
    Packet(late);
    EXPECT_EQ(Left(late), "2");
}

TEST_F(MfeTest, I6_ForcedAndDisabledAndIncoming)
{
    PimAndDvmrp();
    auto& bgmp = Owner(BGMP, {4});
    m_pim->Add(G1, 1);
    m_dvmrp->Add(G1, 2);
    m_dvmrp->Add(G1, 3);
    Packet(S1G1);
    EXPECT_EQ(bgmp.Add(S1G1, 4, FORWARD), Status::NO_ERROR);
    EXPECT_EQ(m_dvmrp->Delete(S1G1, 3, FORWARD), Status::NO_ERROR);
    Left(S1G1);
    Packet(S1G1);
    EXPECT_EQ(Left(S1G1), "2 4");
    Packet(S2G1);
    EXPECT_EQ(Left(S2G1), "2 3");
}

TEST_F(MfeTest, A2_3_A6_1_WildcardReceiversGetEveryGroup)
{
    PimAndDvmrp();
    Packet(S1G1);
    Packet(S2G2);
    Seen();
    m_dvmrp->Add(ANY, 2);
    EXPECT_EQ(Outgoing(S1G1), "2");
    EXPECT_EQ(Outgoing(S2G2), "2");
    EXPECT_EQ(
        Seen(),
        (ClientEvents{JoinAlert(*m_pim, ANY), EntryJoin(*m_pim, S1G1), EntryJoin(*m_pim, S2G2)}));
    m_dvmrp->Add(ANY, 3);
    EXPECT_EQ(Outgoing(S2G2), "2 3");
    m_dvmrp->Delete(ANY, 2);
    EXPECT_EQ(Seen(), ClientEvents{});
    m_dvmrp->Delete(ANY, 3);
    EXPECT_EQ(Seen(),
              (ClientEvents{PruneAlert(*m_pim, ANY),
                            EntryPrune(*m_pim, S1G1, 3),
                            EntryPrune(*m_pim, S2G2, 3)}));
}

TEST_F(MfeTest, TakingThePlaneAwayTakesTheEntries)
{
    PimAndDvmrp();
    m_dvmrp->Add(G1, 2);
    Packet(S1G1);
    Seen();
    m_manager->AttachForwardingPlane(nullptr);
    EXPECT_EQ(Keys(), std::vector<SourceGroup>{});
    m_dvmrp->Delete(G1, 2);
    EXPECT_EQ(SeenOfEntries(), ClientEvents{});
}

} // namespace mgm
} // namespace ns3
