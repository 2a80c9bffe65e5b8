/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#ifndef MGM_TRAFFIC_REPORT_H
#define MGM_TRAFFIC_REPORT_H

#include "json/mgm-json-document.h"
#include "mgm-packet-ledger.h"
#include "mgm-stream-meter.h"

#include <ostream>

namespace ns3
{
namespace mgm
{

/**
 * @param results what receivers got of streams
 * @return it for programs
 */
Json DescribeStreams(const StreamMeter::Results& results);

/**
 * @param totals what became of all packets
 * @return it for programs
 */
Json DescribePackets(const PacketTotals& totals);

/**
 * @brief Prints both for people; nothing if no packet was sent.
 * @param os where to print
 * @param results what receivers got of streams
 * @param totals what became of all packets
 */
void PrintTraffic(std::ostream& os,
                  const StreamMeter::Results& results,
                  const PacketTotals& totals);

} // namespace mgm
} // namespace ns3

#endif // MGM_TRAFFIC_REPORT_H
