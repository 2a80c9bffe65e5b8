/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

/// @file
/// @ingroup tests
/// @brief Dense mode as a client of the group manager, in small networks.

#include "mgm-pim-dense-network.h"

#include "ns3/boolean.h"
#include "ns3/ipv4.h"
#include "ns3/mgm-helper.h"
#include "ns3/mgm-pim-dense-entry.h"
#include "ns3/mgm-pim-dense-helper.h"
#include "ns3/mgm-scripted-protocol-helper.h"
#include "ns3/mgm-static-multicast-rib.h"
#include "ns3/mgm-tracer.h"
#include "ns3/pointer.h"
#include "ns3/simulator.h"
#include "ns3/string.h"
#include "ns3/uinteger.h"

#include <algorithm>
#include <numeric>
#include <set>
#include <sstream>

namespace ns3
{
namespace mgm
{

namespace
{

/// @param first a number @param count how many @return that many numbers from it on
std::vector<uint32_t>
Count(uint32_t first, uint32_t count)
{
    std::vector<uint32_t> numbers(count);
    std::iota(numbers.begin(), numbers.end(), first);
    return numbers;
}

} // namespace

/// The topology T6 of the cases: r1 is the first hop, and r3 reaches it by way of r2.
class PimDenseRouterTest : public PimDenseNetwork
{
  protected:
    void SetUp() override
    {
        PimDenseNetwork::SetUp();
        AddLink("h1", {{"r1", "10.100.0.1"}, {"h1", "10.100.0.2"}});
        AddLink("r1-r2", {{"r1", "10.0.0.1"}, {"r2", "10.0.0.2"}});
        AddLink("r1-r3", {{"r1", "10.1.3.1"}, {"r3", "10.1.3.2"}});
        AddLink("r2-r3", {{"r2", "10.0.1.1"}, {"r3", "10.0.1.2"}});
        AddLink("r2-r4", {{"r2", "10.0.2.1"}, {"r4", "10.0.2.2"}});
        AddLink("r3-r5", {{"r3", "10.0.3.1"}, {"r5", "10.0.3.2"}});
        AddLink("r3-r6", {{"r3", "10.0.4.1"}, {"r6", "10.0.4.2"}});
        AddLink("h4", {{"r4", "10.101.0.1"}, {"h4", "10.101.0.2"}});
        AddLink("h5", {{"r5", "10.102.0.1"}, {"h5", "10.102.0.2"}});
        AddLink("h6", {{"r6", "10.103.0.1"}, {"h6", "10.103.0.2"}});
        SetMetric("r1", "r1-r3", 10);
        SetMetric("r3", "r1-r3", 10);
        Install();
    }

    /// @brief Installs a protocol that takes interfaces and does nothing else.
    /// @param router where @param interfaces which it takes @param start when it starts [s]
    /// @return it
    Ptr<ScriptedProtocol> InstallOther(const std::string& router,
                                       const std::vector<InterfaceId>& interfaces,
                                       double start)
    {
        ScriptedProtocolHelper helper("other", {100, 1});
        const auto other = helper.Install(m_nodes.at(router));
        other->SetInterfaces(interfaces);
        other->SetStartTime(Seconds(start));
        return other;
    }

    /// @return where the routers forward the stream: "r1 r1-r2, r2 r2-r4, ..."
    std::string GetTree() const
    {
        std::string tree;
        for (const auto* router : {"r1", "r2", "r3", "r4", "r5", "r6"})
        {
            const auto outgoing = GetOutgoing(router);
            const auto colon = outgoing.find(": ");
            if (colon != std::string::npos)
            {
                tree += (tree.empty() ? "" : ", ") + (router + outgoing.substr(colon + 1));
            }
        }
        return tree;
    }

    const SourceGroup m_stream{Ipv4Address("10.100.0.2"), Ipv4Address("239.1.1.1")}; ///< (S,G)
};

// D04: branches are grafted and pruned one by one. Members leave 2.0 s after they say so.
TEST_F(PimDenseRouterTest, D04_GraftsBranchByBranch)
{
    SendFrom("h1", 20, 1800, 0.1);
    JoinAt("h4", 40.05);
    JoinAt("h5", 60.05);
    JoinAt("h6", 80.05);
    LeaveAt("h4", 100.05);
    LeaveAt("h5", 120.05);
    LeaveAt("h6", 140.05);
    RunUntil(45);
    EXPECT_EQ(GetTree(), "r1 r1-r2, r2 r2-r4, r4 h4");
    RunUntil(65);
    EXPECT_EQ(GetTree(), "r1 r1-r2, r2 r2-r3 r2-r4, r3 r3-r5, r4 h4, r5 h5");
    RunUntil(85);
    EXPECT_EQ(GetTree(), "r1 r1-r2, r2 r2-r3 r2-r4, r3 r3-r5 r3-r6, r4 h4, r5 h5, r6 h6");
    RunUntil(105);
    EXPECT_EQ(GetTree(), "r1 r1-r2, r2 r2-r3, r3 r3-r5 r3-r6, r5 h5, r6 h6");
    RunUntil(125);
    EXPECT_EQ(GetTree(), "r1 r1-r2, r2 r2-r3, r3 r3-r6, r6 h6");
    RunUntil(145);
    EXPECT_EQ(GetTree(), "");
    uint32_t grafts = 0;
    uint32_t acks = 0;
    for (const auto* router : {"r1", "r2", "r3", "r4", "r5", "r6"})
    {
        grafts += CountMessages(router, "PIM Graft");
        acks += CountMessages(router, "PIM Graft-Ack");
    }
    EXPECT_EQ(grafts, 5u);
    EXPECT_EQ(acks, 5u);
    EXPECT_EQ(GetReceived("h4"), Count(201, 600));
    EXPECT_EQ(GetReceived("h5"), Count(401, 600));
    EXPECT_EQ(GetReceived("h6"), Count(601, 600));
}

// D02: with State Refresh there is no second flood, and refreshes come every 60 s.
TEST_F(PimDenseRouterTest, D02_NoSecondFloodWithStateRefresh)
{
    SendFrom("h1", 20, 6000, 0.1);
    RunUntil(640);
    EXPECT_EQ(GetTree(), "");
    EXPECT_EQ(GetOutgoing("r2"), "(10.100.0.2,239.1.1.1):");
    EXPECT_EQ(CountMessages("r1", "PIM State Refresh"), 20u); // 10 times on two links
}

// RFC 3973 4.7.10: a State Refresh tells the mask of the route, and of the link where that is the
// source's.
TEST_F(PimDenseRouterTest, RFC_3973_4_7_10_MaskOfADirectSource)
{
    std::string detail;
    Tracer::Of(m_nodes.at("r1"))
        ->TraceConnectWithoutContext(
            "Record",
            Callback<void, const TraceRecord&>([&](const TraceRecord& record) {
                if (record.kind == TraceKind::PACKET_TX && record.op == "PIM State Refresh")
                {
                    std::ostringstream os;
                    os << record.detail;
                    detail = os.str();
                }
            }));
    SendFrom("h1", 20, 100, 0.1);
    RunUntil(81);
    EXPECT_NE(detail.find("mask /24"), std::string::npos) << detail;
}

// SEQ-2: a router that stops says goodbye, and leaves nothing behind.
TEST_F(PimDenseRouterTest, SEQ_2_StoppedLeavesNothing)
{
    SendFrom("h1", 20, 600, 0.1);
    JoinAt("h4", 15);
    At(40.05, [this]() { GetRouter("r4")->Stop(); });
    RunUntil(40.5);
    EXPECT_EQ(GetRouter("r4")->GetState(), ClientLifeState::STOPPED);
    EXPECT_TRUE(GetRouter("r4")->GetTib()->GetSourceGroups().empty());
    EXPECT_EQ(GetOutgoing("r4"), "");
    const auto link = GetRouter("r2")->GetInterface(GetInterface("r2", "r2-r4"));
    EXPECT_EQ(link->GetNeighbors().GetSize(), 0u);
    EXPECT_EQ(GetTree(), "");
    EXPECT_EQ(GetReceived("h4"), Count(0, 201));
}

// OWN-4: what IGMP says while the router gives its interfaces up is not believed after a restart.
TEST_F(PimDenseRouterTest, OWN_4_MembersHeardOfWhileStoppingAreForgotten)
{
    GetRouter("r4")->SetAttribute("ReleaseDelay",
                                  StringValue("ns3::ConstantRandomVariable[Constant=5]"));
    SendFrom("h1", 70, 100, 0.1);
    At(30, [this]() { GetRouter("r4")->Stop(); });
    JoinAt("h4", 31);
    LeaveAt("h4", 45);
    At(60, [this]() { GetRouter("r4")->Start(); });
    RunUntil(75);
    ASSERT_TRUE(GetRouter("r4")->IsServing());
    EXPECT_EQ(GetOutgoing("r4"), "(10.100.0.2,239.1.1.1):");
}

// D16, SEQ-1: r1 starts PIM first, r2 IGMP, r4 PIM; the member gets the stream.
TEST_F(PimDenseRouterTest, SEQ_1_PimAndIgmpInDifferentOrders)
{
    int order = 0;
    for (const auto* router : {"r1", "r2", "r4"})
    {
        GetRouter(router)->SetStartTime(Seconds(order == 1 ? 12 : 3));
        GetIgmp(router)->SetStartTime(Seconds(order == 2 ? 12 : 5));
        ++order;
    }
    JoinAt("h4", 1);
    // Hosts answer the first query of r4, at 12, within 10 s.
    SendFrom("h1", 23, 100, 0.1);
    RunUntil(35);
    EXPECT_EQ(GetReceived("h4"), Count(0, 100));
}

// RFC 3973 4.3.4: a router that has lost its state learns from the stream and from Grafts.
TEST_F(PimDenseRouterTest, REG_5_CrashedAndStartedAgainForwards)
{
    JoinAt("h4", 15);
    SendFrom("h1", 20, 1000, 0.1);
    At(40.05, [this]() { GetRouter("r2")->Fail(); });
    At(45.05, [this]() { GetRouter("r2")->Start(); });
    RunUntil(130);
    const auto& received = GetReceived("h4");
    ASSERT_FALSE(received.empty());
    EXPECT_EQ(received.back(), 999u);
    // Lost at most from the crash until r4 has answered, within 5 s, the Hello that r2 says within
    // 5 s after the start.
    EXPECT_GE(received.size(), 1000u - 152u);
    EXPECT_TRUE(std::is_sorted(received.begin(), received.end()));
    EXPECT_EQ(std::adjacent_find(received.begin(), received.end()), received.end());
}

// RFC 3973 4.3.4: it learns from a State Refresh that is repeated for it that it is pruned, so that
// members who come later are grafted.
TEST_F(PimDenseRouterTest, RFC_3973_4_3_4_CrashedWhilePrunedGraftsLaterMembers)
{
    SendFrom("h1", 20, 1000, 0.1);
    At(85.05, [this]() { GetRouter("r4")->Fail(); });
    At(90.05, [this]() { GetRouter("r4")->Start(); });
    JoinAt("h4", 97.05);
    RunUntil(98);
    EXPECT_EQ(GetTree(), "r1 r1-r2, r2 r2-r4, r4 h4");
    EXPECT_EQ(CountMessages("r4", "PIM Graft"), 1u);
    ASSERT_FALSE(GetReceived("h4").empty());
    EXPECT_EQ(GetReceived("h4").front(), 771u);
}

// RFC 2715 4.3: packets that another component wants are grafted when it joins.
TEST_F(PimDenseRouterTest, RFC_2715_4_3_OtherComponentThatJoinsIsGrafted)
{
    const auto index = GetInterface("r4", "h4");
    GetRouter("r4")->RemoveInterface(index);
    const auto other = InstallOther("r4", {{index}}, 2);
    SendFrom("h1", 20, 600, 0.1);
    RunUntil(30);
    EXPECT_EQ(GetTree(), "");
    const auto join = [&](bool isJoin) {
        const auto handle = other->GetHandle();
        const SourceGroup group{ANY_ADDRESS, m_stream.group};
        isJoin ? GetManager("r4")->AddGroupMembershipEntry(handle, group, {index})
               : GetManager("r4")->DeleteGroupMembershipEntry(handle, group, {index});
    };
    At(0.05, [&]() { join(true); });
    RunUntil(31);
    EXPECT_EQ(GetTree(), "r1 r1-r2, r2 r2-r4, r4 h4");
    EXPECT_EQ(CountMessages("r4", "PIM Graft"), 1u);
    At(0.05, [&]() { join(false); });
    RunUntil(32);
    EXPECT_EQ(GetTree(), "");
}

// RFC 2715 4.3: sources that another component reaches are flooded, and their first hop is here.
TEST_F(PimDenseRouterTest, RFC_2715_4_3_ExternallyReachedSourceIsFlooded)
{
    const auto index = GetInterface("r1", "h1");
    GetRouter("r1")->RemoveInterface(index);
    const auto other = InstallOther("r1", {{index}}, 2);
    JoinAt("h6", 15);
    SendFrom("h1", 20, 2000, 0.1);
    RunUntil(30);
    EXPECT_EQ(GetTree(), "r1 r1-r2, r2 r2-r3, r3 r3-r6, r6 h6");
    RunUntil(90);
    EXPECT_EQ(CountMessages("r1", "PIM State Refresh"), 2u) << "it is the first hop";
    EXPECT_EQ(GetReceived("h6"), Count(0, 700));
}

// MFE-4, RFC 2715 rule 4: with nobody behind it the owner of the incoming interface hears so, and
// hears again when dense mode grafts.
TEST_F(PimDenseRouterTest, MFE_4_OwnerOfTheIncomingInterfaceHears)
{
    const auto index = GetInterface("r1", "h1");
    GetRouter("r1")->RemoveInterface(index);
    const auto other = InstallOther("r1", {{index}}, 2);
    std::vector<std::string> alerts;
    Tracer::Of(m_nodes.at("r1"))
        ->TraceConnectWithoutContext(
            "Record",
            Callback<void, const TraceRecord&>([&](const TraceRecord& record) {
                if (record.kind == TraceKind::CALLBACK && record.clientName == "other" &&
                    record.sourceGroup == m_stream)
                {
                    alerts.emplace_back(record.op);
                }
            }));
    SendFrom("h1", 20, 400, 0.1);
    RunUntil(40);
    EXPECT_EQ(alerts, std::vector<std::string>({"RPF", "PRUNE_ALERT"}));
    JoinAt("h4", 0.05);
    RunUntil(41);
    EXPECT_EQ(alerts, std::vector<std::string>({"RPF", "PRUNE_ALERT", "JOIN_ALERT"}));
}

// OWN-2: an interface that is taken while a stream flows is flooded or not as its links say.
TEST_F(PimDenseRouterTest, OWN_2_InterfaceTakenWhileTheStreamFlows)
{
    const auto toR4 = GetInterface("r2", "r2-r4");
    const auto toR3 = GetInterface("r2", "r2-r3");
    JoinAt("h4", 15);
    JoinAt("h6", 15);
    SendFrom("h1", 20, 900, 0.1);
    At(30.05, [&]() { GetRouter("r2")->RemoveInterface(toR4); });
    RunUntil(35);
    EXPECT_EQ(GetOutgoing("r2"), "(10.100.0.2,239.1.1.1): r2-r3");
    At(0.05, [&]() { GetRouter("r2")->AddInterface(toR4); });
    RunUntil(45);
    EXPECT_EQ(GetOutgoing("r2"), "(10.100.0.2,239.1.1.1): r2-r3 r2-r4");
    At(0.05, [&]() { GetRouter("r2")->RemoveInterface(toR3); });
    RunUntil(46);
    EXPECT_EQ(GetOutgoing("r2"), "(10.100.0.2,239.1.1.1): r2-r4");
}

// An interface without a neighbor and without members is no outgoing one when it is taken.
TEST_F(PimDenseRouterTest, OWN_2_LeafTakenWhileTheStreamFlowsIsLeftOut)
{
    const auto leaf = GetInterface("r4", "h4");
    GetRouter("r4")->RemoveInterface(leaf);
    SendFrom("h1", 20, 900, 0.1);
    At(30.05, [&]() { GetRouter("r4")->AddInterface(leaf); });
    RunUntil(31);
    EXPECT_EQ(GetOutgoing("r4"), "(10.100.0.2,239.1.1.1):");
}

// MFE-7: (*,*) puts an interface into entries that were there before, and nobody asks about it.
TEST_F(PimDenseRouterTest, MFE_7_LeafTakenIntoTheEntriesOfOthersIsLeftOut)
{
    const auto source = GetInterface("r1", "h1");
    const auto wanted = GetInterface("r1", "r1-r2");
    const auto leaf = GetInterface("r1", "r1-r3");
    GetRouter("r1")->SetStartTime(Seconds(30));
    GetRouter("r1")->RemoveInterface(source);
    GetRouter("r1")->RemoveInterface(wanted);
    GetRouter("r3")->SetStartTime(Seconds(1000));
    const auto other = InstallOther("r1", {{source}, {wanted}}, 2);
    At(10, [&]() {
        const SourceGroup group{ANY_ADDRESS, m_stream.group};
        GetManager("r1")->AddGroupMembershipEntry(other->GetHandle(), group, {wanted});
    });
    SendFrom("h1", 20, 50, 0.1);
    RunUntil(29);
    EXPECT_EQ(GetOutgoing("r1"), "(10.100.0.2,239.1.1.1): r1-r2");
    RunUntil(31);
    ASSERT_EQ(GetRouter("r1")->GetHeld().count({leaf}), 1u);
    EXPECT_EQ(GetOutgoing("r1"), "(10.100.0.2,239.1.1.1): r1-r2");
}

// RFC 2715 4.3.2: a (*,G) that another component wants is grafted, also while there is no entry.
TEST_F(PimDenseRouterTest, RFC_2715_4_3_OtherComponentThatJoinsWithoutAnEntryIsGrafted)
{
    const auto index = GetInterface("r4", "h4");
    GetRouter("r4")->RemoveInterface(index);
    const auto other = InstallOther("r4", {{index}}, 2);
    SendFrom("h1", 20, 1000, 0.1);
    At(85.05, [this]() { GetRouter("r4")->Fail(); });
    At(90.05, [this]() { GetRouter("r4")->Start(); });
    RunUntil(97);
    ASSERT_EQ(GetOutgoing("r4"), "") << "a repeated State Refresh, and no entry";
    const SourceGroup group{ANY_ADDRESS, m_stream.group};
    GetManager("r4")->AddGroupMembershipEntry(other->GetHandle(), group, {index});
    RunUntil(98);
    EXPECT_EQ(CountMessages("r4", "PIM Graft"), 1u);
    EXPECT_EQ(GetTree(), "r1 r1-r2, r2 r2-r4, r4 h4");
    GetManager("r4")->DeleteGroupMembershipEntry(other->GetHandle(), group, {index});
    RunUntil(99);
    EXPECT_EQ(GetTree(), "");
}

// OWN-10: an interface that is removed while the router stops is still its own, and nobody listens.
TEST_F(PimDenseRouterTest, OWN_10_InterfaceRemovedWhileStopping)
{
    const auto leaf = GetInterface("r4", "h4");
    GetRouter("r4")->SetAttribute("ReleaseDelay",
                                  StringValue("ns3::ConstantRandomVariable[Constant=5]"));
    At(30, [this]() { GetRouter("r4")->Stop(); });
    At(31, [&]() { GetRouter("r4")->RemoveInterface(leaf); });
    JoinAt("h4", 32);
    LeaveAt("h4", 33);
    RunUntil(50);
    EXPECT_EQ(GetRouter("r4")->GetState(), ClientLifeState::STOPPED);
}

// RFC 2715 4.3: what counts is who owns the interface of the source, not who would like to.
TEST_F(PimDenseRouterTest, RFC_2715_4_3_SourceBehindARefusedInterfaceIsFlooded)
{
    const auto other = InstallOther("r1", {{GetInterface("r1", "h1")}}, 0);
    GetRouter("r1")->SetStartTime(Seconds(3));
    JoinAt("h6", 15);
    SendFrom("h1", 20, 100, 0.1);
    RunUntil(25);
    EXPECT_EQ(GetTree(), "r1 r1-r2, r2 r2-r3, r3 r3-r6, r6 h6");
    RunUntil(35);
    EXPECT_EQ(GetReceived("h6"), Count(0, 100));
}

// OWN-5: when its owner gives the interface of the source up, and dense mode takes it, the source
// is an internal one from then on.
TEST_F(PimDenseRouterTest, OWN_5_ExternalSourceBecomesInternal)
{
    const auto index = GetInterface("r1", "h1");
    const auto other = InstallOther("r1", {{index}}, 0);
    GetRouter("r1")->SetStartTime(Seconds(3));
    JoinAt("h6", 15);
    SendFrom("h1", 20, 300, 0.1);
    At(30.05, [&]() { GetManager("r1")->ReleaseInterfaceOwnership(other->GetHandle(), {index}); });
    RunUntil(45);
    EXPECT_EQ(GetRouter("r1")->GetHeld().count({index}), 1u) << "asked for again";
    EXPECT_EQ(GetTree(), "r1 r1-r2, r2 r2-r3, r3 r3-r6, r6 h6");
    EXPECT_EQ(GetReceived("h6").back(), 249u);
}

// MFE-8: a route that moves is followed in the instant, whoever sees it first.
TEST_F(PimDenseRouterTest, MFE_8_RouteThatMovesIsFollowed)
{
    const auto rib = CreateObject<StaticMulticastRib>();
    GetManager("r3")->SetAttribute("Rib", PointerValue(rib));
    MulticastRib::Route route;
    route.interface = {GetInterface("r3", "r2-r3")};
    route.nextHop = Ipv4Address("10.0.1.1");
    route.preference = 110;
    route.metric = 2;
    const Ipv4Address network("10.100.0.0");
    rib->AddRoute(network, Ipv4Mask("/24"), route);
    JoinAt("h6", 15);
    SendFrom("h1", 20, 600, 0.1);
    RunUntil(30);
    EXPECT_EQ(GetTree(), "r1 r1-r2, r2 r2-r3, r3 r3-r6, r6 h6");
    route.interface = {GetInterface("r3", "r1-r3")};
    route.nextHop = Ipv4Address("10.1.3.1");
    rib->AddRoute(network, Ipv4Mask("/24"), route);
    RunUntil(35);
    EXPECT_EQ(GetTree(), "r1 r1-r3, r3 r3-r6, r6 h6");
    // Another view, which nobody has heard of, is asked from now on.
    const auto other = CreateObject<StaticMulticastRib>();
    route.interface = {GetInterface("r3", "r2-r3")};
    route.nextHop = Ipv4Address("10.0.1.1");
    other->AddRoute(network, Ipv4Mask("/24"), route);
    GetManager("r3")->SetAttribute("Rib", PointerValue(other));
    RunUntil(40);
    EXPECT_EQ(GetTree(), "r1 r1-r2, r2 r2-r3, r3 r3-r6, r6 h6");
    RunUntil(85);
    const auto& received = GetReceived("h6");
    EXPECT_GE(received.size(), 596u);
    EXPECT_EQ(received.back(), 599u);
}

// RFC 7761 4.1.5: a next hop may be a secondary address of a neighbor, whose name is its primary.
TEST_F(PimDenseRouterTest, RFC_3973_4_1_3_NextHopIsASecondaryAddress)
{
    const auto ipv4 = m_nodes.at("r2")->GetObject<Ipv4>();
    ipv4->AddAddress(GetInterface("r2", "r2-r4"), {Ipv4Address("10.0.2.99"), Ipv4Mask("/24")});
    const auto rib = CreateObject<StaticMulticastRib>();
    GetManager("r4")->SetAttribute("Rib", PointerValue(rib));
    MulticastRib::Route route;
    route.interface = {GetInterface("r4", "r2-r4")};
    route.nextHop = Ipv4Address("10.0.2.99");
    rib->AddRoute(Ipv4Address("10.100.0.0"), Ipv4Mask("/24"), route);
    SendFrom("h1", 20, 300, 0.1);
    JoinAt("h4", 30.05);
    RunUntil(29);
    EXPECT_EQ(GetTree(), "") << "the Prune has been understood";
    RunUntil(31);
    EXPECT_EQ(GetTree(), "r1 r1-r2, r2 r2-r4, r4 h4");
    EXPECT_EQ(CountMessages("r4", "PIM Graft"), 1u);
}

// RFC 3973 5.4: groups do not cross a boundary, from the moment on that there is one.
TEST_F(PimDenseRouterTest, RFC_3973_5_4_BoundaryWhileTheStreamFlows)
{
    JoinAt("h4", 15);
    SendFrom("h1", 20, 600, 0.1);
    const auto index = GetInterface("r2", "r2-r4");
    const Ipv4Mask mask("/24");
    At(30.05, [&]() {
        MgmHelper::GetForwarder(m_nodes.at("r2"))
            ->AddScopeBoundary(index, Ipv4Address("239.1.1.0"), mask);
    });
    RunUntil(35);
    EXPECT_EQ(GetOutgoing("r2"), "(10.100.0.2,239.1.1.1):");
    EXPECT_EQ(GetOutgoing("r1"), "(10.100.0.2,239.1.1.1):") << "nobody is behind it";
    MgmHelper::GetForwarder(m_nodes.at("r2"))
        ->RemoveScopeBoundary(index, Ipv4Address("239.1.1.0"), mask);
    RunUntil(36);
    EXPECT_EQ(GetTree(), "r1 r1-r2, r2 r2-r4, r4 h4");
}

// OWN-1: two components of dense mode on one router are joined by the manager.
TEST_F(PimDenseRouterTest, OWN_1_TwoComponentsOnOneRouter)
{
    const auto toR4 = GetInterface("r2", "r2-r4");
    GetRouter("r2")->RemoveInterface(toR4);
    PimDenseHelper helper;
    helper.SetAttribute("ComponentId", UintegerValue(2));
    helper.SetAttribute("Name", StringValue("pim-dm-2"));
    const auto second = helper.InstallBare(m_nodes.at("r2"));
    second->AssignStreams(5000);
    second->AddInterface(toR4);
    SendFrom("h1", 20, 600, 0.1);
    JoinAt("h4", 40.05);
    LeaveAt("h4", 60.05);
    RunUntil(35);
    EXPECT_EQ(GetTree(), "");
    RunUntil(45);
    EXPECT_EQ(GetTree(), "r1 r1-r2, r2 r2-r4, r4 h4");
    RunUntil(65);
    EXPECT_EQ(GetTree(), "");
    EXPECT_EQ(GetReceived("h4"), Count(201, 200));
}

// Section 5 of the specification: calls that cost time and callbacks that are posted change when
// things happen, not what comes of them.
TEST_F(PimDenseRouterTest, Time_CallsAndCallbacksThatTakeTime)
{
    for (const auto* router : {"r1", "r2", "r3", "r4", "r5", "r6"})
    {
        const auto manager = GetManager(router);
        manager->SetAttribute("CallbackDelivery", StringValue("posted"));
        for (const auto* cost : {"ApiCallCost", "CallbackCost", "UpcallCost"})
        {
            manager->SetAttribute(cost, StringValue("ns3::ConstantRandomVariable[Constant=0.002]"));
        }
        manager->SetAttribute("OwnershipChangeDuration",
                              StringValue("ns3::ConstantRandomVariable[Constant=0.1]"));
    }
    SendFrom("h1", 20, 900, 0.1);
    JoinAt("h4", 40.05);
    JoinAt("h6", 50.05);
    LeaveAt("h4", 60.05);
    RunUntil(45);
    EXPECT_EQ(GetTree(), "r1 r1-r2, r2 r2-r4, r4 h4");
    RunUntil(55);
    EXPECT_EQ(GetTree(), "r1 r1-r2, r2 r2-r3 r2-r4, r3 r3-r6, r4 h4, r6 h6");
    RunUntil(65);
    EXPECT_EQ(GetTree(), "r1 r1-r2, r2 r2-r3, r3 r3-r6, r6 h6");
    RunUntil(130);
    EXPECT_EQ(GetReceived("h6"), Count(301, 599));
}

// A router without streams has no events but those of Hellos: nobody looks for routes.
TEST_F(PimDenseRouterTest, RFC_3973_4_1_NothingHappensWithoutStreams)
{
    SendFrom("h1", 20, 10, 0.1);
    for (const auto* router : {"r1", "r2", "r3", "r4", "r5", "r6"})
    {
        GetManager(router)->SetAttribute("MfeTimeout", TimeValue(Seconds(60)));
        GetRouter(router)->SetInterfaceAttribute("HelloPeriod", TimeValue(Seconds(18000)));
        GetIgmp(router)->SetStartTime(Seconds(100000));
    }
    RunUntil(2000);
    const auto before = Simulator::GetEventCount();
    RunUntil(3000);
    EXPECT_EQ(Simulator::GetEventCount(), before + 1) << "the end of the run";
}

// The state of a stream that has ended is forgotten, and the manager's entry with it.
TEST_F(PimDenseRouterTest, RFC_3973_4_1_StateEndsWithTheStream)
{
    for (const auto* router : {"r1", "r2", "r3", "r4", "r5", "r6"})
    {
        // Longer than any timer of dense mode, so that nothing but a look finds out.
        GetManager(router)->SetAttribute("MfeTimeout", TimeValue(Seconds(500)));
    }
    SendFrom("h1", 20, 100, 0.1);
    RunUntil(520);
    EXPECT_FALSE(GetRouter("r2")->GetTib()->GetSourceGroups().empty()) << "it may go on";
    // The source counts as active until 240, and is refreshed; prunes expire 210 s after that, and
    // with them the lists of the entries change for the last time.
    RunUntil(240 + 210 + 500 + 60 + 1);
    for (const auto* router : {"r1", "r2", "r3", "r4", "r5", "r6"})
    {
        EXPECT_TRUE(GetRouter(router)->GetTib()->GetSourceGroups().empty()) << router;
        EXPECT_EQ(GetOutgoing(router), "") << router;
    }
}

// REG-2: what the link traces names the router as its calls do, also when it was given a name.
TEST_F(PimDenseRouterTest, REG_2_RecordsOfLinksHaveTheGivenName)
{
    GetRouter("r1")->SetIdentity("dense", ClientId{9, 7});
    std::set<std::string> names;
    std::set<ClientId> ids;
    Tracer::Of(m_nodes.at("r1"))
        ->TraceConnectWithoutContext(
            "Record",
            Callback<void, const TraceRecord&>([&](const TraceRecord& record) {
                if (record.op == "PimHelloSender" && record.client)
                {
                    names.emplace(record.clientName);
                    ids.insert(*record.client);
                }
            }));
    RunUntil(10);
    EXPECT_EQ(names, std::set<std::string>{"dense"});
    EXPECT_EQ(ids, (std::set<ClientId>{{9, 7}}));
}

// RFC 3973 4.3.1: Hellos begin when the attribute says so.
TEST_F(PimDenseRouterTest, RFC_3973_4_3_1_HelloStart)
{
    GetRouter("r1")->SetAttribute("HelloStart", StringValue("Start"));
    GetRouter("r2")->SetAttribute("HelloStart", StringValue("Owned"));
    GetRouter("r3")->SetAttribute("HelloStart", StringValue("Serving"));
    for (const auto* router : {"r1", "r2", "r3"})
    {
        GetRouter(router)->SetAttribute("RegisterDelay",
                                        StringValue("ns3::ConstantRandomVariable[Constant=10]"));
        GetRouter(router)->SetAttribute("EnumerateDelay",
                                        StringValue("ns3::ConstantRandomVariable[Constant=10]"));
    }
    RunUntil(9);
    EXPECT_GT(CountMessages("r1", "PIM Hello"), 0u);
    EXPECT_EQ(CountMessages("r2", "PIM Hello"), 0u);
    RunUntil(18);
    EXPECT_GT(CountMessages("r2", "PIM Hello"), 0u);
    EXPECT_EQ(CountMessages("r3", "PIM Hello"), 0u);
    RunUntil(48);
    EXPECT_GT(CountMessages("r3", "PIM Hello"), 0u);
}

/// A LAN on which r2 and r3 both forward to r4, whose route is by way of r2, though r3 has the
/// better metric.
class PimDenseRouterAssertTest : public PimDenseNetwork
{
  protected:
    void SetUp() override
    {
        PimDenseNetwork::SetUp();
        AddLink("h1", {{"r1", "10.100.0.1"}, {"h1", "10.100.0.2"}});
        AddLink("r1-r2", {{"r1", "10.0.2.1"}, {"r2", "10.0.2.2"}});
        AddLink("r1-r3", {{"r1", "10.0.3.1"}, {"r3", "10.0.3.3"}});
        AddLink("lan", {{"r2", "10.0.9.2"}, {"r3", "10.0.9.3"}, {"r4", "10.0.9.4"}});
        AddLink("h4", {{"r4", "10.104.0.1"}, {"h4", "10.104.0.2"}});
        Install();
        SetRoute("r2", "r1-r2", "10.0.2.1", 20);
        SetRoute("r3", "r1-r3", "10.0.3.1", 10);
        SetRoute("r4", "lan", "10.0.9.2", 30);
    }

    /// @brief Gives a router its route to the source.
    /// @param router the router @param link where it leads @param nextHop over whom
    /// @param metric its metric
    void SetRoute(const char* router, const char* link, const char* nextHop, uint32_t metric)
    {
        const auto rib = CreateObject<StaticMulticastRib>();
        MulticastRib::Route route;
        route.interface = {PimDenseNetwork::GetInterface(router, link)};
        route.nextHop = Ipv4Address(nextHop);
        route.preference = 110;
        route.metric = metric;
        rib->AddRoute(Ipv4Address("10.100.0.0"), Ipv4Mask("/24"), route);
        GetManager(router)->SetAttribute("Rib", PointerValue(rib));
    }
};

// RFC 3973 4.6.2, MFE-3: data on a downstream interface is an Assert, whose loser sends there no
// more. RPF'(S) is the winner, and the manager hears of it.
TEST_F(PimDenseRouterAssertTest, RFC_3973_4_6_2_AssertByWrongInterface)
{
    SendFrom("h1", 20, 300, 0.1);
    JoinAt("h4", 15);
    RunUntil(30);
    EXPECT_EQ(GetOutgoing("r2"), "(10.100.0.2,239.1.1.1):");
    EXPECT_EQ(GetOutgoing("r3"), "(10.100.0.2,239.1.1.1): lan");
    EXPECT_EQ((*GetManager("r4")->GetMfes().begin()).upstreamNeighbor, Ipv4Address("10.0.9.3"));
    RunUntil(55);
    const auto& received = GetReceived("h4");
    EXPECT_EQ(std::set<uint32_t>(received.begin(), received.end()).size(), 300u);
    EXPECT_LE(received.size(), 301u) << "one packet twice, before the Assert";
}

// The winner dies: the next hop is RPF'(S) again, and forwards.
TEST_F(PimDenseRouterAssertTest, RFC_3973_4_6_4_WinnerThatStops)
{
    SendFrom("h1", 20, 300, 0.1);
    JoinAt("h4", 15);
    At(30.05, [this]() { GetRouter("r3")->Stop(); });
    RunUntil(32);
    EXPECT_EQ(GetOutgoing("r2"), "(10.100.0.2,239.1.1.1): lan");
    EXPECT_EQ((*GetManager("r4")->GetMfes().begin()).upstreamNeighbor, Ipv4Address("10.0.9.2"));
}

// MFE-3: without WRONG_IF there is no Assert, and each packet comes twice.
TEST_F(PimDenseRouterAssertTest, MFE_3_NoAssertWithoutWrongIf)
{
    for (const auto* router : {"r1", "r2", "r3", "r4"})
    {
        GetManager(router)->SetAttribute("WrongIfAlerts", BooleanValue(false));
    }
    SendFrom("h1", 20, 100, 0.1);
    JoinAt("h4", 15);
    RunUntil(35);
    EXPECT_EQ(CountMessages("r2", "PIM Assert") + CountMessages("r3", "PIM Assert"), 0u);
    EXPECT_EQ(GetOutgoing("r2"), "(10.100.0.2,239.1.1.1): lan");
    EXPECT_EQ(GetOutgoing("r3"), "(10.100.0.2,239.1.1.1): lan");
}

} // namespace mgm
} // namespace ns3
