/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#ifndef MGM_RUN_FILES_H
#define MGM_RUN_FILES_H

#include <string>
#include <vector>

namespace ns3
{
namespace mgm
{

/**
 * @ingroup mgm
 * @brief The trace and the captures that a run has written.
 */
struct RunFiles
{
    std::string trace;                 ///< Path of a trace that can be read.
    std::vector<std::string> captures; ///< Paths of the captures, by name.
};

/**
 * @ingroup mgm
 * @brief Finds what a run has written into a directory.
 *
 * The summary of the run tells its files: others are left from earlier runs. Without a summary, all
 * files count.
 *
 * @param directory path of the directory
 * @return the files
 * @throws InputError if there is no trace, or the summary is none
 */
RunFiles FindRunFiles(const std::string& directory);

} // namespace mgm
} // namespace ns3

#endif // MGM_RUN_FILES_H
