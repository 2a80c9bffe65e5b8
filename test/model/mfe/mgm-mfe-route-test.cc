/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "mgm-mfe-fixture.h"

#include "ns3/simulator.h"

#include <algorithm>

namespace ns3
{
namespace mgm
{

/// MFE-8: PIM owns interface 1, towards S1; DVMRP 2; BGMP 3 and 4. The entry forwards on 2.
class MfeRouteTest : public MfeTest
{
  protected:
    void SetUp() override
    {
        MfeTest::SetUp();
        m_pim = &Owner(PIM, {1});
        m_dvmrp = &Owner(DVMRP, {2});
        m_bgmp = &Owner(BGMP, {3, 4});
        m_dvmrp->Add(S1G1, 2);
        Packet(S1G1);
        Seen();
        Left(S1G1);
    }

    /// @return what one client has seen, of `events`
    static ClientEvents Of(const ClientEvents& events, ClientId client)
    {
        ClientEvents found;
        std::copy_if(events.begin(), events.end(), std::back_inserter(found), [&](auto& event) {
            return event.client == client;
        });
        return found;
    }

    TestClient* m_bgmp{nullptr}; ///< owner of interfaces 3 and 4
};

TEST_F(MfeRouteTest, MFE_8_A1_4_OldAndNewOwnerLearnOfIt)
{
    m_rib->Move(S1, 4);
    const auto seen = SeenOfEntries();
    EXPECT_EQ(Of(seen, *m_pim), (ClientEvents{EntryPrune(*m_pim, S1G1, 1)}));
    EXPECT_EQ(Of(seen, *m_dvmrp), (ClientEvents{CreationAlert(*m_dvmrp, S1G1, 4, "2")}));
    EXPECT_EQ(Of(seen, *m_bgmp), (ClientEvents{Rpf(*m_bgmp, S1G1, 4), EntryJoin(*m_bgmp, S1G1)}));
    EXPECT_EQ(Incoming(S1G1), 4U);
    Packet(S1G1, 1);
    EXPECT_EQ(Left(S1G1), "") << "the old interface is the wrong one in the same instant";
    EXPECT_EQ(SeenOfEntries(), (ClientEvents{WrongIf(*m_pim, S1G1, 1)}));
    Packet(S1G1, 4);
    EXPECT_EQ(Left(S1G1), "2");
}

TEST_F(MfeRouteTest, MFE_8_RpfThenCreationThenForwarding)
{
    ClientEvents atInstall;
    m_plane->onInstall = [&](const SourceGroup&) { atInstall = m_log; };
    m_dvmrp->react = [&](const ClientEvent& event) {
        if (event.op == ClientEvent::Op::CREATION_ALERT)
        {
            Packet(S1G1, 4);
            EXPECT_EQ(Left(S1G1), "") << "it waits";
            EXPECT_EQ(Incoming(S1G1), 0U);
        }
    };
    m_rib->Move(S1, 4);
    EXPECT_EQ(Left(S1G1), "2");
    const auto rpf = std::find(atInstall.begin(), atInstall.end(), Rpf(*m_bgmp, S1G1, 4));
    ASSERT_NE(rpf, atInstall.end());
    EXPECT_NE(std::find(rpf, atInstall.end(), CreationAlert(*m_dvmrp, S1G1, 4, "2")),
              atInstall.end());
}

TEST_F(MfeRouteTest, MFE_8_TheOldIncomingInterfaceMayBecomeOutgoing)
{
    m_pim->Add(G1, 1);
    EXPECT_EQ(Outgoing(S1G1), "2");
    m_rib->Move(S1, 4);
    EXPECT_EQ(Outgoing(S1G1), "1 2");
    m_rib->Move(S1, 2);
    EXPECT_EQ(Incoming(S1G1), 2U);
    EXPECT_EQ(Outgoing(S1G1), "1");
}

TEST_F(MfeRouteTest, MFE_8_WithoutInterfacesOfOthersTheOldOwnerIsNotPruned)
{
    m_dvmrp->Delete(S1G1, 2);
    Seen();
    m_rib->Move(S1, 4);
    EXPECT_EQ(Seen(), (ClientEvents{Rpf(*m_bgmp, S1G1, 4), EntryPrune(*m_bgmp, S1G1, 4)}));
}

TEST_F(MfeRouteTest, MFE_8_OwnInterfacesOfTheNewOwnerJoinNothing)
{
    m_dvmrp->Delete(S1G1, 2);
    m_bgmp->Add(S1G1, 3);
    SeenOfEntries();
    m_rib->Move(S1, 4);
    const auto seen = SeenOfEntries();
    EXPECT_EQ(Of(seen, *m_pim), (ClientEvents{EntryPrune(*m_pim, S1G1, 1)}));
    EXPECT_EQ(Of(seen, *m_bgmp),
              (ClientEvents{Rpf(*m_bgmp, S1G1, 4), CreationAlert(*m_bgmp, S1G1, 4, "3")}));
    m_rib->Move(S1, 1);
    const auto back = SeenOfEntries();
    EXPECT_EQ(Of(back, *m_bgmp), (ClientEvents{CreationAlert(*m_bgmp, S1G1, 1, "3")}));
    EXPECT_EQ(Of(back, *m_pim), (ClientEvents{Rpf(*m_pim, S1G1, 1), EntryJoin(*m_pim, S1G1)}));
}

TEST_F(MfeRouteTest, MFE_8_SameOwnerOnlyTheRuleOfEmptiness)
{
    m_rib->Move(S1, 4);
    Seen();
    m_rib->Move(S1, 3);
    EXPECT_EQ(Seen(), (ClientEvents{Rpf(*m_bgmp, S1G1, 3), CreationAlert(*m_dvmrp, S1G1, 3, "2")}));
    EXPECT_EQ(Incoming(S1G1), 3U);
    m_dvmrp->changeCreation = Disabling({2});
    m_rib->Move(S1, 4);
    auto seen = Seen();
    ASSERT_EQ(seen.size(), 3U);
    EXPECT_EQ(seen[2].client, ClientId(*m_bgmp));
    EXPECT_EQ(seen[2].op, ClientEvent::Op::PRUNE_ALERT);
    m_dvmrp->changeCreation = [](auto& entries) { entries.at(0).enabled = true; };
    m_rib->Move(S1, 3);
    EXPECT_EQ(Seen(),
              (ClientEvents{Rpf(*m_bgmp, S1G1, 3),
                            CreationAlert(*m_dvmrp, S1G1, 3, "2-"),
                            EntryJoin(*m_bgmp, S1G1)}));
}

TEST_F(MfeRouteTest, MFE_8_RouteGoneDeletesTheEntry)
{
    m_rib->Move(S1, 0);
    EXPECT_EQ(SeenOfEntries(), (ClientEvents{EntryPrune(*m_pim, S1G1, 1)}));
    EXPECT_TRUE(m_plane->GetEntries().empty());
    EXPECT_EQ(Keys(), std::vector<SourceGroup>{});
    m_rib->Move(S1, 1);
    EXPECT_EQ(SeenOfEntries(), ClientEvents{});
    Packet(S1G1);
    EXPECT_EQ(SeenOfEntries(),
              (ClientEvents{Rpf(*m_pim, S1G1, 1), CreationAlert(*m_dvmrp, S1G1, 1, "2")}));
}

TEST_F(MfeRouteTest, MFE_8_RouteToAnInterfaceThatNobodyHasDeletesTheEntry)
{
    m_bgmp->Release(4);
    m_dvmrp->Delete(S1G1, 2);
    Seen();
    m_rib->Move(S1, 4);
    EXPECT_EQ(Seen(), ClientEvents{}) << "no interfaces of others were left";
    EXPECT_TRUE(m_plane->GetEntries().empty());
}

TEST_F(MfeRouteTest, OWN_5_ReleaseDeletesWhatRpfHasMovedElsewhere)
{
    m_bgmp->changeRpf = [](RpfQuery& query) { query.incoming.index = 4; };
    m_rib->Move(S1, 3);
    EXPECT_EQ(Incoming(S1G1), 4U);
    Seen();
    m_bgmp->Release(3);
    EXPECT_EQ(m_plane->Find(S1G1), nullptr) << "3 is its reverse path";
    m_bgmp->Take(3);
    Packet(S1G1, 4);
    EXPECT_EQ(Incoming(S1G1), 4U);
    m_bgmp->Release(3);
    m_pim->Take(3);
    Packet(S1G1, 3);
    EXPECT_EQ(Incoming(S1G1), 3U) << "the new owner is asked";
}

TEST_F(MfeRouteTest, OWN_5_ReleaseForgetsWhatRpfHadMovedElsewhereAndExpired)
{
    SetAttribute("MfeTimeout", "60s");
    m_bgmp->changeRpf = [](RpfQuery& query) { query.incoming.index = 4; };
    m_rib->Move(S1, 3);
    RunUntil(Seconds(1000));
    EXPECT_EQ(Keys(), std::vector<SourceGroup>{});
    m_bgmp->Release(3);
    Seen();
    m_dvmrp->Delete(S1G1, 2);
    EXPECT_EQ(SeenOfEntries(), ClientEvents{});
}

TEST_F(MfeRouteTest, MFE_7_OWN_5_RouteThatLeadsToAnInterfaceThatIgmpIsJustLosing)
{
    SetAttribute("MfeTimeout", "60s");
    m_bgmp->Release(4);
    TestClient& igmp = Owner(IGMP_PROTOCOL_ID, {4});
    m_dvmrp->Delete(S1G1, 2);
    RunUntil(Seconds(61)); // expired
    igmp.Add(G1, 4);
    Seen();
    m_rib->interfaces[S1.Get()] = 4; // without a word
    igmp.Fail();
    EXPECT_EQ(Of(SeenOfEntries(), *m_pim), (ClientEvents{EntryPrune(*m_pim, S1G1, 1)}));
    m_rib->Move(S1, 1);
    EXPECT_EQ(SeenOfEntries(), ClientEvents{}) << "the entry went with its last interface";
}

TEST_F(MfeRouteTest, MFE_8_FormerOwnerIsPrunedAlsoIfTheNewOneGivesUp)
{
    for (const bool fails : {false, true})
    {
        m_bgmp->react = [&](const ClientEvent& event) {
            if (event.op == ClientEvent::Op::RPF)
            {
                fails ? m_bgmp->Fail() : m_bgmp->Release(4);
            }
        };
        m_rib->Move(S1, 4);
        EXPECT_EQ(Of(SeenOfEntries(), *m_pim), (ClientEvents{EntryPrune(*m_pim, S1G1, 1)}));
        EXPECT_EQ(m_plane->Find(S1G1), nullptr);
        m_bgmp->react = nullptr;
        m_bgmp->Take(4);
        m_rib->Move(S1, 1);
        Packet(S1G1);
        Seen();
    }
}

TEST_F(MfeRouteTest, MFE_8_FormerOwnerIsPrunedAlsoIfTheNewOneIsGoneBeforeItIsAsked)
{
    for (const bool fails : {false, true})
    {
        SetAttribute("CallbackDelivery", "posted");
        m_rib->Move(S1, 4);
        fails ? m_bgmp->Fail() : m_bgmp->Release(4);
        Simulator::Stop(Seconds(1));
        Simulator::Run();
        EXPECT_EQ(SeenOfEntries(), (ClientEvents{EntryPrune(*m_pim, S1G1, 1)})) << fails;
        EXPECT_EQ(m_plane->Find(S1G1), nullptr) << fails;
        SetAttribute("CallbackDelivery", "inline");
        m_bgmp->Take(4);
        m_rib->Move(S1, 1);
        Packet(S1G1);
        Seen();
    }
}

TEST_F(MfeRouteTest, MFE_8_MoveThatAWrongPacketFindsMovesAllOfTheSource)
{
    m_dvmrp->Add(G2, 2);
    Packet(S1G2);
    Seen();
    m_rib->interfaces[S1.Get()] = 4; // without a word
    Packet(S1G1, 4);
    EXPECT_EQ(Incoming(S1G1), 4U);
    EXPECT_EQ(Incoming(S1G2), 4U);
    const auto seen = Seen();
    EXPECT_EQ(std::count(seen.begin(), seen.end(), JoinAlert(*m_bgmp, S1G1)), 1) << "ALR-3";
}

TEST_F(MfeRouteTest, REG_6_CrashRemovesEntriesAndWaitingPackets)
{
    SetCost("UpcallCost", 1);
    Packet(S2G1);
    m_manager->Crash();
    EXPECT_TRUE(m_plane->GetEntries().empty());
    EXPECT_EQ(m_plane->TakeDrops(), std::vector<DropReason>{DropReason::ENTRY_DELETED});
    EXPECT_EQ(Seen(), ClientEvents{});
    Simulator::Run();
    EXPECT_EQ(Seen(), ClientEvents{});
    EXPECT_TRUE(m_manager->IsIdle());
}

TEST_F(MfeRouteTest, MFE_8_OtherSourcesStay)
{
    m_dvmrp->Add(G1, 2);
    Packet(S2G1);
    Seen();
    m_rib->Move(S2, 4);
    for (const auto& event : Seen())
    {
        EXPECT_EQ(event.key, S2G1);
    }
    EXPECT_EQ(Incoming(S1G1), 1U);
    EXPECT_EQ(Incoming(S2G1), 4U);
}

TEST_F(MfeRouteTest, MFE_8_NothingChangesNothing)
{
    m_rib->Move(S1, 1);
    EXPECT_EQ(Seen(), ClientEvents{});
    EXPECT_EQ(Incoming(S1G1), 1U);
}

TEST_F(MfeRouteTest, MFE_8_OnlyTheNextHopChanges)
{
    m_rib->Move(S1, 1, Ipv4Address("10.0.1.8"));
    EXPECT_EQ(Seen(), ClientEvents{});
    EXPECT_EQ(Read(S1G1).value().upstreamNeighbor, Ipv4Address("10.0.1.8"));
    auto mfe = Read(S1G1).value();
    mfe.upstreamNeighbor = Ipv4Address("10.0.1.9");
    m_manager->SetMfe(m_pim->GetHandle(), mfe);
    m_rib->Move(S1, 1, Ipv4Address("10.0.1.10"));
    EXPECT_EQ(Read(S1G1).value().upstreamNeighbor, Ipv4Address("10.0.1.9"));
}

TEST_F(MfeRouteTest, MFE_8_NeighborOfTheRpfCallbackStays)
{
    m_pim->changeRpf = [](RpfQuery& query) { query.upstreamNeighbor = Ipv4Address("10.0.1.9"); };
    m_dvmrp->Add(G1, 2);
    Packet(S2G1);
    m_rib->Move(S2, 1, Ipv4Address("10.0.1.10"));
    EXPECT_EQ(Read(S2G1).value().upstreamNeighbor, Ipv4Address("10.0.1.9"));
}

TEST_F(MfeRouteTest, MFE_8_CountersGoOn)
{
    Packet(S1G1);
    m_rib->Move(S1, 4);
    Packet(S1G1, 4);
    MfeStats stats;
    auto size = AMPLE;
    m_manager->GetMfeStats(S1G1, MfeStatsLevel::MGM_MFE_STATS_0, size, stats);
    EXPECT_EQ(stats.inPackets, 3U);
}

TEST_F(MfeRouteTest, MFE_8_MarksStay)
{
    m_bgmp->Add(S1G1, 3, FORWARD);
    m_dvmrp->Delete(S1G1, 2, FORWARD);
    Seen();
    m_rib->Move(S1, 4);
    EXPECT_EQ(Outgoing(S1G1), "3");
    m_rib->Move(S1, 3);
    EXPECT_EQ(Outgoing(S1G1), "none");
    m_rib->Move(S1, 1);
    EXPECT_EQ(Outgoing(S1G1), "3");
}

TEST_F(MfeRouteTest, MFE_8_RouteChangeInARpfCallbackWins)
{
    m_dvmrp->Add(G1, 2);
    bool first = true;
    m_pim->changeRpf = [&](RpfQuery&) {
        if (std::exchange(first, false))
        {
            m_rib->Move(S2, 4);
        }
    };
    Seen();
    Packet(S2G1);
    EXPECT_EQ(Incoming(S2G1), 4U);
    const auto seen = Seen();
    EXPECT_EQ(std::count(seen.begin(), seen.end(), Rpf(*m_bgmp, S2G1, 4)), 1);
    EXPECT_EQ(std::count(seen.begin(), seen.end(), CreationAlert(*m_dvmrp, S2G1, 4, "2")), 1);
}

TEST_F(MfeRouteTest, MFE_8_RouteChangeInACreationAlertWins)
{
    m_dvmrp->Add(G1, 2);
    bool first = true;
    m_dvmrp->changeCreation = [&](auto&) {
        if (std::exchange(first, false))
        {
            m_rib->Move(S2, 4);
        }
    };
    Seen();
    Packet(S2G1);
    EXPECT_EQ(Incoming(S2G1), 4U);
    EXPECT_EQ(Outgoing(S2G1), "2");
    const auto seen = Seen();
    EXPECT_EQ(std::count(seen.begin(), seen.end(), Rpf(*m_bgmp, S2G1, 4)), 1);
    Packet(S2G1, 4);
    EXPECT_EQ(Left(S2G1), "2");
}

TEST_F(MfeRouteTest, MFE_8_RouteGoneWhileBeingMade)
{
    m_dvmrp->Add(G1, 2);
    m_dvmrp->changeCreation = [&](auto&) { m_rib->Move(S2, 0); };
    Packet(S2G1);
    EXPECT_EQ(m_plane->Find(S2G1), nullptr);
    EXPECT_EQ(m_plane->TakeDrops().size(), 1U);
    EXPECT_EQ(Keys(), std::vector<SourceGroup>{S1G1});
}

} // namespace mgm
} // namespace ns3
