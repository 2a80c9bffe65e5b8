/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#ifndef MGM_ROUTING_DECORATOR_H
#define MGM_ROUTING_DECORATOR_H

#include "mgm-route-input-traits.h"

#include "ns3/ipv4-route.h"

#include <utility>

namespace ns3
{
namespace mgm
{

/**
 * @ingroup mgm
 * @brief Stands in the place of a routing protocol that is in use, and passes on all that is asked
 * and told of it; a derived class overrides what it cares about.
 *
 * It doesn't pass on SetIpv4(): the other one has seen the IPv4 already, and may see it only once.
 *
 * @tparam Protocol what it is to others: Ipv4RoutingProtocol or a class derived from it
 */
template <typename Protocol>
class RoutingDecorator : public Protocol
{
  public:
    /// @param decorated the routing protocol
    explicit RoutingDecorator(Ptr<Protocol> decorated)
        : m_decorated(std::move(decorated))
    {
    }

    Ptr<Ipv4Route> RouteOutput(Ptr<Packet> packet,
                               const Ipv4Header& header,
                               Ptr<NetDevice> device,
                               Socket::SocketErrno& error) override
    {
        return m_decorated->RouteOutput(packet, header, device, error);
    }

    bool RouteInput(Ptr<const Packet> packet,
                    const Ipv4Header& header,
                    Ptr<const NetDevice> device,
                    RouteInputArguments::UnicastForwardArgument unicastForward,
                    RouteInputArguments::MulticastForwardArgument multicastForward,
                    RouteInputArguments::LocalDeliverArgument localDeliver,
                    RouteInputArguments::ErrorArgument error) override
    {
        return m_decorated->RouteInput(packet,
                                       header,
                                       device,
                                       unicastForward,
                                       multicastForward,
                                       localDeliver,
                                       error);
    }

    void NotifyInterfaceUp(uint32_t interface) override
    {
        m_decorated->NotifyInterfaceUp(interface);
    }

    void NotifyInterfaceDown(uint32_t interface) override
    {
        m_decorated->NotifyInterfaceDown(interface);
    }

    void NotifyAddAddress(uint32_t interface, Ipv4InterfaceAddress address) override
    {
        m_decorated->NotifyAddAddress(interface, address);
    }

    void NotifyRemoveAddress(uint32_t interface, Ipv4InterfaceAddress address) override
    {
        m_decorated->NotifyRemoveAddress(interface, address);
    }

    void SetIpv4(Ptr<Ipv4> /* ipv4 */) override
    {
    }

    void PrintRoutingTable(Ptr<OutputStreamWrapper> stream,
                           Time::Unit unit = Time::S) const override
    {
        m_decorated->PrintRoutingTable(stream, unit);
    }

  protected:
    void DoInitialize() override
    {
        m_decorated->Initialize();
        Protocol::DoInitialize();
    }

    void DoDispose() override
    {
        m_decorated = nullptr;
        Protocol::DoDispose();
    }

    /// @return the routing protocol
    Ptr<Protocol> GetDecorated() const
    {
        return m_decorated;
    }

  private:
    Ptr<Protocol> m_decorated; ///< the routing protocol
};

} // namespace mgm
} // namespace ns3

#endif // MGM_ROUTING_DECORATOR_H
