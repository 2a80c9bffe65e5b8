/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#ifndef MGM_CLIENT_LIFE_H
#define MGM_CLIENT_LIFE_H

#include "ns3/mgm-enum-names.h"
#include "ns3/mgm-transition-table.h"

namespace ns3
{
namespace mgm
{

/// @ingroup mgm
/// @brief How far the start-up (SEQ-1) or the shut-down (SEQ-2) of a client has come.
enum class ClientLifeState : uint8_t
{
    STOPPED,       ///< It is no client; it has not started, has stopped or has failed.
    REGISTERING,   ///< It asks to be one.
    ASKING,        ///< It asks who has its interfaces.
    TAKING,        ///< It takes them.
    ENUMERATING,   ///< It reads which groups are wanted already.
    SERVING,       ///< Its start-up is done. What was refused is asked for again later.
    TAKING_MORE,   ///< As SERVING, and it takes what was added or refused.
    RELEASING,     ///< It gives its interfaces up.
    DEREGISTERING, ///< It has none any more and deregisters.
    RESTARTING,    ///< As RELEASING, and shall start again.
    REREGISTERING, ///< As DEREGISTERING, and shall start again.
    COUNT,         ///< Number of states.
};

/// @ingroup mgm
/// @brief What happens to it.
enum class ClientLifeEvent : uint8_t
{
    START,   ///< It shall start.
    STOP,    ///< It shall stop.
    FAIL,    ///< It dies.
    DONE,    ///< All calls of the state have been made and have returned.
    REFUSED, ///< The manager refuses what the state is for.
    RETRY,   ///< Time to ask for that again.
    MORE,    ///< There is an interface to take: it was added, or not taken before it served.
    REMOVE,  ///< It shall give an interface up that it holds.
    COUNT,   ///< Number of events.
};

/// @ingroup mgm
/// @brief What is done about it.
enum class ClientLifeAction : uint8_t
{
    NONE,
    REGISTER,   ///< Register.
    ASK,        ///< Ask of each interface who has it.
    TAKE,       ///< Take each interface that is still to be taken, also those that were refused.
    TAKE_MORE,  ///< Take each interface that is still to be taken and was not refused.
    GIVE_UP,    ///< Release the interface that is removed.
    ENUMERATE,  ///< Enumerate the groups.
    SERVE,      ///< Say that the start-up is done.
    WAIT,       ///< Ask again later.
    LEAVE,      ///< Say that the shut-down begins, then as RELEASE.
    RELEASE,    ///< Release each interface.
    DEREGISTER, ///< Deregister.
    END,        ///< Say that the shut-down is done.
    RESTART,    ///< As END, then as REGISTER.
    VANISH,     ///< Be gone without a call; the manager cleans up.
    COUNT,      ///< Number of actions.
};

/// @param state a state
/// @return its name
constexpr std::string_view
ToString(ClientLifeState state)
{
    constexpr EnumNames<ClientLifeState> NAMES{"STOPPED",
                                               "REGISTERING",
                                               "ASKING",
                                               "TAKING",
                                               "ENUMERATING",
                                               "SERVING",
                                               "TAKING_MORE",
                                               "RELEASING",
                                               "DEREGISTERING",
                                               "RESTARTING",
                                               "REREGISTERING"};
    return NAMES[state];
}

/// @param event an event
/// @return its name
constexpr std::string_view
ToString(ClientLifeEvent event)
{
    constexpr EnumNames<ClientLifeEvent>
        NAMES{"START", "STOP", "FAIL", "DONE", "REFUSED", "RETRY", "MORE", "REMOVE"};
    return NAMES[event];
}

/// @param action an action
/// @return what it is
constexpr std::string_view
ToString(ClientLifeAction action)
{
    constexpr EnumNames<ClientLifeAction> NAMES{"",
                                                "register",
                                                "ask",
                                                "take",
                                                "take more",
                                                "give up",
                                                "enumerate",
                                                "serve",
                                                "ask again later",
                                                "leave; release",
                                                "release",
                                                "deregister",
                                                "end",
                                                "end; register",
                                                "vanish"};
    return NAMES[action];
}

/// @ingroup mgm
/// @brief The machine of the life of a client.
inline constexpr auto CLIENT_LIFE_TABLE = []() {
    using S = ClientLifeState;
    using E = ClientLifeEvent;
    using A = ClientLifeAction;
    return MakeTransitionTable<S, E, A>({
        {S::STOPPED, E::START, A::REGISTER, S::REGISTERING, "SEQ-1"},
        {S::STOPPED, E::STOP, A::NONE, S::STOPPED, "ignored"},
        {S::STOPPED, E::FAIL, A::NONE, S::STOPPED, "ignored"},
        {S::STOPPED, E::DONE, A::NONE, S::STOPPED, "ignored"},
        {S::STOPPED, E::REFUSED, A::NONE, S::STOPPED, "ignored"},
        {S::STOPPED, E::RETRY, A::NONE, S::STOPPED, "ignored"},
        {S::STOPPED, E::MORE, A::NONE, S::STOPPED, "taken at the next start"},
        {S::STOPPED, E::REMOVE, A::NONE, S::STOPPED, "ignored"},
        {S::REGISTERING, E::START, A::NONE, S::REGISTERING, "ignored"},
        {S::REGISTERING, E::STOP, A::LEAVE, S::RELEASING, "SEQ-2"},
        {S::REGISTERING, E::FAIL, A::VANISH, S::STOPPED, "REG-5"},
        {S::REGISTERING, E::DONE, A::ASK, S::ASKING, "SEQ-1"},
        {S::REGISTERING, E::REFUSED, A::WAIT, S::REGISTERING, "REG-2"},
        {S::REGISTERING, E::RETRY, A::REGISTER, S::REGISTERING, "REG-2"},
        {S::REGISTERING, E::MORE, A::NONE, S::REGISTERING, "taken with the others"},
        {S::REGISTERING, E::REMOVE, A::NONE, S::REGISTERING, "ignored"},
        {S::ASKING, E::START, A::NONE, S::ASKING, "ignored"},
        {S::ASKING, E::STOP, A::LEAVE, S::RELEASING, "SEQ-2"},
        {S::ASKING, E::FAIL, A::VANISH, S::STOPPED, "REG-5"},
        {S::ASKING, E::DONE, A::TAKE, S::TAKING, "SEQ-1"},
        {S::ASKING, E::REFUSED, A::NONE, S::ASKING, "OWN-6: each answer is one"},
        {S::ASKING, E::RETRY, A::NONE, S::ASKING, "ignored"},
        {S::ASKING, E::MORE, A::NONE, S::ASKING, "taken with the others"},
        {S::ASKING, E::REMOVE, A::NONE, S::ASKING, "ignored"},
        {S::TAKING, E::START, A::NONE, S::TAKING, "ignored"},
        {S::TAKING, E::STOP, A::LEAVE, S::RELEASING, "SEQ-2"},
        {S::TAKING, E::FAIL, A::VANISH, S::STOPPED, "REG-5"},
        {S::TAKING, E::DONE, A::ENUMERATE, S::ENUMERATING, "SEQ-1"},
        {S::TAKING, E::REFUSED, A::WAIT, S::TAKING, "OWN-9"},
        {S::TAKING, E::RETRY, A::TAKE, S::TAKING, "OWN-9"},
        {S::TAKING, E::MORE, A::NONE, S::TAKING, "taken after the others"},
        {S::TAKING, E::REMOVE, A::GIVE_UP, S::TAKING, "OWN-5"},
        {S::ENUMERATING, E::START, A::NONE, S::ENUMERATING, "ignored"},
        {S::ENUMERATING, E::STOP, A::LEAVE, S::RELEASING, "SEQ-2"},
        {S::ENUMERATING, E::FAIL, A::VANISH, S::STOPPED, "REG-5"},
        {S::ENUMERATING, E::DONE, A::SERVE, S::SERVING, "SEQ-1"},
        {S::ENUMERATING, E::REFUSED, A::WAIT, S::ENUMERATING, "ENU-1"},
        {S::ENUMERATING, E::RETRY, A::ENUMERATE, S::ENUMERATING, "ENU-1"},
        {S::ENUMERATING, E::MORE, A::NONE, S::ENUMERATING, "taken when it serves"},
        {S::ENUMERATING, E::REMOVE, A::GIVE_UP, S::ENUMERATING, "OWN-5"},
        {S::SERVING, E::START, A::NONE, S::SERVING, "ignored"},
        {S::SERVING, E::STOP, A::LEAVE, S::RELEASING, "SEQ-2"},
        {S::SERVING, E::FAIL, A::VANISH, S::STOPPED, "REG-5"},
        {S::SERVING, E::DONE, A::NONE, S::SERVING, "ignored"},
        {S::SERVING, E::REFUSED, A::NONE, S::SERVING, "ignored"},
        {S::SERVING, E::RETRY, A::TAKE, S::TAKING_MORE, "OWN-9"},
        {S::SERVING, E::MORE, A::TAKE_MORE, S::TAKING_MORE, "OWN-2"},
        {S::SERVING, E::REMOVE, A::GIVE_UP, S::SERVING, "OWN-5"},
        {S::TAKING_MORE, E::START, A::NONE, S::TAKING_MORE, "ignored"},
        {S::TAKING_MORE, E::STOP, A::LEAVE, S::RELEASING, "SEQ-2"},
        {S::TAKING_MORE, E::FAIL, A::VANISH, S::STOPPED, "REG-5"},
        {S::TAKING_MORE, E::DONE, A::NONE, S::SERVING, "all are taken"},
        {S::TAKING_MORE, E::REFUSED, A::WAIT, S::SERVING, "OWN-9"},
        {S::TAKING_MORE, E::RETRY, A::NONE, S::TAKING_MORE, "ignored"},
        {S::TAKING_MORE, E::MORE, A::NONE, S::TAKING_MORE, "taken after the others"},
        {S::TAKING_MORE, E::REMOVE, A::GIVE_UP, S::TAKING_MORE, "OWN-5"},
        {S::RELEASING, E::START, A::NONE, S::RESTARTING, "SEQ-2"},
        {S::RELEASING, E::STOP, A::NONE, S::RELEASING, "ignored"},
        {S::RELEASING, E::FAIL, A::VANISH, S::STOPPED, "REG-5"},
        {S::RELEASING, E::DONE, A::DEREGISTER, S::DEREGISTERING, "SEQ-2"},
        {S::RELEASING, E::REFUSED, A::WAIT, S::RELEASING, "OWN-10"},
        {S::RELEASING, E::RETRY, A::RELEASE, S::RELEASING, "OWN-10"},
        {S::RELEASING, E::MORE, A::NONE, S::RELEASING, "taken at the next start"},
        {S::RELEASING, E::REMOVE, A::NONE, S::RELEASING, "released with the others"},
        {S::DEREGISTERING, E::START, A::NONE, S::REREGISTERING, "SEQ-2"},
        {S::DEREGISTERING, E::STOP, A::NONE, S::DEREGISTERING, "ignored"},
        {S::DEREGISTERING, E::FAIL, A::VANISH, S::STOPPED, "REG-5"},
        {S::DEREGISTERING, E::DONE, A::END, S::STOPPED, "SEQ-2"},
        {S::DEREGISTERING, E::REFUSED, A::WAIT, S::DEREGISTERING, "REG-3"},
        {S::DEREGISTERING, E::RETRY, A::DEREGISTER, S::DEREGISTERING, "REG-3"},
        {S::DEREGISTERING, E::MORE, A::NONE, S::DEREGISTERING, "taken at the next start"},
        {S::DEREGISTERING, E::REMOVE, A::NONE, S::DEREGISTERING, "ignored"},
        {S::RESTARTING, E::START, A::NONE, S::RESTARTING, "ignored"},
        {S::RESTARTING, E::STOP, A::NONE, S::RELEASING, "SEQ-2"},
        {S::RESTARTING, E::FAIL, A::VANISH, S::STOPPED, "REG-5"},
        {S::RESTARTING, E::DONE, A::DEREGISTER, S::REREGISTERING, "SEQ-2"},
        {S::RESTARTING, E::REFUSED, A::WAIT, S::RESTARTING, "OWN-10"},
        {S::RESTARTING, E::RETRY, A::RELEASE, S::RESTARTING, "OWN-10"},
        {S::RESTARTING, E::MORE, A::NONE, S::RESTARTING, "taken at the next start"},
        {S::RESTARTING, E::REMOVE, A::NONE, S::RESTARTING, "released with the others"},
        {S::REREGISTERING, E::START, A::NONE, S::REREGISTERING, "ignored"},
        {S::REREGISTERING, E::STOP, A::NONE, S::DEREGISTERING, "SEQ-2"},
        {S::REREGISTERING, E::FAIL, A::VANISH, S::STOPPED, "REG-5"},
        {S::REREGISTERING, E::DONE, A::RESTART, S::REGISTERING, "SEQ-1"},
        {S::REREGISTERING, E::REFUSED, A::WAIT, S::REREGISTERING, "REG-3"},
        {S::REREGISTERING, E::RETRY, A::DEREGISTER, S::REREGISTERING, "REG-3"},
        {S::REREGISTERING, E::MORE, A::NONE, S::REREGISTERING, "taken at the next start"},
        {S::REREGISTERING, E::REMOVE, A::NONE, S::REREGISTERING, "ignored"},
    });
}();

} // namespace mgm
} // namespace ns3

#endif // MGM_CLIENT_LIFE_H
