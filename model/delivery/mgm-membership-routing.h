/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#ifndef MGM_MEMBERSHIP_ROUTING_H
#define MGM_MEMBERSHIP_ROUTING_H

#include "ns3/ipv4-list-routing.h"
#include "ns3/mgm-routing-decorator.h"
#include "ns3/traced-callback.h"

#include <vector>

/*
 * DOC model/delivery: what of the arriving multicast the sockets of a node get.
 *
 * ns-3 gives every multicast packet to every socket that is bound to its port. MembershipRouting
 * stands around the list routing of a node, as the node's routing protocol, and keeps from the
 * sockets what nobody there has asked for. The node owns it; it owns nothing but the list that it
 * stands around. Filters are callbacks, for example of an IGMP host, and stay for the life of the
 * node.
 *
 * Events: RouteInput() of each packet that arrives. It is passed on to the list as before, so that
 * forwarding is the same with and without the filter; what changes is the callback for local
 * delivery, which does nothing if no filter wants the packet.
 *
 * What must hold: unicast packets, those to 224.0.0.0/24 and those of the loopback interface
 * always get through; a packet that is kept from the sockets is counted and told by the trace
 * source "Unwanted".
 */

namespace ns3
{

class Node;

namespace mgm
{

/**
 * @ingroup mgm
 * @brief Gives multicast packets to a node's sockets only if somebody there wants them.
 *
 * By itself ns-3 gives every multicast packet that arrives to the sockets, whether or not the node
 * has joined the group. This stands around the list routing of a node, which goes on as before: all
 * protocols are found in it and can be added to it, and packets are forwarded alike. Only the local
 * delivery of multicast packets is up to filters. Packets to 224.0.0.0/24 always get through, and
 * so do those that the loopback interface brings.
 *
 * Raw sockets of ns-3 before 3.46 get packets before routing, and are out of reach.
 */
class MembershipRouting : public RoutingDecorator<Ipv4ListRouting>
{
  public:
    /// Tells whether a packet without its IP header, its IP header, and the index of the IPv4
    /// interface where it arrived are wanted.
    using Filter = Callback<bool, Ptr<const Packet>, const Ipv4Header&, uint32_t>;

    /// @return the TypeId
    static TypeId GetTypeId();

    /**
     * @brief Finds the one of a node, or puts it in place.
     *
     * A node with another routing protocol than a list gets a list that contains it with priority
     * 0.
     *
     * @param node the node; it has an IPv4 stack
     * @return what filters its packets
     */
    static Ptr<MembershipRouting> Of(Ptr<Node> node);

    using RoutingDecorator::RoutingDecorator;

    /**
     * @brief Adds a filter. A packet is delivered if any filter wants it.
     * @param filter the filter
     */
    void AddFilter(Filter filter);

    /// @return number of multicast packets that were not delivered
    uint64_t GetUnwanted() const;

    void AddRoutingProtocol(Ptr<Ipv4RoutingProtocol> protocol, int16_t priority) override;
    uint32_t GetNRoutingProtocols() const override;
    Ptr<Ipv4RoutingProtocol> GetRoutingProtocol(uint32_t index, int16_t& priority) const override;
    bool RouteInput(Ptr<const Packet> packet,
                    const Ipv4Header& header,
                    Ptr<const NetDevice> device,
                    RouteInputArguments::UnicastForwardArgument unicastForward,
                    RouteInputArguments::MulticastForwardArgument multicastForward,
                    RouteInputArguments::LocalDeliverArgument localDeliver,
                    RouteInputArguments::ErrorArgument error) override;
    void SetIpv4(Ptr<Ipv4> ipv4) override;

    /**
     * @brief Signature of the trace source "Unwanted".
     * @param header IP header of a multicast packet that is not delivered
     * @param packet the packet without it
     * @param interface index of the IPv4 interface where it arrived
     */
    typedef void (*UnwantedTracedCallback)(const Ipv4Header& header,
                                           Ptr<const Packet> packet,
                                           uint32_t interface);

  protected:
    void DoDispose() override;

  private:
    /// @param packet a packet without its IP header
    /// @param header its IP header
    /// @param interface where it arrived
    /// @return whether the node's sockets get it
    bool IsWanted(Ptr<const Packet> packet, const Ipv4Header& header, uint32_t interface) const;

    Ptr<Ipv4> m_ipv4;              ///< the node's IPv4
    std::vector<Filter> m_filters; ///< who knows what is wanted
    uint64_t m_unwanted{0};        ///< packets that were not delivered

    /// Packets that are not delivered.
    TracedCallback<const Ipv4Header&, Ptr<const Packet>, uint32_t> m_unwantedTrace;
};

} // namespace mgm
} // namespace ns3

#endif // MGM_MEMBERSHIP_ROUTING_H
