/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#ifndef MGM_PIM_DENSE_ROUTER_H
#define MGM_PIM_DENSE_ROUTER_H

/*
 * DOC PimDenseRouter: dense mode as a client of the group manager (RFC 2715 section 4.3).
 *
 * Who owns what. The router is a ManagerClient: its life, its calls and their times are those of
 * model/client. It has an interface for each that it serves (PimDenseInterface, with PIM on the
 * link in model/pim/link), the routes to sources (PimDenseRoutes), what the manager was told of
 * forwarding entries (PimDenseCache), and the Tree Information Base (PimDenseTib), which decides,
 * and whose node (PimDenseEnvironment) it is.
 *
 * Which events arrive. From the link: neighbors and messages, straight to the Tree Information
 * Base. From the manager: LOCAL_JOIN and LOCAL_LEAVE are who wants what; RPF and CREATION_ALERT ask
 * how packets are forwarded, and are answered by the Tree Information Base; WRONG_IF is a data
 * packet that did not come in on RPF_interface(S), as often as the manager tells of it; JOIN_ALERT
 * and PRUNE_ALERT of an entry say that olist(S,G) is to be looked at, in which what other
 * components forward counts. Those of memberships need no answer: where they matter the manager
 * updates the entries, and alerts to these (MFE-7). From the forwarder: each packet that came in
 * where it should, and settings of interfaces. From the multicast view: routes that have moved.
 *
 * In which order they are handled. What has happened is noted first; then the Tree Information Base
 * is told, derives all that follows, sends, and says how packets are forwarded; that is told to the
 * manager in the end, whose callbacks may come while it is told.
 *
 * What must hold. All that the forwarding cache does is told to the manager, by the owner of the
 * interface. While an interface is not owned, nothing is forwarded and nobody's messages are
 * heeded there, though Hellos may be said (attribute HelloStart). An (S,G) that is not forwarded
 * any more is forgotten within CheckInterval; a router without entries has no timers but those of
 * Hellos.
 *
 * The manager has no list of excluded sources (MGM has none): an IGMPv3 host that excludes a source
 * gets it, if its router wants the group, and discards it. local_receiver_exclude is never true.
 */

#include "mgm-pim-dense-cache.h"
#include "mgm-pim-dense-interface.h"
#include "mgm-pim-dense-routes.h"

#include "ns3/event-id.h"
#include "ns3/mgm-manager-client.h"
#include "ns3/mgm-multicast-forwarder.h"
#include "ns3/object-factory.h"

#include <map>
#include <string>

namespace ns3
{
namespace mgm
{

/// @ingroup mgm
/// @brief When a router begins to say Hello on an interface.
enum PimHelloStart
{
    PIM_HELLO_AT_START,     ///< When it starts, before it registers.
    PIM_HELLO_WHEN_OWNED,   ///< When it owns the interface.
    PIM_HELLO_WHEN_SERVING, ///< When its start-up is done, and it owns the interface.
};

/**
 * @ingroup mgm
 * @brief A router of PIM dense mode (RFC 3973), with State Refresh, as a client of the group
 * manager.
 *
 * It serves the interfaces that are added: takes them, says Hello, floods, prunes, grafts and
 * asserts. Its start-up is SEQ-1, its shut-down SEQ-2; the time of each step is an attribute of
 * ManagerClient. Its Hellos have no DR Priority, which RFC 3973 does not know, unless
 * SendDrPriority of an interface is set; their State Refresh Interval is that of the Tree
 * Information Base when they begin.
 */
class PimDenseRouter : public ManagerClient, private PimDenseEnvironment
{
  public:
    /// Protocol id of PIM dense mode: ianaIpMRouteProtocol has it, as it has IGMP's 10.
    static constexpr uint32_t PROTOCOL_ID = 9;

    /// @return the TypeId
    static TypeId GetTypeId();

    PimDenseRouter();
    ~PimDenseRouter() override;

    /**
     * @brief Adds an interface to serve; a running router takes it at once.
     * @param index index of the node's IPv4 interface
     * @return the interface, whose attributes are those set by SetInterfaceAttribute(); the same as
     *         before if it was added already
     */
    Ptr<PimDenseInterface> AddInterface(uint32_t index);

    /**
     * @brief Stops to serve an interface: says goodbye, and gives it up; that is repeated after
     * RetryDelay while it is refused.
     * @param index index of the node's IPv4 interface; one that was not added is not removed
     */
    void RemoveInterface(uint32_t index);

    /**
     * @param index index of an IPv4 interface
     * @return the interface; null if it was not added
     */
    Ptr<PimDenseInterface> GetInterface(uint32_t index) const;

    /// @return the interfaces that were added, by index
    const std::map<uint32_t, Ptr<PimDenseInterface>>& GetInterfaceMap() const;

    /**
     * @brief Sets an attribute of all interfaces, of those added already and of those to come.
     * @param name name of an attribute of PimDenseInterface
     * @param value its value
     */
    void SetInterfaceAttribute(const std::string& name, const AttributeValue& value);

    /// @return the Tree Information Base
    Ptr<PimDenseTib> GetTib() const;

    /**
     * @brief Fixes the random streams of the router, its interfaces and its waiting times.
     * @param stream first stream number
     * @return the number of streams used
     */
    int64_t AssignStreams(int64_t stream) override;

  protected:
    void DoDispose() override;

    ClientId GetClientId() const override;
    std::string_view GetClientName() const override;
    ClientCallbacks MakeCallbacks() override;
    void OnRegistering() override;
    void OnRegistered() override;
    void OnTaking(const InterfaceId& interface) override;
    void OnOwned(const InterfaceId& interface) override;
    void OnServing() override;
    void OnStopping() override;
    void OnFailed() override;
    void OnRpf(RpfQuery& query) override;
    void OnCreationAlert(const SourceGroup& entry,
                         const InterfaceId& incoming,
                         std::vector<InterfaceEntry>& interfaces) override;
    void OnPruneAlert(const SourceGroup& entry,
                      const InterfaceId& interface,
                      bool memberDelete,
                      Time& timeout) override;
    void OnJoinAlert(const SourceGroup& entry, bool memberUpdate) override;
    void OnWrongIf(const SourceGroup& key,
                   const InterfaceId& arrival,
                   const Ipv4Header& header) override;
    void OnLocalJoin(const SourceGroup& entry, const InterfaceId& interface) override;
    void OnLocalLeave(const SourceGroup& entry, const InterfaceId& interface) override;

  private:
    PimInterfaceSet GetInterfaces() const override;
    Ipv4Address GetAddress(uint32_t interface) const override;
    std::size_t CountNeighbors(uint32_t interface) const override;
    bool IsStateRefreshCapable(uint32_t interface) const override;
    Time GetOverrideInterval(uint32_t interface) const override;
    Time GetPropagationDelay(uint32_t interface) const override;
    uint8_t GetThreshold(uint32_t interface) const override;
    bool IsBoundary(uint32_t interface, Ipv4Address group) const override;
    bool HasReceiver(const SourceGroup& sourceGroup, uint32_t interface) const override;
    bool ExcludesReceiver(const SourceGroup& sourceGroup, uint32_t interface) const override;
    std::optional<PimDenseRoute> GetRoute(Ipv4Address source) const override;
    bool IsWantedElsewhere(const SourceGroup& sourceGroup) const override;
    bool IsInUse(const SourceGroup& sourceGroup) const override;
    void Send(const PimMessage& message, uint32_t interface, Ipv4Address destination) override;
    void OnForwarding(const SourceGroup& sourceGroup,
                      const PimDenseForwarding& forwarding) override;
    void OnForgotten(const SourceGroup& sourceGroup) override;
    MachineSubject GetSubject(std::string_view machine,
                              const SourceGroup& sourceGroup,
                              std::optional<uint32_t> interface) const override;
    using ManagerClient::GetSubject;

    /// @brief Begins to say Hello on an interface, unless it does.
    /// @param index index of the interface
    /// @param interface the interface
    void SayHello(uint32_t index, PimDenseInterface& interface);

    /// @brief Begins to follow the forwarder, and the routes.
    void Follow();

    /// @brief Ends to follow them.
    void StopFollowing();

    /// @brief Handles a packet that came in where it should.
    /// @param header its IP header
    /// @param packet the packet without it
    /// @param incoming where it arrived
    void HandlePacket(const Ipv4Header& header,
                      Ptr<const Packet> packet,
                      const InterfaceId& incoming);

    /// @brief Handles that the threshold or a boundary of an interface is another one.
    /// @param interface index of the interface
    void HandleSetting(uint32_t interface);

    /// @brief Handles that the route to a source is another one.
    /// @param source the source
    void HandleRoute(Ipv4Address source);

    /// @brief Looks whether there are (S,G) that are not forwarded any more; again after a while if
    ///        there are (S,G).
    void Check();

    std::string m_name;               ///< name in traces
    uint32_t m_component;             ///< component id
    PimHelloStart m_helloStart;       ///< when Hellos begin
    uint32_t m_defaultPreference;     ///< preference of a route that does not tell
    uint32_t m_defaultMetric;         ///< metric of a route that does not tell
    Time m_checkInterval;             ///< time between checks
    Ptr<PimDenseTib> m_tib;           ///< Tree Information Base
    ObjectFactory m_interfaceFactory; ///< makes interfaces

    std::map<uint32_t, Ptr<PimDenseInterface>> m_interfaces; ///< by index
    PimDenseRoutes m_routes;                                 ///< routes to sources
    PimDenseCache m_cache;                                   ///< what the manager was told
    Ptr<MulticastForwarder> m_forwarder; ///< the node's forwarder, while it is followed
    EventId m_check;                     ///< the next check
};

} // namespace mgm
} // namespace ns3

#endif // MGM_PIM_DENSE_ROUTER_H
