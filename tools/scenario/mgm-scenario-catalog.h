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
