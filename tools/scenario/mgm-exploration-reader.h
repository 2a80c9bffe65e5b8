/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#ifndef MGM_EXPLORATION_READER_H
#define MGM_EXPLORATION_READER_H

#include "json/mgm-json-value.h"
#include "mgm-exploration-spec.h"

namespace ns3
{
namespace mgm
{

/**
 * @brief Reads how the orders of the steps that move are explored.
 * @param root the whole scenario
 * @return that; defaults if the scenario does not say
 * @throws InputError for times that are none
 */
ExplorationSpec ReadExploration(const JsonValue& root);

} // namespace mgm
} // namespace ns3

#endif // MGM_EXPLORATION_READER_H
