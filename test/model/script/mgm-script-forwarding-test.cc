/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "mgm-test-fixture.h"
#include "tools/scenario/mgm-scenario-run.h"

namespace ns3
{
namespace mgm
{

namespace
{

using Json = nlohmann::ordered_json;

/// A source on wan, hosts on lan1 and lan2 that join at 0.5 s, and a router whose protocol has the
/// LANs; another one has wan. Packets from 1 s to 5.9 s.
Json
MakeScenario()
{
    return Json::parse(R"({
      "name": "test",
      "stop": "20s",
      "links": {
        "wan": {"type": "csma", "subnet": "10.0.0.0/24"},
        "lan1": {"type": "csma", "subnet": "10.1.1.0/24"},
        "lan2": {"type": "csma", "subnet": "10.1.2.0/24"}
      },
      "nodes": {
        "src": {"interfaces": {"wan": "10.0.0.9"}},
        "r": {
          "interfaces": {"wan": "10.0.0.1", "lan1": "10.1.1.1", "lan2": "10.1.2.1"},
          "igmp-router": {"interfaces": {"lan1": {}, "lan2": {}}},
          "protocols": {
            "up": {"id": 2, "interfaces": ["wan"]},
            "pim": {"id": 4, "interfaces": ["lan1", "lan2"]}
          }
        },
        "h1": {"interfaces": {"lan1": "10.1.1.2"}, "igmp-host": {}},
        "h2": {"interfaces": {"lan2": "10.1.2.2"}, "igmp-host": {}}
      },
      "traffic": [
        {"node": "src", "interface": "wan", "group": "239.1.1.1",
         "start": "1s", "interval": "100ms", "count": 50}
      ],
      "steps": [
        {"at": "500ms", "node": "h1", "do": "join", "interface": "lan1", "group": "239.1.1.1"},
        {"at": "500ms", "node": "h2", "do": "join", "interface": "lan2", "group": "239.1.1.1"}
      ],
      "expect": [{"unaccounted": 0}, {"violations": 0}]
    })");
}

class ScriptForwarding : public ScenarioRun
{
  protected:
    /// A protocol of the router.
    Json& Protocol(const std::string& name)
    {
        return m_scenario["nodes"]["r"]["protocols"][name];
    }

    /// Adds an expectation.
    void Expect(const std::string& expectation)
    {
        m_scenario["expect"].push_back(Json::parse(expectation));
    }

    /// Adds an expectation of the entry for the stream; without outgoing interfaces: that there is
    /// none.
    void ExpectEntry(const std::string& at, const Json& outgoing)
    {
        Json entry{{"at", at}, {"node", "r"}, {"source", "10.0.0.9"}, {"group", "239.1.1.1"}};
        entry["incoming"] = outgoing.is_null() ? Json() : Json("wan");
        if (!outgoing.is_null())
        {
            entry["outgoing"] = outgoing;
        }
        m_scenario["expect"].push_back({{"mfe", entry}});
    }

    Json m_scenario = MakeScenario(); ///< what is run
};

TEST_F(ScriptForwarding, CREATION_ALERT_IsAnsweredWithDisabledInterfaces)
{
    Protocol("pim")["disable"] = {"lan2"};
    ExpectEntry("3s", {"lan1"});
    Expect(R"({"stream": {"node": "h1", "group": "239.1.1.1", "lost": 0}})");
    Expect(R"({"stream": {"node": "h2", "group": "239.1.1.1", "lost": 50}})");
    EXPECT_EQ(Run(m_scenario), ALL_MET);
}

/// An entry that is born empty stays as long as PRUNE_ALERT says, whatever arrives (MFE-4); then
/// the next packet makes it again.
TEST_F(ScriptForwarding, PRUNE_ALERT_IsAnsweredWithATimeout)
{
    m_scenario["steps"] = Json::array();
    Protocol("up")["prune-timeout"] = "2.05s";
    Expect(R"({"records": {"match": {"kind": "callback", "op": "PRUNE_ALERT", "client": "up"},
               "count": 1}})");
    ExpectEntry("2.95s", Json::array());
    ExpectEntry("3.07s", Json());
    ExpectEntry("3.15s", Json::array());
    Expect(R"({"records": {"match": {"kind": "callback", "op": "RPF", "client": "up"},
               "between": ["1s", "4s"], "count": 2}})"); // at 1.0 s and 3.1 s
    EXPECT_EQ(Run(m_scenario), ALL_MET);
}

TEST_F(ScriptForwarding, RPF_StartsAReactionWithItsEntryAndInterface)
{
    Protocol("up")["on"] = Json::parse(R"({"RPF": [{"do": "add", "flags": ["join"]}]})");
    Expect(R"({"order": [
      {"kind": "callback", "op": "RPF", "client": "up"},
      {"kind": "call", "op": "AddGroupMembershipEntry", "client": "up", "interface": "wan",
       "source": "10.0.0.9", "group": "239.1.1.1"}
    ]})");
    EXPECT_EQ(Run(m_scenario), ALL_MET);
}

TEST_F(ScriptForwarding, CREATION_ALERT_StartsAReaction)
{
    Protocol("pim")["on"] = Json::parse(R"({
      "LOCAL_JOIN": [{"do": "add"}],
      "CREATION_ALERT": [{"do": "delete", "flags": ["forward"], "interfaces": ["lan1"]}]
    })");
    Expect(R"({"order": [
      {"kind": "callback", "op": "CREATION_ALERT", "client": "pim"},
      {"kind": "call", "op": "DeleteGroupMembershipEntry", "client": "pim", "interface": "lan1",
       "source": "10.0.0.9", "group": "239.1.1.1"},
      {"kind": "forward", "op": "data", "interface": "lan2"}
    ]})");
    ExpectEntry("3s", {"lan2"});
    Expect(R"({"stream": {"node": "h1", "group": "239.1.1.1", "received": 0}})");
    Expect(R"({"stream": {"node": "h2", "group": "239.1.1.1", "lost": 0}})");
    EXPECT_EQ(Run(m_scenario), ALL_MET);
}

/// FORWARD_STATE of a step changes the live entry, and no membership (MFE-5).
TEST_F(ScriptForwarding, StepsTakeFlags)
{
    const auto step = [this](const std::string& at, const std::string& what) {
        m_scenario["steps"].push_back({{"at", at},
                                       {"node", "r"},
                                       {"protocol", "pim"},
                                       {"do", what},
                                       {"interfaces", {"lan1"}},
                                       {"group", "239.1.1.1"},
                                       {"source", "10.0.0.9"},
                                       {"flags", {"forward"}}});
    };
    step("2.05s", "delete");
    step("3.05s", "add");
    ExpectEntry("2.5s", {"lan2"});
    ExpectEntry("3.5s", {"lan1", "lan2"});
    Expect(
        R"({"stream": {"node": "h1", "group": "239.1.1.1", "lost": 10, "longest-gap": "1.1s"}})");
    Expect(R"({"stream": {"node": "h2", "group": "239.1.1.1", "lost": 0}})");
    EXPECT_EQ(Run(m_scenario), ALL_MET);
}

/// A packet from the source that arrives on lan1: the source has a second interface there. The
/// reaction takes entry and interface from WRONG_IF.
TEST_F(ScriptForwarding, WRONG_IF_StartsAReactionWithItsEntryAndInterface)
{
    // Another router sends the stream from wan to lan1, too. Global routing may abort then.
    m_scenario["routing"] = "static";
    m_scenario["nodes"]["x"] = Json::parse(R"({
      "interfaces": {"wan": "10.0.0.3", "lan1": "10.1.1.3"},
      "protocols": {"dense": {"id": 2, "script": [
        {"do": "register"}, {"do": "take"}, {"do": "add", "group": "*", "interfaces": ["lan1"]}
      ]}}
    })");
    Protocol("pim")["on"] = Json::parse(R"({
      "LOCAL_JOIN": [{"do": "add"}],
      "WRONG_IF": [{"do": "delete", "flags": ["forward"]}]
    })");
    Expect(R"({"order": [
      {"kind": "callback", "op": "WRONG_IF", "node": "r", "client": "pim", "interface": "lan1"},
      {"kind": "call", "op": "DeleteGroupMembershipEntry", "client": "pim", "interface": "lan1",
       "source": "10.0.0.9", "group": "239.1.1.1"}
    ]})");
    ExpectEntry("3s", {"lan2"});
    Expect(R"({"stream": {"node": "h1", "group": "239.1.1.1", "lost": 0, "duplicates": 1}})");
    EXPECT_EQ(Run(m_scenario), ALL_MET);
}

} // namespace

} // namespace mgm
} // namespace ns3
