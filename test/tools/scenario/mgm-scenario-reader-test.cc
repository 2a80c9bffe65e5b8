/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "base/mgm-input-error.h"
#include "json/mgm-json-document.h"
#include "mgm-scenario-file.h"
#include "mgm-test-fixture.h"
#include "scenario/mgm-scenario-reader.h"
#include "scenario/mgm-scenario-schema.h"

#include "ns3/mgm-multicast-group-manager.h"
#include "ns3/mgm-status.h"
#include "ns3/mgm-time-variable.h"
#include "ns3/mgm-trace-column.h"

#include <algorithm>
#include <string>
#include <vector>

namespace ns3
{
namespace mgm
{

namespace
{

const auto NOWHERE = Ipv4Address::GetZero();

class ScenarioReader : public MgmTest
{
};

TEST_F(ScenarioReader, ReadsLinksAndNodesInOrder)
{
    const auto scenario = ReadScenario(ShippedScenario("startup"));
    EXPECT_EQ(scenario.name, "startup");
    EXPECT_EQ(scenario.stop, Seconds(60));
    ASSERT_EQ(scenario.links.size(), 3U);
    EXPECT_EQ(scenario.links[0].name, "lan1");
    EXPECT_EQ(scenario.links[0].network, Ipv4Address("10.1.1.0"));
    EXPECT_EQ(scenario.links[0].mask, Ipv4Mask("/24"));
    EXPECT_EQ(scenario.links[2].type, LinkSpec::Type::POINT_TO_POINT);
    EXPECT_EQ(scenario.links[2].rate, DataRate("10Mbps"));
    EXPECT_EQ(scenario.links[2].delay, MilliSeconds(5));
    ASSERT_EQ(scenario.nodes.size(), 5U);
    const auto& router = scenario.nodes[0];
    EXPECT_EQ(router.name, "r1");
    ASSERT_EQ(router.interfaces.size(), 3U);
    EXPECT_EQ(router.interfaces[2].link, 2U);
    EXPECT_EQ(router.interfaces[2].address, Ipv4Address("10.0.0.1"));
}

TEST_F(ScenarioReader, ReadsAgents)
{
    const auto scenario = ReadScenario(ShippedScenario("startup"));
    const auto& router = scenario.nodes[0];
    EXPECT_TRUE(router.hasManager);
    ASSERT_TRUE(router.igmpRouter);
    const auto& served = router.igmpRouter->interfaces;
    ASSERT_EQ(served.size(), 2U);
    EXPECT_EQ(served[0].index, 1U);
    EXPECT_EQ(served[0].version, 3);
    EXPECT_EQ(served[1].index, 2U);
    EXPECT_EQ(served[1].version, 2);
    ASSERT_EQ(router.protocols.size(), 1U);
    EXPECT_EQ(router.protocols[0].name, "pim");
    EXPECT_EQ(router.protocols[0].id, (ClientId{4, 1}));
    EXPECT_EQ(DrawTime(router.protocols[0].start), Seconds(10));
    EXPECT_EQ(router.protocols[0].interfaces, (std::vector<InterfaceId>{{1}, {3}}));
    EXPECT_FALSE(scenario.nodes[1].hasManager);
    ASSERT_TRUE(scenario.nodes[4].igmpHost);
    EXPECT_EQ(scenario.nodes[4].igmpHost->version, 2);
}

TEST_F(ScenarioReader, AProtocolIsPimLikeUnlessItHasAScript)
{
    const auto scenario = ReadScenario(ShippedScenario("contention"));
    const auto& pim = scenario.nodes[0].protocols[0].script;
    EXPECT_EQ(pim.startUp.size(), Script::PimLike().startUp.size());
    const auto& dvmrp = scenario.nodes[0].protocols[1].script;
    ASSERT_EQ(dvmrp.startUp.size(), 4U);
    EXPECT_EQ(dvmrp.startUp[2].verb, ScriptVerb::TAKE);
    EXPECT_EQ(dvmrp.startUp[2].retry, Seconds(1));
    EXPECT_TRUE(dvmrp.startUp[3].delay);
    EXPECT_EQ(dvmrp.At(ScriptTrigger::LOCAL_JOIN).size(), 1U);
}

TEST_F(ScenarioReader, AScriptCanExtendTheDefaultOne)
{
    const std::string pim = "/nodes/r1/protocols/pim";
    const auto scenario = ReadScenario(
        ShippedScenario("startup"),
        {{pim + "/script", R"([{"do": "query"}])", ""},
         {pim + "/shutdown", R"([{"do": "fail"}])", ""},
         {pim + "/on", R"({"LOCAL_JOIN": [{"do": "query"}], "RPF": [{"do": "fail"}]})", ""},
         {pim + "/extend", "true", ""}});
    const auto verbs = [](const std::vector<ScriptStep>& steps) {
        std::string text;
        for (const auto& step : steps)
        {
            text += std::string(ToString(step.verb)) + ' ';
        }
        return text;
    };
    const auto& script = scenario.nodes[0].protocols[0].script;
    EXPECT_EQ(verbs(script.startUp), "register query take enumerate query ");
    EXPECT_EQ(verbs(script.shutDown), "fail release deregister ");
    EXPECT_EQ(verbs(script.At(ScriptTrigger::LOCAL_JOIN)), "add query ");
    EXPECT_EQ(verbs(script.At(ScriptTrigger::LOCAL_LEAVE)), "delete ");
    EXPECT_EQ(verbs(script.At(ScriptTrigger::RPF)), "fail ");
}

TEST_F(ScenarioReader, AnEmptySetOfReactionsIsEmpty)
{
    const auto scenario = ReadScenario(ShippedScenario("wrong-order"));
    const auto& script = scenario.nodes[0].protocols[0].script;
    for (const auto& reaction : script.reactions)
    {
        EXPECT_TRUE(reaction.empty());
    }
}

TEST_F(ScenarioReader, ReadsSteps)
{
    const auto scenario = ReadScenario(ShippedScenario("startup"));
    ASSERT_EQ(scenario.steps.size(), 5U);
    const auto& join = std::get<HostStep>(scenario.steps[0].action);
    EXPECT_EQ(scenario.steps[0].node, 2U);
    EXPECT_EQ(join.group, Ipv4Address("239.1.1.1"));
    EXPECT_EQ(join.mode, FilterMode::EXCLUDE);
    EXPECT_TRUE(join.sources.IsEmpty());
    const auto& filter = std::get<HostStep>(scenario.steps[1].action);
    EXPECT_EQ(filter.mode, FilterMode::INCLUDE);
    EXPECT_TRUE(filter.sources.Contains(Ipv4Address("10.0.0.2")));
    const auto& leave = std::get<HostStep>(scenario.steps[4].action);
    EXPECT_EQ(leave.mode, FilterMode::INCLUDE);
    EXPECT_TRUE(leave.sources.IsEmpty());
}

TEST_F(ScenarioReader, ChangesAreMadeBeforeAnythingIsChecked)
{
    const auto scenario = ReadScenario(ShippedScenario("startup"),
                                       {{"/stop", "5s", "--stop 5s"}, {"/seed", "7", "--seed 7"}});
    EXPECT_EQ(scenario.stop, Seconds(5));
    EXPECT_EQ(scenario.seed, 7U);
    EXPECT_EQ(scenario.run, 1U);
    EXPECT_EQ(scenario.command, "mgm run startup --stop 5s --seed 7");
}

TEST_F(ScenarioReader, AChangeMakesTheObjectsOnItsWay)
{
    const auto scenario =
        ReadScenario(ShippedScenario("startup"),
                     {{"/nodes/r1/igmp-router/attributes/RobustnessVariable", "3", "--set"},
                      {"/nodes/r1/manager/AlertOrder", "reverse", "--set"}});
    EXPECT_EQ(scenario.nodes[0].name, "r1");
    EXPECT_EQ(scenario.nodes[0].igmpRouter->interfaceAttributes.at(0).first, "RobustnessVariable");
    EXPECT_EQ(scenario.nodes[0].manager.at(0).first, "AlertOrder");
}

TEST_F(ScenarioReader, TheDigestIsOfTheScenarioWithoutSeedAndRun)
{
    const auto path = ShippedScenario("startup");
    const auto digest = ReadScenario(path).digest;
    EXPECT_EQ(digest.size(), 16U);
    EXPECT_EQ(ReadScenario(path, {{"/seed", "7", ""}, {"/run", "8", ""}}).digest, digest);
    EXPECT_NE(ReadScenario(path, {{"/stop", "7s", ""}}).digest, digest);
}

/// A capture is a part of the scenario: its packets and their times, and nothing else of the file.
TEST_F(ScenarioReader, TheDigestIsOfTheCapturesThatAreReplayed)
{
    constexpr std::size_t RECORD_TYPE_OF_FIRST = 86; // behind headers of packet, Ethernet, IP, IGMP
    constexpr std::size_t PACKET_SIZE = 80; // of each, with its header, which tells its time
    const std::string folder = MGM_SOURCE_DIR "/test/scenarios/good/";
    const auto capture = ReadWholeFile(folder + "replayed-capture.pcap");
    const auto scenario = ReadWholeFile(folder + "replayed-capture.json");
    const TemporaryDirectory directory;
    const auto path = WriteScenario(directory / "s.json", Json::parse(scenario));
    const auto digestWith = [&](std::size_t octet, char added) {
        auto changed = capture;
        changed.at(octet) = static_cast<char>(changed.at(octet) + added);
        std::ofstream(directory / "replayed-capture.pcap", std::ios::binary) << changed;
        return ReadScenario(path).digest;
    };
    const auto digest = ReadScenario(folder + "replayed-capture.json").digest;
    EXPECT_EQ(digestWith(0, 0), digest);
    EXPECT_NE(digestWith(RECORD_TYPE_OF_FIRST, 1), digest);
    EXPECT_NE(digestWith(capture.size() - PACKET_SIZE, 1), digest);
    EXPECT_EQ(digestWith(capture.size() - 1, 1), digest)
        << "a checksum of Ethernet is not replayed";
}

TEST_F(ScenarioReader, WhatIsAfterTheEndGetsAWarning)
{
    EXPECT_TRUE(ReadScenario(ShippedScenario("startup")).warnings.empty());
    const std::vector<ScenarioChange> late{
        {"/stop", "20s", "--stop 20s"},
        {"/nodes/r1/igmp-router/start", "21s", "a"},
        {"/nodes/r1/protocols/pim/start", R"({"uniform": ["22s", "23s"]})", "b"},
        {"/nodes/r1/protocols/pim/shutdown", R"([{"do": "release", "at": "24s"}])", "c"},
        {"/traffic",
         R"([{"node": "r2", "interface": "wan", "group": "239.1.1.1", "interval": "1s",
              "start": "25s"}])",
         "d"},
        {"/steps", "[]", "e"},
        {"/steps/-", R"({"at": "20s", "link": "wan", "do": "down"})", "f"},
        {"/steps/-", R"({"at": "26s", "link": "wan", "do": "down"})", "g"},
        {"/steps/-", R"({"at": {"exponential": "99s"}, "link": "wan", "do": "down"})", "h"},
        {"/expect", "[]", "i"},
        {"/expect/-",
         R"({"owner": {"node": "r1", "interface": "wan", "is": null, "at": "27s"}})",
         "j"},
        {"/expect/-", R"({"records": {"match": {"op": "RPF"}, "between": ["28s", "29s"]}})", "k"}};
    const std::vector<std::string> expected{
        R"(a: /nodes/r1/igmp-router/start: warning: found "21s", which is after 20s, the end of the simulation)",
        R"(b: /nodes/r1/protocols/pim/start: warning: found an object, which is after 20s, the end of the simulation)",
        R"(c: /nodes/r1/protocols/pim/shutdown/0/at: warning: found "24s", which is after 20s, the end of the simulation)",
        R"(d: /traffic/0/start: warning: found "25s", which is after 20s, the end of the simulation)",
        R"(e: /steps/1/at: warning: found "26s", which is after 20s, the end of the simulation)",
        R"(i: /expect/0/owner/at: warning: found "27s", which is after 20s, the end of the simulation)",
        R"(i: /expect/1/records/between/0: warning: found "28s", which is after 20s, the end of the simulation)"};
    const auto scenario = ReadScenario(ShippedScenario("startup"), late);
    std::vector<std::string> found;
    for (const auto& warning : scenario.warnings)
    {
        found.push_back(warning.text);
    }
    EXPECT_EQ(found, expected);
    EXPECT_EQ(scenario.warnings[2].pointer, "/nodes/r1/protocols/pim/shutdown/0/at");
}

/// All JSON pointers in a value.
void
ListPointers(const Json& value, const JsonPointer& path, std::vector<std::string>& pointers)
{
    for (const auto& [token, part] : value.items())
    {
        const auto pointer = value.is_array() ? path / std::stoul(token) : path / token;
        pointers.push_back(pointer.to_string());
        if (part.is_structured())
        {
            ListPointers(part, pointer, pointers);
        }
    }
}

/// Nothing that a value may be replaced with does more than make a message of one line.
TEST_F(ScenarioReader, EveryOddValueIsRefusedOrMakesSense)
{
    for (const auto* name : {"takeover-window", "contention"})
    {
        const auto path = ShippedScenario(name);
        std::vector<std::string> pointers;
        ListPointers(JsonDocument::Load(path).GetRoot(), JsonPointer(), pointers);
        for (const auto& pointer : pointers)
        {
            for (const auto* value : {"null", "[]", "-1", "\"*\""})
            {
                try
                {
                    ReadScenario(path, {{pointer, value, "--set"}});
                }
                catch (const InputError& error)
                {
                    const std::string message = error.what();
                    EXPECT_NE(message.find(": found "), std::string::npos) << message;
                    EXPECT_NE(message.find(", expected "), std::string::npos) << message;
                    EXPECT_EQ(message.find('\n'), std::string::npos) << message;
                }
            }
        }
    }
}

/// The elements of a list in the schema.
std::vector<std::string>
ListIn(const std::string& pointer)
{
    return Json::parse(GetScenarioSchema())
        .at(JsonPointer(pointer))
        .get<std::vector<std::string>>();
}

/// The names of an enumeration of the model.
template <typename Enum>
std::vector<std::string>
NamesOf(std::size_t count)
{
    std::vector<std::string> names;
    for (std::size_t i = 0; i < count; ++i)
    {
        names.emplace_back(ToString(static_cast<Enum>(i)));
    }
    return names;
}

TEST(ScenarioSchema, HasTheVerbsAndTriggersOfScripts)
{
    EXPECT_EQ(ListIn("/definitions/verb/enum"), NamesOf<ScriptVerb>(SCRIPT_VERB_COUNT));
    const auto reactions =
        Json::parse(GetScenarioSchema())
            .at(JsonPointer("/definitions/scriptedProtocol/properties/on/properties"));
    std::vector<std::string> triggers;
    for (const auto& reaction : reactions.items())
    {
        triggers.push_back(reaction.key());
    }
    EXPECT_EQ(triggers, NamesOf<ScriptTrigger>(SCRIPT_TRIGGER_COUNT));
}

TEST(ScenarioSchema, HasTheKindsOfRecords)
{
    const auto kinds = ListIn("/definitions/match/properties/kind/enum");
    EXPECT_EQ(kinds, NamesOf<TraceKind>(kinds.size()));
    EXPECT_EQ(ToString(static_cast<TraceKind>(kinds.size())), "unknown");
}

TEST(ScenarioSchema, HasTheResultsOfCalls)
{
    const auto names = ListIn("/definitions/match/properties/status/enum");
    std::size_t known = 0;
    for (uint32_t number = 0; number < 2000; ++number)
    {
        const std::string name(ToString(static_cast<Status>(number)));
        if (name != "unknown")
        {
            ++known;
            EXPECT_NE(std::find(names.begin(), names.end(), name), names.end()) << name;
        }
    }
    EXPECT_EQ(names.size(), known);
}

TEST(ScenarioSchema, IsTheFileInDoc)
{
    EXPECT_EQ(GetScenarioSchema(), ReadWholeFile(MGM_SOURCE_DIR "/doc/scenario.schema.json"));
}

} // namespace

} // namespace mgm
} // namespace ns3
