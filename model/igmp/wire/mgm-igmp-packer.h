/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#ifndef MGM_IGMP_PACKER_H
#define MGM_IGMP_PACKER_H

#include "mgm-igmp-message.h"

namespace ns3
{
namespace mgm
{

/**
 * @ingroup mgm
 * @brief Packs group records into as few reports as the MTU allows (RFC 3376 section 4.2.16).
 *
 * A record too large for a report is split over several reports; of an IS_EX or TO_EX record, which
 * must not be split, the first sources that fit are kept. Order is preserved.
 *
 * @param records the records
 * @param mtu MTU of the link [octets]
 * @return the reports
 */
std::vector<IgmpV3Report> PackReports(const std::vector<IgmpGroupRecord>& records, uint32_t mtu);

/**
 * @brief Splits the sources of a query over as few queries as the MTU allows.
 * @param query the query
 * @param mtu MTU of the link [octets]
 * @return the queries; each is at most as large as the MTU (RFC 3376 section 4.1.8)
 */
std::vector<IgmpV3Query> SplitQuery(const IgmpV3Query& query, uint32_t mtu);

} // namespace mgm
} // namespace ns3

#endif // MGM_IGMP_PACKER_H
