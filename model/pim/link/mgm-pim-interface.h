/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#ifndef MGM_PIM_INTERFACE_H
#define MGM_PIM_INTERFACE_H

/*
 * What the modes of PIM share on a link: Hellos, neighbors, and the way to the wire.
 *
 * Who owns what. A mode has a PimInterface for each interface that it serves, and is its
 * PimInterfaceListener. The interface has the parameters as attributes, the sender of Hellos
 * (PimHelloSender) with its two timers, and the table of neighbors (PimNeighbors), each with its
 * machine and its liveness timer. PimL4Protocol belongs to the node: it reads and writes packets,
 * for all interfaces.
 *
 * Which events arrive. Messages and changes of the IPv4 interface from PimL4Protocol, timers,
 * changes of attributes, messages that the mode sends, and the start, stop or crash of the mode.
 *
 * In which order they are handled. A message is judged: its TTL, whether its source is on the link
 * and, unless it is a Hello, a neighbor. A Hello goes to the neighbor's machine; then the sender
 * may owe the neighbor a Hello; then designated router and delays are determined anew; then the
 * listeners are told: of the neighbor, of the designated router, of the delays. Before the mode's
 * own message a Hello is sent if one is owed.
 *
 * What must hold. A Hello comes before any other message from an address. Nothing is sent, heard or
 * told unless the interface is up and has an address. Of what a Hello tells nothing is kept when
 * the next one tells otherwise. A listener may stop or drop the interface, or itself: nothing of
 * what was under way is told to it afterwards.
 */

#include "mgm-pim-hello-sender.h"
#include "mgm-pim-interface-listener.h"
#include "mgm-pim-neighbors.h"

#include "ns3/mgm-client-id.h"
#include "ns3/object.h"
#include "ns3/random-variable-stream.h"

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace ns3
{

class Node;

namespace mgm
{

/// @ingroup mgm
/// @brief Why a router ignores a message that is well formed.
enum class PimDrop : uint8_t
{
    BAD_TTL,         ///< The TTL is not 1, and that is required.
    OFF_LINK_SOURCE, ///< From no subnet of the interface.
    NO_NEIGHBOR,     ///< From a router that has said no Hello.
    COUNT,           ///< Number of reasons.
};

/// @param drop a reason
/// @return its word in traces, for example "no-neighbor"
std::string_view ToString(PimDrop drop);

/**
 * @ingroup mgm
 * @brief An interface on which a router speaks PIM, whatever its mode: Hellos, neighbors,
 * designated router and delays (RFC 7761 section 4.3, RFC 3973 section 4.3).
 *
 * Its attributes are the parameters of RFC 7761 section 4.11, and what it asks of messages. A
 * change of one takes effect when the next Hello is sent, that of DrPriority at once: a Hello tells
 * it.
 *
 * The interface is in service while it is served, up, and has an address. When that begins, it has
 * another generation id, and says Hello after a random delay. When it is stopped, or has lost its
 * last address, it says goodbye; not when it is down, because ns-3 tells of that afterwards. When
 * its primary address changes, it says goodbye from the old one and Hello from the new one, and
 * keeps its neighbors. When a secondary address comes or goes, it says Hello.
 */
class PimInterface : public Object, private PimLink
{
  public:
    /// @return the TypeId
    static TypeId GetTypeId();

    PimInterface();
    ~PimInterface() override;

    /**
     * @name For the mode
     * @{
     */

    /**
     * @brief Adds a listener.
     * @param listener the listener; it is removed before it dies
     */
    void AddListener(PimInterfaceListener& listener);

    /// @brief Removes a listener, also while it is told something.
    /// @param listener the listener
    void RemoveListener(PimInterfaceListener& listener);

    /**
     * @brief Sets who speaks PIM here, for the trace.
     * @param client the client of the group manager
     * @param name its name
     */
    void SetClient(ClientId client, const std::string& name);

    /**
     * @brief Starts to serve a link: now, or when that can be. Does nothing if it serves one.
     * @param node the node
     * @param index index of the IPv4 interface
     */
    void Serve(Ptr<Node> node, uint32_t index);

    /// @brief Says goodbye and stops.
    void Stop();

    /// @brief Stops without a word.
    void Drop();

    /**
     * @brief Sends a message, after a Hello if one is owed. While the interface is not in service
     * it is dropped, with a trace; nothing happens while it is not served.
     * @param message the message, no Hello; it should fit the MTU
     * @param destination ALL-PIM-ROUTERS, or a neighbor
     */
    void Send(const PimMessage& message, Ipv4Address destination = PIM_ALL_ROUTERS);

    /**
     * @brief Fixes the random streams.
     * @param stream first stream number
     * @return the number of streams used
     */
    int64_t AssignStreams(int64_t stream);

    /** @} */

    /// @return whether it is served
    bool IsServed() const;

    /// @return whether it is in service: it is served, up, and has an address
    bool IsInService() const;

    /// @return index of the IPv4 interface, once it was served
    uint32_t GetIndex() const;

    /// @return its primary address; 0.0.0.0 while it is not in service
    Ipv4Address GetAddress() const;

    /// @return the MTU of the link [octets], while it is served
    uint32_t GetMtu() const;

    /// @return its neighbors
    const PimNeighbors& GetNeighbors() const;

    /// @return primary address of the designated router; 0.0.0.0 while it is not in service
    Ipv4Address GetDr() const;

    /// @return I_am_DR
    bool IsDr() const;

    /// @return the delays that all on the link have agreed on; the default ones while it is not in
    ///         service
    PimLanDelays GetLanDelays() const;

    /**
     * @param drop a reason
     * @return how many messages were ignored for it
     */
    uint64_t GetDropCount(PimDrop drop) const;

    /// @return how many times a secondary address has gone from one neighbor to another
    uint64_t GetConflictCount() const;

  protected:
    void DoDispose() override;

  private:
    /// What has changed on the link.
    struct Decision
    {
        bool isDrNew;      ///< another router is the designated router
        bool areDelaysNew; ///< the delays are others
    };

    Time GetHelloPeriod() const override;
    Time DrawHelloDelay() override;
    void SendHello() override;
    void SendGoodbye() override;
    void HandleNews(PimNeighborNews news, const PimNeighbor& neighbor) override;
    void HandleConflict(Ipv4Address address, Ipv4Address former, Ipv4Address present) override;
    MachineSubject GetSubject(std::string_view machine,
                              std::optional<Ipv4Address> neighbor) const override;

    /// @brief Handles what happens to the IPv4 interface.
    /// @param change what happened
    void HandleChange(InterfaceChange change);

    /// @brief Comes into service, if that can be.
    void Begin();

    /// @brief Goes out of service.
    /// @param event STOP or CRASH
    void End(PimHelloEvent event);

    /// @brief Ends to serve the link.
    /// @param event STOP or CRASH
    void Leave(PimHelloEvent event);

    /// @brief Takes another primary address.
    /// @param address the address
    void Readdress(Ipv4Address address);

    /// @brief Hears a message.
    /// @param reception the message
    void Receive(const PimReception& reception);

    /// @param reception a message
    /// @return why it is ignored, if it is
    std::optional<PimDrop> Judge(const PimReception& reception) const;

    /// @return what Hellos tell of this router
    PimNeighbor MakeSelf() const;

    /// @return its secondary addresses
    std::vector<Ipv4Address> GetSecondaries() const;

    /// @return Hello_Holdtime if the attribute does not say: 3.5 times Hello_Period
    Time GetDefaultHoldtime() const;

    /// @brief Draws another generation id.
    void DrawGenerationId();

    /// @brief Determines designated router and delays anew.
    /// @return what has changed
    Decision Decide();

    /// @brief Sets the designated router.
    /// @param dr its primary address; 0.0.0.0 for none
    /// @return whether it was another one
    bool SetDr(Ipv4Address dr);

    /// @brief Sets the delays.
    /// @param delays the delays; nothing while it is not in service
    /// @return whether they were others
    bool SetLanDelays(const std::optional<PimLanDelays>& delays);

    /**
     * @brief Tells all listeners something, until the interface goes out of service.
     * @param life number of the service in which it happened
     * @param tell tells a listener
     */
    template <typename Tell>
    void TellAll(uint64_t life, Tell tell);

    /// @brief Tells of what has changed on the link.
    /// @param life number of the service in which it happened
    /// @param decision what has changed
    void TellDecision(uint64_t life, const Decision& decision);

    /// @brief Sets the attribute DrPriority.
    /// @param priority the priority
    void SetDrPriority(uint32_t priority);

    /// @return the attribute DrPriority
    uint32_t GetDrPriority() const;

    Time m_helloPeriod;                        ///< Hello_Period
    Time m_triggeredDelay;                     ///< Triggered_Hello_Delay
    Time m_holdtime;                           ///< Hello_Holdtime that it tells; 0: derived
    Time m_defaultHoldtime;                    ///< Default_Hello_Holdtime; 0: derived
    bool m_sendLanDelay;                       ///< whether Hellos have LAN Prune Delay
    Time m_propagationDelay;                   ///< Propagation_Delay
    Time m_overrideInterval;                   ///< Override_Interval
    bool m_tracking;                           ///< the T bit
    bool m_sendDrPriority;                     ///< whether Hellos have DR Priority
    uint32_t m_drPriority{1};                  ///< what DR Priority tells
    Time m_refreshInterval;                    ///< State Refresh Interval; 0: not capable
    bool m_requireHello;                       ///< whether messages must come from neighbors
    bool m_requireTtl1;                        ///< whether messages to all must have a TTL of 1
    bool m_checkSource;                        ///< whether messages must come from the link
    Time m_warningInterval;                    ///< shortest time between warnings
    Ptr<RandomVariableStream> m_delay;         ///< delays, as part of the longest one
    Ptr<RandomVariableStream> m_generationIds; ///< generation ids

    std::vector<PimInterfaceListener*> m_listeners; ///< who is told
    uint32_t m_index{0};                            ///< index of the IPv4 interface
    Ptr<Tracer> m_tracer;                           ///< where records go
    std::optional<ClientId> m_client;               ///< who speaks PIM here, if that is known
    std::string m_clientName;                       ///< its name
    Ptr<PimL4Protocol> m_protocol;                  ///< sends and receives
    PimL4Protocol::ListenerId m_listener{0};        ///< while it is served

    PimHelloSender m_hello;   ///< says Hello
    PimNeighbors m_neighbors; ///< who says Hello

    uint64_t m_life{0};                            ///< number of times that its service changed
    Ipv4Address m_address{Ipv4Address::GetZero()}; ///< primary address, while in service
    std::vector<Ipv4Address> m_secondaries;        ///< secondary addresses that Hellos tell
    std::optional<uint32_t> m_generationId;        ///< generation id
    Ipv4Address m_dr{Ipv4Address::GetZero()};      ///< designated router, while in service
    std::optional<PimLanDelays> m_lanDelays;       ///< delays, while in service

    uint64_t m_conflicts{0}; ///< secondary addresses that have changed hands
    Time m_quietUntil;       ///< absolute time before which it does not warn
    /// messages that were ignored
    std::array<uint64_t, static_cast<std::size_t>(PimDrop::COUNT)> m_drops{};
};

} // namespace mgm
} // namespace ns3

#endif // MGM_PIM_INTERFACE_H
