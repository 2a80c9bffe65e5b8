/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#ifndef MGM_TRACE_WRITER_JSONL_H
#define MGM_TRACE_WRITER_JSONL_H

#include "mgm-trace-column.h"
#include "mgm-trace-header.h"
#include "mgm-trace-writer.h"

#include <array>
#include <string>

namespace ns3
{
namespace mgm
{

/**
 * @ingroup mgm
 * @brief Writes JSON lines, for programs: one object for the header, then one for each record.
 *
 * The keys of a record are the columns of GetTraceColumns(); columns without a value are left out.
 */
class TraceWriterJsonl : public TraceWriter
{
  public:
    /**
     * @param stream where to write
     * @param header what the trace says about itself
     */
    TraceWriterJsonl(Ptr<OutputStreamWrapper> stream, const TraceHeader& header);

  private:
    void Format(const TraceRecord& record, std::string& text) override;

    std::array<std::string, TRACE_COLUMN_COUNT> m_keys; ///< of each column: comma, key, colon
};

} // namespace mgm
} // namespace ns3

#endif // MGM_TRACE_WRITER_JSONL_H
