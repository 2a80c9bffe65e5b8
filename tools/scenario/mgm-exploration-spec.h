/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#ifndef MGM_EXPLORATION_SPEC_H
#define MGM_EXPLORATION_SPEC_H

#include "ns3/nstime.h"

namespace ns3
{
namespace mgm
{

/// @ingroup mgm
/// @brief How the orders of the steps that move are explored.
struct ExplorationSpec
{
    Time start{Seconds(10)};         ///< When the first of them is made.
    Time spacing{MilliSeconds(100)}; ///< Time from one to the next; 0: all in one instant.
    bool calls{false};               ///< Whether a start-up step moves interface by interface.
    bool callbacks{false};           ///< Whether clients are alerted in all orders.
    bool instants{false};            ///< Whether events of one instant happen in all orders.
};

} // namespace mgm
} // namespace ns3

#endif // MGM_EXPLORATION_SPEC_H
