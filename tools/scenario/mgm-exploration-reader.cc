/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "mgm-exploration-reader.h"

#include "mgm-scenario-values.h"

namespace ns3
{
namespace mgm
{

ExplorationSpec
ReadExploration(const JsonValue& root)
{
    ExplorationSpec exploration;
    if (!root.Has("explore"))
    {
        return exploration;
    }
    const auto value = root["explore"];
    exploration.start = ReadTime(value["start"]);
    exploration.spacing = ReadTime(value["spacing"]);
    exploration.calls = value["calls"].Get<bool>();
    exploration.callbacks = value["callbacks"].Get<bool>();
    exploration.instants = value["instants"].Get<bool>();
    return exploration;
}

} // namespace mgm
} // namespace ns3
