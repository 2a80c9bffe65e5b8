/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#ifndef MGM_MEMBERSHIP_FLAGS_H
#define MGM_MEMBERSHIP_FLAGS_H

#include <cstdint>

namespace ns3
{
namespace mgm
{

/// @ingroup mgm
/// @brief Flags of AddGroupMembershipEntry and DeleteGroupMembershipEntry; they may be combined.
enum MembershipFlags : uint32_t
{
    MGM_JOIN_STATE_FLAG = 0x1,    ///< Change the membership and the matching forwarding entries.
    MGM_FORWARD_STATE_FLAG = 0x2, ///< Change the matching forwarding entry only.
};

} // namespace mgm
} // namespace ns3

#endif // MGM_MEMBERSHIP_FLAGS_H
