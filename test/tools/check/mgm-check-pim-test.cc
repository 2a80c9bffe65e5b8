/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

/// @file
/// @ingroup tests
/// @brief Rules of PIM dense mode on traces of small networks.

#include "mgm-trace-check.h"
#include "mgm-trace-editor.h"
#include "model/pim/mgm-pim-dense-network.h"

#include "ns3/ipv4-global-routing-helper.h"
#include "ns3/ipv4.h"
#include "ns3/simulator.h"

#include <functional>

namespace ns3
{
namespace mgm
{

/// Networks whose traces are checked.
class PimCheckTest : public PimDenseNetwork, protected TraceCheck
{
  protected:
    /**
     * @brief Simulates a network.
     * @param name `tree`: flooding, prunes, Grafts, State Refresh on the topology T6; `deaf`: the
     *        same, but r2 is dead when r4 sends a Graft; `restart`: r2 dies and comes back;
     * `route`: the way to the source changes; `lan`: an Assert, overridden Prunes, and a router
     * that stops; `down`: the same, and the link of the winner goes down and up
     * @return its trace
     */
    std::string Run(const std::string& name)
    {
        const auto path = m_directory / "network.jsonl";
        const bool isLan = name == "lan" || name == "down";
        isLan ? BuildLan() : BuildTree();
        TraceTo(path);
        Install();
        isLan ? ScheduleLan() : ScheduleTree();
        ScheduleFaults(name);
        RunUntil(150);
        EXPECT_TRUE(FlushTrace());
        return ReadWholeFile(path);
    }

  private:
    void ScheduleFaults(const std::string& name)
    {
        const auto at = [](double seconds, const std::function<void()>& happen) {
            Simulator::Schedule(Seconds(seconds), happen);
        };
        const auto set = [this](const char* router, const char* link, bool isUp) {
            const auto ipv4 = m_nodes.at(router)->GetObject<Ipv4>();
            const auto interface = GetInterface(router, link);
            isUp ? ipv4->SetUp(interface) : ipv4->SetDown(interface);
            Ipv4GlobalRoutingHelper::RecomputeRoutingTables();
        };
        if (name == "deaf" || name == "restart")
        {
            at(38, [this]() { GetRouter("r2")->Fail(); });
        }
        if (name == "restart")
        {
            at(50, [this]() { GetRouter("r2")->Start(); });
        }
        if (name == "route")
        {
            at(60, [set]() { set("r1", "r1-r2", false); });
            at(90, [set]() { set("r1", "r1-r2", true); });
        }
        if (name == "down")
        {
            at(50, [set]() { set("r2", "lan", false); });
            at(70, [set]() { set("r2", "lan", true); });
        }
    }

    void BuildTree()
    {
        AddLink("h1", {{"r1", "10.100.0.1"}, {"h1", "10.100.0.2"}});
        AddLink("r1-r2", {{"r1", "10.0.0.1"}, {"r2", "10.0.0.2"}});
        AddLink("r1-r3", {{"r1", "10.1.3.1"}, {"r3", "10.1.3.2"}});
        AddLink("r2-r3", {{"r2", "10.0.1.1"}, {"r3", "10.0.1.2"}});
        AddLink("r2-r4", {{"r2", "10.0.2.1"}, {"r4", "10.0.2.2"}});
        AddLink("h4", {{"r4", "10.104.0.1"}, {"h4", "10.104.0.2"}});
    }

    void ScheduleTree()
    {
        SendFrom("h1", 20, 250, 0.5);
        JoinAt("h4", 40.05);
        LeaveAt("h4", 100.05);
    }

    void BuildLan()
    {
        AddLink("source", {{"r1", "10.1.0.1"}, {"r2", "10.1.0.2"}, {"h1", "10.1.0.9"}});
        AddLink("lan",
                {{"r1", "10.2.0.1"}, {"r2", "10.2.0.2"}, {"r3", "10.2.0.3"}, {"r4", "10.2.0.4"}});
        AddLink("h3", {{"r3", "10.3.0.1"}, {"h3", "10.3.0.2"}});
        AddLink("h4", {{"r4", "10.4.0.1"}, {"h4", "10.4.0.2"}});
    }

    void ScheduleLan()
    {
        SendFrom("h1", 20, 250, 0.5);
        JoinAt("h3", 10);
        JoinAt("h4", 40.05);
        LeaveAt("h4", 60);
        Simulator::Schedule(Seconds(120), &ManagerClient::Stop, PeekPointer(GetRouter("r2")));
    }
};

/// What really happens breaks no rule.
class PimCheckNetworkTest : public PimCheckTest, public testing::WithParamInterface<std::string>
{
};

TEST_P(PimCheckNetworkTest, I1_to_P7_NothingIsFound)
{
    const auto checker = Check(Run(GetParam()));
    EXPECT_GT(checker->GetRecords(), 1000U);
    EXPECT_EQ(checker->GetFindings().GetTotal(), 0U) << Describe(*checker);
}

INSTANTIATE_TEST_SUITE_P(Network,
                         PimCheckNetworkTest,
                         testing::Values("tree", "deaf", "restart", "route", "lan", "down"));

/// Each change of a trace must be found, and named by the right rule.
class PimMutationTest : public PimCheckTest, public testing::WithParamInterface<Mutation>
{
};

TEST_P(PimMutationTest, IsFound)
{
    const Mutation& mutation = GetParam();
    TraceEditor editor(Run(mutation.scenario));
    for (const auto& edit : mutation.edits)
    {
        editor.Edit(edit);
    }
    editor.Renumber();
    const auto checker = Check(editor.ToText(), mutation.rules);
    const auto& findings = checker->GetFindings().GetAll();
    ASSERT_FALSE(findings.empty());
    EXPECT_EQ(findings.front().rule, mutation.broken) << Describe(*checker);
    EXPECT_TRUE(IsFound(*checker, mutation.broken, mutation.about)) << Describe(*checker);
}

/// What is changed may break a rule of the group manager, too.
const TraceRuleSet PIM_RULES{TraceRule::P1,
                             TraceRule::P2,
                             TraceRule::P3,
                             TraceRule::P4,
                             TraceRule::P5,
                             TraceRule::P6,
                             TraceRule::P7};

const std::vector<Mutation> MUTATIONS_OF_PIM{
    {"P1_MessageBeforeHello",
     "tree",
     {"drop-all packet-tx op=PIM_Hello node=4"},
     TraceRule::P1,
     "where no Hello was said before",
     PIM_RULES},
    {"P1_MessageAfterGoodbye",
     "lan",
     {"copy packet-tx op=PIM_Assert node=1 after packet-tx op=PIM_Hello node=1 event=goodbye if=2"},
     TraceRule::P1,
     "where no Hello was said before",
     PIM_RULES},
    {"P1_NeighborWithoutHello",
     "tree",
     {"set packet-rx op=PIM_Hello node=2 : event=goodbye"},
     TraceRule::P1,
     "that has said no Hello there",
     PIM_RULES},
    {"P2_InterfaceOfNobody",
     "tree",
     {"drop state owner node=4 if=1"},
     TraceRule::P2,
     "which is owned by nobody",
     PIM_RULES},
    {"P2_GraftAwayFromTheSource",
     "tree",
     {"set packet-tx op=PIM_Graft node=4 : if=2"},
     TraceRule::P2,
     "not the incoming interface",
     PIM_RULES},
    {"P2_StateRefreshTowardsTheSource",
     "tree",
     {"set packet-tx op=PIM_State_Refresh node=2 : if=1"},
     TraceRule::P2,
     ", the incoming interface",
     PIM_RULES},
    {"P3_StateWithoutPrune",
     "tree",
     {"drop packet-rx op=PIM_Join/Prune node=2 event=prune"},
     TraceRule::P3,
     "without a Prune that was received there",
     PIM_RULES},
    {"P3_StateFromAJoin",
     "tree",
     {"set packet-rx op=PIM_Join/Prune node=2 event=prune : event=join"},
     TraceRule::P3,
     "without a Prune that was received there",
     PIM_RULES},
    {"P3_EndWithoutJoin",
     "lan",
     {"drop packet-rx op=PIM_Join/Prune node=1 event=join"},
     TraceRule::P3,
     "without a Join that was received there",
     PIM_RULES},
    {"P3_EndWithoutGraft",
     "tree",
     {"drop packet-rx op=PIM_Graft node=2"},
     TraceRule::P3,
     "without a Graft that was received there",
     PIM_RULES},
    {"P3_PrunedTowardsTheSource",
     "tree",
     {"copy state PimDenseDownstream node=2 new=PRUNED after state PimDenseDownstream node=2 "
      "new=PRUNED : if=1"},
     TraceRule::P3,
     "is pruned, but is the incoming interface",
     PIM_RULES},
    {"P4_GraftIsNotAcknowledged",
     "tree",
     {"drop packet-tx op=PIM_Graft-Ack node=2"},
     TraceRule::P4,
     "the Graft is not acknowledged",
     PIM_RULES},
    {"P4_WaitEndsWithoutAcknowledgement",
     "tree",
     {"drop packet-rx op=PIM_Graft-Ack node=4"},
     TraceRule::P4,
     "no PIM Graft-Ack that ends it was received",
     PIM_RULES},
    {"P4_WaitWithoutGraft",
     "tree",
     {"drop packet-tx op=PIM_Graft node=4"},
     TraceRule::P4,
     "a router waits that has sent no Graft",
     PIM_RULES},
    {"P4_GraftIsNotRepeated",
     "deaf",
     {"drop packet-tx op=PIM_Graft node=4 #4",
      "drop state PimDenseUpstream node=4 event=GRT_EXPIRES #3"},
     TraceRule::P4,
     "the Graft was not repeated",
     PIM_RULES},
    {"P5_PacketLeavesWherePruned",
     "tree",
     {"copy forward data node=2 if=3 before call AddGroupMembershipEntry node=4 client_name=igmp"},
     TraceRule::P5,
     "which is not in olist(S,G)",
     PIM_RULES},
    {"P5_ManagerIsNotToldOfAPrune",
     "tree",
     {"drop-whole call DeleteGroupMembershipEntry node=2 event=forward-state"},
     TraceRule::P5,
     "the entry forwards on 3, which is not in olist(S,G)",
     PIM_RULES},
    {"P5_ManagerIsNotToldOfAGraft",
     "tree",
     {"drop-whole call AddGroupMembershipEntry node=2 event=forward-state"},
     TraceRule::P5,
     "the entry does not forward on 3, which is in olist(S,G)",
     PIM_RULES},
    {"P5_ManagerIsNotToldOfALostAssert",
     "lan",
     {"drop-whole call DeleteGroupMembershipEntry node=0 event=forward-state"},
     TraceRule::P5,
     "the entry forwards on 2, which is not in olist(S,G)",
     PIM_RULES},
    {"P6_WinnerDoesNotGiveWay",
     "lan",
     {"set state PimDenseAssert node=0 old=WINNER new=LOSER : new=WINNER"},
     TraceRule::P6,
     "a winner neither answers the Assert nor gives way",
     PIM_RULES},
    {"P6_TwoWinners",
     "lan",
     {"set state PimDenseAssert node=0 old=WINNER new=LOSER : new=WINNER",
      "drop-all state PimDenseAssert node=0 old=LOSER"},
     TraceRule::P6,
     "two routers are winners on one link",
     PIM_RULES},
    {"P7_PruneIsNotTold",
     "tree",
     {"set packet-tx op=PIM_State_Refresh node=0 event=prune-indicator : event=-"},
     TraceRule::P7,
     "does not tell that the interface is pruned",
     PIM_RULES},
    {"P7_PruneIsMadeUp",
     "tree",
     {"set packet-tx op=PIM_State_Refresh node=0 event=- : event=prune-indicator"},
     TraceRule::P7,
     "tells that the interface is pruned, which it is not",
     PIM_RULES},
    {"P7_FromNowhere",
     "tree",
     {"drop packet-rx op=PIM_State_Refresh node=2"},
     TraceRule::P7,
     "is neither passed on nor originated",
     PIM_RULES},
    {"P7_WhereTheAssertIsLost",
     "lan",
     {"set packet-tx op=PIM_State_Refresh node=1 if=2 : node=0"},
     TraceRule::P7,
     "is sent where the router has lost an Assert",
     PIM_RULES},
    {"Sent_PruneVanishes",
     "tree",
     {"drop-caused packet-tx state PimDenseUpstream node=4 new=PRUNED"},
     TraceRule::SENT,
     "Send Prune(S,G)"},
    {"Sent_JoinVanishes",
     "lan",
     {"drop-caused packet-tx state PimDenseUpstream event=OT_EXPIRES"},
     TraceRule::SENT,
     "Send Join(S,G)"},
    {"Sent_AssertVanishes",
     "lan",
     {"drop-caused packet-tx state PimDenseAssert new=WINNER"},
     TraceRule::SENT,
     "Send Assert(S,G)"},
};

INSTANTIATE_TEST_SUITE_P(Mutation,
                         PimMutationTest,
                         testing::ValuesIn(MUTATIONS_OF_PIM),
                         NameOfMutation);

} // namespace mgm
} // namespace ns3
