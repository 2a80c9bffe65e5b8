/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#ifndef MGM_IGMP_PROXY_H
#define MGM_IGMP_PROXY_H

#include "mgm-igmp-proxy-database.h"
#include "mgm-igmp-proxy-fsm.h"

#include "ns3/application.h"
#include "ns3/event-id.h"
#include "ns3/mgm-client-callbacks.h"
#include "ns3/mgm-client-id.h"
#include "ns3/mgm-igmp-host-interface.h"
#include "ns3/mgm-igmp-router-ssm-ranges.h"

#include <set>
#include <string>

namespace ns3
{
namespace mgm
{

class MulticastGroupManager;

/// Protocol id of IGMP proxies unless the attribute ProtocolId says otherwise: the number of their
/// RFC, as Windows knows none.
inline constexpr uint32_t IGMP_PROXY_PROTOCOL_ID = 4605;

/**
 * @ingroup mgm
 * @brief An IGMP proxy (RFC 4605), as a client of the group manager.
 *
 * It takes its upstream interface, on which it is an IGMP host. What the other clients of the
 * manager want, it learns from the enumeration of groups, JOIN_ALERT and PRUNE_ALERT, and reports
 * there: (*,g) as EXCLUDE of none, else (s,g) as INCLUDE. It wants (*,*) upstream itself, so that
 * packets from downstream are forwarded up. The downstream interfaces are those of an IgmpRouter of
 * the node, on which nobody else is an owner; there the IgmpRouter is the router part of the proxy.
 *
 * An (s,g) is reported while the route to s goes upstream, because so long the proxy is the one who
 * answers towards s, and alerted (ALR-3). A source-specific group that somebody wants from any
 * source is not reported (RFC 4607 section 5.2).
 *
 * Limits, both because the manager's interface ends there: sources that a downstream interface
 * excludes are not reported, so the report may ask for more than is wanted; and a packet is
 * forwarded downstream whether or not the node is the querier there, so a link has one proxy (RFC
 * 4605 section 4.2).
 *
 * It runs from StartTime to StopTime, and can be stopped, crashed and started again at any time,
 * before or after the IgmpRouter. What the manager refuses is asked for again after RetryDelay.
 */
class IgmpProxy : public Application
{
  public:
    /// @return the TypeId
    static TypeId GetTypeId();

    IgmpProxy();
    ~IgmpProxy() override;

    /**
     * @brief Sets the upstream interface; takes effect at the next start.
     * @param index index of the node's IPv4 interface
     */
    void SetUpstream(uint32_t index);

    /// @return the host part, with its attributes
    Ptr<IgmpHostInterface> GetUpstream() const;

    /**
     * @param group a group
     * @return what is reported of it
     */
    MulticastFilter GetFilter(Ipv4Address group) const;

    /// @brief Starts the proxy now; does nothing if it runs.
    void Start();

    /// @brief Stops the proxy in order: it leaves all groups, releases the upstream interface and
    ///        deregisters.
    void Stop();

    /// @brief Crashes the proxy: it is gone without a word, and the manager cleans up after it
    ///        (REG-5).
    void Fail();

    /// @return whether it reports
    bool IsServing() const;

    /// @return handle of its registration; null if it is not registered
    ClientHandle GetHandle() const;

    /**
     * @brief Fixes the random streams.
     * @param stream first stream number
     * @return the number of streams used
     */
    int64_t AssignStreams(int64_t stream);

  protected:
    void DoDispose() override;

  private:
    using Event = IgmpProxyEvent;   ///< what can happen
    using Action = IgmpProxyAction; ///< what is done about it

    void StartApplication() override;
    void StopApplication() override;

    /// @brief Handles an event.
    /// @param event the event
    void Step(Event event);

    /// @brief Does what the machine says.
    /// @param action the action
    void Perform(Action action);

    /// @brief Registers.
    void Register();

    /// @brief Takes the upstream interface.
    void Take();

    /// @brief Starts to report.
    void Serve();

    /// @return the groups that are wanted now from any source and to be reported
    std::set<SourceGroup> Enumerate() const;

    /// @brief Releases the upstream interface.
    void Release();

    /// @brief Is gone.
    void Vanish();

    /// @brief Asks again later.
    void Wait();

    /// @brief Handles an event when the manager's call has returned.
    /// @param event the event
    void StepWhenReturned(Event event);

    /// @brief Handles JOIN_ALERT.
    /// @param entry what is wanted
    /// @param memberUpdate whether it is about memberships
    void JoinAlert(const SourceGroupEntry& entry, bool memberUpdate);

    /// @brief Handles PRUNE_ALERT.
    /// @param entry what is not wanted any more
    /// @param interface not used
    /// @param memberDelete whether it is about memberships
    /// @param timeout not used
    void PruneAlert(const SourceGroupEntry& entry,
                    const InterfaceId& interface,
                    bool memberDelete,
                    Time& timeout);

    /// @brief Reports what is wanted of a group.
    /// @param group the group
    void Report(Ipv4Address group);

    /// @param entry (*,*), (*,g) or (s,g)
    /// @return whether it may be reported: no (*,*), no source-specific group from any source
    bool IsReportable(const SourceGroup& entry) const;

    /// @brief Sets the attribute SsmRanges.
    /// @param text the ranges
    void SetSsmRanges(std::string text);

    /// @return the attribute SsmRanges
    std::string GetSsmRanges() const;

    /// @return the manager of the node
    Ptr<MulticastGroupManager> GetManager() const;

    std::string m_name;   ///< name in traces
    uint32_t m_protocol;  ///< protocol id
    uint32_t m_component; ///< component id
    uint32_t m_index;     ///< upstream interface, of the next start
    Time m_retryDelay;    ///< time after which a refused request is repeated

    IgmpSsmRanges m_ssmRanges; ///< groups with source-specific semantics

    Ptr<IgmpHostInterface> m_upstream;        ///< the host part
    InterfaceId m_interface;                  ///< upstream interface, in use
    StateMachine<IGMP_PROXY_TABLE> m_machine; ///< its life
    ClientHandle m_handle;                    ///< its registration
    bool m_isOwner{false};                    ///< whether it has the upstream interface
    IgmpProxyDatabase m_database;             ///< what others want
    EventId m_retry;                          ///< the next attempt
};

} // namespace mgm
} // namespace ns3

#endif // MGM_IGMP_PROXY_H
