/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#ifndef MGM_PIM_EXCHANGES_H
#define MGM_PIM_EXCHANGES_H

#include "mgm-duration-distribution.h"

#include "ns3/mgm-source-group.h"
#include "ns3/mgm-trace-record.h"

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <tuple>
#include <utility>

namespace ns3
{
namespace mgm
{

/// Durations by name.
using DurationMap = std::map<std::string, DurationDistribution, std::less<>>;

/**
 * @ingroup mgm
 * @brief Finds in a trace how long PIM dense mode takes from one thing to another.
 *
 * How long an Assert, a Prune or a wait for a GraftAck lasts, MachineTimes tells: these are states.
 * It keeps the streams that leave on an interface, and the Grafts that wait for something.
 */
class PimExchanges
{
  public:
    /// @brief Takes the next record.
    /// @param record the record
    void Observe(const TraceRecord& record);

    /// @return the durations: "flood to prune" from the first packet that leaves on an interface to
    ///         its prune, "graft to acknowledgement" and "graft to packet" from the first Graft to
    ///         the GraftAck and to the next packet that leaves
    const DurationMap& GetTimes() const
    {
        return m_times;
    }

  private:
    /// A stream on a node.
    using Stream = std::pair<uint32_t, SourceGroup>;

    /// An interface on which a stream leaves.
    using Branch = std::tuple<uint32_t, SourceGroup, uint32_t>;

    /// When a Graft was sent, as long as something is to follow [ns].
    using Grafts = std::map<Stream, int64_t>;

    /// @brief Takes a packet of a stream that leaves.
    /// @param record the record
    void ObservePacket(const TraceRecord& record);

    /// @brief Takes a change of state.
    /// @param record the record
    void ObserveState(const TraceRecord& record);

    /// @brief Ends a wait, if there is one.
    /// @param grafts those that wait
    /// @param record what they wait for
    /// @param name name of the duration
    void End(Grafts& grafts, const TraceRecord& record, std::string_view name);

    DurationMap m_times;                ///< the durations
    std::map<Branch, int64_t> m_floods; ///< when a stream left first, unless it is pruned [ns]
    Grafts m_unacknowledged;            ///< Grafts without GraftAck
    Grafts m_unanswered;                ///< Grafts without a packet
};

} // namespace mgm
} // namespace ns3

#endif // MGM_PIM_EXCHANGES_H
