/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#ifndef MGM_MULTICAST_FORWARDER_H
#define MGM_MULTICAST_FORWARDER_H

/*
 * The forwarder: the multicast data plane of a node.
 *
 * Who owns what. MulticastForwarder is what ns-3 and users see: a routing protocol, its attributes,
 * its trace sources, the settings of interfaces. It has the ForwardingEngine, which decides about
 * each packet, is the ForwardingPlane that the group manager programs, and knows nothing of routing
 * in ns-3. The engine has the entries (ForwardingCache of ForwardingEntry, each with the packets
 * that wait for it), the interfaces (ForwardingInterfaces, each with its output: Ipv4Output or
 * RegisterOutput) and the writer of the trace (ForwardingTracer). ListAroundRouting, KeptRouting
 * and InterfaceWatch are how parts of this module get into the routing of a node.
 *
 * Which events arrive. Packets: from IPv4, from the node's own sockets, from whoever owns a
 * register interface. Entries: Install(), SetOutgoing(), Suspend() and Remove() by the group
 * manager. Changes of interfaces go to the manager's view of the routes and change nothing here.
 *
 * In which order they are handled. A packet is dropped if its source, its arrival interface or a
 * boundary there forbids it. Without an entry one is made, the packet waits in it, and the manager
 * is called (HandleCacheMiss). If its entry is not installed, or others wait, it waits too, as far
 * as there is room. Otherwise it must have come on the incoming interface, or the manager is called
 * (HandleWrongInterface); a copy leaves on each outgoing interface in ascending order, unless the
 * interface is down, the TTL too low, there is a boundary, or it doesn't fit and may not be cut.
 * Install() lets the packets that waited go first, in the order in which they came.
 *
 * What must hold. Packets of an entry keep their order. There is one upcall for an entry that is
 * being made, however many packets come. Whatever is called (a listener, a device, the manager) may
 * change any entry: entries are looked up again after that. No counter falls while its entry
 * exists. Each drop is counted and traced, with its reason and its place.
 */

#include "mgm-forwarding-engine.h"
#include "mgm-forwarding-listener.h"
#include "mgm-register-output.h"
#include "mgm-route-input-traits.h"

#include "ns3/callback.h"
#include "ns3/mgm-forwarding-plane.h"
#include "ns3/traced-callback.h"

#include <cstdint>
#include <vector>

namespace ns3
{
namespace mgm
{

class MulticastGroupManager;

/**
 * @ingroup mgm
 * @brief The multicast data plane of a node.
 *
 * A routing protocol in the node's Ipv4ListRouting that has to do with multicast packets only, and
 * neither with those to 224.0.0.0/24, which no router forwards, nor with IGMP messages, whatever
 * group they are sent to. A packet for which there is an entry is copied to the outgoing interfaces
 * of the entry. For others it calls up to the group manager of the node, which answers by the
 * functions of ForwardingPlane; meanwhile a few packets wait. See GetPlane().
 *
 * MgmHelper installs it. Installed by hand, it belongs into the list routing with LIST_PRIORITY. It
 * aggregates itself to the node, where it and the group manager find each other.
 *
 * Packets that the node itself sends to groups are treated as if they had arrived on the interface
 * they leave. Packets that a raw socket sends with a header of its own (IpHeaderInclude) are not
 * seen.
 */
class MulticastForwarder : public Ipv4RoutingProtocol, private ForwardingListener
{
  public:
    /// @return the TypeId
    static TypeId GetTypeId();

    MulticastForwarder();
    ~MulticastForwarder() override;

    /**
     * @brief Priority in the list routing.
     *
     * Below every unicast protocol: a user's static routes for groups come first, and when
     * interfaces change, unicast routes are up to date before the group manager hears of it. To be
     * asked last costs a packet less than 3 % of its way through the node.
     */
    static constexpr int16_t LIST_PRIORITY = -20;

    /// What is called for a packet that the entries cannot treat: source and group, where it
    /// arrived, its IP header.
    using Upcall = Callback<void, const SourceGroup&, const InterfaceId&, const Ipv4Header&>;

    /// What receives the packets that leave through a register interface.
    using RegisterCallback = RegisterOutput::Receiver;

    /**
     * @brief Says whom to call. The group manager of the node is found without this.
     * @param cacheMiss called when a packet arrives for which there is no entry
     * @param wrongInterface called when a packet arrives on another interface than the incoming one
     */
    void SetUpcalls(Upcall cacheMiss, Upcall wrongInterface);

    /**
     * @brief The entries, to program them. The group manager of the node does that, if it has one.
     * @return what treats the packets by them; it lives as long as this
     */
    ForwardingPlane& GetPlane();

    /**
     * @name Settings of interfaces
     *
     * The index is that of an IPv4 interface that exists, or of a register interface.
     * @{
     */

    /**
     * @brief Sets the time-to-live threshold of an interface, 1 at first.
     * @param interface index of the interface
     * @param threshold a packet leaves only if it arrived with a time to live above this; 0 means 1
     */
    void SetTtlThreshold(uint32_t interface, uint8_t threshold);

    /**
     * @brief Makes an interface a boundary of a scope (RFC 2365): packets of its groups are dropped
     * when they arrive there, and not sent there.
     * @param interface index of the interface
     * @param network first group of the scope
     * @param mask mask of the scope
     */
    void AddScopeBoundary(uint32_t interface, Ipv4Address network, Ipv4Mask mask);

    /**
     * @brief Takes a boundary away, if there is such a boundary.
     * @param interface index of the interface
     * @param network as it was added
     * @param mask as it was added
     */
    void RemoveScopeBoundary(uint32_t interface, Ipv4Address network, Ipv4Mask mask);

    /**
     * @param interface index of the interface
     * @return its time-to-live threshold, at least 1
     */
    uint8_t GetTtlThreshold(uint32_t interface);

    /**
     * @param interface index of the interface
     * @param group a group
     * @return whether it is a boundary of a scope that the group is in
     */
    bool IsBoundaryFor(uint32_t interface, Ipv4Address group);

    /** @} */

    /**
     * @brief Adds a virtual interface that hands whole packets to its owner, for sparse mode.
     * @param receiver what receives a copy of each packet that leaves there, and its IP header with
     * the time to live that it leaves with; not null
     * @return the interface; the first has the index FIRST_VIRTUAL_INTERFACE
     */
    InterfaceId AddRegisterInterface(RegisterCallback receiver);

    /**
     * @brief Removes a register interface, and forgets its receiver.
     *
     * Packets that still leave there, or are said to arrive there, are dropped with the reason
     * INTERFACE_DOWN. The index is never used again. Who owns the interface keeps it until it gives
     * it back to the group manager, which deletes the entries that belong to it.
     *
     * @param interface a register interface that was not removed
     */
    void RemoveRegisterInterface(const InterfaceId& interface);

    /**
     * @brief Treats a packet as if it had arrived on an interface: one that a register message
     * contained, for example. Packets that are not to a group outside of 224.0.0.0/24 and IGMP
     * messages are ignored.
     * @param packet the packet without its IP header
     * @param header its IP header
     * @param arrival the interface
     */
    void Receive(Ptr<const Packet> packet, const Ipv4Header& header, const InterfaceId& arrival);

    /**
     * @param reason a reason
     * @return number of packets that were dropped for it: per outgoing interface, if only there
     */
    uint64_t GetDrops(DropReason reason) const;

    /// @return number of copies that left
    uint64_t GetForwarded() const;

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

    /**
     * @brief Says whose packets this forwards. The list routing calls it.
     * @param ipv4 the IPv4 of a node; the same if this is called again
     */
    void SetIpv4(Ptr<Ipv4> ipv4) override;

    void PrintRoutingTable(Ptr<OutputStreamWrapper> stream,
                           Time::Unit unit = Time::S) const override;

    /**
     * @brief Signature of the trace source "Forward".
     * @param header IP header of a copy that leaves
     * @param packet the copy without it
     * @param incoming where the packet arrived
     * @param outgoing where the copy leaves
     */
    typedef void (*ForwardTracedCallback)(const Ipv4Header& header,
                                          Ptr<const Packet> packet,
                                          const InterfaceId& incoming,
                                          const InterfaceId& outgoing);

    /**
     * @brief Signature of the trace source "Accept".
     * @param header IP header of a packet that came in on the incoming interface of its entry, as
     * it arrived
     * @param packet the packet without it
     * @param incoming where it arrived
     */
    typedef void (*AcceptTracedCallback)(const Ipv4Header& header,
                                         Ptr<const Packet> packet,
                                         const InterfaceId& incoming);

    /**
     * @brief Signature of the trace source "Setting".
     * @param interface index of the interface whose threshold or boundaries have changed
     */
    typedef void (*SettingTracedCallback)(uint32_t interface);

    /**
     * @brief Signature of the trace source "Drop".
     * @param header IP header of a packet that is dropped, as it arrived
     * @param packet the packet without it
     * @param reason why
     * @param where the interface that it does not leave or, if it leaves none, where it arrived
     */
    typedef void (*DropTracedCallback)(const Ipv4Header& header,
                                       Ptr<const Packet> packet,
                                       DropReason reason,
                                       const InterfaceId& where);

  protected:
    void NotifyNewAggregate() override;
    void DoDispose() override;

  private:
    void HandleCacheMiss(const ArrivedPacket& arrived) override;
    void HandleWrongInterface(const ArrivedPacket& arrived) override;
    void HandleForward(const ArrivedPacket& arrived,
                       const InterfaceId& outgoing,
                       const Ipv4Header& header,
                       const Ptr<Packet>& copy) override;
    void HandleAccept(const ArrivedPacket& arrived) override;
    void HandleDrop(const ArrivedPacket& arrived,
                    DropReason reason,
                    const InterfaceId& where) override;

    /// @brief Treats a packet that the node itself sends.
    /// @param header its IP header
    /// @param packet the packet without it
    /// @param interface index of the interface that it leaves
    void HandleOwnPacket(const Ipv4Header& header, Ptr<const Packet> packet, uint32_t interface);

    /// @brief Says whether packets that arrive on an interface may be forwarded.
    /// @param interface index of the interface
    /// @return whether there is such an interface, and it is not the loopback
    bool CanArriveOn(uint32_t interface);

    /// @brief Finds an interface for a setting; there must be one.
    /// @param index its index
    /// @return the interface
    ForwardingInterface& GetInterface(uint32_t index);

    /// @brief Chooses where the node's own packets to a group leave.
    /// @param source their source, if it is known
    /// @param device the device that the socket is bound to; may be null
    /// @return index of an interface with an address; negative if there is none
    int32_t ChooseOutput(Ipv4Address source, Ptr<NetDevice> device) const;

    /// @brief Tells the group manager that unicast routes may have changed.
    void NotifyRoutesChanged() const;

    /// @name Accessors of the attributes
    /// @{
    void SetMaxWaitingPackets(uint32_t packets);
    uint32_t GetMaxWaitingPackets() const;
    void SetMaxWaitingEntries(uint32_t entries);
    uint32_t GetMaxWaitingEntries() const;
    /// @}

    ForwardingEngine m_engine;            ///< what decides
    Ptr<Ipv4> m_ipv4;                     ///< the node's IPv4
    Ptr<MulticastGroupManager> m_manager; ///< the group manager of the node, once it has one
    Upcall m_cacheMiss;                   ///< called for a packet without an entry
    Upcall m_wrongInterface;              ///< called for a packet on another interface

    /// Copies that leave.
    TracedCallback<const Ipv4Header&, Ptr<const Packet>, const InterfaceId&, const InterfaceId&>
        m_forwardTrace;
    /// Packets that came in where they should.
    TracedCallback<const Ipv4Header&, Ptr<const Packet>, const InterfaceId&> m_acceptTrace;
    /// Interfaces whose settings have changed.
    TracedCallback<uint32_t> m_settingTrace;
    /// Packets that are dropped.
    TracedCallback<const Ipv4Header&, Ptr<const Packet>, DropReason, const InterfaceId&>
        m_dropTrace;
};

} // namespace mgm
} // namespace ns3

#endif // MGM_MULTICAST_FORWARDER_H
