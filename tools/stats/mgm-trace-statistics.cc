/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "mgm-trace-statistics.h"

#include "base/mgm-input-error.h"

namespace ns3
{
namespace mgm
{

void
TraceStatistics::Observe(const TraceRecord& record)
{
    begin = begin.value_or(record.timeNs);
    end = record.timeNs;
    counts.Observe(record);
    clients.Observe(record);
    latencies.Observe(record);
    machines.Observe(record);
    pim.Observe(record);
}

TraceStatistics
CollectStatistics(TraceReader& reader, const std::string& name)
{
    TraceStatistics statistics;
    statistics.header = reader.GetHeader();
    while (const auto* record = reader.Next())
    {
        if (record->timeNs < statistics.end)
        {
            throw InputError(name + ": record " + std::to_string(record->seq) + ": found time " +
                             std::to_string(record->timeNs) + " ns, expected at least " +
                             std::to_string(statistics.end) + " ns as in the record before");
        }
        statistics.Observe(*record);
    }
    return statistics;
}

} // namespace mgm
} // namespace ns3
