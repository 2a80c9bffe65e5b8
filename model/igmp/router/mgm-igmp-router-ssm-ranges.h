/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#ifndef MGM_IGMP_ROUTER_SSM_RANGES_H
#define MGM_IGMP_ROUTER_SSM_RANGES_H

#include "ns3/ipv4-address.h"

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace ns3
{
namespace mgm
{

/**
 * @ingroup mgm
 * @brief The groups with source-specific semantics (RFC 4604 section 2): a list of prefixes.
 */
class IgmpSsmRanges
{
  public:
    /// The range that IANA allocated, the default (RFC 4604 section 3).
    static constexpr const char* IANA = "232.0.0.0/8";

    /**
     * @brief Reads prefixes of multicast groups, for example "232.0.0.0/8 239.232.0.0/16".
     * @param text the prefixes, separated by blanks; empty: no group is source-specific
     * @return the ranges; nothing if the text is no such list
     */
    static std::optional<IgmpSsmRanges> Parse(std::string_view text);

    /// @param group a group
    /// @return whether it is in one of the ranges
    bool Contains(Ipv4Address group) const;

    /// @return the prefixes, as Parse() reads them
    std::string ToString() const;

  private:
    std::vector<std::pair<Ipv4Address, Ipv4Mask>> m_prefixes; ///< the ranges
};

} // namespace mgm
} // namespace ns3

#endif // MGM_IGMP_ROUTER_SSM_RANGES_H
