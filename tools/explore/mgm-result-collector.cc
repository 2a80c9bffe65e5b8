/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "mgm-result-collector.h"

#include <algorithm>
#include <tuple>

namespace ns3
{
namespace mgm
{

bool
IsSimpler(const StepOrder& a, const StepOrder& b)
{
    const auto inversionsOfA = OrderSpace::CountInversions(a);
    const auto inversionsOfB = OrderSpace::CountInversions(b);
    const auto sizeOfA = a.size();
    const auto sizeOfB = b.size();
    return std::tie(sizeOfA, inversionsOfA, a) < std::tie(sizeOfB, inversionsOfB, b);
}

void
ResultCollector::Add(const OrderRun& run)
{
    ++m_count;
    auto& group = m_outcomes[run.result.outcome];
    const bool isFirst =
        group.count == 0 || std::tie(run.order, run.choices) < std::tie(group.order, group.choices);
    if (isFirst)
    {
        group.order = run.order;
        group.choices = run.choices;
    }
    ++group.count;
    for (const auto& fault : run.result.faults)
    {
        AddFault(run, fault);
    }
}

void
ResultCollector::AddFault(const OrderRun& run, const RunFault& fault)
{
    auto order = run.order;
    if (!fault.isAtEnd)
    {
        order.resize(std::min(order.size(), fault.steps));
    }
    auto& group = m_faults[fault.name];
    const bool isFirst = group.count == 0 || IsSimpler(order, group.order) ||
                         (order == group.order && run.choices < group.choices);
    if (isFirst)
    {
        group.detail = fault.detail;
        group.isAtEnd = fault.isAtEnd;
        group.order = order;
        group.whole = run.order;
        group.choices = run.choices;
    }
    ++group.count;
}

std::vector<OutcomeGroup>
ResultCollector::GetOutcomes() const
{
    std::vector<OutcomeGroup> outcomes;
    for (const auto& [lines, group] : m_outcomes)
    {
        outcomes.push_back(group);
        outcomes.back().lines = lines;
    }
    std::sort(outcomes.begin(), outcomes.end(), [](const auto& a, const auto& b) {
        return std::tie(b.count, a.order, a.choices) < std::tie(a.count, b.order, b.choices);
    });
    return outcomes;
}

std::vector<FaultGroup>
ResultCollector::GetFaults() const
{
    std::vector<FaultGroup> faults;
    for (const auto& [name, group] : m_faults)
    {
        faults.push_back(group);
        faults.back().name = name;
    }
    return faults;
}

} // namespace mgm
} // namespace ns3
