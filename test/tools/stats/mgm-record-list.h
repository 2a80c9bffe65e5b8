/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#ifndef MGM_RECORD_LIST_H
#define MGM_RECORD_LIST_H

#include "trace/mgm-trace-reader.h"

#include <vector>

namespace ns3
{
namespace mgm
{

/**
 * @ingroup tests
 * @brief Reads records from a list.
 */
class RecordListReader : public TraceReader
{
  public:
    /**
     * @param records the records, whose texts outlive the reader
     * @param header the header
     */
    explicit RecordListReader(const std::vector<TraceRecord>& records,
                              const TraceHeader& header = {})
        : m_records(records),
          m_header(header)
    {
    }

    const TraceHeader& GetHeader() const override
    {
        return m_header;
    }

    const TraceRecord* Next() override
    {
        return m_next < m_records.size() ? &m_records[m_next++] : nullptr;
    }

  private:
    std::vector<TraceRecord> m_records; ///< the records
    TraceHeader m_header;               ///< the header
    std::size_t m_next{0};              ///< index of the next one
};

} // namespace mgm
} // namespace ns3

#endif // MGM_RECORD_LIST_H
