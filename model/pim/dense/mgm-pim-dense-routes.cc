/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "mgm-pim-dense-routes.h"

#include <utility>
#include <vector>

namespace ns3
{
namespace mgm
{

PimDenseRoutes::PimDenseRoutes(Listener listener)
    : m_listener(std::move(listener))
{
}

PimDenseRoutes::~PimDenseRoutes()
{
    End();
}

void
PimDenseRoutes::Begin(Ptr<MulticastRib> rib)
{
    m_rib = std::move(rib);
    m_rib->TraceConnectWithoutContext("Changed", MakeCallback(&PimDenseRoutes::LookAgain, this));
    m_rib->TraceConnectWithoutContext("Look", MakeCallback(&PimDenseRoutes::LookAtAll, this));
    m_rib->BeginUse();
}

void
PimDenseRoutes::End()
{
    if (const auto rib = std::exchange(m_rib, nullptr))
    {
        rib->TraceDisconnectWithoutContext("Changed",
                                           MakeCallback(&PimDenseRoutes::LookAgain, this));
        rib->TraceDisconnectWithoutContext("Look", MakeCallback(&PimDenseRoutes::LookAtAll, this));
        rib->EndUse();
    }
    m_routes.clear();
}

PimDenseRoutes::Route
PimDenseRoutes::Find(Ipv4Address source) const
{
    if (!m_rib)
    {
        return std::nullopt;
    }
    const auto [place, isNew] = m_routes.try_emplace(source);
    if (isNew)
    {
        place->second = m_rib->Lookup(source);
    }
    return place->second;
}

void
PimDenseRoutes::Retain(const std::set<Ipv4Address>& sources)
{
    for (auto next = m_routes.begin(); next != m_routes.end();)
    {
        next = sources.count(next->first) != 0 ? std::next(next) : m_routes.erase(next);
    }
}

void
PimDenseRoutes::LookAgain(Ipv4Address network, Ipv4Mask mask)
{
    std::vector<Ipv4Address> moved;
    for (auto& [source, route] : m_routes)
    {
        if (mask.IsMatch(source, network))
        {
            auto now = m_rib->Lookup(source);
            if (now != route)
            {
                route = std::move(now);
                moved.push_back(source);
            }
        }
    }
    for (const auto& source : moved)
    {
        m_listener(source);
    }
}

void
PimDenseRoutes::LookAtAll()
{
    LookAgain(ANY_ADDRESS, ANY_MASK);
}

} // namespace mgm
} // namespace ns3
