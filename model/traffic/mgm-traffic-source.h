/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#ifndef MGM_TRAFFIC_SOURCE_H
#define MGM_TRAFFIC_SOURCE_H

#include "ns3/event-id.h"
#include "ns3/ipv4-address.h"
#include "ns3/mgm-streamed-application.h"
#include "ns3/mgm-trace-record.h"
#include "ns3/packet.h"
#include "ns3/random-variable-stream.h"
#include "ns3/traced-callback.h"

#include <cstdint>

/*
 * DOC model/traffic: streams of packets to groups.
 *
 * A TrafficSource sends numbered UDP packets to a group on one interface, a TrafficSink receives
 * those of all groups on one port. Both are applications of ns-3, owned by their node, and started
 * and stopped by it. They know neither the group manager nor IGMP: a sink asks a filter, which is
 * given to it, whether its host wants a packet.
 *
 * Events: the start, then one event for each packet and for each on period, at times that are
 * drawn; the stop cancels those that are due. Packets arrive at the sink by its socket, after
 * MembershipRouting (model/delivery) has let them pass.
 *
 * What must hold: a packet that is sent is a record, and the packet carries its number (CauseTag),
 * so that each of its copies can be followed to its end; one that can't be sent is a drop with a
 * reason. Numbers go on over a restart: no two packets of a source have the same.
 */

namespace ns3
{

class Ipv4Route;

namespace mgm
{

/**
 * @ingroup mgm
 * @brief Sends UDP packets to a multicast group on one interface of a host or a router.
 *
 * The first packet leaves at the start, each further one after a time drawn from Interval: a
 * constant makes a constant rate, an exponential variable a Poisson process. With OnTime and
 * OffTime, on and off periods alternate from the start on: each on period begins with a packet, and
 * what would be sent at its end or later is not sent.
 *
 * Each packet begins with ns-3's SeqTsHeader. Numbers go on when the source is started again. While
 * the node's Tracer is connected, each packet is a record of kind packet-tx, op "data", and carries
 * its number in a CauseTag; one that cannot be sent is a drop, event "source-interface-down".
 */
class TrafficSource : public StreamedApplication
{
  public:
    /// Least size of a packet: that of its header [bytes].
    static constexpr uint32_t LEAST_PACKET_SIZE = 12;

    /// Greatest size of a packet that fits an Ethernet frame together with the headers of UDP and
    /// IP [bytes].
    static constexpr uint32_t GREATEST_PACKET_SIZE = 1472;

    /// @return the TypeId
    static TypeId GetTypeId();

    TrafficSource();
    ~TrafficSource() override;

    /// @brief Starts to send now; does nothing if it does already. Aborts if the group is none, or
    ///        the node lacks IPv4, UDP, or the interface with an address.
    void Start();

    /// @brief Sends no more, until it is started again.
    void Stop();

    /// @brief Stop(): nobody is told anyhow.
    void Fail();

    /// @return whether it is started
    bool IsRunning() const;

    /// @return number of packets so far
    uint32_t GetSent() const;

    /**
     * @brief Fixes the random streams.
     * @param stream first stream number
     * @return the number of streams used
     */
    int64_t AssignStreams(int64_t stream) override;

    /**
     * @brief Signature of the trace source "Tx".
     * @param sequence number of the packet, from 0
     * @param packet the packet, from its SeqTsHeader on
     */
    typedef void (*TxCallback)(uint32_t sequence, Ptr<const Packet> packet);

  protected:
    void DoDispose() override;

  private:
    void StartApplication() override;
    void StopApplication() override;

    /// @brief Aborts, with what is wrong and where, if nothing can be sent from here.
    void CheckPlace() const;

    /// @brief Begins an on period.
    void BeginOn();

    /// @brief Begins an off period.
    void BeginOff();

    /// @brief Sends a packet, and schedules the next one.
    void SendNext();

    /// @brief Sends a packet.
    void Send();

    /// @brief Hands a packet to UDP.
    /// @param packet the packet
    void Transmit(Ptr<Packet> packet);

    /// @param packet the packet
    /// @return a way to the group, out of the interface
    Ptr<Ipv4Route> FindRoute(Ptr<Packet> packet) const;

    /// @brief Makes a record about a packet.
    /// @param kind its kind
    /// @return the record
    TraceRecord MakeRecord(TraceKind kind) const;

    Ipv4Address m_group;                  ///< group
    uint16_t m_port;                      ///< UDP port
    uint32_t m_interfaceIndex;            ///< index of the IPv4 interface
    uint32_t m_packetSize;                ///< size of the UDP payload [bytes]
    uint8_t m_ttl;                        ///< time to live
    uint32_t m_count;                     ///< number of packets; 0: no limit
    Ptr<RandomVariableStream> m_interval; ///< time between packets [s]
    Ptr<RandomVariableStream> m_onTime;   ///< length of on periods [s]; null: always on
    Ptr<RandomVariableStream> m_offTime;  ///< length of off periods [s]; null: always on

    bool m_isRunning{false}; ///< whether it is started
    uint32_t m_sequence{0};  ///< number of the next packet
    EventId m_nextPacket;    ///< the next packet
    EventId m_nextPeriod;    ///< end of the on or off period

    /// Packets that are sent.
    TracedCallback<uint32_t, Ptr<const Packet>> m_tx;
};

} // namespace mgm
} // namespace ns3

#endif // MGM_TRAFFIC_SOURCE_H
