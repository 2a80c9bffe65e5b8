/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#ifndef MGM_IGMP_PROXY_H
#define MGM_IGMP_PROXY_H

#include "mgm-igmp-proxy-database.h"

#include "ns3/mgm-igmp-host-interface.h"
#include "ns3/mgm-igmp-router-ssm-ranges.h"
#include "ns3/mgm-manager-client.h"

#include <set>
#include <string>

namespace ns3
{
namespace mgm
{

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
 * Its life is that of a ManagerClient with one interface, before or after the IgmpRouter. It
 * enumerates while it serves, because it wants (*,*) first; the trace tells of its life in the
 * words of a proxy.
 */
class IgmpProxy : public ManagerClient
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

    /**
     * @brief Fixes the random streams.
     * @param stream first stream number
     * @return the number of streams used
     */
    int64_t AssignStreams(int64_t stream) override;

  protected:
    void DoDispose() override;

    ClientId GetClientId() const override;
    std::string_view GetClientName() const override;
    ClientCallbacks MakeCallbacks() override;
    bool IsAsking() const override;
    bool IsEnumerating() const override;
    MachineSubject GetSubject() const override;
    std::optional<TransitionWords> Describe(const Row& row) const override;
    void OnServing() override;
    void OnStopping() override;
    void OnStopped() override;
    void OnFailed() override;
    void OnPruneAlert(const SourceGroup& entry,
                      const InterfaceId& interface,
                      bool memberDelete,
                      Time& timeout) override;
    void OnJoinAlert(const SourceGroup& entry, bool memberUpdate) override;

  private:
    /// @return the groups that are wanted now from any source and to be reported
    std::set<SourceGroup> Enumerate() const;

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

    /// @return the attribute UpstreamIndex
    uint32_t GetUpstreamIndex() const;

    std::string m_name;   ///< name in traces
    uint32_t m_protocol;  ///< protocol id
    uint32_t m_component; ///< component id
    uint32_t m_index;     ///< upstream interface, of the next start

    IgmpSsmRanges m_ssmRanges; ///< groups with source-specific semantics

    Ptr<IgmpHostInterface> m_upstream; ///< the host part
    IgmpProxyDatabase m_database;      ///< what others want
};

} // namespace mgm
} // namespace ns3

#endif // MGM_IGMP_PROXY_H
