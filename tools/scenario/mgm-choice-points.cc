/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "mgm-choice-points.h"

#include "mgm-choosing-scheduler.h"

#include "ns3/enum.h"
#include "ns3/mgm-alert-chooser.h"
#include "ns3/mgm-multicast-group-manager.h"
#include "ns3/object-factory.h"
#include "ns3/pointer.h"
#include "ns3/simulator.h"

namespace ns3
{
namespace mgm
{

namespace
{

/// Lets the clients of a node be alerted in chosen orders.
void
ChooseAlerts(const Ptr<Node>& node)
{
    if (const auto manager = node->GetObject<MulticastGroupManager>())
    {
        manager->SetAttribute("AlertOrder", EnumValue(ALERT_ORDER_CHOSEN));
    }
}

} // namespace

Time
GetEndOfWindow(const Scenario& scenario)
{
    const auto& exploration = scenario.exploration;
    return exploration.start + exploration.spacing * static_cast<int64_t>(scenario.chain.size());
}

Ptr<Choices>
MakeChoicePoints(const Scenario& scenario, const ScenarioNetwork& network)
{
    const auto choices = CreateObject<Choices>();
    choices->Tell(scenario.choices);
    const auto& exploration = scenario.exploration;
    const auto end = GetEndOfWindow(scenario);
    if (scenario.chain.empty())
    {
        return choices;
    }
    if (exploration.callbacks)
    {
        for (const auto& node : network.GetNodes())
        {
            ChooseAlerts(node.node);
        }
        AlertChooser::Get().SetQuestion(
            AlertChooser::Question([choices, start = exploration.start, end](uint32_t count) {
                const auto now = Simulator::Now();
                return now < start || now > end ? 0 : choices->Choose(count);
            }));
    }
    if (exploration.instants)
    {
        ObjectFactory factory("ns3::mgm::ChoosingScheduler");
        factory.Set("Choices", PointerValue(choices));
        factory.Set("From", TimeValue(exploration.start));
        factory.Set("Until", TimeValue(end));
        Simulator::SetScheduler(factory);
    }
    return choices;
}

} // namespace mgm
} // namespace ns3
