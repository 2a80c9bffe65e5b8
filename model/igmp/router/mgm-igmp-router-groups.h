/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#ifndef MGM_IGMP_ROUTER_GROUPS_H
#define MGM_IGMP_ROUTER_GROUPS_H

#include "mgm-igmp-router-link.h"

#include <memory>
#include <optional>
#include <vector>

namespace ns3
{
namespace mgm
{

/**
 * @ingroup mgm
 * @brief The groups of an interface of a router, of one IGMP version.
 *
 * Groups that can be no membership (MBR-2: 224.0.0.0/24) are not kept, nor sources that are no
 * unicast address, nor source-specific groups that somebody wants from any source (RFC 4604 section
 * 3), nor groups beyond the limit.
 */
class IgmpRouterGroups
{
  public:
    virtual ~IgmpRouterGroups() = default;

    /**
     * @brief Handles a report or leave; what the version does not know is dropped.
     * @param message the message; a query is ignored
     * @param host address of the host that sent it
     */
    virtual void Receive(const IgmpMessage& message, Ipv4Address host) = 0;

    /**
     * @brief Lowers the timers of what a query asks for (RFC 2236 section 3, RFC 3376 section
     * 6.6.1).
     * @param query a query of another router, after the election
     */
    virtual void ReceiveQuery(const IgmpQuery& query) = 0;

    /**
     * @brief Destroys a group.
     * @param group the group
     */
    virtual void Forget(Ipv4Address group) = 0;

    /// @brief Ends the specific queries that are being repeated; the timers run on.
    virtual void StopQueries() = 0;

    /// @return the groups, in ascending order
    virtual std::vector<Ipv4Address> GetGroups() const = 0;

    /// @return the number of groups
    virtual std::size_t GetSize() const = 0;

    /**
     * @param group a group
     * @return what is known of it; nothing if it has no state
     */
    virtual std::optional<IgmpGroupState> GetState(Ipv4Address group) const = 0;
};

/**
 * @brief Makes the groups of an interface.
 * @param version IGMP version, 1 to 3
 * @param link the interface; it outlives them
 * @return the groups, none so far
 */
std::unique_ptr<IgmpRouterGroups> MakeIgmpRouterGroups(uint8_t version, IgmpRouterLink& link);

} // namespace mgm
} // namespace ns3

#endif // MGM_IGMP_ROUTER_GROUPS_H
