/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#ifndef MGM_MFE_FSM_H
#define MGM_MFE_FSM_H

#include "ns3/mgm-enum-names.h"
#include "ns3/mgm-trace-words.h"
#include "ns3/mgm-transition-table.h"

#include <cstdint>
#include <string_view>

namespace ns3
{
namespace mgm
{

/// @ingroup mgm
/// @brief The life of a multicast forwarding entry (MFE-1, MFE-7, MFE-8, OWN-5).
namespace mfe
{

/// State of an entry.
enum class State : uint8_t
{
    ABSENT,  ///< It is not there.
    MAKING,  ///< It is being made: callbacks are under way, packets wait.
    LIVE,    ///< It is installed.
    DORMANT, ///< It has expired, but is remembered so that alerts go on (MFE-7).
    COUNT,   ///< Number of states.
};

/// What can happen to an entry.
enum class Event : uint8_t
{
    MISS,        ///< A packet found nothing in the cache.
    MADE,        ///< All callbacks of its making have returned.
    REFUSED,     ///< There is no route to the source, or nobody has the interface towards it.
    ROUTE_MOVED, ///< The reverse-path interface is another one, or gone.
    EXPIRED,     ///< It was not used, or was empty, for too long.
    DELETED,     ///< Who has the incoming interface changes, or the forwarder is gone.
    FORGOTTEN,   ///< It has expired before all others, and there are too many.
    COUNT,       ///< Number of events.
};

/// What is done about it.
enum class Action : uint8_t
{
    NONE,    ///< Nothing.
    MAKE,    ///< It is made, from the route lookup on.
    INSTALL, ///< The forwarder gets it.
    RETIRE,  ///< The forwarder forgets it.
    MOVE,    ///< It gets the new incoming interface, without callbacks but alerts.
    REMOVE,  ///< Everybody forgets it.
    COUNT,   ///< Number of actions.
};

/**
 * @param state a state
 * @return its name in traces
 */
constexpr std::string_view
ToString(State state)
{
    constexpr EnumNames<State> NAMES{words::ABSENT,
                                     words::MFE_MAKING,
                                     words::MFE_LIVE,
                                     words::MFE_DORMANT};
    return NAMES[state];
}

/**
 * @param event an event
 * @return its name in traces
 */
constexpr std::string_view
ToString(Event event)
{
    constexpr EnumNames<Event> NAMES{words::MFE_MISS,
                                     words::MFE_MADE,
                                     words::MFE_REFUSED,
                                     words::MFE_ROUTE_MOVED,
                                     words::MFE_EXPIRED,
                                     words::MFE_DELETED,
                                     words::MFE_FORGOTTEN};
    return NAMES[event];
}

/**
 * @param action an action
 * @return its name in traces
 */
constexpr std::string_view
ToString(Action action)
{
    constexpr EnumNames<Action> NAMES{words::MFE_NOTHING,
                                      words::MFE_MAKE,
                                      words::MFE_INSTALL,
                                      words::MFE_RETIRE,
                                      words::MFE_MOVE,
                                      words::MFE_REMOVE};
    return NAMES[action];
}

/// The machine of an entry.
inline constexpr auto TABLE = MakeTransitionTable<State, Event, Action>({
    {State::ABSENT, Event::MISS, Action::MAKE, State::MAKING, "MFE-1"},
    {State::ABSENT, Event::MADE, Action::NONE, State::ABSENT, "MFE-1"},
    {State::ABSENT, Event::REFUSED, Action::NONE, State::ABSENT, "MFE-2"},
    {State::ABSENT, Event::ROUTE_MOVED, Action::NONE, State::ABSENT, "MFE-8"},
    {State::ABSENT, Event::EXPIRED, Action::NONE, State::ABSENT, "MFE-4"},
    {State::ABSENT, Event::DELETED, Action::NONE, State::ABSENT, "OWN-5"},
    {State::ABSENT, Event::FORGOTTEN, Action::NONE, State::ABSENT, "MFE-7"},

    {State::MAKING, Event::MISS, Action::NONE, State::MAKING, "MFE-9"},
    {State::MAKING, Event::MADE, Action::INSTALL, State::LIVE, "MFE-1"},
    {State::MAKING, Event::REFUSED, Action::REMOVE, State::ABSENT, "MFE-2"},
    {State::MAKING, Event::ROUTE_MOVED, Action::MAKE, State::MAKING, "MFE-8"},
    {State::MAKING, Event::EXPIRED, Action::NONE, State::MAKING, "MFE-4"},
    {State::MAKING, Event::DELETED, Action::REMOVE, State::ABSENT, "OWN-5"},
    {State::MAKING, Event::FORGOTTEN, Action::NONE, State::MAKING, "MFE-7"},

    {State::LIVE, Event::MISS, Action::NONE, State::LIVE, "MFE-1"},
    {State::LIVE, Event::MADE, Action::NONE, State::LIVE, "MFE-1"},
    {State::LIVE, Event::REFUSED, Action::NONE, State::LIVE, "MFE-2"},
    {State::LIVE, Event::ROUTE_MOVED, Action::MAKE, State::MAKING, "MFE-8"},
    {State::LIVE, Event::EXPIRED, Action::RETIRE, State::DORMANT, "MFE-4"},
    {State::LIVE, Event::DELETED, Action::REMOVE, State::ABSENT, "OWN-5"},
    {State::LIVE, Event::FORGOTTEN, Action::NONE, State::LIVE, "MFE-7"},

    {State::DORMANT, Event::MISS, Action::MAKE, State::MAKING, "MFE-7"},
    {State::DORMANT, Event::MADE, Action::NONE, State::DORMANT, "MFE-1"},
    {State::DORMANT, Event::REFUSED, Action::NONE, State::DORMANT, "MFE-2"},
    {State::DORMANT, Event::ROUTE_MOVED, Action::MOVE, State::DORMANT, "MFE-8"},
    {State::DORMANT, Event::EXPIRED, Action::NONE, State::DORMANT, "MFE-4"},
    {State::DORMANT, Event::DELETED, Action::REMOVE, State::ABSENT, "OWN-5"},
    {State::DORMANT, Event::FORGOTTEN, Action::REMOVE, State::ABSENT, "MFE-7"},
});

} // namespace mfe
} // namespace mgm
} // namespace ns3

#endif // MGM_MFE_FSM_H
