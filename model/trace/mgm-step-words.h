/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#ifndef MGM_STEP_WORDS_H
#define MGM_STEP_WORDS_H

#include <string_view>

namespace ns3
{
namespace mgm
{

/// @ingroup mgm
/// @brief What the column `action` of a record of a scenario's step says: to what it is done.
/// @{
inline constexpr std::string_view STEP_OF_NODE = "node";   ///< To the node, or to one of its links.
inline constexpr std::string_view STEP_OF_HOST = "host";   ///< To the IGMP host.
inline constexpr std::string_view STEP_OF_AGENT = "agent"; ///< To a client of the group manager.

/// @}

} // namespace mgm
} // namespace ns3

#endif // MGM_STEP_WORDS_H
