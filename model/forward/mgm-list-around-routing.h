/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#ifndef MGM_LIST_AROUND_ROUTING_H
#define MGM_LIST_AROUND_ROUTING_H

#include "ns3/ipv4-list-routing.h"

namespace ns3
{
namespace mgm
{

/**
 * @ingroup mgm
 * @brief A list routing for a node whose routing was no list: that routing is in it, in use as
 * before, with priority 0.
 *
 * An Ipv4ListRouting would introduce the node's IPv4 a second time to it, which no routing protocol
 * of ns-3 expects.
 */
class ListAroundRouting : public Ipv4ListRouting
{
  public:
    /// @return the TypeId
    static TypeId GetTypeId();

    /**
     * @brief Finds the list routing of a node, or puts one around its routing.
     * @param ipv4 the node's IPv4, which has a routing protocol
     * @return the list
     */
    static Ptr<Ipv4ListRouting> Of(Ptr<Ipv4> ipv4);

    /// @param routing the routing protocol of the node
    explicit ListAroundRouting(Ptr<Ipv4RoutingProtocol> routing);

    /// Finds also that routing protocol itself, as helpers do that look for one of its type.
    Ptr<Ipv4RoutingProtocol> GetRoutingProtocol(uint32_t index, int16_t& priority) const override;
};

} // namespace mgm
} // namespace ns3

#endif // MGM_LIST_AROUND_ROUTING_H
