/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#ifndef MGM_RUN_OUTCOME_H
#define MGM_RUN_OUTCOME_H

#include "json/mgm-json-document.h"
#include "scenario/mgm-scenario-warnings.h"

#include <cstddef>
#include <cstdint>
#include <map>
#include <string>
#include <vector>

namespace ns3
{
namespace mgm
{

/**
 * @ingroup mgm
 * @brief What a run of an experiment came to.
 */
struct RunOutcome
{
    std::string failure;                     ///< Why it has no results; empty if it has.
    std::vector<Json> responses;             ///< What was measured: numbers, or null.
    uint64_t unmet{0};                       ///< Number of expectations that were not met.
    std::vector<ScenarioWarning> warnings{}; ///< What is odd about its scenario.
};

/// What runs of an experiment came to, by their numbers.
using RunOutcomes = std::map<std::size_t, RunOutcome>;

} // namespace mgm
} // namespace ns3

#endif // MGM_RUN_OUTCOME_H
