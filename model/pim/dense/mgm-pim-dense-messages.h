/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#ifndef MGM_PIM_DENSE_MESSAGES_H
#define MGM_PIM_DENSE_MESSAGES_H

#include "mgm-pim-dense-metric.h"

#include "ns3/mgm-source-group.h"
#include "ns3/nstime.h"

#include <vector>

namespace ns3
{
namespace mgm
{

/**
 * @param time a time
 * @return it as a holdtime, rounded up [s]; at most PIM_HOLDTIME_FOREVER
 */
uint16_t ToPimHoldtime(Time time);

/**
 * @param sourceGroup the (S,G)
 * @param upstream to whom it is
 * @param holdtime how long it holds [s]
 * @return a Prune(S,G) (RFC 3973 section 4.7.6)
 */
PimJoinPrune MakeDensePrune(const SourceGroup& sourceGroup,
                            Ipv4Address upstream,
                            uint16_t holdtime);

/**
 * @param sourceGroup the (S,G)
 * @param upstream to whom it is
 * @param holdtime how long a Prune would hold [s]; it is ignored
 * @return a Join(S,G) (RFC 3973 section 4.7.6)
 */
PimJoinPrune MakeDenseJoin(const SourceGroup& sourceGroup, Ipv4Address upstream, uint16_t holdtime);

/**
 * @param type GRAFT or GRAFT_ACK
 * @param sourceGroups each (S,G), sorted
 * @param neighbor RPF'(S), or who has sent the Graft
 * @return a Graft or a GraftAck (RFC 3973 sections 4.7.8 and 4.7.9)
 */
PimJoinPrune MakeDenseGraft(PimType type,
                            const std::vector<SourceGroup>& sourceGroups,
                            Ipv4Address neighbor);

/**
 * @brief Makes an Assert(S,G); an AssertCancel(S,G) of an infinite metric (RFC 3973 sections 4.6.2
 * and 4.7.7).
 *
 * The RFC gives the infinite metric a 1 in front, and says that the R bit is 0. The AssertCancel of
 * RFC 7761 section 4.6.3, which decides on formats, has an R bit of 1, and so it has here.
 *
 * @param sourceGroup the (S,G)
 * @param metric the metric
 * @return the message
 */
PimAssert MakeDenseAssert(const SourceGroup& sourceGroup, const PimDenseMetric& metric);

} // namespace mgm
} // namespace ns3

#endif // MGM_PIM_DENSE_MESSAGES_H
