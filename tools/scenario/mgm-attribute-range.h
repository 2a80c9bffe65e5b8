/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#ifndef MGM_ATTRIBUTE_RANGE_H
#define MGM_ATTRIBUTE_RANGE_H

#include "ns3/attribute.h"

#include <string>

namespace ns3
{
namespace mgm
{

/**
 * @param checker the checker of an attribute that is a number
 * @return which numbers it accepts, in words: "a whole number from 1 to 255"
 */
std::string DescribeNumberRange(const AttributeChecker& checker);

/**
 * @param checker the checker of an attribute that is a time
 * @return which times it accepts, in words: "a time from \"1s\" on"
 */
std::string DescribeTimeRange(const AttributeChecker& checker);

} // namespace mgm
} // namespace ns3

#endif // MGM_ATTRIBUTE_RANGE_H
