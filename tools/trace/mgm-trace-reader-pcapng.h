/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#ifndef MGM_TRACE_READER_PCAPNG_H
#define MGM_TRACE_READER_PCAPNG_H

#include "mgm-pcapng-reader.h"
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
 * @brief Reads the records of a capture. Packets that are no records are skipped.
 */
class TraceReaderPcapng : public TraceReader
{
  public:
    /**
     * @param file name of the file, for messages
     * @param stream what to read
     * @throws InputError if it is no pcapng with a header as its comment
     */
    TraceReaderPcapng(const std::string& file, std::unique_ptr<std::istream> stream);

    const TraceHeader& GetHeader() const override;
    const TraceRecord* Next() override;

  private:
    PcapngReader m_packets;       ///< the packets
    TraceHeader m_header;         ///< the comment of the section
    TraceRecordBuilder m_builder; ///< makes the records
};

} // namespace mgm
} // namespace ns3

#endif // MGM_TRACE_READER_PCAPNG_H
