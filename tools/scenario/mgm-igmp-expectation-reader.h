/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#ifndef MGM_IGMP_EXPECTATION_READER_H
#define MGM_IGMP_EXPECTATION_READER_H

#include "json/mgm-json-value.h"
#include "mgm-scenario.h"

namespace ns3
{
namespace mgm
{

/**
 * @brief Reads what an IGMP router must know of a group.
 * @param value the expectation
 * @param scenario the scenario with its links and nodes
 * @return the expectation
 * @throws InputError if the router does not serve the interface, or nothing is compared
 */
IgmpGroupExpectation ReadIgmpGroupExpectation(const JsonValue& value, const Scenario& scenario);

/**
 * @brief Reads whom an IGMP router must take for the querier.
 * @param value the expectation
 * @param scenario the scenario with its links and nodes
 * @return the expectation
 * @throws InputError if the router does not serve the interface, or the querier is not on its link
 */
QuerierExpectation ReadQuerierExpectation(const JsonValue& value, const Scenario& scenario);

} // namespace mgm
} // namespace ns3

#endif // MGM_IGMP_EXPECTATION_READER_H
