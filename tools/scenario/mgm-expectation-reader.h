/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#ifndef MGM_EXPECTATION_READER_H
#define MGM_EXPECTATION_READER_H

#include "json/mgm-json-value.h"
#include "mgm-scenario.h"

namespace ns3
{
namespace mgm
{

/**
 * @brief Reads what a run must show.
 * @param value the expectation
 * @param scenario the scenario with its links and nodes
 * @return the expectation
 * @throws InputError for unknown names, and for bounds that exclude each other
 */
ExpectationSpec ReadExpectation(const JsonValue& value, const Scenario& scenario);

} // namespace mgm
} // namespace ns3

#endif // MGM_EXPECTATION_READER_H
