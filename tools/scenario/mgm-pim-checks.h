/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#ifndef MGM_PIM_CHECKS_H
#define MGM_PIM_CHECKS_H

#include "mgm-expectation-check.h"
#include "mgm-scenario-network.h"
#include "mgm-scenario.h"

#include <memory>

namespace ns3
{
namespace mgm
{

/**
 * @name Checks of what PIM dense mode knows, at some time or at the end
 * @{
 */

/**
 * @brief Makes a check, and schedules it if it has a time.
 * @param spec the expectation
 * @param node its node, which has PIM dense mode; it outlives the check
 * @return the check
 */
std::unique_ptr<ExpectationCheck> MakeCheck(const PimNeighborsExpectation& spec,
                                            const ScenarioNetwork::Node& node);

/// @copydoc MakeCheck(const PimNeighborsExpectation&,const ScenarioNetwork::Node&)
std::unique_ptr<ExpectationCheck> MakeCheck(const PimDenseExpectation& spec,
                                            const ScenarioNetwork::Node& node);

/** @} */

} // namespace mgm
} // namespace ns3

#endif // MGM_PIM_CHECKS_H
