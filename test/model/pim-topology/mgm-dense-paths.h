/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#ifndef MGM_DENSE_PATHS_H
#define MGM_DENSE_PATHS_H

#include "mgm-dense-plan.h"

#include <cstdint>
#include <optional>
#include <set>
#include <vector>

namespace ns3
{
namespace mgm
{

/**
 * @ingroup tests
 * @brief The shortest paths from all routers to a link, and which links a stream from there needs:
 * the oracle of dense mode, which knows nothing of PIM but this.
 *
 * - Packets to a LAN come from the router on it that is nearest to the source (RFC 3973 section
 *   4.6: the best metric wins an assert, and section 4.1.3: routers behind it ask for the stream
 *   where unicast routing says, which is there). Of several that are equally near any one will do.
 * - A router gets packets by its route to the source (section 4.2), over one link.
 * - A link is needed if a member is on it, or if a router has its route over it and has to send
 *   packets to a link that is needed.
 */
class DensePaths
{
  public:
    /// A way to the source.
    struct Hop
    {
        uint32_t link;               ///< the link over which it goes
        std::optional<uint32_t> via; ///< the next router; none if the source is on that link
        uint32_t distance;           ///< cost of the path

        bool operator==(const Hop& other) const
        {
            return link == other.link && via == other.via && distance == other.distance;
        }
    };

    /**
     * @param plan the network, as it is now
     * @param source the link that the source is on
     * @param taste of equally short paths, different numbers choose different ones
     */
    DensePaths(const DensePlan& plan, uint32_t source, uint32_t taste);

    /// @param router a router @return its way to the source, if there is one
    const std::optional<Hop>& GetHop(uint32_t router) const
    {
        return m_hops[router];
    }

    /// @param link a link @return whether packets from the source can be sent there
    bool IsReached(uint32_t link) const;

    /// @param members links with members @return the links that the stream may need
    std::set<uint32_t> GetNeeded(const std::set<uint32_t>& members) const;

    /// @param link a link @return the links whose packets may come over it, if packets go
    ///        everywhere
    std::set<uint32_t> GetBehind(uint32_t link) const;

  private:
    /// @brief Makes the ways of all routers shorter as long as that is possible.
    void Relax();

    /// @brief Looks whether a way over a link is a better one. @param router whose way
    /// @param link the link @return whether it is
    bool Improve(uint32_t router, uint32_t link);

    /// @param link a link @return the routers on it that are nearest to the source and up
    std::vector<uint32_t> GetNearest(uint32_t link) const;

    const DensePlan& m_plan;                ///< the network
    uint32_t m_source;                      ///< link of the source
    uint32_t m_taste;                       ///< which of equal paths
    std::vector<std::optional<Hop>> m_hops; ///< by router
};

} // namespace mgm
} // namespace ns3

#endif // MGM_DENSE_PATHS_H
