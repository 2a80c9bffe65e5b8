/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#ifndef MGM_RECORD_MATCHER_H
#define MGM_RECORD_MATCHER_H

#include "mgm-scenario.h"

#include "ns3/mgm-trace-column.h"
#include "ns3/mgm-trace-record.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace ns3
{
namespace mgm
{

/**
 * @ingroup mgm
 * @brief Tells whether a trace record has the values that a scenario asks for. Nodes and interfaces
 * go by name.
 */
class RecordMatcher
{
  public:
    /// @param match the values; a node among them exists already
    explicit RecordMatcher(const RecordMatch& match);

    /**
     * @param record a record
     * @return whether it has all values. A return repeats the columns of what it ends: it matches
     * only if a kind or a status is asked for.
     */
    bool Matches(const TraceRecord& record) const;

    /// @return the id of the only node whose records can have all values; nothing if those of any
    ///         node can
    std::optional<uint32_t> GetNode() const
    {
        return m_node;
    }

    /// @return the values, for people
    std::string Describe() const;

  private:
    /// A value that a column of the trace must have.
    struct Condition
    {
        const TraceColumn* column; ///< the column
        std::string value;         ///< the value
    };

    RecordMatch m_match;                    ///< the values
    bool m_takesReturns;                    ///< whether records of returns may match
    std::optional<uint32_t> m_node;         ///< id of the node, if that is one of them
    std::vector<Condition> m_conditions;    ///< columns of the trace that are
    std::optional<std::string> m_interface; ///< name of the interface, if that is one of them
};

} // namespace mgm
} // namespace ns3

#endif // MGM_RECORD_MATCHER_H
