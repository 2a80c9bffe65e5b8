/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#ifndef MGM_INTERFACE_WATCH_H
#define MGM_INTERFACE_WATCH_H

#include "mgm-route-input-traits.h"

#include "ns3/callback.h"

#include <cstdint>

namespace ns3
{
namespace mgm
{

/// @ingroup mgm
/// @brief What happened to an interface of IPv4.
enum class InterfaceChange : uint8_t
{
    UP,      ///< It came up, or was told to although it was up.
    DOWN,    ///< It went down.
    ADDRESS, ///< It got an address, or lost one.
};

/**
 * @ingroup mgm
 * @brief Stands in a list of routing protocols to hear what happens to the interfaces of a node:
 * IPv4 tells its routing protocol and nobody else.
 *
 * It routes nothing.
 */
class InterfaceWatch : public Ipv4RoutingProtocol
{
  public:
    /// Hears of the change of an interface, given by its index.
    using Listener = Callback<void, uint32_t, InterfaceChange>;

    /// Priority in the list: the last of all, so that the routes have changed when it tells.
    static constexpr int16_t LIST_PRIORITY = INT16_MIN;

    /// @return the TypeId
    static TypeId GetTypeId();

    /// @param listener who is told
    explicit InterfaceWatch(Listener listener);

    /// @brief Tells nobody any more.
    void Close();

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
    void DoDispose() override;

  private:
    /// @brief Tells of a change.
    /// @param interface the interface
    /// @param change the change
    void Tell(uint32_t interface, InterfaceChange change) const;

    Listener m_listener; ///< who is told
};

} // namespace mgm
} // namespace ns3

#endif // MGM_INTERFACE_WATCH_H
