/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "mgm-pim-interface-lan.h"

#include "ns3/boolean.h"
#include "ns3/ipv4.h"
#include "ns3/mgm-tracer.h"
#include "ns3/simulator.h"
#include "ns3/string.h"
#include "ns3/uinteger.h"

#include <set>

namespace ns3
{
namespace mgm
{

namespace
{

using Times = std::vector<double>;

constexpr auto HELLO_OFFSET = 40; ///< Digits of the IP header of a frame.

const PimMessage ASSERT_MESSAGE =
    PimAssert{PimGroup{Ipv4Address("239.1.1.1")}, Ipv4Address("10.10.4.2"), false, 110, 20};

/// @brief A router that says Hello to a peer.
class PimHelloTest : public PimInterfaceLan
{
  protected:
    /// @return the octets of the first message that the peer got, in hexadecimal digits
    std::string GetFirstMessage() const
    {
        return GetFrames().at(0).substr(HELLO_OFFSET);
    }

    /// @return the generation ids that the peer has heard
    std::vector<uint32_t> GetGenerationIds() const
    {
        std::vector<uint32_t> ids;
        for (const auto& heard : m_heard)
        {
            ids.push_back(std::get<PimHello>(heard.message).Find<PimGenerationId>()->id);
        }
        return ids;
    }

    /// @return "SOURCE HOLDTIME" of the Hellos that the peer has heard
    std::vector<std::string> GetHoldtimes() const
    {
        std::vector<std::string> lines;
        for (const auto& heard : m_heard)
        {
            const auto& hello = std::get<PimHello>(heard.message);
            lines.push_back(ToText(heard.source) + ' ' +
                            std::to_string(hello.Find<PimHoldtime>()->seconds));
        }
        return lines;
    }
};

TEST_F(PimHelloTest, RFC_7761_4_3_1_AfterARandomDelayThenEachHelloPeriod)
{
    ServeAt();
    RunUntil(Seconds(70));
    EXPECT_EQ(GetHelloTimes(), (Times{2.5, 32.5, 62.5}));
}

TEST_F(PimHelloTest, RFC_7761_4_11_PeriodAndDelayAreAttributes)
{
    Set("HelloPeriod", StringValue("1s"));
    Set("TriggeredHelloDelay", StringValue("1s"));
    ServeAt();
    RunUntil(Seconds(3));
    EXPECT_EQ(GetHelloTimes(), (Times{0.5, 1.5, 2.5}));
    EXPECT_EQ(GetHoldtimes().at(0), "10.0.1.1 4"); // 3.5, in whole seconds
}

TEST_F(PimHelloTest, RFC_7761_4_3_1_TheDelayIsUpToTriggeredHelloDelay)
{
    Set("Delay", StringValue("ns3::UniformRandomVariable[Min=0|Max=1]"));
    std::set<double> delays;
    for (int start = 0; start < 20; ++start)
    {
        EXPECT_EQ(m_interface->AssignStreams(7 + 2 * start), 2);
        m_heard.clear();
        const auto begin = Simulator::Now();
        m_interface->Serve(m_node, LAN);
        RunUntil(begin + Seconds(5));
        ASSERT_EQ(m_heard.size(), 1U);
        delays.insert((m_heard[0].time - begin).GetSeconds());
        m_interface->Stop();
        RunUntil(begin + Seconds(6));
    }
    EXPECT_EQ(delays.size(), 20U);
    EXPECT_LT(*delays.begin(), 1.5);
    EXPECT_GT(*delays.rbegin(), 3.5);
}

/// V01 of pim-vectors.
TEST_F(PimHelloTest, RFC_7761_4_9_2_OptionsOfASparseRouter)
{
    Set("GenerationId", StringValue("ns3::ConstantRandomVariable[Constant=305441741]"));
    ServeAt();
    RunUntil(Seconds(3));
    EXPECT_EQ(GetFirstMessage(),
              "200015a40001000200690002000401f409c40013000400000001001400041234abcd");
}

/// V03.
TEST_F(PimHelloTest, RFC_3973_4_7_5_OptionsOfADenseRouter)
{
    Set("GenerationId", StringValue("ns3::ConstantRandomVariable[Constant=305441741]"));
    Set("SendDrPriority", BooleanValue(false));
    Set("StateRefreshInterval", StringValue("60s"));
    ServeAt();
    RunUntil(Seconds(3));
    EXPECT_EQ(GetFirstMessage(),
              "200014670001000200690002000401f409c4001400041234abcd00150004013c0000");
}

/// V04.
TEST_F(PimHelloTest, RFC_7761_4_3_1_SecondaryAddressesAreListed)
{
    const auto ipv4 = m_node->GetObject<Ipv4>();
    ipv4->AddAddress(LAN, {"10.0.9.1", "255.255.255.0"});
    ipv4->AddAddress(LAN, {"10.0.8.1", "255.255.255.0"});
    Set("GenerationId", StringValue("ns3::ConstantRandomVariable[Constant=305441741]"));
    ServeAt();
    RunUntil(Seconds(3));
    EXPECT_EQ(GetFirstMessage(),
              "2000ee7d0001000200690002000401f409c40013000400000001001400041234abcd"
              "0018000c01000a00090101000a000801");
}

/// V05.
TEST_F(PimHelloTest, RFC_7761_4_9_2_TrackingDelaysAndPriorityAreAttributes)
{
    Set("GenerationId", StringValue("ns3::ConstantRandomVariable[Constant=305441741]"));
    Set("TrackingSupport", BooleanValue(true));
    Set("PropagationDelay", StringValue("1s"));
    Set("OverrideInterval", StringValue("30s"));
    Set("DrPriority", UintegerValue(4294967295));
    ServeAt();
    RunUntil(Seconds(3));
    EXPECT_EQ(GetFirstMessage(),
              "200028440001000200690002000483e8753000130004ffffffff001400041234abcd");
}

/// V06.
TEST_F(PimHelloTest, RFC_7761_4_9_2_AHoldtimeMayBeForEver)
{
    Set("GenerationId", StringValue("ns3::ConstantRandomVariable[Constant=0]"));
    Set("HelloHoldtime", StringValue("65535s"));
    Set("SendLanPruneDelay", BooleanValue(false));
    ServeAt();
    RunUntil(Seconds(3));
    EXPECT_EQ(GetFirstMessage(), "2000dfcc00010002ffff00130004000000010014000400000000");
}

TEST_F(PimHelloTest, RFC_7761_4_11_TheHoldtimeIs3_5HelloPeriods)
{
    Set("HelloPeriod", StringValue("18724s"));
    ServeAt();
    RunUntil(Seconds(3));
    EXPECT_EQ(GetHoldtimes(), std::vector<std::string>{"10.0.1.1 65534"}); // not for ever
}

/// V02.
TEST_F(PimHelloTest, RFC_7761_4_3_1_AStopSaysGoodbye)
{
    Set("GenerationId", StringValue("ns3::ConstantRandomVariable[Constant=305441741]"));
    ServeAt();
    At(Seconds(10), [this]() { m_interface->Stop(); });
    RunUntil(Seconds(100));
    EXPECT_EQ(GetHelloTimes(), (Times{2.5, 10}));
    EXPECT_EQ(GetFrames().at(1).substr(HELLO_OFFSET),
              "2000160d0001000200000002000401f409c40013000400000001001400041234abcd");
    EXPECT_FALSE(m_interface->IsServed());
    EXPECT_FALSE(m_interface->IsInService());
}

TEST_F(PimHelloTest, ARouterThatNobodyKnowsSaysNoGoodbye)
{
    ServeAt();
    At(Seconds(2), [this]() { m_interface->Stop(); });
    RunUntil(Seconds(100));
    EXPECT_TRUE(m_heard.empty());
}

TEST_F(PimHelloTest, ACrashIsSilent)
{
    ServeAt();
    At(Seconds(10), [this]() { m_interface->Drop(); });
    RunUntil(Seconds(100));
    EXPECT_EQ(GetHelloTimes(), Times{2.5});
}

TEST_F(PimHelloTest, RFC_7761_4_3_1_ANewNeighborTriggersAHello)
{
    ServeAt();
    SayHello(Seconds(10), {PimHoldtime{105}, PimGenerationId{1}});
    SayHello(Seconds(20), {PimHoldtime{105}, PimGenerationId{1}}); // not new any more
    RunUntil(Seconds(40));
    EXPECT_EQ(GetHelloTimes(), (Times{2.5, 12.5, 32.5}));
}

TEST_F(PimHelloTest, RFC_7761_4_3_1_ANeighborThatHasRestartedTriggersAHello)
{
    ServeAt();
    SayHello(Seconds(10), {PimHoldtime{105}, PimGenerationId{1}});
    SayHello(Seconds(20), {PimHoldtime{105}, PimGenerationId{2}});
    RunUntil(Seconds(40));
    EXPECT_EQ(GetHelloTimes(), (Times{2.5, 12.5, 22.5, 32.5}));
}

TEST_F(PimHelloTest, RFC_7761_4_3_1_OneHelloServesAllNewNeighbors)
{
    ServeAt();
    SayHello(Seconds(10), {PimHoldtime{105}});
    SayHelloFrom(Seconds(11), "10.0.1.3", {PimHoldtime{105}});
    RunUntil(Seconds(20));
    EXPECT_EQ(GetHelloTimes(), (Times{2.5, 12.5}));
}

TEST_F(PimHelloTest, RFC_7761_4_3_1_APeriodicHelloServesANewNeighbor)
{
    ServeAt();
    SayHello(Seconds(31), {PimHoldtime{105}});
    RunUntil(Seconds(40));
    EXPECT_EQ(GetHelloTimes(), (Times{2.5, 32.5}));
}

TEST_F(PimHelloTest, RFC_7761_4_3_1_TheFirstHelloServesANewNeighbor)
{
    ServeAt();
    SayHello(Seconds(1), {PimHoldtime{105}});
    RunUntil(Seconds(20));
    EXPECT_EQ(GetHelloTimes(), Times{2.5});
}

TEST_F(PimHelloTest, RFC_7761_4_3_1_AHelloGoesBeforeTheFirstMessage)
{
    ServeAt();
    At(Seconds(1), [this]() {
        m_interface->Send(ASSERT_MESSAGE);
        m_interface->Send(ASSERT_MESSAGE);
    });
    RunUntil(Seconds(10));
    const std::string hello =
        " PIM Hello holdtime 105s, delay 500+2500ms, priority 1, generation 100";
    EXPECT_EQ(GetHeard(),
              (std::vector<std::string>{"1" + hello,
                                        "1 PIM Assert (10.10.4.2,239.1.1.1) 110/20",
                                        "1 PIM Assert (10.10.4.2,239.1.1.1) 110/20",
                                        "2.5" + hello})); // the Hello Timer was not reset
}

TEST_F(PimHelloTest, RFC_7761_4_3_1_AHelloThatIsOwedGoesBeforeAMessage)
{
    ServeAt();
    SayHello(Seconds(10), {PimHoldtime{105}});
    At(Seconds(11), [this]() { m_interface->Send(ASSERT_MESSAGE); });
    At(Seconds(20), [this]() { m_interface->Send(ASSERT_MESSAGE); });
    RunUntil(Seconds(30));
    EXPECT_EQ(GetHelloTimes(), (Times{2.5, 11})); // and not at 12.5
    EXPECT_EQ(m_heard.size(), 4U);
    EXPECT_TRUE(std::holds_alternative<PimHello>(m_heard.at(1).message));
}

TEST_F(PimHelloTest, RFC_7761_4_3_1_EachStartHasItsGenerationId)
{
    ServeAt();
    At(Seconds(10), [this]() { m_interface->Drop(); });
    ServeAt(Seconds(20));
    RunUntil(Seconds(30));
    EXPECT_EQ(GetGenerationIds(), (std::vector<uint32_t>{100, 101}));
}

TEST_F(PimHelloTest, RFC_7761_4_3_1_AGenerationIdIsNeverThatOfTheStartBefore)
{
    Set("GenerationId", StringValue("ns3::ConstantRandomVariable[Constant=7]"));
    ServeAt();
    At(Seconds(10), [this]() { m_interface->Drop(); });
    ServeAt(Seconds(20));
    RunUntil(Seconds(30));
    EXPECT_EQ(GetGenerationIds(), (std::vector<uint32_t>{7, 8}));
}

TEST_F(PimHelloTest, AnInterfaceThatIsDownIsSilentAndStartsAnew)
{
    const auto ipv4 = m_node->GetObject<Ipv4>();
    ServeAt();
    At(Seconds(10), [ipv4]() { ipv4->SetDown(LAN); });
    At(Seconds(50), [ipv4]() { ipv4->SetUp(LAN); });
    RunUntil(Seconds(60));
    EXPECT_EQ(GetHelloTimes(), (Times{2.5, 52.5}));
    EXPECT_EQ(GetGenerationIds(), (std::vector<uint32_t>{100, 101}));
    EXPECT_EQ(GetNews(),
              (std::vector<std::string>{"0 in service", "10 out of service", "50 in service"}));
}

TEST_F(PimHelloTest, AnInterfaceWithoutAddressWaitsForOne)
{
    const auto ipv4 = m_node->GetObject<Ipv4>();
    ipv4->RemoveAddress(LAN, 0);
    ServeAt();
    At(Seconds(10), [ipv4]() { ipv4->AddAddress(LAN, {"10.0.1.9", "255.255.0.0"}); });
    RunUntil(Seconds(20));
    EXPECT_EQ(GetHelloTimes(), Times{12.5});
    EXPECT_EQ(m_heard.at(0).source, Ipv4Address("10.0.1.9"));
}

TEST_F(PimHelloTest, RFC_7761_4_3_1_AnInterfaceThatLosesItsAddressSaysGoodbyeFromIt)
{
    const auto ipv4 = m_node->GetObject<Ipv4>();
    ServeAt();
    At(Seconds(10), [ipv4]() { ipv4->RemoveAddress(LAN, 0); });
    RunUntil(Seconds(40));
    EXPECT_EQ(GetHoldtimes(), (std::vector<std::string>{"10.0.1.1 105", "10.0.1.1 0"}));
    EXPECT_EQ(GetNews(), (std::vector<std::string>{"0 in service", "10 out of service"}));
}

TEST_F(PimHelloTest, RFC_7761_4_3_1_AChangeOfThePrimaryAddressIsToldFromBoth)
{
    const auto ipv4 = m_node->GetObject<Ipv4>();
    ServeAt();
    SayHello(Seconds(5), {PimHoldtime{105}, PimDrPriority{0}});
    At(Seconds(10), [ipv4]() {
        ipv4->AddAddress(LAN, {"10.0.1.9", "255.255.0.0"});
        ipv4->RemoveAddress(LAN, 0);
    });
    RunUntil(Seconds(40));
    EXPECT_EQ(GetHelloTimes(), (Times{2.5, 7.5, 10, 10, 32.5}));
    EXPECT_EQ(GetHoldtimes(),
              (std::vector<std::string>{"10.0.1.1 105",
                                        "10.0.1.1 105",
                                        "10.0.1.1 0",
                                        "10.0.1.9 105",
                                        "10.0.1.9 105"}));
    EXPECT_EQ(GetNews(),
              (std::vector<std::string>{"0 in service",
                                        "5 up 10.0.1.2",
                                        "10 address 10.0.1.9",
                                        "10 dr 10.0.1.9"}));
    EXPECT_EQ(m_interface->GetNeighbors().GetSize(), 1U); // the peer has not changed
}

TEST_F(PimHelloTest, RFC_7761_4_3_1_AChangeOfASecondaryAddressIsToldAtOnce)
{
    const auto ipv4 = m_node->GetObject<Ipv4>();
    ServeAt();
    At(Seconds(10), [ipv4]() { ipv4->AddAddress(LAN, {"10.0.9.1", "255.255.255.0"}); });
    At(Seconds(20), [ipv4]() { ipv4->RemoveAddress(LAN, 1); });
    RunUntil(Seconds(30));
    EXPECT_EQ(GetHelloTimes(), (Times{2.5, 10, 20}));
    const auto list = [this](std::size_t i) {
        return std::get<PimHello>(m_heard.at(i).message).Find<PimAddressList>();
    };
    EXPECT_FALSE(list(0));
    ASSERT_TRUE(list(1));
    EXPECT_EQ(list(1)->addresses, std::vector<Ipv4Address>{Ipv4Address("10.0.9.1")});
    EXPECT_FALSE(list(2));
    EXPECT_EQ(GetHoldtimes().at(1), "10.0.1.1 105");
}

TEST_F(PimHelloTest, WhatIsSentOutOfServiceIsADrop)
{
    std::vector<std::string> drops;
    Tracer::Of(m_node)->TraceConnectWithoutContext(
        "Record",
        Callback<void, const TraceRecord&>([&drops](const TraceRecord& r) {
            if (r.kind == TraceKind::DROP)
            {
                drops.push_back(std::string(r.op) + ", " + std::string(r.event));
            }
        }));
    m_interface->Send(ASSERT_MESSAGE); // not served: of no concern
    ServeAt(Seconds(1));
    At(Seconds(2), [this]() { m_node->GetObject<Ipv4>()->SetDown(LAN); });
    At(Seconds(3), [this]() { m_interface->Send(ASSERT_MESSAGE); });
    At(Seconds(4), [this]() {
        m_interface->Stop();
        m_interface->Send(ASSERT_MESSAGE);
    });
    RunUntil(Seconds(10));
    EXPECT_TRUE(m_heard.empty());
    EXPECT_EQ(drops, std::vector<std::string>{"PIM Assert, interface-down"});
}

} // namespace

} // namespace mgm
} // namespace ns3
