/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "mgm-scenario-run.h"

namespace ns3
{
namespace mgm
{

namespace
{

using Json = nlohmann::ordered_json;

/// A source and two ways to a router r: over ra (links a1, a2) and over rb (b1, b2). r has PIM on
/// a2 and DVMRP on b2; ra and rb forward everything; a host on the LAN joins at 0.5 s. A packet
/// leaves each 100 ms from 1 s to 20.9 s.
Json
MakeRoutingScenario()
{
    return Json::parse(R"({
      "name": "test",
      "stop": "25s",
      "links": {
        "lan0": {"type": "csma", "subnet": "10.1.0.0/24"},
        "a": {"type": "csma", "subnet": "10.2.0.0/24"},
        "b": {"type": "csma", "subnet": "10.3.0.0/24"},
        "lan": {"type": "csma", "subnet": "10.1.1.0/24"}
      },
      "nodes": {
        "src": {"interfaces": {"lan0": "10.1.0.9"}},
        "ra": {
          "interfaces": {"lan0": "10.1.0.1", "a": "10.2.0.1"},
          "protocols": {"dense": {"id": 2, "script": [
            {"do": "register"}, {"do": "take"}, {"do": "add", "group": "*", "interfaces": ["a"]}
          ]}}
        },
        "rb": {
          "interfaces": {"lan0": "10.1.0.2", "b": "10.3.0.1"},
          "protocols": {"dense": {"id": 2, "script": [
            {"do": "register"}, {"do": "take"}, {"do": "add", "group": "*", "interfaces": ["b"]}
          ]}}
        },
        "r": {
          "interfaces": {"a": "10.2.0.2", "b": "10.3.0.2", "lan": "10.1.1.1"},
          "igmp-router": {"interfaces": {"lan": {}}},
          "protocols": {
            "pim": {"id": 4, "interfaces": ["a"]},
            "dvmrp": {"id": 3, "interfaces": ["b"]}
          }
        },
        "h": {"interfaces": {"lan": "10.1.1.11"}, "igmp-host": {}}
      },
      "traffic": [
        {"node": "src", "interface": "lan0", "group": "239.1.1.1",
         "start": "1s", "stop": "21s", "interval": "100ms"}
      ],
      "steps": [
        {"at": "500ms", "node": "h", "do": "join", "interface": "lan", "group": "239.1.1.1"}
      ],
      "expect": [{"unaccounted": 0}, {"repeated": 0}, {"violations": 0}]
    })");
}

class ScenarioRouting : public ScenarioRun
{
  protected:
    /// Adds an expectation.
    void Expect(const std::string& expectation)
    {
        m_scenario["expect"].push_back(Json::parse(expectation));
    }

    /// Adds an expectation of r's entry for the stream.
    void ExpectEntry(const std::string& at, const std::string& incoming)
    {
        Json entry{{"at", at}, {"node", "r"}, {"source", "10.1.0.9"}, {"group", "239.1.1.1"}};
        entry["incoming"] = incoming.empty() ? Json() : Json(incoming);
        if (!incoming.empty())
        {
            entry["outgoing"] = {"lan"};
        }
        m_scenario["expect"].push_back({{"mfe", entry}});
    }

    /// Adds a step of a link.
    void Step(const std::string& at, const std::string& link, const std::string& what)
    {
        m_scenario["steps"].push_back({{"at", at}, {"link", link}, {"do", what}});
    }

    Json m_scenario = MakeRoutingScenario(); ///< what is run
};

TEST_F(ScenarioRouting, WithoutRoutesThereIsNoReversePath)
{
    m_scenario["routing"] = "static";
    ExpectEntry("10s", "");
    Expect(
        R"({"records": {"match": {"kind": "drop", "op": "data", "node": "r", "event": "no-route"},
               "count": 400}})");
    EXPECT_EQ(Run(m_scenario), ALL_MET);
}

TEST_F(ScenarioRouting, AStaticRouteIsAReversePath)
{
    m_scenario["routing"] = "static";
    m_scenario["nodes"]["r"]["routes"] = Json::parse(
        R"([{"to": "10.1.0.0/16", "interface": "a", "via": "10.2.0.1"},
            {"to": "10.1.0.0/24", "interface": "b", "via": "10.3.0.1"}])");
    ExpectEntry("10s", "b"); // the longer prefix
    Expect(R"({"stream": {"node": "h", "group": "239.1.1.1", "received": 200, "lost": 0}})");
    EXPECT_EQ(Run(m_scenario), ALL_MET);
}

/// The route to the source vanishes with its interface, and comes back with it.
TEST_F(ScenarioRouting, StaticRoutesFollowTheirInterface)
{
    m_scenario["routing"] = "static";
    m_scenario["nodes"]["r"]["routes"] = Json::parse(
        R"([{"to": "10.1.0.0/24", "interface": "a", "via": "10.2.0.1"},
            {"to": "0.0.0.0/0", "interface": "b", "via": "10.3.0.1"}])");
    Step("5.05s", "a", "down");
    Step("10.05s", "a", "up");
    ExpectEntry("5s", "a");
    ExpectEntry("8s", "b");
    ExpectEntry("15s", "a");
    Expect(R"({"stream": {"node": "h", "group": "239.1.1.1", "received": 200, "lost": 0}})");
    EXPECT_EQ(Run(m_scenario), ALL_MET);
}

TEST_F(ScenarioRouting, StaticRoutesComeBeforeGlobalOnes)
{
    m_scenario["nodes"]["r"]["routes"] =
        Json::parse(R"([{"to": "10.1.0.9/32", "interface": "b", "via": "10.3.0.1"}])");
    ExpectEntry("10s", "b");
    EXPECT_EQ(Run(m_scenario), ALL_MET);
}

/// Reverse paths of the multicast RIB need not be those of unicast packets (ALR-4, MFE-1).
TEST_F(ScenarioRouting, TheMulticastRibOverridesUnicastRoutes)
{
    m_scenario["routing"] = "static";
    m_scenario["nodes"]["r"]["routes"] =
        Json::parse(R"([{"to": "10.1.0.0/24", "interface": "a", "via": "10.2.0.1"}])");
    m_scenario["nodes"]["r"]["multicast-routes"] =
        Json::parse(R"([{"to": "10.1.0.8/29", "interface": "b", "via": "10.3.0.1"}])");
    ExpectEntry("10s", "b");
    Expect(
        R"({"records": {"match": {"kind": "callback", "op": "RPF", "node": "r", "client": "dvmrp"},
               "count": 1}})");
    Expect(R"({"records": {"match": {"kind": "callback", "op": "RPF", "node": "r", "client": "pim"},
               "count": 0}})");
    Expect(R"({"stream": {"node": "h", "group": "239.1.1.1", "received": 200, "lost": 0}})");
    EXPECT_EQ(Run(m_scenario), ALL_MET);
}

TEST_F(ScenarioRouting, ThePrefixesThatTheMulticastRibLacksAreThoseOfUnicast)
{
    m_scenario["routing"] = "static";
    m_scenario["nodes"]["r"]["routes"] =
        Json::parse(R"([{"to": "10.1.0.0/24", "interface": "a", "via": "10.2.0.1"}])");
    m_scenario["nodes"]["r"]["multicast-routes"] =
        Json::parse(R"([{"to": "10.1.0.0/29", "interface": "b", "via": "10.3.0.1"}])");
    ExpectEntry("10s", "a"); // 10.1.0.9 is not in 10.1.0.0/29
    EXPECT_EQ(Run(m_scenario), ALL_MET);
}

TEST_F(ScenarioRouting, GlobalRoutesAreComputedAgain)
{
    Step("5.05s", "a", "down");
    Step("10.05s", "a", "up");
    Step("10.05s", "b", "down");
    ExpectEntry("8s", "b");
    ExpectEntry("12s", "a");
    Expect(R"({"stream": {"node": "h", "group": "239.1.1.1", "received": 200, "lost": 0}})");
    EXPECT_EQ(Run(m_scenario), ALL_MET);
}

TEST_F(ScenarioRouting, GlobalRoutesLeadAroundACrashedRouter)
{
    m_scenario["steps"].push_back({{"at", "5.05s"}, {"node", "ra"}, {"do", "crash"}});
    m_scenario["steps"].push_back({{"at", "10.05s"}, {"node", "ra"}, {"do", "boot"}});
    m_scenario["steps"].push_back({{"at", "10.05s"}, {"node", "rb"}, {"do", "crash"}});
    ExpectEntry("8s", "b");
    ExpectEntry("12s", "a");
    Expect(R"({"stream": {"node": "h", "group": "239.1.1.1", "received": 200, "lost": 0}})");
    EXPECT_EQ(Run(m_scenario), ALL_MET);
}

/// RIP's triggered updates come 1 s to 5 s after a change (ns-3: MinTriggeredCooldown and
/// MaxTriggeredCooldown), a node asks its neighbors when an interface comes up, and the group
/// manager looks for changed routes each second.
TEST_F(ScenarioRouting, RipConverges)
{
    m_scenario["routing"] = "rip";
    m_scenario["stop"] = "80s";
    m_scenario["traffic"][0]["stop"] = "70s";
    Step("20.05s", "a", "down");
    Expect(
        R"({"records": {"match": {"kind": "drop", "op": "data", "node": "r", "event": "no-route"},
               "between": ["12s", "20s"], "count": 0}})");
    Expect(R"({"stream": {"node": "h", "group": "239.1.1.1", "sent": 690,
               "first-after-join": {"at-most": "12s"}}})");
    ExpectEntry("69s", "b");
    Expect(R"({"records": {"match": {"kind": "packet-rx", "op": "data", "node": "h"},
               "between": ["60s", "71s"], "count": 100}})");
    EXPECT_EQ(Run(m_scenario), ALL_MET);
}

} // namespace

} // namespace mgm
} // namespace ns3
