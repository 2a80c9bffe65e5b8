/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#ifndef MGM_AGENT_BUILDER_H
#define MGM_AGENT_BUILDER_H

#include "mgm-random-streams.h"
#include "mgm-scenario-network.h"
#include "mgm-scenario.h"

#include <set>

namespace ns3
{
namespace mgm
{

/**
 * @brief Gives a node its group manager, its forwarder and its agents.
 * @param spec the node of the scenario
 * @param node what is made of it
 * @param streams where random streams come from
 */
void MakeAgents(const NodeSpec& spec, ScenarioNetwork::Node& node, RandomStreams& streams);

/**
 * @brief Gives a node a source of a stream.
 * @param spec the stream
 * @param node its node
 * @param streams where random streams come from
 */
void MakeSource(const TrafficSpec& spec, ScenarioNetwork::Node& node, RandomStreams& streams);

/**
 * @brief Gives a node what receives the packets that its IGMP host wants.
 * @param ports the UDP ports of the packets
 * @param node the node; without an IGMP host it gets nothing
 */
void MakeSinks(const std::set<uint16_t>& ports, ScenarioNetwork::Node& node);

} // namespace mgm
} // namespace ns3

#endif // MGM_AGENT_BUILDER_H
