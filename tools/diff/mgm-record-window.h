/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#ifndef MGM_RECORD_WINDOW_H
#define MGM_RECORD_WINDOW_H

#include "mgm-compared-record.h"
#include "mgm-record-comparison.h"
#include "trace/mgm-trace-reader.h"

#include <deque>
#include <vector>

namespace ns3
{
namespace mgm
{

/**
 * @ingroup mgm
 * @brief The next records of a trace, as many as somebody looks ahead.
 */
class RecordWindow
{
  public:
    /**
     * @param reader where records come from; it outlives the window
     * @param comparison what is compared; it outlives the window
     */
    RecordWindow(TraceReader& reader, const RecordComparison& comparison);

    /**
     * @brief Reads ahead as far as needed.
     * @param index index of a record, from the next one on
     * @return the record; null behind the end of the trace
     */
    const ComparedRecord* Find(std::size_t index = 0);

    /**
     * @brief Reads ahead.
     * @param count how many records to look for
     * @return how many there are, at most that many
     */
    std::size_t Fill(std::size_t count);

    /**
     * @brief Gives away the next records.
     * @param count how many; there are that many
     * @return the records
     */
    std::vector<ComparedRecord> Take(std::size_t count);

  private:
    TraceReader& m_reader;                ///< where records come from
    const RecordComparison& m_comparison; ///< what is compared
    std::deque<ComparedRecord> m_records; ///< the next ones
    bool m_isAtEnd{false};                ///< whether there are no others
};

} // namespace mgm
} // namespace ns3

#endif // MGM_RECORD_WINDOW_H
