/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#ifndef MGM_TRAFFIC_READER_H
#define MGM_TRAFFIC_READER_H

#include "json/mgm-json-value.h"
#include "mgm-scenario.h"

namespace ns3
{
namespace mgm
{

/**
 * @brief Reads a stream of packets to a group.
 * @param value the stream
 * @param scenario the scenario with its links and nodes
 * @return the stream
 * @throws InputError for unknown names, a group that is not forwarded, and times that are always 0
 */
TrafficSpec ReadTraffic(const JsonValue& value, const Scenario& scenario);

} // namespace mgm
} // namespace ns3

#endif // MGM_TRAFFIC_READER_H
