/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "explore/mgm-exploration.h"
#include "explore/mgm-schedule.h"
#include "mgm-explore-scenario.h"
#include "mgm-test-fixture.h"
#include "tools/scenario/mgm-scenario-run.h"

namespace ns3
{
namespace mgm
{

namespace
{

/// A router with a protocol of a class that moves, and a host that joins at some time.
TestJson
MovingScenario()
{
    auto scenario = RouterScenario({{"mine", {{"type", "written::Protocol"}, {"moves", true}}}});
    scenario["nodes"]["r1"]["igmp-router"] = TestJson::object();
    scenario["nodes"]["h1"] = {{"interfaces", {{"lan1", "10.1.1.2"}}},
                               {"igmp-host", TestJson::object()}};
    scenario["steps"].push_back({{"at", "1s"},
                                 {"moves", true},
                                 {"node", "h1"},
                                 {"do", "join"},
                                 {"interface", "lan1"},
                                 {"group", "239.1.1.1"}});
    return scenario;
}

class OwnProtocolMoves : public ScenarioRun
{
};

TEST_F(OwnProtocolMoves, TheStepsOfItsStartUp)
{
    std::vector<std::string> labels;
    for (const auto& step : GetMovedSteps(ReadJson(MovingScenario())))
    {
        labels.push_back(step.label);
    }
    EXPECT_EQ(labels,
              (std::vector<std::string>{"r1/mine register",
                                        "r1/mine query",
                                        "r1/mine take",
                                        "r1/mine enumerate",
                                        "h1 join lan1 239.1.1.1"}));
}

TEST_F(OwnProtocolMoves, TheStartUpOfPimDenseMode)
{
    auto json = MovingScenario();
    json["nodes"]["r1"].erase("protocols");
    json["nodes"]["r1"]["pim-dm"] = {{"name", "dense"}, {"moves", true}};
    std::vector<std::string> labels;
    for (const auto& step : GetMovedSteps(ReadJson(json)))
    {
        labels.push_back(step.label);
    }
    EXPECT_EQ(labels,
              (std::vector<std::string>{"r1/dense register",
                                        "r1/dense query",
                                        "r1/dense take",
                                        "r1/dense enumerate",
                                        "h1 join lan1 239.1.1.1"}));
    const auto result = Explore(ReadJson(json), {});
    EXPECT_EQ(result.explored, 5U);
    EXPECT_TRUE(result.faults.empty());
}

TEST_F(OwnProtocolMoves, InAllOrders)
{
    const auto result = Explore(ReadJson(MovingScenario()), {});
    EXPECT_EQ(result.orders, 5);
    EXPECT_EQ(result.explored, 5U);
    EXPECT_EQ(result.noReduction, "the trace need not show all that written::Protocol does");
    EXPECT_TRUE(result.faults.empty());
}

TEST_F(OwnProtocolMoves, ACallIsMadeWhenItsTurnComes)
{
    auto json = MovingScenario();
    json["expect"] = TestJson::parse(R"([
        {"records": {"match": {"op": "RegisterMProtocol", "client": "mine", "kind": "call"},
                     "between": ["1s", "1s"], "count": 1}},
        {"records": {"match": {"op": "GetProtocolOnInterface", "kind": "call"},
                     "between": ["1.1s", "1.1s"], "count": 2}},
        {"records": {"match": {"op": "TakeInterfaceOwnership", "client": "mine", "kind": "call"},
                     "between": ["1.3s", "1.3s"], "count": 2}},
        {"records": {"match": {"op": "GroupEnumerationStart", "kind": "call"},
                     "between": ["1.4s", "1.4s"], "count": 1}},
        {"records": {"match": {"client": "mine", "kind": "call"}, "between": ["1.11s", "1.29s"],
                     "count": 0}}])");
    const auto scenario = ReadJson(json);
    const Schedule schedule{{"r1/mine register",
                             "r1/mine query",
                             "h1 join lan1 239.1.1.1",
                             "r1/mine take",
                             "r1/mine enumerate"},
                            {}};
    std::ostringstream report;
    EXPECT_EQ(RunScenario(ApplySchedule(scenario, schedule, "here"),
                          {m_directory / "out", {}, false},
                          report),
              ALL_MET);
}

} // namespace

} // namespace mgm
} // namespace ns3
