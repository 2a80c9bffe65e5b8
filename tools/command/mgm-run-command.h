/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#ifndef MGM_RUN_COMMAND_H
#define MGM_RUN_COMMAND_H

#include <string>
#include <vector>

namespace ns3
{
namespace mgm
{

/**
 * @brief mgm run: runs one scenario.
 * @param arguments the words behind "run"
 * @return the exit status
 * @throws InputError or boost::program_options::error if the arguments or the scenario are bad
 */
int RunRun(const std::vector<std::string>& arguments);

} // namespace mgm
} // namespace ns3

#endif // MGM_RUN_COMMAND_H
