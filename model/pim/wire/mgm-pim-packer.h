/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#ifndef MGM_PIM_PACKER_H
#define MGM_PIM_PACKER_H

#include "mgm-pim-message.h"

namespace ns3
{
namespace mgm
{

/// @ingroup mgm
/// @brief An entry of a source list: what is joined or pruned.
struct PimJoinPruneEntry
{
    Ipv4Address group{Ipv4Address::GetZero()}; ///< The group.
    PimSource source;                          ///< (*,g), (s,g,rpt) or (s,g).
    bool isJoin{true};                         ///< Whether it is joined, or pruned.
};

/**
 * @ingroup mgm
 * @brief Packs entries into few Join/Prunes, or Grafts, that fit the MTU (RFC 7761 section 4.9.5).
 *
 * The entries of a group are one group set, in whose lists, as among the groups, those that come
 * first are first. Of several entries about the same (*,g), (s,g,rpt) or (s,g), which may not be
 * together in a message, the last one counts (section 4.9.5.1). A group set is split only if no
 * message can hold it; a joined (*,g) and all that is pruned with (s,g,rpt) are not (section
 * 4.9.5.2): if these are too many, the ones with the lowest addresses are kept.
 *
 * @param empty a message with what all have: type, upstream neighbor and holdtime; its groups are
 *        not looked at
 * @param entries the entries
 * @param mtu MTU of the link [octets]
 * @return the messages; none if there are no entries
 */
std::vector<PimJoinPrune> PackJoinPrunes(const PimJoinPrune& empty,
                                         const std::vector<PimJoinPruneEntry>& entries,
                                         uint32_t mtu);

} // namespace mgm
} // namespace ns3

#endif // MGM_PIM_PACKER_H
