/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#ifndef MGM_EXPLORE_SCENARIO_H
#define MGM_EXPLORE_SCENARIO_H

#include "explore/mgm-exploration.h"
#include "scenario/mgm-scenario-reader.h"
#include "tools/scenario/mgm-scenario-file.h"

#include <nlohmann/json.hpp>
#include <set>
#include <string>
#include <vector>

namespace ns3
{
namespace mgm
{

using TestJson = nlohmann::ordered_json; ///< JSON with members in order

/**
 * @brief Makes a protocol that moves.
 * @param id protocol id
 * @param verbs the steps of its start-up
 * @param interfaces its interfaces
 * @return the protocol
 */
inline TestJson
MovingProtocol(int id, const std::vector<std::string>& verbs, const TestJson& interfaces)
{
    auto script = TestJson::array();
    for (const auto& verb : verbs)
    {
        script.push_back({{"do", verb}});
    }
    return {{"id", id}, {"moves", true}, {"interfaces", interfaces}, {"script", script}};
}

/**
 * @brief Makes a scenario with a router on two LANs.
 * @param protocols its protocols
 * @return the scenario
 */
inline TestJson
RouterScenario(const TestJson& protocols)
{
    return {{"name", "s"},
            {"stop", "5s"},
            {"links",
             {{"lan1", {{"type", "csma"}, {"subnet", "10.1.1.0/24"}}},
              {"lan2", {{"type", "csma"}, {"subnet", "10.1.2.0/24"}}}}},
            {"nodes",
             {{"r1",
               {{"interfaces", {{"lan1", "10.1.1.1"}, {"lan2", "10.1.2.1"}}},
                {"protocols", protocols}}}}},
            {"steps", TestJson::array()},
            {"explore", {{"start", "1s"}}}};
}

/**
 * @brief Reads a scenario.
 * @param json the scenario
 * @return it
 */
inline Scenario
ReadJson(const TestJson& json)
{
    const TemporaryDirectory directory;
    return ReadScenario(WriteScenario(directory / "s.json", json));
}

/// @param result what an exploration came to
/// @return its outcomes
inline std::set<std::vector<std::string>>
OutcomesOf(const Exploration& result)
{
    std::set<std::vector<std::string>> outcomes;
    for (const auto& group : result.outcomes)
    {
        outcomes.insert(group.lines);
    }
    return outcomes;
}

/// @param result what an exploration came to
/// @param order indices of its steps
/// @return their labels
inline std::vector<std::string>
LabelsOf(const Exploration& result, const StepOrder& order)
{
    std::vector<std::string> labels;
    for (const auto step : order)
    {
        labels.push_back(result.steps[step].label);
    }
    return labels;
}

} // namespace mgm
} // namespace ns3

#endif // MGM_EXPLORE_SCENARIO_H
