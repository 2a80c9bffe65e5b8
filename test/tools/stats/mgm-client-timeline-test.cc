/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "mgm-sample-trace.h"
#include "stats/mgm-client-timeline.h"

#include <gtest/gtest.h>

namespace ns3
{
namespace mgm
{

namespace
{

/// Times of a client, in the order of Milestone.
using Reached = decltype(ClientTimes::reachedNs);

constexpr std::nullopt_t NEVER = std::nullopt;

class ClientTimelineTest : public testing::Test
{
  protected:
    std::vector<ClientTimes> Clients() const
    {
        ClientTimeline timeline;
        for (const auto& record : m_trace.Get())
        {
            timeline.Observe(record);
        }
        return timeline.GetClients();
    }

    /// A client takes an interface within the call.
    void Take(int64_t timeNs, const SampleClient& client, uint32_t interface)
    {
        const auto call = m_trace.Enter(timeNs, client, "TakeInterfaceOwnership", interface);
        const auto* const table = client.id.IsIgmp() ? "igmp" : "owner";
        m_trace.Hold(timeNs, table, interface, client.name, call);
        m_trace.Leave(timeNs, client, "TakeInterfaceOwnership", call, Status::NO_ERROR, interface);
    }

    SampleTrace m_trace; ///< what is observed
};

TEST_F(ClientTimelineTest, AllMilestonesAreTimedFromTheRegistration)
{
    m_trace.Call(100, PIM, "RegisterMProtocol");
    Take(103, PIM, 1);
    m_trace.Call(104, PIM, "GroupEnumerationStart");
    m_trace.Call(107, PIM, "GroupEnumerationEnd");
    m_trace.Callback(111, PIM, "LOCAL_JOIN");
    m_trace.Callback(117, PIM, "PRUNE_ALERT");
    m_trace.Forward(130, 1);
    m_trace.Call(150, PIM, "DeRegisterMProtocol");
    const auto clients = Clients();
    ASSERT_EQ(clients.size(), 1U);
    EXPECT_EQ(clients[0].node, 0U);
    EXPECT_EQ(clients[0].client, (ClientId{4, 1}));
    EXPECT_EQ(clients[0].name, "pim");
    EXPECT_EQ(clients[0].incarnation, 1U);
    EXPECT_EQ(clients[0].registeredNs, 100);
    EXPECT_EQ(clients[0].reachedNs, (Reached{3, 7, 17, 11, 30, 50}));
}

TEST_F(ClientTimelineTest, OnlyTheFirstOfEachCounts)
{
    m_trace.Call(0, PIM, "RegisterMProtocol");
    Take(1, PIM, 1);
    Take(2, PIM, 2);
    m_trace.Call(3, PIM, "GroupEnumerationEnd");
    m_trace.Call(4, PIM, "GroupEnumerationEnd");
    m_trace.Callback(5, PIM, "JOIN_ALERT");
    m_trace.Callback(6, PIM, "PRUNE_ALERT");
    m_trace.Callback(7, PIM, "LOCAL_JOIN");
    m_trace.Callback(8, PIM, "LOCAL_JOIN");
    m_trace.Forward(9, 2);
    m_trace.Forward(10, 1);
    EXPECT_EQ(Clients().at(0).reachedNs, (Reached{1, 3, 5, 7, 9, NEVER}));
}

TEST_F(ClientTimelineTest, WhatFailsIsNoMilestone)
{
    m_trace.Call(0, PIM, "RegisterMProtocol");
    m_trace.Call(1, PIM, "RegisterMProtocol", Status::ERROR_ALREADY_EXISTS);
    m_trace.Call(2, PIM, "TakeInterfaceOwnership", Status::ERROR_ALREADY_EXISTS, 1);
    m_trace.Call(3, PIM, "GroupEnumerationEnd", Status::ERROR_INVALID_PARAMETER);
    m_trace.Call(4, PIM, "DeRegisterMProtocol", Status::ERROR_CAN_NOT_COMPLETE);
    m_trace.Callback(5, PIM, "RPF");
    m_trace.Forward(6, 1);
    ASSERT_EQ(Clients().size(), 1U);
    EXPECT_EQ(Clients()[0].reachedNs, Reached{});
}

TEST_F(ClientTimelineTest, AChangeOfOwnershipMayOutlastTheCall)
{
    m_trace.Call(0, PIM, "RegisterMProtocol");
    m_trace.Call(0, IGMP, "RegisterMProtocol");
    const auto take = m_trace.Call(10, PIM, "TakeInterfaceOwnership", Status::NO_ERROR, 1);
    m_trace.Call(11, IGMP, "TakeInterfaceOwnership", Status::ERROR_ALREADY_EXISTS, 1);
    m_trace.Hold(30, "owner", 1, "pim", take);
    EXPECT_EQ(Clients().at(0).reachedNs[0], 30);
    EXPECT_EQ(Clients().at(1).reachedNs[0], NEVER);
}

TEST_F(ClientTimelineTest, APacketIsTheOwnersAndElseIgmps)
{
    m_trace.Call(0, IGMP, "RegisterMProtocol");
    Take(1, IGMP, 1);
    m_trace.Forward(5, 1);
    m_trace.Call(10, PIM, "RegisterMProtocol");
    Take(10, PIM, 1);
    m_trace.Forward(16, 1);
    const auto clients = Clients();
    EXPECT_EQ(clients.at(0).reachedNs[4], 5);
    EXPECT_EQ(clients.at(1).reachedNs[4], 6);
}

TEST_F(ClientTimelineTest, APacketIsNobodysAfterARelease)
{
    m_trace.Call(0, PIM, "RegisterMProtocol");
    Take(1, PIM, 1);
    m_trace.Hold(2, "owner", 1, "nobody", 0);
    m_trace.Forward(3, 1);
    EXPECT_EQ(Clients().at(0).reachedNs[4], NEVER);
}

TEST_F(ClientTimelineTest, ARestartBeginsANewLife)
{
    m_trace.Call(0, PIM, "RegisterMProtocol");
    m_trace.Callback(5, PIM, "JOIN_ALERT");
    m_trace.Call(20, PIM, "FailClient");
    m_trace.Call(25, PIM, "RegisterMProtocol");
    m_trace.Callback(27, PIM, "JOIN_ALERT");
    const auto clients = Clients();
    ASSERT_EQ(clients.size(), 2U);
    EXPECT_EQ(clients[0].reachedNs, (Reached{NEVER, NEVER, 5, NEVER, NEVER, 20}));
    EXPECT_EQ(clients[1].reachedNs, (Reached{NEVER, NEVER, 2, NEVER, NEVER, NEVER}));
    EXPECT_EQ(clients[1].incarnation, 2U);
    EXPECT_EQ(clients[1].registeredNs, 25);
}

TEST_F(ClientTimelineTest, TheDeadReachNothing)
{
    m_trace.Call(0, PIM, "RegisterMProtocol");
    m_trace.Call(20, PIM, "DeRegisterMProtocol");
    m_trace.Callback(25, PIM, "JOIN_ALERT");
    EXPECT_EQ(Clients().at(0).reachedNs, (Reached{NEVER, NEVER, NEVER, NEVER, NEVER, 20}));
}

TEST_F(ClientTimelineTest, ARegistrationBeginsWithTheCall)
{
    const auto call = m_trace.Enter(10, PIM, "RegisterMProtocol");
    m_trace.Leave(14, PIM, "RegisterMProtocol", call);
    EXPECT_EQ(Clients().at(0).registeredNs, 10);
}

TEST_F(ClientTimelineTest, NodesHaveClientsOfTheirOwn)
{
    m_trace.Call(0, PIM, "RegisterMProtocol");
    const auto call = m_trace.AddOf(1, PIM, TraceKind::CALL, "RegisterMProtocol").seq;
    auto& answer = m_trace.AddOf(1, PIM, TraceKind::RETURN, "RegisterMProtocol");
    answer.node = 7;
    answer.cause = call;
    answer.status = Status::NO_ERROR;
    m_trace.Callback(3, PIM, "JOIN_ALERT");
    const auto clients = Clients();
    ASSERT_EQ(clients.size(), 2U);
    EXPECT_EQ(clients[0].reachedNs[2], 3);
    EXPECT_EQ(clients[1].node, 7U);
    EXPECT_EQ(clients[1].reachedNs[2], NEVER);
}

TEST_F(ClientTimelineTest, WhoNeverRegistersIsNotShown)
{
    m_trace.Callback(3, PIM, "JOIN_ALERT");
    m_trace.Call(4, PIM, "GroupEnumerationEnd");
    m_trace.Add(5, TraceKind::CALL, "RegisterMProtocol"); // without a client
    EXPECT_TRUE(Clients().empty());
}

} // namespace

} // namespace mgm
} // namespace ns3
