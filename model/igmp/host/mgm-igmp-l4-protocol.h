/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#ifndef MGM_IGMP_L4_PROTOCOL_H
#define MGM_IGMP_L4_PROTOCOL_H

#include "ns3/mgm-igmp-codec.h"
#include "ns3/mgm-link-listeners.h"
#include "ns3/mgm-link-protocol.h"
#include "ns3/mgm-trace-record.h"
#include "ns3/packet.h"

#include <array>
#include <optional>
#include <string>
#include <string_view>

namespace ns3
{

class Node;

namespace mgm
{

/**
 * @ingroup mgm
 * @brief A received IGMP message with what its listeners need of the IP header.
 */
struct IgmpReception
{
    IgmpMessage message;                             ///< The message.
    Ipv4Address source{Ipv4Address::GetZero()};      ///< IP source; 0.0.0.0: the host has none.
    Ipv4Address destination{Ipv4Address::GetZero()}; ///< IP destination.
    bool routerAlert{true}; ///< Whether the header had an option; ns-3 tells no more of it.
    uint8_t ttl{1};         ///< Its time to live.
};

/// @ingroup mgm
/// @brief Why a packet is ignored, whatever its octets say.
enum class IgmpPacketError : uint8_t
{
    OWN_SOURCE,      ///< From this node: a device that hears itself, or an impostor.
    BAD_SOURCE,      ///< From no unicast address, and not from 0.0.0.0.
    BAD_DESTINATION, ///< To no group and no address of the interface (RFC 3376 sections 4.1.12 and
                     ///< 4.2.14).
    COUNT,           ///< Number of errors.
};

/// @param error an error
/// @return its word in traces, for example "bad-source"
std::string_view ToString(IgmpPacketError error);

/**
 * @ingroup mgm
 * @brief IGMP on the wire: IP protocol 2 of a node, shared by its router and its host agent.
 *
 * Received octets are validated, decoded and given to the listeners of the interface; what is wrong
 * is counted and traced as a DROP. Messages are sent with a 24-octet IP header (RFC 3376 section
 * 4). As ns-3 does not loop back multicast packets, a message is also given to the other listeners
 * of the node on the interface: a router that is a group member performs both parts (RFC 3376
 * section 5).
 *
 * Listeners also hear what happens to their interface (see LinkProtocol).
 */
class IgmpL4Protocol : public LinkProtocol
{
  public:
    static constexpr uint8_t PROT_NUMBER = 2; ///< IP protocol number.

    /// @brief Those who listen.
    using Listeners = LinkListeners<IgmpReception>;

    /// @brief Hears the messages of an interface.
    using Listener = Listeners::Listener;

    /// @brief Hears what happens to an interface.
    using ChangeListener = Listeners::ChangeListener;

    /// @brief Names a listener of this node; 0 is none.
    using ListenerId = Listeners::Id;

    /// @return the TypeId
    static TypeId GetTypeId();

    /**
     * @brief Finds the IGMP protocol of a node, or makes it one.
     * @param node a node with IPv4
     * @return its IGMP protocol
     */
    static Ptr<IgmpL4Protocol> Of(Ptr<Node> node);

    IgmpL4Protocol();
    ~IgmpL4Protocol() override;

    /**
     * @brief Starts to hear an interface.
     * @param interface index of the IPv4 interface
     * @param listener what to call with each message
     * @param changes what to call with each change of the interface, if anything
     * @return the listener's id
     */
    ListenerId Listen(uint32_t interface, Listener listener, ChangeListener changes = {});

    /**
     * @brief Stops hearing.
     * @param listener the listener's id
     */
    void Unlisten(ListenerId listener);

    /**
     * @brief Sends a message.
     *
     * On an interface that is down it is dropped, which is traced with the event
     * "interface-down". What a query cannot express (RFC 3376 sections 4.1.1, 4.1.6 and 4.1.7) is
     * sent, traced and looped back as it can be expressed.
     *
     * @param message the message; it fits the MTU
     * @param interface index of the IPv4 interface
     * @param destination a multicast group
     * @param sender the listener that sends and does not hear the message itself; 0: all hear it
     */
    void Send(const IgmpMessage& message,
              uint32_t interface,
              Ipv4Address destination,
              ListenerId sender = 0);

    /**
     * @param error an error
     * @return how many received packets had it
     */
    uint64_t GetErrorCount(IgmpError error) const;

    /**
     * @param error an error
     * @return how many received packets had it
     */
    uint64_t GetErrorCount(IgmpPacketError error) const;

    int GetProtocolNumber() const override;
    using LinkProtocol::Receive;
    RxStatus Receive(Ptr<Packet> packet,
                     const Ipv4Header& header,
                     Ptr<Ipv4Interface> incomingInterface) override;

  protected:
    void DoDispose() override;

  private:
    bool IsHeard(uint32_t interface) const override;
    void TellChange(uint32_t interface, InterfaceChange change) override;

    /// @brief Delivers a sent message on its own node, in an event of its own.
    /// @param reception the message
    /// @param interface the interface
    /// @param sender the listener that sent it
    /// @param cause number of the PACKET_TX record
    void LoopBack(IgmpReception reception, uint32_t interface, ListenerId sender, uint64_t cause);

    /// @brief Puts a message on the wire.
    /// @param message the message
    /// @param interface the interface
    /// @param source IP source
    /// @param destination IP destination
    /// @param cause number of the PACKET_TX record
    void Transmit(const IgmpMessage& message,
                  uint32_t interface,
                  Ipv4Address source,
                  Ipv4Address destination,
                  uint64_t cause);

    /// @brief Traces a message.
    /// @param kind PACKET_TX, PACKET_RX, or DROP of one that is not sent
    /// @param message the message
    /// @param interface the interface
    /// @param cause record that caused it; 0: the present cause
    /// @param why reason of a DROP
    /// @return number of the record
    uint64_t Trace(TraceKind kind,
                   const IgmpMessage& message,
                   uint32_t interface,
                   uint64_t cause,
                   std::string_view why = {}) const;

    /**
     * @param header IP header of a received packet
     * @param interface the interface
     * @return what is wrong with it, if anything is
     */
    std::optional<IgmpPacketError> Check(const Ipv4Header& header, uint32_t interface) const;

    /// @brief Traces a packet that is dropped.
    /// @param why a word for what is wrong
    /// @param where where in the message, empty if nowhere
    /// @param interface the interface
    /// @param cause record of the transmission
    void TraceDrop(std::string_view why,
                   const TraceText& where,
                   uint32_t interface,
                   uint64_t cause) const;

    Listeners m_listeners;        ///< who hears
    uint16_t m_identification{0}; ///< of the next IP header
    std::array<uint64_t, static_cast<std::size_t>(IgmpError::COUNT)> m_errors{}; ///< error counts
    /// counts of packets
    std::array<uint64_t, static_cast<std::size_t>(IgmpPacketError::COUNT)> m_packetErrors{};
};

} // namespace mgm
} // namespace ns3

#endif // MGM_IGMP_L4_PROTOCOL_H
