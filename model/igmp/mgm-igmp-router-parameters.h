/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#ifndef MGM_IGMP_ROUTER_PARAMETERS_H
#define MGM_IGMP_ROUTER_PARAMETERS_H

#include "mgm-igmp-message.h"

#include "ns3/nstime.h"

namespace ns3
{
namespace mgm
{

/**
 * @ingroup mgm
 * @brief The parameters of IGMP on an interface of a router (RFC 2236 and RFC 3376, section 8).
 */
struct IgmpRouterParameters
{
    uint8_t version;            ///< IGMP version, 2 or 3.
    uint8_t robustness;         ///< Robustness Variable.
    uint32_t startupQueryCount; ///< Startup Query Count.
    uint32_t lastMemberCount;   ///< Last Member Query Count.
    Time queryInterval;         ///< Query Interval.
    Time responseInterval;      ///< Query Response Interval.
    Time membershipInterval;    ///< Group Membership Interval.
    Time startupQueryInterval;  ///< Startup Query Interval.
    Time lastMemberInterval;    ///< Last Member Query Interval.

    /// @return Last Member Query Time
    Time GetLastMemberTime() const
    {
        return lastMemberInterval * static_cast<int64_t>(lastMemberCount);
    }
};

/**
 * @param parameters the parameters
 * @return a general query of their version
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
