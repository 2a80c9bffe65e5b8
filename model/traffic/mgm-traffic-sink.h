/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#ifndef MGM_TRAFFIC_SINK_H
#define MGM_TRAFFIC_SINK_H

#include "mgm-traffic-reception.h"

#include "ns3/application.h"
#include "ns3/callback.h"
#include "ns3/packet.h"
#include "ns3/socket.h"
#include "ns3/traced-callback.h"

#include <cstdint>
#include <optional>

namespace ns3
{
namespace mgm
{

/**
 * @ingroup mgm
 * @brief Receives the packets of TrafficSources, of all groups on one UDP port.
 *
 * ns-3 hands every multicast packet to every socket, joined or not. A sink therefore asks its
 * filter whether the host wants a packet; one that is not wanted is ignored.
 *
 * While the node's Tracer is connected, each packet is a record of kind packet-rx, op "data",
 * caused by the record whose number the packet carries in its CauseTag.
 */
class TrafficSink : public Application
{
  public:
    /// Tells whether packets of a source to a group are wanted on an interface.
    using Filter = Callback<bool, uint32_t, Ipv4Address, Ipv4Address>;

    /// @return the TypeId
    static TypeId GetTypeId();

    TrafficSink();
    ~TrafficSink() override;

    /// @param filter tells what is wanted, as IgmpHost::Wants() does; everything is unless set
    void SetFilter(const Filter& filter);

    /// @return number of packets so far
    uint64_t GetReceived() const;

    /**
     * @brief Signature of the trace source "Rx".
     * @param reception the packet
     */
    typedef void (*RxCallback)(const TrafficReception& reception);

  protected:
    void DoDispose() override;

  private:
    void StartApplication() override;
    void StopApplication() override;

    /// @brief Takes all packets that have arrived.
    /// @param socket the socket
    void Receive(Ptr<Socket> socket);

    /// @brief Reads what a packet says of itself.
    /// @param packet the packet; headers and tags are taken off
    /// @param from who sent it
    /// @return that; nothing if the packet is not one of a TrafficSource to a group
    std::optional<TrafficReception> Read(Ptr<Packet> packet, const Address& from) const;

    /// @brief Takes a packet that is wanted.
    /// @param reception the packet
    /// @param cause number of the record that caused it; 0 if there is none
    void Deliver(const TrafficReception& reception, uint64_t cause);

    uint16_t m_port;        ///< UDP port
    Filter m_filter;        ///< what is wanted; null: everything
    Ptr<Socket> m_socket;   ///< while started
    uint64_t m_received{0}; ///< number of packets

    TracedCallback<const TrafficReception&> m_rx; ///< packets that are received
};

} // namespace mgm
} // namespace ns3

#endif // MGM_TRAFFIC_SINK_H
