/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#ifndef MGM_ROUTE_INPUT_TRAITS_H
#define MGM_ROUTE_INPUT_TRAITS_H

#include "ns3/ipv4-routing-protocol.h"

namespace ns3
{
namespace mgm
{

/**
 * @ingroup mgm
 * @brief The types of the callbacks that Ipv4RoutingProtocol::RouteInput takes: by value up to
 * ns-3.38, by reference to const from ns-3.39 on.
 */
template <typename RouteInput>
struct RouteInputTraits;

/// @ingroup mgm
/// @brief Takes the types out of the signature.
template <typename Protocol,
          typename UnicastForward,
          typename MulticastForward,
          typename LocalDeliver,
          typename Error>
struct RouteInputTraits<bool (Protocol::*)(Ptr<const Packet>,
                                           const Ipv4Header&,
                                           Ptr<const NetDevice>,
                                           UnicastForward,
                                           MulticastForward,
                                           LocalDeliver,
                                           Error)>
{
    using UnicastForwardArgument = UnicastForward;     ///< What forwards unicast packets.
    using MulticastForwardArgument = MulticastForward; ///< What forwards multicast packets.
    using LocalDeliverArgument = LocalDeliver;         ///< What delivers packets to the node.
    using ErrorArgument = Error;                       ///< What is told of errors.
};

/// The types of the ns-3 that the project is built against.
using RouteInputArguments = RouteInputTraits<decltype(&Ipv4RoutingProtocol::RouteInput)>;

} // namespace mgm
} // namespace ns3

#endif // MGM_ROUTE_INPUT_TRAITS_H
