/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "mgm-rule-client.h"

#include <sstream>

namespace ns3
{
namespace mgm
{

RuleClient::RuleClient(Ptr<MulticastGroupManager> manager,
                       ClientId id,
                       const std::string& name,
                       std::vector<std::string>& log)
    : m_manager(manager),
      m_id(id),
      m_name(name),
      m_log(log)
{
}

Status
RuleClient::Register()
{
    return m_manager->RegisterMProtocol(MakeCallbacks(), m_id, m_name, m_handle);
}

Status
RuleClient::DeRegister()
{
    return m_manager->DeRegisterMProtocol(m_handle);
}

Status
RuleClient::Take(uint32_t interface)
{
    return m_manager->TakeInterfaceOwnership(m_handle, {interface});
}

Status
RuleClient::Release(uint32_t interface)
{
    return m_manager->ReleaseInterfaceOwnership(m_handle, {interface});
}

Status
RuleClient::Add(const SourceGroupEntry& entry, uint32_t interface)
{
    return m_manager->AddGroupMembershipEntry(m_handle, entry, {interface});
}

Status
RuleClient::Delete(const SourceGroupEntry& entry, uint32_t interface)
{
    return m_manager->DeleteGroupMembershipEntry(m_handle, entry, {interface});
}

std::string
RuleClient::Enumerate(EnumerationType type)
{
    std::ostringstream text;
    EnumerationHandle enumeration;
    auto status = m_manager->GroupEnumerationStart(m_handle, type, enumeration);
    while (status == Status::NO_ERROR || status == Status::ERROR_MORE_DATA)
    {
        SourceGroupEntry entry;
        uint32_t size = sizeof(entry);
        uint32_t count = 0;
        status = m_manager->GroupEnumerationGetNext(enumeration, size, &entry, count);
        if (count == 1)
        {
            text << entry.ToSourceGroup() << ' ';
        }
    }
    m_manager->GroupEnumerationEnd(enumeration);
    text << status;
    return text.str();
}

template <typename... Words>
void
RuleClient::Write(const Words&... words)
{
    std::ostringstream line;
    line << m_name;
    ((line << ' ' << words), ...);
    m_log.push_back(line.str());
}

ClientCallbacks
RuleClient::MakeCallbacks()
{
    using Entry = const SourceGroupEntry&;
    using Interface = const InterfaceId&;

    ClientCallbacks callbacks;
    callbacks.rpf = Callback<void, RpfQuery&>(
        [this](RpfQuery& query) { Write("RPF", query.entry.ToSourceGroup(), query.incoming); });
    callbacks.creationAlert = Callback<void, Entry, Interface, std::vector<InterfaceEntry>&>(
        [this](Entry entry, Interface incoming, std::vector<InterfaceEntry>& interfaces) {
            std::ostringstream outgoing;
            for (const auto& each : interfaces)
            {
                outgoing << ' ' << each.interface;
            }
            Write("CREATION_ALERT", entry.ToSourceGroup(), incoming, "to" + outgoing.str());
        });
    callbacks.pruneAlert = Callback<void, Entry, Interface, bool, Time&>(
        [this](Entry entry, Interface, bool isOfMember, Time&) {
            Write(isOfMember ? "PRUNE_ALERT" : "PRUNE_ALERT/MFE", entry.ToSourceGroup());
        });
    callbacks.joinAlert = Callback<void, Entry, bool>([this](Entry entry, bool isOfMember) {
        Write(isOfMember ? "JOIN_ALERT" : "JOIN_ALERT/MFE", entry.ToSourceGroup());
    });
    callbacks.wrongIf = Callback<void, const SourceGroup&, Interface, const Ipv4Header&>(
        [this](const SourceGroup& key, Interface arrival, const Ipv4Header&) {
            Write("WRONG_IF", key, arrival);
        });
    callbacks.localJoin = Callback<void, Entry, Interface>([this](Entry entry, Interface where) {
        Write("LOCAL_JOIN", entry.ToSourceGroup(), where);
    });
    callbacks.localLeave = Callback<void, Entry, Interface>([this](Entry entry, Interface where) {
        Write("LOCAL_LEAVE", entry.ToSourceGroup(), where);
    });
    callbacks.disableIgmp =
        Callback<void, Interface>([this](Interface where) { Write("DISABLE_IGMP", where); });
    callbacks.enableIgmp =
        Callback<void, Interface>([this](Interface where) { Write("ENABLE_IGMP", where); });
    return callbacks;
}

} // namespace mgm
} // namespace ns3
