/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#ifndef MGM_TRACE_CHECK_COMMAND_H
#define MGM_TRACE_CHECK_COMMAND_H

#include "mgm-command-options.h"

namespace ns3
{
namespace mgm
{

/**
 * @brief Checks the invariants on traces: "mgm trace check FILE...".
 * @param arguments the words behind "check"
 * @return the exit status
 */
int RunTraceCheck(const Arguments& arguments);

} // namespace mgm
} // namespace ns3

#endif // MGM_TRACE_CHECK_COMMAND_H
