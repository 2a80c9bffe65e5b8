/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#ifndef MGM_TRACE_STATS_COMMAND_H
#define MGM_TRACE_STATS_COMMAND_H

#include "mgm-command-options.h"

namespace ns3
{
namespace mgm
{

/**
 * @brief Writes statistics of a trace.
 * @param arguments the words behind "mgm trace stats"
 * @return the exit status
 * @throws InputError if a trace or an option can't be used
 */
int RunTraceStats(const Arguments& arguments);

} // namespace mgm
} // namespace ns3

#endif // MGM_TRACE_STATS_COMMAND_H
