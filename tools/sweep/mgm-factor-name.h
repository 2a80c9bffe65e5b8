/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#ifndef MGM_FACTOR_NAME_H
#define MGM_FACTOR_NAME_H

#include <string>
#include <vector>

namespace ns3
{
namespace mgm
{

/**
 * @param pointer a JSON pointer
 * @return its last two parts, which often tell what it points to
 */
std::string GetShortName(const std::string& pointer);

/**
 * @param pointer a JSON pointer
 * @return its last part
 */
std::string GetLastPart(const std::string& pointer);

/**
 * @param pointers JSON pointers
 * @return names that tell them apart: the parts in which they differ, or else whole pointers
 */
std::vector<std::string> GetDistinctNames(const std::vector<std::string>& pointers);

} // namespace mgm
} // namespace ns3

#endif // MGM_FACTOR_NAME_H
