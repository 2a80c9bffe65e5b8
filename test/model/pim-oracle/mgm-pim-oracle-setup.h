/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#ifndef MGM_PIM_ORACLE_SETUP_H
#define MGM_PIM_ORACLE_SETUP_H

#include "mgm-pim-oracle-message.h"

#include <vector>

namespace ns3
{
namespace mgm
{

/// @ingroup tests
/// @brief An interface of the router, as configured.
struct PimOracleInterfaceSetup
{
    uint32_t address; ///< my_addr(I)
    std::optional<PimOracleLanDelay> lanDelay{
        {PIM_ORACLE_SECOND / 2, PIM_ORACLE_SECOND * 5 / 2}}; ///< the option sent, if any
    uint32_t threshold{0};                                   ///< Threshold(I)
    /// Whether it is another component's: no PIM there, but sources may be reached over it (RFC
    /// 2715 section 4.3).
    bool isForeign{false};
};

/**
 * @ingroup tests
 * @brief The router, as configured; defaults of RFC 3973 section 4.8.
 *
 * The last ones say what is seen of a machine, and when it forgets.
 */
struct PimOracleSetup
{
    std::vector<PimOracleInterfaceSetup> interfaces; ///< by number, from 1

    PimOracleTime helloPeriod{30 * PIM_ORACLE_SECOND}; ///< Hello_Period
    PimOracleTime helloDelay{5 * PIM_ORACLE_SECOND};   ///< Triggered_Hello_Delay
    uint32_t helloHoldtime{105};                       ///< Hold Time of Hellos [s]
    uint32_t pruneHoldtime{210};                       ///< Hold Time of Prunes [s]
    PimOracleTime graftRetry{3 * PIM_ORACLE_SECOND};   ///< Graft_Retry_Period
    uint32_t graftRetries{0};                          ///< retransmissions of a Graft; 0: no limit
    PimOracleTime pruneLimit{210 * PIM_ORACLE_SECOND}; ///< t_limit
    PimOracleTime assertTime{180 * PIM_ORACLE_SECOND}; ///< Assert_Time
    PimOracleTime sourceLifetime{210 * PIM_ORACLE_SECOND}; ///< SourceLifetime
    uint32_t refreshInterval{60};                          ///< RefreshInterval [s]
    PimOracleTime refreshLimit{0};                         ///< RefreshLimitInterval
    uint32_t refreshTtl{0};                                ///< State Refresh TTL; 0: that of data
    bool isRefreshCapable{true};                           ///< whether it knows State Refresh

    /// Whether Hellos are compared.
    bool comparesHellos{true};
    /// Whether an (S,G) without timers may be forgotten at any moment (section 4.1, "may be
    /// discarded"). If not, it is there from the first packet or message on.
    bool mayForget{true};
};

/// Writes what differs from the defaults.
std::ostream& operator<<(std::ostream& os, const PimOracleSetup& setup);

} // namespace mgm
} // namespace ns3

#endif // MGM_PIM_ORACLE_SETUP_H
