/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#ifndef MGM_IGMP_PROXY_FSM_H
#define MGM_IGMP_PROXY_FSM_H

#include "ns3/mgm-enum-names.h"
#include "ns3/mgm-transition-table.h"

namespace ns3
{
namespace mgm
{

/// @ingroup mgm
/// @brief The life of an IGMP proxy as a client of the group manager (SEQ-1, SEQ-2).
enum class IgmpProxyState : uint8_t
{
    STOPPED,     ///< It is no client.
    REGISTERING, ///< It asks to be one.
    TAKING,      ///< It asks for the upstream interface.
    SERVING,     ///< It reports what others want.
    RELEASING,   ///< It gives the upstream interface up.
    RESTARTING,  ///< Likewise, and shall start again.
    COUNT,       ///< Number of states.
};

/// @ingroup mgm
/// @brief What happens to it.
enum class IgmpProxyEvent : uint8_t
{
    START,      ///< It shall start.
    STOP,       ///< It shall stop.
    FAIL,       ///< It dies.
    REGISTERED, ///< The manager has registered it.
    TAKEN,      ///< It has the upstream interface.
    RELEASED,   ///< It does not have it any more.
    REFUSED,    ///< The manager refuses what it asked for.
    RETRY,      ///< Time to ask again.
    COUNT,      ///< Number of events.
};

/// @ingroup mgm
/// @brief What is done about it.
enum class IgmpProxyAction : uint8_t
{
    NONE,
    REGISTER,   ///< Register.
    TAKE,       ///< Take the upstream interface.
    SERVE,      ///< Start the host, add (*,*), enumerate the groups.
    WAIT,       ///< Ask again later.
    LEAVE,      ///< Stop the host, then as RELEASE.
    RELEASE,    ///< Release the upstream interface.
    DEREGISTER, ///< Deregister.
    RESTART,    ///< Deregister, then register.
    VANISH,     ///< Forget everything without a word.
    COUNT,      ///< Number of actions.
};

/// @param state a state
/// @return its name
constexpr std::string_view
ToString(IgmpProxyState state)
{
    constexpr EnumNames<IgmpProxyState> NAMES{"STOPPED",
                                              "REGISTERING",
                                              "TAKING",
                                              "SERVING",
                                              "RELEASING",
                                              "RESTARTING"};
    return NAMES[state];
}

/// @param event an event
/// @return its name
constexpr std::string_view
ToString(IgmpProxyEvent event)
{
    constexpr EnumNames<IgmpProxyEvent>
        NAMES{"START", "STOP", "FAIL", "REGISTERED", "TAKEN", "RELEASED", "REFUSED", "RETRY"};
    return NAMES[event];
}

/// @param action an action
/// @return what it is
constexpr std::string_view
ToString(IgmpProxyAction action)
{
    constexpr EnumNames<IgmpProxyAction> NAMES{"",
                                               "register",
                                               "take upstream interface",
                                               "start host; add (*,*); enumerate",
                                               "ask again later",
                                               "stop host; release upstream interface",
                                               "release upstream interface",
                                               "deregister",
                                               "deregister; register",
                                               "vanish"};
    return NAMES[action];
}

/// @ingroup mgm
/// @brief The machine of the life of an IGMP proxy.
inline constexpr auto IGMP_PROXY_TABLE = []() {
    using S = IgmpProxyState;
    using E = IgmpProxyEvent;
    using A = IgmpProxyAction;
    return MakeTransitionTable<S, E, A>({
        {S::STOPPED, E::START, A::REGISTER, S::REGISTERING, "SEQ-1"},
        {S::STOPPED, E::STOP, A::NONE, S::STOPPED, "ignored"},
        {S::STOPPED, E::FAIL, A::NONE, S::STOPPED, "ignored"},
        {S::STOPPED, E::REGISTERED, A::NONE, S::STOPPED, "ignored"},
        {S::STOPPED, E::TAKEN, A::NONE, S::STOPPED, "ignored"},
        {S::STOPPED, E::RELEASED, A::NONE, S::STOPPED, "ignored"},
        {S::STOPPED, E::REFUSED, A::NONE, S::STOPPED, "ignored"},
        {S::STOPPED, E::RETRY, A::NONE, S::STOPPED, "ignored"},
        {S::REGISTERING, E::START, A::NONE, S::REGISTERING, "ignored"},
        {S::REGISTERING, E::STOP, A::VANISH, S::STOPPED, "SEQ-2"},
        {S::REGISTERING, E::FAIL, A::VANISH, S::STOPPED, "REG-5"},
        {S::REGISTERING, E::REGISTERED, A::TAKE, S::TAKING, "SEQ-1"},
        {S::REGISTERING, E::TAKEN, A::NONE, S::REGISTERING, "ignored"},
        {S::REGISTERING, E::RELEASED, A::NONE, S::REGISTERING, "ignored"},
        {S::REGISTERING, E::REFUSED, A::WAIT, S::REGISTERING, "REG-2"},
        {S::REGISTERING, E::RETRY, A::REGISTER, S::REGISTERING, "REG-2"},
        {S::TAKING, E::START, A::NONE, S::TAKING, "ignored"},
        {S::TAKING, E::STOP, A::RELEASE, S::RELEASING, "SEQ-2"},
        {S::TAKING, E::FAIL, A::VANISH, S::STOPPED, "REG-5"},
        {S::TAKING, E::REGISTERED, A::NONE, S::TAKING, "ignored"},
        {S::TAKING, E::TAKEN, A::SERVE, S::SERVING, "SEQ-1, RFC 4605 section 4.1"},
        {S::TAKING, E::RELEASED, A::NONE, S::TAKING, "ignored"},
        {S::TAKING, E::REFUSED, A::WAIT, S::TAKING, "OWN-9"},
        {S::TAKING, E::RETRY, A::TAKE, S::TAKING, "OWN-9"},
        {S::SERVING, E::START, A::NONE, S::SERVING, "ignored"},
        {S::SERVING, E::STOP, A::LEAVE, S::RELEASING, "SEQ-2"},
        {S::SERVING, E::FAIL, A::VANISH, S::STOPPED, "REG-5"},
        {S::SERVING, E::REGISTERED, A::NONE, S::SERVING, "ignored"},
        {S::SERVING, E::TAKEN, A::NONE, S::SERVING, "ignored"},
        {S::SERVING, E::RELEASED, A::NONE, S::SERVING, "ignored"},
        {S::SERVING, E::REFUSED, A::NONE, S::SERVING, "ignored"},
        {S::SERVING, E::RETRY, A::NONE, S::SERVING, "ignored"},
        {S::RELEASING, E::START, A::NONE, S::RESTARTING, "SEQ-2"},
        {S::RELEASING, E::STOP, A::NONE, S::RELEASING, "ignored"},
        {S::RELEASING, E::FAIL, A::VANISH, S::STOPPED, "REG-5"},
        {S::RELEASING, E::REGISTERED, A::NONE, S::RELEASING, "ignored"},
        {S::RELEASING, E::TAKEN, A::NONE, S::RELEASING, "ignored"},
        {S::RELEASING, E::RELEASED, A::DEREGISTER, S::STOPPED, "SEQ-2"},
        {S::RELEASING, E::REFUSED, A::WAIT, S::RELEASING, "OWN-10"},
        {S::RELEASING, E::RETRY, A::RELEASE, S::RELEASING, "OWN-10"},
        {S::RESTARTING, E::START, A::NONE, S::RESTARTING, "ignored"},
        {S::RESTARTING, E::STOP, A::NONE, S::RELEASING, "SEQ-2"},
        {S::RESTARTING, E::FAIL, A::VANISH, S::STOPPED, "REG-5"},
        {S::RESTARTING, E::REGISTERED, A::NONE, S::RESTARTING, "ignored"},
        {S::RESTARTING, E::TAKEN, A::NONE, S::RESTARTING, "ignored"},
        {S::RESTARTING, E::RELEASED, A::RESTART, S::REGISTERING, "SEQ-2"},
        {S::RESTARTING, E::REFUSED, A::WAIT, S::RESTARTING, "OWN-10"},
        {S::RESTARTING, E::RETRY, A::RELEASE, S::RESTARTING, "OWN-10"},
    });
}();

} // namespace mgm
} // namespace ns3

#endif // MGM_IGMP_PROXY_FSM_H
