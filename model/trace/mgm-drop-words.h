/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#ifndef MGM_DROP_WORDS_H
#define MGM_DROP_WORDS_H

#include <ostream>
#include <stdexcept>
#include <string_view>

namespace ns3
{
namespace mgm
{

/**
 * @ingroup mgm
 * @brief A word for why something is dropped: what stands in the column `event` of a record of kind
 * DROP.
 */
struct DropWord
{
    std::string_view word;    ///< Lower-case words with hyphens between them.
    std::string_view meaning; ///< What it says.
    bool isOfData{false};     ///< Whether packets of streams are dropped so.
};

/// @ingroup mgm
/// @brief All words for drops. Whoever writes or reads another one does not compile.
inline constexpr DropWord DROP_WORDS[] = {
    // Group manager
    {"client-gone", "callback: the client was gone when it was its turn; `action` has its kind"},
    // Forwarder
    {"no-route", "there is no route towards the source (MFE-2)", true},
    {"no-owner", "nobody answers for the interface towards the source (MFE-2)", true},
    {"wrong-interface", "it arrived on another interface than the incoming one (MFE-3)", true},
    {"no-outgoing", "nobody wants it", true},
    {"queue-full", "too many packets wait for their entry, or too many entries (MFE-9)", true},
    {"entry-deleted", "the entry was deleted while the packet waited", true},
    {"bad-source", "the source address cannot be that of a host", true},
    {"scope-boundary", "the group may not cross the interface (RFC 2365)", true},
    {"ttl-threshold", "the time to live is not above the threshold of the interface", true},
    {"too-big", "it may not be fragmented and does not fit", true},
    {"interface-down", "the interface is down, or was removed", true},
    // IGMP: what is no message
    {"own-source", "IGMP: from this node"},
    {"bad-destination", "IGMP: to no group and no address of the interface"},
    {"too-short", "IGMP: less than 8 octets"},
    {"bad-checksum", "IGMP: the checksum is wrong"},
    {"unknown-type", "IGMP: no type of message that is known"},
    {"bad-query-length", "IGMP: a query of no version's length (RFC 3376 section 7.1)"},
    {"truncated", "IGMP: it ends before what its counts announce; `detail` says where"},
    {"bad-group", "IGMP: the group is no multicast group"},
    // IGMP: what a router or a host ignores
    {"no-router-alert", "IGMP: without the option Router Alert, which is required"},
    {"wrong-destination", "IGMP: sent where such a message must not be (RFC 3376 section 9.1)"},
    {"bad-ttl", "IGMP: the time to live is not 1, which is required"},
    {"off-link-source", "IGMP: a report from no subnet of the interface (RFC 3376 section 9.2)"},
    {"newer-version", "IGMP: of a version above that of the interface"},
    {"older-version", "IGMP: a host's message of a version that is not accepted"},
    {"unknown-record", "IGMP: a group record of an unknown type (RFC 3376 section 4.2.12)"},
    {"ssm-range", "IGMP: any-source semantics for a source-specific group (RFC 4604 section 3)"},
    {"not-querier", "IGMP: not sent: a specific query that only the querier sends"},
    {"group-limit", "IGMP: one group too many"},
    {"source-limit", "IGMP: one source too many for a group"},
    // Below the forwarder
    {"source-interface-down", "the interface of the packet's source was down", true},
    {"ip-interface-down", "it arrived on an interface that is down, or was to leave there", true},
    {"ip-ttl-expired", "dropped by IPv4: the time to live", true},
    {"ip-no-route", "dropped by IPv4: there is no route", true},
    {"ip-bad-checksum", "dropped by IPv4: the checksum is wrong", true},
    {"ip-route-error", "dropped by IPv4: an error of the route", true},
    {"ip-fragment-timeout", "dropped by IPv4: a fragment is missing", true},
    {"ip-other", "dropped by IPv4 for another reason", true},
    {"device-queue", "the queue of a device was full", true},
    {"device-queue-disc", "dropped by the queue disc of a device", true},
    {"device-mac-tx", "dropped by a device before it was sent", true},
    {"device-phy-tx", "dropped by a device while it was sent", true},
    {"device-phy-rx",
     "dropped by a device on arrival, or lost by a step `lose` of a scenario",
     true},
};

/**
 * @brief Looks a word up, so that a misspelt one is noticed: in constants by the compiler.
 * @param word the word
 * @return the word
 * @throw std::invalid_argument if there is no such word
 */
constexpr std::string_view
FindDropWord(std::string_view word)
{
    for (const auto& each : DROP_WORDS)
    {
        if (each.word == word)
        {
            return each.word;
        }
    }
    throw std::invalid_argument("no word for a drop");
}

/**
 * @brief Looks for words that are none.
 * @param names the names of an enumeration of reasons for drops
 * @return true
 * @throw std::invalid_argument if a name is no word for a drop
 */
template <typename Names>
constexpr bool
AreDropWords(const Names& names)
{
    for (const auto name : names)
    {
        FindDropWord(name);
    }
    return true;
}

/**
 * @brief Writes the words and their meanings as a Markdown table.
 * @param os where to write
 */
void DescribeDropWords(std::ostream& os);

} // namespace mgm
} // namespace ns3

#endif // MGM_DROP_WORDS_H
