/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#ifndef MGM_PIM_HELLO_SENDER_H
#define MGM_PIM_HELLO_SENDER_H

#include "mgm-pim-link.h"

#include "ns3/mgm-deadline-timer.h"
#include "ns3/mgm-enum-names.h"
#include "ns3/mgm-transition-table.h"

#include <string_view>

namespace ns3
{
namespace mgm
{

/// @ingroup mgm
/// @brief How far the routers on the link know of this one (RFC 7761 section 4.3.1).
enum class PimHelloState : uint8_t
{
    STOPPED, ///< The interface is not in service.
    SILENT,  ///< No Hello was sent yet from the present address.
    HEARD,   ///< Each neighbor has had the chance to hear one.
    OWING,   ///< A neighbor is there that may have heard none.
    COUNT,   ///< Number of states.
};

/// @ingroup mgm
/// @brief What happens to it.
enum class PimHelloEvent : uint8_t
{
    START,           ///< The interface comes into service.
    HELLO_TIMER,     ///< The Hello Timer expires.
    TRIGGERED_TIMER, ///< The delay of a triggered Hello is over.
    NEW_NEIGHBOR,    ///< A neighbor is new, or has started anew.
    DEMAND,          ///< Another message is to be sent.
    CHANGE,          ///< What Hellos tell has changed.
    READDRESS,       ///< The primary address is about to change.
    STOP,            ///< The interface goes out of service.
    CRASH,           ///< The interface has gone out of service.
    COUNT,           ///< Number of events.
};

/// @ingroup mgm
/// @brief What is done about it.
enum class PimHelloAction : uint8_t
{
    NONE,
    SET_FIRST,     ///< Set the Hello Timer to a random part of Triggered_Hello_Delay.
    SEND_PERIODIC, ///< Send a Hello, set the Hello Timer; cancel the triggered one.
    SET_TRIGGERED, ///< Draw the delay of a triggered Hello.
    SEND,          ///< Send a Hello; cancel the triggered one.
    LEAVE,         ///< Send a goodbye; cancel the triggered Hello.
    STOP,          ///< Send a goodbye, cancel the timers.
    CANCEL,        ///< Cancel the timers.
    COUNT,         ///< Number of actions.
};

/// @param state a state
/// @return its name
constexpr std::string_view
ToString(PimHelloState state)
{
    constexpr EnumNames<PimHelloState> NAMES{"STOPPED", "SILENT", "HEARD", "OWING"};
    return NAMES[state];
}

/// @param event an event
/// @return its name
constexpr std::string_view
ToString(PimHelloEvent event)
{
    constexpr EnumNames<PimHelloEvent> NAMES{"START",
                                             "HELLO_TIMER",
                                             "TRIGGERED_TIMER",
                                             "NEW_NEIGHBOR",
                                             "DEMAND",
                                             "CHANGE",
                                             "READDRESS",
                                             "STOP",
                                             "CRASH"};
    return NAMES[event];
}

/// @param action an action
/// @return what it is
constexpr std::string_view
ToString(PimHelloAction action)
{
    constexpr EnumNames<PimHelloAction> NAMES{"",
                                              "set random Hello Timer",
                                              "send Hello; set Hello Timer",
                                              "set random delay of triggered Hello",
                                              "send Hello",
                                              "send goodbye",
                                              "send goodbye; cancel timers",
                                              "cancel timers"};
    return NAMES[action];
}

/// @ingroup mgm
/// @brief The machine that says when a Hello is sent.
inline constexpr auto PIM_HELLO_TABLE = []() {
    using S = PimHelloState;
    using E = PimHelloEvent;
    using A = PimHelloAction;
    constexpr std::string_view RFC = "RFC 7761 section 4.3.1";
    return MakeTransitionTable<S, E, A>({
        {S::STOPPED, E::START, A::SET_FIRST, S::SILENT, RFC},
        {S::STOPPED, E::HELLO_TIMER, A::NONE, S::STOPPED, "ignored"},
        {S::STOPPED, E::TRIGGERED_TIMER, A::NONE, S::STOPPED, "ignored"},
        {S::STOPPED, E::NEW_NEIGHBOR, A::NONE, S::STOPPED, "ignored"},
        {S::STOPPED, E::DEMAND, A::NONE, S::STOPPED, "ignored"},
        {S::STOPPED, E::CHANGE, A::NONE, S::STOPPED, "ignored"},
        {S::STOPPED, E::READDRESS, A::NONE, S::STOPPED, "ignored"},
        {S::STOPPED, E::STOP, A::NONE, S::STOPPED, "ignored"},
        {S::STOPPED, E::CRASH, A::NONE, S::STOPPED, "ignored"},
        {S::SILENT, E::START, A::NONE, S::SILENT, "ignored"},
        {S::SILENT, E::HELLO_TIMER, A::SEND_PERIODIC, S::HEARD, RFC},
        {S::SILENT, E::TRIGGERED_TIMER, A::NONE, S::SILENT, "ignored"},
        {S::SILENT, E::NEW_NEIGHBOR, A::NONE, S::SILENT, "the first Hello is due as soon"},
        {S::SILENT, E::DEMAND, A::SEND, S::HEARD, RFC},
        {S::SILENT, E::CHANGE, A::NONE, S::SILENT, "nobody was told otherwise"},
        {S::SILENT, E::READDRESS, A::NONE, S::SILENT, "nobody knows the old address"},
        {S::SILENT, E::STOP, A::CANCEL, S::STOPPED, "nobody knows the router"},
        {S::SILENT, E::CRASH, A::CANCEL, S::STOPPED, "crash"},
        {S::HEARD, E::START, A::NONE, S::HEARD, "ignored"},
        {S::HEARD, E::HELLO_TIMER, A::SEND_PERIODIC, S::HEARD, RFC},
        {S::HEARD, E::TRIGGERED_TIMER, A::NONE, S::HEARD, "ignored"},
        {S::HEARD, E::NEW_NEIGHBOR, A::SET_TRIGGERED, S::OWING, RFC},
        {S::HEARD, E::DEMAND, A::NONE, S::HEARD, "ignored"},
        {S::HEARD, E::CHANGE, A::SEND, S::HEARD, RFC},
        {S::HEARD, E::READDRESS, A::LEAVE, S::SILENT, RFC},
        {S::HEARD, E::STOP, A::STOP, S::STOPPED, RFC},
        {S::HEARD, E::CRASH, A::CANCEL, S::STOPPED, "crash"},
        {S::OWING, E::START, A::NONE, S::OWING, "ignored"},
        {S::OWING, E::HELLO_TIMER, A::SEND_PERIODIC, S::HEARD, RFC},
        {S::OWING, E::TRIGGERED_TIMER, A::SEND, S::HEARD, RFC},
        {S::OWING, E::NEW_NEIGHBOR, A::NONE, S::OWING, "the triggered Hello is for both"},
        {S::OWING, E::DEMAND, A::SEND, S::HEARD, RFC},
        {S::OWING, E::CHANGE, A::SEND, S::HEARD, RFC},
        {S::OWING, E::READDRESS, A::LEAVE, S::SILENT, RFC},
        {S::OWING, E::STOP, A::STOP, S::STOPPED, RFC},
        {S::OWING, E::CRASH, A::CANCEL, S::STOPPED, "crash"},
    });
}();

/**
 * @ingroup mgm
 * @brief Sends the Hellos of an interface (RFC 7761 section 4.3.1, RFC 3973 sections 4.3.1 to
 * 4.3.4).
 *
 * The Hello Timer runs from one expiry to the next, whatever else is sent meanwhile. Each Hello is
 * for all on the link: the next one that is sent is also the one that a new neighbor waits for.
 */
class PimHelloSender
{
  public:
    /// @param link the interface; it outlives the sender
    explicit PimHelloSender(PimLink& link);

    /// @brief Handles an event.
    /// @param event the event
    void Step(PimHelloEvent event);

    /// @brief Makes sure that all neighbors have heard a Hello, before something else is sent.
    void Demand();

    /// @return the state
    PimHelloState GetState() const;

  private:
    /// @brief Does what the machine says.
    /// @param action the action
    void Perform(PimHelloAction action);

    PimLink& m_link;                         ///< the interface
    StateMachine<PIM_HELLO_TABLE> m_machine; ///< the state
    DeadlineTimer m_helloTimer;              ///< Hello Timer
    DeadlineTimer m_triggeredTimer;          ///< the delay of a triggered Hello
};

} // namespace mgm
} // namespace ns3

#endif // MGM_PIM_HELLO_SENDER_H
