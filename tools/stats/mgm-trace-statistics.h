/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#ifndef MGM_TRACE_STATISTICS_H
#define MGM_TRACE_STATISTICS_H

#include "mgm-call-latencies.h"
#include "mgm-client-timeline.h"
#include "mgm-machine-times.h"
#include "mgm-pim-exchanges.h"
#include "mgm-trace-counts.h"
#include "trace/mgm-trace-reader.h"

#include "ns3/mgm-trace-header.h"
#include "ns3/mgm-trace-record.h"

#include <cstdint>
#include <optional>
#include <string>

/*
 * DOC tools/stats: a trace in numbers.
 *
 * CollectStatistics() reads a trace once and shows each record to five collectors, which know
 * nothing of each other: TraceCounts (how many of what), ClientTimeline (how long each client
 * takes from registering to its first alert and packet), CallLatencies (how long calls and
 * callbacks take), MachineTimes (how long machines stay in a state), PimExchanges (how long PIM
 * dense mode takes from one thing to another). TraceStatistics owns them;
 * the three writers (text, JSON, CSV) only read it.
 *
 * Order: records in the order of the trace, whose times must not fall.
 *
 * What must hold: memory goes with the clients, machines and names of the trace, not with its
 * length, so that durations are kept as a DurationDistribution; all three outputs say the same
 * numbers; what never happened is told as such, not as 0.
 */

namespace ns3
{
namespace mgm
{

/**
 * @ingroup mgm
 * @brief What a trace says in numbers.
 *
 * Memory goes with the clients, machines and names in the trace, not with its length.
 */
struct TraceStatistics
{
    TraceHeader header;           ///< What the trace says about itself.
    std::optional<int64_t> begin; ///< Time of the first record [ns].
    int64_t end{0};               ///< Time of the last record [ns].
    TraceCounts counts;           ///< Numbers of records.
    ClientTimeline clients;       ///< How clients start.
    CallLatencies latencies;      ///< How long calls and callbacks take.
    MachineTimes machines;        ///< What state machines do.
    PimExchanges pim;             ///< How long PIM takes.

    /**
     * @brief Takes the next record.
     * @param record the record; its time is not before that of the record before
     */
    void Observe(const TraceRecord& record);
};

/**
 * @brief Takes all records of a trace.
 * @param reader where they come from
 * @param name name of the trace in errors
 * @return what they say in numbers
 * @throws InputError if a record can't be read, or times fall
 */
TraceStatistics CollectStatistics(TraceReader& reader, const std::string& name);

} // namespace mgm
} // namespace ns3

#endif // MGM_TRACE_STATISTICS_H
