/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "mgm-fuzz-target.h"

#include <algorithm>

namespace ns3
{
namespace mgm
{

void
RequireOfInput(bool condition, const std::string& what)
{
    if (!condition)
    {
        throw FuzzFault(what);
    }
}

const std::vector<FuzzTarget>&
GetFuzzTargets()
{
    static const std::vector<FuzzTarget> TARGETS{
        {"igmp", FuzzIgmp},
        {"router-alert", FuzzRouterAlert},
        {"igmp-lan", FuzzIgmpLan},
        {"pim", FuzzPim},
        {"pim-dm", FuzzPimDense},
        {"manager", FuzzManager},
        {"scenario", FuzzScenario},
        {"trace-jsonl", FuzzTraceJsonl},
        {"trace-csv", FuzzTraceCsv},
        {"trace-pcapng", FuzzTracePcapng},
        {"trace-file", FuzzTraceFile},
        {"capture", FuzzCapture},
    };
    return TARGETS;
}

const FuzzTarget&
FindFuzzTarget(std::string_view name)
{
    const auto& targets = GetFuzzTargets();
    const auto found = std::find_if(targets.begin(), targets.end(), [name](const auto& target) {
        return target.name == name;
    });
    if (found == targets.end())
    {
        std::string names;
        for (const auto& target : targets)
        {
            names += " " + std::string(target.name);
        }
        throw std::invalid_argument("found \"" + std::string(name) +
                                    "\", expected the name of a fuzz target:" + names);
    }
    return *found;
}

} // namespace mgm
} // namespace ns3
