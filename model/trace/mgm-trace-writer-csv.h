/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#ifndef MGM_TRACE_WRITER_CSV_H
#define MGM_TRACE_WRITER_CSV_H

#include "mgm-trace-header.h"
#include "mgm-trace-writer.h"

#include <string>

namespace ns3
{
namespace mgm
{

/**
 * @ingroup mgm
 * @brief Writes comma-separated values, for programs and spreadsheets.
 *
 * First come the header as lines that begin with `#`, and one line with the names of the columns.
 * Quoting is that of RFC 4180; lines end with a line feed.
 */
class TraceWriterCsv : public TraceWriter
{
  public:
    /**
     * @param stream where to write
     * @param header what the trace says about itself
     */
    TraceWriterCsv(Ptr<OutputStreamWrapper> stream, const TraceHeader& header);

  private:
    void Format(const TraceRecord& record, std::string& text) override;
};

} // namespace mgm
} // namespace ns3

#endif // MGM_TRACE_WRITER_CSV_H
