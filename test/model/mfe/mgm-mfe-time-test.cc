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

/// Section 5: making an entry takes simulated time, or happens in events of its own.
class MfeTimeTest : public MfeTest
{
  protected:
    void SetUp() override
    {
        MfeTest::SetUp();
        PimAndDvmrp();
        m_dvmrp->Add(G1, 2);
        m_dvmrp->Add(G1, 3);
        Seen();
    }

    /// What the entry needs to be asked and shown for.
    ClientEvents Making() const
    {
        return {Rpf(*m_pim, S1G1, 1), CreationAlert(*m_dvmrp, S1G1, 1, "2 3")};
    }
};

TEST_F(MfeTimeTest, MFE_9_PacketsWaitForTheUpcallAndLeaveInOrder)
{
    SetCost("UpcallCost", 1);
    for (int i = 0; i < 5; ++i)
    {
        Packet(S1G1);
    }
    EXPECT_EQ(Seen(), ClientEvents{});
    EXPECT_FALSE(m_manager->IsIdle());
    EXPECT_EQ(Keys(), std::vector<SourceGroup>{}) << "it is being made";
    RunUntil(Seconds(0.9));
    EXPECT_EQ(Seen(), ClientEvents{});
    RunUntil(Seconds(1.1));
    EXPECT_EQ(Seen(), Making());
    EXPECT_EQ(Left(S1G1), "2 3 2 3 2 3");
    EXPECT_TRUE(m_manager->IsIdle());
    MfeStats stats;
    auto size = AMPLE;
    m_manager->GetMfeStats(S1G1, MfeStatsLevel::MGM_MFE_STATS_1, size, stats);
    EXPECT_EQ(stats.waitedPackets, 3U);
    EXPECT_EQ(stats.queueOverflow, 2U);
    EXPECT_EQ(stats.inPackets, 3U);
}

TEST_F(MfeTimeTest, MFE_1_I5_CallbacksThatCostTimeKeepTheOrder)
{
    SetCost("CallbackCost", 1);
    Time installed;
    m_plane->onInstall = [&](const SourceGroup&) { installed = Simulator::Now(); };
    Packet(S1G1);
    RunUntil(Seconds(1.5));
    Packet(S1G1);
    RunUntil(Seconds(60));
    const auto seen = Seen();
    EXPECT_EQ(seen, Making());
    EXPECT_EQ(seen.at(0).at, Seconds(1));
    EXPECT_EQ(seen.at(1).at, Seconds(2));
    EXPECT_GE(installed, Seconds(2));
    EXPECT_EQ(Left(S1G1), "2 3 2 3");
}

TEST_F(MfeTimeTest, MFE_1_I5_PostedCallbacksKeepTheOrder)
{
    SetAttribute("CallbackDelivery", "posted");
    Packet(S1G1);
    EXPECT_EQ(Seen(), ClientEvents{});
    Packet(S1G1);
    Simulator::Stop(Seconds(1));
    Simulator::Run();
    const auto seen = Seen();
    EXPECT_EQ(seen, Making());
    EXPECT_EQ(seen.at(1).at, Time());
    EXPECT_EQ(Left(S1G1), "2 3 2 3");
}

TEST_F(MfeTimeTest, MFE_1_SeveralEntriesAtOnce)
{
    SetCost("UpcallCost", 1);
    SetCost("CallbackCost", 1);
    Packet(S1G1);
    Packet(S2G1);
    RunUntil(Seconds(60));
    const auto seen = Seen();
    EXPECT_EQ(seen.size(), 4U);
    for (const auto& key : {S1G1, S2G1})
    {
        const auto rpf = std::find(seen.begin(), seen.end(), Rpf(*m_pim, key, 1));
        ASSERT_NE(rpf, seen.end());
        EXPECT_NE(std::find(rpf, seen.end(), CreationAlert(*m_dvmrp, key, 1, "2 3")), seen.end());
        EXPECT_EQ(Outgoing(key), "2 3");
    }
}

TEST_F(MfeTimeTest, MFE_1_MembershipsCountThatComeWhileItIsMade)
{
    SetCost("UpcallCost", 1);
    auto& bgmp = Owner(BGMP, {4});
    Packet(S1G1);
    bgmp.Add(S1G1, 4);
    m_dvmrp->Delete(G1, 2);
    Seen();
    RunUntil(Seconds(2));
    EXPECT_EQ(SeenOfEntries(),
              (ClientEvents{Rpf(*m_pim, S1G1, 1),
                            CreationAlert(*m_dvmrp, S1G1, 1, "3"),
                            CreationAlert(bgmp, S1G1, 1, "4")}));
    EXPECT_EQ(Outgoing(S1G1), "3 4");
}

TEST_F(MfeTimeTest, MFE_1_MembershipsThatChangeInTheRpfCallback)
{
    m_pim->react = [this](const ClientEvent& event) {
        if (event.op == ClientEvent::Op::RPF)
        {
            m_dvmrp->Delete(G1, 2);
            m_dvmrp->Add(S1G1, 3);
        }
    };
    Packet(S1G1);
    EXPECT_EQ(SeenOfEntries(),
              (ClientEvents{Rpf(*m_pim, S1G1, 1), CreationAlert(*m_dvmrp, S1G1, 1, "3")}));
    EXPECT_EQ(Outgoing(S1G1), "3");
}

TEST_F(MfeTimeTest, MFE_1_MembershipsThatChangeInTheCreationAlert)
{
    auto& bgmp = Owner(BGMP, {4});
    m_dvmrp->react = [&](const ClientEvent& event) {
        if (event.op == ClientEvent::Op::CREATION_ALERT)
        {
            m_dvmrp->Delete(G1, 2);
            bgmp.Add(S1G1, 4);
        }
    };
    Packet(S1G1);
    EXPECT_EQ(Outgoing(S1G1), "3 4");
    const auto seen = SeenOfEntries();
    EXPECT_EQ(std::count(seen.begin(), seen.end(), EntryJoin(*m_pim, S1G1)), 0);
    m_dvmrp->Delete(G1, 3);
    Seen();
    bgmp.Delete(S1G1, 4);
    EXPECT_EQ(SeenOfEntries(), (ClientEvents{EntryPrune(*m_pim, S1G1, 4)}));
}

TEST_F(MfeTimeTest, MFE_4_LastMembershipThatGoesInTheCreationAlertMakesItBornEmpty)
{
    m_dvmrp->react = [&](const ClientEvent& event) {
        if (event.op == ClientEvent::Op::CREATION_ALERT)
        {
            m_dvmrp->Delete(G1, 2);
            m_dvmrp->Delete(G1, 3);
        }
    };
    Packet(S1G1);
    EXPECT_EQ(Outgoing(S1G1), "none");
    const auto seen = SeenOfEntries();
    ASSERT_EQ(seen.size(), 3U) << "one PRUNE_ALERT of the entry";
    EXPECT_EQ(seen[2].op, ClientEvent::Op::PRUNE_ALERT);
    EXPECT_EQ(seen[2].client, ClientId(*m_pim));
}

TEST_F(MfeTimeTest, MFE_5_ForwardStateInTheCreationAlert)
{
    m_dvmrp->react = [&](const ClientEvent& event) {
        if (event.op == ClientEvent::Op::CREATION_ALERT)
        {
            EXPECT_EQ(m_dvmrp->Delete(S1G1, 2, FORWARD), Status::NO_ERROR);
        }
    };
    Packet(S1G1);
    EXPECT_EQ(Outgoing(S1G1), "3");
    m_dvmrp->Add(S1G1, 2, FORWARD);
    EXPECT_EQ(Outgoing(S1G1), "2 3");
}

TEST_F(MfeTimeTest, MFE_5_ForwardStateWhileItIsMade)
{
    SetCost("UpcallCost", 1);
    auto& bgmp = Owner(BGMP, {4});
    Packet(S1G1);
    EXPECT_EQ(bgmp.Add(S1G1, 4, FORWARD), Status::NO_ERROR);
    EXPECT_EQ(m_dvmrp->Delete(G1, 3, FORWARD), Status::NO_ERROR);
    RunUntil(Seconds(2));
    EXPECT_EQ(Outgoing(S1G1), "2 4");
}

TEST_F(MfeTimeTest, MFE_4_JoinInThePruneAlertOfABornEmptyEntry)
{
    m_pim->react = [&](const ClientEvent& event) {
        if (event == EntryPrune(*m_pim, S1G2, 1))
        {
            m_dvmrp->Add(S1G2, 2);
        }
    };
    Packet(S1G2);
    EXPECT_EQ(
        SeenOfEntries(),
        (ClientEvents{Rpf(*m_pim, S1G2, 1), EntryPrune(*m_pim, S1G2, 1), EntryJoin(*m_pim, S1G2)}));
    EXPECT_EQ(Outgoing(S1G2), "2");
    RunUntil(Seconds(MFE_TIMEOUT - 1));
    EXPECT_EQ(Keys().size(), 1U);
}

TEST_F(MfeTimeTest, MFE_8_RouteChangesWhileItIsMade)
{
    for (const double at : {0.5, 1.5, 2.5, 3.5})
    {
        TearDown();
        SetUp();
        auto& bgmp = Owner(BGMP, {4});
        Seen();
        SetCost("UpcallCost", 1);
        SetCost("CallbackCost", 1);
        Packet(S1G1);
        RunUntil(Seconds(at));
        m_rib->Move(S1, 4);
        RunUntil(Seconds(60));
        EXPECT_EQ(Incoming(S1G1), 4U) << at;
        EXPECT_EQ(Outgoing(S1G1), "2 3") << at;
        const auto seen = Seen();
        EXPECT_EQ(std::count(seen.begin(), seen.end(), Rpf(bgmp, S1G1, 4)), 1) << at;
        EXPECT_EQ(std::count(seen.begin(), seen.end(), CreationAlert(*m_dvmrp, S1G1, 4, "2 3")), 1)
            << at;
        Left(S1G1);
        Packet(S1G1, 4);
        EXPECT_EQ(Left(S1G1), "2 3");
        EXPECT_TRUE(m_manager->IsIdle());
    }
}

TEST_F(MfeTimeTest, OWN_5_ANewOwnerWhileItIsMade)
{
    for (const double at : {0.5, 1.5, 2.5})
    {
        TearDown();
        SetUp();
        auto& bgmp = Registered(BGMP);
        SetCost("UpcallCost", 1);
        SetCost("CallbackCost", 1);
        Packet(S1G1);
        RunUntil(Seconds(at));
        EXPECT_EQ(m_pim->Release(1), Status::NO_ERROR);
        RunUntil(Seconds(30));
        EXPECT_EQ(bgmp.Take(1), Status::NO_ERROR);
        RunUntil(Seconds(60));
        const auto drops = m_plane->TakeDrops();
        ASSERT_EQ(drops.size() + Left(S1G1).size() / 3, 1U) << at;
        EXPECT_TRUE(m_plane->GetEntries().empty()) << at;
        Seen();
        Packet(S1G1);
        RunUntil(Seconds(120));
        EXPECT_EQ(Seen(),
                  (ClientEvents{Rpf(bgmp, S1G1, 1), CreationAlert(*m_dvmrp, S1G1, 1, "2 3")}));
        EXPECT_EQ(Left(S1G1), "2 3");
    }
}

TEST_F(MfeTimeTest, PlaneTakenAwayWhileAnEntryIsMade)
{
    SetCost("UpcallCost", 1);
    SetCost("CallbackCost", 1);
    Packet(S1G1);
    RunUntil(Seconds(1.5));
    m_manager->AttachForwardingPlane(nullptr);
    RunUntil(Seconds(60));
    EXPECT_TRUE(m_manager->IsIdle());
    EXPECT_EQ(Keys(), std::vector<SourceGroup>{});
}

TEST_F(MfeTimeTest, MFE_7_ARemadeEntryDoesNotExpireWhileItIsMade)
{
    SetAttribute("MfeTimeout", "5s");
    Packet(S1G1);
    RunUntil(Seconds(6));
    EXPECT_EQ(Keys(), std::vector<SourceGroup>{});
    SetCost("UpcallCost", 10);
    Seen();
    Left(S1G1);
    Packet(S1G1);
    RunUntil(Seconds(8));
    m_dvmrp->Delete(G1, 2);
    m_dvmrp->Delete(G1, 3);
    m_dvmrp->Add(S1G1, 3);
    RunUntil(Seconds(17));
    EXPECT_EQ(Outgoing(S1G1), "3");
    EXPECT_EQ(Left(S1G1), "3");
    const auto seen = SeenOfEntries();
    EXPECT_EQ(std::count(seen.begin(), seen.end(), CreationAlert(*m_dvmrp, S1G1, 1, "3")), 1);
    RunUntil(Seconds(22));
    EXPECT_EQ(Keys(), std::vector<SourceGroup>{});
}

TEST_F(MfeTimeTest, MFE_2_NobodyHasAnInterfaceWhileItsOwnerChanges)
{
    auto& bgmp = Registered(BGMP);
    SetCost("OwnershipChangeDuration", 2);
    bgmp.Take(4);
    Packet(S3G1, 4);
    EXPECT_EQ(m_plane->TakeDrops(), std::vector<DropReason>{DropReason::NO_OWNER});
    RunUntil(Seconds(3));
    Packet(S3G1, 4);
    EXPECT_EQ(Left(S3G1), "2 3");
    bgmp.Release(4);
    EXPECT_TRUE(m_plane->GetEntries().empty());
    Packet(S3G1, 4);
    EXPECT_EQ(m_plane->TakeDrops(), std::vector<DropReason>{DropReason::NO_OWNER});
}

TEST_F(MfeTimeTest, MFE_2_TheOldHolderHasItUntilTheChangeBegins)
{
    auto& igmp = Owner(IGMP_PROTOCOL_ID, {4});
    auto& bgmp = Registered(BGMP);
    SetAttribute("CallbackDelivery", "posted");
    bgmp.Take(4);
    Packet(S3G1, 4);
    Simulator::Stop(Seconds(1));
    Simulator::Run();
    EXPECT_TRUE(m_plane->GetEntries().empty()) << "what was made for IGMP went with the change";
    Seen();
    Packet(S3G1, 4);
    Simulator::Stop(Seconds(1));
    Simulator::Run();
    EXPECT_EQ(Seen(), (ClientEvents{Rpf(bgmp, S3G1, 4), CreationAlert(*m_dvmrp, S3G1, 4, "2 3")}));
    EXPECT_EQ(m_manager->GetOwnership().Find({4})->igmp, igmp.GetHandle());
}

TEST_F(MfeTimeTest, MFE_2_WhoHasTheInterfaceNoMoreIsNotAsked)
{
    auto& igmp = Owner(IGMP_PROTOCOL_ID, {4});
    auto& bgmp = Registered(BGMP);
    SetCost("UpcallCost", 1);
    igmp.react = [&](const ClientEvent& event) {
        if (event.op == ClientEvent::Op::DISABLE_IGMP)
        {
            igmp.Add(G1, 2); // the manager comes to what is queued, and RPF is
        }
    };
    Packet(S3G1, 4);
    bgmp.Take(4);
    RunUntil(Seconds(2));
    const auto seen = Seen();
    EXPECT_EQ(std::count(seen.begin(), seen.end(), DisableIgmp(igmp, 4)), 1);
    EXPECT_EQ(std::count(seen.begin(), seen.end(), Rpf(igmp, S3G1, 4)), 0);
    EXPECT_TRUE(m_plane->GetEntries().empty()) << "it went with the change";
    EXPECT_TRUE(m_manager->IsIdle());
    Packet(S3G1, 4);
    RunUntil(Seconds(4));
    EXPECT_EQ(Seen(), (ClientEvents{Rpf(bgmp, S3G1, 4), CreationAlert(*m_dvmrp, S3G1, 4, "2 3")}));
}

} // namespace mgm
} // namespace ns3
