/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "mgm-schedule.h"

#include "base/mgm-input-error.h"

#include <algorithm>
#include <map>

namespace ns3
{
namespace mgm
{

namespace
{

/// Fails with what a member of a schedule file is.
[[noreturn]] void
Fail(const JsonDocument& document, const std::string& pointer, const std::string& expected)
{
    const JsonPointer place(pointer);
    const auto& root = document.GetRoot();
    const auto found = root.contains(place) ? ShowJson(root.at(place)) : "no such value";
    throw InputError(document.Locate(place), pointer, found, expected);
}

void
Expect(const JsonDocument& document, const std::string& name, const Json& value)
{
    if (!document.GetRoot().contains(name) || document.GetRoot()[name] != value)
    {
        Fail(document, "/" + name, value.dump() + ", as the scenario has");
    }
}

/// Reads a list whose elements pass a test.
template <typename T, typename Test>
std::vector<T>
ReadList(const JsonDocument& document,
         const std::string& name,
         Test isElement,
         const std::string& expected)
{
    const auto& root = document.GetRoot();
    if (!root.contains(name) || !root[name].is_array() ||
        !std::all_of(root[name].begin(), root[name].end(), isElement))
    {
        Fail(document, "/" + name, "a list of " + expected);
    }
    return root[name].get<std::vector<T>>();
}

/// Index of the step with a label.
std::size_t
Find(const std::vector<MovedStep>& steps, const std::string& label, const std::string& place)
{
    const auto found = std::find_if(steps.begin(), steps.end(), [&](const auto& step) {
        return step.label == label;
    });
    if (found == steps.end())
    {
        std::string labels;
        for (const auto& step : steps)
        {
            labels += (labels.empty() ? "\"" : ", \"") + step.label + '"';
        }
        throw InputError(place + ": found \"" + label + "\", expected a step that moves: " +
                         (labels.empty() ? "the scenario has none" : labels));
    }
    return static_cast<std::size_t>(found - steps.begin());
}

} // namespace

Json
ToJson(const Schedule& schedule, const Scenario& scenario)
{
    return {{"schedule", 1},
            {"scenario", scenario.name},
            {"digest", scenario.digest},
            {"seed", scenario.seed},
            {"run", scenario.run},
            {"order", schedule.order},
            {"choices", schedule.choices}};
}

Schedule
ReadSchedule(const std::string& path, const Scenario& scenario)
{
    const auto document = JsonDocument::Load(path);
    if (!document.GetRoot().is_object())
    {
        Fail(document, "", "a schedule");
    }
    if (document.GetRoot().value("schedule", Json()) != 1)
    {
        Fail(document, "/schedule", "1, the version of schedules");
    }
    const auto isText = [](const auto& value) { return value.is_string(); };
    const auto isChoice = [](const auto& value) {
        return value.is_number_unsigned() && value.template get<uint64_t>() <= UINT32_MAX;
    };
    const Schedule schedule{
        ReadList<std::string>(document, "order", isText, "steps"),
        ReadList<uint32_t>(document, "choices", isChoice, "whole numbers from 0")};
    Expect(document, "scenario", scenario.name);
    Expect(document, "digest", scenario.digest);
    Expect(document, "seed", scenario.seed);
    Expect(document, "run", scenario.run);
    return schedule;
}

Scenario
ApplyOrder(const Scenario& scenario,
           const std::vector<MovedStep>& steps,
           const std::vector<std::size_t>& order)
{
    auto scheduled = scenario;
    for (auto& node : scheduled.nodes)
    {
        if (node.igmpRouter)
        {
            node.igmpRouter->startsByStep = node.igmpRouter->moves;
        }
        for (auto& protocol : node.protocols)
        {
            protocol.startsByStep = protocol.moves;
        }
    }
    auto& rest = scheduled.steps;
    rest.erase(
        std::remove_if(rest.begin(), rest.end(), [](const auto& step) { return step.moves; }),
        rest.end());
    for (const auto index : order)
    {
        scheduled.chain.push_back(steps[index].step);
    }
    return scheduled;
}

Scenario
ApplySchedule(const Scenario& scenario, const Schedule& schedule, const std::string& place)
{
    const auto steps = GetMovedSteps(scenario);
    std::vector<std::size_t> order;
    std::map<std::size_t, std::size_t> last; // step of each thread
    for (const auto& label : schedule.order)
    {
        const auto step = Find(steps, label, place);
        const auto [before, isFirst] = last.emplace(steps[step].thread, step);
        if (!isFirst && before->second >= step)
        {
            throw InputError(place + ": found \"" + label + "\" behind \"" +
                             steps[before->second].label + "\", expected each once, and the " +
                             "steps of one client in its own order");
        }
        before->second = step;
        order.push_back(step);
    }
    auto scheduled = ApplyOrder(scenario, steps, order);
    scheduled.choices = schedule.choices;
    return scheduled;
}

} // namespace mgm
} // namespace ns3
