/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#ifndef MGM_RECORD_COMPARISON_H
#define MGM_RECORD_COMPARISON_H

#include "ns3/mgm-trace-column.h"
#include "ns3/mgm-trace-record.h"

#include <string>
#include <string_view>
#include <vector>

namespace ns3
{
namespace mgm
{

/**
 * @ingroup mgm
 * @brief What is compared of two traces.
 *
 * Numbers of records are never compared, and causes not by number: one record more shifts all
 * that follow.
 */
class RecordComparison
{
  public:
    /**
     * @param ignored what is not compared: names of columns, "time" for that of the time, "order"
     *        for the order of the records of an instant
     * @throws InputError if there is nothing of a name
     */
    explicit RecordComparison(const std::vector<std::string>& ignored = {});

    /// @return whether times are compared
    bool HasTime() const
    {
        return m_hasTime;
    }

    /// @return whether the order within an instant is compared
    bool HasOrder() const
    {
        return m_hasOrder;
    }

    /// @return whether causes are compared
    bool HasCause() const
    {
        return m_hasCause;
    }

    /**
     * @param record a record
     * @return what is compared of it, less the cause
     */
    std::string KeyOf(const TraceRecord& record) const;

    /**
     * @param a a record
     * @param b another one
     * @return names of the columns that are compared and differ, less the cause
     */
    std::vector<std::string> FindDifferences(const TraceRecord& a, const TraceRecord& b) const;

  private:
    /// @brief Stops comparing something.
    /// @param name its name
    void Ignore(const std::string& name);

    std::vector<const TraceColumn*> m_columns; ///< the columns that are compared, less the cause
    bool m_hasTime{true};                      ///< whether times are compared
    bool m_hasOrder{true};                     ///< whether the order is compared
    bool m_hasCause{true};                     ///< whether causes are compared
};

} // namespace mgm
} // namespace ns3

#endif // MGM_RECORD_COMPARISON_H
