/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#ifndef MGM_DENSE_PLAN_H
#define MGM_DENSE_PLAN_H

#include "model/mfe/mgm-random-network.h"

#include <cstdint>
#include <set>
#include <vector>

namespace ns3
{
namespace mgm
{

/// @ingroup tests
/// @brief A link of a plan: a line of two routers, or a LAN, on which hosts may be.
struct DenseLink
{
    std::vector<uint32_t> routers; ///< numbers of the routers
    uint32_t cost;                 ///< what it costs to go over it
    bool hasHost;                  ///< whether a host is on it
};

/**
 * @ingroup tests
 * @brief A random connected network, as a graph: routers, links, and which of them are up.
 */
class DensePlan
{
  public:
    /// Greatest number of routers.
    static constexpr uint32_t MOST_ROUTERS = 30;

    /// @param draw decides everything
    explicit DensePlan(Draw& draw);

    /// @return number of the routers
    uint32_t CountRouters() const
    {
        return m_routers;
    }

    /// @return the links
    const std::vector<DenseLink>& GetLinks() const
    {
        return m_links;
    }

    /// @return numbers of the links that have a host
    std::vector<uint32_t> GetLans() const;

    /// @param router a router @return whether it is up
    bool IsRouterUp(uint32_t router) const
    {
        return m_crashed.count(router) == 0;
    }

    /// @param link a link @return whether it is up
    bool IsLinkUp(uint32_t link) const
    {
        return m_cut.count(link) == 0;
    }

    /// @param router a router @param isUp whether it is up from now on
    void SetRouter(uint32_t router, bool isUp);

    /// @param link a link @param isUp whether it is up from now on
    void SetLink(uint32_t link, bool isUp);

  private:
    /// @brief Adds a link that joins a router to some of those before it.
    /// @param draw decides which @param router the router
    void Attach(Draw& draw, uint32_t router);

    uint32_t m_routers;             ///< number of routers
    std::vector<DenseLink> m_links; ///< the links
    std::set<uint32_t> m_crashed;   ///< routers that are down
    std::set<uint32_t> m_cut;       ///< links that are down
};

} // namespace mgm
} // namespace ns3

#endif // MGM_DENSE_PLAN_H
