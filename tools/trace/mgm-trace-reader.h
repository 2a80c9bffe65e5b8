/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#ifndef MGM_TRACE_READER_H
#define MGM_TRACE_READER_H

#include "ns3/mgm-trace-header.h"
#include "ns3/mgm-trace-record.h"

#include <memory>
#include <string>

/*
 * DOC tools/trace: traces in files.
 *
 * The model writes text; the workshop reads and writes more: JSON lines, CSV, pcapng, each plain
 * or compressed. OpenTrace() recognises a file by how it begins and gives a TraceReader; TraceFile
 * writes one, by the writers of the model or that of pcapng. On top of it are the selection of
 * records (mgm trace filter) and the merging of a trace with captures (mgm trace merge).
 *
 * A reader owns its stream and one record, which is valid until Next(). A TraceFile owns its
 * output; the tracer that it is connected to keeps it until the end of the simulation. All of it
 * works on one record at a time: memory does not go with the length of a trace, except that the
 * merger and TraceInstant hold the records of one instant.
 *
 * Order: the header first, then records in the order of the file, which in a whole trace is that
 * of their numbers. Whether a trace is sound is not judged here but in tools/check.
 *
 * What must hold: what was written in any format and is read again is the same record, column by
 * column; a file that is cut or damaged is an InputError that names the place, never the end of a
 * shorter trace.
 */

namespace ns3
{
namespace mgm
{

/**
 * @ingroup mgm
 * @brief Reads the records of a trace file one after the other, in the memory of one record.
 *
 * A subclass knows a format.
 */
class TraceReader
{
  public:
    virtual ~TraceReader() = default;

    TraceReader(const TraceReader&) = delete;
    TraceReader& operator=(const TraceReader&) = delete;

    /// @return what the trace says about itself
    virtual const TraceHeader& GetHeader() const = 0;

    /**
     * @brief Reads the next record.
     * @return the record, which is valid until the next call; null at the end of the trace
     * @throws InputError if what is read is no record; the message names file, line or offset,
     *         column, and what was expected
     */
    virtual const TraceRecord* Next() = 0;

  protected:
    TraceReader() = default;
};

/**
 * @brief Opens a trace.
 *
 * The format and the compression are recognised by what the file begins with, not by its name.
 *
 * @param file path of the file; "-" is standard input
 * @return a reader behind the header
 * @throws InputError if the file can't be read, or is no trace in a format that can be read
 */
std::unique_ptr<TraceReader> OpenTrace(const std::string& file);

} // namespace mgm
} // namespace ns3

#endif // MGM_TRACE_READER_H
