/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "mgm-run-warnings.h"

#include <algorithm>
#include <cstddef>

namespace ns3
{
namespace mgm
{

namespace
{

/// What runs are warned of about one value.
struct CountedWarning
{
    ScenarioWarning first; ///< that of the first run
    std::size_t runs{0};   ///< number of runs that have one
    bool differs{false};   ///< whether it is another one in some
};

std::vector<CountedWarning>
CountWarnings(const RunOutcomes& outcomes)
{
    std::vector<CountedWarning> counted;
    for (const auto& [id, outcome] : outcomes)
    {
        for (const auto& warning : outcome.warnings)
        {
            auto known = std::find_if(counted.begin(), counted.end(), [&](const auto& each) {
                return each.first.pointer == warning.pointer;
            });
            if (known == counted.end())
            {
                known = counted.insert(known, {warning, 0, false});
            }
            ++known->runs;
            known->differs = known->differs || known->first.text != warning.text;
        }
    }
    return counted;
}

} // namespace

Json
ToJson(const std::vector<ScenarioWarning>& warnings)
{
    auto json = Json::array();
    for (const auto& warning : warnings)
    {
        json.push_back({{"pointer", warning.pointer}, {"text", warning.text}});
    }
    return json;
}

std::vector<ScenarioWarning>
ToWarnings(const Json& json)
{
    std::vector<ScenarioWarning> warnings;
    for (const auto& warning : json)
    {
        warnings.push_back(
            {warning.at("pointer").get<std::string>(), warning.at("text").get<std::string>()});
    }
    return warnings;
}

std::vector<std::string>
SummarizeWarnings(const RunOutcomes& outcomes)
{
    std::vector<std::string> lines;
    for (const auto& [first, runs, differs] : CountWarnings(outcomes))
    {
        lines.push_back(first.text + " (in " + std::to_string(runs) + " of " +
                        std::to_string(outcomes.size()) + " runs" +
                        (differs ? ", with other times in some)" : ")"));
    }
    return lines;
}

} // namespace mgm
} // namespace ns3
