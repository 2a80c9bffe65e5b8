/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "mgm-scenario-file.h"
#include "mgm-test-fixture.h"
#include "scenario/mgm-scenario-reader.h"

#include "ns3/mgm-time-variable.h"
#include "ns3/mgm-traffic-source.h"
#include "ns3/pointer.h"
#include "ns3/uinteger.h"

#include <limits>

namespace ns3
{
namespace mgm
{

namespace
{

using Json = nlohmann::ordered_json;

/// A scenario with all that has to do with traffic.
Json
MakeScenario()
{
    return Json::parse(R"({
      "name": "test",
      "stop": "20s",
      "routing": "rip",
      "links": {
        "lan0": {"type": "csma", "subnet": "10.1.0.0/24"},
        "lan1": {"type": "csma", "subnet": "10.1.1.0/24"}
      },
      "nodes": {
        "src": {"interfaces": {"lan0": "10.1.0.9"}},
        "r": {
          "interfaces": {"lan0": "10.1.0.1", "lan1": "10.1.1.1"},
          "routes": [
            {"to": "10.9.0.0/16", "interface": "lan0", "via": "10.1.0.9"},
            {"to": "0.0.0.0/0", "interface": "lan1"}
          ],
          "multicast-routes": [{"to": "10.8.0.1/32", "interface": "lan1", "via": "10.1.1.2"}],
          "forwarder": {
            "attributes": {"MaxWaitingPackets": 7},
            "interfaces": {
              "lan1": {"ttl-threshold": 16, "boundaries": ["239.192.0.0/14", "239.255.0.0/16"]},
              "lan0": {}
            }
          }
        },
        "h": {"interfaces": {"lan1": "10.1.1.2"}, "igmp-host": {}}
      },
      "traffic": [
        {"node": "src", "interface": "lan0", "group": "239.1.1.1", "interval": "20ms"},
        {"node": "r", "interface": "lan1", "group": "239.1.1.2", "start": {"uniform": ["1s", "2s"]},
         "stop": "9s", "interval": {"exponential": "5ms"}, "on": "1s", "off": {"exponential": "2s"},
         "count": 12, "size": 1000, "ttl": 3, "port": 5000}
      ],
      "steps": [
        {"at": "1s", "link": "lan1", "do": "down"},
        {"at": "2s", "link": "lan1", "do": "up"},
        {"at": "3s", "node": "h", "do": "crash"},
        {"at": "4s", "node": "h", "do": "boot"}
      ],
      "expect": [
        {"stream": {"node": "h", "group": "239.1.1.1", "sent": 3, "received": {"at-least": 2},
                    "lost": {"at-most": 1}, "first-after-join": "2ms",
                    "longest-gap": {"at-least": "1s", "at-most": "1.5s"}}},
        {"mfe": {"node": "r", "source": "10.1.0.9", "group": "239.1.1.1", "incoming": "lan1",
                 "outgoing": ["lan1", "lan0"]}},
        {"mfe": {"at": "3s", "node": "r", "source": "10.1.0.9", "group": "239.1.1.1",
                 "incoming": null}},
        {"unaccounted": 0},
        {"repeated": 4}
      ]
    })");
}

class TrafficReader : public MgmTest
{
  protected:
    /// Reads the scenario.
    Scenario Read()
    {
        return ReadScenario(WriteScenario(m_directory / "s.json", m_scenario));
    }

    /// A source with the attributes of a stream.
    static Ptr<TrafficSource> MakeSource(const TrafficSpec& spec)
    {
        const auto source = CreateObject<TrafficSource>();
        for (const auto& [name, value] : spec.attributes)
        {
            source->SetAttribute(name, *value);
        }
        return source;
    }

    /// A numeric attribute.
    static uint64_t GetNumber(Ptr<Object> object, const std::string& name)
    {
        UintegerValue value;
        object->GetAttribute(name, value);
        return value.Get();
    }

    /// A random attribute; null if there is none.
    static Ptr<RandomVariableStream> GetVariable(Ptr<Object> object, const std::string& name)
    {
        PointerValue value;
        object->GetAttribute(name, value);
        return value.Get<RandomVariableStream>();
    }

    TemporaryDirectory m_directory;   ///< where the file is
    Json m_scenario = MakeScenario(); ///< what is read
};

TEST_F(TrafficReader, StreamsHaveDefaults)
{
    const auto scenario = Read();
    ASSERT_EQ(scenario.traffic.size(), 2U);
    const auto& traffic = scenario.traffic[0];
    EXPECT_EQ(traffic.node, 0U);
    EXPECT_EQ(traffic.interface, 1U);
    EXPECT_EQ(traffic.group, Ipv4Address("239.1.1.1"));
    EXPECT_EQ(DrawTime(traffic.start), Time());
    EXPECT_FALSE(traffic.stop);
    EXPECT_EQ(traffic.port, 9000);
    const auto source = MakeSource(traffic);
    EXPECT_EQ(GetNumber(source, "PacketSize"), 100U);
    EXPECT_EQ(GetNumber(source, "Ttl"), 64U);
    EXPECT_EQ(GetNumber(source, "Port"), 9000U);
    EXPECT_EQ(GetNumber(source, "Count"), 0U);
    EXPECT_EQ(DrawTime(GetVariable(source, "Interval")), MilliSeconds(20));
    EXPECT_FALSE(GetVariable(source, "OnTime"));
    EXPECT_FALSE(GetVariable(source, "OffTime"));
}

TEST_F(TrafficReader, StreamsHaveTheirValues)
{
    const auto scenario = Read();
    const auto& traffic = scenario.traffic.at(1);
    EXPECT_EQ(traffic.node, 1U);
    EXPECT_EQ(traffic.interface, 2U);
    EXPECT_TRUE(DynamicCast<UniformRandomVariable>(traffic.start));
    EXPECT_EQ(traffic.stop, Seconds(9));
    EXPECT_EQ(traffic.port, 5000);
    const auto source = MakeSource(traffic);
    EXPECT_EQ(GetNumber(source, "Interface"), 2U);
    EXPECT_EQ(GetNumber(source, "PacketSize"), 1000U);
    EXPECT_EQ(GetNumber(source, "Ttl"), 3U);
    EXPECT_EQ(GetNumber(source, "Port"), 5000U);
    EXPECT_EQ(GetNumber(source, "Count"), 12U);
    const auto interval = DynamicCast<ExponentialRandomVariable>(GetVariable(source, "Interval"));
    ASSERT_TRUE(interval);
    EXPECT_DOUBLE_EQ(interval->GetMean(), 0.005);
    EXPECT_EQ(DrawTime(GetVariable(source, "OnTime")), Seconds(1));
    EXPECT_TRUE(DynamicCast<ExponentialRandomVariable>(GetVariable(source, "OffTime")));
}

TEST_F(TrafficReader, RoutingIsGlobalUnlessItIsGiven)
{
    EXPECT_EQ(Read().routing, UnicastRouting::RIP);
    m_scenario["routing"] = "static";
    EXPECT_EQ(Read().routing, UnicastRouting::STATIC);
    m_scenario.erase("routing");
    EXPECT_EQ(Read().routing, UnicastRouting::GLOBAL);
}

TEST_F(TrafficReader, ReadsRoutes)
{
    const auto scenario = Read();
    EXPECT_TRUE(scenario.nodes[0].routes.empty());
    const auto& router = scenario.nodes[1];
    ASSERT_EQ(router.routes.size(), 2U);
    EXPECT_EQ(router.routes[0].network, Ipv4Address("10.9.0.0"));
    EXPECT_EQ(router.routes[0].mask, Ipv4Mask("/16"));
    EXPECT_EQ(router.routes[0].interface, 1U);
    EXPECT_EQ(router.routes[0].via, Ipv4Address("10.1.0.9"));
    EXPECT_EQ(router.routes[1].mask, Ipv4Mask::GetZero());
    EXPECT_EQ(router.routes[1].via, Ipv4Address::GetZero());
    ASSERT_EQ(router.multicastRoutes.size(), 1U);
    EXPECT_EQ(router.multicastRoutes[0].network, Ipv4Address("10.8.0.1"));
    EXPECT_EQ(router.multicastRoutes[0].mask, Ipv4Mask::GetOnes());
    EXPECT_EQ(router.multicastRoutes[0].interface, 2U);
}

TEST_F(TrafficReader, ANodeWithAForwarderHasAManager)
{
    const auto scenario = Read();
    EXPECT_FALSE(scenario.nodes[0].hasManager);
    EXPECT_TRUE(scenario.nodes[1].hasManager);
    const auto& forwarder = scenario.nodes[1].forwarder;
    ASSERT_EQ(forwarder.attributes.size(), 1U);
    EXPECT_EQ(forwarder.attributes[0].first, "MaxWaitingPackets");
    ASSERT_EQ(forwarder.interfaces.size(), 2U);
    EXPECT_EQ(forwarder.interfaces[0].interface, 2U);
    EXPECT_EQ(forwarder.interfaces[0].ttlThreshold, 16);
    ASSERT_EQ(forwarder.interfaces[0].boundaries.size(), 2U);
    EXPECT_EQ(forwarder.interfaces[0].boundaries[1].first, Ipv4Address("239.255.0.0"));
    EXPECT_EQ(forwarder.interfaces[0].boundaries[1].second, Ipv4Mask("/16"));
    EXPECT_FALSE(forwarder.interfaces[1].ttlThreshold);
    EXPECT_TRUE(forwarder.interfaces[1].boundaries.empty());
}

TEST_F(TrafficReader, ReadsStepsOfLinksAndNodes)
{
    const auto scenario = Read();
    ASSERT_EQ(scenario.steps.size(), 4U);
    EXPECT_EQ(std::get<LinkStep>(scenario.steps[0].action).link, 1U);
    EXPECT_FALSE(std::get<LinkStep>(scenario.steps[0].action).isUp);
    EXPECT_EQ(scenario.steps[0].node, 1U); // the first one on the link
    EXPECT_EQ(scenario.steps[0].text, "lan1 down");
    EXPECT_TRUE(std::get<LinkStep>(scenario.steps[1].action).isUp);
    EXPECT_FALSE(std::get<NodeStep>(scenario.steps[2].action).isUp);
    EXPECT_EQ(scenario.steps[2].node, 2U);
    EXPECT_EQ(scenario.steps[2].text, "crash");
    EXPECT_TRUE(std::get<NodeStep>(scenario.steps[3].action).isUp);
}

TEST_F(TrafficReader, ReadsBoundsOfStreams)
{
    constexpr auto NO_LIMIT = std::numeric_limits<uint64_t>::max();
    const auto scenario = Read();
    const auto& stream = std::get<StreamExpectation>(scenario.expectations.at(0).what);
    EXPECT_EQ(stream.node, 2U);
    EXPECT_EQ(stream.stream, (SourceGroup{Ipv4Address("10.1.0.9"), Ipv4Address("239.1.1.1")}));
    EXPECT_EQ(stream.sent->least, 3U);
    EXPECT_EQ(stream.sent->most, 3U);
    EXPECT_EQ(stream.received->least, 2U);
    EXPECT_EQ(stream.received->most, NO_LIMIT);
    EXPECT_EQ(stream.lost->least, 0U);
    EXPECT_EQ(stream.lost->most, 1U);
    EXPECT_FALSE(stream.duplicates);
    EXPECT_EQ(stream.firstAfterJoin->least, 2000000U);
    EXPECT_EQ(stream.longestGap->least, 1000000000U);
    EXPECT_EQ(stream.longestGap->most, 1500000000U);
}

TEST_F(TrafficReader, ReadsEntriesAndCounts)
{
    const auto scenario = Read();
    const auto& entry = std::get<MfeExpectation>(scenario.expectations.at(1).what);
    EXPECT_FALSE(entry.at);
    EXPECT_EQ(entry.incoming, 2U);
    EXPECT_EQ(entry.outgoing, (std::vector<uint32_t>{1, 2})); // in ascending order
    const auto& none = std::get<MfeExpectation>(scenario.expectations.at(2).what);
    EXPECT_EQ(none.at, Seconds(3));
    EXPECT_FALSE(none.incoming);
    const auto& unaccounted = std::get<PacketsExpectation>(scenario.expectations.at(3).what);
    EXPECT_EQ(unaccounted.count, PacketsExpectation::Count::UNACCOUNTED);
    const auto& repeated = std::get<PacketsExpectation>(scenario.expectations.at(4).what);
    EXPECT_EQ(repeated.count, PacketsExpectation::Count::REPEATED);
    EXPECT_EQ(repeated.number, 4U);
}

} // namespace

} // namespace mgm
} // namespace ns3
