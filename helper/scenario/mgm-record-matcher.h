/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#ifndef MGM_RECORD_MATCHER_H
#define MGM_RECORD_MATCHER_H

#include "mgm-scenario.h"

#include "ns3/mgm-trace-record.h"

#include <string>

namespace ns3
{
namespace mgm
{

/**
 * @ingroup mgm
 * @brief Tells whether a trace record has the values that a scenario asks for.
 */
class RecordMatcher
{
  public:
    /// @param match the values
    explicit RecordMatcher(const RecordMatch& match);

    /**
     * @param record a record
     * @return whether it has all values. A return repeats the columns of what it ends: it matches
     * only if a kind or a status is asked for.
     */
    bool Matches(const TraceRecord& record) const;

    /// @return the values, for people
    std::string Describe() const;

  private:
    RecordMatch m_match; ///< the values
    bool m_takesReturns; ///< whether records of returns may match
};

} // namespace mgm
} // namespace ns3

#endif // MGM_RECORD_MATCHER_H
