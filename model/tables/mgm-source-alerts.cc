/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "mgm-source-alerts.h"

#include "ns3/mgm-trace-emit.h"
#include "ns3/mgm-trace-words.h"

#include <algorithm>
#include <utility>

namespace ns3
{
namespace mgm
{

SourceAlerts::SourceAlerts(const MembershipTable& memberships,
                           const OwnershipTable& ownership,
                           ReversePaths& paths,
                           ClientCaller& caller,
                           const Ptr<Tracer>& tracer)
    : m_memberships(memberships),
      m_ownership(ownership),
      m_paths(paths),
      m_caller(caller),
      m_tracer(tracer)
{
}

void
SourceAlerts::Look(Ipv4Address source)
{
    const auto found = m_sources.find(source);
    if (found == m_sources.end())
    {
        m_paths.BeginUse();
        const auto path = FindPath(source);
        TracePath(source, path);
        m_sources.emplace(source, Source{path, {}});
    }
    else if (FindPath(source) != found->second.path)
    {
        Review(source, found->second);
    }
}

void
SourceAlerts::FollowMembership(const SourceGroup& entry, const InterfaceId& interface)
{
    const auto at = m_sources.find(entry.source);
    Source& source = at->second;
    Tell(entry, source.path, source.told[entry.group], interface);
    if (!IsWantedByOthers(entry, {}))
    {
        source.told.erase(entry.group);
    }
    if (source.told.empty())
    {
        m_sources.erase(at);
        m_paths.EndUse();
    }
}

void
SourceAlerts::FollowAnswerer(const InterfaceId& interface)
{
    for (auto& [address, source] : m_sources)
    {
        if (source.path && source.path->index == interface.index)
        {
            Review(address, source);
        }
    }
}

void
SourceAlerts::FollowRoutes(Ipv4Address network, Ipv4Mask mask)
{
    for (auto at = m_sources.lower_bound(network.CombineMask(mask));
         at != m_sources.end() && mask.IsMatch(at->first, network);
         ++at)
    {
        Review(at->first, at->second);
    }
}

void
SourceAlerts::Clear()
{
    for (; !m_sources.empty(); m_sources.erase(m_sources.begin()))
    {
        m_paths.EndUse();
    }
}

std::optional<InterfaceId>
SourceAlerts::FindPath(Ipv4Address source) const
{
    const auto route = m_paths.Find(source);
    return route ? std::optional(route->interface) : std::nullopt;
}

void
SourceAlerts::TracePath(Ipv4Address source, const std::optional<InterfaceId>& path) const
{
    EmitEvent(*m_tracer, {words::REVERSE_PATH, path, SourceGroup{source, ANY_ADDRESS}});
}

void
SourceAlerts::Review(Ipv4Address address, Source& source) const
{
    const auto before = std::exchange(source.path, FindPath(address));
    if (source.path != before)
    {
        TracePath(address, source.path);
    }
    for (auto& [group, told] : source.told)
    {
        Tell({address, group}, source.path, told, before.value_or(InterfaceId()));
    }
}

void
SourceAlerts::Tell(const SourceGroup& entry,
                   const std::optional<InterfaceId>& path,
                   ClientHandle& told,
                   const InterfaceId& interface) const
{
    const ClientHandle answerer = path ? m_ownership.GetHolder(*path) : ClientHandle();
    const ClientHandle due = IsWantedByOthers(entry, answerer) ? answerer : ClientHandle();
    const ClientHandle before = std::exchange(told, due);
    if (due == before)
    {
        return;
    }
    if (before)
    {
        m_caller.PruneAlert(before, entry, interface);
    }
    if (due)
    {
        m_caller.JoinAlert(due, entry, true);
    }
}

bool
SourceAlerts::IsWantedByOthers(const SourceGroup& entry, ClientHandle client) const
{
    const Holders* holders = m_memberships.Find(entry);
    return holders && std::any_of(holders->begin(), holders->end(), [&](const Holder& holder) {
               return holder.counts && holder.client != client;
           });
}

} // namespace mgm
} // namespace ns3
