/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "mgm-script.h"

#include "ns3/mgm-enum-names.h"
#include "ns3/mgm-trace-words.h"

#include <algorithm>

namespace ns3
{
namespace mgm
{

namespace
{

/// The verbs as scripts write them, in the order of ScriptVerb.
constexpr EnumNames<ScriptVerb, SCRIPT_VERB_COUNT> VERB_NAMES{
    "register",
    "query",
    "take",
    "enumerate",
    "add",
    "delete",
    "release",
    "deregister",
    "fail",
    "start",
    "stop",
};

/// The triggers as scripts write them, in the order of ScriptTrigger.
constexpr EnumNames<ScriptTrigger, SCRIPT_TRIGGER_COUNT> TRIGGER_NAMES{
    words::PRUNE_ALERT,
    words::JOIN_ALERT,
    words::LOCAL_JOIN,
    words::LOCAL_LEAVE,
    words::DISABLE_IGMP,
    words::ENABLE_IGMP,
    "ENUMERATED",
    words::RPF,
    words::CREATION_ALERT,
    words::WRONG_IF,
};

template <typename Enum, typename Names>
std::optional<Enum>
FromString(const Names& names, std::string_view name)
{
    const auto found = std::find(names.begin(), names.end(), name);
    if (found == names.end())
    {
        return std::nullopt;
    }
    return static_cast<Enum>(found - names.begin());
}

ScriptStep
MakeStep(ScriptVerb verb)
{
    ScriptStep step;
    step.verb = verb;
    return step;
}

} // namespace

std::string_view
ToString(ScriptVerb verb)
{
    return VERB_NAMES[verb];
}

std::optional<ScriptVerb>
ScriptVerbFromString(std::string_view name)
{
    return FromString<ScriptVerb>(VERB_NAMES, name);
}

bool
NeedsInterface(ScriptVerb verb)
{
    switch (verb)
    {
    case ScriptVerb::QUERY:
    case ScriptVerb::TAKE:
    case ScriptVerb::ADD:
    case ScriptVerb::DELETE:
    case ScriptVerb::RELEASE:
        return true;
    default:
        return false;
    }
}

std::string_view
ToString(ScriptTrigger trigger)
{
    return TRIGGER_NAMES[trigger];
}

std::optional<ScriptTrigger>
ScriptTriggerFromString(std::string_view name)
{
    return FromString<ScriptTrigger>(TRIGGER_NAMES, name);
}

int64_t
Script::AssignStreams(int64_t stream) const
{
    const int64_t first = stream;
    const auto assign = [&stream](const std::vector<ScriptStep>& steps) {
        for (const ScriptStep& step : steps)
        {
            if (step.delay)
            {
                step.delay->SetStream(stream++);
            }
        }
    };
    assign(startUp);
    assign(shutDown);
    std::for_each(reactions.begin(), reactions.end(), assign);
    return stream - first;
}

Script
Script::PimLike()
{
    Script script;
    script.startUp = {MakeStep(ScriptVerb::REGISTER),
                      MakeStep(ScriptVerb::QUERY),
                      MakeStep(ScriptVerb::TAKE),
                      MakeStep(ScriptVerb::ENUMERATE)};
    script.shutDown = {MakeStep(ScriptVerb::RELEASE), MakeStep(ScriptVerb::DEREGISTER)};
    script.At(ScriptTrigger::LOCAL_JOIN) = {MakeStep(ScriptVerb::ADD)};
    script.At(ScriptTrigger::LOCAL_LEAVE) = {MakeStep(ScriptVerb::DELETE)};
    return script;
}

} // namespace mgm
} // namespace ns3
