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
 * shows, and that no message vanishes. The RuleBook says under the same names what they are.
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
};

/// @ingroup mgm
/// @brief Some rules.
using TraceRuleSet = std::set<TraceRule>;

/// Number of the rules.
inline constexpr std::size_t TRACE_RULE_COUNT = 11;

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
