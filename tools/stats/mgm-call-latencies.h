/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#ifndef MGM_CALL_LATENCIES_H
#define MGM_CALL_LATENCIES_H

#include "mgm-duration-distribution.h"

#include "ns3/mgm-trace-record.h"

#include <cstdint>
#include <map>
#include <string>
#include <utility>
#include <vector>

namespace ns3
{
namespace mgm
{

/// @ingroup mgm
/// @brief How often a function or a callback is called, and how long that takes.
struct LatencyStatistics
{
    uint64_t count{0};             ///< How often it is called.
    DurationDistribution delay;    ///< From the record that causes each call to it.
    DurationDistribution duration; ///< From each call to its return.
};

/// Functions or callbacks by name.
using LatencyMap = std::map<std::string, LatencyStatistics, std::less<>>;

/**
 * @ingroup mgm
 * @brief Finds in a trace how long calls and callbacks take.
 *
 * It keeps the calls that have not returned: on each node, one at each depth. Of the last records
 * it keeps the times, because they may cause a call.
 */
class CallLatencies
{
  public:
    /// How many records may lie between a call and its cause for the delay to be known.
    static constexpr std::size_t MEMORY = 65536;

    /// @brief Takes the next record.
    /// @param record the record
    void Observe(const TraceRecord& record);

    /// @return the functions that clients call
    const LatencyMap& GetCalls() const
    {
        return m_calls;
    }

    /// @return the callbacks that the manager makes
    const LatencyMap& GetCallbacks() const
    {
        return m_callbacks;
    }

  private:
    /// A record, such as a call that has not returned.
    struct Past
    {
        uint64_t seq{0};   ///< its number
        int64_t timeNs{0}; ///< its time [ns]
    };

    /**
     * @brief Takes a call or a callback.
     * @param record the record
     * @param[in,out] map what it belongs to
     */
    void Enter(const TraceRecord& record, LatencyMap& map);

    /**
     * @brief Takes the return from one.
     * @param record the record
     * @param[in,out] map what it belongs to
     */
    void Leave(const TraceRecord& record, LatencyMap& map);

    LatencyMap m_calls;                                   ///< functions
    LatencyMap m_callbacks;                               ///< callbacks
    std::map<std::pair<uint32_t, uint32_t>, Past> m_open; ///< open calls by node and depth
    std::vector<Past> m_past = std::vector<Past>(MEMORY); ///< the last records, by number
};

} // namespace mgm
} // namespace ns3

#endif // MGM_CALL_LATENCIES_H
