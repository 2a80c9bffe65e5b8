/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "mgm-igmp-test-addresses.h"
#include "mgm-test-fixture.h"

#include "ns3/double.h"
#include "ns3/error-model.h"
#include "ns3/internet-stack-helper.h"
#include "ns3/ipv4-address-helper.h"
#include "ns3/mgm-igmp-host.h"
#include "ns3/mgm-igmp-router.h"
#include "ns3/mgm-multicast-group-manager.h"
#include "ns3/pointer.h"
#include "ns3/simple-net-device-helper.h"
#include "ns3/simulator.h"
#include "ns3/string.h"

#include <functional>

namespace ns3
{
namespace mgm
{

namespace
{

constexpr uint32_t LAN = 1;

/// @brief Routers 10.0.0.1 and 10.0.0.2 and a host 10.0.0.3 on a LAN.
class IgmpConvergenceTest : public MgmTest
{
  protected:
    void SetUp() override
    {
        MgmTest::SetUp();
        m_nodes.Create(3);
        m_devices = SimpleNetDeviceHelper().Install(m_nodes);
        InternetStackHelper internet;
        internet.SetIpv6StackInstall(false);
        internet.Install(m_nodes);
        Ipv4AddressHelper("10.0.0.0", "255.255.255.0").Assign(m_devices);
        m_low = MakeRouter(0);
        m_high = MakeRouter(1);
        m_host = CreateObject<IgmpHost>();
        m_nodes.Get(2)->AddApplication(m_host);
        m_host->AddInterface(LAN);
        m_host->AssignStreams(1);
    }

    void TearDown() override
    {
        Simulator::Destroy();
        m_low = nullptr;
        m_high = nullptr;
        m_host = nullptr;
        MgmTest::TearDown();
    }

    /// @brief Makes a router. @param index of its node @return the router
    Ptr<IgmpRouter> MakeRouter(uint32_t index)
    {
        const auto node = m_nodes.Get(index);
        node->AggregateObject(CreateObject<MulticastGroupManager>());
        const auto router = CreateObject<IgmpRouter>();
        node->AddApplication(router);
        router->AddInterface(LAN);
        return router;
    }

    /// @brief Does something. @param at when @param what what
    static void At(Time at, std::function<void()> what)
    {
        Simulator::Schedule(at - Simulator::Now(), what);
    }

    /// @brief The host joins the group. @param at when
    void Join(Time at)
    {
        At(at, [this]() { m_host->Join(LAN, G); });
    }

    /// @brief The host leaves the group. @param at when
    void Leave(Time at)
    {
        At(at, [this]() { m_host->Leave(LAN, G); });
    }

    /// @brief A node hears nothing for a while. @param index of the node @param from when
    /// @param to until when
    void Deafen(uint32_t index, Time from, Time to)
    {
        const auto errors = CreateObject<RateErrorModel>();
        errors->SetAttribute("ErrorRate", DoubleValue(1));
        errors->SetAttribute("ErrorUnit", StringValue("ERROR_UNIT_PACKET"));
        errors->Disable();
        m_devices.Get(index)->SetAttribute("ReceiveErrorModel", PointerValue(errors));
        At(from, [=]() { errors->Enable(); });
        At(to, [=]() { errors->Disable(); });
    }

    /// @brief Runs the simulation. @param until up to this time
    static void RunUntil(Time until)
    {
        Simulator::Stop(until - Simulator::Now() + TimeStep(1));
        Simulator::Run();
    }

    /// @param router a router @return whether it is the querier
    static bool IsQuerier(Ptr<IgmpRouter> router)
    {
        return router->GetInterface(LAN)->IsQuerier();
    }

    /// @param router a router @return whether it knows the group
    static bool IsKnown(Ptr<IgmpRouter> router)
    {
        return router->GetInterface(LAN)->GetGroup(G).has_value();
    }

    NodeContainer m_nodes;        ///< routers and host
    NetDeviceContainer m_devices; ///< on the LAN
    Ptr<IgmpRouter> m_low;        ///< 10.0.0.1
    Ptr<IgmpRouter> m_high;       ///< 10.0.0.2
    Ptr<IgmpHost> m_host;         ///< 10.0.0.3
};

TEST_F(IgmpConvergenceTest, RFC_3376_6_6_2_TheLowestAddressIsTheQuerierAndBothKnowTheGroup)
{
    Join(Seconds(5));
    RunUntil(Seconds(1000));
    EXPECT_TRUE(IsQuerier(m_low));
    EXPECT_FALSE(IsQuerier(m_high));
    EXPECT_TRUE(IsKnown(m_low));
    EXPECT_TRUE(IsKnown(m_high));
}

TEST_F(IgmpConvergenceTest, ARouterThatComesLaterTakesOverAtItsFirstQuery)
{
    m_low->SetStartTime(Seconds(50));
    RunUntil(Seconds(49));
    EXPECT_TRUE(IsQuerier(m_high));
    RunUntil(Seconds(50));
    EXPECT_TRUE(IsQuerier(m_low));
    EXPECT_FALSE(IsQuerier(m_high));
}

TEST_F(IgmpConvergenceTest, RFC_3376_8_5_AfterACrashOfTheQuerierTheOtherTakesOverAndLosesNothing)
{
    Join(Seconds(5));
    At(Seconds(200), [this]() { m_low->Fail(); });
    // Queries at 0, 31.25 and 156.25: the other takes over at 411.25, before the group is gone.
    RunUntil(Seconds(411));
    EXPECT_FALSE(IsQuerier(m_high));
    EXPECT_TRUE(IsKnown(m_high));
    for (int second = 412; second <= 1500; second += 10)
    {
        RunUntil(Seconds(second));
        EXPECT_TRUE(IsQuerier(m_high));
        EXPECT_TRUE(IsKnown(m_high));
    }
}

TEST_F(IgmpConvergenceTest, ARestartedQuerierIsBackAtOnceAndLearnsTheGroupAgain)
{
    Join(Seconds(5));
    At(Seconds(200), [this]() { m_low->Fail(); });
    At(Seconds(600), [this]() { m_low->Start(); });
    RunUntil(Seconds(600));
    EXPECT_TRUE(IsQuerier(m_low));
    EXPECT_FALSE(IsQuerier(m_high));
    EXPECT_FALSE(IsKnown(m_low));
    RunUntil(Seconds(610)); // Query Response Interval
    EXPECT_TRUE(IsKnown(m_low));
}

TEST_F(IgmpConvergenceTest, AHostBeforeTheRoutersIsHeardWithinTheResponseInterval)
{
    m_low->SetStartTime(Seconds(100));
    m_high->SetStartTime(Seconds(100));
    Join(Seconds(1));
    RunUntil(Seconds(110));
    EXPECT_TRUE(IsKnown(m_low));
    EXPECT_TRUE(IsKnown(m_high));
}

TEST_F(IgmpConvergenceTest, RFC_3376_8_10_LeaveLatencyIsTheSameAtBothRouters)
{
    Join(Seconds(5));
    Leave(Seconds(100));
    RunUntil(MilliSeconds(101999));
    EXPECT_TRUE(IsKnown(m_low));
    EXPECT_TRUE(IsKnown(m_high));
    RunUntil(Seconds(103)); // the host repeats its report within 1 s
    EXPECT_FALSE(IsKnown(m_low));
    EXPECT_FALSE(IsKnown(m_high));
}

TEST_F(IgmpConvergenceTest, RFC_3376_8_4_AHostThatLeavesSilentlyIsForgotten)
{
    Join(Seconds(5));
    At(Seconds(20), [this]() { m_host->Fail(); });
    // Its last report answers no query after 10 s.
    RunUntil(Seconds(20));
    const auto left = m_low->GetInterface(LAN)->GetGroup(G)->timer;
    RunUntil(Seconds(20) + left - MilliSeconds(1));
    EXPECT_TRUE(IsKnown(m_low));
    RunUntil(Seconds(20) + left);
    EXPECT_FALSE(IsKnown(m_low));
    EXPECT_FALSE(IsKnown(m_high));
}

TEST_F(IgmpConvergenceTest, RFC_3376_8_1_OneLostQueryDoesNoHarm)
{
    Join(Seconds(5));
    Deafen(2, Seconds(156), Seconds(157)); // the host
    Deafen(1, Seconds(281), Seconds(282)); // the other router
    for (int second = 20; second <= 800; second += 20)
    {
        RunUntil(Seconds(second));
        EXPECT_TRUE(IsKnown(m_low)) << second;
        EXPECT_TRUE(IsKnown(m_high)) << second;
        EXPECT_FALSE(IsQuerier(m_high)) << second;
    }
}

TEST_F(IgmpConvergenceTest, RFC_3376_6_6_2_TwoQueriersAfterALongFailureBecomeOneAgain)
{
    Join(Seconds(5));
    Deafen(1, Seconds(100), Seconds(700));
    RunUntil(Seconds(700));
    EXPECT_TRUE(IsQuerier(m_low));
    EXPECT_TRUE(IsQuerier(m_high));
    RunUntil(Seconds(825)); // one Query Interval
    EXPECT_TRUE(IsQuerier(m_low));
    EXPECT_FALSE(IsQuerier(m_high));
    EXPECT_TRUE(IsKnown(m_low));
    RunUntil(Seconds(960));
    EXPECT_TRUE(IsKnown(m_high));
}

TEST_F(IgmpConvergenceTest, RFC_3376_6_1_ALeaveThatOneRouterMissesReachesItByTheQuery)
{
    Join(Seconds(5));
    Deafen(1, Seconds(100), MilliSeconds(100500));
    Leave(Seconds(100)); // the query at 101 s lowers the timer, S is clear
    RunUntil(Seconds(104));
    EXPECT_FALSE(IsKnown(m_low));
    EXPECT_FALSE(IsKnown(m_high));
}

} // namespace

} // namespace mgm
} // namespace ns3
