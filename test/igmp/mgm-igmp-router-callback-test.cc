/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "mgm-igmp-router-fixture.h"

#include "ns3/mgm-tracer.h"

#include <utility>
#include <vector>

namespace ns3
{
namespace mgm
{

namespace
{

const Ipv4Address G1("239.1.1.1");
const Ipv4Address G2("239.1.1.2");

using Type = IgmpRecordType;

TEST_F(IgmpRouterTest, AMembershipIsCausedByTheReportThatAskedForIt)
{
    MakeRouter(3);
    Join(Seconds(1), G1);
    std::vector<std::pair<TraceKind, uint64_t>> causes(1000);
    uint64_t add = 0;
    Tracer::Of(m_node)->TraceConnectWithoutContext(
        "Record",
        Callback<void, const TraceRecord&>([&](const TraceRecord& r) {
            causes[r.seq] = {r.kind, r.cause};
            add = r.op == "AddGroupMembershipEntry" && r.kind == TraceKind::CALL ? r.seq : add;
        }));
    RunUntil(Seconds(1));
    ASSERT_NE(add, 0U);
    const auto state = causes[add].second;
    EXPECT_EQ(causes[state].first, TraceKind::STATE);
    EXPECT_EQ(causes[causes[state].second].first, TraceKind::PACKET_RX);
}

TEST_F(IgmpRouterTest, AClientMayStopItInACallback)
{
    MakeRouter(3);
    ClientCallbacks callbacks;
    callbacks.joinAlert = Callback<void, const SourceGroupEntry&, bool>(
        [this](const SourceGroupEntry&, bool) { m_router->Stop(); });
    ClientHandle client;
    m_manager->RegisterMProtocol(callbacks, {21, 0}, "saboteur", client);
    Report(Seconds(1), {{Type::TO_EX, G1, {}}, {Type::TO_EX, G2, {}}});
    RunUntil(Seconds(300));
    EXPECT_FALSE(m_router->IsRunning());
    EXPECT_TRUE(GetMemberships().empty());
}

TEST_F(IgmpRouterTest, AClientMayCrashItInACallback)
{
    MakeRouter(2);
    ClientCallbacks callbacks;
    callbacks.pruneAlert = Callback<void, const SourceGroupEntry&, const InterfaceId&, bool, Time&>(
        [this](const SourceGroupEntry&, const InterfaceId&, bool, Time&) { m_router->Fail(); });
    ClientHandle client;
    m_manager->RegisterMProtocol(callbacks, {21, 0}, "saboteur", client);
    Say(Seconds(1), IgmpV2Message{IgmpType::V2_REPORT, Time(0), G1}, G1);
    RunUntil(Seconds(300));
    EXPECT_FALSE(m_router->IsRunning());
}

} // namespace

} // namespace mgm
} // namespace ns3
