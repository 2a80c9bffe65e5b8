/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#ifndef MGM_IGMP_ROUTER_H
#define MGM_IGMP_ROUTER_H

/*
 * The IGMP router: learns what hosts want, and tells the group manager.
 *
 * Who owns what. IgmpRouter has the interfaces (IgmpRouterInterface). It is a ManagerClient: that
 * has the registration, and knows how far the agent has come. An interface has its attributes, its
 * static joins and its reception (IgmpRouterReception: what is judged, counted and warned of).
 * While the manager lets IGMP have it, it also has
 * - the querier (IgmpQuerier): election and general queries;
 * - the groups (IgmpRouterGroups): a machine with its timers for each, IgmpV2Group or IgmpV3Group;
 *   the latter with IgmpV3Queries while it asks, and IgmpGroupCompatibility once older hosts have
 *   spoken; each with an IgmpHostTracker, which is used if the attribute HostTracking asks for it;
 * - the reporter (IgmpMembershipReporter): memberships as the manager is told of them;
 * - the incarnation (IgmpRouterIncarnation): what the machines know of their interface.
 *
 * Which events arrive. Messages and changes of interfaces from IgmpL4Protocol, timers, the
 * manager's DISABLE_IGMP, ENABLE_IGMP and CREATION_ALERT, static joins, and the start, stop or
 * crash of the agent.
 *
 * In which order they are handled. A message: the interface comes into service if it can now; the
 * reception judges it; of a query, first the version is watched, then the election is held, then
 * timers of the group are lowered; a report or leave goes to the groups, record by record. An
 * IGMPv3 group first lets sources expire that are due, then its table says what happens. What is to
 * be forwarded then is merged with static joins and given to the reporter, which queues it and
 * makes one call of the manager after the other, each when the one before has returned; additions
 * come first.
 *
 * What must hold. Queries are sent by the querier only, while the interface is in service. When the
 * calls have returned, IGMP's memberships are what the groups and the static joins want. No packet
 * is lost when (*,g) takes the place of (s,g) or the reverse. Between DISABLE_IGMP and ENABLE_IGMP
 * the manager is told nothing, and all again afterwards. The manager may call a client that stops
 * or crashes the agent while a machine is at work: nothing of what that machine does afterwards
 * reaches the next incarnation.
 */

#include "mgm-igmp-router-interface.h"

#include "ns3/mgm-manager-client.h"
#include "ns3/object-factory.h"

#include <map>
#include <string>

namespace ns3
{
namespace mgm
{

/**
 * @ingroup mgm
 * @brief The IGMP router agent: learns which groups hosts want and tells the group manager.
 *
 * A client of the manager like any other, with protocol id 10: its life is that of a
 * ManagerClient that asks and enumerates nothing. It serves an interface as querier as soon as that
 * is taken. One that another IGMP or a change of owner keeps from it is asked for again after
 * RetryDelay; one that the node does not have is not. The trace does not tell of its life.
 *
 * Excluded sources reach the forwarding entries (MFE-5) on interfaces that no protocol owns. The
 * owner of an interface decides for itself: FORWARD_STATE by IGMP is refused there, and the owner
 * gets LOCAL_JOIN and LOCAL_LEAVE of (*,g) and (s,g) alone.
 *
 * Config path: `/NodeList/[i]/ApplicationList/[i]/$ns3::mgm::IgmpRouter/InterfaceList/[i]`; the
 * last index is that of the IPv4 interface.
 */
class IgmpRouter : public ManagerClient
{
  public:
    /// @return the TypeId
    static TypeId GetTypeId();

    IgmpRouter();
    ~IgmpRouter() override;

    /**
     * @brief Adds an interface to serve; a running agent takes it at once.
     * @param index index of the node's IPv4 interface
     * @param version IGMP version, 1 to 3
     * @return the interface, whose attributes are those set by SetInterfaceAttribute(); the same as
     *         before if it was added already
     */
    Ptr<IgmpRouterInterface> AddInterface(uint32_t index, uint8_t version = 3);

    /**
     * @brief Stops to serve an interface, and gives it up; that is repeated after RetryDelay while
     * it is refused. What was learned there is forgotten.
     * @param index index of the node's IPv4 interface; one that was not added is not removed
     */
    void RemoveInterface(uint32_t index);

    /**
     * @param index index of an IPv4 interface
     * @return the interface; null if it was not added
     */
    Ptr<IgmpRouterInterface> GetInterface(uint32_t index) const;

    /**
     * @brief Sets an attribute of all interfaces, of those added already and of those to come.
     * @param name name of an attribute of IgmpRouterInterface
     * @param value its value
     */
    void SetInterfaceAttribute(const std::string& name, const AttributeValue& value);

  protected:
    void DoDispose() override;

    ClientId GetClientId() const override;
    std::string_view GetClientName() const override;
    ClientCallbacks MakeCallbacks() override;
    bool IsAsking() const override;
    bool IsEnumerating() const override;
    bool IsToBeRetried(const InterfaceId& interface, Status status) const override;
    std::optional<TransitionWords> Describe(const Row& row) const override;
    void OnTaking(const InterfaceId& interface) override;
    void OnOwned(const InterfaceId& interface) override;
    void OnRefused(ClientStep step, Status status, const InterfaceId& interface) override;
    void OnStopping() override;
    void OnFailed() override;
    void OnCreationAlert(const SourceGroup& entry,
                         const InterfaceId& incoming,
                         std::vector<InterfaceEntry>& interfaces) override;
    void OnDisableIgmp(const InterfaceId& interface) override;
    void OnEnableIgmp(const InterfaceId& interface) override;

  private:
    std::map<uint32_t, Ptr<IgmpRouterInterface>> m_interfaces; ///< by index
    ObjectFactory m_interfaceFactory;                          ///< makes interfaces
    uint32_t m_component;                                      ///< component id
    std::string m_name;                                        ///< name in traces
};

} // namespace mgm
} // namespace ns3

#endif // MGM_IGMP_ROUTER_H
