/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#ifndef MGM_SCRIPT_READER_H
#define MGM_SCRIPT_READER_H

#include "json/mgm-json-value.h"
#include "mgm-scenario.h"

namespace ns3
{
namespace mgm
{

/**
 * @brief Reads a step of a script.
 * @param value the step
 * @param scenario the scenario with its links
 * @param node the node that the protocol is on
 * @param mayLackGroup whether an "add" or "delete" can take its group from what it reacts to
 * @return the step
 * @throws InputError for an interface that the node does not have, or a group that is missing
 */
ScriptStep ReadScriptStep(const JsonValue& value,
                          const Scenario& scenario,
                          const NodeSpec& node,
                          bool mayLackGroup);

/**
 * @brief Reads what a protocol does: that of Script::PimLike() as far as nothing else is given.
 * @param protocol the protocol
 * @param scenario the scenario with its links
 * @param node the node that the protocol is on
 * @return the script
 * @throws InputError as ReadScriptStep()
 */
Script ReadScript(const JsonValue& protocol, const Scenario& scenario, const NodeSpec& node);

} // namespace mgm
} // namespace ns3

#endif // MGM_SCRIPT_READER_H
