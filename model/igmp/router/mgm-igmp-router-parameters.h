/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#ifndef MGM_IGMP_ROUTER_PARAMETERS_H
#define MGM_IGMP_ROUTER_PARAMETERS_H

#include "mgm-igmp-router-ssm-ranges.h"

#include "ns3/mgm-igmp-message.h"
#include "ns3/nstime.h"

namespace ns3
{
namespace mgm
{

/// @ingroup mgm
/// @brief The edition of IGMPv3 that an interface follows where they differ.
enum IgmpProfile : uint8_t
{
    IGMP_PROFILE_RFC3376, ///< Group Membership Interval with one response interval; any query
                          ///< elects.
    IGMP_PROFILE_RFC9776, ///< With two (section 8.4); only general queries elect (section 6.6.2).
};

/**
 * @ingroup mgm
 * @brief The parameters of IGMP on an interface of a router (RFC 2236 and RFC 3376, section 8).
 *
 * While another router is the querier, Robustness Variable and Query Interval are the querier's
 * (RFC 3376 sections 4.1.6 and 4.1.7), and so is what is derived from them.
 */
struct IgmpRouterParameters
{
    uint8_t version{3};                        ///< IGMP version, 1 to 3.
    uint8_t robustness{0};                     ///< Robustness Variable.
    uint32_t startupQueryCount{0};             ///< Startup Query Count.
    uint32_t lastMemberCount{0};               ///< Last Member Query Count.
    Time queryInterval;                        ///< Query Interval.
    Time responseInterval;                     ///< Query Response Interval.
    Time membershipInterval;                   ///< Group Membership Interval.
    Time startupQueryInterval;                 ///< Startup Query Interval.
    Time lastMemberInterval;                   ///< Last Member Query Interval.
    Time otherQuerierInterval;                 ///< Other Querier Present Interval.
    Time olderHostInterval;                    ///< Older Host Present Interval.
    IgmpProfile profile{IGMP_PROFILE_RFC3376}; ///< Edition of IGMPv3.
    uint8_t oldestHostVersion{1};            ///< Messages of hosts below this version are ignored.
    uint32_t maxGroups{0};                   ///< Groups that may have state; 0: any number.
    uint32_t maxSources{0};                  ///< Source records of a group; 0: any number.
    bool immediateLeave{false};              ///< Whether what is left ends at once.
    bool hostTracking{false};                ///< Whether a leave counts if it is the last one.
    const IgmpSsmRanges* ssmRanges{nullptr}; ///< Groups with source-specific semantics.

    /// @return Last Member Query Time
    Time GetLastMemberTime() const
    {
        return lastMemberInterval * static_cast<int64_t>(lastMemberCount);
    }
};

/**
 * @param parameters the parameters
 * @return a general query of their version; of version 1 it has a Max Resp Time of 0 (RFC 2236
 * section 4, RFC 3376 section 7.3.1)
 */
IgmpMessage MakeGeneralQuery(const IgmpRouterParameters& parameters);

/**
 * @param parameters the parameters
 * @param group the group
 * @return a group-specific query of IGMPv2
 */
IgmpV2Message MakeV2GroupQuery(const IgmpRouterParameters& parameters, Ipv4Address group);

/**
 * @param parameters the parameters, of version 3
 * @param group the group
 * @param suppress the S flag
 * @param sources the sources; none make it a group-specific query
 * @return a group-specific or group-and-source-specific query of IGMPv3
 */
IgmpV3Query MakeV3Query(const IgmpRouterParameters& parameters,
                        Ipv4Address group,
                        bool suppress,
                        std::vector<Ipv4Address> sources);

} // namespace mgm
} // namespace ns3

#endif // MGM_IGMP_ROUTER_PARAMETERS_H
