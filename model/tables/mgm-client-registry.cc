/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "mgm-client-registry.h"

#include <algorithm>
#include <sstream>

namespace ns3
{
namespace mgm
{

namespace
{

std::string
DefaultName(ClientId id)
{
    std::ostringstream name;
    name << (id.IsIgmp() ? "igmp-" : "protocol-") << id;
    return name.str();
}

} // namespace

Client*
ClientRegistry::Add(ClientId id, const std::string& name, const ClientCallbacks& callbacks)
{
    const bool taken = std::any_of(m_clients.begin(), m_clients.end(), [id](const auto& entry) {
        return entry.second.id == id;
    });
    if (taken)
    {
        return nullptr;
    }
    const ClientHandle handle{++m_lastHandle};
    Client client{handle, id, name.empty() ? DefaultName(id) : name, callbacks, {}};
    return &m_clients.emplace(handle, std::move(client)).first->second;
}

void
ClientRegistry::Remove(ClientHandle handle)
{
    auto node = m_clients.extract(handle);
    if (node)
    {
        node.mapped().callbacks = {};
        node.mapped().interfaces.clear();
        m_gone.insert(std::move(node));
    }
}

void
ClientRegistry::Clear()
{
    while (!m_clients.empty())
    {
        Remove(m_clients.begin()->first);
    }
}

Client*
ClientRegistry::Find(ClientHandle handle)
{
    const auto found = m_clients.find(handle);
    return found == m_clients.end() ? nullptr : &found->second;
}

const Client*
ClientRegistry::Find(ClientHandle handle) const
{
    const auto found = m_clients.find(handle);
    return found == m_clients.end() ? nullptr : &found->second;
}

const Client*
ClientRegistry::FindEver(ClientHandle handle) const
{
    if (const Client* client = Find(handle))
    {
        return client;
    }
    const auto found = m_gone.find(handle);
    return found == m_gone.end() ? nullptr : &found->second;
}

} // namespace mgm
} // namespace ns3
