/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#ifndef MGM_KEPT_ROUTING_H
#define MGM_KEPT_ROUTING_H

#include "mgm-route-input-traits.h"

namespace ns3
{
namespace mgm
{

/**
 * @ingroup mgm
 * @brief Stands in a list for a routing protocol that has been in use without one.
 *
 * It passes on everything but SetIpv4(), which a routing protocol may see only once.
 */
class KeptRouting : public Ipv4RoutingProtocol
{
  public:
    /// @return the TypeId
    static TypeId GetTypeId();

    /// @param kept the routing protocol
    explicit KeptRouting(Ptr<Ipv4RoutingProtocol> kept);

    /// @return the routing protocol
    Ptr<Ipv4RoutingProtocol> GetKept() const;

    Ptr<Ipv4Route> RouteOutput(Ptr<Packet> packet,
                               const Ipv4Header& header,
                               Ptr<NetDevice> device,
                               Socket::SocketErrno& error) override;
    bool RouteInput(Ptr<const Packet> packet,
                    const Ipv4Header& header,
                    Ptr<const NetDevice> device,
                    RouteInputArguments::UnicastForwardArgument unicastForward,
                    RouteInputArguments::MulticastForwardArgument multicastForward,
                    RouteInputArguments::LocalDeliverArgument localDeliver,
                    RouteInputArguments::ErrorArgument error) override;
    void NotifyInterfaceUp(uint32_t interface) override;
    void NotifyInterfaceDown(uint32_t interface) override;
    void NotifyAddAddress(uint32_t interface, Ipv4InterfaceAddress address) override;
    void NotifyRemoveAddress(uint32_t interface, Ipv4InterfaceAddress address) override;
    void SetIpv4(Ptr<Ipv4> ipv4) override;
    void PrintRoutingTable(Ptr<OutputStreamWrapper> stream,
                           Time::Unit unit = Time::S) const override;

  protected:
    void DoInitialize() override;
    void DoDispose() override;

  private:
    Ptr<Ipv4RoutingProtocol> m_kept; ///< the routing protocol
};

} // namespace mgm
} // namespace ns3

#endif // MGM_KEPT_ROUTING_H
