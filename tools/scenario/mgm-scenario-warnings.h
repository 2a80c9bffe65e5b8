/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#ifndef MGM_SCENARIO_WARNINGS_H
#define MGM_SCENARIO_WARNINGS_H

#include "json/mgm-json-value.h"

#include "ns3/nstime.h"

#include <string>
#include <vector>

namespace ns3
{
namespace mgm
{

/**
 * @ingroup mgm
 * @brief What is odd about a scenario.
 */
struct ScenarioWarning
{
    std::string pointer; ///< JSON pointer to the value.
    std::string text;    ///< A line for people, which says where the value stands.
};

/**
 * @brief Finds what never comes, because the simulation ends before: steps, starts, and times at
 *        which expectations look.
 * @param root the scenario; it is valid
 * @param stop when the simulation ends
 * @return a warning of each
 */
std::vector<ScenarioWarning> FindLateTimes(const JsonValue& root, Time stop);

} // namespace mgm
} // namespace ns3

#endif // MGM_SCENARIO_WARNINGS_H
