/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "mgm-manager-fixture.h"

#include "ns3/ipv4.h"
#include "ns3/mgm-static-multicast-rib.h"
#include "ns3/mgm-unicast-rib.h"
#include "ns3/pointer.h"
#include "ns3/simulator.h"

#include <map>
#include <utility>

namespace ns3
{
namespace mgm
{

/// ALR-3, I7 and I8 for (s,g): whoever answers towards the source knows whether others want it.
class SourceAlertTest : public ManagerTest
{
  protected:
    void SetUp() override
    {
        ManagerTest::SetUp();
        m_a = &Owner(PIM, {1, 4});
        m_b = &Owner(DVMRP, {2});
        m_c = &Owner(BGMP, {3});
        SetRoute(1);
    }

    /// Sets the route towards the source without a word.
    void SetRoute(uint32_t interface)
    {
        m_rib->interfaces[S1G1.source.Get()] = interface;
    }

    /// Moves the route towards the source and says so.
    void MoveRoute(uint32_t interface)
    {
        m_rib->Move(S1G1.source, interface);
    }

    TestClient* m_a; ///< owns 1 and 4
    TestClient* m_b; ///< owns 2
    TestClient* m_c; ///< owns 3
};

TEST_F(SourceAlertTest, ALR_3_OwnEntryFirstHidesNobody)
{
    m_a->Add(S1G1, 4);
    EXPECT_EQ(Seen(), ClientEvents{}) << "nobody else wants it";
    m_b->Add(S1G1, 2);
    EXPECT_EQ(Seen(), (ClientEvents{JoinAlert(*m_a, S1G1)})) << "M 0 to 1";
    m_c->Add(S1G1, 3);
    m_a->Delete(S1G1, 4);
    EXPECT_EQ(Seen(), ClientEvents{}) << "M stays above 0";
    m_b->Delete(S1G1, 2);
    EXPECT_EQ(Seen(), ClientEvents{});
    m_c->Delete(S1G1, 3);
    EXPECT_EQ(Seen(), (ClientEvents{PruneAlert(*m_a, S1G1)})) << "M 1 to 0";
}

TEST_F(SourceAlertTest, ALR_3_OwnEntryLastHidesNobody)
{
    m_b->Add(S1G1, 2);
    m_a->Add(S1G1, 4);
    EXPECT_EQ(Seen(), (ClientEvents{JoinAlert(*m_a, S1G1)}));
    m_b->Delete(S1G1, 2);
    EXPECT_EQ(Seen(), (ClientEvents{PruneAlert(*m_a, S1G1)}));
    m_a->Delete(S1G1, 4);
    EXPECT_EQ(Seen(), ClientEvents{});
}

TEST_F(SourceAlertTest, ALR_3_RouteMovesToAnotherOwner)
{
    m_c->Add(S1G1, 3);
    Seen();
    MoveRoute(2);
    EXPECT_EQ(Seen(), (ClientEvents{PruneAlert(*m_a, S1G1), JoinAlert(*m_b, S1G1)}));
    MoveRoute(4);
    EXPECT_EQ(Seen(), (ClientEvents{PruneAlert(*m_b, S1G1), JoinAlert(*m_a, S1G1)}));
    MoveRoute(1);
    EXPECT_EQ(Seen(), ClientEvents{}) << "the same client answers";
    m_c->Delete(S1G1, 3);
    EXPECT_EQ(Seen(), (ClientEvents{PruneAlert(*m_a, S1G1)}));
}

TEST_F(SourceAlertTest, ALR_3_RouteMovesToTheOnlyOneWhoWantsIt)
{
    m_c->Add(S1G1, 3);
    m_c->Add(S2G1, 3);
    Seen();
    MoveRoute(3);
    EXPECT_EQ(Seen(), (ClientEvents{PruneAlert(*m_a, S1G1)}));
    MoveRoute(1);
    EXPECT_EQ(Seen(), (ClientEvents{JoinAlert(*m_a, S1G1)}));
}

TEST_F(SourceAlertTest, ALR_3_RouteAppearsAndGoes)
{
    MoveRoute(0);
    m_c->Add(S1G1, 3);
    EXPECT_EQ(Seen(), ClientEvents{});
    MoveRoute(1);
    EXPECT_EQ(Seen(), (ClientEvents{JoinAlert(*m_a, S1G1)}));
    MoveRoute(0);
    EXPECT_EQ(Seen(), (ClientEvents{PruneAlert(*m_a, S1G1)}));
    m_c->Delete(S1G1, 3);
    EXPECT_EQ(Seen(), ClientEvents{});
}

TEST_F(SourceAlertTest, ALR_3_SilentMoveIsToldAtTheNextChange)
{
    m_c->Add(S1G1, 3);
    Seen();
    SetRoute(2);
    m_b->Add(S1G1, 2);
    EXPECT_EQ(Seen(), (ClientEvents{PruneAlert(*m_a, S1G1), JoinAlert(*m_b, S1G1)}));
    SetRoute(1);
    m_b->Delete(S1G1, 2);
    EXPECT_EQ(Seen(), (ClientEvents{PruneAlert(*m_b, S1G1), JoinAlert(*m_a, S1G1)}));
}

TEST_F(SourceAlertTest, MBR_3_WhatChangesNothingAlertsNobody)
{
    m_c->Add(S1G1, 3);
    Seen();
    SetRoute(2);
    m_c->Add(S1G1, 3);
    m_b->Delete(S1G1, 2);
    EXPECT_EQ(Seen(), ClientEvents{});
}

TEST_F(SourceAlertTest, ALR_3_OwnerTowardsTheSourceComesLate)
{
    m_a->Release(1);
    m_c->Add(S1G1, 3);
    EXPECT_EQ(Seen(), ClientEvents{});
    EXPECT_EQ(m_b->Enumerate(), std::vector<SourceGroup>{S1G1});
    m_b->Take(1);
    EXPECT_EQ(Seen(), (ClientEvents{JoinAlert(*m_b, S1G1)}));
    m_b->Release(1);
    EXPECT_EQ(Seen(), (ClientEvents{PruneAlert(*m_b, S1G1)}));
    m_b->Take(1);
    m_c->Delete(S1G1, 3);
    EXPECT_EQ(Seen(), (ClientEvents{JoinAlert(*m_b, S1G1), PruneAlert(*m_b, S1G1)}));
}

TEST_F(SourceAlertTest, ALR_3_LinkOfAPointToMultipointInterface)
{
    const InterfaceId link{1, S1G1.source};
    EXPECT_EQ(m_manager->TakeInterfaceOwnership(m_b->GetHandle(), link), Status::NO_ERROR);
    m_c->Add(S1G1, 3);
    EXPECT_EQ(Seen(), (ClientEvents{JoinAlert(*m_a, S1G1)})) << "the interface as a whole";
    m_a->Release(1);
    EXPECT_EQ(Seen(), (ClientEvents{PruneAlert(*m_a, S1G1), JoinAlert(*m_b, S1G1)}));
    m_a->Take(1);
    EXPECT_EQ(Seen(), (ClientEvents{PruneAlert(*m_b, S1G1), JoinAlert(*m_a, S1G1)}));
}

TEST_F(SourceAlertTest, ALR_3_IgmpAnswersWhereItIsAlone)
{
    m_c->Add(S1G1, 3);
    Seen();
    m_a->Release(1);
    auto& igmp = Registered(IGMP_PROTOCOL_ID);
    EXPECT_EQ(Seen(), (ClientEvents{PruneAlert(*m_a, S1G1)}));
    igmp.Take(1);
    EXPECT_EQ(Seen(), (ClientEvents{JoinAlert(igmp, S1G1)}));
    m_a->Take(1);
    EXPECT_EQ(Seen(),
              (ClientEvents{DisableIgmp(igmp, 1),
                            PruneAlert(igmp, S1G1),
                            JoinAlert(*m_a, S1G1),
                            EnableIgmp(igmp, 1)}));
    igmp.Release(1);
    EXPECT_EQ(Seen(), ClientEvents{});
}

TEST_F(SourceAlertTest, ALR_3_IgmpThatLeavesIsPruned)
{
    m_a->Release(1);
    auto& igmp = Owner(IGMP_PROTOCOL_ID, {1});
    m_c->Add(S1G1, 3);
    Seen();
    igmp.Release(1);
    EXPECT_EQ(Seen(), (ClientEvents{PruneAlert(igmp, S1G1)}));
}

TEST_F(SourceAlertTest, ALR_3_NobodyAnswersWhileTheOwnerIsChanging)
{
    m_c->Add(S1G1, 3);
    Seen();
    SetAttribute("OwnershipChangeDuration", "ns3::ConstantRandomVariable[Constant=2]");
    m_a->Release(1);
    EXPECT_EQ(Seen(), (ClientEvents{PruneAlert(*m_a, S1G1)}));
    m_b->Add(S2G1, 2);
    m_b->Add(S1G1, 2);
    m_c->Delete(S1G1, 3);
    m_b->Delete(S1G1, 2);
    EXPECT_EQ(Seen(), ClientEvents{});
    m_c->Add(S1G1, 3);
    RunUntil(Seconds(3));
    m_b->Take(1);
    EXPECT_EQ(Seen(), ClientEvents{});
    RunUntil(Seconds(4.9));
    EXPECT_EQ(Seen(), ClientEvents{});
    RunUntil(Seconds(5.1));
    EXPECT_EQ(Seen(), (ClientEvents{JoinAlert(*m_b, S1G1)}));
}

TEST_F(SourceAlertTest, ALR_3_NoAlertToAClientInTheMiddleOfItsRelease)
{
    auto& igmp = Owner(IGMP_PROTOCOL_ID, {1});
    igmp.react = [&](const ClientEvent& event) {
        if (event.op == ClientEvent::Op::DISABLE_IGMP)
        {
            m_c->Add(S1G1, 3);
        }
    };
    m_a->Release(1);
    EXPECT_EQ(Seen(),
              (ClientEvents{DisableIgmp(igmp, 1), JoinAlert(igmp, S1G1), EnableIgmp(igmp, 1)}));
}

TEST_F(SourceAlertTest, ALR_3_RouteMovesInTheMiddleOfAChangeOfOwner)
{
    m_c->Add(S1G1, 3);
    Seen();
    SetAttribute("OwnershipChangeDuration", "ns3::ConstantRandomVariable[Constant=2]");
    m_b->Release(2);
    MoveRoute(2);
    EXPECT_EQ(Seen(), (ClientEvents{PruneAlert(*m_a, S1G1)}));
    MoveRoute(1);
    EXPECT_EQ(Seen(), (ClientEvents{JoinAlert(*m_a, S1G1)}));
    MoveRoute(2);
    RunUntil(Seconds(3));
    m_a->Take(2);
    RunUntil(Seconds(6));
    EXPECT_EQ(Seen(), (ClientEvents{PruneAlert(*m_a, S1G1), JoinAlert(*m_a, S1G1)}));
}

TEST_F(SourceAlertTest, ALR_3_OwnerThatFailsIsNotPruned)
{
    m_c->Add(S1G1, 3);
    Seen();
    m_a->Fail();
    EXPECT_EQ(Seen(), ClientEvents{});
    m_b->Take(1);
    EXPECT_EQ(Seen(), (ClientEvents{JoinAlert(*m_b, S1G1)}));
    m_c->Fail();
    EXPECT_EQ(Seen(), (ClientEvents{PruneAlert(*m_b, S1G1)}));
}

TEST_F(SourceAlertTest, ALR_3_PruneNamesWhereTheFormerOneAnswered)
{
    std::vector<std::pair<ClientId, InterfaceId>> pruned;
    for (TestClient* client : {m_a, m_b})
    {
        client->callbacks.pruneAlert =
            Callback<void, const SourceGroupEntry&, const InterfaceId&, bool, Time&>(
                [&pruned, client](const auto&, const auto& interface, bool, auto&) {
                    pruned.emplace_back(*client, interface);
                });
        client->Fail();
        client->Register();
    }
    m_a->Take(1);
    m_b->Take(2);
    m_c->Add(S1G1, 3);
    MoveRoute(2);
    m_b->Release(2);
    m_b->Take(2);
    m_c->Delete(S1G1, 3);
    EXPECT_EQ(
        pruned,
        (std::vector<std::pair<ClientId, InterfaceId>>{{*m_a, {1}}, {*m_b, {2}}, {*m_b, {3}}}));
}

TEST_F(SourceAlertTest, I8_ForSourcesAllIsAnsweredAndNothingLooksForRoutes)
{
    m_manager->SetAttribute("Rib", PointerValue(CreateObject<UnicastRib>()));
    const SourceGroup near{Ipv4Address("10.0.1.77"), Ipv4Address("239.1.1.1")};
    m_c->Add(near, 3);
    EXPECT_EQ(Seen(), (ClientEvents{JoinAlert(*m_a, near)}));
    RunUntil(Seconds(5));
    m_c->Delete(near, 3);
    EXPECT_EQ(Seen(), (ClientEvents{PruneAlert(*m_a, near)}));
    Simulator::Run();
    EXPECT_LT(Simulator::Now(), Seconds(10)) << "the simulation ends by itself";
    EXPECT_TRUE(m_manager->IsIdle());
}

TEST_F(SourceAlertTest, ALR_3_UnicastRoutesAreLookedAtRegularly)
{
    m_manager->SetAttribute("Rib", PointerValue(CreateObject<UnicastRib>()));
    const SourceGroup near{Ipv4Address("10.0.1.77"), Ipv4Address("239.1.1.1")};
    m_c->Add(near, 3);
    Seen();
    m_node->GetObject<Ipv4>()->RemoveAddress(1, uint32_t{0});
    RunUntil(Seconds(1.1));
    EXPECT_EQ(Seen(), (ClientEvents{PruneAlert(*m_a, near)}));
}

TEST_F(SourceAlertTest, ALR_3_StaticRoutesAreFollowedAtOnce)
{
    const auto rib = CreateObject<StaticMulticastRib>();
    m_manager->SetAttribute("Rib", PointerValue(rib));
    rib->AddRoute("10.0.0.0", Ipv4Mask("/8"), {InterfaceId{1}});
    m_c->Add(S1G1, 3);
    m_c->Add(S2G1, 3);
    Seen();
    rib->AddRoute(S1G1.source, Ipv4Mask("/32"), {InterfaceId{2}});
    EXPECT_EQ(Seen(), (ClientEvents{PruneAlert(*m_a, S1G1), JoinAlert(*m_b, S1G1)}));
    rib->RemoveRoute("10.0.0.0", Ipv4Mask("/8"));
    EXPECT_EQ(Seen(), (ClientEvents{PruneAlert(*m_a, S2G1)}));
    m_manager->SetAttribute("Rib", PointerValue(m_rib));
    EXPECT_EQ(Seen(), (ClientEvents{PruneAlert(*m_b, S1G1), JoinAlert(*m_a, S1G1)}))
        << "another view is a change, too";
}

TEST_F(SourceAlertTest, ALR_4_PathsAreInTheTraceBeforeWhatTheyChange)
{
    Listen();
    m_c->Add(S1G1, 3);
    MoveRoute(2);
    MoveRoute(0);
    std::vector<std::string> paths;
    for (const auto& record : m_records)
    {
        if (record.opText == "reverse-path")
        {
            EXPECT_EQ(record.sourceGroup, (SourceGroup{S1G1.source, ANY_ADDRESS}));
            paths.push_back(record.interface ? std::to_string(record.interface->index) : "none");
        }
        else if (record.opText == "membership")
        {
            paths.emplace_back("membership");
        }
    }
    EXPECT_EQ(paths, (std::vector<std::string>{"1", "membership", "2", "none"}));
}

} // namespace mgm
} // namespace ns3
