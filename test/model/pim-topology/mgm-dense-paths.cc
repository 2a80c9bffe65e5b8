/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "mgm-dense-paths.h"

#include <tuple>

namespace ns3
{
namespace mgm
{

namespace
{

/// An order of equal paths that differs from one taste to the next.
uint32_t
Mix(uint32_t taste, uint32_t router, uint32_t link, uint32_t via)
{
    return (taste + 31 * router + 17 * link + via) * 2654435761U >> 8;
}

} // namespace

DensePaths::DensePaths(const DensePlan& plan, uint32_t source, uint32_t taste)
    : m_plan(plan),
      m_source(source),
      m_taste(taste),
      m_hops(plan.CountRouters())
{
    if (plan.IsLinkUp(source))
    {
        for (const auto router : plan.GetLinks()[source].routers)
        {
            if (plan.IsRouterUp(router))
            {
                m_hops[router] = {source, std::nullopt, 0};
            }
        }
        Relax();
    }
}

void
DensePaths::Relax()
{
    bool isChanged = true;
    while (isChanged)
    {
        isChanged = false;
        for (uint32_t link = 0; link < m_plan.GetLinks().size(); ++link)
        {
            for (const auto router : m_plan.GetLinks()[link].routers)
            {
                isChanged |=
                    m_plan.IsLinkUp(link) && m_plan.IsRouterUp(router) && Improve(router, link);
            }
        }
    }
}

bool
DensePaths::Improve(uint32_t router, uint32_t link)
{
    auto& hop = m_hops[router];
    bool isBetter = false;
    for (const auto other : m_plan.GetLinks()[link].routers)
    {
        if (other == router || !m_hops[other])
        {
            continue;
        }
        const Hop way{link, other, m_hops[other]->distance + m_plan.GetLinks()[link].cost};
        const auto rank = [&](const Hop& each) {
            return std::tuple(each.distance,
                              each.via ? Mix(m_taste, router, each.link, *each.via) : 0);
        };
        if (!hop || rank(way) < rank(*hop))
        {
            hop = way;
            isBetter = true;
        }
    }
    return isBetter;
}

std::vector<uint32_t>
DensePaths::GetNearest(uint32_t link) const
{
    std::vector<uint32_t> nearest;
    for (const auto router : m_plan.GetLinks()[link].routers)
    {
        if (!m_hops[router] || !m_plan.IsLinkUp(link))
        {
            continue;
        }
        if (!nearest.empty() && m_hops[router]->distance < m_hops[nearest.front()]->distance)
        {
            nearest.clear();
        }
        if (nearest.empty() || m_hops[router]->distance == m_hops[nearest.front()]->distance)
        {
            nearest.push_back(router);
        }
    }
    return nearest;
}

bool
DensePaths::IsReached(uint32_t link) const
{
    return link != m_source && !GetNearest(link).empty();
}

std::set<uint32_t>
DensePaths::GetNeeded(const std::set<uint32_t>& members) const
{
    std::set<uint32_t> needed;
    std::vector<uint32_t> next(members.begin(), members.end());
    while (!next.empty())
    {
        const auto link = next.back();
        next.pop_back();
        if (IsReached(link) && needed.insert(link).second)
        {
            for (const auto router : GetNearest(link))
            {
                next.push_back(m_hops[router]->link);
            }
        }
    }
    return needed;
}

std::set<uint32_t>
DensePaths::GetBehind(uint32_t link) const
{
    std::set<uint32_t> behind;
    for (uint32_t other = 0; other < m_plan.GetLinks().size(); ++other)
    {
        if (other != link && GetNeeded({other}).count(link) != 0)
        {
            behind.insert(other);
        }
    }
    return behind;
}

} // namespace mgm
} // namespace ns3
