/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#ifndef MGM_IGMP_V3_MEMBERSHIP_H
#define MGM_IGMP_V3_MEMBERSHIP_H

#include "mgm-igmp-host-link.h"
#include "mgm-igmp-v3-response.h"

#include "ns3/mgm-deadline-timer.h"
#include "ns3/mgm-enum-names.h"
#include "ns3/mgm-multicast-filter.h"
#include "ns3/mgm-source-set.h"
#include "ns3/mgm-transition-table.h"

#include <map>

namespace ns3
{
namespace mgm
{

/// @ingroup mgm
/// @brief What happens to the filter of a group at an IGMPv3 host.
enum class IgmpV3FilterEvent : uint8_t
{
    SET_INCLUDE,   ///< It becomes INCLUDE (B).
    SET_EXCLUDE,   ///< It becomes EXCLUDE (B).
    ADOPT_INCLUDE, ///< It was INCLUDE (B) when the host changed to this version.
    ADOPT_EXCLUDE, ///< It was EXCLUDE (B) then.
    COUNT,         ///< Number of events.
};

/// @ingroup mgm
/// @brief The state-change records that this gives; A are the sources before.
enum class IgmpV3FilterAction : uint8_t
{
    INCLUDE_SOURCES, ///< ALLOW (B-A), BLOCK (A-B).
    EXCLUDE_SOURCES, ///< ALLOW (A-B), BLOCK (B-A).
    CHANGE_MODE,     ///< TO_EX (B) or TO_IN (B).
    ADOPT,           ///< None: the routers know.
    COUNT,           ///< Number of actions.
};

/// @param event an event
/// @return its name
constexpr std::string_view
ToString(IgmpV3FilterEvent event)
{
    constexpr EnumNames<IgmpV3FilterEvent> NAMES{"SET_INCLUDE",
                                                 "SET_EXCLUDE",
                                                 "ADOPT_INCLUDE",
                                                 "ADOPT_EXCLUDE"};
    return NAMES[event];
}

/// @param action an action
/// @return what it is, as the RFC writes it
constexpr std::string_view
ToString(IgmpV3FilterAction action)
{
    constexpr EnumNames<IgmpV3FilterAction> NAMES{"ALLOW (B-A), BLOCK (A-B)",
                                                  "ALLOW (A-B), BLOCK (B-A)",
                                                  "filter-mode change (B)",
                                                  "adopt B"};
    return NAMES[action];
}

/// @ingroup mgm
/// @brief The state-change records of RFC 3376 section 5.1; the states are the filter modes.
inline constexpr auto IGMP_V3_FILTER_TABLE = []() {
    using S = FilterMode;
    using E = IgmpV3FilterEvent;
    using A = IgmpV3FilterAction;
    constexpr std::string_view RFC = "RFC 3376 section 5.1";
    constexpr std::string_view MODE = "RFC 3376 section 7.2.1";
    return MakeTransitionTable<S, E, A>({
        {S::INCLUDE, E::SET_INCLUDE, A::INCLUDE_SOURCES, S::INCLUDE, RFC},
        {S::EXCLUDE, E::SET_EXCLUDE, A::EXCLUDE_SOURCES, S::EXCLUDE, RFC},
        {S::INCLUDE, E::SET_EXCLUDE, A::CHANGE_MODE, S::EXCLUDE, RFC},
        {S::EXCLUDE, E::SET_INCLUDE, A::CHANGE_MODE, S::INCLUDE, RFC},
        {S::INCLUDE, E::ADOPT_INCLUDE, A::ADOPT, S::INCLUDE, MODE},
        {S::INCLUDE, E::ADOPT_EXCLUDE, A::ADOPT, S::EXCLUDE, MODE},
        {S::EXCLUDE, E::ADOPT_EXCLUDE, A::ADOPT, S::EXCLUDE, MODE},
        {S::EXCLUDE, E::ADOPT_INCLUDE, A::ADOPT, S::INCLUDE, MODE},
    });
}();

/**
 * @ingroup mgm
 * @brief A group at an IGMPv3 host: the filter, the reports of its changes (RFC 3376 section 5.1),
 *        and the answers to specific queries.
 */
class IgmpV3Membership
{
  public:
    /**
     * @param link the interface; it outlives the membership
     * @param group the group
     */
    IgmpV3Membership(IgmpHostLink& link, Ipv4Address group);

    /**
     * @brief Changes the filter, and reports the change. The link may be asked to forget the group.
     * @param filter the filter
     */
    void SetFilter(const MulticastFilter& filter);

    /**
     * @brief The filter was in force before; nothing is reported.
     * @param filter the filter, which wants something
     */
    void Adopt(const MulticastFilter& filter);

    /**
     * @brief Handles a specific query.
     * @param sources the sources; none: a group-specific query
     * @param delay the delay that was drawn for the answer
     */
    void ReceiveQuery(const SourceSet& sources, Time delay);

    /// @brief The Current-State Record was sent in answer to a general query.
    void OnReported();

    /// @return whether anything of the group is wanted
    bool HasReceptionState() const;

    /// @return the Current-State Record
    IgmpGroupRecord GetCurrentState() const;

  private:
    using Event = IgmpV3FilterEvent;   ///< what can happen
    using Action = IgmpV3FilterAction; ///< what is done about it

    /// @brief Handles an event of the filter.
    /// @param event the event
    /// @param sources the sources afterwards
    void Step(Event event, const SourceSet& sources);

    /// @brief Merges a change with the changes that are still being reported.
    /// @param action which records the change gives
    /// @param sources the sources afterwards
    void Merge(Action action, const SourceSet& sources);

    /// @brief Sends a state-change report, and sets the timer for its repetition.
    void ReportChange();

    /// @brief Takes the sources that a report still has to name, and counts the report.
    /// @param[out] allowed those that must be forwarded
    /// @param[out] blocked those that must not
    void TakeChangedSources(std::vector<Ipv4Address>& allowed, std::vector<Ipv4Address>& blocked);

    /// @brief Answers a specific query.
    /// @param sources the sources that were asked for; none: the group was
    void Respond(const SourceSet& sources);

    /// @brief Has the group forgotten if it is of no use any more.
    void ForgetIfUnused();

    IgmpHostLink& m_link;                               ///< the interface
    Ipv4Address m_group;                                ///< the group
    StateMachine<IGMP_V3_FILTER_TABLE> m_filter;        ///< the filter mode
    SourceSet m_sources;                                ///< the source list
    uint8_t m_modeReportsLeft{0};                       ///< reports that name the filter mode
    std::map<Ipv4Address, uint8_t> m_sourceReportsLeft; ///< reports that name a changed source
    DeadlineTimer m_repetitionTimer;                    ///< of the next state-change report
    IgmpV3Response m_response;                          ///< the answer to specific queries
};

} // namespace mgm
} // namespace ns3

#endif // MGM_IGMP_V3_MEMBERSHIP_H
