/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "mgm-experiment-copies.h"

#include <filesystem>

namespace ns3
{
namespace mgm
{

void
AddCopies(const Experiment& experiment, const std::string& directory, OutputSet& outputs)
{
    const std::filesystem::path target(directory);
    outputs.Write((target / SCENARIO_COPY).string(), experiment.scenarioText);
    outputs.Write((target / EXPERIMENT_COPY).string(), experiment.source.dump(2) + '\n');
    for (const auto& [path, octets] : experiment.captures)
    {
        outputs.MakeDirectory((target / path).parent_path().string());
        outputs.Write((target / path).string(), octets);
    }
}

} // namespace mgm
} // namespace ns3
