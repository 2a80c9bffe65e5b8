/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "mgm-scenario-reader.h"

#include "base/mgm-loaded-libraries.h"
#include "base/mgm-text-digest.h"
#include "json/mgm-json-value.h"
#include "mgm-expectation-reader.h"
#include "mgm-exploration-reader.h"
#include "mgm-link-reader.h"
#include "mgm-node-reader.h"
#include "mgm-scenario-schema.h"
#include "mgm-scenario-values.h"
#include "mgm-scenario-warnings.h"
#include "mgm-step-reader.h"
#include "mgm-traffic-reader.h"

#include <algorithm>
#include <cstdint>
#include <set>
#include <variant>

namespace ns3
{
namespace mgm
{

namespace
{

/// Two runs that differ in seed and run only are runs of one scenario. What captures hold that are
/// replayed is a part of it.
std::string
Digest(Json root, const std::vector<StepSpec>& steps)
{
    root.erase("seed");
    root.erase("run");
    auto text = root.dump();
    for (const auto& step : steps)
    {
        if (const auto* replay = std::get_if<ReplayStep>(&step.action))
        {
            text += ' ' + replay->digest;
        }
    }
    return DigestText(text);
}

Time
ReadEnd(const JsonValue& value)
{
    const auto stop = ReadTime(value);
    if (stop.IsZero())
    {
        value.Fail("a time after 0s");
    }
    return stop;
}

UnicastRouting
ReadRouting(const JsonValue& value)
{
    const auto name = value.GetText();
    return name == "static" ? UnicastRouting::STATIC
           : name == "rip"  ? UnicastRouting::RIP
                            : UnicastRouting::GLOBAL;
}

/// Notes which libraries are loaded, if the run may depend on them.
void
NoteLibraries(Scenario& scenario)
{
    const auto isOfClass = [](const ProtocolSpec& protocol) {
        return protocol.type && !protocol.pimDense;
    };
    const bool hasClass =
        std::any_of(scenario.nodes.begin(), scenario.nodes.end(), [&](const NodeSpec& node) {
            return std::any_of(node.protocols.begin(), node.protocols.end(), isOfClass);
        });
    for (const auto& library : GetLoadedLibraries())
    {
        if (hasClass)
        {
            scenario.libraries.emplace_back(library.name, library.digest);
            scenario.command += " --load " + library.name;
        }
    }
}

/// Captures are named after node and link, both of which may have a hyphen.
void
CheckCaptureNames(const JsonValue& nodes)
{
    std::set<std::string> names;
    for (const auto& [node, value] : nodes.GetMembers())
    {
        for (const auto& [link, address] : value["interfaces"].GetMembers())
        {
            if (!names.insert(GetCaptureName(node, link)).second)
            {
                address.Fail("a second " + GetCaptureName(node, link),
                             "names of node and link that make another file name");
            }
        }
    }
}

} // namespace

std::string
GetCaptureName(const std::string& node, const std::string& link)
{
    return node + "-" + link + ".pcap";
}

Scenario
ReadScenario(const std::string& path, const std::vector<ScenarioChange>& changes)
{
    return ReadScenario(JsonDocument::Load(path), changes);
}

Scenario
ReadScenario(JsonDocument document, const std::vector<ScenarioChange>& changes)
{
    const auto& schema = GetCompiledScenarioSchema();
    for (const auto& change : changes)
    {
        schema.MakeWay(change.pointer, change.origin, document);
        document.Set(change.pointer, change.value, change.origin);
    }
    schema.Check(document);
    schema.FillDefaults(document.GetRoot());

    const JsonValue root(document);
    Scenario scenario;
    scenario.name = root["name"].GetText();
    scenario.command = "mgm run " + scenario.name;
    for (const auto& change : changes)
    {
        scenario.command += " " + change.origin;
    }
    scenario.stop = ReadEnd(root["stop"]);
    scenario.seed = root["seed"].Get<uint32_t>();
    scenario.run = root["run"].Get<uint64_t>();
    scenario.routing = ReadRouting(root["routing"]);
    scenario.links = ReadLinks(root["links"]);
    for (const auto& [name, node] : root["nodes"].GetMembers())
    {
        scenario.nodes.Add(ReadNode(name, node, scenario));
    }
    NoteLibraries(scenario);
    CheckAddresses(root["nodes"], scenario);
    FindLinkEnds(scenario);
    CheckLinkEnds(root["links"], scenario);
    CheckCaptureNames(root["nodes"]);
    for (const auto& traffic : root["traffic"].GetItems())
    {
        scenario.traffic.push_back(ReadTraffic(traffic, scenario));
    }
    for (const auto& step : root["steps"].GetItems())
    {
        scenario.steps.push_back(ReadStep(step, scenario));
    }
    scenario.digest = Digest(document.GetRoot(), scenario.steps);
    scenario.exploration = ReadExploration(root);
    for (const auto& expectation : root["expect"].GetItems())
    {
        scenario.expectations.push_back(ReadExpectation(expectation, scenario));
    }
    scenario.warnings = FindLateTimes(root, scenario.stop);
    return scenario;
}

} // namespace mgm
} // namespace ns3
