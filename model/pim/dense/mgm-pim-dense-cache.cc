/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "mgm-pim-dense-cache.h"

#include <utility>

namespace ns3
{
namespace mgm
{

void
PimDenseCache::Begin(Ptr<MulticastGroupManager> manager, ClientHandle client)
{
    m_manager = std::move(manager);
    m_client = client;
    m_entries.clear(); // what was answered while the router stopped
}

void
PimDenseCache::End()
{
    m_manager = nullptr;
    m_interfaces.clear();
    m_entries.clear();
}

void
PimDenseCache::AddInterface(uint32_t interface)
{
    m_interfaces.insert(interface);
    std::vector<SourceGroup> sourceGroups;
    for (auto& [sourceGroup, entry] : m_entries)
    {
        entry.interfaces[interface] = true;
        sourceGroups.push_back(sourceGroup);
    }
    m_manager->AddGroupMembershipEntry(m_client, SourceGroup(), InterfaceId{interface});
    for (const auto& sourceGroup : sourceGroups)
    {
        Tell(sourceGroup);
    }
}

void
PimDenseCache::RemoveInterface(uint32_t interface)
{
    m_interfaces.erase(interface);
    for (auto& [sourceGroup, entry] : m_entries)
    {
        entry.interfaces.erase(interface);
    }
}

void
PimDenseCache::SetForwarding(const SourceGroup& sourceGroup, const PimDenseForwarding& forwarding)
{
    m_entries[sourceGroup].wanted = forwarding;
    if (m_answering != sourceGroup)
    {
        Tell(sourceGroup);
    }
}

void
PimDenseCache::Forget(const SourceGroup& sourceGroup)
{
    m_entries.erase(sourceGroup);
}

void
PimDenseCache::Answer(RpfQuery& query)
{
    auto& entry = m_entries[query.entry.ToSourceGroup()];
    if (entry.wanted.incoming == query.incoming.index)
    {
        query.upstreamNeighbor = entry.wanted.upstream;
    }
    entry.upstream = query.upstreamNeighbor;
}

void
PimDenseCache::Answer(const SourceGroup& sourceGroup,
                      std::vector<InterfaceEntry>& interfaces,
                      const std::function<void()>& decide)
{
    m_answering = sourceGroup;
    decide();
    m_answering.reset();
    auto& entry = m_entries[sourceGroup];
    for (auto& shown : interfaces)
    {
        shown.enabled = entry.wanted.outgoing.count(shown.interface.index) != 0;
        entry.interfaces[shown.interface.index] = shown.enabled;
    }
}

void
PimDenseCache::Tell(const SourceGroup& sourceGroup)
{
    const auto interfaces = m_interfaces; // the manager may call back
    for (const auto interface : interfaces)
    {
        const auto found = m_entries.find(sourceGroup);
        if (found != m_entries.end() && m_interfaces.count(interface) != 0)
        {
            TellInterface(sourceGroup, found->second, interface);
        }
    }
    const auto found = m_entries.find(sourceGroup);
    if (found != m_entries.end())
    {
        TellUpstream(sourceGroup, found->second);
    }
}

void
PimDenseCache::TellInterface(const SourceGroup& sourceGroup, Entry& entry, uint32_t interface)
{
    const bool isOutgoing = entry.wanted.outgoing.count(interface) != 0;
    const auto& incoming = entry.wanted.incoming;
    const bool isWaitedFor = incoming && m_interfaces.count(*incoming) == 0;
    const auto [told, isNew] = entry.interfaces.try_emplace(interface, !isOutgoing);
    if (told->second == isOutgoing)
    {
        return;
    }
    if (isNew && !isWaitedFor)
    {
        entry.interfaces.erase(told);
        return;
    }
    told->second = isOutgoing;
    if (isOutgoing)
    {
        m_manager->AddGroupMembershipEntry(m_client,
                                           sourceGroup,
                                           InterfaceId{interface},
                                           MGM_FORWARD_STATE_FLAG);
    }
    else
    {
        m_manager->DeleteGroupMembershipEntry(m_client,
                                              sourceGroup,
                                              InterfaceId{interface},
                                              MGM_FORWARD_STATE_FLAG);
    }
}

void
PimDenseCache::TellUpstream(const SourceGroup& sourceGroup, Entry& entry)
{
    const auto& wanted = entry.wanted;
    const bool isMine = wanted.incoming && m_interfaces.count(*wanted.incoming) != 0;
    if (!isMine || !entry.upstream || *entry.upstream == wanted.upstream ||
        !m_manager->HasMfe(sourceGroup))
    {
        return;
    }
    entry.upstream = wanted.upstream;
    Mfe mfe;
    mfe.source = sourceGroup.source;
    mfe.group = sourceGroup.group;
    mfe.upstreamNeighbor = wanted.upstream;
    m_manager->SetMfe(m_client, mfe);
}

} // namespace mgm
} // namespace ns3
