/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#ifndef MGM_SCENARIO_CATALOG_H
#define MGM_SCENARIO_CATALOG_H

#include <ostream>
#include <string>

namespace ns3
{
namespace mgm
{

/**
 * @brief Finds a scenario by the path of its file, or by its name if it is one in a directory.
 * @param directory the directory
 * @param name a path, or the name of a file in the directory without ".json"
 * @return path of the scenario; a path that is given is not looked at
 * @throws InputError if it is a name, and neither a file nor the directory has it
 */
std::string FindScenario(const std::string& directory, const std::string& name);

/**
 * @ingroup mgm
 * @brief Prints path and description of each scenario in a directory, in the order of their names.
 * @param directory the directory
 * @param os where to print
 * @throws InputError if there is no such directory, or a file in it is no JSON
 */
void ListScenarios(const std::string& directory, std::ostream& os);

} // namespace mgm
} // namespace ns3

#endif // MGM_SCENARIO_CATALOG_H
