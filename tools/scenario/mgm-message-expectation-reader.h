/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#ifndef MGM_MESSAGE_EXPECTATION_READER_H
#define MGM_MESSAGE_EXPECTATION_READER_H

#include "json/mgm-json-value.h"
#include "mgm-scenario.h"

namespace ns3
{
namespace mgm
{

/**
 * @brief Reads which messages a link must show.
 * @param value the expectation
 * @param scenario the scenario with its links and nodes
 * @return the expectation
 * @throws InputError for a link that there is not, a node that is not on it, and as
 *         ReadOccurrences()
 */
MessagesExpectation ReadMessagesExpectation(const JsonValue& value, const Scenario& scenario);

} // namespace mgm
} // namespace ns3

#endif // MGM_MESSAGE_EXPECTATION_READER_H
