/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#ifndef MGM_STARTUP_TABLE_H
#define MGM_STARTUP_TABLE_H

#include "ns3/mgm-trace-record.h"

#include <cstdint>
#include <map>
#include <optional>
#include <ostream>
#include <string>
#include <utility>
#include <vector>

namespace ns3
{
namespace mgm
{

/**
 * @ingroup mgm
 * @brief For each client of each node: what it did, what the manager answered, and what that
 * caused.
 *
 * It is made from trace records and grouped by cause: below a call are the callbacks it caused, to
 * whomever, with their own times, and the calls a client made from within a callback.
 */
class StartupTable
{
  public:
    /**
     * @brief Takes a record; those that no table shows are ignored.
     * @param record the record
     */
    void Observe(const TraceRecord& record);

    /**
     * @brief Writes the tables of all clients, for people, at most 100 characters wide.
     * @param os where to write
     */
    void Print(std::ostream& os) const;

  private:
    /// The time of a line [ns] and its text behind that.
    using Line = std::pair<int64_t, std::string>;

    /// Index of a row, or nothing.
    using RowIndex = std::optional<std::size_t>;

    /// A line of a table.
    struct Row
    {
        std::size_t table;              ///< its table
        RowIndex cause;                 ///< the row that it is below
        bool isCall;                    ///< whether it is a call
        int64_t timeNs;                 ///< when [ns]
        std::string step;               ///< what the client did or was told
        std::string subject;            ///< what it was about
        std::string answer;             ///< what the manager answered
        std::vector<std::size_t> below; ///< the rows that it caused
    };

    /// The table of a client.
    struct Table
    {
        std::string title;             ///< name and node of the client
        std::vector<std::size_t> rows; ///< its rows that are not below another
    };

    /**
     * @param record a record
     * @return the table of its client, which is made if there is none
     */
    std::size_t TableOf(const TraceRecord& record);

    /// @param record a record
    /// @return the row of the call or callback that caused it
    RowIndex CauseOf(const TraceRecord& record) const;

    /**
     * @param row a row
     * @return its index
     */
    std::size_t AddRow(const Row& row);

    /// Adds a call to the table of its client.
    /// @param record the record
    void AddCall(const TraceRecord& record);

    /// Adds the answer to a call.
    /// @param record the record
    void AddAnswer(const TraceRecord& record);

    /// Adds a callback to the table of who caused it, and to that of who is called.
    /// @param record the record
    void AddCallback(const TraceRecord& record);

    /// Adds anything else that a call led to.
    /// @param record the record
    void AddConsequence(const TraceRecord& record);

    /**
     * @brief Writes a row and those below it as lines.
     * @param index the row
     * @param depth how deep it is below others
     * @param[in,out] lines the lines, each with its time
     */
    void Format(std::size_t index, std::size_t depth, std::vector<Line>& lines) const;

    std::vector<Row> m_rows;     ///< all rows
    std::vector<Table> m_tables; ///< the tables, in the order of their first records
    std::map<std::pair<uint32_t, std::string>, std::size_t> m_tableOf; ///< by node id and client
    std::map<uint64_t, std::size_t> m_bySeq; ///< rows of calls and callbacks, by number of record
};

} // namespace mgm
} // namespace ns3

#endif // MGM_STARTUP_TABLE_H
