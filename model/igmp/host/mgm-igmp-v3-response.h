/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#ifndef MGM_IGMP_V3_RESPONSE_H
#define MGM_IGMP_V3_RESPONSE_H

#include "mgm-igmp-host-link.h"

#include "ns3/mgm-deadline-timer.h"
#include "ns3/mgm-enum-names.h"
#include "ns3/mgm-source-set.h"
#include "ns3/mgm-trace-words.h"
#include "ns3/mgm-transition-table.h"

#include <functional>

namespace ns3
{
namespace mgm
{

/// @ingroup mgm
/// @brief Which answer to queries for a group is due at an IGMPv3 host.
enum class IgmpV3ResponseState : uint8_t
{
    NONE,    ///< None.
    GROUP,   ///< One for the group.
    SOURCES, ///< One for recorded sources.
    COUNT,   ///< Number of states.
};

/// @ingroup mgm
/// @brief What happens to it.
enum class IgmpV3ResponseEvent : uint8_t
{
    GROUP_QUERY,  ///< A group-specific query.
    SOURCE_QUERY, ///< A group-and-source-specific query.
    TIMER,        ///< The answer is due.
    REPORTED,     ///< The group was reported in the answer to a general query.
    COUNT,        ///< Number of events.
};

/// @ingroup mgm
/// @brief What is done about it.
enum class IgmpV3ResponseAction : uint8_t
{
    NONE,
    START,            ///< Set the group timer.
    RECORD_AND_START, ///< Record the sources, set the group timer.
    LOWER,            ///< Group timer = min (remaining, delay).
    CLEAR_AND_LOWER,  ///< Clear the recorded sources, then as LOWER.
    MERGE_AND_LOWER,  ///< Add to the recorded sources, then as LOWER.
    REPORT_GROUP,     ///< Send the Current-State Record of the group.
    REPORT_SOURCES,   ///< Send a Current-State Record of the recorded sources.
    CLEAR,            ///< Clear the recorded sources.
    COUNT,            ///< Number of actions.
};

/// @param state a state
/// @return its name
constexpr std::string_view
ToString(IgmpV3ResponseState state)
{
    constexpr EnumNames<IgmpV3ResponseState> NAMES{"NONE", "GROUP", "SOURCES"};
    return NAMES[state];
}

/// @param event an event
/// @return its name
constexpr std::string_view
ToString(IgmpV3ResponseEvent event)
{
    constexpr EnumNames<IgmpV3ResponseEvent> NAMES{"GROUP_QUERY",
                                                   "SOURCE_QUERY",
                                                   "TIMER",
                                                   words::REPORTED};
    return NAMES[event];
}

/// @param action an action
/// @return what it is
constexpr std::string_view
ToString(IgmpV3ResponseAction action)
{
    constexpr EnumNames<IgmpV3ResponseAction> NAMES{"",
                                                    "set group timer",
                                                    "record sources; set group timer",
                                                    "lower group timer",
                                                    "clear sources; lower group timer",
                                                    "add sources; lower group timer",
                                                    "report group",
                                                    "report sources",
                                                    "clear sources"};
    return NAMES[action];
}

/// @ingroup mgm
/// @brief Rules 3 to 5 and the expiry of the group timer of RFC 3376 section 5.2.
inline constexpr auto IGMP_V3_RESPONSE_TABLE = []() {
    using S = IgmpV3ResponseState;
    using E = IgmpV3ResponseEvent;
    using A = IgmpV3ResponseAction;
    constexpr std::string_view RULE_3 = "RFC 3376 section 5.2 rule 3";
    constexpr std::string_view RULE_4 = "RFC 3376 section 5.2 rule 4";
    constexpr std::string_view RULE_5 = "RFC 3376 section 5.2 rule 5";
    constexpr std::string_view EXPIRY = "RFC 3376 section 5.2";
    return MakeTransitionTable<S, E, A>({
        {S::NONE, E::GROUP_QUERY, A::START, S::GROUP, RULE_3},
        {S::NONE, E::SOURCE_QUERY, A::RECORD_AND_START, S::SOURCES, RULE_3},
        {S::NONE, E::TIMER, A::NONE, S::NONE, "ignored"},
        {S::NONE, E::REPORTED, A::NONE, S::NONE, "ignored"},
        {S::GROUP, E::GROUP_QUERY, A::LOWER, S::GROUP, RULE_4},
        {S::GROUP, E::SOURCE_QUERY, A::LOWER, S::GROUP, RULE_4},
        {S::GROUP, E::TIMER, A::REPORT_GROUP, S::NONE, EXPIRY},
        {S::GROUP, E::REPORTED, A::NONE, S::GROUP, "ignored"},
        {S::SOURCES, E::GROUP_QUERY, A::CLEAR_AND_LOWER, S::GROUP, RULE_4},
        {S::SOURCES, E::SOURCE_QUERY, A::MERGE_AND_LOWER, S::SOURCES, RULE_5},
        {S::SOURCES, E::TIMER, A::REPORT_SOURCES, S::NONE, EXPIRY},
        {S::SOURCES, E::REPORTED, A::CLEAR, S::GROUP, EXPIRY},
    });
}();

/**
 * @ingroup mgm
 * @brief The answer to specific queries for a group at an IGMPv3 host (RFC 3376 section 5.2).
 */
class IgmpV3Response
{
  public:
    /// Sends the Current-State Record: of the group, or of recorded sources if there are any. May
    /// destroy the response.
    using Report = std::function<void(const SourceSet& sources)>;

    /**
     * @param link the interface; it outlives the response
     * @param group the group
     * @param report sends the answer
     */
    IgmpV3Response(IgmpHostLink& link, Ipv4Address group, Report report);

    /**
     * @brief Handles a specific query (rules 3 to 5).
     * @param sources the sources; none: a group-specific query
     * @param delay the delay that was drawn for the answer
     */
    void ReceiveQuery(const SourceSet& sources, Time delay);

    /// @brief The group was reported in the answer to a general query.
    void OnReported();

    /// @return whether an answer is to be sent
    bool IsPending() const
    {
        return m_timer.IsRunning();
    }

  private:
    using Event = IgmpV3ResponseEvent;   ///< what can happen
    using Action = IgmpV3ResponseAction; ///< what is done about it

    /**
     * @brief Handles an event.
     * @param event the event
     * @param sources the sources of a query
     * @param delay the delay drawn for its answer
     */
    void Step(Event event, const SourceSet& sources, Time delay);

    /// @brief Does what the machine says.
    /// @param action the action
    /// @param sources the sources of a query
    /// @param delay the delay drawn for its answer
    void Perform(Action action, const SourceSet& sources, Time delay);

    IgmpHostLink& m_link;                           ///< the interface
    Ipv4Address m_group;                            ///< the group
    Report m_report;                                ///< sends the answer
    StateMachine<IGMP_V3_RESPONSE_TABLE> m_machine; ///< the state
    SourceSet m_sources;                            ///< the recorded sources
    DeadlineTimer m_timer;                          ///< the group timer
};

} // namespace mgm
} // namespace ns3

#endif // MGM_IGMP_V3_RESPONSE_H
