/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#ifndef MGM_TIME_LEFT_H
#define MGM_TIME_LEFT_H

#include "json/mgm-json-value.h"
#include "mgm-bounds.h"

#include "ns3/nstime.h"

#include <string>

namespace ns3
{
namespace mgm
{

/**
 * @name What expectations say of the time that is left of a timer
 * @{
 */

/**
 * @brief Reads what may be left. A timer that does not run is no timer that is about to end.
 * @param value a time, "running", or bounds
 * @param tolerance how far what is left may be from a time
 * @return the bounds [ns]
 * @throws InputError if nothing is within them
 */
Bounds ReadTimeLeft(const JsonValue& value, Time tolerance);

/**
 * @param left what is left; 0 of a timer that does not run
 * @param bounds what may be left [ns]
 * @return whether it is within them
 */
bool IsWithin(Time left, const Bounds& bounds);

/**
 * @param left what is left; 0 of a timer that does not run
 * @return it, for people
 */
std::string DescribeTimer(Time left);

/**
 * @param bounds what may be left [ns]
 * @return it, for people
 */
std::string DescribeTimer(const Bounds& bounds);

/** @} */

} // namespace mgm
} // namespace ns3

#endif // MGM_TIME_LEFT_H
