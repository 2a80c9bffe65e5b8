/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "mgm-scenario-run.h"

#include "ns3/boolean.h"

namespace ns3
{
namespace mgm
{

namespace
{

using Json = nlohmann::ordered_json;

/// A source, a line of 10 Mbps and 1 ms, a router with PIM, and a LAN with a host that joins at
/// 0.5 s. 100 packets of 128 bytes with their IP headers leave from 1 s to 10.9 s.
Json
MakeTrafficScenario()
{
    return Json::parse(R"({
      "name": "test",
      "stop": "20s",
      "links": {
        "wan": {"type": "point-to-point", "subnet": "10.0.0.0/30", "rate": "10Mbps", "delay": "1ms"},
        "lan": {"type": "csma", "subnet": "10.1.1.0/24"}
      },
      "nodes": {
        "src": {"interfaces": {"wan": "10.0.0.1"}},
        "r": {
          "interfaces": {"wan": "10.0.0.2", "lan": "10.1.1.1"},
          "igmp-router": {"interfaces": {"lan": {}}},
          "protocols": {"pim": {"id": 4}}
        },
        "h": {"interfaces": {"lan": "10.1.1.2"}, "igmp-host": {}}
      },
      "traffic": [
        {"node": "src", "interface": "wan", "group": "239.1.1.1",
         "start": "1s", "interval": "100ms", "count": 100}
      ],
      "steps": [
        {"at": "500ms", "node": "h", "do": "join", "interface": "lan", "group": "239.1.1.1"}
      ]
    })");
}

class ScenarioTraffic : public ScenarioRun
{
  protected:
    ScenarioTraffic()
    {
        m_scenario["expect"] = Json::array();
    }

    /// Adds a step.
    void Step(const std::string& step)
    {
        m_scenario["steps"].push_back(Json::parse(step));
    }

    /// Adds an expectation.
    void Expect(const std::string& expectation)
    {
        m_scenario["expect"].push_back(Json::parse(expectation));
    }

    /// Adds an expectation of drop records for a reason.
    void ExpectDrops(const std::string& node, const std::string& event, int count)
    {
        const Json match{{"kind", "drop"}, {"op", "data"}, {"node", node}, {"event", event}};
        m_scenario["expect"].push_back({{"records", {{"match", match}, {"count", count}}}});
    }

    /// The reasons of drops that occurred.
    static Json Drops(const Json& packets)
    {
        auto drops = Json::object();
        for (const auto& drop : packets.at("dropped").items())
        {
            if (drop.value() != 0)
            {
                drops[drop.key()] = drop.value();
            }
        }
        return drops;
    }

    Json m_scenario = MakeTrafficScenario(); ///< what is run
};

TEST_F(ScenarioTraffic, SaysWhatIsNotAsExpectedOfAStream)
{
    Expect(
        R"({"stream": {"node": "h", "group": "239.1.1.1", "sent": 99, "received": {"at-least": 101},
               "lost": {"at-least": 1, "at-most": 3}, "duplicates": 0}})");
    Expect(
        R"({"stream": {"node": "h", "group": "239.1.1.1", "first-after-join": {"at-most": "500ms"},
               "longest-gap": "2s"}})");
    EXPECT_EQ(Run(m_scenario),
              (std::vector<std::string>{
                  "/expect/0: found sent 100, received 100, lost 0, expected sent 99, received at "
                  "least 101, lost 1 to 3",
                  "/expect/1: found first-after-join 0.50111768 s, longest-gap 0.1 s, expected "
                  "first-after-join at most 0.5 s, longest-gap 2 s"}));
}

TEST_F(ScenarioTraffic, SaysThatNothingEverCame)
{
    m_scenario["steps"] = Json::array();
    Expect(R"({"stream": {"node": "h", "group": "239.1.1.1", "first-after-join": "1s",
               "longest-gap": {"at-least": "0s"}, "received": 0}})");
    Expect(R"({"unaccounted": 1})");
    Expect(R"({"repeated": 1})");
    EXPECT_EQ(Run(m_scenario),
              (std::vector<std::string>{
                  "/expect/0: found first-after-join never, longest-gap never, expected "
                  "first-after-join 1 s, longest-gap at least 0 s",
                  "/expect/1: found 0 unaccounted, expected 1 unaccounted",
                  "/expect/2: found 0 repeated, expected 1 repeated"}));
}

TEST_F(ScenarioTraffic, SaysWhichEntryThereIs)
{
    const std::string entry = R"("node": "r", "source": "10.0.0.1", "group": "239.1.1.1")";
    Expect("{\"mfe\": {" + entry + R"(, "at": "5s", "incoming": null}})");
    Expect("{\"mfe\": {" + entry + R"(, "at": "5s", "incoming": "wan", "outgoing": []}})");
    Expect("{\"mfe\": {" + entry + R"(, "at": "100ms", "incoming": "wan", "outgoing": ["lan"]}})");
    EXPECT_EQ(Run(m_scenario),
              (std::vector<std::string>{
                  "/expect/0: found an entry from wan to lan, expected no entry",
                  "/expect/1: found an entry from wan to lan, expected an entry from wan to "
                  "nowhere",
                  "/expect/2: found no entry, expected an entry from wan to lan"}));
}

TEST_F(ScenarioTraffic, SummarizesStreamsAndPackets)
{
    EXPECT_EQ(Run(m_scenario), ALL_MET);
    EXPECT_EQ(m_summary["streams"], Json::parse(R"([{
      "receiver": "h", "source": "10.0.0.1", "group": "239.1.1.1",
      "sent": 100, "received": 100, "before_join": 0, "lost": 0, "duplicates": 0,
      "first_packet_ns": 1001117680,
      "first_after_join_ns": [501117680],
      "longest_gap": {"start_ns": 1001117680, "length_ns": 100000000},
      "delay_ns": {"p50": 1117680, "p95": 1117680, "p99": 1117680, "max": 1117680}
    }])"));
    auto packets = m_summary["packets"];
    EXPECT_EQ(Drops(packets), Json::object());
    packets.erase("dropped");
    EXPECT_EQ(packets, Json::parse(R"({
      "sent": 100, "forwarded": 100, "delivered": 100,
      "on_the_way": 0, "unaccounted": 0, "repeated": 0
    })"));
    EXPECT_NE(m_report.find("(10.0.0.1,239.1.1.1)"), std::string::npos);
    EXPECT_NE(m_report.find("100 sent, 100 forwarded, 100 delivered, 0 unaccounted"),
              std::string::npos);
}

TEST_F(ScenarioTraffic, AScenarioWithoutTrafficPrintsNothingAboutIt)
{
    m_scenario["traffic"] = Json::array();
    EXPECT_EQ(Run(m_scenario), ALL_MET);
    EXPECT_EQ(m_report.find("unaccounted"), std::string::npos);
    EXPECT_EQ(m_summary["streams"], Json::array());
}

/// Packets that are on the line when it goes down are dropped where they arrive.
TEST_F(ScenarioTraffic, ALinkThatGoesDownTakesItsPacketsAlong)
{
    Step(R"({"at": "3.0005s", "link": "wan", "do": "down"})");
    Step(R"({"at": "4.05s", "link": "wan", "do": "up"})");
    ExpectDrops("r", "ip-interface-down", 1);        // that of 3.0 s
    ExpectDrops("src", "source-interface-down", 10); // those of 3.1 s to 4.0 s
    Expect(R"({"stream": {"node": "h", "group": "239.1.1.1", "received": 89, "lost": 11,
               "longest-gap": "1.2s"}})");
    Expect(R"({"unaccounted": 0})");
    EXPECT_EQ(Run(m_scenario), ALL_MET);
}

TEST_F(ScenarioTraffic, ALanThatGoesDownIsNotForwardedTo)
{
    Step(R"({"at": "3.05s", "link": "lan", "do": "down"})");
    Step(R"({"at": "4.05s", "link": "lan", "do": "up"})");
    ExpectDrops("r", "interface-down", 10);
    Expect(R"({"stream": {"node": "h", "group": "239.1.1.1", "lost": 10, "longest-gap": "1.1s"}})");
    Expect(R"({"unaccounted": 0})");
    EXPECT_EQ(Run(m_scenario), ALL_MET);
}

/// 100 packets in an instant: the device's queue takes some, and tells of the rest.
TEST_F(ScenarioTraffic, AFullQueueIsADropWithAReason)
{
    m_scenario["links"]["lan"]["rate"] = "1Mbps";
    m_scenario["traffic"][0]["interval"] = "110us"; // one packet takes 1.168 ms on the LAN
    m_scenario["traffic"][0]["count"] = 1000;
    Expect(R"({"records": {"match": {"kind": "drop", "op": "data", "node": "r", "interface": "lan",
               "event": "device-queue"}, "at-least": 700, "at-most": 899}})");
    Expect(R"({"unaccounted": 0})");
    Expect(R"({"repeated": 0})");
    EXPECT_EQ(Run(m_scenario), ALL_MET);
    const auto& packets = m_summary["packets"];
    EXPECT_EQ(packets["forwarded"], 1000);
    EXPECT_EQ(Drops(packets).size(), 1U);
    EXPECT_EQ(packets["delivered"].get<int>() + packets["dropped"]["device-queue"].get<int>(),
              1000);
}

TEST_F(ScenarioTraffic, ACrashedHostForgetsWhatItWanted)
{
    Step(R"({"at": "3.05s", "node": "h", "do": "crash"})");
    Step(R"({"at": "3.5s", "node": "h", "do": "join", "interface": "lan", "group": "239.1.1.1"})");
    Step(R"({"at": "4.05s", "node": "h", "do": "boot"})");
    Step(R"({"at": "5.05s", "node": "h", "do": "join", "interface": "lan", "group": "239.1.1.1"})");
    ExpectDrops("h", "ip-interface-down", 10);
    Expect(R"({"records": {"match": {"kind": "event", "op": "step", "detail":
               "join lan 239.1.1.1: not done, the node is down"}, "count": 1}})");
    // 21 packets from 1.0 s to 3.0 s and 59 from 5.1 s to 10.9 s
    Expect(R"({"stream": {"node": "h", "group": "239.1.1.1", "sent": 80, "received": 80, "lost": 0,
               "longest-gap": "100ms"}})");
    Expect(R"({"unaccounted": 0})");
    EXPECT_EQ(Run(m_scenario), ALL_MET);
}

TEST_F(ScenarioTraffic, ACrashedSourceStartsAgain)
{
    Step(R"({"at": "3.05s", "node": "src", "do": "crash"})");
    Step(R"({"at": "4.05s", "node": "src", "do": "boot"})");
    Step(R"({"at": "4.07s", "node": "src", "do": "boot"})"); // does nothing
    // 21 packets from 1.0 s, and the other 79 of its 100 from 4.05 s on
    Expect(R"({"records": {"match": {"kind": "packet-tx", "op": "data"}, "count": 100}})");
    Expect(R"({"records": {"match": {"kind": "packet-tx", "op": "data"},
               "between": ["3.05s", "4.05s"], "count": 1}})");
    Expect(R"({"stream": {"node": "h", "group": "239.1.1.1", "received": 100,
               "longest-gap": "1.05s"}})");
    Expect(R"({"unaccounted": 0})");
    EXPECT_EQ(Run(m_scenario), ALL_MET);
}

/// Agents whose time comes while the node is down, or is over when it boots, do not start.
TEST_F(ScenarioTraffic, ABootStartsWhatWouldRunByNow)
{
    m_scenario["nodes"]["r"]["protocols"] = Json::parse(R"({
        "early": {"id": 2, "interfaces": ["lan"], "start": "1s", "stop": "4s"},
        "pim": {"id": 4, "interfaces": ["wan"], "start": "3.5s"},
        "late": {"id": 5, "interfaces": ["lan"], "start": "6s"}
    })");
    Step(R"({"at": "3s", "node": "r", "do": "crash"})");
    Step(R"({"at": "5s", "node": "r", "do": "boot"})");
    const auto expectRegistrations = [this](const std::string& client, const std::string& times) {
        Expect(R"({"records": {"match": {"kind": "call", "op": "RegisterMProtocol", "client": ")" +
               client + R"("}, "count": 1}})");
        Expect(R"({"records": {"match": {"kind": "call", "op": "RegisterMProtocol", "client": ")" +
               client + R"("}, "between": )" + times + R"(, "count": 1}})");
    };
    expectRegistrations("early", R"(["1s", "1s"])");
    expectRegistrations("pim", R"(["5s", "5s"])");
    expectRegistrations("late", R"(["6s", "6s"])");
    Expect(R"({"records": {"match": {"kind": "event", "op": "crash", "node": "r"},
               "between": ["3s", "3s"], "count": 1}})");
    Expect(R"({"records": {"match": {"kind": "call"}, "between": ["3.000001s", "4.999999s"],
               "count": 0}})");
    Expect(R"({"owner": {"node": "r", "interface": "wan", "is": "pim"}})");
    Expect(R"({"owner": {"node": "r", "interface": "lan", "is": "late"}})");
    Expect(R"({"unaccounted": 0})");
    EXPECT_EQ(Run(m_scenario), ALL_MET);
}

/// A script tells by its calls how often it was started and stopped.
TEST_F(ScenarioTraffic, ABootAtTheStartOrStopOfAnAgentCountsOnce)
{
    m_scenario["nodes"]["r"]["protocols"] =
        Json::parse(R"({"pim": {"id": 4, "interfaces": ["wan"], "start": "3s", "stop": "6s"}})");
    Step(R"({"at": "2s", "node": "r", "do": "crash"})");
    Step(R"({"at": "3s", "node": "r", "do": "boot"})");
    Step(R"({"at": "6s", "node": "r", "do": "crash"})");
    Step(R"({"at": "6s", "node": "r", "do": "boot"})");
    Expect(R"({"records": {"match": {"kind": "call", "op": "RegisterMProtocol", "client": "pim"},
               "count": 1}})");
    Expect(R"({"records": {"match": {"kind": "call", "client": "pim"}, "between": ["6s", "20s"],
               "count": 0}})");
    Expect(R"({"records": {"match": {"kind": "event", "op": "crash", "node": "r"}, "count": 2}})");
    EXPECT_EQ(Run(m_scenario), ALL_MET);
}

/// A packet of 130 bytes with its PPP header takes 130 ms at 8 kbps, and one comes each 100 ms. At
/// 10.95 s the line has sent 76 of 100: one is being sent and 23 wait, some of them for 2 s.
TEST_F(ScenarioTraffic, WhatASlowLinkHasNotSentYetIsOnTheWay)
{
    m_scenario["links"]["wan"]["rate"] = "8kbps";
    m_scenario["stop"] = "10.95s";
    Expect(R"({"unaccounted": 0})");
    EXPECT_EQ(Run(m_scenario), ALL_MET);
    EXPECT_EQ(m_summary["packets"]["sent"], 100);
    EXPECT_EQ(m_summary["packets"]["delivered"], 76);
    EXPECT_EQ(m_summary["packets"]["on_the_way"], 24);
}

TEST_F(ScenarioTraffic, PacketsSentBeforeTheJoinAreNeitherOwedNorLost)
{
    m_scenario["links"]["wan"]["delay"] = "1s"; // ten packets are on the line
    m_scenario["steps"][0]["at"] = "3.05s";
    Expect(R"({"stream": {"node": "h", "group": "239.1.1.1", "sent": 79, "received": 79,
               "lost": 0}})");
    EXPECT_EQ(Run(m_scenario), ALL_MET);
    EXPECT_EQ(m_summary["streams"][0]["before_join"], 10);
}

TEST_F(ScenarioTraffic, WideNumbersStayApart)
{
    m_scenario["nodes"]["a-receiver-with-a-long-name"] = m_scenario["nodes"]["h"];
    m_scenario["nodes"].erase("h");
    m_scenario["steps"] = Json::array();
    Step(R"({"at": "500ms", "node": "a-receiver-with-a-long-name", "do": "join",
             "interface": "lan", "group": "239.1.1.1"})");
    m_scenario["links"]["wan"]["delay"] = "100000s";
    m_scenario["stop"] = "200000s";
    EXPECT_EQ(Run(m_scenario), ALL_MET);
    EXPECT_NE(m_report.find("  a-receiver-with-a-long-name (10.0.0.1,239.1.1.1)"),
              std::string::npos);
    EXPECT_NE(m_report.find(" 100000500.118  100.000 100000000.118\n"), std::string::npos);
}

TEST_F(ScenarioTraffic, BooleanAttributesCanBeSet)
{
    for (const bool value : {true, false})
    {
        m_scenario["nodes"]["r"]["manager"] = {{"WrongIfAlerts", value}};
        const auto path = WriteScenario(m_directory / "s.json", m_scenario);
        const auto attributes = ReadScenario(path).nodes[1].manager;
        ASSERT_EQ(attributes.size(), 1U);
        const auto read = DynamicCast<const BooleanValue>(attributes[0].second);
        ASSERT_TRUE(read);
        EXPECT_EQ(read->Get(), value);
    }
}

/// A link that is down stays down when its node boots.
TEST_F(ScenarioTraffic, ABootDoesNotMendALink)
{
    Step(R"({"at": "2.05s", "link": "lan", "do": "down"})");
    Step(R"({"at": "3.05s", "node": "r", "do": "crash"})");
    Step(R"({"at": "4.05s", "node": "r", "do": "boot"})");
    Expect(R"({"records": {"match": {"kind": "forward", "op": "data"},
               "between": ["2.05s", "20s"], "count": 0}})");
    Expect(R"({"unaccounted": 0})");
    EXPECT_EQ(Run(m_scenario), ALL_MET);
}

TEST_F(ScenarioTraffic, PoissonTrafficIsAFunctionOfSeedAndRun)
{
    m_scenario["traffic"][0]["interval"] = {{"exponential", "50ms"}};
    m_scenario["traffic"][0]["on"] = {{"uniform", {"1s", "2s"}}};
    m_scenario["traffic"][0]["off"] = "500ms";
    EXPECT_EQ(Run(m_scenario, "first"), ALL_MET);
    EXPECT_EQ(Run(m_scenario, "second"), ALL_MET);
    const auto first = ReadWholeFile(m_directory / "first/trace.csv");
    EXPECT_GT(first.size(), 1000U);
    EXPECT_EQ(first, ReadWholeFile(m_directory / "second/trace.csv"));
    EXPECT_EQ(ReadWholeFile(m_directory / "first/summary.json"),
              ReadWholeFile(m_directory / "second/summary.json"));
    m_scenario["run"] = 2;
    EXPECT_EQ(Run(m_scenario, "third"), ALL_MET);
    EXPECT_NE(first, ReadWholeFile(m_directory / "third/trace.csv"));
}

} // namespace

} // namespace mgm
} // namespace ns3
