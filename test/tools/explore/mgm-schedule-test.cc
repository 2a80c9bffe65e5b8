/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "base/mgm-input-error.h"
#include "explore/mgm-schedule.h"
#include "mgm-explore-scenario.h"

#include <gtest/gtest.h>

using namespace ns3::mgm;

namespace
{

/// A scenario in which two protocols and a step move.
TestJson
TwoProtocols()
{
    auto json =
        RouterScenario({{"pim", MovingProtocol(4, {"register", "take"}, {"lan1"})},
                        {"dvmrp", MovingProtocol(2, {"register", "take"}, {"lan1", "lan2"})}});
    json["steps"].push_back({{"at", "3s"}, {"link", "lan1"}, {"do", "down"}, {"moves", true}});
    return json;
}

std::vector<std::string>
GetLabels(const Scenario& scenario)
{
    std::vector<std::string> labels;
    for (const auto& step : GetMovedSteps(scenario))
    {
        labels.push_back(step.label);
    }
    return labels;
}

/// The message about a schedule that does not fit.
std::string
MessageOf(const Schedule& schedule)
{
    try
    {
        ApplySchedule(ReadJson(TwoProtocols()), schedule, "x");
    }
    catch (const InputError& error)
    {
        return error.what();
    }
    return "";
}

TEST(ScheduleTest, NamesTheStepsInTheirOwnOrder)
{
    EXPECT_EQ(GetLabels(ReadJson(TwoProtocols())),
              (std::vector<std::string>{"r1/pim register",
                                        "r1/pim take",
                                        "r1/dvmrp register",
                                        "r1/dvmrp take",
                                        "lan1 down"}));
}

TEST(ScheduleTest, NamesTheStepsOfNodesAndAgents)
{
    auto json = RouterScenario({{"pim", MovingProtocol(4, {"register"}, {"lan1"})}});
    json["nodes"]["r1"]["igmp-router"] = TestJson::object();
    for (const auto* step :
         {R"({"node": "r1", "do": "start-manager"})",
          R"({"node": "r1", "do": "set-address", "interface": "lan1", "address": "10.1.1.9"})",
          R"({"node": "r1", "protocol": "igmp", "do": "set-version", "interface": "lan1",
              "version": 2})",
          R"({"node": "r1", "do": "send", "interface": "lan1", "destination": "224.0.0.2",
              "octets": "17"})"})
    {
        json["steps"].push_back(TestJson::parse(step));
        json["steps"].back()["at"] = "3s";
        json["steps"].back()["moves"] = true;
    }
    const auto scenario = ReadJson(json);
    EXPECT_EQ(GetLabels(scenario),
              (std::vector<std::string>{"r1/pim register",
                                        "r1 start-manager",
                                        "r1 set-address lan1 10.1.1.9",
                                        "r1/igmp set-version lan1 2",
                                        "r1 send lan1 224.0.0.2 17"}));
    const auto steps = GetMovedSteps(scenario);
    EXPECT_EQ(steps[1].thread, steps[2].thread) << "what one node does keeps its order";
    EXPECT_NE(steps[1].thread, steps[3].thread);
}

TEST(ScheduleTest, SplitsStepsIntoCalls)
{
    auto json = TwoProtocols();
    json["explore"]["calls"] = true;
    EXPECT_EQ(GetLabels(ReadJson(json)),
              (std::vector<std::string>{"r1/pim register",
                                        "r1/pim take lan1",
                                        "r1/dvmrp register",
                                        "r1/dvmrp take lan1",
                                        "r1/dvmrp take lan2",
                                        "lan1 down"}));
}

TEST(ScheduleTest, TellsEqualStepsApart)
{
    const auto json = RouterScenario(
        {{"pim", MovingProtocol(4, {"register", "enumerate", "enumerate"}, {"lan1"})}});
    EXPECT_EQ(GetLabels(ReadJson(json)).back(), "r1/pim enumerate #2");
}

TEST(ScheduleTest, SurvivesAFile)
{
    const auto scenario = ReadJson(TwoProtocols());
    const TemporaryDirectory directory;
    const Schedule schedule{{"lan1 down", "r1/pim register"}, {2, 0, 1}};
    const auto path = WriteScenario(directory / "x.json", ToJson(schedule, scenario));
    const auto read = ReadSchedule(path, scenario);
    EXPECT_EQ(read.order, schedule.order);
    EXPECT_EQ(read.choices, schedule.choices);
}

TEST(ScheduleTest, BelongsToOneScenario)
{
    const auto scenario = ReadJson(TwoProtocols());
    const TemporaryDirectory directory;
    const auto path = WriteScenario(directory / "x.json", ToJson({{"lan1 down"}, {}}, scenario));
    auto other = TwoProtocols();
    other["stop"] = "6s";
    EXPECT_THROW(ReadSchedule(path, ReadJson(other)), InputError);
    auto otherSeed = TwoProtocols();
    otherSeed["seed"] = 2;
    EXPECT_THROW(ReadSchedule(path, ReadJson(otherSeed)), InputError);
}

TEST(ScheduleTest, MakesTheStepsInItsOrder)
{
    const auto scenario =
        ApplySchedule(ReadJson(TwoProtocols()), {{"r1/dvmrp register", "lan1 down"}, {}}, "x");
    ASSERT_EQ(scenario.chain.size(), 2U);
    EXPECT_EQ(scenario.chain[0].text, "dvmrp register");
    EXPECT_EQ(scenario.chain[1].text, "lan1 down");
    EXPECT_TRUE(scenario.steps.empty());
    EXPECT_TRUE(scenario.nodes[0].protocols[0].startsByStep);
}

TEST(ScheduleTest, RefusesWhatDoesNotFit)
{
    EXPECT_EQ(MessageOf({{"lan1 up"}, {}}),
              "x: found \"lan1 up\", expected a step that moves: \"r1/pim register\", "
              "\"r1/pim take\", \"r1/dvmrp register\", \"r1/dvmrp take\", \"lan1 down\"");
    const std::string rule = ", expected each once, and the steps of one client in its own order";
    EXPECT_EQ(MessageOf({{"lan1 down", "lan1 down"}, {}}),
              "x: found \"lan1 down\" behind \"lan1 down\"" + rule);
    EXPECT_EQ(MessageOf({{"r1/pim take", "r1/pim register"}, {}}),
              "x: found \"r1/pim register\" behind \"r1/pim take\"" + rule);
}

} // namespace
