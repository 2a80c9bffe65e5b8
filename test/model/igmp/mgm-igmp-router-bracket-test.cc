/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "mgm-igmp-router-fixture.h"
#include "mgm-igmp-test-addresses.h"

#include "ns3/string.h"

namespace ns3
{
namespace mgm
{

namespace
{

using Type = IgmpRecordType;

TEST_F(IgmpRouterTest, OWN_4_AllMembershipsAreAddedAgainInALaterEvent)
{
    MakeRouter(3);
    Join(Seconds(1), G);
    Join(Seconds(2), G2);
    std::size_t seenInTake = 99;
    At(Seconds(3), [&]() {
        m_manager->TakeInterfaceOwnership(m_pim, LAN_ID);
        seenInTake = GetMemberships().size();
    });
    WatchTrace();
    RunUntil(Seconds(3));
    EXPECT_EQ(seenInTake, 0U); // OWN-7
    EXPECT_EQ(m_local, (std::vector<std::string>{"3 join (*,239.1.1.1)", "3 join (*,239.1.1.2)"}));
    EXPECT_EQ(m_reporter, (std::vector<std::string>{"DISABLED", "ENABLED", "REPORTING"}));
    EXPECT_EQ(Count(TraceKind::VIOLATION), 0U);
    EXPECT_EQ(GetMemberships().size(), 2U);
}

TEST_F(IgmpRouterTest, OWN_7_WhatIsHeardInsideTheBracketIsReportedAfterIt)
{
    SetManagerTime("OwnershipChangeDuration", 2);
    MakeRouter(3);
    WatchTrace();
    Join(Seconds(1), G);
    Take(Seconds(10));
    Join(Seconds(11), G2);
    Report(MilliSeconds(9500), {{Type::TO_IN, G, {}}}); // gone at 11.5, inside the bracket
    RunUntil(Seconds(20));
    EXPECT_EQ(m_local, std::vector<std::string>{"12 join (*,239.1.1.2)"});
    EXPECT_EQ(GetMemberships(), std::vector<std::string>{"(*,239.1.1.2)"});
    EXPECT_EQ(Count(TraceKind::VIOLATION), 0U);
}

TEST_F(IgmpRouterTest, OWN_3_ReleaseIsBracketedToo)
{
    MakeRouter(3);
    Take(MilliSeconds(500));
    Join(Seconds(1), G);
    RunUntil(Seconds(4));
    WatchTrace();
    Release(Seconds(5));
    RunUntil(Seconds(5));
    EXPECT_EQ(m_reporter, (std::vector<std::string>{"DISABLED", "ENABLED", "REPORTING"}));
    EXPECT_EQ(GetMemberships(), std::vector<std::string>{"(*,239.1.1.1)"});
    EXPECT_EQ(Count(TraceKind::VIOLATION), 0U);
}

TEST_F(IgmpRouterTest, OWN_3_BracketsInQuickSuccessionLoseNothing)
{
    MakeRouter(3);
    Join(Seconds(1), G);
    Take(Seconds(5));
    Release(Seconds(5));
    Take(Seconds(5));
    WatchTrace();
    RunUntil(Seconds(5));
    EXPECT_EQ(GetMemberships(), std::vector<std::string>{"(*,239.1.1.1)"});
    EXPECT_EQ(Count(TraceKind::VIOLATION), 0U);
}

TEST_F(IgmpRouterTest, Section5_CallsCostTimeAndAreMadeOneByOne)
{
    SetManagerTime("ApiCallCost", 0.5);
    WatchTrace();
    MakeRouter(3);
    Report(Seconds(5), {{Type::TO_EX, G, {}}, {Type::TO_EX, G2, {}}});
    RunUntil(Seconds(10));
    EXPECT_EQ(m_calls,
              (std::vector<std::string>{"0 RegisterMProtocol",
                                        "0.5 TakeInterfaceOwnership",
                                        "5 AddGroupMembershipEntry (*,239.1.1.1)",
                                        "5.5 AddGroupMembershipEntry (*,239.1.1.2)"}));
    EXPECT_EQ(GetHeard(), std::vector<std::string>{"1 IGMPv3 Query general 10s > 224.0.0.1"});
}

TEST_F(IgmpRouterTest, Section5_AStopMakesCallsOneByOne)
{
    SetManagerTime("ApiCallCost", 0.5);
    WatchTrace();
    MakeRouter(3);
    At(Seconds(5), [this]() { m_router->Stop(); });
    RunUntil(Seconds(10));
    EXPECT_EQ(m_calls,
              (std::vector<std::string>{"0 RegisterMProtocol",
                                        "0.5 TakeInterfaceOwnership",
                                        "5 ReleaseInterfaceOwnership",
                                        "5.5 DeRegisterMProtocol"}));
}

TEST_F(IgmpRouterTest, Section5_ChangesThatCancelOutWhileACallRunsAreNotMade)
{
    SetManagerTime("ApiCallCost", 10);
    WatchTrace();
    MakeRouter(3);
    Join(Seconds(30), G); // returns at 40
    Join(Seconds(31), G2);
    Report(Seconds(32), {{Type::TO_IN, G2, {}}}); // gone at 34
    RunUntil(Seconds(60));
    EXPECT_EQ(m_calls.size(), 3U);
    EXPECT_EQ(GetMemberships(), std::vector<std::string>{"(*,239.1.1.1)"});
}

TEST_F(IgmpRouterTest, OWN_10_AReservedInterfaceIsAskedForAgainAfterRetryDelay)
{
    SetManagerTime("OwnershipChangeDuration", 2.5);
    MakeRouter(3);
    m_router->SetStartTime(Seconds(1));
    Take(MilliSeconds(500));
    WatchTrace();
    RunUntil(Seconds(5));
    EXPECT_EQ(m_calls,
              (std::vector<std::string>{"1 RegisterMProtocol",
                                        "1 TakeInterfaceOwnership",
                                        "2 TakeInterfaceOwnership",
                                        "3 TakeInterfaceOwnership"}));
    EXPECT_EQ(GetHeard(), std::vector<std::string>{"3 IGMPv3 Query general 10s > 224.0.0.1"});
}

TEST_F(IgmpRouterTest, OWN_10_StopDuringAChangeReleasesWhenItIsComplete)
{
    SetManagerTime("OwnershipChangeDuration", 2.5);
    MakeRouter(3);
    Take(Seconds(1));
    At(Seconds(2), [this]() { m_router->Stop(); });
    At(MilliSeconds(2500), [this]() { m_router->Start(); });
    WatchTrace();
    RunUntil(Seconds(10));
    EXPECT_EQ(m_calls,
              (std::vector<std::string>{"0 RegisterMProtocol",
                                        "0 TakeInterfaceOwnership",
                                        "2 ReleaseInterfaceOwnership",
                                        "3 ReleaseInterfaceOwnership",
                                        "4 ReleaseInterfaceOwnership",
                                        "4 DeRegisterMProtocol",
                                        "4 RegisterMProtocol",
                                        "4 TakeInterfaceOwnership"}));
    EXPECT_TRUE(m_router->IsRunning());
}

TEST_F(IgmpRouterTest, OWN_4_AnOwnerMayReleaseInLocalJoin)
{
    MakeRouter(3);
    ClientCallbacks callbacks;
    callbacks.localJoin = Callback<void, const SourceGroupEntry&, const InterfaceId&>(
        [this](const SourceGroupEntry&, const InterfaceId& interface) {
            m_manager->ReleaseInterfaceOwnership(m_pim, interface);
        });
    m_manager->DeRegisterMProtocol(m_pim);
    m_manager->RegisterMProtocol(callbacks, {20, 0}, "pim", m_pim);
    WatchTrace();
    Take(MilliSeconds(500));
    Report(Seconds(1), {{Type::TO_EX, G, {}}, {Type::TO_EX, G2, {}}});
    RunUntil(Seconds(2));
    EXPECT_EQ(GetMemberships().size(), 2U);
    EXPECT_EQ(Count(TraceKind::VIOLATION), 0U);
}

TEST_F(IgmpRouterTest, Section5_PostedCallbacksThatCostTimeLoseNothing)
{
    m_manager->SetAttribute("CallbackDelivery", StringValue("posted"));
    SetManagerTime("CallbackCost", 0.25);
    SetManagerTime("ApiCallCost", 0.125);
    SetManagerTime("OwnershipChangeDuration", 1);
    MakeRouter(3);
    WatchTrace();
    Join(Seconds(1), G);
    Take(Seconds(10));
    for (int i = 0; i < 20; ++i)
    {
        Join(MilliSeconds(10000 + 100 * i), Ipv4Address(0xEF020000 + i));
    }
    RunUntil(Seconds(60));
    EXPECT_EQ(GetMemberships().size(), 21U);
    EXPECT_EQ(Count(TraceKind::VIOLATION), 0U);
}

} // namespace

} // namespace mgm
} // namespace ns3
