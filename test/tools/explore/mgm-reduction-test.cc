/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "explore/mgm-order-runner.h"
#include "explore/mgm-reduction.h"
#include "mgm-explore-scenario.h"

#include <gtest/gtest.h>
#include <map>
#include <random>

using namespace ns3::mgm;

namespace
{

/// Makes small scenarios of three protocols and a host.
class RandomScenario
{
  public:
    explicit RandomScenario(uint32_t seed)
        : m_random(seed)
    {
    }

    TestJson Make()
    {
        auto json = RouterScenario({{"a", MakeProtocol(4, 3)}, {"b", MakeProtocol(5, 2)}});
        if (Draw(2) == 0)
        {
            json["nodes"]["r1"]["igmp-router"] = {{"moves", Draw(2) == 0}};
            json["nodes"]["h1"] = {{"interfaces", {{"lan1", "10.1.1.11"}}},
                                   {"igmp-host", {{"version", 3}}}};
            json["steps"].push_back({{"at", "2s"},
                                     {"node", "h1"},
                                     {"do", "join"},
                                     {"interface", "lan1"},
                                     {"group", "239.1.1.1"},
                                     {"moves", Draw(2) == 0}});
        }
        else
        {
            json["nodes"]["r1"]["protocols"]["c"] = MakeProtocol(6, 2);
        }
        json["explore"]["spacing"] = Draw(3) == 0 ? "0s" : "100ms";
        return json;
    }

  private:
    uint32_t Draw(uint32_t count)
    {
        return static_cast<uint32_t>(m_random() % count);
    }

    /// A protocol that registers and then does anything, right or wrong. Few steps are enough:
    /// there are up to 7! / (3! 2!) = 420 orders.
    TestJson MakeProtocol(int id, uint32_t mostSteps)
    {
        const std::vector<std::string> verbs{"query",
                                             "take",
                                             "take",
                                             "enumerate",
                                             "add",
                                             "add",
                                             "delete",
                                             "release",
                                             "deregister"};
        auto protocol = MovingProtocol(id, {"register"}, {Draw(2) == 0 ? "lan1" : "lan2"});
        for (auto i = Draw(mostSteps); i-- > 0;)
        {
            const auto& verb = verbs[Draw(static_cast<uint32_t>(verbs.size()))];
            TestJson step{{"do", verb}};
            if (verb == "add" || verb == "delete")
            {
                step["group"] = Draw(2) == 0 ? "239.1.1.1" : "239.2.2.2";
            }
            protocol["script"].push_back(step);
        }
        if (Draw(3) == 0)
        {
            protocol["on"] = {{"JOIN_ALERT", {{{"do", "add"}, {"interfaces", {"lan1"}}}}}};
        }
        return protocol;
    }

    std::mt19937 m_random; ///< the same numbers on all machines
};

/// A protocol on a LAN that registers, takes it, and then adds a group.
TestJson
Adder(int id, const std::string& lan, const std::string& group)
{
    auto protocol = MovingProtocol(id, {"register", "take"}, TestJson::array({lan}));
    protocol["script"].push_back({{"do", "add"}, {"group", group}});
    return protocol;
}

/// Scenarios in which each kind of conflict matters, and others by chance.
std::vector<TestJson>
MakeScenarios()
{
    std::vector<TestJson> scenarios;
    // Who takes the LAN first owns it.
    scenarios.push_back(RouterScenario(
        {{"a", Adder(4, "lan1", "239.1.1.1")}, {"b", Adder(5, "lan1", "239.1.1.1")}}));
    // Only what is there when b enumerates makes it add.
    auto b = MovingProtocol(5, {"register", "take", "enumerate"}, TestJson::array({"lan2"}));
    b["on"] = {{"ENUMERATED", {{{"do", "add"}, {"interfaces", {"lan2"}}}}}};
    scenarios.push_back(RouterScenario({{"a", Adder(4, "lan1", "239.1.1.1")}, {"b", b}}));
    // A third one hears of both groups, one after the other.
    scenarios.push_back(RouterScenario({{"a", Adder(4, "lan1", "239.1.1.1")},
                                        {"b", Adder(5, "lan2", "239.2.2.2")},
                                        {"c", {{"id", 6}, {"script", {{{"do", "register"}}}}}}}));
    for (uint32_t seed = 1; seed <= 40; ++seed)
    {
        scenarios.push_back(RandomScenario(seed).Make());
    }
    return scenarios;
}

/// Options for a scenario: each distinction in turn, that of clients first.
ExploreOptions
MakeOptions(std::size_t index)
{
    ExploreOptions options;
    options.jobs = 2;
    options.distinction = index < 3 ? Distinction::CLIENT : static_cast<Distinction>(index % 3);
    return options;
}

std::set<std::string>
FaultsOf(const Exploration& result)
{
    std::set<std::string> names;
    for (const auto& fault : result.faults)
    {
        names.insert(fault.name);
    }
    return names;
}

TEST(ReductionTest, FindsWhatAllOrdersFind)
{
    OrderCount pruned = 0;
    const auto scenarios = MakeScenarios();
    for (std::size_t i = 0; i < scenarios.size(); ++i)
    {
        SCOPED_TRACE(i);
        const auto scenario = ReadJson(scenarios[i]);
        auto options = MakeOptions(i);
        const auto reduced = Explore(scenario, options);
        options.reduces = false;
        const auto full = Explore(scenario, options);
        ASSERT_EQ(full.explored, full.orders);
        ASSERT_EQ(reduced.explored + reduced.pruned, reduced.orders);
        EXPECT_EQ(OutcomesOf(reduced), OutcomesOf(full));
        EXPECT_EQ(FaultsOf(reduced), FaultsOf(full));
        pruned += reduced.pruned;
    }
    EXPECT_GT(pruned, 100); // else the test would say nothing
}

/// Lists all orders that begin with some steps, without choices.
void
ListOrders(const OrderSpace& space, const StepOrder& prefix, std::vector<OrderRunner::Task>& tasks)
{
    if (prefix.size() == space.GetSize())
    {
        tasks.push_back({prefix, {}});
    }
    for (const auto step : space.GetNext(prefix))
    {
        auto longer = prefix;
        longer.push_back(step);
        ListOrders(space, longer, tasks);
    }
}

/// Checks all swaps of neighbours that a run says to commute. Returns their number.
uint32_t
CheckSwaps(const OrderRun& run,
           const std::vector<MovedStep>& steps,
           const std::map<StepOrder, OrderRunPtr>& runs)
{
    const auto isLoud = FindLoudSteps(steps);
    uint32_t swaps = 0;
    for (std::size_t i = 0; i + 1 < run.order.size(); ++i)
    {
        auto order = run.order;
        std::swap(order[i], order[i + 1]);
        const auto& first = run.result.effects[i];
        const auto& second = run.result.effects[i + 1];
        const bool commute = steps[order[i]].thread != steps[order[i + 1]].thread &&
                             !isLoud[order[i]] && !isLoud[order[i + 1]] && first.isQuiet &&
                             second.isQuiet && !first.own.ConflictsWith(second.own) &&
                             !first.own.ConflictsWith(first.foreign) &&
                             !second.own.ConflictsWith(first.foreign);
        if (commute)
        {
            ++swaps;
            EXPECT_EQ(runs.at(order)->result.outcome, run.result.outcome)
                << steps[order[i + 1]].label << ", " << steps[order[i]].label;
        }
    }
    return swaps;
}

TEST(ReductionTest, SwapsOfStepsThatCommuteChangeNothing)
{
    uint32_t swaps = 0;
    const auto scenarios = MakeScenarios();
    for (std::size_t i = 0; i < scenarios.size(); ++i)
    {
        SCOPED_TRACE(i);
        const auto scenario = ReadJson(scenarios[i]);
        const auto steps = GetMovedSteps(scenario);
        std::vector<std::size_t> threads;
        for (const auto& step : steps)
        {
            threads.push_back(step.thread);
        }
        std::vector<OrderRunner::Task> tasks;
        ListOrders(OrderSpace(threads), {}, tasks);
        const auto options = MakeOptions(i);
        std::map<StepOrder, OrderRunPtr> runs;
        for (const auto& run : OrderRunner(scenario, steps, options).Run(tasks, true))
        {
            runs[run->order] = run;
        }
        for (const auto& [order, run] : runs)
        {
            swaps += CheckSwaps(*run, steps, runs);
        }
    }
    EXPECT_GT(swaps, 1000U); // else the test would say nothing
}

TEST(ReductionTest, IsOffWhereTimesMatter)
{
    auto json = RouterScenario({{"pim", MovingProtocol(4, {"register", "take"}, {"lan1"})}});
    json["expect"] = {
        {{"owner", {{"at", "1.05s"}, {"node", "r1"}, {"interface", "lan1"}, {"is", nullptr}}}}};
    EXPECT_EQ(Explore(ReadJson(json), {}).noReduction,
              "expectation /expect/0 is about a time at which steps move");
    json["expect"][0]["owner"]["at"] = "0.5s";
    EXPECT_EQ(Explore(ReadJson(json), {}).noReduction, "");
    json["expect"] = {{{"records",
                        {{"match", {{"op", "owner"}}},
                         {"after", {{"op", "RegisterMProtocol"}}},
                         {"within", "1s"}}}}};
    EXPECT_EQ(Explore(ReadJson(json), {}).noReduction,
              "expectation /expect/0 is about a time at which steps move");
}

} // namespace
