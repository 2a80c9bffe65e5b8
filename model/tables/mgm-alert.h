/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#ifndef MGM_ALERT_H
#define MGM_ALERT_H

#include "ns3/mgm-client-id.h"
#include "ns3/mgm-interface-id.h"
#include "ns3/mgm-source-group.h"

#include <cstdint>
#include <vector>

namespace ns3
{
namespace mgm
{

/**
 * @ingroup mgm
 * @brief Whether something appears or goes.
 */
enum class MembershipEvent : uint8_t
{
    JOIN,  ///< A membership is added; a JOIN_ALERT.
    PRUNE, ///< A membership is deleted; a PRUNE_ALERT.
};

/**
 * @ingroup mgm
 * @brief An alert for membership that is due (ALR-1, ALR-2).
 */
struct Alert
{
    ClientHandle client;   ///< Who is alerted.
    SourceGroup entry;     ///< About what.
    MembershipEvent event; ///< JOIN_ALERT or PRUNE_ALERT.
    InterfaceId interface; ///< Where the membership was added or deleted.
};

/// @ingroup mgm
/// @brief Some alerts, in the order in which they go out.
using Alerts = std::vector<Alert>;

} // namespace mgm
} // namespace ns3

#endif // MGM_ALERT_H
