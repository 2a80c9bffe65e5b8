/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "mgm-trace-rule.h"

namespace ns3
{
namespace mgm
{

namespace
{

constexpr std::array<std::string_view, TRACE_RULE_COUNT> NAMES{"sound",
                                                               "I1",
                                                               "I2",
                                                               "I3",
                                                               "I4",
                                                               "I5",
                                                               "I6",
                                                               "I7",
                                                               "I8",
                                                               "I9",
                                                               "sent",
                                                               "P1",
                                                               "P2",
                                                               "P3",
                                                               "P4",
                                                               "P5",
                                                               "P6",
                                                               "P7"};

} // namespace

const std::array<TraceRule, TRACE_RULE_COUNT>&
GetTraceRules()
{
    static constexpr std::array<TraceRule, TRACE_RULE_COUNT> RULES{TraceRule::SOUND,
                                                                   TraceRule::I1,
                                                                   TraceRule::I2,
                                                                   TraceRule::I3,
                                                                   TraceRule::I4,
                                                                   TraceRule::I5,
                                                                   TraceRule::I6,
                                                                   TraceRule::I7,
                                                                   TraceRule::I8,
                                                                   TraceRule::I9,
                                                                   TraceRule::SENT,
                                                                   TraceRule::P1,
                                                                   TraceRule::P2,
                                                                   TraceRule::P3,
                                                                   TraceRule::P4,
                                                                   TraceRule::P5,
                                                                   TraceRule::P6,
                                                                   TraceRule::P7};
    return RULES;
}

std::string_view
ToString(TraceRule rule)
{
    return NAMES[static_cast<std::size_t>(rule)];
}

std::optional<TraceRule>
TraceRuleFromString(std::string_view name)
{
    for (const auto rule : GetTraceRules())
    {
        if (ToString(rule) == name)
        {
            return rule;
        }
    }
    return std::nullopt;
}

} // namespace mgm
} // namespace ns3
