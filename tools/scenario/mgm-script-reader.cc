/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "mgm-script-reader.h"

#include "mgm-scenario-lookup.h"
#include "mgm-scenario-values.h"

namespace ns3
{
namespace mgm
{

namespace
{

ScriptHandle
ReadHandle(const std::string& name)
{
    return name == "current" ? ScriptHandle::CURRENT
           : name == "stale" ? ScriptHandle::STALE
                             : ScriptHandle::INVALID;
}

uint32_t
ReadFlags(const JsonValue& flags)
{
    uint32_t bits = 0;
    for (const auto& flag : flags.GetItems())
    {
        bits |= flag.GetText() == "join" ? MGM_JOIN_STATE_FLAG : MGM_FORWARD_STATE_FLAG;
    }
    return bits;
}

/// Reads group and source of an "add" or "delete" that names them.
SourceGroup
ReadEntry(const JsonValue& step)
{
    SourceGroup entry;
    entry.group = ReadGroup(step["group"]);
    if (step.Has("source"))
    {
        entry.source = ReadUnicast(step["source"]);
    }
    return entry;
}

bool
NeedsGroup(ScriptVerb verb)
{
    return verb == ScriptVerb::ADD || verb == ScriptVerb::DELETE;
}

/// Tells whether what causes a reaction is about a group.
bool
NamesGroup(ScriptTrigger trigger)
{
    return trigger != ScriptTrigger::DISABLE_IGMP && trigger != ScriptTrigger::ENABLE_IGMP;
}

/// Some steps, then others.
std::vector<ScriptStep>
Join(std::vector<ScriptStep> first, const std::vector<ScriptStep>& then)
{
    first.insert(first.end(), then.begin(), then.end());
    return first;
}

/// Whether the steps of a protocol go with the default ones instead of taking their place.
bool
ReadExtend(const JsonValue& protocol)
{
    const bool extends = protocol["extend"].Get<bool>();
    if (extends && !protocol.Has("script") && !protocol.Has("shutdown") && !protocol.Has("on"))
    {
        protocol["extend"].Fail("a \"script\", a \"shutdown\" or an \"on\" beside it");
    }
    return extends;
}

} // namespace

ScriptStep
ReadScriptStep(const JsonValue& value,
               const Scenario& scenario,
               const NodeSpec& node,
               bool mayLackGroup)
{
    ScriptStep step;
    const auto verb = ScriptVerbFromString(value["do"].GetText());
    if (!verb)
    {
        value["do"].Fail("what a protocol does");
    }
    step.verb = *verb;
    step.handle = ReadHandle(value["handle"].GetText());
    step.flags = ReadFlags(value["flags"]);
    step.type = value["entries"].GetText() == "any-source" ? EnumerationType::ANY_SOURCE
                                                           : EnumerationType::ALL_SOURCES;
    if (value.Has("delay"))
    {
        step.delay = ReadTimeVariable(value["delay"]);
    }
    if (value.Has("retry"))
    {
        step.retry = ReadTime(value["retry"]);
    }
    if (value.Has("interfaces"))
    {
        step.interfaces = ReadInterfaceList(scenario, node, value["interfaces"]);
    }
    if (value.Has("group"))
    {
        step.entry = ReadEntry(value);
    }
    else if (NeedsGroup(step.verb) && !mayLackGroup)
    {
        value.Fail("no \"group\"", "the group to " + value["do"].GetText());
    }
    return step;
}

Script
ReadScript(const JsonValue& protocol, const Scenario& scenario, const NodeSpec& node)
{
    const auto read = [&](const JsonValue& steps, bool mayLackGroup) {
        std::vector<ScriptStep> script;
        for (const auto& value : steps.GetItems())
        {
            script.push_back(ReadScriptStep(value, scenario, node, mayLackGroup));
            if (value.Has("at"))
            {
                script.back().at = ReadTime(value["at"]);
            }
        }
        return script;
    };
    auto script = Script::PimLike();
    const bool extends = ReadExtend(protocol);
    if (protocol.Has("script"))
    {
        const auto steps = read(protocol["script"], false);
        script.startUp = extends ? Join(script.startUp, steps) : steps;
    }
    if (protocol.Has("shutdown"))
    {
        const auto steps = read(protocol["shutdown"], false);
        script.shutDown = extends ? Join(steps, script.shutDown) : steps;
    }
    if (protocol.Has("on"))
    {
        script.reactions = extends ? script.reactions : decltype(script.reactions)();
        for (const auto& [name, steps] : protocol["on"].GetMembers())
        {
            const auto trigger = *ScriptTriggerFromString(name);
            auto& reaction = script.At(trigger);
            reaction = Join(reaction, read(steps, NamesGroup(trigger)));
        }
    }
    script.countsReasons = protocol["count-reasons"].Get<bool>();
    if (protocol.Has("disable"))
    {
        script.disabled = ReadInterfaceList(scenario, node, protocol["disable"]);
    }
    if (protocol.Has("prune-timeout"))
    {
        script.pruneTimeout = ReadDuration(protocol["prune-timeout"]);
    }
    return script;
}

} // namespace mgm
} // namespace ns3
