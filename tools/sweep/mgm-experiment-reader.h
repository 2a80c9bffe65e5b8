/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#ifndef MGM_EXPERIMENT_READER_H
#define MGM_EXPERIMENT_READER_H

#include "mgm-experiment.h"

#include <string>
#include <vector>

namespace ns3
{
namespace mgm
{

/**
 * @ingroup mgm
 * @brief A change that an option makes in an experiment.
 */
struct ExperimentChange
{
    std::string pointer; ///< JSON pointer into the experiment.
    Json value;          ///< The value.
    std::string origin;  ///< The option, for messages.
};

/**
 * @ingroup mgm
 * @brief Reads an experiment.
 * @param path path of an experiment file that conforms to doc/experiment.schema.json, or of a
 *        scenario, which is an experiment of one run until it is changed
 * @param changes changes to make before anything is checked, in order
 * @param version version of mgm, on which results depend
 * @return the experiment
 * @throws InputError with one message if it is none; whether its scenario is one, the runs show
 */
Experiment ReadExperiment(const std::string& path,
                          const std::vector<ExperimentChange>& changes,
                          const std::string& version);

} // namespace mgm
} // namespace ns3

#endif // MGM_EXPERIMENT_READER_H
