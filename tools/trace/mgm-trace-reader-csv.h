/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#ifndef MGM_TRACE_READER_CSV_H
#define MGM_TRACE_READER_CSV_H

#include "mgm-trace-lines.h"
#include "mgm-trace-reader.h"
#include "mgm-trace-record-builder.h"

#include <cstddef>
#include <istream>
#include <memory>
#include <string>
#include <vector>

namespace ns3
{
namespace mgm
{

/**
 * @ingroup mgm
 * @brief Reads comma-separated values (RFC 4180): the header in comments, the names of the columns,
 * then one record a line.
 */
class TraceReaderCsv : public TraceReader
{
  public:
    /**
     * @param file name of the file, for messages
     * @param stream what to read
     * @throws InputError if it does not begin with a header and names of columns
     */
    TraceReaderCsv(const std::string& file, std::unique_ptr<std::istream> stream);

    const TraceHeader& GetHeader() const override;
    const TraceRecord* Next() override;

  private:
    /// @brief Reads the comments at the beginning.
    void ReadHeader();

    /// @brief Splits the present line, and those that it goes on in, into fields.
    /// @return the number of fields
    /// @throws InputError if quotation marks are not closed, or followed by something else
    std::size_t ReadFields();

    /// @brief Reads the rest of a field that begins with a quotation mark.
    /// @param[in,out] position where it begins; in the end, behind the closing quotation mark
    /// @param[out] field the field
    /// @throws InputError if it is not closed
    void ReadQuoted(std::size_t& position, std::string& field);

    TraceLines m_lines;                 ///< the lines
    TraceHeader m_header;               ///< the comments
    std::vector<std::size_t> m_columns; ///< places of the columns, in the order of the file
    std::vector<std::string> m_fields;  ///< fields of the present line
    TraceRecordBuilder m_builder;       ///< makes the records
};

} // namespace mgm
} // namespace ns3

#endif // MGM_TRACE_READER_CSV_H
