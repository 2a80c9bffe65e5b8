/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#ifndef MGM_INSTANT_GUARD_H
#define MGM_INSTANT_GUARD_H

#include "ns3/mgm-trace-record.h"

#include <cstdint>
#include <string>

namespace ns3
{
namespace mgm
{

/**
 * @ingroup mgm
 * @brief Stops a simulation that does not get beyond an instant.
 *
 * Reactions that cost no time can answer each other for ever.
 */
class InstantGuard
{
  public:
    /// Records of one instant that are too many.
    static constexpr uint64_t LIMIT = 1000000;

    /**
     * @brief Counts a record, and stops the simulation at the limit.
     * @param record the record
     */
    void Observe(const TraceRecord& record);

    /**
     * @brief Throws InputError if the simulation was stopped.
     * @param scenario what the error is about
     */
    void Check(const std::string& scenario) const;

  private:
    int64_t m_timeNs{0};  ///< the instant [ns]
    uint64_t m_count{0};  ///< its records
    std::string m_client; ///< client of the last one
};

} // namespace mgm
} // namespace ns3

#endif // MGM_INSTANT_GUARD_H
