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

ScriptClient::ScriptClient(const Script& answers, Listener listener)
    : m_answers(answers),
      m_listener(std::move(listener))
{
}

void
ScriptClient::Configure(Ptr<MulticastGroupManager> manager, ClientId id, const std::string& name)
{
    m_manager = manager;
    m_id = id;
    m_name = name;
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
    ClientId found;
    switch (step.verb)
    {
    case ScriptVerb::QUERY:
        return m_manager->GetProtocolOnInterface(client, interface, found);
    case ScriptVerb::TAKE:
        return m_manager->TakeInterfaceOwnership(client, interface);
    case ScriptVerb::ADD:
        return Add(step, interface);
    case ScriptVerb::DELETE:
        return Delete(step, interface);
    default:
        return Release(client, interface);
    }
}

bool
ScriptClient::IsCounted(const ScriptStep& step) const
{
    return m_answers.countsReasons && step.handle == ScriptHandle::CURRENT &&
           (step.flags & MGM_JOIN_STATE_FLAG) != 0;
}

Status
ScriptClient::Add(const ScriptStep& step, const InterfaceId& interface)
{
    const auto entry = step.entry.value_or(SourceGroupEntry());
    const bool isCounted = IsCounted(step);
    if (isCounted && !m_reasons.Add(interface, entry.ToSourceGroup()))
    {
        return Status::NO_ERROR;
    }
    const auto status =
        m_manager->AddGroupMembershipEntry(Resolve(step.handle), entry, interface, step.flags);
    if (isCounted && status != Status::NO_ERROR)
    {
        m_reasons.Remove(interface, entry.ToSourceGroup());
    }
    return status;
}

Status
ScriptClient::Delete(const ScriptStep& step, const InterfaceId& interface)
{
    const auto entry = step.entry.value_or(SourceGroupEntry());
    if (IsCounted(step) && !m_reasons.Remove(interface, entry.ToSourceGroup()))
    {
        return Status::NO_ERROR;
    }
    return m_manager->DeleteGroupMembershipEntry(Resolve(step.handle),
                                                 entry,
                                                 interface,
                                                 step.flags);
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
        m_reasons.ForgetInterface(interface);
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
    m_reasons.Clear();
    m_releasing.clear();
}

void
ScriptClient::OnRpf(RpfQuery& query)
{
    const SourceGroup entry = query.entry.ToSourceGroup();
    m_listener(ScriptTrigger::RPF, &entry, &query.incoming);
}

void
ScriptClient::OnCreationAlert(const SourceGroup& entry,
                              const InterfaceId& incoming,
                              std::vector<InterfaceEntry>& interfaces)
{
    const auto& disabled = m_answers.disabled;
    for (auto& shown : interfaces)
    {
        if (std::find(disabled.begin(), disabled.end(), shown.interface) != disabled.end())
        {
            shown.enabled = false;
        }
    }
    m_listener(ScriptTrigger::CREATION_ALERT, &entry, &incoming);
}

void
ScriptClient::OnPruneAlert(const SourceGroup& entry,
                           const InterfaceId& /* interface */,
                           bool memberDelete,
                           Time& timeout)
{
    if (memberDelete)
    {
        m_knowledge.Unlearn(entry);
    }
    else if (m_answers.pruneTimeout)
    {
        timeout = *m_answers.pruneTimeout;
    }
    m_listener(ScriptTrigger::PRUNE_ALERT, &entry, nullptr);
}

void
ScriptClient::OnJoinAlert(const SourceGroup& entry, bool memberUpdate)
{
    if (memberUpdate)
    {
        m_knowledge.Learn(entry);
    }
    m_listener(ScriptTrigger::JOIN_ALERT, &entry, nullptr);
}

void
ScriptClient::OnWrongIf(const SourceGroup& key,
                        const InterfaceId& arrival,
                        const Ipv4Header& /* header */)
{
    m_listener(ScriptTrigger::WRONG_IF, &key, &arrival);
}

void
ScriptClient::OnLocalJoin(const SourceGroup& entry, const InterfaceId& interface)
{
    m_knowledge.LearnLocal(entry, interface);
    m_listener(ScriptTrigger::LOCAL_JOIN, &entry, &interface);
}

void
ScriptClient::OnLocalLeave(const SourceGroup& entry, const InterfaceId& interface)
{
    m_knowledge.UnlearnLocal(entry, interface);
    m_listener(ScriptTrigger::LOCAL_LEAVE, &entry, &interface);
}

void
ScriptClient::OnDisableIgmp(const InterfaceId& interface)
{
    m_listener(ScriptTrigger::DISABLE_IGMP, nullptr, &interface);
}

void
ScriptClient::OnEnableIgmp(const InterfaceId& interface)
{
    m_listener(ScriptTrigger::ENABLE_IGMP, nullptr, &interface);
}

} // namespace mgm
} // namespace ns3
