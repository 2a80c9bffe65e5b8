/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#ifndef MGM_FAULT_SHRINKER_H
#define MGM_FAULT_SHRINKER_H

#include "mgm-order-runner.h"

namespace ns3
{
namespace mgm
{

/**
 * @ingroup mgm
 * @brief Makes the order that shows a fault as short as it can.
 *
 * As long as the fault shows, it leaves out the last step of one thread after the other; then it
 * tries the own order of what remains. What only a whole run shows stays as it is.
 *
 * @param fault the fault; its order becomes shorter
 * @param space the orders
 * @param runner runs them
 */
void ShrinkFault(FaultGroup& fault, const OrderSpace& space, OrderRunner& runner);

} // namespace mgm
} // namespace ns3

#endif // MGM_FAULT_SHRINKER_H
