/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "mgm-dense-plan.h"

#include <algorithm>

namespace ns3
{
namespace mgm
{

namespace
{

/// Small networks are as frequent as large ones, and faster.
uint32_t
DrawSize(Draw& draw)
{
    return 2 + (draw.OnceIn(4) ? draw.Below(DensePlan::MOST_ROUTERS - 1) : draw.Below(9));
}

} // namespace

DensePlan::DensePlan(Draw& draw)
    : m_routers(DrawSize(draw))
{
    for (uint32_t router = 1; router < m_routers; ++router)
    {
        Attach(draw, router);
    }
    // Ways around, and LANs at the edge with one router or two.
    for (uint32_t i = draw.Below(2 + m_routers / 2); i > 0; --i)
    {
        Attach(draw, draw.Below(m_routers));
    }
    for (uint32_t i = 1 + draw.Below(1 + m_routers / 2); i > 0; --i)
    {
        std::vector<uint32_t> routers{draw.Below(m_routers)};
        const auto other = draw.Below(m_routers);
        if (draw.OnceIn(3) && other != routers.front())
        {
            routers.push_back(other);
        }
        m_links.push_back({routers, 1 + draw.Below(4), true});
    }
}

void
DensePlan::Attach(Draw& draw, uint32_t router)
{
    const auto count = std::min(m_routers, 1 + (draw.OnceIn(3) ? 1 + draw.Below(3) : 1));
    std::vector<uint32_t> routers{router};
    routers.push_back(router > 0 ? draw.Below(router) : 1 + draw.Below(m_routers - 1));
    while (routers.size() < count)
    {
        const auto other = draw.Below(m_routers);
        if (std::find(routers.begin(), routers.end(), other) == routers.end())
        {
            routers.push_back(other);
        }
    }
    m_links.push_back({routers, 1 + draw.Below(4), draw.OnceIn(3)});
}

std::vector<uint32_t>
DensePlan::GetLans() const
{
    std::vector<uint32_t> lans;
    for (uint32_t link = 0; link < m_links.size(); ++link)
    {
        if (m_links[link].hasHost)
        {
            lans.push_back(link);
        }
    }
    return lans;
}

void
DensePlan::SetRouter(uint32_t router, bool isUp)
{
    isUp ? m_crashed.erase(router) : m_crashed.insert(router).second;
}

void
DensePlan::SetLink(uint32_t link, bool isUp)
{
    isUp ? m_cut.erase(link) : m_cut.insert(link).second;
}

} // namespace mgm
} // namespace ns3
