/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#ifndef MGM_IGMP_V3_HOST_GROUPS_H
#define MGM_IGMP_V3_HOST_GROUPS_H

#include "mgm-igmp-host-groups-of.h"
#include "mgm-igmp-v3-membership.h"

#include "ns3/mgm-deadline-timer.h"
#include "ns3/mgm-enum-names.h"
#include "ns3/mgm-transition-table.h"

namespace ns3
{
namespace mgm
{

/// @ingroup mgm
/// @brief Whether an answer to a general query is due on an interface of an IGMPv3 host.
enum class IgmpV3GeneralResponseState : uint8_t
{
    NONE,    ///< None.
    PENDING, ///< One.
    COUNT,   ///< Number of states.
};

/// @ingroup mgm
/// @brief What happens to it.
enum class IgmpV3GeneralResponseEvent : uint8_t
{
    GENERAL_QUERY, ///< A general query.
    COVERED_QUERY, ///< Any query that would be answered after the answer that is due.
    TIMER,         ///< The answer is due.
    COUNT,         ///< Number of events.
};

/// @ingroup mgm
/// @brief What is done about it.
enum class IgmpV3GeneralResponseAction : uint8_t
{
    NONE,
    START,      ///< Set the interface timer.
    REPORT_ALL, ///< Send the Current-State Records of all groups.
    COUNT,      ///< Number of actions.
};

/// @param state a state
/// @return its name
constexpr std::string_view
ToString(IgmpV3GeneralResponseState state)
{
    constexpr EnumNames<IgmpV3GeneralResponseState> NAMES{"NONE", "PENDING"};
    return NAMES[state];
}

/// @param event an event
/// @return its name
constexpr std::string_view
ToString(IgmpV3GeneralResponseEvent event)
{
    constexpr EnumNames<IgmpV3GeneralResponseEvent> NAMES{"GENERAL_QUERY",
                                                          "COVERED_QUERY",
                                                          "TIMER"};
    return NAMES[event];
}

/// @param action an action
/// @return what it is
constexpr std::string_view
ToString(IgmpV3GeneralResponseAction action)
{
    constexpr EnumNames<IgmpV3GeneralResponseAction> NAMES{"",
                                                           "set interface timer",
                                                           "report all groups"};
    return NAMES[action];
}

/// @ingroup mgm
/// @brief Rules 1 and 2 and the expiry of the interface timer of RFC 3376 section 5.2.
inline constexpr auto IGMP_V3_GENERAL_RESPONSE_TABLE = []() {
    using S = IgmpV3GeneralResponseState;
    using E = IgmpV3GeneralResponseEvent;
    using A = IgmpV3GeneralResponseAction;
    constexpr std::string_view RULE_1 = "RFC 3376 section 5.2 rule 1";
    constexpr std::string_view RULE_2 = "RFC 3376 section 5.2 rule 2";
    return MakeTransitionTable<S, E, A>({
        {S::NONE, E::GENERAL_QUERY, A::START, S::PENDING, RULE_2},
        {S::NONE, E::COVERED_QUERY, A::NONE, S::NONE, "ignored"},
        {S::NONE, E::TIMER, A::NONE, S::NONE, "ignored"},
        {S::PENDING, E::GENERAL_QUERY, A::START, S::PENDING, RULE_2},
        {S::PENDING, E::COVERED_QUERY, A::NONE, S::PENDING, RULE_1},
        {S::PENDING, E::TIMER, A::REPORT_ALL, S::NONE, "RFC 3376 section 5.2"},
    });
}();

/**
 * @ingroup mgm
 * @brief The groups of an interface of an IGMPv3 host (RFC 3376 section 5), with the answer to
 *        general queries.
 */
class IgmpV3HostGroups : public IgmpHostGroupsOf<IgmpV3Membership>
{
  public:
    /// @param link the interface; it outlives the groups
    explicit IgmpV3HostGroups(IgmpHostLink& link);

    void SetFilter(Ipv4Address group, const MulticastFilter& filter) override;
    void Adopt(Ipv4Address group, const MulticastFilter& filter) override;
    void ReceiveQuery(const IgmpQuery& query) override;

    /// IGMPv3 hosts do not suppress their reports, as RFC 3376 section 7.2.2 leaves to them.
    void ReceiveReport(Ipv4Address group) override;

    void LeaveAll() override;

  private:
    using Event = IgmpV3GeneralResponseEvent;   ///< what can happen
    using Action = IgmpV3GeneralResponseAction; ///< what is done about it

    /**
     * @brief Handles an event of the answer to general queries.
     * @param event the event
     * @param delay the delay drawn for the answer
     */
    void Step(Event event, Time delay);

    /// @brief Does what the machine says.
    /// @param action the action
    /// @param delay the delay drawn for the answer
    void Perform(Action action, Time delay);

    /// @brief Sends the Current-State Records of all groups.
    void ReportAll();

    /// @return whether anything is wanted: there is something to answer a general query with
    bool HasReceptionState() const;

    StateMachine<IGMP_V3_GENERAL_RESPONSE_TABLE> m_machine; ///< the state
    DeadlineTimer m_interfaceTimer;                         ///< the interface timer
};

} // namespace mgm
} // namespace ns3

#endif // MGM_IGMP_V3_HOST_GROUPS_H
