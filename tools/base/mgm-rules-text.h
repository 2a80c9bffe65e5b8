/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#ifndef MGM_RULES_TEXT_H
#define MGM_RULES_TEXT_H

#include <string>

namespace ns3
{
namespace mgm
{

/// @return the text of doc/rules.md when this was built
const std::string& GetRulesText();

} // namespace mgm
} // namespace ns3

#endif // MGM_RULES_TEXT_H
