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

struct RuleText
{
    std::string_view name;
    std::string_view statement;
};

constexpr std::array<RuleText, TRACE_RULE_COUNT> TEXTS{{
    {"sound", "numbers, times, causes, calls and returns of a trace fit together"},
    {"I1", "an interface never has two owners"},
    {"I2",
     "DISABLE and ENABLE alternate per interface, always closed; with IGMP present the owner "
     "changes only inside a bracket; IGMP adds or deletes nothing inside it nor in the ENABLE "
     "callback"},
    {"I3",
     "the alerts seen are exactly those ALR-1 to ALR-3 give for the membership history, and MFE-4 "
     "for the outgoing lists"},
    {"I4", "no client changes an interface it does not own"},
    {"I5", "RPF < CREATION_ALERT < first forward; one of each per MFE; none for the second packet"},
    {"I6",
     "a packet leaves on (matching memberships + forced interfaces) - disabled - incoming "
     "interface, once each"},
    {"I7",
     "no lost group: what a started client knows is what it is owed, for (*,*), (*,g) and (s,g), "
     "covered or not"},
    {"I8",
     "joins followed by the matching leaves, releases and deregistrations leave every table "
     "empty, and every JOIN_ALERT answered by a PRUNE_ALERT, for (*,*), (*,g) and (s,g)"},
    {"I9", "a dead handle changes nothing"},
    {"sent", "what a state machine says it sends is sent, or dropped with a reason"},
}};

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
                                                                   TraceRule::SENT};
    return RULES;
}

std::string_view
ToString(TraceRule rule)
{
    return TEXTS[static_cast<std::size_t>(rule)].name;
}

std::string_view
GetStatement(TraceRule rule)
{
    return TEXTS[static_cast<std::size_t>(rule)].statement;
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
