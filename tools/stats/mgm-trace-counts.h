/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#ifndef MGM_TRACE_COUNTS_H
#define MGM_TRACE_COUNTS_H

#include "ns3/mgm-trace-record.h"

#include <cstdint>
#include <map>
#include <string>

namespace ns3
{
namespace mgm
{

/// Numbers of records by a name and a second one.
using CountMap = std::map<std::string, std::map<std::string, uint64_t>>;

/**
 * @ingroup mgm
 * @brief Counts the records of a trace.
 */
struct TraceCounts
{
    uint64_t records{0};                   ///< All records.
    std::map<std::string, uint64_t> kinds; ///< Records by kind.
    CountMap packets;    ///< Packets by kind and operation; messages of PIM by what they say, too.
    CountMap drops;      ///< Drops by operation and reason.
    CountMap violations; ///< Violations by operation and rule.

    /// @brief Takes the next record.
    /// @param record the record
    void Observe(const TraceRecord& record);
};

} // namespace mgm
} // namespace ns3

#endif // MGM_TRACE_COUNTS_H
