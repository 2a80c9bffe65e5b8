/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "base/mgm-input-error.h"
#include "explore/mgm-exploration-report.h"
#include "explore/mgm-explored-run.h"
#include "mgm-explore-scenario.h"

#include <gtest/gtest.h>
#include <sstream>

using namespace ns3::mgm;

namespace
{

Exploration
ExploreShipped(const std::string& name, const ExploreOptions& options = {})
{
    return Explore(ReadScenario(ShippedScenario(name)), options);
}

ExploreOptions
WithoutReduction()
{
    ExploreOptions options;
    options.reduces = false;
    return options;
}

/// What a report prints.
std::string
Print(const Scenario& scenario, const ExploreOptions& options)
{
    const auto result = Explore(scenario, options);
    std::ostringstream text;
    ExplorationReport(scenario, result, "out", "mgm run s.json").Print(text);
    return text.str();
}

TEST(ExplorationTest, CountsTheOrdersOfTheStartUp)
{
    ExploreOptions options;
    options.maxRuns = 40;
    const auto result = ExploreShipped("explore-startup", options);
    EXPECT_EQ(result.orders, 10080); // 9! / (3! 3! 1! 1! 1!)
    EXPECT_EQ(result.limit, "runs");
    EXPECT_LE(result.runs, 40U);
    EXPECT_EQ(result.explored + result.pruned + result.open, result.orders);
    EXPECT_TRUE(result.faults.empty());
}

TEST(ExplorationTest, StopsAtTheLimitOfTime)
{
    auto options = WithoutReduction();
    options.maxTime = std::chrono::milliseconds(300);
    const auto result = ExploreShipped("explore-startup", options);
    EXPECT_EQ(result.limit, "time");
    EXPECT_GT(result.open, 0);
    EXPECT_EQ(result.explored + result.open, result.orders);
}

TEST(ExplorationTest, RunsEachOrder)
{
    const auto scenario = ReadJson(
        RouterScenario({{"pim", MovingProtocol(4, {"register", "take", "enumerate"}, {"lan1"})},
                        {"dvmrp", MovingProtocol(2, {"register", "take"}, {"lan2"})}}));
    const auto result = Explore(scenario, WithoutReduction());
    EXPECT_EQ(result.orders, 10); // 5! / (3! 2!)
    EXPECT_EQ(result.explored, 10U);
    EXPECT_EQ(result.runs, 10U);
    EXPECT_EQ(result.pruned, 0);
    ASSERT_EQ(result.outcomes.size(), 1U);
    EXPECT_EQ(LabelsOf(result, result.outcomes[0].order),
              (std::vector<std::string>{"r1/pim register",
                                        "r1/pim take",
                                        "r1/pim enumerate",
                                        "r1/dvmrp register",
                                        "r1/dvmrp take"}));
}

TEST(ExplorationTest, REG_7_AManagerStartsBeforeOrAfterItsClients)
{
    auto json = RouterScenario({{"pim", MovingProtocol(4, {"register", "take"}, {"lan1"})}});
    json["steps"].push_back(
        {{"at", "3s"}, {"node", "r1"}, {"do", "start-manager"}, {"moves", true}});
    const auto result = Explore(ReadJson(json), {});
    EXPECT_EQ(result.orders, 3);
    EXPECT_EQ(OutcomesOf(result).size(), 2U) << "the protocol has the interface, or not";
}

TEST(ExplorationTest, PrunesOrdersThatCommute)
{
    // Only the two registrations matter to each other: which comes first leaves two orders.
    const auto scenario = ReadJson(
        RouterScenario({{"pim", MovingProtocol(4, {"register", "take", "enumerate"}, {"lan1"})},
                        {"dvmrp", MovingProtocol(2, {"register", "take"}, {"lan2"})}}));
    const auto result = Explore(scenario, {});
    EXPECT_EQ(result.explored, 2U);
    EXPECT_EQ(result.pruned, 8);
    EXPECT_TRUE(result.noReduction.empty());
}

TEST(ExplorationTest, FindsAnAddInsideEnable)
{
    const auto result = ExploreShipped("explore-add-in-enable", WithoutReduction());
    EXPECT_EQ(result.orders, 10);
    ASSERT_EQ(result.faults.size(), 2U);
    const auto& fault = result.faults[0];
    EXPECT_EQ(fault.name, "OWN-11 by r1/hasty: AddGroupMembershipEntry lan1");
    EXPECT_EQ(fault.count, 3U); // before "hasty take" come 0 or 1 steps of pim: 1 + 2 orders
    EXPECT_EQ(LabelsOf(result, fault.order),
              (std::vector<std::string>{"r1/pim register",
                                        "r1/hasty register",
                                        "r1/hasty take",
                                        "r1/pim take"}));
}

TEST(ExplorationTest, FindsAnEarlyEnumeration)
{
    const auto result = ExploreShipped("explore-early-enumeration");
    EXPECT_EQ(result.orders, 4);
    ASSERT_EQ(result.faults.size(), 1U);
    EXPECT_EQ(result.faults[0].name, "expectation /expect/1");
    EXPECT_EQ(result.faults[0].count, 3U);
    EXPECT_EQ(LabelsOf(result, result.faults[0].order),
              (std::vector<std::string>{"r1/early register",
                                        "r1/early enumerate",
                                        "h1 join lan1 239.1.1.1",
                                        "r1/early take"}));
}

TEST(ExplorationTest, FindsAnIgnoredAlert)
{
    const auto result = ExploreShipped("explore-ignored-alert");
    EXPECT_EQ(result.orders, 4);
    ASSERT_EQ(result.faults.size(), 1U);
    EXPECT_EQ(result.faults[0].name, "expectation /expect/0");
    EXPECT_EQ(result.faults[0].count, 1U);
    EXPECT_EQ(LabelsOf(result, result.faults[0].order).back(), "h1 join lan1 239.1.1.1");
}

TEST(ExplorationTest, DoesNotDependOnTheJobs)
{
    const auto scenario = ReadScenario(ShippedScenario("explore-startup"));
    ExploreOptions one;
    one.maxRuns = 300;
    auto two = one;
    two.jobs = 2;
    EXPECT_EQ(Print(scenario, one), Print(scenario, two));
}

TEST(ExplorationTest, ReplayGivesTheSameOutcome)
{
    const auto scenario = ReadScenario(ShippedScenario("explore-add-in-enable"));
    const auto result = Explore(scenario, {});
    for (const auto& group : result.outcomes)
    {
        const Schedule schedule{LabelsOf(result, group.order), group.choices};
        const auto run =
            ExploreRun(ApplySchedule(scenario, schedule, ""), Distinction::CLIENT, false);
        EXPECT_EQ(run.outcome, group.lines);
    }
}

TEST(ExplorationTest, ExploresTheOrderOfAlerts)
{
    // An add of pim alerts three others: 3! orders.
    auto json = RouterScenario({{"pim", MovingProtocol(4, {"register", "take"}, {"lan1"})},
                                {"a", {{"id", 21}, {"script", {{{"do", "register"}}}}}},
                                {"b", {{"id", 22}, {"script", {{{"do", "register"}}}}}},
                                {"c", {{"id", 23}, {"script", {{{"do", "register"}}}}}}});
    json["nodes"]["r1"]["protocols"]["pim"]["script"].push_back(
        {{"do", "add"}, {"group", "239.1.1.1"}});
    json["explore"]["callbacks"] = true;
    ExploreOptions options;
    options.distinction = Distinction::NODE;
    const auto result = Explore(ReadJson(json), options);
    EXPECT_EQ(result.orders, 1);
    EXPECT_EQ(result.runs, 6U);
    EXPECT_EQ(result.outcomes.size(), 6U);
    EXPECT_EQ(result.noReduction, "runs have choices of their own");
}

TEST(ExplorationTest, ExploresTheOrderOfAnInstant)
{
    // At 1 s the step that moves and two others: 3! orders.
    auto json = RouterScenario({{"pim", MovingProtocol(4, {"register"}, {"lan1"})},
                                {"a", {{"id", 21}, {"script", TestJson::array()}}},
                                {"b", {{"id", 22}, {"script", TestJson::array()}}}});
    for (const auto* name : {"a", "b"})
    {
        json["steps"].push_back(
            {{"at", "1s"}, {"node", "r1"}, {"protocol", name}, {"do", "register"}});
    }
    json["explore"]["instants"] = true;
    const auto result = Explore(ReadJson(json), {});
    EXPECT_EQ(result.explored, 6U);
}

TEST(ExplorationTest, NeedsStepsThatMove)
{
    EXPECT_THROW(ExploreShipped("startup"), InputError);
    auto json = RouterScenario({{"pim", MovingProtocol(4, {"register"}, {"lan1"})}});
    json["explore"]["start"] = "5s"; // the end
    EXPECT_THROW(Explore(ReadJson(json), {}), InputError);
}

} // namespace
