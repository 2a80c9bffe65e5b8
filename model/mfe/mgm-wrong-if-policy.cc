/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "mgm-wrong-if-policy.h"

#include <algorithm>

namespace ns3
{
namespace mgm
{

bool
WrongIfPolicy::Decide(MfeEntry& entry, const InterfaceId& arrival, Time now) const
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
        alerts.emplace_back(arrival, now);
        return true;
    }
    const bool isOver = now - last->second >= m_interval;
    if (isOver)
    {
        last->second = now;
    }
    return isOver;
}

} // namespace mgm
} // namespace ns3
