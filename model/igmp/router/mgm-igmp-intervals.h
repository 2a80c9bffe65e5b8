/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#ifndef MGM_IGMP_INTERVALS_H
#define MGM_IGMP_INTERVALS_H

#include "ns3/nstime.h"

#include <optional>
#include <string>

namespace ns3
{
namespace mgm
{

/**
 * @ingroup mgm
 * @brief What is wrong with an interval of a router.
 */
struct IgmpIntervalFault
{
    std::string attribute; ///< Name of the attribute of IgmpRouterInterface.
    Time found;            ///< Its value.
    std::string expected;  ///< What it may be.
};

/**
 * @ingroup mgm
 * @brief The intervals of a router that depend on each other and on the version, as configured.
 *
 * A time that has no code at all is a fault; one between two codes is not, it is sent as the lower
 * one (RFC 3376 section 8.8).
 */
struct IgmpIntervals
{
    uint8_t version{3}; ///< IGMP version, 1 to 3.
    Time query;         ///< Query Interval.
    Time response;      ///< Query Response Interval.
    Time lastMember;    ///< Last Member Query Interval.

    /**
     * @brief Looks for what IGMP forbids or cannot express.
     *
     * The Query Response Interval must be less than the Query Interval (RFC 2236 and RFC 3376,
     * section 8.3). Times in queries of IGMPv2 are at most 25.5 s (RFC 2236 section 2.2), in those
     * of IGMPv3 at most 3174.4 s (RFC 3376 section 4.1.1), and the Query Interval in them at most
     * 31744 s (section 4.1.7). Queries of IGMPv1 have no times.
     *
     * @return the first fault; nothing if there is none
     */
    std::optional<IgmpIntervalFault> Check() const;
};

} // namespace mgm
} // namespace ns3

#endif // MGM_IGMP_INTERVALS_H
