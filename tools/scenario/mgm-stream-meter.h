/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#ifndef MGM_STREAM_METER_H
#define MGM_STREAM_METER_H

#include "mgm-packet-copies.h"
#include "mgm-stream-statistics.h"

#include "ns3/mgm-source-group.h"
#include "ns3/mgm-trace-record.h"
#include "ns3/nstime.h"

#include <cstdint>
#include <functional>
#include <map>
#include <unordered_map>
#include <utility>
#include <vector>

namespace ns3
{
namespace mgm
{

/**
 * @ingroup mgm
 * @brief Measures what each receiver gets of each stream that it wants at some time.
 */
class StreamMeter
{
  public:
    /// Tells whether a receiver, named by its node id, wants the packets of a stream now.
    using Question = std::function<bool(uint32_t receiver, const SourceGroup& stream)>;

    /// What is measured, by receiver and stream.
    using Results = std::map<std::pair<uint32_t, SourceGroup>, StreamStatistics>;

    /**
     * @param streams the streams, each once
     * @param wants tells who wants what
     * @param copies the copies of the packets; it outlives the meter and is up to date
     */
    StreamMeter(const std::vector<SourceGroup>& streams,
                const Question& wants,
                const PacketCopies& copies);

    /**
     * @brief Asks which streams a receiver wants, since that may have changed.
     * @param receiver its node id
     * @param now the time
     */
    void Update(uint32_t receiver, Time now);

    /**
     * @brief As Update(uint32_t, Time), if it may have changed only for the streams to a group.
     * @param receiver its node id
     * @param group the group
     * @param now the time
     */
    void Update(uint32_t receiver, Ipv4Address group, Time now);

    /**
     * @brief Takes a trace record; those that are not about packets of streams are ignored.
     * @param record the record
     */
    void Observe(const TraceRecord& record);

    /// @return what was measured
    const Results& GetResults() const
    {
        return m_results;
    }

    /**
     * @param receiver node id of a receiver
     * @param stream a stream
     * @return what the receiver got of it; all zero if it never wanted the stream
     */
    StreamStatistics GetResult(uint32_t receiver, const SourceGroup& stream) const;

  private:
    /// What is measured of those who want a stream, by node id.
    using Joined = std::unordered_map<uint32_t, StreamStatistics*>;

    /// @brief Asks whether a receiver wants a stream.
    /// @param receiver its node id
    /// @param stream the stream
    /// @param now the time
    void UpdateStream(uint32_t receiver, const SourceGroup& stream, Time now);

    /// @param receiver node id of a receiver
    /// @param stream a stream
    /// @return what is measured; null if the receiver never wanted the stream
    StreamStatistics* Find(uint32_t receiver, const SourceGroup& stream);

    std::vector<SourceGroup> m_streams; ///< the streams, in order: those to a group together
    Question m_wants;                   ///< who wants what
    const PacketCopies& m_copies;       ///< the copies of the packets
    Results m_results;                  ///< what is measured
    std::unordered_map<SourceGroup, Joined, SourceGroupHash> m_joined; ///< who wants each stream
};

} // namespace mgm
} // namespace ns3

#endif // MGM_STREAM_METER_H
