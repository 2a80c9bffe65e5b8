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
    Ledger& alerts = m_clients[alert.client];
    if (alerts.get<1>().erase(alert.entry) == 0)
    {
        alerts.push_back(alert);
    }
    else if (alerts.empty())
    {
        m_clients.erase(alert.client);
    }
}

Alerts
WithheldAlerts::Take(ClientHandle client)
{
    const auto taken = m_clients.extract(client);
    if (!taken)
    {
        return {};
    }
    return Alerts(taken.mapped().begin(), taken.mapped().end());
}

} // namespace mgm
} // namespace ns3
