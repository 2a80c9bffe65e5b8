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

#include <functional>
#include <optional>
#include <utility>

namespace ns3
{
namespace mgm
{

namespace
{

using News = std::vector<std::string>;

/// @brief A router that hears the Hellos of others.
class PimNeighborTest : public PimInterfaceLan
{
  protected:
    /// @return the neighbors' addresses
    std::vector<std::string> GetNeighbors() const
    {
        std::vector<std::string> addresses;
        for (const auto& neighbor : m_interface->GetNeighbors().GetAll())
        {
            addresses.push_back(ToText(neighbor.address));
        }
        return addresses;
    }

    /// @param address an address @return the primary address of the neighbor who has it
    std::string GetOwner(const char* address) const
    {
        const auto* owner = m_interface->GetNeighbors().FindOwner(Ipv4Address(address));
        return owner ? ToText(owner->address) : "nobody";
    }

    /// @return what the interface has told of neighbors and other things, without the service
    News GetNewsOfOthers() const
    {
        News news;
        for (const auto& line : GetNews())
        {
            if (line.find("service") == std::string::npos)
            {
                news.push_back(line);
            }
        }
        return news;
    }
};

const PimLanPruneDelay DEFAULT_DELAY{false, 500, 2500};

// RFC 7761 section 4.3.2: who is a neighbor, and for how long.

TEST_F(PimNeighborTest, RFC_7761_4_3_2_ANeighborLivesForItsHoldtime)
{
    ServeAt();
    SayHello(Seconds(10), {PimHoldtime{105}});
    SayHello(Seconds(20), {PimHoldtime{105}});
    RunUntil(Seconds(124.9));
    EXPECT_EQ(GetNeighbors(), News{"10.0.1.2"});
    RunUntil(Seconds(125.1));
    EXPECT_TRUE(GetNeighbors().empty());
    EXPECT_EQ(GetNewsOfOthers(),
              (News{"10 up 10.0.1.2", "10 dr 10.0.1.2", "125 down 10.0.1.2", "125 dr 10.0.1.1"}));
}

TEST_F(PimNeighborTest, RFC_7761_4_3_2_AShorterHoldtimeCounts)
{
    ServeAt();
    SayHello(Seconds(10), {PimHoldtime{105}});
    SayHello(Seconds(20), {PimHoldtime{5}});
    RunUntil(Seconds(25.1));
    EXPECT_TRUE(GetNeighbors().empty());
}

TEST_F(PimNeighborTest, RFC_7761_4_3_2_WithoutAHoldtimeItIsTheDefault)
{
    ServeAt();
    SayHello(Seconds(10), {PimGenerationId{1}});
    RunUntil(Seconds(114.9));
    EXPECT_EQ(GetNeighbors(), News{"10.0.1.2"});
    RunUntil(Seconds(115.1));
    EXPECT_TRUE(GetNeighbors().empty());
}

TEST_F(PimNeighborTest, RFC_7761_4_11_TheDefaultHoldtimeIsAnAttribute)
{
    Set("DefaultHelloHoldtime", StringValue("7s"));
    ServeAt();
    SayHello(Seconds(10), {});
    RunUntil(Seconds(16.9));
    EXPECT_EQ(GetNeighbors(), News{"10.0.1.2"});
    RunUntil(Seconds(17.1));
    EXPECT_TRUE(GetNeighbors().empty());
}

TEST_F(PimNeighborTest, RFC_7761_4_9_2_AHoldtimeOf0xffffNeverEnds)
{
    ServeAt();
    SayHello(Seconds(5), {PimHoldtime{105}});
    SayHello(Seconds(10), {PimHoldtime{0xFFFF}});
    RunUntil(Seconds(100000));
    EXPECT_EQ(GetNeighbors(), News{"10.0.1.2"});
    SayHello(Seconds(100001), {PimHoldtime{10}});
    RunUntil(Seconds(100012));
    EXPECT_TRUE(GetNeighbors().empty());
}

TEST_F(PimNeighborTest, RFC_7761_4_9_2_AGoodbyeEndsItAtOnce)
{
    ServeAt();
    SayHello(Seconds(10), {PimHoldtime{105}, PimGenerationId{1}});
    SayHello(Seconds(20), {PimHoldtime{0}, PimGenerationId{1}});
    SayHello(Seconds(30), {PimHoldtime{0}, PimGenerationId{1}}); // of nobody
    RunUntil(Seconds(40));
    EXPECT_EQ(GetNewsOfOthers(),
              (News{"10 up 10.0.1.2", "10 dr 10.0.1.2", "20 down 10.0.1.2", "20 dr 10.0.1.1"}));
}

TEST_F(PimNeighborTest, RFC_7761_4_3_1_AnotherGenerationIdIsARestart)
{
    ServeAt();
    SayHello(Seconds(10),
             {PimHoldtime{105},
              PimDrPriority{9},
              PimGenerationId{1},
              PimAddressList{{Ipv4Address("10.0.9.2")}}});
    SayHello(Seconds(20), {PimHoldtime{105}, PimGenerationId{2}});
    RunUntil(Seconds(20));
    EXPECT_EQ(GetNewsOfOthers(),
              (News{"10 up 10.0.1.2", "10 dr 10.0.1.2", "20 restarted 10.0.1.2"}));
    const auto* neighbor = m_interface->GetNeighbors().Find(Ipv4Address("10.0.1.2"));
    ASSERT_TRUE(neighbor);
    EXPECT_EQ(neighbor->generationId, 2U);
    EXPECT_FALSE(neighbor->drPriority); // of what it told before nothing is left
    EXPECT_EQ(GetOwner("10.0.9.2"), "nobody");
}

TEST_F(PimNeighborTest, RFC_7761_4_3_1_TheSameGenerationIdOrNoneIsNoRestart)
{
    ServeAt();
    SayHello(Seconds(10), {PimHoldtime{105}, PimGenerationId{1}});
    SayHello(Seconds(20), {PimHoldtime{105}, PimGenerationId{1}});
    SayHello(Seconds(30), {PimHoldtime{105}});
    RunUntil(Seconds(40));
    EXPECT_EQ(GetNewsOfOthers(), (News{"10 up 10.0.1.2", "10 dr 10.0.1.2"}));
}

/// X07 of pim-vectors: an unknown option of odd length stands between known ones.
TEST_F(PimNeighborTest, X07_RFC_7761_4_9_2_UnknownOptionsDoNotMatter)
{
    ServeAt();
    SayOctets(Seconds(10), "200098dd000100020069fde9000561626364650014000400000007");
    RunUntil(Seconds(10));
    const auto* neighbor = m_interface->GetNeighbors().Find(Ipv4Address("10.0.1.2"));
    ASSERT_TRUE(neighbor);
    EXPECT_EQ(neighbor->holdtime, Seconds(105));
    EXPECT_EQ(neighbor->generationId, 7U);
}

TEST_F(PimNeighborTest, RFC_7761_4_9_2_TheOrderOfOptionsDoesNotMatter)
{
    ServeAt();
    SayHello(Seconds(10),
             {PimUnknownOption{65001, {1, 2, 3}},
              PimGenerationId{7},
              PimDrPriority{3},
              PimUnknownOption{65002, {}},
              PimLanPruneDelay{true, 600, 700},
              PimStateRefreshCapable{1, 30},
              PimHoldtime{50}});
    RunUntil(Seconds(10));
    const auto* neighbor = m_interface->GetNeighbors().Find(Ipv4Address("10.0.1.2"));
    ASSERT_TRUE(neighbor);
    EXPECT_EQ(neighbor->holdtime, Seconds(50));
    EXPECT_EQ(neighbor->generationId, 7U);
    EXPECT_EQ(neighbor->drPriority, 3U);
    ASSERT_TRUE(neighbor->lanDelay);
    EXPECT_TRUE(neighbor->lanDelay->tracking);
    EXPECT_EQ(neighbor->lanDelay->propagationDelay, MilliSeconds(600));
    EXPECT_EQ(neighbor->lanDelay->overrideInterval, MilliSeconds(700));
    EXPECT_EQ(neighbor->refreshInterval, Seconds(30)); // RFC 3973 section 4.7.5.4
}

/// X06: an option is longer than the message.
TEST_F(PimNeighborTest, X06_RFC_7761_4_9_2_AMalformedHelloMakesNoNeighbor)
{
    ServeAt();
    SayOctets(Seconds(10), "2000df3f0001000200690013004000000001");
    RunUntil(Seconds(10));
    EXPECT_TRUE(GetNeighbors().empty());
}

// RFC 7761 section 4.3.2: the designated router.

/// @brief Who speaks, and who is elected.
struct PimDrCase
{
    uint32_t own;                 ///< priority of 10.0.1.1
    std::optional<uint32_t> peer; ///< priority of 10.0.1.2, if it tells one
    const char* elected;          ///< the designated router
};

/// pim-cases N06; there the routers are 10.0.5.2 and 10.0.5.3.
TEST_F(PimNeighborTest, N06_RFC_7761_4_3_2_PriorityThenAddressElectTheDr)
{
    const std::vector<PimDrCase> cases{{1, 1, "10.0.1.2"},
                                       {10, 1, "10.0.1.1"},
                                       {10, std::nullopt, "10.0.1.2"},
                                       {4294967295, 2147483648, "10.0.1.1"},
                                       {0, 1, "10.0.1.2"},
                                       {2147483648, 2147483647, "10.0.1.1"},
                                       {0, 0, "10.0.1.2"}};
    ServeAt();
    RunUntil(Seconds(1));
    for (const auto& each : cases)
    {
        Set("DrPriority", UintegerValue(each.own));
        std::vector<PimHelloOption> options{PimHoldtime{105}};
        if (each.peer)
        {
            options.emplace_back(PimDrPriority{*each.peer});
        }
        const auto next = Simulator::Now() + Seconds(1);
        SayHello(next, options);
        RunUntil(next);
        EXPECT_EQ(ToText(m_interface->GetDr()), each.elected) << each.own;
        EXPECT_EQ(m_interface->IsDr(), each.elected == std::string("10.0.1.1"));
    }
}

TEST_F(PimNeighborTest, N06_RFC_7761_4_3_2_AddressesAreComparedAsNumbers)
{
    ServeAt();
    SayHelloFrom(Seconds(10), "10.0.4.250", {PimHoldtime{105}, PimDrPriority{1}});
    SayHelloFrom(Seconds(11), "10.0.5.2", {PimHoldtime{105}, PimDrPriority{1}});
    RunUntil(Seconds(12));
    EXPECT_EQ(ToText(m_interface->GetDr()), "10.0.5.2");
}

TEST_F(PimNeighborTest, N06_RFC_7761_4_3_2_PrioritiesCountOnlyIfAllTellThem)
{
    Set("DrPriority", UintegerValue(10));
    ServeAt();
    SayHello(Seconds(10), {PimHoldtime{105}, PimDrPriority{1}});
    SayHelloFrom(Seconds(20), "10.0.0.9", {PimHoldtime{30}});
    RunUntil(Seconds(60));
    EXPECT_EQ(GetNewsOfOthers(),
              (News{"10 up 10.0.1.2",
                    "20 up 10.0.0.9",
                    "20 dr 10.0.1.2",
                    "50 down 10.0.0.9",
                    "50 dr 10.0.1.1"}));
}

TEST_F(PimNeighborTest, RFC_7761_4_3_2_OwnPriorityCountsOnlyIfItIsTold)
{
    Set("DrPriority", UintegerValue(10));
    Set("SendDrPriority", BooleanValue(false));
    ServeAt();
    SayHello(Seconds(10), {PimHoldtime{105}, PimDrPriority{1}});
    RunUntil(Seconds(11));
    EXPECT_EQ(ToText(m_interface->GetDr()), "10.0.1.2"); // as the neighbor has it
}

TEST_F(PimNeighborTest, N08_RFC_7761_4_3_2_AChangeOfOwnPriorityElectsAndIsTold)
{
    ServeAt();
    SayHello(Seconds(10), {PimHoldtime{105}, PimDrPriority{1}});
    At(Seconds(50), [this]() { Set("DrPriority", UintegerValue(100)); });
    RunUntil(Seconds(55));
    EXPECT_EQ(GetNewsOfOthers(), (News{"10 up 10.0.1.2", "10 dr 10.0.1.2", "50 dr 10.0.1.1"}));
    EXPECT_EQ(GetHelloTimes(), (std::vector<double>{2.5, 12.5, 32.5, 50}));
    const auto& hello = std::get<PimHello>(m_heard.at(3).message);
    EXPECT_EQ(hello.Find<PimDrPriority>()->priority, 100U);
}

TEST_F(PimNeighborTest, RFC_7761_4_3_2_BeforeAnyHelloARouterIsDr)
{
    ServeAt();
    RunUntil(Seconds(1));
    EXPECT_TRUE(m_interface->IsDr());
    m_interface->Stop();
    EXPECT_FALSE(m_interface->IsDr());
    EXPECT_EQ(m_interface->GetDr(), Ipv4Address::GetZero());
}

// RFC 7761 section 4.3.3: delays on the link.

TEST_F(PimNeighborTest, RFC_7761_4_3_3_TheLargestDelaysCount)
{
    ServeAt();
    SayHello(Seconds(10), {PimHoldtime{105}, PimLanPruneDelay{false, 500, 30000}});
    SayHelloFrom(Seconds(20), "10.0.1.3", {PimHoldtime{10}, PimLanPruneDelay{false, 1500, 2500}});
    RunUntil(Seconds(20));
    const auto delays = m_interface->GetLanDelays();
    EXPECT_EQ(delays.propagationDelay, MilliSeconds(1500));
    EXPECT_EQ(delays.overrideInterval, Seconds(30));
    EXPECT_EQ(delays.GetJpOverrideInterval(), MilliSeconds(31500));
    EXPECT_TRUE(delays.suppression);
    RunUntil(Seconds(31));
    EXPECT_EQ(m_interface->GetLanDelays().GetJpOverrideInterval(), MilliSeconds(30500));
    EXPECT_EQ(GetNewsOfOthers(),
              (News{"10 up 10.0.1.2",
                    "10 dr 10.0.1.2",
                    "10 delays 500 30000",
                    "20 up 10.0.1.3",
                    "20 dr 10.0.1.3",
                    "20 delays 1500 30000",
                    "30 down 10.0.1.3",
                    "30 dr 10.0.1.2",
                    "30 delays 500 30000"}));
}

TEST_F(PimNeighborTest, L02_RFC_7761_4_3_3_DefaultsUnlessAllTellTheirDelays)
{
    Set("OverrideInterval", StringValue("30s"));
    ServeAt();
    RunUntil(Seconds(5));
    EXPECT_EQ(m_interface->GetLanDelays().GetJpOverrideInterval(), MilliSeconds(30500)); // alone
    SayHello(Seconds(10), {PimHoldtime{105}, PimLanPruneDelay{false, 500, 30000}});
    SayHelloFrom(Seconds(20), "10.0.1.3", {PimHoldtime{10}});
    RunUntil(Seconds(10));
    EXPECT_EQ(m_interface->GetLanDelays().GetJpOverrideInterval(), MilliSeconds(30500));
    RunUntil(Seconds(20));
    EXPECT_EQ(m_interface->GetLanDelays().GetJpOverrideInterval(), Seconds(3));
    RunUntil(Seconds(31));
    EXPECT_EQ(m_interface->GetLanDelays().GetJpOverrideInterval(), MilliSeconds(30500));
}

TEST_F(PimNeighborTest, RFC_7761_4_3_3_OwnDelaysCountOnlyIfTheyAreTold)
{
    Set("SendLanPruneDelay", BooleanValue(false));
    Set("PropagationDelay", StringValue("2s"));
    ServeAt();
    SayHello(Seconds(10), {PimHoldtime{105}, PimLanPruneDelay{false, 500, 30000}});
    RunUntil(Seconds(20));
    EXPECT_EQ(m_interface->GetLanDelays().GetJpOverrideInterval(), Seconds(3));
}

TEST_F(PimNeighborTest, RFC_7761_4_3_3_OwnDelaysChangeWithTheNextHello)
{
    ServeAt();
    At(Seconds(10), [this]() { Set("OverrideInterval", StringValue("4s")); });
    RunUntil(Seconds(32));
    EXPECT_EQ(m_interface->GetLanDelays().overrideInterval, MilliSeconds(2500));
    RunUntil(Seconds(33));
    EXPECT_EQ(m_interface->GetLanDelays().overrideInterval, Seconds(4));
    EXPECT_EQ(GetNewsOfOthers(), News{"32.5 delays 500 4000"});
}

TEST_F(PimNeighborTest, RFC_7761_4_3_3_JoinsAreSuppressedUnlessAllSetTheTBit)
{
    Set("TrackingSupport", BooleanValue(true));
    ServeAt();
    SayHello(Seconds(10), {PimHoldtime{105}, PimLanPruneDelay{true, 500, 2500}});
    RunUntil(Seconds(11));
    EXPECT_FALSE(m_interface->GetLanDelays().suppression);
    SayHelloFrom(Seconds(12), "10.0.1.3", {PimHoldtime{105}, DEFAULT_DELAY});
    RunUntil(Seconds(13));
    EXPECT_TRUE(m_interface->GetLanDelays().suppression);
    SayHelloFrom(Seconds(14), "10.0.1.3", {PimHoldtime{105}, PimLanPruneDelay{true, 500, 2500}});
    RunUntil(Seconds(15));
    EXPECT_FALSE(m_interface->GetLanDelays().suppression);
    SayHelloFrom(Seconds(16), "10.0.1.3", {PimHoldtime{105}}); // without the option
    RunUntil(Seconds(17));
    EXPECT_TRUE(m_interface->GetLanDelays().suppression);
}

TEST_F(PimNeighborTest, RFC_7761_4_3_3_ARouterThatCannotTrackSuppresses)
{
    ServeAt();
    SayHello(Seconds(10), {PimHoldtime{105}, PimLanPruneDelay{true, 500, 2500}});
    RunUntil(Seconds(11));
    EXPECT_TRUE(m_interface->GetLanDelays().suppression);
}

// RFC 7761 section 4.3.4: secondary addresses.

PimAddressList
Also(const std::vector<const char*>& addresses)
{
    PimAddressList list;
    for (const auto* address : addresses)
    {
        list.addresses.emplace_back(address);
    }
    return list;
}

TEST_F(PimNeighborTest, RFC_7761_4_3_4_ANeighborIsFoundByEachAddress)
{
    ServeAt();
    SayHello(Seconds(10), {PimHoldtime{105}, Also({"10.0.9.2", "10.0.1.2", "10.0.8.2"})});
    RunUntil(Seconds(10));
    EXPECT_EQ(GetOwner("10.0.1.2"), "10.0.1.2");
    EXPECT_EQ(GetOwner("10.0.9.2"), "10.0.1.2");
    EXPECT_EQ(GetOwner("10.0.8.2"), "10.0.1.2");
    EXPECT_EQ(GetOwner("10.0.7.2"), "nobody");
    const auto* neighbor = m_interface->GetNeighbors().Find(Ipv4Address("10.0.1.2"));
    EXPECT_EQ(neighbor->secondaries.size(), 2U); // the primary one is none
}

TEST_F(PimNeighborTest, RFC_7761_4_3_4_ANewListReplacesTheOldOne)
{
    ServeAt();
    SayHello(Seconds(10), {PimHoldtime{105}, Also({"10.0.9.2"})});
    SayHello(Seconds(20), {PimHoldtime{105}, Also({"10.0.8.2"})});
    RunUntil(Seconds(20));
    EXPECT_EQ(GetOwner("10.0.9.2"), "nobody");
    EXPECT_EQ(GetOwner("10.0.8.2"), "10.0.1.2");
    SayHello(Seconds(30), {PimHoldtime{105}});
    RunUntil(Seconds(30));
    EXPECT_EQ(GetOwner("10.0.8.2"), "nobody");
}

TEST_F(PimNeighborTest, RFC_7761_4_3_4_AConflictGoesToTheLatest)
{
    std::vector<std::string> events;
    Tracer::Of(m_node)->TraceConnectWithoutContext(
        "Record",
        Callback<void, const TraceRecord&>([&events](const TraceRecord& r) {
            if (r.kind == TraceKind::EVENT)
            {
                events.push_back(std::string(r.op) + ' ' + ToText(r.sourceGroup->source) + ' ' +
                                 std::string(r.detail));
            }
        }));
    ServeAt();
    SayHello(Seconds(10), {PimHoldtime{105}, Also({"10.0.9.2", "10.0.8.2"})});
    SayHelloFrom(Seconds(20), "10.0.1.3", {PimHoldtime{105}, Also({"10.0.9.2"})});
    RunUntil(Seconds(20));
    EXPECT_EQ(GetOwner("10.0.9.2"), "10.0.1.3");
    EXPECT_EQ(GetOwner("10.0.8.2"), "10.0.1.2");
    EXPECT_EQ(events, News{"PimAddressConflict 10.0.9.2 of 10.0.1.2, now of 10.0.1.3"});
    SayHello(Seconds(30), {PimHoldtime{105}, Also({"10.0.9.2"})});
    RunUntil(Seconds(30));
    EXPECT_EQ(GetOwner("10.0.9.2"), "10.0.1.2");
    EXPECT_EQ(m_interface->GetConflictCount(), 2U);
    EXPECT_EQ(events.size(), 1U); // warned of within the last minute
}

TEST_F(PimNeighborTest, RFC_7761_4_3_4_APrimaryAddressComesFirst)
{
    ServeAt();
    SayHello(Seconds(10), {PimHoldtime{105}, Also({"10.0.1.3"})});
    SayHelloFrom(Seconds(20), "10.0.1.3", {PimHoldtime{105}});
    RunUntil(Seconds(20));
    EXPECT_EQ(GetOwner("10.0.1.3"), "10.0.1.3");
}

// What is asked of messages.

/// V01, V02 and V07 of pim-vectors, from 10.0.1.2.
TEST_F(PimNeighborTest, N04_RFC_7761_4_5_AMessageOfAStrangerIsDropped)
{
    const std::string join = "2300cbe701000a000101000100d201000020ef01010100010000010007200aff0001";
    ServeAt();
    SayOctets(Seconds(10), join);
    SayOctets(Seconds(20), "200015a40001000200690002000401f409c40013000400000001001400041234abcd");
    SayOctets(Seconds(21), join);
    SayOctets(Seconds(30), "2000160d0001000200000002000401f409c40013000400000001001400041234abcd");
    SayOctets(Seconds(31), join);
    RunUntil(Seconds(20.5));
    EXPECT_TRUE(m_messages.empty());
    EXPECT_EQ(m_interface->GetDropCount(PimDrop::NO_NEIGHBOR), 1U);
    RunUntil(Seconds(29));
    ASSERT_EQ(m_messages.size(), 1U);
    EXPECT_EQ(m_messages[0].source, Ipv4Address("10.0.1.2"));
    EXPECT_EQ(GetNeighbors(), News{"10.0.1.2"});
    RunUntil(Seconds(30.1));
    EXPECT_TRUE(GetNeighbors().empty());
    RunUntil(Seconds(32));
    EXPECT_EQ(m_messages.size(), 1U);
    EXPECT_EQ(m_interface->GetDropCount(PimDrop::NO_NEIGHBOR), 2U);
}

TEST_F(PimNeighborTest, RFC_7761_4_5_StrangersMayBeHeard)
{
    Set("RequireHello", BooleanValue(false));
    ServeAt();
    SayOctets(Seconds(10), "2300cbe701000a000101000100d201000020ef01010100010000010007200aff0001");
    RunUntil(Seconds(10));
    EXPECT_EQ(m_messages.size(), 1U);
}

TEST_F(PimNeighborTest, AMessageComesFromTheLink)
{
    ServeAt();
    SayHelloFrom(Seconds(10), "10.2.0.2", {PimHoldtime{105}});
    RunUntil(Seconds(10));
    EXPECT_TRUE(GetNeighbors().empty());
    EXPECT_EQ(m_interface->GetDropCount(PimDrop::OFF_LINK_SOURCE), 1U);
    Set("CheckSource", BooleanValue(false));
    SayHelloFrom(Seconds(20), "10.2.0.2", {PimHoldtime{105}});
    RunUntil(Seconds(20));
    EXPECT_EQ(GetNeighbors(), News{"10.2.0.2"});
}

TEST_F(PimNeighborTest, ATtlOf1MayBeRequired)
{
    ServeAt();
    Say(Seconds(10), PimHello{{PimHoldtime{105}}}, {"10.0.1.2", "224.0.0.13", 2});
    RunUntil(Seconds(10));
    EXPECT_EQ(GetNeighbors(), News{"10.0.1.2"});
    Set("RequireTtl1", BooleanValue(true));
    Say(Seconds(20), PimHello{{PimHoldtime{105}}}, {"10.0.1.3", "224.0.0.13", 2});
    Say(Seconds(20), PimHello{{PimHoldtime{105}}}, {"10.0.1.4", "224.0.0.13", 1});
    RunUntil(Seconds(20));
    EXPECT_EQ(GetNeighbors(), (News{"10.0.1.2", "10.0.1.4"}));
    EXPECT_EQ(m_interface->GetDropCount(PimDrop::BAD_TTL), 1U);
}

TEST_F(PimNeighborTest, ADropNamesMessageReasonAndSender)
{
    std::vector<std::string> drops;
    Tracer::Of(m_node)->TraceConnectWithoutContext(
        "Record",
        Callback<void, const TraceRecord&>([&drops](const TraceRecord& r) {
            if (r.kind == TraceKind::DROP)
            {
                drops.push_back(std::string(r.op) + ", " + std::string(r.event) + ", " +
                                std::string(r.detail));
            }
        }));
    ServeAt();
    SayOctets(Seconds(10), "2300cbe701000a000101000100d201000020ef01010100010000010007200aff0001");
    RunUntil(Seconds(10));
    EXPECT_EQ(drops, News{"PIM Join/Prune, no-neighbor, from 10.0.1.2"});
}

TEST_F(PimNeighborTest, AMessageOutOfServiceIsForNobody)
{
    m_node->GetObject<Ipv4>()->SetDown(LAN);
    ServeAt();
    SayHello(Seconds(10), {PimHoldtime{105}});
    RunUntil(Seconds(10));
    EXPECT_TRUE(GetNeighbors().empty());
    EXPECT_TRUE(GetNews().empty());
}

// What an interface forgets.

TEST_F(PimNeighborTest, AnInterfaceThatGoesDownForgetsItsNeighbors)
{
    const auto ipv4 = m_node->GetObject<Ipv4>();
    ServeAt();
    SayHello(Seconds(10), {PimHoldtime{105}});
    At(Seconds(20), [ipv4]() { ipv4->SetDown(LAN); });
    At(Seconds(30), [ipv4]() { ipv4->SetUp(LAN); });
    RunUntil(Seconds(200));
    EXPECT_EQ(GetNews(),
              (News{"0 in service",
                    "10 up 10.0.1.2",
                    "10 dr 10.0.1.2",
                    "20 out of service",
                    "30 in service"}));
    EXPECT_TRUE(GetNeighbors().empty());
    EXPECT_TRUE(m_interface->IsDr());
}

TEST_F(PimNeighborTest, AStopForgetsTheNeighborsWithoutAWord)
{
    ServeAt();
    SayHello(Seconds(10), {PimHoldtime{105}});
    At(Seconds(20), [this]() { m_interface->Stop(); });
    RunUntil(Seconds(200));
    EXPECT_EQ(GetNews(), (News{"0 in service", "10 up 10.0.1.2", "10 dr 10.0.1.2"}));
    EXPECT_TRUE(GetNeighbors().empty());
}

/// @brief A listener that stops the interface, or leaves, when it hears of a neighbor.
struct StoppingListener : PimInterfaceListener
{
    std::function<void()> stop; ///< what it does
    int told{0};                ///< how many times it was told something

    void OnNeighborUp(const PimNeighbor& /* neighbor */) override
    {
        ++told;
        stop();
    }

    void OnDrChanged() override
    {
        ++told;
    }
};

TEST_F(PimNeighborTest, AfterAStopInACallbackNothingIsTold)
{
    StoppingListener first;
    first.stop = [this]() { m_interface->Stop(); };
    m_interface->RemoveListener(*this);
    m_interface->AddListener(first);
    m_interface->AddListener(*this);
    ServeAt();
    SayHello(Seconds(10), {PimHoldtime{105}});
    RunUntil(Seconds(200));
    EXPECT_EQ(first.told, 1);
    EXPECT_EQ(GetNews(), News{"0 in service"});
    EXPECT_FALSE(m_interface->IsServed());
    EXPECT_EQ(GetHelloTimes(), (std::vector<double>{2.5, 10})); // the last one is the goodbye
}

TEST_F(PimNeighborTest, AListenerMayLeaveInACallback)
{
    StoppingListener first;
    first.stop = [this, &first]() { m_interface->RemoveListener(first); };
    m_interface->AddListener(first);
    ServeAt();
    SayHello(Seconds(10), {PimHoldtime{105}});
    RunUntil(Seconds(20));
    EXPECT_EQ(first.told, 1);
    EXPECT_EQ(GetNewsOfOthers(), (News{"10 up 10.0.1.2", "10 dr 10.0.1.2"}));
}

TEST_F(PimNeighborTest, AListenerThatIsRemovedMeanwhileIsToldNothing)
{
    StoppingListener first;
    first.stop = [this]() { m_interface->RemoveListener(*this); };
    m_interface->RemoveListener(*this);
    m_interface->AddListener(first);
    m_interface->AddListener(*this);
    ServeAt();
    SayHello(Seconds(10), {PimHoldtime{105}});
    RunUntil(Seconds(20));
    EXPECT_EQ(first.told, 2); // of the neighbor, and of the designated router
    EXPECT_EQ(GetNews(), News{"0 in service"});
}

TEST_F(PimNeighborTest, AnInterfaceMayStopWhenANeighborHasTimedOut)
{
    struct Listener : PimInterfaceListener
    {
        PimInterface* interface {
            nullptr
        };

        void OnNeighborDown(const PimNeighbor& /* neighbor */) override
        {
            interface->Drop();
        }
    } listener;

    listener.interface = PeekPointer(m_interface);
    m_interface->AddListener(listener);
    ServeAt();
    SayHello(Seconds(10), {PimHoldtime{10}});
    RunUntil(Seconds(100));
    EXPECT_FALSE(m_interface->IsServed());
    EXPECT_EQ(GetNewsOfOthers().back(), "20 down 10.0.1.2");
}

// The trace.

TEST_F(PimNeighborTest, TransitionsAreInTheTrace)
{
    News states;
    Tracer::Of(m_node)->TraceConnectWithoutContext(
        "Record",
        Callback<void, const TraceRecord&>([&states](const TraceRecord& r) {
            if (r.kind == TraceKind::STATE)
            {
                std::string line(r.op);
                if (r.sourceGroup)
                {
                    line += ' ' + ToText(r.sourceGroup->source);
                }
                line += ": " + std::string(r.oldState) + ' ' + std::string(r.event);
                states.push_back(line + " -> " + std::string(r.newState));
            }
        }));
    ServeAt();
    SayHello(Seconds(10), {PimHoldtime{105}, PimGenerationId{1}, DEFAULT_DELAY});
    SayHello(Seconds(11), {PimHoldtime{105}, PimGenerationId{2}, DEFAULT_DELAY});
    SayHello(Seconds(13), {PimHoldtime{0}});
    At(Seconds(14), [this]() { m_interface->Stop(); });
    RunUntil(Seconds(20));
    EXPECT_EQ(states,
              (News{"PimHelloSender: STOPPED START -> SILENT",
                    "PimDr: nobody  -> 10.0.1.1",
                    "PimLanDelays: absent  -> 500+2500",
                    "PimHelloSender: SILENT HELLO_TIMER -> HEARD",
                    "PimNeighbor 10.0.1.2: ABSENT HELLO -> PRESENT",
                    "PimHelloSender: HEARD NEW_NEIGHBOR -> OWING",
                    "PimDr: 10.0.1.1  -> 10.0.1.2",
                    "PimNeighbor 10.0.1.2: PRESENT NEW_GENERATION -> PRESENT",
                    "PimHelloSender: OWING NEW_NEIGHBOR -> OWING",
                    "PimHelloSender: OWING TRIGGERED_TIMER -> HEARD",
                    "PimNeighbor 10.0.1.2: PRESENT GOODBYE -> ABSENT",
                    "PimDr: 10.0.1.2  -> 10.0.1.1",
                    "PimHelloSender: HEARD STOP -> STOPPED",
                    "PimDr: 10.0.1.1  -> nobody",
                    "PimLanDelays: 500+2500  -> absent"}));
}

} // namespace

} // namespace mgm
} // namespace ns3
