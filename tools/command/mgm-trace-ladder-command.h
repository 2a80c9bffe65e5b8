/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#ifndef MGM_TRACE_LADDER_COMMAND_H
#define MGM_TRACE_LADDER_COMMAND_H

#include "mgm-command-options.h"

namespace ns3
{
namespace mgm
{

/**
 * @brief Runs `mgm trace ladder`: draws sequence diagrams of traces.
 * @param arguments the words behind the subcommand
 * @return the exit status
 */
int RunTraceLadder(const Arguments& arguments);

} // namespace mgm
} // namespace ns3

#endif // MGM_TRACE_LADDER_COMMAND_H
