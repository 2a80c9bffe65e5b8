/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#ifndef MGM_TRAFFIC_RECEPTION_H
#define MGM_TRAFFIC_RECEPTION_H

#include "ns3/mgm-interface-id.h"
#include "ns3/mgm-source-group.h"
#include "ns3/nstime.h"

#include <cstdint>

namespace ns3
{
namespace mgm
{

/**
 * @ingroup mgm
 * @brief A packet of a TrafficSource, as a TrafficSink receives it.
 */
struct TrafficReception
{
    SourceGroup sourceGroup; ///< Who sent it, and to which group.
    InterfaceId interface;   ///< The interface on which it arrived.
    uint32_t sequence{0};    ///< Its number among the packets of its source, from 0.
    Time sent;               ///< When it was sent.
};

} // namespace mgm
} // namespace ns3

#endif // MGM_TRAFFIC_RECEPTION_H
