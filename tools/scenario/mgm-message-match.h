/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#ifndef MGM_MESSAGE_MATCH_H
#define MGM_MESSAGE_MATCH_H

#include "ns3/ipv4-address.h"
#include "ns3/mgm-source-set.h"
#include "ns3/nstime.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>

namespace ns3
{
namespace mgm
{

/**
 * @ingroup mgm
 * @brief Values that a message on a link must have. What is not there may have any value.
 */
struct MessageMatch
{
    std::string text;                       ///< The values, for people.
    std::optional<std::size_t> node;        ///< Index of the node that sends it.
    std::optional<uint8_t> protocol;        ///< IP protocol number.
    std::optional<Ipv4Address> source;      ///< IP source.
    std::optional<Ipv4Address> destination; ///< IP destination.
    std::optional<uint8_t> ttl;             ///< Time to live.
    std::optional<bool> routerAlert;        ///< Whether the IP header has the option Router Alert.
    std::optional<std::string> type;        ///< Name of a message of IGMP or PIM.
    std::optional<Time> maxResponse;        ///< Max Resp Time of a query.
    std::optional<bool> suppress;           ///< S flag of a query.
    std::optional<uint8_t> robustness;      ///< QRV of a query.
    std::optional<Time> queryInterval;      ///< QQI of a query.
    std::optional<Time> holdtime;           ///< Holdtime of a Hello, Join/Prune, Graft or its Ack.
    std::optional<Ipv4Address> upstream;    ///< Upstream Neighbor of the latter three.
    std::optional<uint32_t> preference;     ///< Metric preference of an Assert or State Refresh.
    std::optional<uint32_t> metric;         ///< Metric of these.
    std::optional<Ipv4Address> originator;  ///< Originator of a State Refresh.
    std::optional<uint8_t> refreshTtl;      ///< TTL in a State Refresh.
    std::optional<Time> refreshInterval;    ///< Interval of a State Refresh.
    std::optional<Ipv4Address> group;       ///< A group that it is about, and ...
    std::optional<std::string> record;      ///< ... what it says of that one, and ...
    std::optional<SourceSet> sources;       ///< ... of which sources.
};

} // namespace mgm
} // namespace ns3

#endif // MGM_MESSAGE_MATCH_H
