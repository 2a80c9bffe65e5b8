/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#ifndef MGM_PERFETTO_WRITER_H
#define MGM_PERFETTO_WRITER_H

#include "mgm-perfetto-flows.h"

#include <ostream>
#include <string>
#include <vector>

namespace ns3
{
namespace mgm
{

/**
 * @ingroup mgm
 * @brief Writes a trace as a timeline in the JSON format of Chrome's tracing and Perfetto.
 *
 * A node is a process; a client, the manager, the forwarder and the host are its threads. Calls
 * and callbacks are slices of the client that makes or takes them, all else is an instant. Flows
 * lead from causes to what they cause on other threads.
 */
class PerfettoWriter
{
  public:
    /**
     * @param os where to write
     * @param header header of the trace
     * @param flows the flows of the trace
     * @param stepNs least time between two records [ns]: what happens in one instant is spread so
     *        that it can be seen; 0 keeps all times
     */
    PerfettoWriter(std::ostream& os,
                   const TraceHeader& header,
                   const PerfettoFlows& flows,
                   int64_t stepNs);

    /**
     * @brief Writes a record.
     * @param record the record
     * @param isShown whether it is selected; one that is not only helps to find threads
     */
    void Write(const TraceRecord& record, bool isShown);

    /// Ends what is open, and the file.
    void Finish();

  private:
    /// A slice that has not ended.
    struct Slice
    {
        uint64_t seq;     ///< the record that began it
        std::string name; ///< its name
    };

    /// Begins an event; further members and the closing brace follow.
    void Begin(char phase, std::size_t lane);

    /// Writes a slice's begin.
    void BeginSlice(std::size_t lane, const std::string& name, const TraceRecord* record);

    /// Writes a slice's end.
    void EndSlice(std::size_t lane, const TraceRecord* record);

    /// Ends the slice of a call or callback, also if others were begun in it and go on.
    void Leave(std::size_t lane, const TraceRecord& record);

    /// Writes a record that is no slice.
    void WriteInstant(std::size_t lane, const TraceRecord& record);

    /// Writes the flows that begin and end at a record.
    void WriteFlows(std::size_t lane, const TraceRecord& record);

    /// Introduces the process and the thread of a lane.
    void Introduce(std::size_t lane);

    /// Writes the columns of a record as arguments.
    void WriteArguments(const TraceRecord& record);

    /// @return whether flows begin or end at a record
    bool HasFlow(const TraceRecord& record) const;

    std::ostream& m_os;                       ///< where to write
    TraceHeader m_header;                     ///< header of the trace
    const PerfettoFlows& m_flows;             ///< flows by their causes
    std::map<uint64_t, bool> m_ends;          ///< records at which flows end
    int64_t m_stepNs;                         ///< least time between records [ns]
    int64_t m_nowNs{-1};                      ///< time of the last record written [ns]
    LadderLanes m_lanes;                      ///< finds lanes
    std::vector<bool> m_isKnown;              ///< whether a lane is introduced
    std::vector<std::vector<Slice>> m_slices; ///< open slices by lane
    bool m_isFirst{true};                     ///< whether no event is written yet
};

} // namespace mgm
} // namespace ns3

#endif // MGM_PERFETTO_WRITER_H
