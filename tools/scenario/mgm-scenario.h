/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#ifndef MGM_SCENARIO_H
#define MGM_SCENARIO_H

#include "json/mgm-named-list.h"
#include "mgm-expectation-spec.h"
#include "mgm-exploration-spec.h"
#include "mgm-node-spec.h"
#include "mgm-scenario-warnings.h"
#include "mgm-step-spec.h"

#include "ns3/ipv4-address.h"
#include "ns3/nstime.h"
#include "ns3/random-variable-stream.h"

#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace ns3
{
namespace mgm
{

/// @ingroup mgm
/// @brief Where unicast routes come from, beside the static routes of each node.
enum class UnicastRouting : uint8_t
{
    STATIC, ///< Nowhere.
    GLOBAL, ///< Shortest paths, computed for all nodes at once.
    RIP,    ///< RIP on all nodes that have a group manager or several interfaces.
};

/// @ingroup mgm
/// @brief A stream of packets to a group.
struct TrafficSpec
{
    std::size_t node{0};             ///< Index of the node that sends it.
    uint32_t interface = 0;          ///< Index of the interface on which it is sent.
    Ipv4Address group{ANY_ADDRESS};  ///< The group.
    Ptr<RandomVariableStream> start; ///< When it starts [s].
    std::optional<Time> stop;        ///< When it stops.
    AttributeSpecs attributes;       ///< Of its TrafficSource.
    uint16_t port{0};                ///< UDP port.
};

/**
 * @ingroup mgm
 * @brief One simulation, as data. ReadScenario() makes it, and only of what can be run.
 */
struct Scenario
{
    std::string name;                               ///< Name.
    std::string digest;                             ///< FNV-1a of what decides on a run.
    std::string command;                            ///< What it is run by, as far as it matters.
    Time stop;                                      ///< When the simulation ends.
    uint32_t seed{0};                               ///< Seed of the random streams.
    uint64_t run{0};                                ///< Run number of the random streams.
    UnicastRouting routing{UnicastRouting::GLOBAL}; ///< Where unicast routes come from.
    /// File names and digests of the libraries that were loaded, if a protocol may be of them.
    std::vector<std::pair<std::string, std::string>> libraries;
    NamedList<LinkSpec> links;                 ///< The links.
    NamedList<NodeSpec> nodes;                 ///< The nodes.
    std::vector<TrafficSpec> traffic;          ///< The streams.
    std::vector<StepSpec> steps;               ///< What happens at given times.
    ExplorationSpec exploration;               ///< How orders of steps are explored.
    std::vector<StepSpec> chain;               ///< Steps of a schedule, one after the other.
    std::vector<uint32_t> choices;             ///< What a schedule chooses; then the first.
    std::vector<ExpectationSpec> expectations; ///< What the run must show.
    std::vector<ScenarioWarning> warnings;     ///< What is odd about it.
};

} // namespace mgm
} // namespace ns3

#endif // MGM_SCENARIO_H
