/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#ifndef MGM_RULES_COMMAND_H
#define MGM_RULES_COMMAND_H

#include "mgm-command-options.h"

namespace ns3
{
namespace mgm
{

/**
 * @brief Shows rules of the specification: "mgm rules [ID...]".
 * @param arguments the words behind "rules"
 * @return the exit status
 * @throws InputError if there is no such rule
 */
int RunRules(const Arguments& arguments);

} // namespace mgm
} // namespace ns3

#endif // MGM_RULES_COMMAND_H
