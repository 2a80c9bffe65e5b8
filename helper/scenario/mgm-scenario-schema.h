/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#ifndef MGM_SCENARIO_SCHEMA_H
#define MGM_SCENARIO_SCHEMA_H

#include <string>

namespace ns3
{
namespace mgm
{

/// @return the JSON Schema of scenarios: the text of doc/scenario.schema.json when this was built
const std::string& GetScenarioSchema();

} // namespace mgm
} // namespace ns3

#endif // MGM_SCENARIO_SCHEMA_H
