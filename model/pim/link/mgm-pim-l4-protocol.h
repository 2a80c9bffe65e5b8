/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#ifndef MGM_PIM_L4_PROTOCOL_H
#define MGM_PIM_L4_PROTOCOL_H

#include "ns3/ipv4-header.h"
#include "ns3/mgm-link-listeners.h"
#include "ns3/mgm-link-protocol.h"
#include "ns3/mgm-pim-codec.h"
#include "ns3/mgm-trace-record.h"
#include "ns3/packet.h"

#include <array>
#include <optional>
#include <string_view>

namespace ns3
{
namespace mgm
{

/**
 * @ingroup mgm
 * @brief A received PIM message with what its listeners need beside it.
 */
struct PimReception
{
    PimMessage message; ///< The message.
    uint32_t interface {
        0
    };                                               ///< Index of the IPv4 interface.
    Ipv4Address source{Ipv4Address::GetZero()};      ///< IP source.
    Ipv4Address destination{Ipv4Address::GetZero()}; ///< IP destination.
    uint8_t ttl{1};                                  ///< Its time to live.
    Ptr<Packet> payload; ///< What is behind the message: in a Register, the registered packet.
};

/// @ingroup mgm
/// @brief Why a packet is ignored, whatever else it says.
enum class PimPacketError : uint8_t
{
    OWN_SOURCE,      ///< From this node: a device that hears itself, or an impostor.
    BAD_SOURCE,      ///< From no unicast address.
    BAD_DESTINATION, ///< Not where messages of its type go (RFC 7761 section 4.9).
    COUNT,           ///< Number of errors.
};

/// @param error an error
/// @return its word in traces, for example "bad-source"
std::string_view ToString(PimPacketError error);

/**
 * @ingroup mgm
 * @brief PIM on the wire: IP protocol 103 of a node, shared by all that speaks PIM on it.
 *
 * Received octets are validated and decoded; what is wrong is counted and traced as a DROP. What
 * stays on a link (Hello, Join/Prune, Assert, Graft, Graft-Ack, State Refresh, Bootstrap) is given
 * to the listeners of its interface, what crosses networks (Register, Register-Stop,
 * Candidate-RP-Advertisement) to those who listen to that, whatever the interface.
 *
 * Nothing has to be joined: IPv4 of ns-3 gives a node all of 224.0.0.0/24 that its devices hear,
 * and they hear all.
 */
class PimL4Protocol : public LinkProtocol
{
  public:
    static constexpr uint8_t PROT_NUMBER = PIM_PROTOCOL_NUMBER; ///< IP protocol number.

    /// Type of service of what PIM sends, unless it says otherwise: Internetwork Control.
    static constexpr uint8_t INTERNETWORK_CONTROL = 0xC0;

    /// @brief Those who listen.
    using Listeners = LinkListeners<PimReception>;

    /// @brief Hears messages.
    using Listener = Listeners::Listener;

    /// @brief Hears what happens to an interface.
    using ChangeListener = Listeners::ChangeListener;

    /// @brief Names a listener of this node; 0 is none.
    using ListenerId = Listeners::Id;

    /// @return the TypeId
    static TypeId GetTypeId();

    /**
     * @brief Finds the PIM protocol of a node, or makes it one.
     * @param node a node with IPv4
     * @return its PIM protocol
     */
    static Ptr<PimL4Protocol> Of(Ptr<Node> node);

    PimL4Protocol();
    ~PimL4Protocol() override;

    /**
     * @brief Starts to hear what stays on a link.
     * @param interface index of the IPv4 interface
     * @param listener what to call with each message
     * @param changes what to call with each change of the interface, if anything
     * @return the listener's id
     */
    ListenerId Listen(uint32_t interface, Listener listener, ChangeListener changes = {});

    /**
     * @brief Starts to hear what crosses networks.
     * @param listener what to call with each message
     * @return the listener's id
     */
    ListenerId ListenToRouted(Listener listener);

    /**
     * @brief Stops hearing.
     * @param listener the listener's id
     */
    void Unlisten(ListenerId listener);

    /**
     * @brief Sends a message on a link, with a TTL of 1.
     *
     * On an interface that is down, or from no address, it is dropped, which is traced with the
     * event "interface-down".
     *
     * @param message the message; it should fit the MTU
     * @param interface index of the IPv4 interface
     * @param source IP source: the primary address, or the one that was it when it changes
     * @param destination ALL-PIM-ROUTERS, or a neighbor
     */
    void SendOnLink(const PimMessage& message,
                    uint32_t interface,
                    Ipv4Address source,
                    Ipv4Address destination = PIM_ALL_ROUTERS);

    /**
     * @brief Sends a message to an address anywhere, with the usual TTL of the node.
     *
     * Without a route it is dropped, which is traced with the event "no-route".
     *
     * @param message the message
     * @param source IP source
     * @param destination IP destination
     * @param payload what follows the message: in a Register, the packet that is registered
     * @param tos type of service; of a Register, that of the packet (RFC 7761 section 4.4.1)
     */
    void SendRouted(const PimMessage& message,
                    Ipv4Address source,
                    Ipv4Address destination,
                    Ptr<const Packet> payload = nullptr,
                    uint8_t tos = INTERNETWORK_CONTROL);

    /**
     * @param error an error
     * @return how many received packets had it
     */
    uint64_t GetErrorCount(PimError error) const;

    /**
     * @param error an error
     * @return how many received packets had it
     */
    uint64_t GetErrorCount(PimPacketError error) const;

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

    /// @param source IP source of a received packet
    /// @return what is wrong with it, if anything is
    std::optional<PimPacketError> CheckSource(Ipv4Address source) const;

    /// @param type type of a received message
    /// @param destination its IP destination
    /// @return whether such messages go there (RFC 7761 section 4.9)
    bool IsDestination(PimType type, Ipv4Address destination) const;

    /// @brief Counts and traces a packet that is ignored.
    /// @param error what is wrong
    /// @param op what it is in the trace
    /// @param interface the interface
    /// @param cause record of the transmission
    void Ignore(PimPacketError error, std::string_view op, uint32_t interface, uint64_t cause);

    /// @brief Makes the packet of a message.
    /// @param message the message
    /// @param payload what follows it; null for nothing
    /// @param cause number of the PACKET_TX record
    /// @return the packet
    static Ptr<Packet> MakePacket(const PimMessage& message,
                                  const Ptr<const Packet>& payload,
                                  uint64_t cause);

    /// @brief Traces a message.
    /// @param kind PACKET_TX, PACKET_RX, or DROP of one that is not sent
    /// @param message the message
    /// @param interface the interface, if it is known
    /// @param cause record that caused it; 0: the present cause
    /// @param why reason of a DROP
    /// @return number of the record
    uint64_t Trace(TraceKind kind,
                   const PimMessage& message,
                   std::optional<uint32_t> interface,
                   uint64_t cause,
                   std::string_view why = {}) const;

    Listeners m_listeners;        ///< who hears
    uint16_t m_identification{0}; ///< of the next IP header on a link
    std::array<uint64_t, static_cast<std::size_t>(PimError::COUNT)> m_errors{}; ///< error counts
    /// counts of packets
    std::array<uint64_t, static_cast<std::size_t>(PimPacketError::COUNT)> m_packetErrors{};
};

} // namespace mgm
} // namespace ns3

#endif // MGM_PIM_L4_PROTOCOL_H
