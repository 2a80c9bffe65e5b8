/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#ifndef MGM_IGMP_V1_MEMBERSHIP_H
#define MGM_IGMP_V1_MEMBERSHIP_H

#include "mgm-igmp-host-link.h"

#include "ns3/mgm-deadline-timer.h"
#include "ns3/mgm-enum-names.h"
#include "ns3/mgm-transition-table.h"

namespace ns3
{
namespace mgm
{

/// @ingroup mgm
/// @brief States of a group at an IGMPv1 host (RFC 1112 appendix I).
enum class IgmpV1MembershipState : uint8_t
{
    NON_MEMBER, ///< Non-Member.
    DELAYING,   ///< Delaying Member: a report is due.
    IDLE,       ///< Idle Member.
    COUNT,      ///< Number of states.
};

/// @ingroup mgm
/// @brief What happens to it.
enum class IgmpV1MembershipEvent : uint8_t
{
    JOIN,   ///< The host joins.
    LEAVE,  ///< The host leaves.
    QUERY,  ///< A query.
    REPORT, ///< Another host reports the group.
    TIMER,  ///< The report delay timer expires.
    ADOPT,  ///< The host was a member when it changed to this version.
    COUNT,  ///< Number of events.
};

/// @ingroup mgm
/// @brief What is done about it.
enum class IgmpV1MembershipAction : uint8_t
{
    NONE,
    JOIN,   ///< Send a report, start the timer.
    START,  ///< Start the timer.
    REPORT, ///< Send a report.
    STOP,   ///< Stop the timer.
    COUNT,  ///< Number of actions.
};

/// @param state a state
/// @return its name
constexpr std::string_view
ToString(IgmpV1MembershipState state)
{
    constexpr EnumNames<IgmpV1MembershipState> NAMES{"NON_MEMBER", "DELAYING", "IDLE"};
    return NAMES[state];
}

/// @param event an event
/// @return its name
constexpr std::string_view
ToString(IgmpV1MembershipEvent event)
{
    constexpr EnumNames<IgmpV1MembershipEvent> NAMES{"JOIN",
                                                     "LEAVE",
                                                     "QUERY",
                                                     "REPORT",
                                                     "TIMER",
                                                     "ADOPT"};
    return NAMES[event];
}

/// @param action an action
/// @return what it is, as the RFC writes it
constexpr std::string_view
ToString(IgmpV1MembershipAction action)
{
    constexpr EnumNames<IgmpV1MembershipAction> NAMES{"",
                                                      "send report; start timer",
                                                      "start timer",
                                                      "send report",
                                                      "stop timer"};
    return NAMES[action];
}

/// @ingroup mgm
/// @brief The machine of a group at an IGMPv1 host.
inline constexpr auto IGMP_V1_MEMBERSHIP_TABLE = []() {
    using S = IgmpV1MembershipState;
    using E = IgmpV1MembershipEvent;
    using A = IgmpV1MembershipAction;
    constexpr std::string_view RFC = "RFC 1112 appendix I";
    return MakeTransitionTable<S, E, A>({
        {S::NON_MEMBER, E::JOIN, A::JOIN, S::DELAYING, RFC},
        {S::NON_MEMBER, E::LEAVE, A::NONE, S::NON_MEMBER, RFC},
        {S::NON_MEMBER, E::QUERY, A::NONE, S::NON_MEMBER, RFC},
        {S::NON_MEMBER, E::REPORT, A::NONE, S::NON_MEMBER, RFC},
        {S::NON_MEMBER, E::TIMER, A::NONE, S::NON_MEMBER, RFC},
        {S::NON_MEMBER, E::ADOPT, A::NONE, S::IDLE, "RFC 3376 section 7.2.1"},
        {S::DELAYING, E::JOIN, A::NONE, S::DELAYING, RFC},
        {S::DELAYING, E::LEAVE, A::STOP, S::NON_MEMBER, RFC},
        {S::DELAYING, E::QUERY, A::NONE, S::DELAYING, RFC},
        {S::DELAYING, E::REPORT, A::STOP, S::IDLE, RFC},
        {S::DELAYING, E::TIMER, A::REPORT, S::IDLE, RFC},
        {S::DELAYING, E::ADOPT, A::NONE, S::DELAYING, "ignored"},
        {S::IDLE, E::JOIN, A::NONE, S::IDLE, RFC},
        {S::IDLE, E::LEAVE, A::NONE, S::NON_MEMBER, RFC},
        {S::IDLE, E::QUERY, A::START, S::DELAYING, RFC},
        {S::IDLE, E::REPORT, A::NONE, S::IDLE, RFC},
        {S::IDLE, E::TIMER, A::NONE, S::IDLE, RFC},
        {S::IDLE, E::ADOPT, A::NONE, S::IDLE, "ignored"},
    });
}();

/**
 * @ingroup mgm
 * @brief A group at an IGMPv1 host (RFC 1112 appendix I).
 */
class IgmpV1Membership
{
  public:
    /**
     * @param link the interface; it outlives the membership
     * @param group the group
     */
    IgmpV1Membership(IgmpHostLink& link, Ipv4Address group);

    /// @brief The host joins the group.
    void Join();

    /// @brief The host is a member already; nothing is reported.
    void Adopt();

    /// @brief The host leaves the group, without a word. The link is asked to forget it.
    void Leave();

    /// @brief The groups of the host are asked for.
    void ReceiveQuery();

    /// @brief Another host reports the group.
    void ReceiveReport();

  private:
    using Event = IgmpV1MembershipEvent;   ///< what can happen
    using Action = IgmpV1MembershipAction; ///< what is done about it

    /// @brief Handles an event.
    /// @param event the event
    void Step(Event event);

    /// @brief Does what the machine says.
    /// @param action the action
    void Perform(Action action);

    IgmpHostLink& m_link;                             ///< the interface
    Ipv4Address m_group;                              ///< the group
    StateMachine<IGMP_V1_MEMBERSHIP_TABLE> m_machine; ///< the state
    DeadlineTimer m_timer;                            ///< report delay timer
};

} // namespace mgm
} // namespace ns3

#endif // MGM_IGMP_V1_MEMBERSHIP_H
