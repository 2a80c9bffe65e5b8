/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#ifndef MGM_TRACE_RULE_H
#define MGM_TRACE_RULE_H

#include <array>
#include <cstdint>
#include <optional>
#include <set>
#include <string_view>

namespace ns3
{
namespace mgm
{

/**
 * @ingroup mgm
 * @brief What the checker of traces checks: that the trace is sound, the invariants that a trace
 * shows, that no message vanishes, and rules of PIM dense mode. The RuleBook says under the same
 * names what they are.
 */
enum class TraceRule : uint8_t
{
    SOUND, ///< The trace fits together: numbers, times, causes, calls and their returns.
    I1,    ///< An interface never has two owners.
    I2,    ///< The owner changes between DISABLE and ENABLE of IGMP.
    I3,    ///< The alerts are those that the rules of alerts give.
    I4,    ///< No client changes an interface that it does not own.
    I5,    ///< RPF, CREATION_ALERT, first packet.
    I6,    ///< A packet leaves on the right interfaces.
    I7,    ///< No group is lost.
    I8,    ///< What was begun and ended leaves nothing.
    I9,    ///< A dead handle changes nothing.
    SENT,  ///< What a machine says it sends is sent or dropped.
    P1,    ///< PIM: Hello comes first.
    P2,    ///< PIM: messages have their place.
    P3,    ///< PIM: prune state comes from Prunes.
    P4,    ///< PIM: a Graft is acknowledged or repeated.
    P5,    ///< PIM: packets leave on the interfaces in olist(S,G).
    P6,    ///< PIM: an Assert leaves one forwarder.
    P7,    ///< PIM: a State Refresh tells of prunes as they are.
};

/// @ingroup mgm
/// @brief Some rules.
using TraceRuleSet = std::set<TraceRule>;

/// Number of the rules.
inline constexpr std::size_t TRACE_RULE_COUNT = 18;

/// @return all rules
const std::array<TraceRule, TRACE_RULE_COUNT>& GetTraceRules();

/**
 * @param rule a rule
 * @return its name, such as "I1", "sound" or "sent"
 */
std::string_view ToString(TraceRule rule);

/**
 * @param name name of a rule
 * @return the rule, if there is one of that name
 */
std::optional<TraceRule> TraceRuleFromString(std::string_view name);

} // namespace mgm
} // namespace ns3

#endif // MGM_TRACE_RULE_H
