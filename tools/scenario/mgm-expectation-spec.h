/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#ifndef MGM_EXPECTATION_SPEC_H
#define MGM_EXPECTATION_SPEC_H

#include "mgm-bounds.h"
#include "mgm-message-match.h"

#include "ns3/mgm-client-id.h"
#include "ns3/mgm-pim-dense-assert-fsm.h"
#include "ns3/mgm-pim-dense-downstream-fsm.h"
#include "ns3/mgm-pim-dense-originator-fsm.h"
#include "ns3/mgm-pim-dense-upstream-fsm.h"
#include "ns3/mgm-source-group.h"
#include "ns3/mgm-source-set.h"
#include "ns3/nstime.h"

#include <cstdint>
#include <limits>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <variant>
#include <vector>

namespace ns3
{
namespace mgm
{

/// @ingroup mgm
/// @brief Values that a trace record must have: keys of the schema's `match`, and texts.
using RecordMatch = std::vector<std::pair<std::string, std::string>>;

/// @ingroup mgm
/// @brief An address on a link, as a scenario names it.
struct NamedAddress
{
    Ipv4Address address{Ipv4Address::GetZero()}; ///< The address; 0.0.0.0 is nobody's.
    std::string name;                            ///< Name of its node, if that is given.
};

/// @ingroup mgm
/// @brief Records that something is to follow.
struct Occasion
{
    RecordMatch match; ///< The records.
    Time earliest;     ///< How long after them at the least.
    Time latest;       ///< How long after them at the most.
};

/// @ingroup mgm
/// @brief How often something happens, and when.
struct Occurrences
{
    Time from;                                           ///< Not before this time.
    Time until{Time::Max()};                             ///< Not after this time.
    std::optional<Occasion> after;                       ///< So often after each of these records.
    uint64_t least{0};                                   ///< Least number.
    uint64_t most{std::numeric_limits<uint64_t>::max()}; ///< Greatest number.
};

/// @ingroup mgm
/// @brief How many records match.
struct RecordsExpectation
{
    RecordMatch match;       ///< Which records.
    Occurrences occurrences; ///< How many, and when.
};

/// @ingroup mgm
/// @brief How many messages on a link match.
struct MessagesExpectation
{
    std::size_t link{0};     ///< Index of the link.
    MessageMatch match;      ///< Which messages.
    Occurrences occurrences; ///< How many, and when.
};

/// @ingroup mgm
/// @brief Records that follow each other, with any others between them.
struct OrderExpectation
{
    std::vector<RecordMatch> matches; ///< The records.
};

/// @ingroup mgm
/// @brief Who owns an interface at some time.
struct OwnerExpectation
{
    std::optional<Time> at;     ///< When; nothing is the end.
    std::size_t node{0};        ///< Index of the node.
    uint32_t interface = 0;     ///< Index of the interface.
    std::optional<ClientId> id; ///< The owner; nothing is nobody.
    std::string name;           ///< Its name.
};

/// @ingroup mgm
/// @brief Which groups a scripted protocol knows at some time.
struct KnownExpectation
{
    std::optional<Time> at;          ///< When; nothing is the end.
    std::size_t node{0};             ///< Index of the node.
    std::size_t protocol{0};         ///< Index of the protocol in its node.
    std::vector<SourceGroup> groups; ///< The groups.
};

/// @ingroup mgm
/// @brief Which groups have members on an interface, as its IGMP router knows, at some time.
struct MembersExpectation
{
    std::optional<Time> at;          ///< When; nothing is the end.
    std::size_t node{0};             ///< Index of the node.
    uint32_t interface = 0;          ///< Index of the interface.
    std::vector<SourceGroup> groups; ///< The groups.
};

/**
 * @ingroup mgm
 * @brief What an IGMP router knows of a group at some time. What is not there is not compared.
 */
struct IgmpGroupExpectation
{
    std::optional<Time> at;                               ///< When; nothing is the end.
    std::size_t node{0};                                  ///< Index of the node.
    uint32_t interface = 0;                               ///< Index of the interface.
    Ipv4Address group{Ipv4Address::GetZero()};            ///< The group.
    bool isKnown{true};                                   ///< Whether there is a state.
    std::optional<FilterMode> mode;                       ///< The router filter mode.
    std::optional<Bounds> timer;                          ///< Left of the group timer [ns].
    std::optional<std::map<Ipv4Address, Bounds>> sources; ///< Left of all source timers [ns].
    std::optional<uint8_t> compatibility;                 ///< The Group Compatibility Mode, 1 to 3.
};

/// @ingroup mgm
/// @brief Whom an IGMP router takes for the querier at some time.
struct QuerierExpectation
{
    std::optional<Time> at;      ///< When; nothing is the end.
    std::size_t node{0};         ///< Index of the node.
    uint32_t interface = 0;      ///< Index of the interface.
    NamedAddress querier;        ///< The querier.
    std::optional<Bounds> timer; ///< Left of the Other Querier Present timer [ns].
};

/// @ingroup mgm
/// @brief Which neighbors PIM has on an interface at some time. What is not there is not compared.
struct PimNeighborsExpectation
{
    std::optional<Time> at;                                       ///< When; nothing is the end.
    std::size_t node{0};                                          ///< Index of the node.
    uint32_t interface = 0;                                       ///< Index of the interface.
    std::optional<std::map<Ipv4Address, NamedAddress>> neighbors; ///< The neighbors.
    std::optional<NamedAddress> dr;                               ///< The designated router.
};

/// @ingroup mgm
/// @brief What PIM dense mode knows of an (S,G) on an interface.
struct PimDenseInterfaceExpectation
{
    std::optional<PimDenseDownstreamState> downstream; ///< State of DownstreamPState(S,G,I).
    std::optional<PimDenseAssertState> assertion;      ///< State of the Assert machine.
    std::optional<NamedAddress> winner;                ///< The winner of the assert.
    std::map<std::string, Bounds> timers;              ///< Left of timers, by their names [ns].
};

/**
 * @ingroup mgm
 * @brief What PIM dense mode knows of an (S,G) at some time. What is not there is not compared.
 */
struct PimDenseExpectation
{
    std::optional<Time> at;                            ///< When; nothing is the end.
    std::size_t node{0};                               ///< Index of the node.
    SourceGroup key;                                   ///< Source and group.
    bool isKnown{true};                                ///< Whether there is a state.
    std::optional<PimDenseUpstreamState> upstream;     ///< State of Upstream(S,G).
    std::optional<PimDenseOriginatorState> originator; ///< State of Origination(S,G).
    std::optional<uint32_t> incoming;                  ///< Index of RPF_interface(S); 0: none.
    std::optional<NamedAddress> rpfNeighbor;           ///< RPF'(S).
    std::optional<std::set<uint32_t>> outgoing;        ///< Where packets are forwarded.
    std::map<std::string, Bounds> timers;              ///< Left of timers, by their names [ns].
    std::map<uint32_t, PimDenseInterfaceExpectation> interfaces; ///< By index.
};

/// @ingroup mgm
/// @brief What a receiver gets of a stream.
struct StreamExpectation
{
    std::size_t node{0};                  ///< Index of the receiver.
    SourceGroup stream;                   ///< The stream.
    std::optional<Bounds> sent;           ///< Packets sent while it wanted them.
    std::optional<Bounds> received;       ///< Packets received.
    std::optional<Bounds> lost;           ///< Packets of `sent` that it did not receive.
    std::optional<Bounds> duplicates;     ///< Packets received once more.
    std::optional<Bounds> firstAfterJoin; ///< Time from each join to the next packet [ns].
    std::optional<Bounds> longestGap;     ///< Longest time without a packet [ns].
};

/// @ingroup mgm
/// @brief Which forwarding entry a node has at some time.
struct MfeExpectation
{
    std::optional<Time> at;           ///< When; nothing is the end.
    std::size_t node{0};              ///< Index of the node.
    SourceGroup key;                  ///< Source and group.
    std::optional<uint32_t> incoming; ///< Index of its incoming interface; nothing: no entry.
    std::vector<uint32_t> outgoing;   ///< Indices of its outgoing interfaces, in ascending order.
};

/// @ingroup mgm
/// @brief What the packets of all streams together came to.
struct PacketsExpectation
{
    /// What is counted.
    enum class Count : uint8_t
    {
        UNACCOUNTED, ///< Copies that neither arrived nor were dropped.
        REPEATED,    ///< Copies that a node forwarded or received once more.
    };

    Count count{Count::UNACCOUNTED}; ///< What is counted.
    uint64_t number{0};              ///< How many there are.
};

/// @ingroup mgm
/// @brief What a run must show.
struct ExpectationSpec
{
    std::string pointer; ///< JSON pointer to it.
    std::string place;   ///< File, line and column, or option.
    std::variant<RecordsExpectation,
                 MessagesExpectation,
                 OrderExpectation,
                 OwnerExpectation,
                 KnownExpectation,
                 MembersExpectation,
                 IgmpGroupExpectation,
                 QuerierExpectation,
                 PimNeighborsExpectation,
                 PimDenseExpectation,
                 StreamExpectation,
                 MfeExpectation,
                 PacketsExpectation>
        what; ///< What is expected.
};

} // namespace mgm
} // namespace ns3

#endif // MGM_EXPECTATION_SPEC_H
