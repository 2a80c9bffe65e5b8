/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "mgm-exploration.h"

#include "base/mgm-input-error.h"
#include "mgm-fault-shrinker.h"
#include "mgm-order-runner.h"
#include "mgm-order-tree.h"
#include "mgm-reduction.h"
#include "mgm-result-collector.h"
#include "scenario/mgm-expectation-check.h"

#include <algorithm>

namespace ns3
{
namespace mgm
{

namespace
{

/// Places of the tree that are worked on together. More would need more memory, fewer would leave
/// processors idle.
constexpr std::size_t BATCH = 64;

/// An exploration under way: a search in the tree of orders, depth first.
class Search
{
  public:
    Search(const OrderSpace& space, OrderRunner& runner, bool reduces, std::vector<bool>& loud)
        : m_space(space),
          m_runner(runner),
          m_reduces(reduces),
          m_loud(loud),
          m_tree(space, reduces, loud)
    {
        m_open.push_back({});
    }

    /// Searches to the end. Returns whether it has to be done again, because a step that was taken
    /// for quiet is not.
    bool Go(Exploration& exploration)
    {
        while (!m_open.empty() && m_limit.empty())
        {
            if (GoOn())
            {
                return true;
            }
        }
        for (const auto& node : m_open)
        {
            exploration.open += CountOpen(node);
        }
        exploration.limit = m_limit;
        exploration.pruned = m_pruned;
        exploration.explored = m_results.GetCount();
        exploration.outcomes = m_results.GetOutcomes();
        exploration.faults = m_results.GetFaults();
        return false;
    }

  private:
    /// A place and how to go on from there.
    struct Item
    {
        OrderTree::Node node;
        OrderTree::Plan plan;
        std::vector<std::size_t> tasks; ///< Number of the run of each step; the count: it has one.
    };

    /// Orders that a limit leaves out: one run of the place was made, and is counted.
    OrderCount CountOpen(const OrderTree::Node& node)
    {
        if (!node.run)
        {
            return node.prefix.size() == m_space.GetSize() ? 0 : m_space.Count(node.prefix);
        }
        m_results.Add(*node.run);
        return m_space.Count(node.prefix) - 1;
    }

    /// Works on some places.
    bool GoOn()
    {
        std::vector<Item> items;
        std::vector<OrderRunner::Task> tasks;
        while (!m_open.empty() && items.size() < BATCH && Take(items, tasks))
        {
        }
        const auto runs = m_runner.Run(tasks, m_reduces);
        if (m_runner.IsLate())
        {
            m_limit = "time";
        }
        bool isNews = false;
        for (const auto& run : runs)
        {
            isNews = (run && Listen(*run)) || isNews;
        }
        if (isNews && m_limit.empty())
        {
            return true;
        }
        for (auto item = items.rbegin(); item != items.rend(); ++item)
        {
            Finish(*item, runs);
        }
        return false;
    }

    /// Takes the next place, unless its runs are too many. Returns whether it did.
    bool Take(std::vector<Item>& items, std::vector<OrderRunner::Task>& tasks)
    {
        Item item{m_open.back(), {}, {}};
        auto more = tasks;
        if (item.node.run)
        {
            item.plan = m_tree.MakePlan(item.node);
            for (const auto& order : item.plan.orders)
            {
                item.tasks.push_back(order.empty() ? NO_TASK : more.size());
                if (!order.empty())
                {
                    more.push_back({order, {}});
                }
            }
        }
        else
        {
            item.tasks.push_back(more.size());
            const bool isWhole = item.node.prefix.size() == m_space.GetSize();
            more.push_back(
                {isWhole ? item.node.prefix : m_space.Complete({}, {}), item.node.choices});
        }
        if (more.size() > m_runner.GetRest())
        {
            m_limit = items.empty() ? "runs" : m_limit;
            return false;
        }
        tasks = std::move(more);
        items.push_back(std::move(item));
        m_open.pop_back();
        return true;
    }

    /// Finds steps that are not quiet in a run. Returns whether there are new ones.
    bool Listen(const OrderRun& run)
    {
        bool isNews = false;
        for (std::size_t i = 0; i < run.result.effects.size(); ++i)
        {
            const auto step = run.order[i];
            if (!run.result.effects[i].isQuiet && !m_loud[step])
            {
                m_loud[step] = true;
                isNews = true;
            }
        }
        return isNews;
    }

    /// Goes on from a place with its runs; puts it back if one is missing.
    void Finish(Item& item, const std::vector<OrderRunPtr>& made)
    {
        std::vector<OrderRunPtr> runs;
        for (const auto task : item.tasks)
        {
            runs.push_back(task == NO_TASK ? item.node.run : made[task]);
        }
        if (std::count(runs.begin(), runs.end(), nullptr) > 0)
        {
            m_open.push_back(item.node);
        }
        else if (!item.node.run)
        {
            item.node.run = runs.front();
            m_open.push_back(item.node);
        }
        else if (item.node.prefix.size() == m_space.GetSize())
        {
            m_results.Add(*item.node.run);
            AddAlternatives(*item.node.run);
        }
        else
        {
            m_pruned += m_tree.CountPruned(item.node);
            const auto children = m_tree.Expand(item.node, item.plan, runs);
            m_open.insert(m_open.end(), children.rbegin(), children.rend());
        }
    }

    /// Adds the runs that choose differently for the first time where this one had no order to.
    void AddAlternatives(const OrderRun& run)
    {
        const auto& counts = run.result.counts;
        for (auto i = counts.size(); i-- > run.choices.size();)
        {
            for (auto choice = counts[i]; choice-- > 1;)
            {
                OrderTree::Node node{run.order, {}, nullptr, run.choices};
                node.choices.resize(i);
                node.choices.push_back(choice);
                m_open.push_back(node);
            }
        }
    }

    static constexpr std::size_t NO_TASK = SIZE_MAX; ///< for a step that has a run

    const OrderSpace& m_space;
    OrderRunner& m_runner;
    bool m_reduces;
    std::vector<bool>& m_loud;
    OrderTree m_tree;
    std::vector<OrderTree::Node> m_open; ///< places to go on from, the last one first
    OrderCount m_pruned;
    ResultCollector m_results;
    std::string m_limit;
};

/// Fails if there is nothing to explore, or no time for it.
void
Check(const Scenario& scenario, const std::vector<MovedStep>& steps)
{
    if (steps.empty())
    {
        throw InputError(scenario.name +
                         ": found no step that moves, expected \"moves\": true on " +
                         "some protocols, IGMP routers or steps");
    }
    const auto& exploration = scenario.exploration;
    const auto last =
        exploration.start + exploration.spacing * static_cast<int64_t>(steps.size() - 1);
    if (last >= scenario.stop)
    {
        throw InputError(scenario.name + ": found that the last step that moves is made at " +
                         DescribeTime(last) + ", expected a time before the end of the simulation");
    }
}

std::vector<std::size_t>
GetThreads(const std::vector<MovedStep>& steps)
{
    std::vector<std::size_t> threads;
    std::transform(steps.begin(), steps.end(), std::back_inserter(threads), [](const auto& step) {
        return step.thread;
    });
    return threads;
}

} // namespace

Exploration
Explore(const Scenario& scenario, const ExploreOptions& options)
{
    Exploration exploration;
    exploration.steps = GetMovedSteps(scenario);
    Check(scenario, exploration.steps);
    const OrderSpace space(GetThreads(exploration.steps));
    exploration.orders = space.Count({});
    exploration.noReduction =
        options.reduces ? WhyNoReduction(scenario, exploration.steps) : "it is not asked for";
    OrderRunner runner(scenario, exploration.steps, options);
    auto loud = FindLoudSteps(exploration.steps);
    const bool reduces = exploration.noReduction.empty();
    while (Search(space, runner, reduces, loud).Go(exploration))
    {
    }
    for (auto& fault : exploration.faults)
    {
        ShrinkFault(fault, space, runner);
    }
    exploration.runs = runner.GetCount();
    exploration.seconds = runner.GetSeconds();
    return exploration;
}

} // namespace mgm
} // namespace ns3
