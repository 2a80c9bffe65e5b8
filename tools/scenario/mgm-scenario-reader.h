/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#ifndef MGM_SCENARIO_READER_H
#define MGM_SCENARIO_READER_H

#include "json/mgm-json-document.h"
#include "mgm-scenario.h"

#include <string>
#include <vector>

namespace ns3
{
namespace mgm
{

/**
 * @ingroup mgm
 * @brief A value that an option puts in the place of one in the scenario file.
 */
struct ScenarioChange
{
    std::string pointer; ///< JSON pointer to the value.
    std::string value;   ///< JSON, or else a string.
    std::string origin;  ///< The option, for messages.
};

/**
 * @ingroup mgm
 * @brief Reads a scenario.
 * @param path path of a JSON file that conforms to doc/scenario.schema.json
 * @param changes changes to make before anything is checked, in order
 * @return the scenario
 * @throws InputError with one message if the scenario can't be run
 */
Scenario ReadScenario(const std::string& path, const std::vector<ScenarioChange>& changes = {});

/**
 * @brief Reads a scenario that was read from a file before.
 * @param document the whole of it
 * @param changes changes to make before anything is checked, in order
 * @return the scenario
 * @throws InputError with one message if the scenario can't be run
 */
Scenario ReadScenario(JsonDocument document, const std::vector<ScenarioChange>& changes);

/**
 * @param node name of a node
 * @param link name of a link
 * @return name of the file with what is captured where the node attaches to the link
 */
std::string GetCaptureName(const std::string& node, const std::string& link);

} // namespace mgm
} // namespace ns3

#endif // MGM_SCENARIO_READER_H
