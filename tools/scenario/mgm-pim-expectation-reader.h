/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#ifndef MGM_PIM_EXPECTATION_READER_H
#define MGM_PIM_EXPECTATION_READER_H

#include "json/mgm-json-value.h"
#include "mgm-scenario.h"

namespace ns3
{
namespace mgm
{

/**
 * @brief Reads which neighbors PIM must have on an interface.
 * @param value the expectation
 * @param scenario the scenario with its links and nodes
 * @return the expectation
 * @throws InputError if PIM does not serve the interface, a router is not on its link, or nothing
 *         is compared
 */
PimNeighborsExpectation ReadPimNeighborsExpectation(const JsonValue& value,
                                                    const Scenario& scenario);

/**
 * @brief Reads what PIM dense mode must know of an (S,G).
 * @param value the expectation
 * @param scenario the scenario with its links and nodes
 * @return the expectation
 * @throws InputError if PIM does not serve an interface, a router is not on its link, or nothing
 *         is compared
 */
PimDenseExpectation ReadPimDenseExpectation(const JsonValue& value, const Scenario& scenario);

} // namespace mgm
} // namespace ns3

#endif // MGM_PIM_EXPECTATION_READER_H
