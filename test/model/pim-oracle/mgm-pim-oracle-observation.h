/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#ifndef MGM_PIM_ORACLE_OBSERVATION_H
#define MGM_PIM_ORACLE_OBSERVATION_H

#include "mgm-pim-oracle-router.h"

namespace ns3
{
namespace mgm
{

/// @ingroup tests
/// @brief What a machine was seen to do from the last event on, and in this one.
struct PimOracleObservation
{
    /// What it sent, by time.
    std::vector<PimOracleMessage> sent;
    /// Where the data packet of this event was forwarded; nothing: not known.
    std::optional<PimOracleInterfaces> copies;
    /// Its states after this event: of each (S,G) that it has an entry for; nothing: not known.
    std::optional<std::map<PimOracleKey, PimOracleView>> views;
};

} // namespace mgm
} // namespace ns3

#endif // MGM_PIM_ORACLE_OBSERVATION_H
