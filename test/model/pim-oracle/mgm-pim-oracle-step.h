/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#ifndef MGM_PIM_ORACLE_STEP_H
#define MGM_PIM_ORACLE_STEP_H

#include "mgm-pim-oracle-router.h"

namespace ns3
{
namespace mgm
{

/**
 * @ingroup tests
 * @brief A step of a random sequence.
 *
 * It names routers and times by the part that they play (the upstream neighbor, the assert winner,
 * the end of a timer), so that rare rows are met often. What it is in a given state says
 * ResolveStep().
 */
struct PimOracleStep
{
    /// What happens.
    enum class Verb : uint8_t
    {
        NOTHING,
        DATA,
        HELLO,
        PRUNE,
        JOIN,
        GRAFT,
        GRAFT_ACK,
        ASSERT,
        STATE_REFRESH,
        MEMBER,
        ROUTE,
        BOUNDARY,
        INTERFACE,
        ELSEWHERE,
        CREATE,
    };

    Verb verb{};            ///< what happens
    PimOracleTime pause{0}; ///< time since the last step
    uint32_t timer{0};      ///< above 0: it happens when that timer ends instead
    uint32_t source{0};     ///< which source, from 0
    uint32_t interface {
        0
    };                  ///< where, from 1; 0: RPF_interface(S)
    uint32_t who{0};    ///< who sends it
    uint32_t value{0};  ///< what it says
    uint32_t detail{0}; ///< and more of that
    bool isOdd{false};  ///< whether it is one that rarely happens
};

/// @param bits a random number @return a configuration
PimOracleSetup MakePimOracleSetup(uint64_t bits);

/// @param bits a random number @param setup the configuration
/// @return things that happen first: Hellos of neighbors, and routes to the sources
std::vector<PimOracleEvent> MakePimOracleStart(uint64_t bits, const PimOracleSetup& setup);

/// @param bits a random number @param setup the configuration @return a step
PimOracleStep MakePimOracleStep(uint64_t bits, const PimOracleSetup& setup);

/// @param step a step @param router a router @param now time of the last step
/// @return what it is for that router
PimOracleEvent ResolvePimOracleStep(const PimOracleStep& step,
                                    const PimOracleRouter& router,
                                    PimOracleTime now);

} // namespace mgm
} // namespace ns3

#endif // MGM_PIM_ORACLE_STEP_H
