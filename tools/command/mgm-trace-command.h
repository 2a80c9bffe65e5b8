/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#ifndef MGM_TRACE_COMMAND_H
#define MGM_TRACE_COMMAND_H

#include <string>
#include <vector>

namespace ns3
{
namespace mgm
{

/**
 * @brief mgm trace: looks at traces.
 * @param arguments the words behind "trace"
 * @return the exit status
 * @throws InputError or boost::program_options::error if the arguments or a trace are bad
 */
int RunTrace(const std::vector<std::string>& arguments);

} // namespace mgm
} // namespace ns3

#endif // MGM_TRACE_COMMAND_H
