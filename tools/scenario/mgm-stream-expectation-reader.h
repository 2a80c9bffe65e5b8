/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#ifndef MGM_STREAM_EXPECTATION_READER_H
#define MGM_STREAM_EXPECTATION_READER_H

#include "json/mgm-json-value.h"
#include "mgm-scenario.h"

namespace ns3
{
namespace mgm
{

/**
 * @brief Reads what a receiver must get of a stream.
 * @param value the expectation
 * @param scenario the scenario with its nodes and streams
 * @return the expectation
 * @throws InputError for a node that is no receiver, a stream that does not exist, or bounds that
 *         exclude each other
 */
StreamExpectation ReadStreamExpectation(const JsonValue& value, const Scenario& scenario);

/**
 * @brief Reads which forwarding entry a node must have.
 * @param value the expectation
 * @param scenario the scenario with its links and nodes
 * @return the expectation
 * @throws InputError for a node without a group manager, or interfaces that it does not have
 */
MfeExpectation ReadMfeExpectation(const JsonValue& value, const Scenario& scenario);

} // namespace mgm
} // namespace ns3

#endif // MGM_STREAM_EXPECTATION_READER_H
