/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#ifndef MGM_TRACE_MERGER_H
#define MGM_TRACE_MERGER_H

#include "mgm-capture-reader.h"
#include "mgm-pcapng-writer.h"
#include "mgm-trace-instant.h"
#include "mgm-trace-reader.h"

#include <cstdint>
#include <map>
#include <optional>
#include <ostream>
#include <string>
#include <vector>

namespace ns3
{
namespace mgm
{

/**
 * @ingroup mgm
 * @brief Merges a trace and captures of the same run into one pcapng file, in the order of time.
 *
 * It holds what happens in one instant. Each node and each capture is an interface of the file.
 */
class TraceMerger
{
  public:
    /**
     * @param trace the trace; it outlives the merger
     * @param captures paths of the captures; NODE-INTERFACE.pcap is recognised by the names that
     * the trace introduces
     * @param stream where to write; it outlives the merger
     * @throws InputError if a capture can't be read
     */
    TraceMerger(TraceReader& trace, const std::vector<std::string>& captures, std::ostream& stream);

    /**
     * @brief Merges all.
     * @throws InputError if the trace or a capture is damaged
     */
    void Run();

  private:
    /// A capture with its next frame.
    struct Source
    {
        CaptureReader reader;                     ///< the capture
        std::optional<TraceInstant::Place> place; ///< where it was made, if that is known
        uint32_t interface = 0;                   ///< number of its interface
        const CapturedFrame* next{nullptr};       ///< its next frame, null at the end
    };

    /// @return the time of what comes next [ns]; nothing at the end
    std::optional<int64_t> GetNextTime() const;

    /// @brief Moves what happens in an instant into m_instant.
    /// @param timeNs the instant [ns]
    void Collect(int64_t timeNs);

    /// @param node id of a node
    /// @return number of its interface, which is introduced if it is not yet
    uint32_t GetInterface(uint32_t node);

    /// @param name name of a capture
    /// @return where it was made; nothing if the trace introduces no such interface
    std::optional<TraceInstant::Place> FindPlace(const std::string& name) const;

    TraceReader& m_trace;                      ///< the trace
    const TraceRecord* m_record;               ///< its next record, null at the end
    PcapngWriter m_writer;                     ///< writes the file
    std::map<uint32_t, uint32_t> m_interfaces; ///< numbers of the interfaces of nodes
    std::vector<Source> m_sources;             ///< the captures
    TraceInstant m_instant;                    ///< what happens now
};

} // namespace mgm
} // namespace ns3

#endif // MGM_TRACE_MERGER_H
