/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "mgm-manager-fixture.h"

#include <algorithm>
#include <set>

namespace ns3
{
namespace mgm
{

/// Rules ALR of doc/rules.md.
class AlertTest : public ManagerTest
{
  protected:
    void SetUp() override
    {
        ManagerTest::SetUp();
        m_a = &Owner(PIM, {1, 4});
        m_b = &Owner(DVMRP, {2});
        m_c = &Owner(BGMP, {3});
    }

    TestClient* m_a; ///< owns 1 and 4
    TestClient* m_b; ///< owns 2
    TestClient* m_c; ///< owns 3
};

TEST_F(AlertTest, ALR_1_A8_1_FirstJoinAlertsAllOthers)
{
    m_b->Add(G1, 2);
    EXPECT_EQ(Seen(), (ClientEvents{JoinAlert(*m_a, G1), JoinAlert(*m_c, G1)}));
}

TEST_F(AlertTest, ALR_1_A8_2_SecondJoinAlertsTheFirstOnly)
{
    m_b->Add(G1, 2);
    Seen();
    m_c->Add(G1, 3);
    EXPECT_EQ(Seen(), (ClientEvents{JoinAlert(*m_b, G1)}));
}

TEST_F(AlertTest, ALR_1_A8_3_FurtherJoinsAlertNobody)
{
    m_b->Add(G1, 2);
    m_c->Add(G1, 3);
    Seen();
    m_a->Add(G1, 1);
    EXPECT_EQ(Seen(), ClientEvents{});
}

TEST_F(AlertTest, ALR_2_A8_4_LastButOnePruneAlertsTheRemainingOne)
{
    m_b->Add(G1, 2);
    m_c->Add(G1, 3);
    Seen();
    m_b->Delete(G1, 2);
    EXPECT_EQ(Seen(), (ClientEvents{PruneAlert(*m_c, G1)}));
}

TEST_F(AlertTest, ALR_2_A8_5_LastPruneAlertsAllOthers)
{
    m_b->Add(G1, 2);
    Seen();
    m_b->Delete(G1, 2);
    EXPECT_EQ(Seen(), (ClientEvents{PruneAlert(*m_a, G1), PruneAlert(*m_c, G1)}));
}

TEST_F(AlertTest, ALR_2_A8_6_EarlierPrunesAlertNobody)
{
    m_a->Add(G1, 1);
    m_b->Add(G1, 2);
    m_c->Add(G1, 3);
    Seen();
    m_a->Delete(G1, 1);
    EXPECT_EQ(Seen(), ClientEvents{});
}

TEST_F(AlertTest, ALR_1_ALR_2_A8_7_ClientsCountNotInterfaces)
{
    m_a->Add(G1, 1);
    Seen();
    m_a->Add(G1, 4);
    EXPECT_EQ(Seen(), ClientEvents{});
    m_a->Delete(G1, 1);
    EXPECT_EQ(Seen(), ClientEvents{});
    m_a->Delete(G1, 4);
    EXPECT_EQ(Seen(), (ClientEvents{PruneAlert(*m_b, G1), PruneAlert(*m_c, G1)}));
}

TEST_F(AlertTest, ALR_1_A8_8_WildcardHolderCountsInEveryGroup)
{
    m_a->Add(ANY, 1);
    EXPECT_EQ(Seen(), (ClientEvents{JoinAlert(*m_b, ANY), JoinAlert(*m_c, ANY)}));
    m_b->Add(G1, 2);
    EXPECT_EQ(Seen(), (ClientEvents{JoinAlert(*m_a, G1)}));
    m_c->Add(G1, 3);
    EXPECT_EQ(Seen(), ClientEvents{});
    m_b->Delete(G1, 2);
    EXPECT_EQ(Seen(), ClientEvents{});
    m_c->Delete(G1, 3);
    EXPECT_EQ(Seen(), (ClientEvents{PruneAlert(*m_a, G1)}));
}

TEST_F(AlertTest, ALR_1_A8_8_HolderOfBothCountsOnce)
{
    m_a->Add(ANY, 1);
    m_a->Add(G1, 4);
    Seen();
    m_b->Add(G1, 2);
    EXPECT_EQ(Seen(), (ClientEvents{JoinAlert(*m_a, G1)}));
}

TEST_F(AlertTest, ALR_1_ALR_2_WildcardAlertsLikeAGroup)
{
    m_a->Add(ANY, 1);
    Seen();
    m_b->Add(ANY, 2);
    EXPECT_EQ(Seen(), (ClientEvents{JoinAlert(*m_a, ANY)}));
    m_c->Add(ANY, 3);
    EXPECT_EQ(Seen(), ClientEvents{});
    m_a->Delete(ANY, 1);
    EXPECT_EQ(Seen(), ClientEvents{});
    m_b->Delete(ANY, 2);
    EXPECT_EQ(Seen(), (ClientEvents{PruneAlert(*m_c, ANY)}));
    m_c->Delete(ANY, 3);
    EXPECT_EQ(Seen(), (ClientEvents{PruneAlert(*m_a, ANY), PruneAlert(*m_b, ANY)}));
}

TEST_F(AlertTest, ALR_2_WithheldAlertsFollowTheEndOfTheWildcard)
{
    m_a->Add(ANY, 1);
    m_b->Add(G1, 2);
    m_b->Add(G2, 2);
    Seen();
    m_a->Delete(ANY, 1);
    EXPECT_EQ(Seen(),
              (ClientEvents{PruneAlert(*m_b, ANY),
                            PruneAlert(*m_c, ANY),
                            JoinAlert(*m_c, G1),
                            JoinAlert(*m_c, G2)}));
    m_b->Delete(G1, 2);
    EXPECT_EQ(Seen(), (ClientEvents{PruneAlert(*m_a, G1), PruneAlert(*m_c, G1)}));
}

TEST_F(AlertTest, ALR_2_WithheldJoinAndPruneCancelOut)
{
    m_b->Add(G2, 2);
    m_a->Add(ANY, 1);
    m_b->Add(G1, 2);
    m_b->Delete(G1, 2);
    m_b->Delete(G2, 2);
    Seen();
    m_a->Delete(ANY, 1);
    EXPECT_EQ(Seen(),
              (ClientEvents{PruneAlert(*m_b, ANY), PruneAlert(*m_c, ANY), PruneAlert(*m_c, G2)}));
    EXPECT_TRUE(m_manager->IsIdle());
}

TEST_F(AlertTest, ALR_3_FirstAndLastSourceEntryAlertTheOwnerTowardsTheSource)
{
    m_rib->interfaces[S1G1.source.Get()] = 4;
    m_b->Add(S1G1, 2);
    EXPECT_EQ(Seen(), (ClientEvents{JoinAlert(*m_a, S1G1)}));
    m_c->Add(S1G1, 3);
    m_b->Add(S1G1, 2);
    m_b->Delete(S1G1, 2);
    EXPECT_EQ(Seen(), ClientEvents{});
    m_c->Delete(S1G1, 3);
    EXPECT_EQ(Seen(), (ClientEvents{PruneAlert(*m_a, S1G1)}));
}

TEST_F(AlertTest, ALR_3_M3_NoAlertToTheCaller)
{
    m_rib->interfaces[S1G1.source.Get()] = 4;
    m_a->Add(S1G1, 1);
    m_a->Delete(S1G1, 1);
    EXPECT_EQ(Seen(), ClientEvents{});
}

TEST_F(AlertTest, ALR_3_SourceAndAnySourceAreApart)
{
    m_rib->interfaces[S1G1.source.Get()] = 1;
    m_b->Add(G1, 2);
    Seen();
    m_b->Add(S1G1, 2);
    EXPECT_EQ(Seen(), (ClientEvents{JoinAlert(*m_a, S1G1)}));
    m_c->Add(S2G1, 3);
    EXPECT_EQ(Seen(), ClientEvents{});
    m_c->Add(G1, 3);
    EXPECT_EQ(Seen(), (ClientEvents{JoinAlert(*m_b, G1)}));
}

TEST_F(AlertTest, ALR_3_LocalMembersOfAnOwnerDoNotCount)
{
    m_rib->interfaces[S1G1.source.Get()] = 1;
    auto& igmp = Owner(IGMP_PROTOCOL_ID, {2});
    igmp.Add(S1G1, 2);
    EXPECT_EQ(Seen(), (ClientEvents{LocalJoin(*m_b, S1G1, 2)}));
    m_b->Add(S1G1, 2);
    EXPECT_EQ(Seen(), (ClientEvents{JoinAlert(*m_a, S1G1)}));
}

TEST_F(AlertTest, ALR_3_IgmpWithoutAnOwnerCounts)
{
    m_rib->interfaces[S1G1.source.Get()] = 1;
    m_b->Release(2);
    auto& igmp = Owner(IGMP_PROTOCOL_ID, {2});
    igmp.Add(S1G1, 2);
    EXPECT_EQ(Seen(), (ClientEvents{JoinAlert(*m_a, S1G1)}));
}

TEST_F(AlertTest, ALR_4_NoRouteOrNoOwnerNoAlert)
{
    m_c->Release(3);
    m_b->Add(S1G1, 2);
    m_rib->interfaces[S2G1.source.Get()] = 3;
    m_b->Add(S2G1, 2);
    EXPECT_EQ(Seen(), ClientEvents{});
}

TEST_F(AlertTest, ALR_4_DefaultIsTheUnicastRouting)
{
    m_node = MakeRouter(2);
    m_manager = CreateObject<MulticastGroupManager>();
    m_node->AggregateObject(m_manager);
    auto& pim = Owner(PIM, {1});
    auto& dvmrp = Owner(DVMRP, {2});
    const SourceGroup onLink1{Ipv4Address("10.0.1.77"), Ipv4Address("239.1.1.1")};
    const SourceGroup nowhere{Ipv4Address("172.16.0.1"), Ipv4Address("239.1.1.1")};
    dvmrp.Add(onLink1, 2);
    dvmrp.Add(nowhere, 2);
    EXPECT_EQ(Seen(), (ClientEvents{JoinAlert(pim, onLink1)}));
}

TEST_F(AlertTest, ALR_5_OrderIsAnAttribute)
{
    Registered(1);
    const auto order = [&](const std::string& name) {
        SetAttribute("AlertOrder", name);
        m_b->Add(G1, 2);
        std::vector<uint32_t> protocols;
        for (const auto& event : Seen())
        {
            protocols.push_back(event.client.protocol);
        }
        m_b->Delete(G1, 2);
        Seen();
        return protocols;
    };
    EXPECT_EQ(order("registration"), (std::vector<uint32_t>{PIM, BGMP, 1}));
    EXPECT_EQ(order("reverse"), (std::vector<uint32_t>{1, BGMP, PIM}));
    EXPECT_EQ(order("protocol-id"), (std::vector<uint32_t>{1, PIM, BGMP}));
}

TEST_F(AlertTest, ALR_5_RandomOrderVaries)
{
    Registered(1);
    m_manager->AssignStreams(5);
    SetAttribute("AlertOrder", "random");
    std::set<std::vector<uint32_t>> orders;
    for (int i = 0; i < 200; ++i)
    {
        m_b->Add(G1, 2);
        std::vector<uint32_t> protocols;
        for (const auto& event : Seen())
        {
            protocols.push_back(event.client.protocol);
        }
        orders.insert(protocols);
        m_b->Delete(G1, 2);
        Seen();
    }
    EXPECT_EQ(orders.size(), 6U);
    for (auto order : orders)
    {
        std::sort(order.begin(), order.end());
        EXPECT_EQ(order, (std::vector<uint32_t>{1, PIM, BGMP}));
    }
}

TEST_F(AlertTest, ALR_6_CallbackSeesTheNewState)
{
    std::vector<SourceGroup> seen;
    m_a->react = [&](const ClientEvent&) { seen = m_a->Enumerate(); };
    m_b->Add(G1, 2);
    EXPECT_EQ(seen, std::vector<SourceGroup>{G1});
    m_b->Delete(G1, 2);
    EXPECT_TRUE(seen.empty());
}

TEST_F(AlertTest, ALR_6_CallInACallbackDeliversEarlierAlertsFirst)
{
    m_a->react = [&](const ClientEvent& event) {
        if (event.op == ClientEvent::Op::JOIN_ALERT && event.key == G1)
        {
            m_log.push_back(Returned(*m_a, m_a->Add(G2, 1)));
        }
    };
    m_b->Add(G1, 2);
    EXPECT_EQ(Seen(),
              (ClientEvents{JoinAlert(*m_a, G1),
                            JoinAlert(*m_c, G1),
                            JoinAlert(*m_b, G2),
                            JoinAlert(*m_c, G2),
                            Returned(*m_a, Status::NO_ERROR)}));
}

TEST_F(AlertTest, ALR_6_ClientWithoutTheCallbackIsSkipped)
{
    auto& mute = MakeClient(1);
    mute.callbacks = {};
    mute.Register();
    m_b->Add(G1, 2);
    EXPECT_EQ(Seen(), (ClientEvents{JoinAlert(*m_a, G1), JoinAlert(*m_c, G1)}));
    m_b->Delete(G1, 2);
    EXPECT_EQ(Seen(), (ClientEvents{PruneAlert(*m_a, G1), PruneAlert(*m_c, G1)}));
}

TEST_F(AlertTest, A8_9_ReverseOrderMirrorsTheAlerts)
{
    const std::vector<std::pair<TestClient*, uint32_t>> members{{m_a, 1},
                                                                {m_b, 2},
                                                                {m_c, 3},
                                                                {m_a, 4}};
    std::multiset<std::pair<ClientId, SourceGroup>> joined;
    std::multiset<std::pair<ClientId, SourceGroup>> pruned;
    for (const auto& key : {G1, ANY, G2})
    {
        for (const auto& [client, interface] : members)
        {
            client->Add(key, interface);
        }
    }
    for (const auto& event : Seen())
    {
        EXPECT_EQ(event.op, ClientEvent::Op::JOIN_ALERT);
        joined.insert({event.client, event.key});
    }
    for (const auto& key : {G2, ANY, G1})
    {
        for (auto member = members.rbegin(); member != members.rend(); ++member)
        {
            member->first->Delete(key, member->second);
        }
    }
    for (const auto& event : Seen())
    {
        EXPECT_EQ(event.op, ClientEvent::Op::PRUNE_ALERT);
        pruned.insert({event.client, event.key});
    }
    EXPECT_EQ(joined, pruned);
    EXPECT_EQ(m_manager->GetMemberships().GetSize(), 0U);
    EXPECT_TRUE(m_manager->IsIdle());
}

} // namespace mgm
} // namespace ns3
