/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#ifndef MGM_TRACE_WRITER_H
#define MGM_TRACE_WRITER_H

#include "mgm-trace-record.h"
#include "mgm-tracer.h"

#include "ns3/output-stream-wrapper.h"
#include "ns3/simple-ref-count.h"

#include <string>

namespace ns3
{
namespace mgm
{

/**
 * @ingroup mgm
 * @brief Writes trace records to a stream, in a format that a subclass knows.
 *
 * Output is buffered: it is complete after Flush() or when the writer is destroyed. A tracer keeps
 * the writers that are connected to it until the end of the simulation.
 */
class TraceWriter : public SimpleRefCount<TraceWriter>
{
  public:
    virtual ~TraceWriter();

    TraceWriter(const TraceWriter&) = delete;
    TraceWriter& operator=(const TraceWriter&) = delete;

    /**
     * @brief Writes all further records of a tracer.
     * @param tracer the tracer
     */
    void Connect(Ptr<Tracer> tracer);

    /**
     * @brief Writes a record.
     * @param record the record
     */
    void Write(const TraceRecord& record);

    /**
     * @brief Hands everything written so far to the stream, and what the stream has to the system.
     * @return whether all output of this writer has succeeded
     */
    bool Flush();

  protected:
    /**
     * @param stream where to write
     * @param prologue what comes before the first record
     */
    TraceWriter(Ptr<OutputStreamWrapper> stream, std::string prologue);

  private:
    /**
     * @brief Appends a record in the format of the subclass.
     * @param record the record
     * @param[in,out] text what to append to
     */
    virtual void Format(const TraceRecord& record, std::string& text) = 0;

    /// Empties the buffer into the stream.
    void Drain();

    Ptr<OutputStreamWrapper> m_stream; ///< where to write
    std::string m_buffer;              ///< what is not yet in the stream
};

} // namespace mgm
} // namespace ns3

#endif // MGM_TRACE_WRITER_H
