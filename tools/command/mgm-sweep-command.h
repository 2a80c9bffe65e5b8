/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#ifndef MGM_SWEEP_COMMAND_H
#define MGM_SWEEP_COMMAND_H

#include <string>
#include <vector>

namespace ns3
{
namespace mgm
{

/**
 * @brief mgm sweep: runs a scenario many times.
 * @param arguments the words behind "sweep"
 * @return the exit status
 * @throws InputError or boost::program_options::error if the arguments or the experiment are bad
 */
int RunSweepCommand(const std::vector<std::string>& arguments);

} // namespace mgm
} // namespace ns3

#endif // MGM_SWEEP_COMMAND_H
