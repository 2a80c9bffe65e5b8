/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "mgm-pim-oracle-setup.h"

namespace ns3
{
namespace mgm
{

std::ostream&
operator<<(std::ostream& os, const PimOracleSetup& setup)
{
    os << "router";
    for (std::size_t i = 0; i < setup.interfaces.size(); ++i)
    {
        const auto& interface = setup.interfaces[i];
        os << ' ' << i + 1 << ':' << PimOracleAddress(interface.address);
        if (interface.lanDelay)
        {
            os << " delay " << interface.lanDelay->propagation / 1000000 << "+"
               << interface.lanDelay->override / 1000000 << "ms";
        }
        os << (interface.isForeign ? " foreign" : "");
        os << (interface.threshold > 0 ? " threshold " + std::to_string(interface.threshold) : "");
    }
    return os << ", holdtime " << setup.pruneHoldtime << ", retries " << setup.graftRetries
              << ", refresh " << setup.refreshInterval << (setup.isRefreshCapable ? "" : " unknown")
              << " limit " << setup.refreshLimit / PIM_ORACLE_SECOND << " ttl " << setup.refreshTtl
              << (setup.mayForget ? "" : ", nothing is forgotten");
}

} // namespace mgm
} // namespace ns3
