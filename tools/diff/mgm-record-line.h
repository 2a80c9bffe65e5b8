/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#ifndef MGM_RECORD_LINE_H
#define MGM_RECORD_LINE_H

#include "ns3/mgm-trace-header.h"
#include "ns3/mgm-trace-record.h"
#include "ns3/mgm-trace-writer-ascii.h"

#include <sstream>
#include <string>

namespace ns3
{
namespace mgm
{

/**
 * @ingroup mgm
 * @brief Shows records of a trace as the lines that TraceWriterAscii writes.
 */
class RecordLine
{
  public:
    /// @param header header of the trace, whose names are shown
    explicit RecordLine(const TraceHeader& header);

    /// @return the titles of the columns
    const std::string& GetTitles() const
    {
        return m_titles;
    }

    /**
     * @param record a record
     * @return its line, without the end of the line
     */
    std::string Show(const TraceRecord& record);

  private:
    /// @return what was written since the last time, less the end of the line
    std::string TakeWritten();

    std::ostringstream m_text;      ///< where lines are written
    Ptr<TraceWriterAscii> m_writer; ///< who writes them
    std::string m_titles;           ///< the titles
};

} // namespace mgm
} // namespace ns3

#endif // MGM_RECORD_LINE_H
