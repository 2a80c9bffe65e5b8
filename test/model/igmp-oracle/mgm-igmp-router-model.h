/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#ifndef MGM_IGMP_ROUTER_MODEL_H
#define MGM_IGMP_ROUTER_MODEL_H

#include "mgm-igmp-group-model.h"

#include "ns3/nstime.h"

#include <map>
#include <optional>
#include <set>
#include <utility>
#include <vector>

namespace ns3
{
namespace mgm
{

/// @ingroup tests
/// @brief How a router is configured (RFC 3376 section 8).
struct IgmpRouterSetup
{
    uint32_t robustness;      ///< Robustness Variable
    Time queryInterval;       ///< Query Interval
    Time responseInterval;    ///< Query Response Interval
    Time startupInterval;     ///< Startup Query Interval
    uint32_t startupCount;    ///< Startup Query Count
    Time lastMemberInterval;  ///< Last Member Query Interval
    uint32_t lastMemberCount; ///< Last Member Query Count
    bool isRfc9776{false};    ///< whether the rules of RFC 9776 apply
    uint32_t address{0};      ///< its IP address

    /// @return RV * QI + QRI, or with two QRI in RFC 9776
    Time GetMembershipInterval() const;

    /// @return Older Host Present Interval
    Time GetOlderHostInterval() const;

    /// @return Other Querier Present Interval
    Time GetOtherQuerierInterval() const;
};

/**
 * @ingroup tests
 * @brief An interface of an IGMPv3 router, written from RFC 3376 sections 6 and 7.3 and RFC 4604
 *        section 3.
 */
class IgmpRouterModel
{
  public:
    /// (S,G) as bit number and group; no number: (*,G).
    using Membership = std::pair<std::optional<uint32_t>, uint32_t>;

    /// @param setup the configuration
    explicit IgmpRouterModel(const IgmpRouterSetup& setup);

    /// @brief Lets time pass. @param now all that is due until then happens
    void Advance(Time now);

    /// @brief Receives a record. @param group its group @param type its type @param sources its
    ///        sources
    void ReceiveRecord(uint32_t group, IgmpRecordNumber type, SourceBits sources);

    /// @brief Receives a message of an older host. @param type its type @param group its group
    void ReceiveOlder(uint8_t type, uint32_t group);

    /**
     * @brief Receives another router's specific query of version 3.
     * @param from IP source
     * @param group the group
     * @param suppress the S flag
     * @param sources the sources
     */
    void ReceiveSpecificQuery(uint32_t from, uint32_t group, bool suppress, SourceBits sources);

    /**
     * @brief Receives another router's general query of version 3.
     * @param from IP source
     * @param robustness QRV; 0: as configured
     * @param interval QQI; 0: the default
     */
    void ReceiveGeneralQuery(uint32_t from, uint32_t robustness, Time interval);

    /**
     * @brief The link goes down or comes up.
     *
     * A router starts on a link that comes up (sections 6.6.2, 8.6 and 8.7): with the first query,
     * and as Querier. On one that is down nothing is sent or heard, and the timers run.
     *
     * @param isUp whether it is up now
     */
    void SetLink(bool isUp);

    /// @return the groups that have records
    const std::map<uint32_t, IgmpGroupModel>& GetGroups() const;

    /// @return what the group manager is to hold (MBR-4)
    std::set<Membership> GetMemberships() const;

    /// @return the configuration with what the querier says of it (sections 4.1.6 and 4.1.7)
    const IgmpRouterSetup& GetSetupInForce() const;

    /// @return whether this router is the querier
    bool IsQuerier() const;

    /// @return the queries since the last call; group 0: a general query
    std::vector<IgmpModelQuery> TakeQueries();

  private:
    /// The older hosts of a group (section 7.3.2).
    struct OlderHosts
    {
        Time v1{0}; ///< end of the IGMPv1 Host Present timer
        Time v2{0}; ///< end of the IGMPv2 Host Present timer
    };

    /// @return the group compatibility mode, 1 to 3 @param group a group
    uint32_t GetCompatibility(uint32_t group) const;

    /// @brief Has a group handle a record as section 6.4 says. @param group the group
    /// @param type the record type @param sources its sources
    void Apply(uint32_t group, IgmpRecordNumber type, SourceBits sources);

    /// @brief Another router is the querier.
    void Yield();

    /// @brief Takes a configuration into force. @param setup the configuration
    void Enforce(const IgmpRouterSetup& setup);

    /// @brief Sends a general query. @param at when @param next when the next one is due
    void SendGeneral(Time at, Time next);

    /// @brief Sends a query. @param query the query, without what it says of the configuration
    void Send(IgmpModelQuery query);

    /// @brief General queries and the end of another querier.
    void AdvanceQuerier();

    /// @brief Drops the groups that have no record any more, and takes their queries.
    void Collect();

    IgmpRouterSetup m_setup;                     ///< the configuration
    IgmpRouterSetup m_inForce;                   ///< the one in force
    IgmpGroupTimes m_times;                      ///< what groups need of it
    std::map<uint32_t, IgmpGroupModel> m_groups; ///< the records
    std::map<uint32_t, OlderHosts> m_older;      ///< of the groups that have records
    std::vector<IgmpModelQuery> m_queries;       ///< what was sent
    Time m_now{0};                               ///< present time
    bool m_isUp{true};                           ///< whether the link is
    std::optional<Time> m_otherQuerier;          ///< end of Other Querier Present
    Time m_nextGeneral{0};                       ///< next general query, if querier
    uint32_t m_startupLeft;                      ///< start-up queries still to be sent
};

} // namespace mgm
} // namespace ns3

#endif // MGM_IGMP_ROUTER_MODEL_H
