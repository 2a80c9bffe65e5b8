/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#ifndef MGM_LADDER_SAMPLE_H
#define MGM_LADDER_SAMPLE_H

#include "ladder/mgm-ladder-builder.h"
#include "tools/stats/mgm-record-list.h"
#include "tools/stats/mgm-sample-trace.h"

#include <string>
#include <vector>

namespace ns3
{
namespace mgm
{

/// A router r1 with lan1 and wan, and hosts h1 and h2 on lan1.
inline TraceHeader
LadderSampleHeader()
{
    TraceHeader header;
    header.ns3Version = "3.37";
    header.seed = 1;
    header.run = 2;
    header.command = "mgm run sample";
    header.nodes = {{0, "r1", {{1, "lan1", 0}, {2, "wan", 1}}},
                    {1, "h1", {{1, "lan1", 0}}},
                    {2, "h2", {{1, "lan1", 0}}}};
    return header;
}

/// The group that samples use.
inline const SourceGroup SAMPLE_GROUP{Ipv4Address::GetZero(), Ipv4Address("239.1.1.1")};

/// The stream that samples use.
inline const SourceGroup SAMPLE_STREAM{Ipv4Address("10.0.0.1"), Ipv4Address("239.1.1.1")};

/// The model of a sample's ladder diagram.
inline LadderModel
LadderOf(const SampleTrace& trace, const LadderOptions& options = {})
{
    RecordListReader reader(trace.Get(), LadderSampleHeader());
    return BuildLadder(reader, options);
}

/// Names of lanes with their nodes, from left to right.
inline std::vector<std::string>
LaneNames(const LadderModel& model)
{
    std::vector<std::string> names;
    for (std::size_t i = 0; i < model.lanes.size(); ++i)
    {
        names.push_back(model.nodeNames[i] + "." + model.lanes[i].name);
    }
    return names;
}

/// Labels of items, in order.
inline std::vector<std::string>
Labels(const LadderModel& model)
{
    std::vector<std::string> labels;
    for (const auto& item : model.items)
    {
        labels.push_back(item.label);
    }
    return labels;
}

/// Rows of items, in order.
inline std::vector<std::size_t>
Rows(const LadderModel& model)
{
    std::vector<std::size_t> rows;
    for (const auto& item : model.items)
    {
        rows.push_back(item.row);
    }
    return rows;
}

} // namespace mgm
} // namespace ns3

#endif // MGM_LADDER_SAMPLE_H
