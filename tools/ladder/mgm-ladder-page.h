/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#ifndef MGM_LADDER_PAGE_H
#define MGM_LADDER_PAGE_H

#include <string_view>

namespace ns3
{
namespace mgm
{

/// @return the style sheet of the page around a ladder diagram
std::string_view GetLadderPageStyle();

/// @return the bar of the page with its filter and buttons, as HTML
std::string_view GetLadderPageBar();

/// @return the script of the page
std::string_view GetLadderPageScript();

} // namespace mgm
} // namespace ns3

#endif // MGM_LADDER_PAGE_H
