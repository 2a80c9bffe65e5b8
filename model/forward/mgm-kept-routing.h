/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#ifndef MGM_KEPT_ROUTING_H
#define MGM_KEPT_ROUTING_H

#include "mgm-routing-decorator.h"

namespace ns3
{
namespace mgm
{

/**
 * @ingroup mgm
 * @brief Stands in a list for a routing protocol that has been in use without one: a list would
 * introduce the node's IPv4 to it a second time.
 */
class KeptRouting : public RoutingDecorator<Ipv4RoutingProtocol>
{
  public:
    /// @return the TypeId
    static TypeId GetTypeId();

    using RoutingDecorator::GetDecorated;
    using RoutingDecorator::RoutingDecorator;
};

} // namespace mgm
} // namespace ns3

#endif // MGM_KEPT_ROUTING_H
