/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "mgm-seen-clients.h"

#include "ns3/mgm-trace-words.h"

#include <algorithm>
#include <sstream>

namespace ns3
{
namespace mgm
{

namespace
{

/// A manager gives a client without a name one that tells its id.
std::string
NameOf(const TraceRecord& registration)
{
    if (!registration.clientName.empty())
    {
        return std::string(registration.clientName);
    }
    std::ostringstream os;
    os << (registration.client->IsIgmp() ? "igmp-" : "protocol-") << *registration.client;
    return os.str();
}

} // namespace

bool
SeenClient::Has(std::string_view callback) const
{
    const std::string all = '+' + callbacks + '+';
    return all.find('+' + std::string(callback) + '+') != std::string::npos;
}

void
SeenClients::Clear()
{
    m_clients.clear();
    m_failing.clear();
}

void
SeenClients::Follow(const TraceRecord& record)
{
    if (!record.client)
    {
        return;
    }
    if (record.kind == TraceKind::CALL && record.op == words::REGISTER_M_PROTOCOL)
    {
        Register(record);
    }
    else if (record.kind == TraceKind::CALL && record.op == words::FAIL_CLIENT)
    {
        if (const SeenClient* client = Find(record.client))
        {
            auto node = m_clients.extract(client->number);
            m_failing.emplace(record.seq, std::move(node.mapped()));
        }
    }
    else if (record.kind == TraceKind::RETURN)
    {
        Return(record);
    }
    else if (record.kind == TraceKind::CALLBACK && record.sourceGroup)
    {
        NoteAlert(record);
    }
}

/// Whether it succeeds is seen at the return, but the client may be called before that.
void
SeenClients::Register(const TraceRecord& call)
{
    if (!Find(call.client))
    {
        ++m_last;
        m_clients[m_last] = {m_last,
                             *call.client,
                             NameOf(call),
                             std::string(call.event),
                             RecordNote(call)};
    }
}

void
SeenClients::Return(const TraceRecord& record)
{
    const bool isDone = record.status == Status::NO_ERROR;
    const SeenClient* client = Find(record.client);
    if (record.op == words::REGISTER_M_PROTOCOL)
    {
        if (!isDone && client && client->registered.seq == record.cause)
        {
            m_clients.erase(client->number);
        }
    }
    else if (record.op == words::DEREGISTER_M_PROTOCOL)
    {
        if (isDone && client)
        {
            m_clients.erase(client->number);
        }
    }
    else if (record.op == words::FAIL_CLIENT)
    {
        const auto failing = m_failing.extract(record.cause);
        if (failing && !isDone)
        {
            m_clients[failing.mapped().number] = failing.mapped();
        }
    }
}

void
SeenClients::NoteAlert(const TraceRecord& callback)
{
    const SeenClient* client = Find(callback.client);
    if (!client)
    {
        return;
    }
    auto& told = m_clients[client->number].told;
    if (callback.op == words::JOIN_ALERT && callback.event == words::MEMBER_UPDATE)
    {
        told.emplace(*callback.sourceGroup, RecordNote(callback));
    }
    else if (callback.op == words::PRUNE_ALERT && callback.event == words::MEMBER_DELETE)
    {
        told.erase(*callback.sourceGroup);
    }
}

const SeenClient*
SeenClients::Find(const std::optional<ClientId>& id) const
{
    const auto found = std::find_if(m_clients.begin(), m_clients.end(), [&](const auto& client) {
        return id && client.second.id == *id;
    });
    return found == m_clients.end() ? nullptr : &found->second;
}

const SeenClient*
SeenClients::FindByName(std::string_view name) const
{
    const auto found = std::find_if(m_clients.rbegin(), m_clients.rend(), [&](const auto& client) {
        return client.second.name == name;
    });
    return found == m_clients.rend() ? nullptr : &found->second;
}

const SeenClient*
SeenClients::Get(uint32_t number) const
{
    const auto found = m_clients.find(number);
    return found == m_clients.end() ? nullptr : &found->second;
}

} // namespace mgm
} // namespace ns3
