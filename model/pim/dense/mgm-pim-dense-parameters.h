/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#ifndef MGM_PIM_DENSE_PARAMETERS_H
#define MGM_PIM_DENSE_PARAMETERS_H

#include "ns3/nstime.h"

#include <cstdint>

namespace ns3
{
namespace mgm
{

/**
 * @ingroup mgm
 * @brief The parameters of dense mode (RFC 3973 section 4.8), the attributes of PimDenseTib.
 */
struct PimDenseParameters
{
    Time graftRetryPeriod;    ///< Graft_Retry_Period.
    uint32_t graftRetries{0}; ///< How often a Graft is repeated; 0: without end.
    Time pruneLimit;          ///< t_limit.
    Time pruneHoldtime;       ///< Holdtime of Prunes [whole seconds].
    Time assertTime;          ///< Assert_Time.
    Time sourceLifetime;      ///< SourceLifetime.
    Time refreshInterval;     ///< RefreshInterval [whole seconds].
    Time refreshLimit;        ///< RefreshLimitInterval.
    bool stateRefresh{true};  ///< Whether this router knows State Refresh.
    bool replayRefresh{true}; ///< Whether a State Refresh is repeated for a restarted neighbor.
    bool recordTtl{true};     ///< Whether State Refreshes have the TTL of data packets.
    uint8_t refreshTtl{0};    ///< TTL that they have otherwise.
};

} // namespace mgm
} // namespace ns3

#endif // MGM_PIM_DENSE_PARAMETERS_H
