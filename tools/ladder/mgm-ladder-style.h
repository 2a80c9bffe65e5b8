/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#ifndef MGM_LADDER_STYLE_H
#define MGM_LADDER_STYLE_H

#include <string_view>

namespace ns3
{
namespace mgm
{

/// @return the style sheet of ladder diagrams; its colours can be told apart by all eyes
std::string_view GetLadderStyle();

} // namespace mgm
} // namespace ns3

#endif // MGM_LADDER_STYLE_H
