/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "mgm-occurrences-reader.h"

#include "mgm-scenario-values.h"

#include <algorithm>
#include <tuple>
#include <utility>

namespace ns3
{
namespace mgm
{

namespace
{

/// Reads a list of two times, the second not before the first.
std::pair<Time, Time>
ReadInterval(const JsonValue& value)
{
    const auto bounds = value.GetItems();
    const auto first = ReadTime(bounds[0]);
    const auto last = ReadTime(bounds[1]);
    if (last < first)
    {
        bounds[1].Fail("a time not before " + bounds[0].GetText());
    }
    return {first, last};
}

Occasion
ReadOccasion(const JsonValue& value, const Scenario& scenario)
{
    Occasion occasion;
    occasion.match = ReadMatch(value["after"], scenario);
    const auto within = value["within"];
    if (within.GetJson().is_array())
    {
        std::tie(occasion.earliest, occasion.latest) = ReadInterval(within);
    }
    else
    {
        occasion.latest = ReadTime(within);
    }
    return occasion;
}

} // namespace

RecordMatch
ReadMatch(const JsonValue& value, const Scenario& scenario)
{
    RecordMatch match;
    for (const auto& [key, text] : value.GetMembers())
    {
        if (key == "node")
        {
            FindName(text, "a node", scenario.nodes);
        }
        else if (key == "interface")
        {
            FindName(text, "a link", scenario.links);
        }
        match.emplace_back(key, text.GetText());
    }
    return match;
}

Occurrences
ReadOccurrences(const JsonValue& value, const Scenario& scenario, const std::string& nouns)
{
    Occurrences occurrences;
    if (value.Has("between"))
    {
        std::tie(occurrences.from, occurrences.until) = ReadInterval(value["between"]);
    }
    if (value.Has("after"))
    {
        occurrences.after = ReadOccasion(value, scenario);
        if (value.Has("between"))
        {
            value["between"].Fail("no \"between\" beside \"after\" and \"within\"");
        }
    }
    const bool isBounded = value.Has("count") || value.Has("at-least") || value.Has("at-most");
    occurrences.least = isBounded ? 0 : 1;
    if (value.Has("count"))
    {
        occurrences.least = occurrences.most = value["count"].Get<uint64_t>();
    }
    if (value.Has("at-least"))
    {
        occurrences.least = std::max(occurrences.least, value["at-least"].Get<uint64_t>());
    }
    if (value.Has("at-most"))
    {
        occurrences.most = std::min(occurrences.most, value["at-most"].Get<uint64_t>());
    }
    if (occurrences.least > occurrences.most)
    {
        value.Fail("bounds that exclude each other",
                   "a number of " + nouns + " that meets all bounds");
    }
    return occurrences;
}

} // namespace mgm
} // namespace ns3
