/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#ifndef MGM_MESSAGE_CHECKS_H
#define MGM_MESSAGE_CHECKS_H

#include "mgm-expectation-check.h"
#include "mgm-scenario-network.h"
#include "mgm-scenario.h"

#include <memory>

namespace ns3
{
namespace mgm
{

/**
 * @brief Makes a check of the messages on a link, and begins to watch the link.
 *
 * What counts is what a device begins to send, as a capture of the link would show it: also what no
 * other node receives.
 *
 * @param spec the expectation
 * @param scenario the scenario
 * @param network its network; the check outlives its run
 * @return the check
 */
std::unique_ptr<ExpectationCheck> MakeCheck(const MessagesExpectation& spec,
                                            const Scenario& scenario,
                                            const ScenarioNetwork& network);

} // namespace mgm
} // namespace ns3

#endif // MGM_MESSAGE_CHECKS_H
