/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#ifndef MGM_STEP_READER_H
#define MGM_STEP_READER_H

#include "json/mgm-json-value.h"
#include "mgm-scenario.h"

namespace ns3
{
namespace mgm
{

/**
 * @brief Reads something that happens at a given time.
 * @param value the step
 * @param scenario the scenario with its links and nodes
 * @return the step
 * @throws InputError for unknown names, and for what the node can't do
 */
StepSpec ReadStep(const JsonValue& value, const Scenario& scenario);

} // namespace mgm
} // namespace ns3

#endif // MGM_STEP_READER_H
