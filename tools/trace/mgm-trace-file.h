/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#ifndef MGM_TRACE_FILE_H
#define MGM_TRACE_FILE_H

#include "mgm-trace-format.h"
#include "mgm-trace-output.h"

#include "ns3/mgm-trace-header.h"
#include "ns3/mgm-trace-record.h"
#include "ns3/mgm-trace-writer.h"
#include "ns3/mgm-tracer.h"
#include "ns3/simple-ref-count.h"

#include <string>

namespace ns3
{
namespace mgm
{

/**
 * @ingroup mgm
 * @brief A trace file that is written.
 *
 * A tracer keeps the files that are connected to it until the end of the simulation.
 */
class TraceFile : public SimpleRefCount<TraceFile>
{
  public:
    /**
     * @param kind format and compression
     * @param file path of the file, which is overwritten; "-" is standard output
     * @param header what the trace says about itself
     * @throws InputError if the file can't be written
     */
    TraceFile(TraceFileKind kind, const std::string& file, const TraceHeader& header);

    ~TraceFile();

    TraceFile(const TraceFile&) = delete;
    TraceFile& operator=(const TraceFile&) = delete;

    /**
     * @brief Writes all further records of a tracer, until Close().
     * @param tracer the tracer
     */
    void Connect(Ptr<Tracer> tracer);

    /**
     * @brief Writes a record. It is lost after Close().
     * @param record the record
     */
    void Write(const TraceRecord& record);

    /**
     * @brief Completes the file.
     * @return whether all output has succeeded
     */
    bool Close();

  private:
    TraceOutput m_output;      ///< the file
    Ptr<TraceWriter> m_writer; ///< writes to it; null after Close()
    bool m_isWritten{true};    ///< whether all output has succeeded
};

} // namespace mgm
} // namespace ns3

#endif // MGM_TRACE_FILE_H
