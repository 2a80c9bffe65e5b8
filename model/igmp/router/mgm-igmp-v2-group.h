/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#ifndef MGM_IGMP_V2_GROUP_H
#define MGM_IGMP_V2_GROUP_H

#include "mgm-igmp-host-tracker.h"
#include "mgm-igmp-router-link.h"

#include "ns3/mgm-deadline-timer.h"
#include "ns3/mgm-enum-names.h"
#include "ns3/mgm-transition-table.h"

namespace ns3
{
namespace mgm
{

/// @ingroup mgm
/// @brief States of a group at an IGMPv2 router (RFC 2236 section 7).
enum class IgmpV2GroupState : uint8_t
{
    NO_MEMBERS, ///< No Members Present.
    MEMBERS,    ///< Members Present.
    V1_MEMBERS, ///< Version 1 Members Present.
    CHECKING,   ///< Checking Membership.
    COUNT,      ///< Number of states.
};

/// @ingroup mgm
/// @brief What happens to it.
enum class IgmpV2GroupEvent : uint8_t
{
    V1_REPORT,        ///< A version 1 report is received.
    V2_REPORT,        ///< A version 2 report is received.
    LEAVE,            ///< A leave is received, and this router is the querier.
    LEAVE_AT_ONCE,    ///< A leave is received that ends the membership without a query.
    GROUP_QUERY,      ///< A group-specific query is received, and it is not.
    GROUP_TIMER,      ///< The timer of the membership expires.
    RETRANSMIT_TIMER, ///< It is time to repeat the group-specific query.
    V1_HOST_TIMER,    ///< No version 1 host has reported for long.
    COUNT,            ///< Number of events.
};

/// @ingroup mgm
/// @brief What is done about it.
enum class IgmpV2GroupAction : uint8_t
{
    NONE,
    JOIN,       ///< Tell routing of members, start the timer.
    JOIN_V1,    ///< As JOIN, and start the v1 host timer.
    REFRESH,    ///< Start the timer.
    REFRESH_V1, ///< Start the timer and the v1 host timer.
    CHECK,      ///< Start timer* and the retransmit timer, send a group-specific query.
    LOWER,      ///< Start timer*, unless less is left.
    QUERY,      ///< Send a group-specific query, start the retransmit timer.
    LEAVE,      ///< Tell routing that there are no members.
    COUNT,      ///< Number of actions.
};

/// @param state a state
/// @return its name
constexpr std::string_view
ToString(IgmpV2GroupState state)
{
    constexpr EnumNames<IgmpV2GroupState> NAMES{"NO_MEMBERS", "MEMBERS", "V1_MEMBERS", "CHECKING"};
    return NAMES[state];
}

/// @param event an event
/// @return its name
constexpr std::string_view
ToString(IgmpV2GroupEvent event)
{
    constexpr EnumNames<IgmpV2GroupEvent> NAMES{"V1_REPORT",
                                                "V2_REPORT",
                                                "LEAVE",
                                                "LEAVE_AT_ONCE",
                                                "GROUP_QUERY",
                                                "GROUP_TIMER",
                                                "RETRANSMIT_TIMER",
                                                "V1_HOST_TIMER"};
    return NAMES[event];
}

/// @param action an action
/// @return what it is, as the RFC writes it
constexpr std::string_view
ToString(IgmpV2GroupAction action)
{
    constexpr EnumNames<IgmpV2GroupAction> NAMES{
        "",
        "notify routing +; start timer",
        "notify routing +; start timer; start v1 host timer",
        "start timer",
        "start timer; start v1 host timer",
        "start timer*; start rexmt timer; send g-s query",
        "start timer*",
        "send g-s query; start rexmt timer",
        "notify routing -"};
    return NAMES[action];
}

/**
 * @ingroup mgm
 * @brief The machine of a group at an IGMPv2 router: both diagrams of RFC 2236 section 7.
 *
 * They differ in what happens, not in what is done about it: a leave counts at the querier alone, a
 * group-specific query at the other routers alone. These need not tell versions of reports apart,
 * but do: section 5 wants version 1 hosts noted, and they may become the querier. A querier that
 * yields while it checks keeps asking (section 3). With immediate leave, which is no part of the
 * RFC, a leave counts as the end of the timer does, at every router.
 */
inline constexpr auto IGMP_V2_GROUP_TABLE = []() {
    using S = IgmpV2GroupState;
    using E = IgmpV2GroupEvent;
    using A = IgmpV2GroupAction;
    constexpr std::string_view RFC = "RFC 2236 section 7";
    constexpr std::string_view LEAVES = "RFC 2236 section 5";
    constexpr std::string_view QUERIES = "RFC 2236 section 3";
    constexpr std::string_view AT_ONCE = "immediate leave";
    constexpr std::string_view NO = "ignored";
    return MakeTransitionTable<S, E, A>({
        {S::NO_MEMBERS, E::V1_REPORT, A::JOIN_V1, S::V1_MEMBERS, RFC},
        {S::NO_MEMBERS, E::V2_REPORT, A::JOIN, S::MEMBERS, RFC},
        {S::NO_MEMBERS, E::LEAVE, A::NONE, S::NO_MEMBERS, "RFC 2236 section 3"},
        {S::NO_MEMBERS, E::LEAVE_AT_ONCE, A::NONE, S::NO_MEMBERS, "RFC 2236 section 3"},
        {S::NO_MEMBERS, E::GROUP_QUERY, A::NONE, S::NO_MEMBERS, NO},
        {S::NO_MEMBERS, E::GROUP_TIMER, A::NONE, S::NO_MEMBERS, NO},
        {S::NO_MEMBERS, E::RETRANSMIT_TIMER, A::NONE, S::NO_MEMBERS, NO},
        {S::NO_MEMBERS, E::V1_HOST_TIMER, A::NONE, S::NO_MEMBERS, NO},
        {S::MEMBERS, E::V1_REPORT, A::REFRESH_V1, S::V1_MEMBERS, RFC},
        {S::MEMBERS, E::V2_REPORT, A::REFRESH, S::MEMBERS, RFC},
        {S::MEMBERS, E::LEAVE, A::CHECK, S::CHECKING, RFC},
        {S::MEMBERS, E::LEAVE_AT_ONCE, A::LEAVE, S::NO_MEMBERS, AT_ONCE},
        {S::MEMBERS, E::GROUP_QUERY, A::LOWER, S::CHECKING, RFC},
        {S::MEMBERS, E::GROUP_TIMER, A::LEAVE, S::NO_MEMBERS, RFC},
        {S::MEMBERS, E::RETRANSMIT_TIMER, A::NONE, S::MEMBERS, NO},
        {S::MEMBERS, E::V1_HOST_TIMER, A::NONE, S::MEMBERS, NO},
        {S::V1_MEMBERS, E::V1_REPORT, A::REFRESH_V1, S::V1_MEMBERS, RFC},
        {S::V1_MEMBERS, E::V2_REPORT, A::REFRESH, S::V1_MEMBERS, RFC},
        {S::V1_MEMBERS, E::LEAVE, A::NONE, S::V1_MEMBERS, LEAVES},
        {S::V1_MEMBERS, E::LEAVE_AT_ONCE, A::NONE, S::V1_MEMBERS, LEAVES},
        {S::V1_MEMBERS, E::GROUP_QUERY, A::LOWER, S::V1_MEMBERS, QUERIES},
        {S::V1_MEMBERS, E::GROUP_TIMER, A::LEAVE, S::NO_MEMBERS, RFC},
        {S::V1_MEMBERS, E::RETRANSMIT_TIMER, A::NONE, S::V1_MEMBERS, NO},
        {S::V1_MEMBERS, E::V1_HOST_TIMER, A::NONE, S::MEMBERS, RFC},
        {S::CHECKING, E::V1_REPORT, A::REFRESH_V1, S::V1_MEMBERS, RFC},
        {S::CHECKING, E::V2_REPORT, A::REFRESH, S::MEMBERS, RFC},
        {S::CHECKING, E::LEAVE, A::NONE, S::CHECKING, NO},
        {S::CHECKING, E::LEAVE_AT_ONCE, A::LEAVE, S::NO_MEMBERS, AT_ONCE},
        {S::CHECKING, E::GROUP_QUERY, A::LOWER, S::CHECKING, QUERIES},
        {S::CHECKING, E::GROUP_TIMER, A::LEAVE, S::NO_MEMBERS, RFC},
        {S::CHECKING, E::RETRANSMIT_TIMER, A::QUERY, S::CHECKING, RFC},
        {S::CHECKING, E::V1_HOST_TIMER, A::NONE, S::CHECKING, NO},
    });
}();

/**
 * @ingroup mgm
 * @brief A group on an interface of an IGMPv1 or IGMPv2 router (RFC 2236 section 7).
 */
class IgmpV2Group
{
  public:
    /**
     * @param link the interface; it outlives the group
     * @param group the group
     */
    IgmpV2Group(IgmpRouterLink& link, Ipv4Address group);

    /**
     * @brief Handles a report.
     * @param event V1_REPORT or V2_REPORT
     * @param host address of the host that sent it
     */
    void ReceiveReport(IgmpV2GroupEvent event, Ipv4Address host);

    /**
     * @brief Handles a leave. The link may be asked to forget the group.
     * @param host address of the host that sent it
     */
    void ReceiveLeave(Ipv4Address host);

    /**
     * @brief Handles a group-specific query of the querier, which another router is (section 3).
     * @param maxResponseTime the Max Response Time of the query
     */
    void ReceiveQuery(Time maxResponseTime);

    /// @brief Ends the specific queries that are being repeated; the timers run on.
    void StopQueries()
    {
        m_retransmitTimer.Stop();
    }

    /// @return what is known of the group
    IgmpGroupState GetState() const;

  private:
    /// @brief Handles an event. The link may be asked to forget the group.
    /// @param event the event
    void Step(IgmpV2GroupEvent event);

    /// @brief Does what the machine says.
    /// @param action the action
    void Perform(IgmpV2GroupAction action);

    /// @brief Sends a group-specific query; another one follows until enough are sent.
    void SendQuery();

    IgmpRouterLink& m_link;                      ///< the interface
    Ipv4Address m_group;                         ///< the group
    StateMachine<IGMP_V2_GROUP_TABLE> m_machine; ///< the state
    IgmpHostTracker m_tracker;                   ///< the hosts, if they are tracked
    uint32_t m_queriesLeft{0};                   ///< queries still to be sent while checking
    Time m_heardResponseTime;                    ///< Max Response Time of the query last heard
    DeadlineTimer m_timer;                       ///< of the membership
    DeadlineTimer m_retransmitTimer;             ///< of the next query
    DeadlineTimer m_v1HostTimer;                 ///< of the presence of version 1 hosts
};

} // namespace mgm
} // namespace ns3

#endif // MGM_IGMP_V2_GROUP_H
