/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#ifndef MGM_REVERSE_PATHS_H
#define MGM_REVERSE_PATHS_H

#include "mgm-ownership-table.h"

#include "ns3/mgm-multicast-rib.h"

#include <optional>

namespace ns3
{
namespace mgm
{

/**
 * @ingroup mgm
 * @brief Finds the interface towards a source in the multicast view, and who has it (ALR-4, MFE-1).
 */
class ReversePaths
{
  public:
    /**
     * @param ownership who has which interface
     */
    explicit ReversePaths(const OwnershipTable& ownership);

    /// @param rib the view; null: there are no routes. Its use passes on to it.
    void SetRib(Ptr<MulticastRib> rib);

    /// @brief Says that somebody relies on being told of changes from now on.
    void BeginUse();

    /// @brief Says that somebody does so no longer.
    void EndUse();

    /// @return the view
    Ptr<MulticastRib> GetRib() const
    {
        return m_rib;
    }

    /**
     * @brief Looks the route towards a source up.
     *
     * The unicast routing names interfaces without a next hop. On a point-to-multipoint interface,
     * the link is the one that is named by the neighbor towards the source, if somebody has it.
     *
     * @param source the source
     * @return the route; nothing if there is none
     */
    std::optional<MulticastRib::Route> Find(Ipv4Address source) const;

  private:
    const OwnershipTable& m_ownership; ///< who has which interface
    Ptr<MulticastRib> m_rib;           ///< the view
    uint32_t m_users{0};               ///< how many rely on being told of changes
};

} // namespace mgm
} // namespace ns3

#endif // MGM_REVERSE_PATHS_H
