/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#ifndef MGM_STATE_PROBE_H
#define MGM_STATE_PROBE_H

#include "mgm-scenario-network.h"
#include "mgm-scenario.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace ns3
{
namespace mgm
{

/**
 * @param node a node with a group manager
 * @param interface index of an interface
 * @return name and id of who has the interface, as GetProtocolOnInterface() would say; nothing if
 *         nobody has
 */
std::optional<std::pair<std::string, ClientId>> GetHolder(const ScenarioNetwork::Node& node,
                                                          uint32_t interface);

/**
 * @param node a node
 * @param protocol index of one of its protocols
 * @return the groups that the protocol knows, in order
 */
std::vector<SourceGroup> GetKnownGroups(const ScenarioNetwork::Node& node, std::size_t protocol);

/**
 * @param node a node with an IGMP router
 * @param interface index of an interface
 * @return what the group manager has from the router for the interface, in order
 */
std::vector<SourceGroup> GetMembers(const ScenarioNetwork::Node& node, uint32_t interface);

/// @ingroup mgm
/// @brief The interfaces of a forwarding entry.
struct MfeInterfaces
{
    uint32_t incoming{0};           ///< Index of the incoming one.
    std::vector<uint32_t> outgoing; ///< Indices of the outgoing ones, in ascending order.
};

/**
 * @param node a node with a group manager
 * @param key source and group
 * @return the interfaces of the forwarding entry; nothing if there is none
 */
std::optional<MfeInterfaces> GetMfeInterfaces(const ScenarioNetwork::Node& node,
                                              const SourceGroup& key);

/**
 * @param groups some groups
 * @return them, for people
 */
std::string Describe(const std::vector<SourceGroup>& groups);

} // namespace mgm
} // namespace ns3

#endif // MGM_STATE_PROBE_H
