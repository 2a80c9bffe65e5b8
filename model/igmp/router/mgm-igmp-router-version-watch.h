/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#ifndef MGM_IGMP_ROUTER_VERSION_WATCH_H
#define MGM_IGMP_ROUTER_VERSION_WATCH_H

#include "mgm-igmp-router-heard-query.h"

#include "ns3/mgm-transition-table.h"
#include "ns3/nstime.h"

namespace ns3
{
namespace mgm
{

/**
 * @ingroup mgm
 * @brief Warns of routers that are configured to another version (RFC 2236 section 4, RFC 3376
 *        section 7.3.1), at most once per interval.
 *
 * A warning is a line of the log and an EVENT record of the trace.
 */
class IgmpVersionWatch
{
  public:
    /**
     * @brief Counts a query of a wrong version, and warns if the last warning is long ago.
     * @param query the query
     * @param from who sent it
     * @param version version that this router is configured to
     * @param interval shortest time between warnings
     * @param subject what the record is about
     */
    void Note(const IgmpHeardQuery& query,
              Ipv4Address from,
              uint8_t version,
              Time interval,
              const MachineSubject& subject);

    /// @return the number of queries of a wrong version
    uint64_t GetCount() const
    {
        return m_count;
    }

  private:
    uint64_t m_count{0}; ///< queries of a wrong version
    Time m_quietUntil;   ///< absolute time before which it does not warn
};

} // namespace mgm
} // namespace ns3

#endif // MGM_IGMP_ROUTER_VERSION_WATCH_H
