/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#ifndef MGM_EXPERIMENT_OUTPUT_H
#define MGM_EXPERIMENT_OUTPUT_H

#include "mgm-experiment-results.h"

#include <string>
#include <vector>

namespace ns3
{
namespace mgm
{

/**
 * @ingroup mgm
 * @brief Writes the tables, the plots and the report of an experiment.
 * @param results the results of all runs
 * @param out directory to write to
 * @param jobs how many plots to draw at a time
 * @return why a plot could not be drawn; empty if all were
 * @throws InputError if a file can't be written
 */
std::string WriteResults(const ExperimentResults& results,
                         const std::string& out,
                         std::size_t jobs);

/**
 * @brief Merges the results of several machines that each made a shard of one experiment.
 * @param directories the directories with the results of the shards
 * @param out directory for the results of all, which then are those of one machine
 * @param version version of mgm
 * @param jobs how many plots to draw at a time
 * @return why a plot could not be drawn; empty if all were
 * @throws InputError if the shards are of different experiments, or runs are missing
 */
std::string MergeResults(const std::vector<std::string>& directories,
                         const std::string& out,
                         const std::string& version,
                         std::size_t jobs);

/**
 * @param design a design
 * @param outcomes what some of its runs came to
 * @return the numbers of those that are missing
 */
std::vector<std::size_t> FindMissingRuns(const ExperimentDesign& design,
                                         const RunOutcomes& outcomes);

} // namespace mgm
} // namespace ns3

#endif // MGM_EXPERIMENT_OUTPUT_H
