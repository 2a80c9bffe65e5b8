/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#ifndef MGM_LADDER_MODEL_H
#define MGM_LADDER_MODEL_H

#include "ns3/mgm-client-id.h"

#include <cstddef>
#include <cstdint>
#include <limits>
#include <optional>
#include <string>
#include <vector>

namespace ns3
{
namespace mgm
{

/// Index of nothing.
inline constexpr std::size_t LADDER_NONE = std::numeric_limits<std::size_t>::max();

/**
 * @ingroup mgm
 * @brief A column of a ladder diagram: one part of a node.
 */
struct LadderLane
{
    /// The parts of a node, in the order in which they stand.
    enum class Kind : uint8_t
    {
        NODE,      ///< The node itself: what happens to it as a whole, and to its links.
        HOST,      ///< Its applications, and its IGMP host.
        CLIENT,    ///< A client of its group manager.
        MANAGER,   ///< Its group manager.
        FORWARDER, ///< Its multicast forwarder.
    };

    uint32_t node{0};               ///< Node id.
    Kind kind{Kind::HOST};          ///< Which part.
    std::optional<ClientId> client; ///< The client, if it is one.
    std::string name;               ///< Its name for people.
};

/// @ingroup mgm
/// @brief What an item of a ladder diagram shows.
enum class LadderItemKind : uint8_t
{
    CALL,      ///< A client calls the manager.
    RETURN,    ///< The manager answers a call after other things happened.
    CALLBACK,  ///< The manager calls a client.
    UPCALL,    ///< The forwarder calls the manager.
    MESSAGE,   ///< A protocol message is sent.
    ARRIVAL,   ///< A protocol message arrives.
    DATA,      ///< Data packets of one stream are sent or forwarded.
    STATE,     ///< A state changes.
    EVENT,     ///< Something happens from outside, such as a step of the scenario.
    NOTE,      ///< Something is found, such as a reverse path.
    VIOLATION, ///< A client breaks a rule.
    DROP,      ///< Packets or a message are dropped.
};

/// @ingroup mgm
/// @brief One place where a sent message or packet arrives.
struct LadderHead
{
    std::size_t lane{0};           ///< Lane where it arrives.
    std::size_t item{LADDER_NONE}; ///< Item in whose row it arrives; none: in its own.
    uint64_t count{1};             ///< How many packets arrive there.
};

/**
 * @ingroup mgm
 * @brief A thing that a ladder diagram shows: an arrow or a mark with a label.
 */
struct LadderItem
{
    LadderItemKind kind{LadderItemKind::EVENT}; ///< What it shows.
    std::vector<uint64_t> seqs;                 ///< The records that it shows.
    uint64_t cause{0};                          ///< The nearest shown cause of the first of them.
    int64_t timeNs{0};                          ///< Time of the first of them [ns].
    int64_t lastNs{0};                          ///< Time of the last of them [ns].
    std::size_t lane{0};                        ///< Where it stands, or where the arrow begins.
    std::size_t target{LADDER_NONE};            ///< Where the arrow ends, in the same row.
    std::vector<LadderHead> heads;              ///< Where a message or packet arrives.
    std::size_t origin{LADDER_NONE};            ///< Item of the message that arrives.
    std::string label;                          ///< What it says.
    std::string answer;                         ///< What a call returned, if that tells something.
    bool isFailure{false};                      ///< Whether something went wrong.
    std::string text;                           ///< The whole records, for people.
    uint64_t count{1};                          ///< How many packets it stands for.
    std::size_t attachedTo{LADDER_NONE};        ///< Item whose row it shares.
    bool hasConsequences{false};                ///< Whether it caused something that is shown.
    std::size_t row{0};                         ///< Its row, from 0.
};

/// @ingroup mgm
/// @brief The time between enter and leave of a call or callback.
struct LadderBar
{
    std::size_t lane{0};      ///< Lane of who is called.
    uint32_t level{0};        ///< How many other bars it lies on.
    std::size_t firstItem{0}; ///< Item that enters.
    std::size_t lastItem{0};  ///< Last item before it is left.
    bool isCallback{false};   ///< Whether it is a callback.
};

/// @ingroup mgm
/// @brief The time in which IGMP is told to keep quiet on an interface (OWN-3).
struct LadderBracket
{
    uint32_t node{0};                 ///< Node id.
    uint32_t interface = 0;           ///< Index of the interface.
    std::string name;                 ///< Name of the interface.
    std::vector<std::size_t> lanes;   ///< Lanes on which it is drawn.
    std::size_t firstItem{0};         ///< First item within.
    std::size_t endItem{LADDER_NONE}; ///< Item behind the last one within; none: it never ends.
    int64_t firstNs{0};               ///< When it begins [ns].
    int64_t endNs{0};                 ///< When it ends, if it does [ns].
};

/// @ingroup mgm
/// @brief A time in which an interface belongs to the same clients.
struct LadderTenure
{
    std::size_t item{0};    ///< First item within; the number of items: it begins behind the last.
    std::string owner;      ///< Name of the owner; empty if nobody is.
    std::string igmp;       ///< Name of the IGMP that is there; empty if none is.
    bool isChanging{false}; ///< Whether the owner is changing.
    int64_t timeNs{0};      ///< When it begins [ns].

    /// @return the tenure as a text, such as "pim + igmp"
    std::string ToText() const;
};

/// @ingroup mgm
/// @brief Who owns an interface, over time.
struct LadderStrip
{
    uint32_t node{0};                  ///< Node id.
    uint32_t interface = 0;            ///< Index of the interface.
    std::string name;                  ///< Name of the interface.
    std::vector<LadderTenure> tenures; ///< Who owns it, in order.
};

/// @ingroup mgm
/// @brief Rows that belong to one instant.
struct LadderInstant
{
    int64_t timeNs{0};       ///< The instant [ns].
    int64_t lastNs{0};       ///< When the last thing in its rows ends [ns].
    std::size_t firstRow{0}; ///< First row.
    std::size_t rows{0};     ///< Number of rows.
};

/**
 * @ingroup mgm
 * @brief A ladder diagram without its geometry: who does what, in which order.
 */
struct LadderModel
{
    std::string title;                   ///< Name of the scenario, or what there is.
    std::string subtitle;                ///< Command line, seed and run.
    std::vector<std::string> nodeNames;  ///< Name of the node of each lane.
    std::vector<LadderLane> lanes;       ///< Lanes from left to right.
    std::vector<LadderItem> items;       ///< Items in order.
    std::size_t rows{0};                 ///< Number of rows.
    std::vector<LadderInstant> instants; ///< Instants in order.
    std::vector<LadderBar> bars;         ///< Bars of calls and callbacks.
    std::vector<LadderBracket> brackets; ///< Brackets of interfaces.
    std::vector<LadderStrip> strips;     ///< Strips of interfaces.
};

} // namespace mgm
} // namespace ns3

#endif // MGM_LADDER_MODEL_H
