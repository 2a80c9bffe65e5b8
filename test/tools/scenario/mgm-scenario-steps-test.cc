/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "mgm-scenario-run.h"

#include <set>
#include <sstream>
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

TEST_F(ScenarioSteps, RFC_3376_6_6_2_AnElectionFollowsTheAddress)
{
    m_scenario["nodes"]["s"] = {{"interfaces", {{"lan", "10.1.1.7"}}},
                                {"igmp-router", Json::object()}};
    EXPECT_EQ(RunSteps(R"([{"at": "10s", "node": "s", "do": "set-address", "interface": "lan",
                            "address": "10.1.1.2"}])",
                       R"([
        {"order": [{"op": "IgmpQuerier", "node": "s", "new": "NON_QUERIER"},
                   {"op": "step", "node": "s", "detail": "set-address lan 10.1.1.2"},
                   {"op": "IgmpQuerier", "node": "s", "old": "INITIAL", "new": "QUERIER"},
                   {"op": "IgmpQuerier", "node": "r", "new": "NON_QUERIER"}]},
        {"records": {"match": {"kind": "packet-tx", "node": "s"}, "between": ["10s", "10s"],
                     "count": 1}}
      ])"),
              ALL_MET);
}

TEST_F(ScenarioSteps, AChangedAddressReachesRoutesAndTheForwarder)
{
    m_scenario["routing"] = "global";
    m_scenario["links"]["lan2"] = {{"type", "csma"}, {"subnet", "10.1.2.0/24"}};
    m_scenario["nodes"]["r"]["interfaces"]["lan2"] = "10.1.2.5";
    m_scenario["nodes"]["h"] = {{"interfaces", {{"lan2", "10.1.2.9"}}},
                                {"igmp-host", Json::object()}};
    m_scenario["traffic"] = Json::parse(R"([
      {"node": "x", "interface": "lan", "group": "239.1.1.1", "start": "2s", "interval": "1s"}])");
    EXPECT_EQ(RunSteps(R"([
        {"at": "1s", "node": "h", "do": "join", "interface": "lan2", "group": "239.1.1.1"},
        {"at": "9.5s", "node": "r", "do": "set-address", "interface": "lan",
         "address": "10.1.1.77"}])",
                       R"([
        {"stream": {"node": "h", "group": "239.1.1.1", "lost": 0}}, {"unaccounted": 0},
        {"violations": 0}])"),
              ALL_MET);
}

TEST_F(ScenarioSteps, AHostReportsInItsNewVersion)
{
    m_scenario["nodes"]["x"]["igmp-host"] = Json::object();
    EXPECT_EQ(RunSteps(R"([
        {"at": "1s", "node": "x", "do": "join", "interface": "lan", "group": "239.1.1.1"},
        {"at": "10s", "node": "x", "do": "set-version", "interface": "lan", "version": 2}])",
                       R"([
        {"records": {"match": {"op": "IGMPv3 Report", "node": "x", "kind": "packet-tx"},
                     "between": ["10s", "20s"], "count": 0}},
        {"records": {"match": {"op": "IGMPv2 Report", "node": "x", "kind": "packet-tx"},
                     "between": ["10s", "10s"], "count": 1}},
        {"members": {"node": "r", "interface": "lan", "groups": ["239.1.1.1"]}}])"),
              ALL_MET);
}

TEST_F(ScenarioSteps, AHostOfAnOlderVersionReceivesFromAnySource)
{
    m_scenario["nodes"]["x"]["igmp-host"] = Json::object();
    m_scenario["traffic"] = Json::parse(R"([
      {"node": "r", "interface": "lan", "group": "239.1.1.1", "start": "2s", "interval": "1s"}])");
    EXPECT_EQ(RunSteps(R"([
        {"at": "1s", "node": "x", "do": "filter", "interface": "lan", "group": "239.1.1.1",
         "mode": "exclude", "sources": ["10.1.1.5"]},
        {"at": "10.5s", "node": "x", "do": "set-version", "interface": "lan", "version": 2}])",
                       R"([{"stream": {"node": "x", "group": "239.1.1.1", "sent": 9, "lost": 0}}])"),
              ALL_MET);
}

TEST_F(ScenarioSteps, ARouterBeginsAnewInItsNewVersion)
{
    m_scenario["nodes"]["x"]["igmp-host"] = Json::object();
    m_scenario["nodes"]["r"]["igmp-router"] = Json::parse(
        R"({"interfaces": {"lan": {"static-groups": ["239.9.9.9"]}}})");
    EXPECT_EQ(RunSteps(R"([
        {"at": "1s", "node": "x", "do": "join", "interface": "lan", "group": "239.1.1.1"},
        {"at": "8s", "node": "r", "protocol": "igmp", "do": "set-version", "interface": "lan",
         "version": 2}])",
                       R"([
        {"members": {"node": "r", "interface": "lan", "groups": ["239.1.1.1", "239.9.9.9"],
                     "at": "7.9s"}},
        {"members": {"node": "r", "interface": "lan", "groups": ["239.9.9.9"], "at": "8s"}},
        {"records": {"match": {"op": "IGMPv2 Query", "node": "r", "kind": "packet-tx"},
                     "between": ["8s", "8s"], "count": 1}},
        {"records": {"match": {"op": "IGMPv2 Report", "node": "x", "kind": "packet-tx"},
                     "between": ["8s", "18s"], "at-least": 1}},
        {"members": {"node": "r", "interface": "lan", "groups": ["239.1.1.1", "239.9.9.9"]}},
        {"violations": 0}])"),
              ALL_MET);
}

TEST_F(ScenarioSteps, EachInterfaceDrawsItsDelaysFromItsOwnStream)
{
    m_scenario["stop"] = "30s";
    m_scenario["links"]["lan2"] = {{"type", "csma"}, {"subnet", "10.1.2.0/24"}};
    m_scenario["nodes"]["r"]["interfaces"]["lan2"] = "10.1.2.5";
    m_scenario["nodes"]["r"]["igmp-router"]["attributes"] = {{"StartupQueryInterval", "10s"}};
    m_scenario["nodes"]["x"]["interfaces"]["lan2"] = "10.1.2.9";
    m_scenario["nodes"]["x"]["igmp-host"] = Json::parse(
        R"({"attributes": {"Delay": {"uniform": [0.5, 0.50001]}}})");
    const std::string join =
        R"({"at": "1s", "node": "x", "do": "join", "group": "239.1.1.1", "interface": )";
    EXPECT_EQ(RunSteps("[" + join + R"("lan"}, )" + join + R"("lan2"}])",
                       R"([
        {"records": {"match": {"op": "IGMPv3 Report", "node": "x", "kind": "packet-tx"},
                     "between": ["15s", "15.0002s"], "count": 2}}])"),
              ALL_MET);
    std::set<std::string> times;
    std::istringstream lines(ReadWholeFile(m_directory / "out/trace.csv"));
    for (std::string line; std::getline(lines, line);)
    {
        if (line.find("packet-tx") != std::string::npos &&
            line.find("IGMPv3 Report") != std::string::npos)
        {
            const auto comma = line.find(',');
            times.insert(line.substr(comma, line.find(',', comma + 1) - comma));
        }
    }
    EXPECT_EQ(times.size(), 5U) << "the joins at once, their repetitions and the answers apart";
}

} // namespace

} // namespace mgm
} // namespace ns3
