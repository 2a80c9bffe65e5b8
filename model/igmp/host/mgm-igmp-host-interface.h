/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#ifndef MGM_IGMP_HOST_INTERFACE_H
#define MGM_IGMP_HOST_INTERFACE_H

#include "mgm-igmp-host-link.h"
#include "mgm-igmp-l4-protocol.h"
#include "mgm-igmp-query.h"

#include "ns3/mgm-multicast-filter.h"
#include "ns3/object.h"
#include "ns3/random-variable-stream.h"

#include <array>
#include <map>
#include <memory>
#include <optional>
#include <string_view>

namespace ns3
{

class Node;

namespace mgm
{

class IgmpHostCompatibility;
class IgmpHostGroups;

/**
 * @ingroup mgm
 * @brief Why a host ignores a message that is well formed.
 */
enum class IgmpHostDrop : uint8_t
{
    NO_ROUTER_ALERT,   ///< A query without the Router Alert option (RFC 3376 section 9.1).
    WRONG_DESTINATION, ///< Sent where such a message must not be (RFC 3376 section 9.1, RFC 1112).
    COUNT,             ///< Number of reasons.
};

/// @param drop a reason
/// @return its word in traces
std::string_view ToString(IgmpHostDrop drop);

/**
 * @ingroup mgm
 * @brief An interface on which an IGMP host joins groups.
 *
 * Its attributes are the parameters of RFC 2236 and RFC 3376, section 8. A change of one takes
 * effect when it is used next, a change of Version when the host starts next.
 *
 * While the IPv4 interface is down nothing is reported, and nothing is due; what is wanted is
 * remembered. When it comes up it is as new: what is wanted is reported as a join is, and no
 * querier is known.
 *
 * While queriers of older versions are present, an IGMPv3 host speaks the oldest of their versions
 * (RFC 3376 section 7.2.1): when that changes, answers and repetitions that are due are cancelled
 * and the groups are kept. An IGMPv2 host then sends reports of IGMPv1, and no leaves (RFC 2236
 * section 4).
 */
class IgmpHostInterface : public Object, private IgmpHostLink
{
  public:
    /// @return the TypeId
    static TypeId GetTypeId();

    IgmpHostInterface();
    ~IgmpHostInterface() override;

    /**
     * @name For the agent
     * @{
     */

    /**
     * @brief Starts to take part in the protocol.
     * @param node the node
     * @param index index of the IPv4 interface
     */
    void Serve(Ptr<Node> node, uint32_t index);

    /**
     * @brief Changes to another version. One that has started begins anew: no querier is known,
     *        and what is wanted is reported as a join is.
     * @param version IGMP version, 1 to 3
     */
    void ChangeVersion(uint8_t version);

    /// @brief Leaves all groups and stops.
    void Stop();

    /// @brief Forgets all groups and stops, without a word.
    void Drop();

    /**
     * @brief Says what is wanted of a group (RFC 3376 section 3.2); remembered while stopped.
     * @param group the group
     * @param filter the filter
     */
    void SetFilter(Ipv4Address group, const MulticastFilter& filter);

    /**
     * @brief Tells whether packets are wanted. A host configured for IGMPv1 or IGMPv2 takes any
     *        source of a group that it wants.
     * @param source who sends them
     * @param group where they are sent to
     * @return whether they are
     */
    bool Wants(Ipv4Address source, Ipv4Address group) const;

    /**
     * @brief Fixes the random streams.
     * @param stream first stream number
     * @return the number of streams used
     */
    int64_t AssignStreams(int64_t stream);

    /**
     * @brief Says who is told of a query before it is handled, to look at what is still wanted.
     * @param callback what is called; null for nobody
     */
    void SetQueryCallback(Callback<void> callback);

    /** @} */

    /// @return version that it speaks now, 1 to 3; 0 while stopped, or while the interface is down
    uint8_t GetVersionInUse() const;

    /**
     * @param drop a reason
     * @return how many messages were ignored for it
     */
    uint64_t GetIgnoredCount(IgmpHostDrop drop) const;

  protected:
    void DoDispose() override;

  private:
    uint8_t GetRobustness() const override;
    bool IsV1QuerierPresent() const override;
    Time GetUnsolicitedReportInterval() const override;
    Time DrawDelay(Time longest) override;
    void Send(const IgmpMessage& message, Ipv4Address destination) override;
    void SendReport(const std::vector<IgmpGroupRecord>& records) override;
    void Forget(Ipv4Address group) override;
    MachineSubject GetSubject(std::string_view machine,
                              std::optional<Ipv4Address> group) const override;

    /// @brief Handles what happens to the IPv4 interface.
    /// @param change what happened
    void HandleChange(InterfaceChange change);

    /// @brief Takes part in the protocol from now on, if the interface is up: reports all groups.
    void Begin();

    /// @brief Takes part no more, without a word; what is wanted is remembered.
    void End();

    /// @brief Hears a message.
    /// @param reception the message
    void Receive(const IgmpReception& reception);

    /// @brief Handles a query.
    /// @param query the query
    void ReceiveQuery(const IgmpQuery& query);

    /// @param query a query
    /// @param routerAlert whether it had the Router Alert option
    /// @return why it must be ignored; nothing if a host may trust it (RFC 3376 section 9.1)
    std::optional<IgmpHostDrop> JudgeQuery(const IgmpQuery& query, bool routerAlert) const;

    /// @brief Handles another host's report of IGMPv1 or IGMPv2.
    /// @param group the group
    /// @param destination IP destination
    void ReceiveReport(Ipv4Address group, Ipv4Address destination);

    /// @brief Notes which version the querier speaks.
    /// @param query the query
    void NoteQuerier(const IgmpQuery& query);

    /// @param query a query of an older version
    /// @return how long it is remembered (RFC 3376 section 8.12, RFC 2236 section 8.11)
    Time GetOlderQuerierTimeout(const IgmpQuery& query) const;

    /// @return version that the queriers present leave to the host
    uint8_t GetVersionToUse() const;

    /// @brief Changes to another version if it has to (RFC 3376 section 7.2.1).
    void FollowQueriers();

    /// @brief Counts and traces a message that is ignored.
    /// @param drop why
    /// @param group the group it is about
    void Ignore(IgmpHostDrop drop, Ipv4Address group);

    uint8_t m_version;                 ///< IGMP version
    Time m_olderQuerierTimeout;        ///< Older Version Querier Present Timeout; 0: by version
    uint8_t m_robustness;              ///< Robustness Variable
    Time m_unsolicitedInterval;        ///< Unsolicited Report Interval; 0: by version
    bool m_requireRouterAlert;         ///< whether queries need the Router Alert option
    Ptr<RandomVariableStream> m_delay; ///< delays, as part of the longest one

    uint32_t m_index{0};                             ///< index of the IPv4 interface
    Ptr<Tracer> m_tracer;                            ///< where records go
    Ptr<IgmpL4Protocol> m_protocol;                  ///< sends and receives
    IgmpL4Protocol::ListenerId m_listener{0};        ///< while started
    Callback<void> m_queryCallback;                  ///< told of queries
    std::map<Ipv4Address, MulticastFilter> m_wanted; ///< what was asked for, unless it is nothing

    uint8_t m_configured{0};   ///< version that it started with
    uint8_t m_versionInUse{0}; ///< version of the groups; 0: there are none
    Time m_queryInterval;      ///< the querier's, as last heard; 0: unknown
    std::unique_ptr<IgmpHostCompatibility> m_compatibility; ///< while it takes part
    std::unique_ptr<IgmpHostGroups> m_groups;               ///< while it takes part

    /// Messages that were ignored.
    std::array<uint64_t, static_cast<std::size_t>(IgmpHostDrop::COUNT)> m_ignored{};
};

} // namespace mgm
} // namespace ns3

#endif // MGM_IGMP_HOST_INTERFACE_H
