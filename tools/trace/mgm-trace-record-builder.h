/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#ifndef MGM_TRACE_RECORD_BUILDER_H
#define MGM_TRACE_RECORD_BUILDER_H

#include "ns3/mgm-trace-column.h"

#include <array>
#include <bitset>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace ns3
{
namespace mgm
{

/**
 * @ingroup mgm
 * @brief Makes records of the texts of their columns.
 */
class TraceRecordBuilder
{
  public:
    /// @brief Begins a record without any column.
    void Clear();

    /**
     * @param name name of a column
     * @return its place in the list of columns; nothing if there is no such column
     */
    static std::optional<std::size_t> FindColumn(std::string_view name);

    /**
     * @brief Gives the record a column.
     * @param column place of the column
     * @param text its text; empty is no value
     * @return whether the record did not have the column yet
     */
    bool Set(std::size_t column, std::string_view text);

    /**
     * @brief Makes the record.
     * @param where file and line, for messages
     * @return the record, which is valid until the next call of Clear()
     * @throws InputError if a text is no value of its column, or a column is missing that each
     *         record has
     */
    const TraceRecord& Build(const std::string& where);

  private:
    std::array<std::string, TRACE_COLUMN_COUNT> m_texts; ///< the texts of the columns
    std::bitset<TRACE_COLUMN_COUNT> m_isSet;             ///< the columns that the record has
    TraceRecord m_record;                                ///< the record
};

} // namespace mgm
} // namespace ns3

#endif // MGM_TRACE_RECORD_BUILDER_H
