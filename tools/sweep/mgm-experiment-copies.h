/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#ifndef MGM_EXPERIMENT_COPIES_H
#define MGM_EXPERIMENT_COPIES_H

#include "base/mgm-output-set.h"
#include "mgm-experiment.h"

#include <string>

namespace ns3
{
namespace mgm
{

/// Name of the copy of the experiment that goes with the results.
inline constexpr auto EXPERIMENT_COPY = "experiment.json";

/**
 * @ingroup mgm
 * @brief Adds copies of all that an experiment is, so that it can be repeated from its results: the
 *        experiment, its scenario, and the captures that it replays.
 * @param experiment the experiment
 * @param directory that of the results
 * @param[in,out] outputs where they are added
 * @throws InputError if one can't be written
 */
void AddCopies(const Experiment& experiment, const std::string& directory, OutputSet& outputs);

} // namespace mgm
} // namespace ns3

#endif // MGM_EXPERIMENT_COPIES_H
