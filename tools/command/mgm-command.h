/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#ifndef MGM_COMMAND_H
#define MGM_COMMAND_H

#include <string>
#include <vector>

namespace ns3
{
namespace mgm
{

/**
 * @brief Runs a command line.
 * @param arguments the arguments behind the program's name
 * @return the exit status: 0 done, 1 an expectation was not met
 * @throws InputError if the arguments or the scenario are bad
 */
int RunCommand(const std::vector<std::string>& arguments);

} // namespace mgm
} // namespace ns3

#endif // MGM_COMMAND_H
