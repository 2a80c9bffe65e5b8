/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "mgm-test-client.h"

#include "ns3/simulator.h"

#include <gtest/gtest.h>
#include <sstream>

namespace ns3
{
namespace mgm
{

SourceGroup
CheckedKey(const SourceGroupEntry& entry)
{
    EXPECT_TRUE(entry == SourceGroupEntry(entry.ToSourceGroup())) << entry.ToSourceGroup();
    return entry.ToSourceGroup();
}

TestClient::TestClient(Ptr<MulticastGroupManager> manager, ClientId id, ClientEvents& log)
    : m_manager(manager),
      m_id(id),
      m_log(log)
{
    callbacks.rpf = MakeCallback(&TestClient::RpfAsked, this);
    callbacks.creationAlert = MakeCallback(&TestClient::CreationAlerted, this);
    callbacks.wrongIf = MakeCallback(&TestClient::WrongInterface, this);
    callbacks.pruneAlert = MakeCallback(&TestClient::PruneAlerted, this);
    callbacks.joinAlert = MakeCallback(&TestClient::JoinAlerted, this);
    callbacks.localJoin = MakeCallback(&TestClient::LocalJoined, this);
    callbacks.localLeave = MakeCallback(&TestClient::LocalLeft, this);
    callbacks.disableIgmp = MakeCallback(&TestClient::Disabled, this);
    callbacks.enableIgmp = MakeCallback(&TestClient::Enabled, this);
}

Status
TestClient::Register()
{
    return m_manager->RegisterMProtocol(callbacks, m_id, "", m_handle);
}

Status
TestClient::DeRegister()
{
    return m_manager->DeRegisterMProtocol(m_handle);
}

Status
TestClient::Fail()
{
    return m_manager->FailClient(m_handle);
}

Status
TestClient::Take(uint32_t interface)
{
    return m_manager->TakeInterfaceOwnership(m_handle, {interface});
}

Status
TestClient::Release(uint32_t interface)
{
    return m_manager->ReleaseInterfaceOwnership(m_handle, {interface});
}

Status
TestClient::Add(const SourceGroupEntry& entry, uint32_t interface, uint32_t flags)
{
    return m_manager->AddGroupMembershipEntry(m_handle, entry, {interface}, flags);
}

Status
TestClient::Delete(const SourceGroupEntry& entry, uint32_t interface, uint32_t flags)
{
    return m_manager->DeleteGroupMembershipEntry(m_handle, entry, {interface}, flags);
}

std::vector<SourceGroup>
TestClient::Enumerate(EnumerationType type)
{
    std::vector<SourceGroup> keys;
    EnumerationHandle enumeration;
    EXPECT_EQ(m_manager->GroupEnumerationStart(m_handle, type, enumeration), Status::NO_ERROR);
    for (auto status = Status::ERROR_MORE_DATA; status == Status::ERROR_MORE_DATA;)
    {
        SourceGroupEntry entry;
        uint32_t size = sizeof(entry);
        uint32_t count = 0;
        status = m_manager->GroupEnumerationGetNext(enumeration, size, &entry, count);
        EXPECT_TRUE(status == Status::ERROR_MORE_DATA || status == Status::ERROR_NO_MORE_ITEMS);
        if (count == 1)
        {
            keys.push_back(CheckedKey(entry));
        }
    }
    EXPECT_EQ(m_manager->GroupEnumerationEnd(enumeration), Status::NO_ERROR);
    return keys;
}

void
TestClient::Record(const ClientEvent& event)
{
    m_log.push_back(event);
    m_log.back().at = Simulator::Now();
    if (react)
    {
        react(event);
    }
}

void
TestClient::RpfAsked(RpfQuery& query)
{
    const auto key = CheckedKey(query.entry);
    EXPECT_EQ(query.header.GetSource(), key.source);
    EXPECT_EQ(query.header.GetDestination(), key.group);
    const auto incoming = query.incoming.index;
    if (changeRpf)
    {
        changeRpf(query);
    }
    Record(Rpf(m_id, key, incoming));
}

void
TestClient::CreationAlerted(const SourceGroupEntry& entry,
                            const InterfaceId& incoming,
                            std::vector<InterfaceEntry>& interfaces)
{
    std::ostringstream shown;
    for (const auto& shownEntry : interfaces)
    {
        shown << (shown.tellp() == 0 ? "" : " ")
              << shownEntry.interface << (shownEntry.igmp ? "i" : "")
              << (shownEntry.enabled ? "" : "-");
    }
    if (changeCreation)
    {
        changeCreation(interfaces);
    }
    Record(CreationAlert(m_id, CheckedKey(entry), incoming.index, shown.str()));
}

void
TestClient::WrongInterface(const SourceGroup& key,
                           const InterfaceId& arrival,
                           const Ipv4Header& header)
{
    EXPECT_EQ(header.GetSource(), key.source);
    EXPECT_EQ(header.GetDestination(), key.group);
    Record(WrongIf(m_id, key, arrival.index));
}

void
TestClient::PruneAlerted(const SourceGroupEntry& entry,
                         const InterfaceId& interface,
                         bool memberDelete,
                         Time& timeout)
{
    if (changeTimeout)
    {
        changeTimeout(timeout);
    }
    const auto key = CheckedKey(entry);
    Record(memberDelete ? PruneAlert(m_id, key) : EntryPrune(m_id, key, interface.index));
}

void
TestClient::JoinAlerted(const SourceGroupEntry& entry, bool memberUpdate)
{
    const auto key = CheckedKey(entry);
    Record(memberUpdate ? JoinAlert(m_id, key) : EntryJoin(m_id, key));
}

void
TestClient::LocalJoined(const SourceGroupEntry& entry, const InterfaceId& interface)
{
    Record(LocalJoin(m_id, CheckedKey(entry), interface.index));
}

void
TestClient::LocalLeft(const SourceGroupEntry& entry, const InterfaceId& interface)
{
    Record(LocalLeave(m_id, CheckedKey(entry), interface.index));
}

void
TestClient::Disabled(const InterfaceId& interface)
{
    Record(DisableIgmp(m_id, interface.index));
}

void
TestClient::Enabled(const InterfaceId& interface)
{
    Record(EnableIgmp(m_id, interface.index));
}

} // namespace mgm
} // namespace ns3
