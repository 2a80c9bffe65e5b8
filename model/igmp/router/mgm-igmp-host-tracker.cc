/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "mgm-igmp-host-tracker.h"

#include "ns3/simulator.h"

#include <algorithm>
#include <iterator>
#include <utility>
#include <vector>

namespace ns3
{
namespace mgm
{

void
IgmpHostTracker::Note(Ipv4Address host,
                      IgmpV3GroupEvent event,
                      const SourceSet& sources,
                      Time lifetime)
{
    const auto now = Simulator::Now();
    auto& known = m_hosts[host];
    switch (event)
    {
    case IgmpV3GroupEvent::IS_IN: // may be the answer about some of the sources (section 5.2)
    case IgmpV3GroupEvent::ALLOW:
        known.Allow(sources, now + lifetime);
        break;
    case IgmpV3GroupEvent::TO_IN:
        known = Host();
        known.Allow(sources, now + lifetime);
        break;
    case IgmpV3GroupEvent::IS_EX:
    case IgmpV3GroupEvent::TO_EX:
        known = {now + lifetime, sources, {}};
        break;
    case IgmpV3GroupEvent::BLOCK:
        known.Block(sources);
        break;
    default:
        break;
    }
    for (auto it = m_hosts.begin(); it != m_hosts.end();)
    {
        it = it->second.IsSilent(now) ? m_hosts.erase(it) : std::next(it);
    }
}

bool
IgmpHostTracker::IsAnySourceWanted() const
{
    const auto now = Simulator::Now();
    return std::any_of(m_hosts.begin(), m_hosts.end(), [now](const auto& host) {
        return host.second.anySource > now;
    });
}

SourceSet
IgmpHostTracker::GetWanted(const SourceSet& sources) const
{
    const auto now = Simulator::Now();
    std::vector<Ipv4Address> wanted;
    for (const auto& source : sources)
    {
        if (std::any_of(m_hosts.begin(), m_hosts.end(), [&](const auto& host) {
                return host.second.Wants(source, now);
            }))
        {
            wanted.push_back(source);
        }
    }
    return SourceSet(std::move(wanted));
}

bool
IgmpHostTracker::Host::IsSilent(Time now) const
{
    return anySource <= now && std::all_of(sources.begin(), sources.end(), [now](const auto& each) {
               return each.second <= now;
           });
}

bool
IgmpHostTracker::Host::Wants(Ipv4Address source, Time now) const
{
    const auto found = sources.find(source);
    const bool isNamed = found != sources.end() && found->second > now;
    return isNamed || (anySource > now && !excluded.Contains(source));
}

void
IgmpHostTracker::Host::Allow(const SourceSet& wanted, Time until)
{
    excluded = excluded - wanted;
    for (const auto& source : wanted)
    {
        sources[source] = until;
    }
}

void
IgmpHostTracker::Host::Block(const SourceSet& blocked)
{
    excluded = excluded + blocked;
    for (const auto& source : blocked)
    {
        sources.erase(source);
    }
}

} // namespace mgm
} // namespace ns3
