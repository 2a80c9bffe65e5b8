/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#ifndef MGM_TRACE_COLUMN_H
#define MGM_TRACE_COLUMN_H

#include "mgm-trace-record.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <ostream>
#include <string_view>

namespace ns3
{
namespace mgm
{

/// @ingroup mgm
/// @brief Room for the text of one value that is not a string in the record.
using ColumnScratch = std::array<char, 32>;

/**
 * @ingroup mgm
 * @brief One column of the trace: all that writers and documentation know about it.
 */
struct TraceColumn
{
    /// What programs may take the values for.
    enum class Type : uint8_t
    {
        NUMBER, ///< An integer.
        TEXT,   ///< A string.
    };

    std::string_view name;        ///< Name in JSON lines and in the first line of CSV.
    Type type;                    ///< Type of the values.
    std::string_view description; ///< Meaning, with units.

    /// Gives the value of a record as text, empty if it has none. The text is a part of the record
    /// or of the scratch.
    std::string_view (*get)(const TraceRecord& record, ColumnScratch& scratch);

    /// Gives a record the value that a text stands for, and tells whether there is one. The record
    /// may refer to the text.
    bool (*set)(std::string_view text, TraceRecord& record);

    std::string_view expected; ///< What a text must be.
};

/// Number of columns of the trace.
inline constexpr std::size_t TRACE_COLUMN_COUNT = 19;

/// @return the columns of the trace, in the order in which writers write them
const std::array<TraceColumn, TRACE_COLUMN_COUNT>& GetTraceColumns();

/**
 * @brief Writes the columns and their meanings as a Markdown table.
 * @param os where to write
 */
void DescribeTraceColumns(std::ostream& os);

} // namespace mgm
} // namespace ns3

#endif // MGM_TRACE_COLUMN_H
