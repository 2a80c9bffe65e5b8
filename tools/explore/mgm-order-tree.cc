/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "mgm-order-tree.h"

#include <algorithm>

namespace ns3
{
namespace mgm
{

OrderTree::OrderTree(const OrderSpace& space, bool reduces, const std::vector<bool>& loud)
    : m_space(space),
      m_reduces(reduces),
      m_loud(loud)
{
}

bool
OrderTree::IsAsleep(const Node& node, std::size_t step)
{
    return std::any_of(node.sleepers.begin(), node.sleepers.end(), [step](const auto& sleeper) {
        return sleeper.step == step;
    });
}

OrderTree::Plan
OrderTree::MakePlan(const Node& node) const
{
    Plan plan;
    const auto place = node.prefix.size();
    for (const auto step : m_space.GetNext(node.prefix))
    {
        if (!IsAsleep(node, step))
        {
            plan.awake.push_back(step);
        }
    }
    const auto ran = place < m_space.GetSize() ? node.run->order[place] : m_space.GetSize();
    const auto first = std::find(plan.awake.begin(), plan.awake.end(), ran);
    if (first != plan.awake.end())
    {
        std::rotate(plan.awake.begin(), first, first + 1);
    }
    StepOrder late;
    for (const auto& sleeper : node.sleepers)
    {
        late.push_back(sleeper.step);
    }
    for (const auto step : plan.awake)
    {
        auto prefix = node.prefix;
        prefix.push_back(step);
        plan.orders.push_back(step == ran ? StepOrder() : m_space.Complete(prefix, late));
        if (m_reduces)
        {
            late.push_back(step);
        }
    }
    return plan;
}

std::vector<OrderTree::Node>
OrderTree::Expand(const Node& node, const Plan& plan, const std::vector<OrderRunPtr>& runs) const
{
    const auto place = node.prefix.size();
    std::vector<Node> children;
    auto sleepers = node.sleepers;
    for (std::size_t i = 0; i < plan.awake.size(); ++i)
    {
        const auto step = plan.awake[i];
        Node child{node.prefix, {}, runs[i], {}};
        child.prefix.push_back(step);
        if (m_reduces)
        {
            const auto& effect = runs[i]->result.effects[place];
            for (const auto& sleeper : sleepers)
            {
                if (Commute(sleeper, step, effect))
                {
                    child.sleepers.push_back(sleeper);
                }
            }
            // Before it can sleep beside it, it must not meet what happens meanwhile.
            if (!effect.own.ConflictsWith(effect.foreign))
            {
                sleepers.push_back({step, std::make_shared<const Footprint>(effect.own)});
            }
        }
        children.push_back(child);
    }
    return children;
}

OrderCount
OrderTree::CountPruned(const Node& node) const
{
    OrderCount pruned = 0;
    for (const auto step : m_space.GetNext(node.prefix))
    {
        if (IsAsleep(node, step))
        {
            auto prefix = node.prefix;
            prefix.push_back(step);
            pruned += m_space.Count(prefix);
        }
    }
    return pruned;
}

bool
OrderTree::Commute(const Sleeper& sleeper, std::size_t step, const StepEffect& effect) const
{
    return !m_loud[sleeper.step] && !m_loud[step] &&
           m_space.GetThread(sleeper.step) != m_space.GetThread(step) &&
           !sleeper.own->ConflictsWith(effect.own) && !sleeper.own->ConflictsWith(effect.foreign) &&
           !effect.own.ConflictsWith(effect.foreign);
}

} // namespace mgm
} // namespace ns3
