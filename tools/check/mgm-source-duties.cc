/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "mgm-source-duties.h"

#include "ns3/mgm-trace-words.h"

#include <iterator>
#include <utility>

namespace ns3
{
namespace mgm
{

namespace
{

/// Whether a record may change who answers for its interface.
bool
IsOfHolder(const TraceRecord& record)
{
    return record.kind == TraceKind::STATE && record.interface &&
           (record.op == words::OWNER || record.op == words::IGMP_HOLDER ||
            record.op == words::OWNERSHIP_CHANGE);
}

} // namespace

SourceDuties::SourceDuties(const SeenInterfaces& interfaces,
                           const SeenMemberships& memberships,
                           const SeenRoutes& routes,
                           OwedAlerts& alerts)
    : m_interfaces(interfaces),
      m_memberships(memberships),
      m_routes(routes),
      m_alerts(alerts)
{
}

void
SourceDuties::Follow(const TraceRecord& record, const std::optional<SeenChange>& change)
{
    Doubt doubt{RecordNote(record), std::nullopt, false};
    if (change && change->holder.counts && !change->key.IsAnySource())
    {
        doubt.isOfMembership = true;
        doubt.deleted = change->isJoin ? std::nullopt : std::optional(change->holder.interface);
        Touch(change->key, doubt);
    }
    else if (SeenRoutes::IsLookup(record))
    {
        TouchSource(record.sourceGroup->source, doubt);
    }
    else if (IsOfHolder(record))
    {
        TouchInterface(*record.interface, doubt);
    }
    else if (SeenRoutes::IsOfEntry(record) && m_told.count(record.sourceGroup->source) != 0)
    {
        m_suspects.insert(record.sourceGroup->source);
    }
}

void
SourceDuties::Touch(const SourceGroup& key, const Doubt& doubt)
{
    m_told[key.source].emplace(key, Told{});
    m_doubts.emplace(key, doubt);
}

void
SourceDuties::TouchSource(Ipv4Address source, const Doubt& doubt)
{
    const auto groups = m_told.find(source);
    if (groups != m_told.end())
    {
        for (const auto& [key, told] : groups->second)
        {
            m_doubts.emplace(key, doubt);
        }
    }
}

void
SourceDuties::TouchInterface(const InterfaceId& interface, const Doubt& doubt)
{
    for (const auto& [source, groups] : m_told)
    {
        const SeenRoute* route = m_routes.GetDeclared(source);
        if (route && route->interface == interface)
        {
            TouchSource(source, doubt);
        }
    }
}

void
SourceDuties::Settle()
{
    for (const auto& [key, doubt] : std::exchange(m_doubts, {}))
    {
        Judge(key, doubt);
    }
}

void
SourceDuties::Judge(const SourceGroup& key, const Doubt& doubt)
{
    const bool isWanted = !m_memberships.GetCounting(key).empty();
    if (isWanted && !m_routes.GetDeclared(key.source))
    {
        m_faults.push_back({key, doubt.note, {}, {}});
    }
    Groups& groups = m_told[key.source];
    const Told before = groups[key];
    const Told after = WorkOut(key);
    if (before.client != after.client)
    {
        Owe(false, key, before, doubt);
        Owe(true, key, after, doubt);
    }
    groups[key] = after;
    if (!isWanted)
    {
        groups.erase(key);
    }
    if (groups.empty())
    {
        m_told.erase(key.source);
    }
}

SourceDuties::Told
SourceDuties::WorkOut(const SourceGroup& key) const
{
    const SeenRoute* route = m_routes.GetDeclared(key.source);
    if (!route || !route->interface)
    {
        return {};
    }
    const uint32_t answering = m_interfaces.Get(*route->interface).GetHolder();
    const auto counting = m_memberships.GetCounting(key);
    const bool isOwed = answering != 0 && counting.size() > counting.count(answering);
    return isOwed ? Told{answering, *route->interface} : Told{};
}

/// The documentation does not say which interface a PRUNE_ALERT for (s,g) names: that of the entry
/// or the one towards s.
void
SourceDuties::Owe(bool isJoin, const SourceGroup& key, const Told& told, const Doubt& doubt)
{
    std::vector<InterfaceId> named;
    if (!isJoin)
    {
        named.push_back(told.interface);
        if (doubt.deleted)
        {
            named.push_back(*doubt.deleted);
        }
    }
    m_alerts.Owe({told.client,
                  AlertTopic::MEMBERSHIP,
                  isJoin,
                  key,
                  std::move(named),
                  doubt.note,
                  "ALR-3",
                  true,
                  doubt.isOfMembership});
}

std::vector<RouteFault>
SourceDuties::TakeFaults()
{
    return std::exchange(m_faults, {});
}

bool
SourceDuties::IsStale(Ipv4Address source) const
{
    const SeenRoute* declared = m_routes.GetDeclared(source);
    const SeenRoute* latest = m_routes.GetLatest(source);
    return m_told.count(source) != 0 && declared && latest &&
           latest->interface != declared->interface;
}

/// What an entry shows while it is made must soon be known to the alerts.
std::vector<RouteFault>
SourceDuties::TakeStale(int64_t nowNs)
{
    std::vector<RouteFault> faults;
    for (auto at = m_suspects.begin(); at != m_suspects.end();)
    {
        const SeenRoute* latest = m_routes.GetLatest(*at);
        const bool isStale = IsStale(*at);
        const bool isOver = isStale && nowNs - latest->shown.timeNs >= GRACE_NS;
        if (isOver)
        {
            faults.push_back(
                {m_told[*at].begin()->first, {}, m_routes.GetDeclared(*at)->shown, latest->shown});
        }
        at = isOver || !isStale ? m_suspects.erase(at) : std::next(at);
    }
    return faults;
}

bool
SourceDuties::IsOwed(uint32_t client, const SourceGroup& key) const
{
    const auto groups = m_told.find(key.source);
    if (groups == m_told.end())
    {
        return false;
    }
    const auto told = groups->second.find(key);
    return told != groups->second.end() && told->second.client == client && client != 0;
}

void
SourceDuties::Clear()
{
    m_told.clear();
    m_doubts.clear();
    m_suspects.clear();
}

} // namespace mgm
} // namespace ns3
