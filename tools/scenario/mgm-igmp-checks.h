/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#ifndef MGM_IGMP_CHECKS_H
#define MGM_IGMP_CHECKS_H

#include "mgm-expectation-check.h"
#include "mgm-scenario-network.h"
#include "mgm-scenario.h"

#include <memory>

namespace ns3
{
namespace mgm
{

/**
 * @name Checks of what an IGMP router knows, at some time or at the end
 * @{
 */

/**
 * @brief Makes a check, and schedules it if it has a time.
 * @param spec the expectation
 * @param node its node, which has an IGMP router; it outlives the check
 * @return the check
 */
std::unique_ptr<ExpectationCheck> MakeCheck(const IgmpGroupExpectation& spec,
                                            const ScenarioNetwork::Node& node);

/// @copydoc MakeCheck(const IgmpGroupExpectation&,const ScenarioNetwork::Node&)
std::unique_ptr<ExpectationCheck> MakeCheck(const QuerierExpectation& spec,
                                            const ScenarioNetwork::Node& node);

/** @} */

} // namespace mgm
} // namespace ns3

#endif // MGM_IGMP_CHECKS_H
