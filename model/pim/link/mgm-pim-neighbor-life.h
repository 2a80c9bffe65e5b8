/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#ifndef MGM_PIM_NEIGHBOR_LIFE_H
#define MGM_PIM_NEIGHBOR_LIFE_H

#include "ns3/mgm-enum-names.h"
#include "ns3/mgm-transition-table.h"

#include <string_view>

namespace ns3
{
namespace mgm
{

/// @ingroup mgm
/// @brief Whether a router is a neighbor (RFC 7761 section 4.3, RFC 3973 section 4.3).
enum class PimNeighborState : uint8_t
{
    ABSENT,  ///< It is not known.
    PRESENT, ///< It is a neighbor.
    COUNT,   ///< Number of states.
};

/// @ingroup mgm
/// @brief What happens to it.
enum class PimNeighborEvent : uint8_t
{
    HELLO,          ///< It says Hello.
    NEW_GENERATION, ///< It says Hello with another generation id.
    GOODBYE,        ///< It says Hello with a holdtime of 0.
    TIMEOUT,        ///< The Neighbor Liveness Timer expires.
    STOP,           ///< The interface goes out of service.
    COUNT,          ///< Number of events.
};

/// @ingroup mgm
/// @brief What is done about it.
enum class PimNeighborAction : uint8_t
{
    NONE,
    ADD,     ///< Note what it tells, set the liveness timer, tell of a new neighbor.
    REFRESH, ///< Note what it tells, set the liveness timer.
    REPLACE, ///< Forget what it told; as REFRESH, and tell of the restart.
    REMOVE,  ///< Forget it, tell that it is gone.
    FORGET,  ///< Forget it.
    COUNT,   ///< Number of actions.
};

/// @param state a state
/// @return its name
constexpr std::string_view
ToString(PimNeighborState state)
{
    constexpr EnumNames<PimNeighborState> NAMES{"ABSENT", "PRESENT"};
    return NAMES[state];
}

/// @param event an event
/// @return its name
constexpr std::string_view
ToString(PimNeighborEvent event)
{
    constexpr EnumNames<PimNeighborEvent> NAMES{"HELLO",
                                                "NEW_GENERATION",
                                                "GOODBYE",
                                                "TIMEOUT",
                                                "STOP"};
    return NAMES[event];
}

/// @param action an action
/// @return what it is
constexpr std::string_view
ToString(PimNeighborAction action)
{
    constexpr EnumNames<PimNeighborAction> NAMES{"",
                                                 "add; set liveness timer",
                                                 "set liveness timer",
                                                 "forget what it told; set liveness timer",
                                                 "remove",
                                                 "forget"};
    return NAMES[action];
}

/// @ingroup mgm
/// @brief The machine of a router on the link.
inline constexpr auto PIM_NEIGHBOR_TABLE = []() {
    using S = PimNeighborState;
    using E = PimNeighborEvent;
    using A = PimNeighborAction;
    return MakeTransitionTable<S, E, A>({
        {S::ABSENT, E::HELLO, A::ADD, S::PRESENT, "RFC 7761 section 4.3.1"},
        {S::ABSENT, E::NEW_GENERATION, A::ADD, S::PRESENT, "RFC 7761 section 4.3.1"},
        {S::ABSENT, E::GOODBYE, A::NONE, S::ABSENT, "ignored"},
        {S::ABSENT, E::TIMEOUT, A::NONE, S::ABSENT, "ignored"},
        {S::ABSENT, E::STOP, A::NONE, S::ABSENT, "ignored"},
        {S::PRESENT, E::HELLO, A::REFRESH, S::PRESENT, "RFC 7761 section 4.3.2"},
        {S::PRESENT, E::NEW_GENERATION, A::REPLACE, S::PRESENT, "RFC 7761 section 4.3.1"},
        {S::PRESENT, E::GOODBYE, A::REMOVE, S::ABSENT, "RFC 7761 section 4.9.2"},
        {S::PRESENT, E::TIMEOUT, A::REMOVE, S::ABSENT, "RFC 7761 section 4.3.2"},
        {S::PRESENT, E::STOP, A::FORGET, S::ABSENT, "the interface is out of service"},
    });
}();

} // namespace mgm
} // namespace ns3

#endif // MGM_PIM_NEIGHBOR_LIFE_H
