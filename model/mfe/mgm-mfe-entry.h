/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#ifndef MGM_MFE_ENTRY_H
#define MGM_MFE_ENTRY_H

#include "ns3/mgm-client-id.h"
#include "ns3/mgm-enum-names.h"
#include "ns3/mgm-interface-id.h"
#include "ns3/mgm-multicast-rib.h"
#include "ns3/mgm-trace-words.h"
#include "ns3/mgm-transition-table.h"
#include "ns3/nstime.h"

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string_view>
#include <utility>
#include <vector>

namespace ns3
{
namespace mgm
{

struct MfeMaking;

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

/**
 * @ingroup mgm
 * @brief An interface that a forwarding entry knows of, and why (I6).
 */
struct MfeInterface
{
    InterfaceId interface; ///< The interface.
    bool wanted{false};    ///< A membership that counts matches there.
    bool forced{false};    ///< Its owner has put it into the list (MGM_FORWARD_STATE_FLAG).
    bool disabled{false};  ///< Its owner has taken it out of the list, or has kept it out.

    /// @return whether the entry has no reason to know of it
    bool IsIdle() const
    {
        return !wanted && !forced && !disabled;
    }
};

/**
 * @ingroup mgm
 * @brief What the client with the incoming interface has been led to believe (MFE-4, MFE-7).
 */
struct MfeBelief
{
    ClientHandle client;      ///< The client; null before the entry is made.
    bool isJoined{true};      ///< Whether it takes the outgoing list for non-empty.
    InterfaceId incoming;     ///< The interface it has.
    bool hasMoved{false};     ///< The route has moved, and the client has not been told yet.
    bool servesOthers{false}; ///< While it has moved: the list had interfaces of others.
};

/**
 * @ingroup mgm
 * @brief What the manager keeps of a forwarding entry.
 */
struct MfeEntry
{
    StateMachine<mfe::TABLE> machine;          ///< Its life.
    MulticastRib::Route route;                 ///< The route towards the source it was made with.
    bool hasRoute{false};                      ///< Whether the route has been looked up.
    InterfaceId incoming;                      ///< Incoming interface.
    Ipv4Address upstreamNeighbor{ANY_ADDRESS}; ///< Where packets come from.
    bool isNeighborSet{false};                 ///< Whether a client has set that.
    std::vector<MfeInterface> interfaces;      ///< What it knows of interfaces, in ascending order.
    MfeBelief belief;                          ///< What was last alerted.
    Time made;                                 ///< When it was installed.
    Time timeout;                              ///< Time that it was given when that was last set.
    Time deadline;                             ///< When it expires unless packets put that off.
    Time queuedAt{Time::Max()};                ///< When its expiry is looked at next.
    uint64_t age{0};                           ///< Expired entries: how many had expired before.
    std::shared_ptr<MfeMaking> making;         ///< While it is being made: how far that has come.
    /// When WRONG_IF was last called for each arrival interface (MFE-3).
    std::vector<std::pair<InterfaceId, Time>> wrongIfAlerts;

    /// @return the state
    mfe::State GetState() const
    {
        return machine.Get();
    }

    /// @brief Takes incoming interface and upstream neighbor from a route.
    /// @param found the route towards the source
    void FollowRoute(const MulticastRib::Route& found);

    /// @param interface an interface
    /// @return whether packets come in there, or it is the reverse path although RPF has moved the
    /// incoming interface elsewhere (OWN-5)
    bool ComesFrom(const InterfaceId& interface) const
    {
        return hasRoute && (incoming == interface || route.interface == interface);
    }

    /**
     * @param interface an interface
     * @return what the entry knows of it; null if nothing
     */
    MfeInterface* Find(const InterfaceId& interface);

    /**
     * @brief Finds what the entry knows of an interface, or begins to know of it.
     * @param interface the interface
     * @return what it knows
     */
    MfeInterface& FindOrInsert(const InterfaceId& interface);

    /// @brief Forgets the interfaces that it has no reason to know of.
    void EraseIdle();

    /**
     * @param known an interface of the entry
     * @return whether packets are sent on it (I6)
     */
    bool IsForwarding(const MfeInterface& known) const
    {
        return (known.wanted || known.forced) && !known.disabled && known.interface != incoming;
    }

    /**
     * @param interface an interface
     * @return whether packets are sent on it
     */
    bool IsForwarding(const InterfaceId& interface);

    /// @return whether packets are sent on any interface
    bool HasOutgoing() const;

    /// @return the interfaces on which packets are sent, in ascending order
    std::vector<InterfaceId> GetOutgoing() const;
};

} // namespace mgm
} // namespace ns3

#endif // MGM_MFE_ENTRY_H
