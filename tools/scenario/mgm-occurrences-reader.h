/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#ifndef MGM_OCCURRENCES_READER_H
#define MGM_OCCURRENCES_READER_H

#include "json/mgm-json-value.h"
#include "mgm-scenario.h"

#include <string>

namespace ns3
{
namespace mgm
{

/**
 * @brief Reads what a trace record must have.
 * @param value the match
 * @param scenario the scenario with its links and nodes
 * @return the values
 * @throws InputError for a node or a link that there is not
 */
RecordMatch ReadMatch(const JsonValue& value, const Scenario& scenario);

/**
 * @brief Reads how often something must happen, and when.
 * @param value an object that may have "between", or "after" and "within", and "count", "at-least"
 *        and "at-most"
 * @param scenario the scenario with its links and nodes
 * @param nouns what happens, in the plural
 * @return it; at least once if no number is given
 * @throws InputError for bounds that exclude each other, and as ReadMatch()
 */
Occurrences ReadOccurrences(const JsonValue& value,
                            const Scenario& scenario,
                            const std::string& nouns);

} // namespace mgm
} // namespace ns3

#endif // MGM_OCCURRENCES_READER_H
