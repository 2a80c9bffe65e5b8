/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#ifndef MGM_REVERSE_PATHS_H
#define MGM_REVERSE_PATHS_H

#include "mgm-multicast-rib.h"
#include "mgm-ownership-table.h"

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

    /// @param rib the view; null: there are no routes
    void SetRib(Ptr<MulticastRib> rib);

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
};

} // namespace mgm
} // namespace ns3

#endif // MGM_REVERSE_PATHS_H
