/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "base/mgm-input-error.h"
#include "mgm-scenario-run.h"
#include "mgm-written-protocol.h"
#include "scenario/mgm-protocol-class.h"
#include "scenario/mgm-scenario-reader.h"

#include "ns3/mgm-time-variable.h"

namespace ns3
{
namespace mgm
{

namespace
{

/// A router on two LANs with IGMP, a protocol of a class, and a host that joins at 1 s.
nlohmann::ordered_json
WithProtocol(const std::string& protocol)
{
    auto scenario = nlohmann::ordered_json::parse(R"({
      "name": "test",
      "stop": "20s",
      "links": {
        "lan": {"type": "csma", "subnet": "10.1.1.0/24"},
        "wan": {"type": "csma", "subnet": "10.2.2.0/24"}
      },
      "nodes": {
        "r": {
          "interfaces": {"lan": "10.1.1.1", "wan": "10.2.2.1"},
          "igmp-router": {},
          "protocols": {}
        },
        "h": {"interfaces": {"lan": "10.1.1.2"}, "igmp-host": {}}
      },
      "steps": [{"at": "1s", "node": "h", "do": "join", "interface": "lan", "group": "239.1.1.1"}],
      "expect": []
    })");
    scenario["nodes"]["r"]["protocols"]["mine"] = nlohmann::ordered_json::parse(protocol);
    return scenario;
}

class OwnProtocol : public ScenarioRun
{
  protected:
    /// @return the protocol as it is read
    ProtocolSpec Read(const std::string& protocol)
    {
        const auto path = WriteScenario(m_directory / "s.json", WithProtocol(protocol));
        return ReadScenario(path).nodes[0].protocols[0];
    }

    /// @return the object that is made of the protocol
    Ptr<WrittenProtocol> Make(const std::string& protocol)
    {
        return DynamicCast<WrittenProtocol>(MakeClient(Read(protocol)));
    }

    /// @return what is wrong with the scenario, without the place
    std::string ErrorOf(const Json& scenario)
    {
        try
        {
            ReadScenario(WriteScenario(m_directory / "s.json", scenario));
        }
        catch (const InputError& error)
        {
            const std::string text = error.what();
            return text.substr(text.find(": ") + 2);
        }
        return "";
    }

    /// Expects a message about a type, which says what is wrong with it and which there are.
    void ExpectBadType(const std::string& type, const std::string& fault)
    {
        const auto error = ErrorOf(WithProtocol(R"({"type": ")" + type + R"("})"));
        const auto expected = "/nodes/r/protocols/mine/type: found \"" + type + '"' + fault +
                              ", expected a ns3::mgm::ManagerClient of a library (--load LIBRARY, "
                              "or MGM_PLUGINS), one of \"";
        EXPECT_EQ(error.find(expected), 0U) << error;
        EXPECT_NE(error.find("\"written::Protocol\"", expected.size() - 1), std::string::npos)
            << error;
    }

    /// Runs a scenario with the protocol from 2 s on, further steps and expectations. Returns
    /// what was not met.
    std::vector<std::string> RunWith(const std::string& steps, const std::string& expectations)
    {
        auto scenario = WithProtocol(R"({"type": "written::Protocol", "start": "2s"})");
        for (const auto& step : Json::parse(steps))
        {
            scenario["steps"].push_back(step);
        }
        scenario["expect"] = Json::parse(expectations);
        return Run(scenario);
    }
};

TEST_F(OwnProtocol, RegistersAsItsClassSays)
{
    const auto protocol = Read(R"({"type": "written::Protocol", "start": "2s", "stop": "3s"})");
    EXPECT_EQ(protocol.name, "mine");
    EXPECT_EQ(protocol.id, (ClientId{100, 7}));
    EXPECT_EQ(DrawTime(protocol.start), Seconds(2));
    EXPECT_EQ(protocol.stop, Seconds(3));
    EXPECT_TRUE(protocol.interfaces.empty());
}

TEST_F(OwnProtocol, RegistersAsTheScenarioSays)
{
    const auto client = Make(R"({"type": "written::Protocol", "id": 5, "component": 3})");
    EXPECT_EQ(client->GetId(), (ClientId{5, 3}));
    EXPECT_EQ(client->GetName(), "mine");
    EXPECT_EQ(Make(R"({"type": "written::Protocol", "id": 5})")->GetId(), (ClientId{5, 7}));
}

TEST_F(OwnProtocol, HasItsAttributesAndThoseOfItsParents)
{
    const auto client = Make(R"({"type": "written::Protocol", "attributes": {
        "Neighbor": "10.2.2.9", "Patience": "1500ms", "Greeting": "hello", "Offset": -3,
        "Weight": 0.25, "Polite": true, "RetryDelay": "4s", "TakeDelay": "2s"}})");
    EXPECT_EQ(client->m_neighbor, Ipv4Address("10.2.2.9"));
    EXPECT_EQ(client->m_patience, MilliSeconds(1500));
    EXPECT_EQ(client->m_greeting, "hello");
    EXPECT_EQ(client->m_offset, -3);
    EXPECT_EQ(client->m_weight, 0.25);
    EXPECT_TRUE(client->m_isPolite);
    TimeValue retryDelay;
    client->GetAttribute("RetryDelay", retryDelay);
    EXPECT_EQ(retryDelay.Get(), Seconds(4));
}

TEST_F(OwnProtocol, IsInTablesExpectationsAndSummary)
{
    EXPECT_EQ(RunWith("[]", R"([
        {"owner": {"node": "r", "interface": "lan", "is": "mine"}},
        {"owner": {"node": "r", "interface": "lan", "is": "igmp", "at": "1.9s"}},
        {"known": {"node": "r", "protocol": "mine", "groups": ["239.1.1.1"]}},
        {"records": {"match": {"op": "LOCAL_JOIN", "kind": "callback", "client": "mine"},
                     "between": ["2s", "2s"], "count": 1}},
        {"violations": 0}])"),
              ALL_MET);
    EXPECT_NE(m_report.find("mine on r (protocol 100, component 7)"), std::string::npos)
        << m_report;
    const auto& node = m_summary["nodes"]["r"];
    EXPECT_EQ(node["protocols"]["mine"]["known"], Json::array({"(*,239.1.1.1)"}));
    EXPECT_EQ(node["clients"]["mine"]["registered_ns"], 2000000000);
    EXPECT_EQ(node["clients"]["mine"]["callbacks"]["LOCAL_JOIN"], 1);
    EXPECT_FALSE(m_summary.contains("libraries")) << "none was loaded";
}

TEST_F(OwnProtocol, I7_KnowsWhatItEnumeratesAndIsAlertedTo)
{
    auto scenario =
        WithProtocol(R"({"type": "written::Protocol", "start": "2s", "interfaces": ["wan"]})");
    scenario["steps"].push_back(Json::parse(
        R"({"at": "5s", "node": "h", "do": "join", "interface": "lan", "group": "239.2.2.2"})"));
    scenario["steps"].push_back(Json::parse(
        R"({"at": "9s", "node": "h", "do": "leave", "interface": "lan", "group": "239.1.1.1"})"));
    scenario["expect"] = Json::parse(R"([
        {"known": {"node": "r", "protocol": "mine", "at": "1.5s", "groups": []}},
        {"known": {"node": "r", "protocol": "mine", "at": "4s", "groups": ["239.1.1.1"]}},
        {"known": {"node": "r", "protocol": "mine", "at": "8s",
                   "groups": ["239.1.1.1", "239.2.2.2"]}},
        {"known": {"node": "r", "protocol": "mine", "groups": ["239.2.2.2"]}},
        {"owner": {"node": "r", "interface": "lan", "is": "igmp"}},
        {"owner": {"node": "r", "interface": "wan", "is": "mine"}}])");
    EXPECT_EQ(Run(scenario), ALL_MET);
}

TEST_F(OwnProtocol, SEQ_2_StopsAndStartsByStep)
{
    EXPECT_EQ(RunWith(R"([{"at": "5s", "node": "r", "protocol": "mine", "do": "stop"},
                          {"at": "9s", "node": "r", "protocol": "mine", "do": "start"}])",
                      R"([
        {"owner": {"node": "r", "interface": "lan", "is": "mine", "at": "4s"}},
        {"owner": {"node": "r", "interface": "lan", "is": "igmp", "at": "6s"}},
        {"known": {"node": "r", "protocol": "mine", "at": "6s", "groups": []}},
        {"records": {"match": {"op": "DeRegisterMProtocol", "client": "mine", "kind": "return",
                               "status": "NO_ERROR"}, "between": ["5s", "5s"], "count": 1}},
        {"owner": {"node": "r", "interface": "lan", "is": "mine"}},
        {"known": {"node": "r", "protocol": "mine", "groups": ["239.1.1.1"]}}])"),
              ALL_MET);
}

TEST_F(OwnProtocol, REG_5_FailsAndStartsByStep)
{
    EXPECT_EQ(RunWith(R"([{"at": "5s", "node": "r", "protocol": "mine", "do": "fail"},
                          {"at": "9s", "node": "r", "protocol": "mine", "do": "start"}])",
                      R"([
        {"owner": {"node": "r", "interface": "lan", "is": "igmp", "at": "6s"}},
        {"known": {"node": "r", "protocol": "mine", "at": "6s", "groups": []}},
        {"records": {"match": {"op": "DeRegisterMProtocol"}, "count": 0}},
        {"owner": {"node": "r", "interface": "lan", "is": "mine"}}])"),
              ALL_MET);
}

TEST_F(OwnProtocol, REG_6_CrashesAndBootsWithItsNode)
{
    EXPECT_EQ(RunWith(R"([{"at": "5s", "node": "r", "do": "crash"},
                          {"at": "9s", "node": "r", "do": "boot"}])",
                      R"([
        {"owner": {"node": "r", "interface": "lan", "is": null, "at": "6s"}},
        {"known": {"node": "r", "protocol": "mine", "at": "6s", "groups": []}},
        {"owner": {"node": "r", "interface": "lan", "is": "mine"}},
        {"records": {"match": {"op": "RegisterMProtocol", "client": "mine", "kind": "call"},
                     "between": ["9s", "9s"], "count": 1}}])"),
              ALL_MET);
}

TEST_F(OwnProtocol, TakesItsTime)
{
    auto scenario = WithProtocol(R"({"type": "written::Protocol", "start": "2s",
                                     "attributes": {"TakeDelay": "3s"}, "interfaces": ["lan"]})");
    scenario["expect"] = Json::parse(R"([
        {"owner": {"node": "r", "interface": "lan", "is": "igmp", "at": "4.9s"}},
        {"owner": {"node": "r", "interface": "lan", "is": "mine", "at": "5.1s"}}])");
    EXPECT_EQ(Run(scenario), ALL_MET);
}

TEST_F(OwnProtocol, AnUnknownTypeIsAnError)
{
    ExpectBadType("written::Protocoll", "");
}

TEST_F(OwnProtocol, ATypeThatIsNoClientIsAnError)
{
    ExpectBadType("ns3::Node", ", which is no ns3::mgm::ManagerClient");
    ExpectBadType("written::Base", ", whose TypeId has no AddConstructor()");
    ExpectBadType("ns3::mgm::ManagerClient", ", whose TypeId has no AddConstructor()");
    ExpectBadType("ns3::mgm::IgmpRouter",
                  ", which \"igmp-router\", \"igmp-proxy\" or \"pim-dm\" makes");
}

TEST_F(OwnProtocol, AnAttributeThatItLacksIsAnError)
{
    const auto error =
        ErrorOf(WithProtocol(R"({"type": "written::Protocol", "attributes": {"Peer": "1s"}})"));
    EXPECT_EQ(error.find("/nodes/r/protocols/mine/attributes/Peer: found the name \"Peer\", "
                         "expected an attribute, one of \"Neighbor\", \"Patience\""),
              0U)
        << error;
    EXPECT_NE(error.find("\"RetryDelay\""), std::string::npos) << "that of a parent";
}

TEST_F(OwnProtocol, AValueThatAnAttributeDoesNotAcceptIsAnError)
{
    const auto errorOf = [this](const std::string& attributes) {
        const auto error = ErrorOf(
            WithProtocol(R"({"type": "written::Protocol", "attributes": )" + attributes + '}'));
        return error.substr(error.find(" found ") + 1);
    };
    const std::string address = ", expected an IPv4 address such as \"10.1.1.1\"";
    EXPECT_EQ(errorOf(R"({"Neighbor": "10.2.2"})"), "found \"10.2.2\"" + address);
    EXPECT_EQ(errorOf(R"({"Neighbor": 10})"), "found 10" + address);
    EXPECT_EQ(errorOf(R"({"Offset": 6})"), "found 6, expected a whole number from -5 to 5");
    EXPECT_EQ(errorOf(R"({"Polite": 1})"), "found 1, expected true or false");
    EXPECT_EQ(errorOf(R"({"Patience": 1})"), "found 1, expected a time such as \"2s\"");
}

TEST_F(OwnProtocol, ItNeedsAnIdOfItsOwn)
{
    auto scenario = WithProtocol(R"({"type": "written::Protocol"})");
    scenario["nodes"]["r"]["protocols"]["other"] = scenario["nodes"]["r"]["protocols"]["mine"];
    EXPECT_EQ(ErrorOf(scenario),
              "/nodes/r/protocols/other/type: found the id 100 and the component 7 of its class, "
              "expected another id, or another component, than \"mine\" has");
    scenario["nodes"]["r"]["protocols"]["other"]["component"] = 8;
    EXPECT_EQ(ErrorOf(scenario), "");
}

TEST_F(OwnProtocol, ItHasNoScript)
{
    EXPECT_EQ(ErrorOf(WithProtocol(R"({"type": "written::Protocol", "script": []})")),
              "/nodes/r/protocols/mine/script: found the name \"script\", expected one of "
              "\"type\", \"attributes\", \"id\", \"component\", \"start\", \"stop\", "
              "\"moves\", \"interfaces\"");
    auto scenario = WithProtocol(R"({"type": "written::Protocol"})");
    scenario["steps"][0] =
        Json::parse(R"({"at": "1s", "node": "r", "protocol": "mine", "do": "enumerate"})");
    EXPECT_EQ(ErrorOf(scenario),
              "/steps/0/do: found \"enumerate\", expected what written::Protocol does, one of "
              "\"start\", \"stop\", \"fail\"");
    scenario["steps"][0] = Json::parse(
        R"({"at": "1s", "node": "r", "protocol": "mine", "do": "stop", "delay": "1s"})");
    EXPECT_EQ(ErrorOf(scenario),
              "/steps/0/delay: found \"1s\", expected no \"delay\" of what written::Protocol "
              "does");
}

} // namespace

} // namespace mgm
} // namespace ns3
