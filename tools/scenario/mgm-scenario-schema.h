/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#ifndef MGM_SCENARIO_SCHEMA_H
#define MGM_SCENARIO_SCHEMA_H

#include "json/mgm-json-schema.h"

#include <string>

namespace ns3
{
namespace mgm
{

/// @return the JSON Schema of scenarios: the text of doc/scenario.schema.json when this was built
const std::string& GetScenarioSchema();

/// @return the schema of scenarios, compiled at the first call; that takes longer than a check, so
///         that a process makes it before it forks others that read scenarios
const JsonSchema& GetCompiledScenarioSchema();

} // namespace mgm
} // namespace ns3

#endif // MGM_SCENARIO_SCHEMA_H
