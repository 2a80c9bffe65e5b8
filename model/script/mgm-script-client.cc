/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "mgm-script-client.h"

#include <algorithm>
#include <array>
#include <limits>

namespace ns3
{
namespace mgm
{

namespace
{

/// Entries that fit into the buffer of an enumeration: few, so that reading many takes some calls.
constexpr std::size_t ENUMERATION_BUFFER_ENTRIES = 16;

} // namespace

ScriptClient::ScriptClient(Listener listener)
    : m_listener(std::move(listener))
{
}

void
ScriptClient::Configure(Ptr<MulticastGroupManager> manager, ClientId id, const std::string& name)
{
    m_manager = manager;
    m_id = id;
    m_name = name;
}

void
ScriptClient::SetAnswers(const Script& script)
{
    m_answers = &script;
}

ClientHandle
ScriptClient::Resolve(ScriptHandle handle) const
{
    switch (handle)
    {
    case ScriptHandle::CURRENT:
        return m_handle;
    case ScriptHandle::STALE:
        return m_staleHandle;
    case ScriptHandle::INVALID:
        break;
    }
    return {std::numeric_limits<uint32_t>::max()};
}

Status
ScriptClient::Call(ScriptVerb verb, ScriptHandle handle)
{
    if (verb == ScriptVerb::REGISTER)
    {
        return Register();
    }
    const ClientHandle client = Resolve(handle);
    const Status status = verb == ScriptVerb::FAIL ? m_manager->FailClient(client)
                                                   : m_manager->DeRegisterMProtocol(client);
    if (status == Status::NO_ERROR)
    {
        Retire();
    }
    return status;
}

Status
ScriptClient::Call(const ScriptStep& step, const InterfaceId& interface)
{
    const ClientHandle client = Resolve(step.handle);
    const SourceGroupEntry entry = step.entry.value_or(SourceGroupEntry());
    ClientId found;
    switch (step.verb)
    {
    case ScriptVerb::QUERY:
        return m_manager->GetProtocolOnInterface(client, interface, found);
    case ScriptVerb::TAKE:
        return m_manager->TakeInterfaceOwnership(client, interface);
    case ScriptVerb::ADD:
        return m_manager->AddGroupMembershipEntry(client, entry, interface, step.flags);
    case ScriptVerb::DELETE:
        return m_manager->DeleteGroupMembershipEntry(client, entry, interface, step.flags);
    default:
        return Release(client, interface);
    }
}

Status
ScriptClient::Register()
{
    ClientHandle handle;
    const Status status = m_manager->RegisterMProtocol(MakeCallbacks(), m_id, m_name, handle);
    if (status == Status::NO_ERROR)
    {
        m_handle = handle;
    }
    return status;
}

Status
ScriptClient::Release(ClientHandle client, const InterfaceId& interface)
{
    m_releasing.insert(interface);
    const Status status = m_manager->ReleaseInterfaceOwnership(client, interface);
    if (status == Status::NO_ERROR)
    {
        m_knowledge.ForgetInterface(interface);
    }
    CallWhenReturned(Callback<void>([this, interface]() { m_releasing.erase(interface); }));
    return status;
}

bool
ScriptClient::Enumerate(const ScriptStep& step, EnumerationHandle& enumeration, Status& status)
{
    if (!enumeration)
    {
        status = m_manager->GroupEnumerationStart(Resolve(step.handle), step.type, enumeration);
        return status == Status::NO_ERROR;
    }
    std::array<SourceGroupEntry, ENUMERATION_BUFFER_ENTRIES> entries;
    uint32_t size = sizeof(entries);
    uint32_t count = 0;
    status = m_manager->GroupEnumerationGetNext(enumeration, size, entries.data(), count);
    for (uint32_t i = 0; i < count; ++i)
    {
        const SourceGroup entry = entries[i].ToSourceGroup();
        // One that only the client itself holds, or IGMP on an owned interface, would never be
        // pruned: it is none that the rules of alerts owe the client (I7).
        if (m_manager->IsWantedByOthers(entry, m_handle))
        {
            m_knowledge.Learn(entry);
        }
    }
    for (uint32_t i = 0; i < count; ++i) // a reaction may unlearn an entry that was read
    {
        const SourceGroup entry = entries[i].ToSourceGroup();
        m_listener(ScriptTrigger::ENUMERATED, &entry, nullptr);
    }
    if (status == Status::ERROR_MORE_DATA)
    {
        return true;
    }
    status = m_manager->GroupEnumerationEnd(enumeration);
    return false;
}

void
ScriptClient::CallWhenReturned(Callback<void> next)
{
    if (m_manager->IsRegistered(m_handle))
    {
        m_manager->CallWhenReturned(m_handle, next);
    }
    else
    {
        next();
    }
}

void
ScriptClient::Fail()
{
    if (m_handle && !m_manager->IsRegistered(m_handle))
    {
        Retire(); // it has died with the manager (REG-6)
    }
    else if (m_handle)
    {
        Call(ScriptVerb::FAIL, ScriptHandle::CURRENT);
    }
}

void
ScriptClient::Retire()
{
    m_staleHandle = m_handle;
    m_handle = {};
    m_knowledge.Clear();
    m_releasing.clear();
}

ClientCallbacks
ScriptClient::MakeCallbacks()
{
    ClientCallbacks callbacks;
    TakeMembershipCallbacks(callbacks);
    TakeForwardingCallbacks(callbacks);
    callbacks.disableIgmp = [this](const InterfaceId& interface) {
        m_listener(ScriptTrigger::DISABLE_IGMP, nullptr, &interface);
    };
    callbacks.enableIgmp = [this](const InterfaceId& interface) {
        m_listener(ScriptTrigger::ENABLE_IGMP, nullptr, &interface);
    };
    return callbacks;
}

void
ScriptClient::TakeMembershipCallbacks(ClientCallbacks& callbacks)
{
    callbacks.joinAlert = [this](const SourceGroupEntry& entry, bool memberUpdate) {
        const SourceGroup key = entry.ToSourceGroup();
        if (memberUpdate)
        {
            m_knowledge.Learn(key);
        }
        m_listener(ScriptTrigger::JOIN_ALERT, &key, nullptr);
    };
    callbacks.pruneAlert = [this](const SourceGroupEntry& entry,
                                  const InterfaceId& /* interface */,
                                  bool memberDelete,
                                  Time& timeout) {
        const SourceGroup key = entry.ToSourceGroup();
        if (memberDelete)
        {
            m_knowledge.Unlearn(key);
        }
        else if (m_answers && m_answers->pruneTimeout)
        {
            timeout = *m_answers->pruneTimeout;
        }
        m_listener(ScriptTrigger::PRUNE_ALERT, &key, nullptr);
    };
    callbacks.localJoin = [this](const SourceGroupEntry& entry, const InterfaceId& interface) {
        const SourceGroup key = entry.ToSourceGroup();
        m_knowledge.LearnLocal(key, interface);
        m_listener(ScriptTrigger::LOCAL_JOIN, &key, &interface);
    };
    callbacks.localLeave = [this](const SourceGroupEntry& entry, const InterfaceId& interface) {
        const SourceGroup key = entry.ToSourceGroup();
        m_knowledge.UnlearnLocal(key, interface);
        m_listener(ScriptTrigger::LOCAL_LEAVE, &key, &interface);
    };
}

void
ScriptClient::TakeForwardingCallbacks(ClientCallbacks& callbacks)
{
    callbacks.rpf = [this](RpfQuery& query) {
        const SourceGroup key = query.entry.ToSourceGroup();
        m_listener(ScriptTrigger::RPF, &key, &query.incoming);
    };
    callbacks.creationAlert = [this](const SourceGroupEntry& entry,
                                     const InterfaceId& incoming,
                                     std::vector<InterfaceEntry>& entries) {
        Disable(entries);
        const SourceGroup key = entry.ToSourceGroup();
        m_listener(ScriptTrigger::CREATION_ALERT, &key, &incoming);
    };
    callbacks.wrongIf =
        [this](const SourceGroup& key, const InterfaceId& arrival, const Ipv4Header& /* header */) {
            m_listener(ScriptTrigger::WRONG_IF, &key, &arrival);
        };
}

void
ScriptClient::Disable(std::vector<InterfaceEntry>& entries) const
{
    if (!m_answers)
    {
        return;
    }
    const auto& disabled = m_answers->disabled;
    for (auto& entry : entries)
    {
        if (std::find(disabled.begin(), disabled.end(), entry.interface) != disabled.end())
        {
            entry.enabled = false;
        }
    }
}

} // namespace mgm
} // namespace ns3
