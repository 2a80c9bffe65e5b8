/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#ifndef MGM_IGMP_V2_MEMBERSHIP_H
#define MGM_IGMP_V2_MEMBERSHIP_H

#include "mgm-igmp-host-link.h"

#include "ns3/mgm-deadline-timer.h"
#include "ns3/mgm-enum-names.h"
#include "ns3/mgm-transition-table.h"

namespace ns3
{
namespace mgm
{

/// @ingroup mgm
/// @brief States of a group at an IGMPv2 host (RFC 2236 section 6).
enum class IgmpV2MembershipState : uint8_t
{
    NON_MEMBER, ///< Non-Member.
    DELAYING,   ///< Delaying Member: a report is due.
    IDLE,       ///< Idle Member.
    COUNT,      ///< Number of states.
};

/// @ingroup mgm
/// @brief What happens to it.
enum class IgmpV2MembershipEvent : uint8_t
{
    JOIN,          ///< The host joins.
    LEAVE,         ///< The host leaves; another one reported last, or the Querier speaks IGMPv1.
    LEAVE_AS_LAST, ///< The host leaves, and was the last one to report.
    QUERY,         ///< A query that leaves time until after the report that may be due.
    URGENT_QUERY,  ///< A query whose Max Response Time is less than the time left.
    REPORT,        ///< Another host reports the group.
    TIMER,         ///< The report delay timer expires.
    ADOPT,         ///< The host was a member when it changed to this version.
    COUNT,         ///< Number of events.
};

/// @ingroup mgm
/// @brief What is done about it.
enum class IgmpV2MembershipAction : uint8_t
{
    NONE,
    JOIN,       ///< Send a report, set the flag, start the timer.
    START,      ///< Start the timer.
    REPORT,     ///< Send a report, set the flag.
    SUPPRESS,   ///< Stop the timer, clear the flag.
    STOP,       ///< Stop the timer.
    SEND_LEAVE, ///< Stop the timer, send a leave.
    SET_FLAG,   ///< Set the flag.
    COUNT,      ///< Number of actions.
};

/// @param state a state
/// @return its name
constexpr std::string_view
ToString(IgmpV2MembershipState state)
{
    constexpr EnumNames<IgmpV2MembershipState> NAMES{"NON_MEMBER", "DELAYING", "IDLE"};
    return NAMES[state];
}

/// @param event an event
/// @return its name
constexpr std::string_view
ToString(IgmpV2MembershipEvent event)
{
    constexpr EnumNames<IgmpV2MembershipEvent> NAMES{"JOIN",
                                                     "LEAVE",
                                                     "LEAVE_AS_LAST",
                                                     "QUERY",
                                                     "URGENT_QUERY",
                                                     "REPORT",
                                                     "TIMER",
                                                     "ADOPT"};
    return NAMES[event];
}

/// @param action an action
/// @return what it is, as the RFC writes it
constexpr std::string_view
ToString(IgmpV2MembershipAction action)
{
    constexpr EnumNames<IgmpV2MembershipAction> NAMES{"",
                                                      "send report; set flag; start timer",
                                                      "start timer",
                                                      "send report; set flag",
                                                      "stop timer; clear flag",
                                                      "stop timer",
                                                      "stop timer; send leave",
                                                      "set flag"};
    return NAMES[action];
}

/// @ingroup mgm
/// @brief The machine of a group at an IGMPv2 host.
inline constexpr auto IGMP_V2_MEMBERSHIP_TABLE = []() {
    using S = IgmpV2MembershipState;
    using E = IgmpV2MembershipEvent;
    using A = IgmpV2MembershipAction;
    constexpr std::string_view RFC = "RFC 2236 section 6";
    return MakeTransitionTable<S, E, A>({
        {S::NON_MEMBER, E::JOIN, A::JOIN, S::DELAYING, RFC},
        {S::NON_MEMBER, E::LEAVE, A::NONE, S::NON_MEMBER, RFC},
        {S::NON_MEMBER, E::LEAVE_AS_LAST, A::NONE, S::NON_MEMBER, RFC},
        {S::NON_MEMBER, E::QUERY, A::NONE, S::NON_MEMBER, RFC},
        {S::NON_MEMBER, E::URGENT_QUERY, A::NONE, S::NON_MEMBER, RFC},
        {S::NON_MEMBER, E::REPORT, A::NONE, S::NON_MEMBER, RFC},
        {S::NON_MEMBER, E::TIMER, A::NONE, S::NON_MEMBER, RFC},
        {S::NON_MEMBER, E::ADOPT, A::SET_FLAG, S::IDLE, "RFC 3376 section 7.2.1"},
        {S::DELAYING, E::JOIN, A::NONE, S::DELAYING, RFC},
        {S::DELAYING, E::LEAVE, A::STOP, S::NON_MEMBER, RFC},
        {S::DELAYING, E::LEAVE_AS_LAST, A::SEND_LEAVE, S::NON_MEMBER, RFC},
        {S::DELAYING, E::QUERY, A::NONE, S::DELAYING, RFC},
        {S::DELAYING, E::URGENT_QUERY, A::START, S::DELAYING, RFC},
        {S::DELAYING, E::REPORT, A::SUPPRESS, S::IDLE, RFC},
        {S::DELAYING, E::TIMER, A::REPORT, S::IDLE, RFC},
        {S::DELAYING, E::ADOPT, A::NONE, S::DELAYING, "ignored"},
        {S::IDLE, E::JOIN, A::NONE, S::IDLE, RFC},
        {S::IDLE, E::LEAVE, A::NONE, S::NON_MEMBER, RFC},
        {S::IDLE, E::LEAVE_AS_LAST, A::SEND_LEAVE, S::NON_MEMBER, RFC},
        {S::IDLE, E::QUERY, A::START, S::DELAYING, RFC},
        {S::IDLE, E::URGENT_QUERY, A::START, S::DELAYING, RFC},
        {S::IDLE, E::REPORT, A::NONE, S::IDLE, RFC},
        {S::IDLE, E::TIMER, A::NONE, S::IDLE, RFC},
        {S::IDLE, E::ADOPT, A::NONE, S::IDLE, "ignored"},
    });
}();

/**
 * @ingroup mgm
 * @brief A group at an IGMPv2 host (RFC 2236 section 6).
 */
class IgmpV2Membership
{
  public:
    /**
     * @param link the interface; it outlives the membership
     * @param group the group
     */
    IgmpV2Membership(IgmpHostLink& link, Ipv4Address group);

    /// @brief The host joins the group.
    void Join();

    /// @brief The host is a member already, and reported last; nothing is reported.
    void Adopt();

    /// @brief The host leaves the group. The link is asked to forget it.
    void Leave();

    /**
     * @brief The group is asked for.
     * @param maxResponseTime longest delay of the answer
     */
    void ReceiveQuery(Time maxResponseTime);

    /// @brief Another host reports the group.
    void ReceiveReport();

  private:
    using Event = IgmpV2MembershipEvent;   ///< what can happen
    using Action = IgmpV2MembershipAction; ///< what is done about it

    /**
     * @brief Handles an event.
     * @param event the event
     * @param longestDelay longest delay of a report that becomes due
     */
    void Step(Event event, Time longestDelay = Time(0));

    /// @brief Does what the machine says.
    /// @param action the action
    /// @param longestDelay longest delay of a report that becomes due
    void Perform(Action action, Time longestDelay);

    /// @brief Sends a report, of the version that the Querier speaks, and sets the flag.
    void SendReport();

    IgmpHostLink& m_link;                             ///< the interface
    Ipv4Address m_group;                              ///< the group
    StateMachine<IGMP_V2_MEMBERSHIP_TABLE> m_machine; ///< the state
    DeadlineTimer m_timer;                            ///< report delay timer
    bool m_isLastReporter{false};                     ///< the flag: this host reported last
};

} // namespace mgm
} // namespace ns3

#endif // MGM_IGMP_V2_MEMBERSHIP_H
