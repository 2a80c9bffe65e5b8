/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#ifndef MGM_IGMP_ROUTER_INTERFACE_H
#define MGM_IGMP_ROUTER_INTERFACE_H

#include "mgm-igmp-l4-protocol.h"
#include "mgm-igmp-router-link.h"

#include "ns3/mgm-client-id.h"
#include "ns3/object.h"

#include <memory>
#include <optional>
#include <string>

namespace ns3
{

class Node;

namespace mgm
{

class IgmpMembershipReporter;
class IgmpQuerier;
class IgmpRouterGroups;
class MulticastGroupManager;

/**
 * @ingroup mgm
 * @brief An interface that an IGMP router serves: querier, groups and reports to the manager.
 *
 * Its attributes are the parameters of RFC 2236 and RFC 3376, section 8. A change of one takes
 * effect when it is used next, a change of Version when the interface is taken next.
 */
class IgmpRouterInterface : public Object, private IgmpRouterLink
{
  public:
    /// @return the TypeId
    static TypeId GetTypeId();

    IgmpRouterInterface();
    ~IgmpRouterInterface() override;

    /// @return whether this router sends the queries of the network
    bool IsQuerier() const;

    /// @return the number of groups that have state
    std::size_t GetNGroups() const;

    /**
     * @param group a group
     * @return what is known of it; nothing if it has no state
     */
    std::optional<IgmpGroupState> GetGroup(Ipv4Address group) const;

    IgmpRouterParameters GetParameters() const override;

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

    /// @brief Starts to serve the network: the interface is taken.
    void Serve();

    /// @brief Stops in order.
    void Stop();

    /// @brief Drops everything without a word. May be called in a client's callback.
    void Drop();

    /// @brief DISABLE_IGMP.
    void Disable();

    /// @brief ENABLE_IGMP.
    void Enable();

    /** @} */

  protected:
    void DoDispose() override;

  private:
    void SendQuery(const IgmpMessage& query) override;
    void SetMembership(Ipv4Address group, FilterMode mode, const SourceSet& sources) override;
    void Forget(Ipv4Address group) override;
    MachineSubject GetSubject(std::string_view machine,
                              std::optional<SourceGroup> sourceGroup) const override;

    /// @brief Hears a message.
    /// @param reception the message
    void Receive(const IgmpReception& reception);

    uint8_t m_version;            ///< IGMP version
    uint8_t m_robustness;         ///< Robustness Variable
    Time m_queryInterval;         ///< Query Interval
    Time m_responseInterval;      ///< Query Response Interval
    Time m_membershipInterval;    ///< Group Membership Interval; 0: derived
    Time m_startupQueryInterval;  ///< Startup Query Interval; 0: derived
    uint32_t m_startupQueryCount; ///< Startup Query Count; 0: derived
    Time m_lastMemberInterval;    ///< Last Member Query Interval
    uint32_t m_lastMemberCount;   ///< Last Member Query Count; 0: derived

    uint32_t m_index{0};                                ///< index of the IPv4 interface
    ClientId m_clientId;                                ///< what the agent is registered as
    std::string m_clientName;                           ///< its name in traces
    Ptr<Tracer> m_tracer;                               ///< where records go
    Ptr<IgmpL4Protocol> m_protocol;                     ///< sends and receives
    IgmpL4Protocol::ListenerId m_listener{0};           ///< while the network is served
    std::shared_ptr<IgmpMembershipReporter> m_reporter; ///< while attached
    std::shared_ptr<IgmpQuerier> m_querier;             ///< while the network is served
    std::shared_ptr<IgmpRouterGroups> m_groups;         ///< while the network is served
};

} // namespace mgm
} // namespace ns3

#endif // MGM_IGMP_ROUTER_INTERFACE_H
