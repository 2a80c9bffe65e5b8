/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#ifndef MGM_LADDER_OPTIONS_H
#define MGM_LADDER_OPTIONS_H

#include <cstddef>
#include <cstdint>
#include <limits>
#include <string>
#include <vector>

namespace ns3
{
namespace mgm
{

/// @ingroup mgm
/// @brief Which changes of state a ladder diagram marks.
enum class LadderStates : uint8_t
{
    NONE,    ///< None.
    CHANGES, ///< Those after which a state differs from the one before.
    ALL,     ///< All that the trace holds.
};

/// @ingroup mgm
/// @brief What the labels of a ladder diagram say.
enum class LadderLabels : uint8_t
{
    WHOLE, ///< All that tells records apart.
    SHORT, ///< Names: no sources and groups, no contents of messages, no interfaces of packets.
};

/**
 * @ingroup mgm
 * @brief What of a trace a ladder diagram shows, and how.
 *
 * A list that is empty selects everything; else a record is shown if it is about one of the names.
 */
struct LadderOptions
{
    std::vector<std::string> nodes;      ///< Names or ids of nodes.
    std::vector<std::string> clients;    ///< Names of clients.
    std::vector<std::string> interfaces; ///< Names or indices of interfaces.
    std::vector<std::string> groups;     ///< Group addresses; "*" is any group.

    int64_t fromNs{0};                                    ///< First time shown [ns].
    int64_t untilNs{std::numeric_limits<int64_t>::max()}; ///< End of the times shown [ns].
    LadderStates states{LadderStates::CHANGES};           ///< Which changes of state are shown.
    LadderLabels labels{LadderLabels::WHOLE};             ///< What labels say.
    std::size_t maxEvents{2000};                          ///< Most events in one diagram.
    int64_t foldNs{500000000}; ///< Gaps from this length are marked [ns].
    double width{0};           ///< Width [px]; 0 is what it takes.
};

} // namespace mgm
} // namespace ns3

#endif // MGM_LADDER_OPTIONS_H
