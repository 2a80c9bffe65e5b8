/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#ifndef MGM_EXPERIMENT_H
#define MGM_EXPERIMENT_H

#include "json/mgm-json-document.h"
#include "mgm-factor.h"
#include "mgm-response.h"
#include "scenario/mgm-scenario-reader.h"

#include <cstdint>
#include <map>
#include <string>
#include <vector>

namespace ns3
{
namespace mgm
{

/// @ingroup mgm
/// @brief Which combinations of the values of factors are run.
enum class DesignKind : uint8_t
{
    FULL,            ///< All of them.
    LATIN_HYPERCUBE, ///< Samples in which each factor goes evenly through its values.
};

/**
 * @ingroup mgm
 * @brief Many runs of one scenario, as data. ReadExperiment() makes it.
 */
struct Experiment
{
    std::string scenario;                        ///< Path of the scenario's file.
    std::string scenarioText;                    ///< What is in it.
    std::map<std::string, std::string> captures; ///< What is in the captures below its directory
                                                 ///< that runs may replay, by their paths.
    std::vector<ScenarioChange> changes;         ///< What all runs change in it.
    std::vector<Factor> factors;                 ///< What varies.
    DesignKind design{DesignKind::FULL};         ///< Which combinations are run.
    std::size_t samples{0};                      ///< Number of samples of a Latin hypercube.
    std::size_t runs{1};                         ///< Number of runs of each combination.
    uint64_t seed{1};                            ///< Seed of all that is random.
    std::vector<Response> responses;             ///< What is measured.
    std::vector<std::string> plots;              ///< The kinds of plots to draw.
    Json source;        ///< The experiment file, complete, with the scenario as
                        ///< SCENARIO_COPY beside it.
    std::string digest; ///< Hash of all that decides on the results.
};

/// Name of the copy of the scenario that goes with the results.
inline constexpr auto SCENARIO_COPY = "scenario.json";

} // namespace mgm
} // namespace ns3

#endif // MGM_EXPERIMENT_H
