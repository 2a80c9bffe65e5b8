/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#ifndef MGM_IGMP_ROUTER_INTERFACE_H
#define MGM_IGMP_ROUTER_INTERFACE_H

#include "mgm-igmp-router-link.h"
#include "mgm-igmp-router-static-joins.h"

#include "ns3/mgm-client-id.h"
#include "ns3/mgm-igmp-l4-protocol.h"
#include "ns3/object.h"

#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace ns3
{

class Node;

namespace mgm
{

class IgmpMembershipReporter;
class IgmpQuerier;
class IgmpRouterIncarnation;
class IgmpRouterGroups;
class MulticastGroupManager;

/**
 * @ingroup mgm
 * @brief An interface that an IGMP router serves: querier, groups and reports to the manager.
 *
 * Its attributes are the parameters of RFC 2236 and RFC 3376, section 8, and what it asks of
 * messages. A change of one takes effect when it is used next, a change of Version when the
 * interface comes into service next. Times that IGMP forbids or cannot express end the program with
 * a message when the interface comes into service, or when a query is sent (see IgmpIntervals).
 *
 * The interface is in service while it is up and has an address. When that begins it starts: as
 * Querier, with the queries of a start-up (RFC 3376 sections 6.6.2, 8.6 and 8.7). When it ends, it
 * asks nothing more; what was learned from hosts stays until its timers end, as if all reports were
 * lost. With another address it takes part in the election anew.
 */
class IgmpRouterInterface : public Object, private IgmpRouterLink
{
  public:
    /// @return the TypeId
    static TypeId GetTypeId();

    IgmpRouterInterface();
    ~IgmpRouterInterface() override;

    /// @return whether it has been taken
    bool IsServed() const override;

    bool IsQuerier() const override;

    /// @return address of the querier: its own, or that of another router that was elected; 0.0.0.0
    ///         while the interface is out of service
    Ipv4Address GetQuerier() const;

    /// @return time left of the Other Querier Present timer; 0: it does not run
    Time GetOtherQuerierTimer() const;

    /// @return the number of groups that have state
    std::size_t GetNGroups() const;

    /**
     * @param group a group
     * @return what is known of it; nothing if it has no state
     */
    std::optional<IgmpGroupState> GetGroup(Ipv4Address group) const;

    /// @return the parameters in force: some are the querier's, if that is another router
    IgmpRouterParameters GetParameters() const override;

    /**
     * @brief Forwards a group, or a source to a group, on the interface from now on, as if a host
     * wanted it for ever. It may be joined already.
     * @param join (*,g) or (s,g) that may be a membership (MBR-2); not (*,g) of a source-specific
     *        group (RFC 4607 section 5.2)
     */
    void AddStaticJoin(const SourceGroup& join);

    /**
     * @brief Changes to another version. An interface that is served begins anew: what hosts want
     *        is forgotten, and it queries as at its start, so that they report again.
     *
     * Ends the program if times cannot be expressed in that version (see IgmpIntervals).
     *
     * @param version IGMP version, 1 to 3
     */
    void ChangeVersion(uint8_t version);

    /// @brief Takes a static join back; it may be absent.
    /// @param join (*,g) or (s,g)
    void RemoveStaticJoin(const SourceGroup& join);

    /// @return what it counts of what it receives
    const IgmpRouterReception& GetReception() const;

    /**
     * @name For the agent
     * @{
     */

    /**
     * @brief Gets ready to be taken.
     * @param node the node
     * @param index index of the IPv4 interface
     * @param client the agent's registration
     * @param id what it is registered as
     * @param name its name in traces
     */
    void Attach(Ptr<Node> node,
                uint32_t index,
                ClientHandle client,
                ClientId id,
                const std::string& name);

    /// @brief Starts to serve the network: the interface is taken. It comes into service now or
    ///        when it can.
    void Serve();

    /// @brief Stops in order.
    void Stop();

    /// @brief Drops everything without a word. May be called in a client's callback.
    void Drop();

    /// @brief DISABLE_IGMP.
    void Disable();

    /// @brief ENABLE_IGMP.
    void Enable();

    /**
     * @param key source and group of a new forwarding entry
     * @return whether it is to be forwarded on the interface
     */
    bool IsForwarded(const SourceGroup& key) const;

    /** @} */

  protected:
    void DoDispose() override;

  private:
    void SendQuery(const IgmpMessage& query) override;
    void SetMembership(Ipv4Address group, FilterMode mode, const SourceSet& sources) override;
    void Forget(Ipv4Address group) override;
    void NoteDrop(IgmpRouterDrop cause, Ipv4Address group) override;
    MachineSubject GetSubject(std::string_view machine,
                              std::optional<SourceGroup> sourceGroup) const override;

    /// @brief Hears a message.
    /// @param reception the message
    void Receive(const IgmpReception& reception);

    /// @brief Handles what happens to the IPv4 interface.
    /// @param change what happened
    void HandleChange(InterfaceChange change);

    /// @return whether the interface takes part in IGMP: it is Querier or Non-Querier
    bool IsInService() const;

    /// @brief Makes what it has while the network is served, all of it new.
    void Renew();

    /// @brief Keeps until the end of the instant what is taken off while it may be at work.
    void DropParts();

    /**
     * @brief Says what is to be forwarded of groups, then comes into service if it can.
     * @param groups the groups
     */
    void Begin(const std::vector<Ipv4Address>& groups);

    /// @brief Comes into service if the interface is up and has an address.
    void TryToStart();

    /// @brief Ends the program if the attributes have times that IGMP forbids or cannot express.
    void CheckIntervals() const;

    /**
     * @brief Handles a query of another router: version, election, timers.
     * @param query the query
     */
    void ReceiveQuery(const IgmpQuery& query);

    /**
     * @param query a query of another router
     * @return whether it makes that router the querier (RFC 3376 section 6.6.2)
     */
    bool IsElected(const IgmpQuery& query) const;

    /// @brief Says what is to be forwarded of a group whose static joins have changed.
    /// @param group the group
    void Refresh(Ipv4Address group);

    /// @brief Sets the attribute SsmRanges.
    /// @param text the ranges
    void SetSsmRanges(std::string text);

    /// @return the attribute SsmRanges
    std::string GetSsmRanges() const;

    uint8_t m_version;               ///< IGMP version
    IgmpProfile m_profile;           ///< edition of IGMPv3
    uint8_t m_robustness;            ///< Robustness Variable
    Time m_queryInterval;            ///< Query Interval
    Time m_responseInterval;         ///< Query Response Interval
    Time m_membershipInterval;       ///< Group Membership Interval; 0: derived
    Time m_otherQuerierInterval;     ///< Other Querier Present Interval; 0: derived
    Time m_olderHostInterval;        ///< Older Host Present Interval; 0: derived
    Time m_startupQueryInterval;     ///< Startup Query Interval; 0: derived
    uint32_t m_startupQueryCount;    ///< Startup Query Count; 0: derived
    Time m_lastMemberInterval;       ///< Last Member Query Interval
    uint32_t m_lastMemberCount;      ///< Last Member Query Count; 0: derived
    uint8_t m_oldestHostVersion;     ///< messages of hosts below this version are ignored
    uint32_t m_maxGroups;            ///< groups that may have state; 0: any number
    uint32_t m_maxSources;           ///< source records of a group; 0: any number
    bool m_immediateLeave;           ///< whether what is left ends at once
    bool m_hostTracking;             ///< whether leaves of some of the hosts are ignored
    Time m_warningInterval;          ///< shortest time between warnings of other versions
    IgmpReceiptPolicy m_routerAlert; ///< messages without Router Alert option
    IgmpReceiptPolicy m_ttl1;        ///< messages with another TTL
    bool m_checkSource;              ///< whether reports must come from a subnet of the interface
    IgmpSsmRanges m_ssmRanges;       ///< groups with source-specific semantics

    IgmpStaticJoins m_staticJoins;   ///< what is forwarded in any case
    IgmpRouterReception m_reception; ///< judges and counts what is received

    uint32_t m_nodeId{0};                               ///< id of the node
    uint32_t m_index{0};                                ///< index of the IPv4 interface
    Ipv4Address m_source{Ipv4Address::GetZero()};       ///< its address, while it is in service
    ClientId m_clientId;                                ///< what the agent is registered as
    std::string m_clientName;                           ///< its name in traces
    Ptr<Tracer> m_tracer;                               ///< where records go
    Ptr<IgmpL4Protocol> m_protocol;                     ///< sends and receives
    IgmpL4Protocol::ListenerId m_listener{0};           ///< while the network is served
    std::shared_ptr<IgmpMembershipReporter> m_reporter; ///< while attached
    std::shared_ptr<IgmpRouterIncarnation> m_life;      ///< while the network is served
    std::shared_ptr<IgmpQuerier> m_querier;             ///< while the network is served
    std::shared_ptr<IgmpRouterGroups> m_groups;         ///< while the network is served
};

} // namespace mgm
} // namespace ns3

#endif // MGM_IGMP_ROUTER_INTERFACE_H
