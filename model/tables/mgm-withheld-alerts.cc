/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "mgm-withheld-alerts.h"

namespace ns3
{
namespace mgm
{

void
WithheldAlerts::Withhold(const Alert& alert)
{
    Ledger& ledger = m_clients[alert.client];
    Withheld withheld{alert};
    bool isUndone = false;
    if (const auto earlier = ledger.places.find(alert.entry); earlier != ledger.places.end())
    {
        withheld.hasEnumerated = earlier->second->hasEnumerated;
        isUndone = !withheld.hasEnumerated && earlier->second->alert.event != alert.event;
        ledger.order.erase(earlier->second);
        ledger.places.erase(earlier);
    }
    if (!isUndone)
    {
        ledger.places[alert.entry] = ledger.order.insert(ledger.order.end(), withheld);
    }
    else if (ledger.order.empty())
    {
        m_clients.erase(alert.client);
    }
}

void
WithheldAlerts::FollowEnumeration(ClientHandle client)
{
    const auto found = m_clients.find(client);
    if (found != m_clients.end())
    {
        for (Withheld& withheld : found->second.order)
        {
            withheld.hasEnumerated = true;
        }
    }
}

Alerts
WithheldAlerts::Take(ClientHandle client)
{
    const auto taken = m_clients.extract(client);
    Alerts alerts;
    if (taken)
    {
        for (const Withheld& withheld : taken.mapped().order)
        {
            alerts.push_back(withheld.alert);
        }
    }
    return alerts;
}

} // namespace mgm
} // namespace ns3
