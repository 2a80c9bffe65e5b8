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
 * Who owns what. IgmpRouter, an application and a client of the manager, has the registration and
 * the interfaces (IgmpRouterInterface). An interface has its attributes, its static joins and its
 * reception (IgmpRouterReception: what is judged, counted and warned of). While the manager lets
 * IGMP have it, it also has
 * - the querier (IgmpQuerier): election and general queries;
 * - the groups (IgmpRouterGroups): a machine with its timers for each, IgmpV2Group or IgmpV3Group;
 *   the latter with IgmpV3Queries while it asks, and IgmpGroupCompatibility once older hosts have
 *   spoken;
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

#include "ns3/event-id.h"
#include "ns3/mgm-client-callbacks.h"
#include "ns3/mgm-client-id.h"
#include "ns3/mgm-streamed-application.h"
#include "ns3/object-factory.h"

#include <deque>
#include <functional>
#include <map>
#include <set>
#include <string>

namespace ns3
{
namespace mgm
{

class MulticastGroupManager;

/**
 * @ingroup mgm
 * @brief The IGMP router agent: learns which groups hosts want and tells the group manager.
 *
 * A client of the manager like any other, with protocol id 10. It runs from StartTime to StopTime,
 * and can be stopped, crashed and started again at any time, and so can it serve and leave single
 * interfaces. Starting, it registers, then takes each interface and serves it as querier. An
 * interface that another client holds, or a registration that exists already, is asked for again
 * after RetryDelay.
 *
 * Excluded sources reach the forwarding entries (MFE-5) on interfaces that no protocol owns. The
 * owner of an interface decides for itself: FORWARD_STATE by IGMP is refused there, and the owner
 * gets LOCAL_JOIN and LOCAL_LEAVE of (*,g) and (s,g) alone.
 *
 * Config path: `/NodeList/[i]/ApplicationList/[i]/$ns3::mgm::IgmpRouter/InterfaceList/[i]`; the
 * last index is that of the IPv4 interface.
 */
class IgmpRouter : public StreamedApplication
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
     * @brief Stops to serve an interface, and gives it up; it may have to be asked for that again
     * after RetryDelay. What was learned there is forgotten.
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

    /// @brief Starts the agent now; does nothing if it runs.
    void Start();

    /// @brief Stops the agent: it gives up its interfaces, in the order of their indices, and
    ///        deregisters. What it has learned is forgotten. Nothing is sent.
    void Stop();

    /// @brief Crashes the agent: it is gone without a word, and the manager cleans up after it
    ///        (REG-5).
    void Fail();

    /// @return whether the agent is started
    bool IsRunning() const;

    /// @return the handle of the present registration; no client if there is none
    ClientHandle GetHandle() const;

    /**
     * @brief Does nothing: a querier draws no random numbers.
     * @param stream first stream number
     * @return the number of streams used: 0
     */
    int64_t AssignStreams(int64_t stream) override;

  protected:
    void DoDispose() override;

  private:
    void StartApplication() override;
    void StopApplication() override;

    /// @brief Registers; repeats it later if that is refused.
    void Register();

    /// @brief Takes the interfaces that are to be taken, each when the call before has returned.
    void TakeNext();

    /// @brief Takes an interface.
    /// @param index its index
    void Take(uint32_t index);

    /// @brief Serves an interface if it was taken, and goes on with the next one.
    /// @param index its index
    void OnTaken(uint32_t index);

    /**
     * @brief Goes on when the manager's call has returned, unless the registration has ended
     * meanwhile: a client may stop or crash the agent in any callback, and start it again.
     * @param next what comes next
     */
    void ContinueWhenReturned(std::function<void()> next);

    /// @brief Forgets what was to be done.
    void Reset();

    /// @brief Gives up the interfaces that are held, and deregisters; repeats later what is
    /// refused.
    void ReleaseAll();

    /// @brief Gives up the interfaces that were removed; repeats later what is refused.
    void ReleaseRemoved();

    /**
     * @brief Gives up an interface that is held.
     * @param index its index
     * @return whether it is given up
     */
    bool Release(uint32_t index);

    /// @brief Repeats a request later.
    /// @param request the request
    /// @return the event
    EventId Retry(void (IgmpRouter::*request)());

    /**
     * @brief CREATION_ALERT: keeps out the interfaces of which a source is excluded.
     * @param entry source and group
     * @param incoming incoming interface
     * @param interfaces outgoing interfaces
     */
    void AlertCreation(const SourceGroupEntry& entry,
                       const InterfaceId& incoming,
                       std::vector<InterfaceEntry>& interfaces);

    /// @brief DISABLE_IGMP.
    /// @param interface the interface
    void DisableIgmp(const InterfaceId& interface);

    /// @brief ENABLE_IGMP.
    /// @param interface the interface
    void EnableIgmp(const InterfaceId& interface);

    /// @return the manager of the node
    Ptr<MulticastGroupManager> GetManager() const;

    /// @return what the agent registers as
    ClientId GetId() const;

    std::map<uint32_t, Ptr<IgmpRouterInterface>> m_interfaces; ///< by index
    ObjectFactory m_interfaceFactory;                          ///< makes interfaces
    uint32_t m_component;                                      ///< component id
    std::string m_name;                                        ///< name in traces
    Time m_retryDelay;                                         ///< before a request is repeated
    ClientHandle m_handle;                                     ///< the registration
    std::set<uint32_t> m_held;                                 ///< interfaces that are taken
    std::deque<uint32_t> m_toTake;                             ///< interfaces that are to be taken
    std::deque<uint32_t> m_refused;                            ///< interfaces to be asked for again
    std::set<uint32_t> m_removed;                              ///< those that are given up
    EventId m_retry;                                           ///< a request that is repeated
    EventId m_retryRemoved;                                    ///< another one, for m_removed
    bool m_running{false};                                     ///< whether it is started
    bool m_stopping{false};                                    ///< interfaces are still held
    bool m_taking{false};                                      ///< interfaces are being taken
};

} // namespace mgm
} // namespace ns3

#endif // MGM_IGMP_ROUTER_H
