/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "mgm-expectation-checker.h"

#include "mgm-igmp-checks.h"
#include "mgm-message-checks.h"
#include "mgm-packet-checks.h"
#include "mgm-pim-checks.h"
#include "mgm-record-checks.h"
#include "mgm-state-checks.h"

#include <variant>

namespace ns3
{
namespace mgm
{

namespace
{

/// Makes the check of an expectation.
struct CheckMaker
{
    const Scenario& scenario;
    const ScenarioNetwork& network;
    const TrafficObserver& traffic;

    std::unique_ptr<ExpectationCheck> operator()(const RecordsExpectation& spec) const
    {
        return MakeCheck(spec);
    }

    std::unique_ptr<ExpectationCheck> operator()(const MessagesExpectation& spec) const
    {
        return MakeCheck(spec, scenario, network);
    }

    std::unique_ptr<ExpectationCheck> operator()(const OrderExpectation& spec) const
    {
        return MakeCheck(spec);
    }

    std::unique_ptr<ExpectationCheck> operator()(const StreamExpectation& spec) const
    {
        const auto receiver = network.GetNodes()[spec.node].node->GetId();
        return MakeCheck(spec, receiver, traffic.GetMeter());
    }

    std::unique_ptr<ExpectationCheck> operator()(const PacketsExpectation& spec) const
    {
        return MakeCheck(spec, traffic.GetLedger());
    }

    template <typename Spec>
    std::unique_ptr<ExpectationCheck> operator()(const Spec& spec) const
    {
        return MakeCheck(spec, network.GetNodes()[spec.node]);
    }
};

} // namespace

ExpectationChecker::ExpectationChecker(const Scenario& scenario,
                                       const ScenarioNetwork& network,
                                       const TrafficObserver& traffic)
{
    for (const auto& expectation : scenario.expectations)
    {
        m_checks.push_back(std::visit(CheckMaker{scenario, network, traffic}, expectation.what));
        auto* check = m_checks.back().get();
        const auto nodes = check->GetNodes();
        if (!nodes)
        {
            m_takers.push_back(check);
            continue;
        }
        for (const auto node : *nodes)
        {
            m_takersOf[node].push_back(check);
        }
    }
}

void
ExpectationChecker::Observe(const TraceRecord& record)
{
    for (auto* check : m_takers)
    {
        check->Observe(record);
    }
    const auto takers = m_takersOf.find(record.node);
    if (takers != m_takersOf.end())
    {
        for (auto* check : takers->second)
        {
            check->Observe(record);
        }
    }
}

std::vector<ExpectationResult>
ExpectationChecker::Finish()
{
    std::vector<ExpectationResult> results;
    for (const auto& check : m_checks)
    {
        results.push_back(check->Finish());
    }
    return results;
}

} // namespace mgm
} // namespace ns3
