/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "base/mgm-input-error.h"
#include "mgm-scenario-file.h"
#include "mgm-test-fixture.h"
#include "scenario/mgm-scenario-reader.h"
#include "scenario/mgm-scenario-runner.h"

#include <filesystem>
#include <set>
#include <sstream>

namespace ns3
{
namespace mgm
{

namespace
{

using Json = nlohmann::ordered_json;

/// One router with IGMP, a protocol that takes the LAN at 2 s, and a host that joins at 1 s.
Json
MakeScenario(const Json& expectation)
{
    auto scenario = Json::parse(R"({
      "name": "test",
      "stop": "20s",
      "links": {"lan": {"type": "csma", "subnet": "10.1.1.0/24"}},
      "nodes": {
        "r": {
          "interfaces": {"lan": "10.1.1.1"},
          "igmp-router": {},
          "protocols": {"pim": {"id": 4, "start": "2s"}}
        },
        "h": {"interfaces": {"lan": "10.1.1.2"}, "igmp-host": {}}
      },
      "steps": [{"at": "1s", "node": "h", "do": "join", "interface": "lan", "group": "239.1.1.1"}]
    })");
    scenario["expect"] = Json::array({expectation});
    return scenario;
}

class ScenarioRunner : public MgmTest
{
  protected:
    /// Runs a scenario with an expectation. Returns what it failed with, without the place.
    std::string Run(const std::string& expectation)
    {
        const auto path =
            WriteScenario(m_directory / "s.json", MakeScenario(Json::parse(expectation)));
        std::ostream nowhere(nullptr);
        const auto failures =
            RunScenario(ReadScenario(path), {m_directory / "out", {}, false}, nowhere);
        if (failures.empty())
        {
            return "";
        }
        return failures.front().substr(failures.front().find(": ") + 2);
    }

    TemporaryDirectory m_directory; ///< where files go
};

TEST_F(ScenarioRunner, CountsRecords)
{
    EXPECT_EQ(Run(R"({"records": {"match": {"op": "ENABLE_IGMP", "kind": "callback"}}})"), "");
    EXPECT_EQ(Run(R"({"records": {"match": {"op": "ENABLE_IGMP"}, "count": 1}})"), "")
        << "its return is not another one";
    EXPECT_EQ(Run(R"({"records": {"match": {"op": "LOCAL_LEAVE"}, "count": 0}})"), "");
    EXPECT_EQ(Run(R"({"records": {"match": {"op": "RPF"}}})"),
              "/expect/0: found 0 records, expected at least 1 record with op RPF");
    EXPECT_EQ(
        Run(R"({"records": {"match": {"op": "LOCAL_JOIN", "kind": "callback"}, "count": 2}})"),
        "/expect/0: found 1 record, expected 2 records with op LOCAL_JOIN, kind callback");
    EXPECT_EQ(Run(R"({"records": {"match": {"op": "JOIN_ALERT"}, "at-least": 3, "at-most": 5}})"),
              "/expect/0: found 0 records, expected 3 to 5 records with op JOIN_ALERT");
}

TEST_F(ScenarioRunner, CountsRecordsInAnInterval)
{
    const std::string join = R"({"records": {"match": {"op": "LOCAL_JOIN", "kind": "callback"}, )";
    EXPECT_EQ(Run(join + R"("between": ["2s", "2s"], "count": 1}})"), "");
    EXPECT_EQ(Run(join + R"("between": ["2.000000001s", "20s"], "count": 0}})"), "");
    EXPECT_EQ(Run(join + R"("between": ["0s", "1.999999999s"], "count": 0}})"), "");
}

TEST_F(ScenarioRunner, MatchesNodesInterfacesAndClientsByName)
{
    const std::string match = R"({"records": {"match": {"op": "DISABLE_IGMP", )";
    EXPECT_EQ(Run(match + R"("node": "r", "interface": "lan", "client": "igmp"}}})"), "");
    EXPECT_NE(Run(match + R"("node": "h"}}})"), "");
    EXPECT_NE(Run(match + R"("client": "pim"}}})"), "");
    EXPECT_NE(Run(match + R"("group": "239.1.1.1"}}})"), "");
}

TEST_F(ScenarioRunner, ChecksOrder)
{
    EXPECT_EQ(Run(R"({"order": [{"op": "DISABLE_IGMP"}, {"op": "owner"}, {"op": "ENABLE_IGMP"}]})"),
              "");
    EXPECT_EQ(
        Run(R"({"order": [{"op": "ENABLE_IGMP"}, {"op": "DISABLE_IGMP"}]})"),
        "/expect/0: found the first 1 of 2 records, the last at 2 s, expected then one with op "
        "DISABLE_IGMP");
    EXPECT_EQ(Run(R"({"order": [{"op": "RPF"}, {"op": "DISABLE_IGMP"}]})"),
              "/expect/0: found the first 0 of 2 records, expected then one with op RPF");
}

TEST_F(ScenarioRunner, ChecksOwners)
{
    const std::string owner = R"({"owner": {"node": "r", "interface": "lan", )";
    EXPECT_EQ(Run(owner + R"("is": "pim"}})"), "");
    EXPECT_EQ(Run(owner + R"("is": "igmp", "at": "1.5s"}})"), "");
    EXPECT_EQ(Run(owner + R"("is": "igmp"}})"), "/expect/0: found owner pim, expected owner igmp");
    EXPECT_EQ(Run(owner + R"("is": null}})"), "/expect/0: found owner pim, expected no owner");
    EXPECT_EQ(Run(owner + R"("is": "pim", "at": "30s"}})"),
              "/expect/0: found the end of the run before, expected a look at 30 s");
}

TEST_F(ScenarioRunner, ChecksWhatProtocolsKnow)
{
    const std::string known = R"({"known": {"node": "r", "protocol": "pim", )";
    EXPECT_EQ(Run(known + R"("groups": ["239.1.1.1"]}})"), "");
    EXPECT_EQ(Run(known + R"("groups": [], "at": "1s"}})"), "");
    EXPECT_EQ(Run(known + R"("groups": ["*", {"source": "10.9.9.9", "group": "232.1.1.1"}]}})"),
              "/expect/0: found (*,239.1.1.1), expected (*,*) (10.9.9.9,232.1.1.1)");
}

TEST_F(ScenarioRunner, ChecksMembers)
{
    const std::string members = R"({"members": {"node": "r", "interface": "lan", )";
    EXPECT_EQ(Run(members + R"("groups": ["239.1.1.1"]}})"), "");
    EXPECT_EQ(Run(members + R"("groups": []}})"),
              "/expect/0: found (*,239.1.1.1), expected no groups");
}

TEST_F(ScenarioRunner, CountsViolations)
{
    EXPECT_EQ(Run(R"({"violations": 0})"), "");
    EXPECT_EQ(Run(R"({"violations": 1})"),
              "/expect/0: found 0 records, expected 1 record with kind violation");
}

TEST_F(ScenarioRunner, WritesTheFilesThatAreAskedFor)
{
    const auto scenario = ReadScenario(ShippedScenario("startup"));
    std::ostream nowhere(nullptr);
    RunScenario(scenario, {m_directory / "out", {TraceFormat::CSV}, true}, nowhere);
    std::set<std::string> names;
    for (const auto& entry : std::filesystem::directory_iterator(m_directory / "out"))
    {
        names.insert(entry.path().filename().string());
    }
    EXPECT_EQ(names,
              (std::set<std::string>{"trace.csv",
                                     "summary.json",
                                     "r1-lan1.pcap",
                                     "r1-lan2.pcap",
                                     "r1-wan.pcap",
                                     "r2-wan.pcap",
                                     "h1-lan1.pcap",
                                     "h2-lan1.pcap",
                                     "h3-lan2.pcap"}));
    const auto summary = Json::parse(ReadWholeFile(m_directory / "out/summary.json"));
    EXPECT_EQ(summary["scenario"], "startup");
    EXPECT_EQ(summary["violations"], 0);
    EXPECT_EQ(summary["expectations"].size(), scenario.expectations.size());
    EXPECT_EQ(summary["nodes"]["r1"]["interfaces"]["lan1"]["owner"], "pim");
    EXPECT_EQ(summary["files"].size(), names.size());
}

/// A run leaves nothing behind in the simulator that another run would see (I10).
TEST_F(ScenarioRunner, I10_TwoRunsInOneProcessAreEqual)
{
    const std::vector<TraceFormat> formats{TraceFormat::JSONL};
    std::ostringstream reports[2];
    for (const int i : {0, 1})
    {
        const auto scenario = ReadScenario(ShippedScenario("contention"));
        RunScenario(scenario, {m_directory / std::to_string(i), formats, true}, reports[i]);
    }
    for (const auto* name : {"trace.jsonl", "r1-lan1.pcap", "summary.json"})
    {
        EXPECT_EQ(ReadWholeFile(m_directory / ("0/" + std::string(name))),
                  ReadWholeFile(m_directory / ("1/" + std::string(name))));
    }
}

TEST_F(ScenarioRunner, TheFirstScenarioOfTheDocumentationRuns)
{
    const std::string fence = "```json\n";
    const auto text = ReadWholeFile(MGM_SOURCE_DIR "/doc/scenarios.md");
    const auto start = text.find(fence) + fence.size();
    const auto path = m_directory / "first.json";
    std::ofstream(path) << text.substr(start, text.find("```", start) - start);
    std::ostream nowhere(nullptr);
    EXPECT_TRUE(RunScenario(ReadScenario(path), {m_directory / "out", {}, false}, nowhere).empty());
}

TEST_F(ScenarioRunner, RefusesADirectoryThatCannotBeMade)
{
    const auto path = WriteScenario(m_directory / "s.json", MakeScenario({{"violations", 0}}));
    std::ostream nowhere(nullptr);
    EXPECT_THROW(RunScenario(ReadScenario(path), {path + "/out", {}, false}, nowhere), InputError);
}

TEST_F(ScenarioRunner, RefusesFilesThatCannotBeWritten)
{
    const auto path = WriteScenario(m_directory / "s.json", MakeScenario({{"violations", 0}}));
    std::filesystem::create_directories(m_directory / "out/trace.csv");
    std::filesystem::create_directories(m_directory / "out/r-lan.pcap");
    std::ostream nowhere(nullptr);
    const auto scenario = ReadScenario(path);
    EXPECT_THROW(RunScenario(scenario, {m_directory / "out", {TraceFormat::CSV}, false}, nowhere),
                 InputError);
    EXPECT_THROW(RunScenario(scenario, {m_directory / "out", {}, true}, nowhere), InputError);
    EXPECT_TRUE(RunScenario(scenario, {m_directory / "out", {}, false}, nowhere).empty());
}

} // namespace

} // namespace mgm
} // namespace ns3
