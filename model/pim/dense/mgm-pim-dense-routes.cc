/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "mgm-pim-dense-routes.h"

#include "ns3/simulator.h"

#include <iterator>
#include <utility>

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
PimDenseRoutes::Begin(Ptr<MulticastGroupManager> manager)
{
    m_manager = std::move(manager);
    m_manager->TraceConnectWithoutContext("ReversePaths",
                                          MakeCallback(&PimDenseRoutes::HandleReversePaths, this));
}

void
PimDenseRoutes::End()
{
    if (m_manager)
    {
        Clear();
        m_moved.clear();
        m_tell.Cancel();
        m_manager->TraceDisconnectWithoutContext(
            "ReversePaths",
            MakeCallback(&PimDenseRoutes::HandleReversePaths, this));
        m_manager = nullptr;
    }
}

PimDenseRoutes::Route
PimDenseRoutes::Find(Ipv4Address source) const
{
    if (!m_manager)
    {
        return std::nullopt;
    }
    const bool isFirst = m_routes.empty();
    const auto [place, isNew] = m_routes.try_emplace(source);
    if (isNew)
    {
        place->second = m_manager->FindRoute(source);
    }
    if (isFirst)
    {
        m_manager->BeginRouteUse();
        m_listener.used();
    }
    return place->second;
}

void
PimDenseRoutes::LookAgain(Ipv4Address source)
{
    const auto found = m_routes.find(source);
    if (found != m_routes.end())
    {
        Refresh(source, found->second);
    }
}

void
PimDenseRoutes::Retain(const std::set<Ipv4Address>& sources)
{
    if (sources.empty())
    {
        Clear();
    }
    for (auto next = m_routes.begin(); next != m_routes.end();)
    {
        next = sources.count(next->first) != 0 ? std::next(next) : m_routes.erase(next);
    }
}

void
PimDenseRoutes::Clear()
{
    if (!m_routes.empty())
    {
        m_routes.clear();
        m_manager->EndRouteUse();
    }
}

void
PimDenseRoutes::HandleReversePaths(Ipv4Address network, Ipv4Mask mask)
{
    for (auto& [source, route] : m_routes)
    {
        if (mask.IsMatch(source, network))
        {
            Refresh(source, route);
        }
    }
}

void
PimDenseRoutes::Refresh(Ipv4Address source, Route& route)
{
    auto now = m_manager->FindRoute(source);
    if (now != route)
    {
        route = std::move(now);
        m_moved.insert(source);
        if (m_tell.IsExpired())
        {
            m_tell = Simulator::ScheduleNow(&PimDenseRoutes::TellMoved, this);
        }
    }
}

void
PimDenseRoutes::TellMoved()
{
    for (const auto& source : std::exchange(m_moved, {}))
    {
        m_listener.moved(source);
    }
}

} // namespace mgm
} // namespace ns3
