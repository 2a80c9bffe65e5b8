/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#ifndef MGM_LINK_MESSAGE_H
#define MGM_LINK_MESSAGE_H

#include "mgm-message-match.h"

#include "ns3/ipv4-address.h"
#include "ns3/mgm-source-set.h"
#include "ns3/nstime.h"
#include "ns3/packet.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace ns3
{
namespace mgm
{

/**
 * @ingroup mgm
 * @brief An IPv4 packet on a link, as a capture of the link shows it.
 */
struct LinkMessage
{
    /// What a message says of a group.
    struct Statement
    {
        Ipv4Address group{Ipv4Address::GetZero()}; ///< The group; 0.0.0.0 in a general query.
        std::string_view record;                   ///< Type of a group record; "join" or "prune".
        SourceSet sources;                         ///< The sources.
    };

    std::size_t node{0};                             ///< Index of the node that sends it.
    uint8_t protocol{0};                             ///< IP protocol number.
    Ipv4Address source{Ipv4Address::GetZero()};      ///< IP source.
    Ipv4Address destination{Ipv4Address::GetZero()}; ///< IP destination.
    uint8_t ttl{0};                                  ///< Time to live.
    bool routerAlert{false};                         ///< Whether the IP header has options.
    std::string_view type;                           ///< Name of a message of IGMP or PIM.
    std::vector<Statement> statements;               ///< What it says of groups.
    std::optional<Time> maxResponse;                 ///< Of a query.
    std::optional<bool> suppress;                    ///< S flag of a query of IGMPv3.
    std::optional<uint8_t> robustness;               ///< QRV of a query of IGMPv3.
    std::optional<Time> queryInterval;               ///< QQI of a query of IGMPv3.
    std::optional<Time> holdtime;                    ///< Of a Hello, Join/Prune or Graft.
    std::optional<Ipv4Address> upstream;             ///< Of a Join/Prune or Graft.
    std::optional<uint32_t> preference;              ///< Of an Assert or a State Refresh.
    std::optional<uint32_t> metric;                  ///< Of these.
    std::optional<Ipv4Address> originator;           ///< Of a State Refresh.
    std::optional<uint8_t> refreshTtl;               ///< The TTL in a State Refresh.
    std::optional<Time> refreshInterval;             ///< Of a State Refresh.
    std::string text;                                ///< All of it, for people.
};

/**
 * @brief Reads a frame.
 * @param frame the frame
 * @param isEthernet whether it is one of Ethernet, or else of PPP
 * @param node index of the node that sends it
 * @return the IPv4 packet in it; nothing if there is none
 */
std::optional<LinkMessage> ReadLinkMessage(Ptr<const Packet> frame,
                                           bool isEthernet,
                                           std::size_t node);

/**
 * @param message a message
 * @param match the values that it must have
 * @return how many of them it has not
 */
std::size_t CountDifferences(const LinkMessage& message, const MessageMatch& match);

} // namespace mgm
} // namespace ns3

#endif // MGM_LINK_MESSAGE_H
