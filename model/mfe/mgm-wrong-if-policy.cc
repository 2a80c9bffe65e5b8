/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "mgm-wrong-if-policy.h"

#include "ns3/simulator.h"

#include <algorithm>

namespace ns3
{
namespace mgm
{

bool
WrongIfPolicy::Decide(MfeEntry& entry, const InterfaceId& arrival) const
{
    if (!m_isOn)
    {
        return false;
    }
    auto& alerts = entry.wrongIfAlerts;
    const auto last = std::find_if(alerts.begin(), alerts.end(), [&](const auto& alert) {
        return alert.first == arrival;
    });
    if (last == alerts.end())
    {
        alerts.emplace_back(arrival, Simulator::Now());
        return true;
    }
    const bool isOver = Simulator::Now() - last->second >= m_interval;
    if (isOver)
    {
        last->second = Simulator::Now();
    }
    return isOver;
}

} // namespace mgm
} // namespace ns3
