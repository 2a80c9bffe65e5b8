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
     * @param receivers node ids of the receivers
     * @param streams the streams
     * @param wants tells who wants what
     * @param copies the copies of the packets; it outlives the meter and is up to date
     */
    StreamMeter(const std::vector<uint32_t>& receivers,
                const std::vector<SourceGroup>& streams,
                const Question& wants,
                const PacketCopies& copies);

    /**
     * @brief Asks who wants what, since that may have changed.
     * @param now the time
     */
    void Update(Time now);

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
    std::vector<uint32_t> m_receivers;  ///< node ids of the receivers
    std::vector<SourceGroup> m_streams; ///< the streams
    Question m_wants;                   ///< who wants what
    const PacketCopies& m_copies;       ///< the copies of the packets
    Results m_results;                  ///< what is measured
};

} // namespace mgm
} // namespace ns3

#endif // MGM_STREAM_METER_H
