/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#ifndef MGM_EXPLORE_COMMAND_H
#define MGM_EXPLORE_COMMAND_H

#include "mgm-command-options.h"

namespace ns3
{
namespace mgm
{

/**
 * @brief Runs `mgm explore`.
 * @param arguments the words behind it
 * @return the exit status
 */
int RunExplore(const Arguments& arguments);

} // namespace mgm
} // namespace ns3

#endif // MGM_EXPLORE_COMMAND_H
