/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#ifndef MGM_LINK_BUILDER_H
#define MGM_LINK_BUILDER_H

#include "mgm-random-streams.h"
#include "mgm-scenario.h"

#include "ns3/net-device.h"
#include "ns3/node.h"

#include <vector>

namespace ns3
{
namespace mgm
{

/// What the devices of a node are: one for each of its interfaces.
using NodeDevices = std::vector<Ptr<NetDevice>>;

/**
 * @brief Makes the links of a scenario and the devices that attach to them.
 *
 * ns3::Names knows the devices as `NODE/LINK`.
 *
 * @param scenario the scenario
 * @param nodes its nodes
 * @param streams where random streams come from
 * @return the devices of each node
 */
std::vector<NodeDevices> MakeLinks(const Scenario& scenario,
                                   const std::vector<Ptr<Node>>& nodes,
                                   RandomStreams& streams);

} // namespace mgm
} // namespace ns3

#endif // MGM_LINK_BUILDER_H
