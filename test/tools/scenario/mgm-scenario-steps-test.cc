/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "mgm-scenario-run.h"

#include <string>

namespace ns3
{
namespace mgm
{

namespace
{

/// Steps of a LAN with a router and a node that has no agents.
class ScenarioSteps : public ScenarioRun
{
  protected:
    /// Runs steps. Returns what was not as expected.
    std::vector<std::string> RunSteps(const std::string& steps, const std::string& expectations)
    {
        auto scenario = m_scenario;
        scenario["steps"] = Json::parse(steps);
        scenario["expect"] = Json::parse(expectations);
        return Run(scenario);
    }

    Json m_scenario = Json::parse(R"({
      "name": "steps",
      "stop": "20s",
      "links": {"lan": {"type": "csma", "subnet": "10.1.1.0/24"}},
      "nodes": {
        "r": {"interfaces": {"lan": "10.1.1.5"}, "igmp-router": {}},
        "x": {"interfaces": {"lan": "10.1.1.9"}}
      }
    })"); ///< what the tests change
};

TEST_F(ScenarioSteps, AMalformedMessageIsSentAndDroppedWithItsReason)
{
    EXPECT_EQ(RunSteps(R"([
        {"at": "1s", "node": "x", "do": "send", "interface": "lan",
         "message": {"type": "IGMPv2 Report", "group": "239.1.1.1", "checksum": 1}},
        {"at": "2s", "node": "x", "do": "send", "interface": "lan", "destination": "224.0.0.22",
         "octets": "2200 e9fa 0000 0002 0400 0000 ef01 0101"},
        {"at": "3s", "node": "x", "do": "send", "interface": "lan", "source": "10.1.1.5",
         "message": {"type": "IGMPv2 Report", "group": "239.1.1.1"}},
        {"at": "4s", "node": "x", "do": "send", "interface": "lan", "source": "224.0.0.9",
         "message": {"type": "IGMPv2 Report", "group": "239.1.1.1"}},
        {"at": "5s", "node": "x", "do": "send", "interface": "lan", "destination": "224.0.0.13",
         "ip-protocol": 103, "octets": "2000"}
      ])",
                       R"([
        {"records": {"match": {"kind": "packet-tx", "node": "x", "op": "IGMP"}, "count": 2}},
        {"records": {"match": {"kind": "packet-tx", "node": "x", "op": "message"}, "count": 1}},
        {"records": {"match": {"kind": "packet-tx", "node": "x", "op": "IGMPv2 Report"}, "count": 2}},
        {"order": [{"kind": "drop", "node": "r", "event": "bad-checksum"},
                   {"kind": "drop", "node": "r", "event": "truncated"},
                   {"kind": "drop", "node": "r", "event": "own-source"},
                   {"kind": "drop", "node": "r", "event": "bad-source"}]},
        {"members": {"node": "r", "interface": "lan", "groups": []}}
      ])"),
              ALL_MET);
}

TEST_F(ScenarioSteps, TheEnvelopeOfAMessageIsAsItIsGiven)
{
    m_scenario["nodes"]["r"]["igmp-router"]["attributes"] = {{"RouterAlert", "require"},
                                                             {"Ttl1", "require"}};
    EXPECT_EQ(RunSteps(R"([
        {"at": "1s", "node": "x", "do": "send", "interface": "lan", "router-alert": false,
         "message": {"type": "IGMPv2 Report", "group": "239.1.1.1"}},
        {"at": "2s", "node": "x", "do": "send", "interface": "lan", "ttl": 9,
         "message": {"type": "IGMPv2 Report", "group": "239.1.1.1"}},
        {"at": "3s", "node": "x", "do": "send", "interface": "lan", "source": "0.0.0.0",
         "destination": "10.1.1.5", "message": {"type": "IGMPv2 Report", "group": "239.1.1.2"}}
      ])",
                       R"([
        {"order": [{"kind": "drop", "node": "r", "event": "no-router-alert"},
                   {"kind": "drop", "node": "r", "event": "bad-ttl"}]},
        {"members": {"node": "r", "interface": "lan", "groups": ["239.1.1.2"]}}
      ])"),
              ALL_MET);
}

TEST_F(ScenarioSteps, NothingIsSentByANodeOrOnALinkThatIsDown)
{
    const std::string send = R"("node": "x", "do": "send", "interface": "lan",
         "message": {"type": "IGMPv2 Report", "group": "239.1.1.1"}})";
    EXPECT_EQ(RunSteps(R"([{"at": "1s", "link": "lan", "do": "down"},
        {"at": "2s", )" + send +
                           R"(, {"at": "3s", "link": "lan", "do": "up"},
        {"at": "4s", "node": "x", "do": "crash"}, {"at": "5s", )" +
                           send + "]",
                       R"([
        {"records": {"match": {"kind": "packet-tx", "node": "x"}, "count": 0}},
        {"records": {"match": {"kind": "drop", "node": "x", "event": "interface-down"}, "count": 1}}
      ])"),
              ALL_MET);
}

} // namespace

} // namespace mgm
} // namespace ns3
