/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#ifndef MGM_TRACE_READER_JSONL_H
#define MGM_TRACE_READER_JSONL_H

#include "mgm-trace-lines.h"
#include "mgm-trace-reader.h"
#include "mgm-trace-record-builder.h"

#include <istream>
#include <memory>
#include <string>

namespace ns3
{
namespace mgm
{

/**
 * @ingroup mgm
 * @brief Reads JSON lines: the header, then one record a line.
 */
class TraceReaderJsonl : public TraceReader
{
  public:
    /**
     * @param file name of the file, for messages
     * @param stream what to read
     * @throws InputError if it does not begin with a header
     */
    TraceReaderJsonl(const std::string& file, std::unique_ptr<std::istream> stream);

    const TraceHeader& GetHeader() const override;
    const TraceRecord* Next() override;

  private:
    TraceLines m_lines;           ///< the lines
    TraceHeader m_header;         ///< the first of them
    TraceRecordBuilder m_builder; ///< makes the records
};

} // namespace mgm
} // namespace ns3

#endif // MGM_TRACE_READER_JSONL_H
