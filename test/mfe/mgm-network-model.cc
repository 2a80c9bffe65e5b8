/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "mgm-network-model.h"

#include <algorithm>
#include <deque>

namespace ns3
{
namespace mgm
{

namespace
{

bool
Wants(const SourceGroup& wanted, const SourceGroup& key)
{
    return (wanted.IsAnyGroup() || wanted.group == key.group) &&
           (wanted.IsAnySource() || wanted.source == key.source);
}

} // namespace

NetworkModel::NetworkModel(const RandomNetwork& network)
    : m_network(network)
{
}

void
NetworkModel::SetHeld(uint32_t router, uint32_t interface)
{
    m_held.insert({router, interface});
}

bool
NetworkModel::IsHeld(uint32_t router, uint32_t interface) const
{
    return m_held.count({router, interface}) != 0;
}

void
NetworkModel::SetMember(const Copy& port, const SourceGroup& key, bool isMember)
{
    if (!isMember)
    {
        m_members.erase({port, key});
        return;
    }
    if (!m_members.insert({port, key}).second)
    {
        return;
    }
    for (auto& [where, marks] : m_entries)
    {
        if (where.first == port.first && Wants(key, where.second))
        {
            marks.disabled.erase(port.second);
        }
    }
}

void
NetworkModel::SetForwarding(const Copy& port, const SourceGroup& key, bool isForwarding)
{
    for (auto& [where, marks] : m_entries)
    {
        if (where.first == port.first && Wants(key, where.second))
        {
            (isForwarding ? marks.forced : marks.disabled).insert(port.second);
            (isForwarding ? marks.disabled : marks.forced).erase(port.second);
        }
    }
}

std::set<uint32_t>
NetworkModel::Outgoing(uint32_t router, const SourceGroup& key, uint32_t incoming) const
{
    const auto& marks = m_entries.at({router, key});
    auto outgoing = marks.forced;
    for (const auto& [port, wanted] : m_members)
    {
        if (port.first == router && Wants(wanted, key))
        {
            outgoing.insert(port.second);
        }
    }
    for (const auto interface : marks.disabled)
    {
        outgoing.erase(interface);
    }
    outgoing.erase(incoming);
    return outgoing;
}

NetworkModel::Fate
NetworkModel::Send(uint32_t host, Ipv4Address group)
{
    Fate fate;
    const auto source = m_network.GetLinkOfHost(host);
    const SourceGroup key{m_network.GetAddressOfHost(host), group};
    std::deque<RandomNetwork::Port> arrivals;
    const auto put = [&](uint32_t link, const Copy& sender, bool fromHost) {
        for (const auto& port : m_network.GetLinks()[link].ports)
        {
            if (fromHost || port.router != sender.first || port.interface != sender.second)
            {
                arrivals.push_back(port);
            }
        }
        for (const auto other : m_network.GetLinks()[link].hosts)
        {
            fate.arrived[other] += fromHost && other == host ? 0 : 1;
        }
    };
    for (put(source, {}, true); !arrivals.empty(); arrivals.pop_front())
    {
        const auto [router, arrival] = arrivals.front();
        const auto incoming = m_network.GetTowards(router, source);
        if (!IsHeld(router, incoming))
        {
            continue;
        }
        m_entries[{router, key}];
        if (arrival != incoming)
        {
            continue;
        }
        for (const auto interface : Outgoing(router, key, incoming))
        {
            fate.copies.emplace_back(router, interface);
            put(m_network.GetLinkOfPort({router, interface}), {router, interface}, false);
        }
    }
    std::sort(fate.copies.begin(), fate.copies.end());
    return fate;
}

} // namespace mgm
} // namespace ns3
