/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "mgm-mfe-fixture.h"

#include <algorithm>

namespace ns3
{
namespace mgm
{

void
MfeTest::SetUp()
{
    ManagerTest::SetUp();
    m_rib->interfaces = {{S1.Get(), 1}, {S2.Get(), 1}, {S3.Get(), 4}};
    m_plane = std::make_unique<FakePlane>(m_manager);
    m_manager->AttachForwardingPlane(m_plane.get());
}

void
MfeTest::TearDown()
{
    EXPECT_EQ(m_plane->GetMisuse(), std::vector<std::string>());
    ManagerTest::TearDown();
}

void
MfeTest::Packet(const SourceGroup& key, uint32_t arrival)
{
    m_plane->Arrive(key, arrival);
}

std::string
MfeTest::Outgoing(const SourceGroup& key) const
{
    const auto* entry = m_plane->Find(key);
    if (!entry || !entry->forwards)
    {
        return "no entry";
    }
    return entry->outgoing.empty() ? "none" : ToText(entry->outgoing);
}

uint32_t
MfeTest::Incoming(const SourceGroup& key) const
{
    const auto* entry = m_plane->Find(key);
    return entry && entry->forwards ? entry->incoming : 0;
}

std::optional<Mfe>
MfeTest::Read(const SourceGroup& key) const
{
    Mfe mfe;
    auto size = AMPLE;
    const auto status = m_manager->GetMfe(key, size, mfe);
    EXPECT_TRUE(status == Status::NO_ERROR || status == Status::ERROR_NOT_FOUND) << status;
    return status == Status::NO_ERROR ? std::make_optional(mfe) : std::nullopt;
}

std::vector<SourceGroup>
MfeTest::Keys() const
{
    std::vector<SourceGroup> keys;
    for (const auto& mfe : m_manager->GetMfes())
    {
        keys.push_back({mfe.source, mfe.group});
    }
    return keys;
}

std::string
MfeTest::Left(const SourceGroup& key)
{
    std::string text;
    for (const auto& copy : m_plane->TakeCopies())
    {
        if (copy.key == key)
        {
            text += (text.empty() ? "" : " ") + std::to_string(copy.interface);
        }
    }
    return text;
}

ClientEvents
MfeTest::SeenOfEntries()
{
    using Op = ClientEvent::Op;
    auto events = Seen();
    const auto isOfMembership = [](const ClientEvent& event) {
        return event.member && (event.op == Op::JOIN_ALERT || event.op == Op::PRUNE_ALERT);
    };
    events.erase(std::remove_if(events.begin(), events.end(), isOfMembership), events.end());
    return events;
}

void
MfeTest::PimAndDvmrp()
{
    m_pim = &Owner(PIM, {1});
    m_dvmrp = &Owner(DVMRP, {2, 3});
    Seen();
}

void
MfeTest::SetCost(const std::string& attribute, double seconds)
{
    SetAttribute(attribute,
                 "ns3::ConstantRandomVariable[Constant=" + std::to_string(seconds) + "]");
}

std::function<void(std::vector<InterfaceEntry>&)>
Disabling(const std::set<uint32_t>& interfaces)
{
    return [interfaces](std::vector<InterfaceEntry>& entries) {
        for (auto& entry : entries)
        {
            entry.enabled = entry.enabled && interfaces.count(entry.interface.index) == 0;
        }
    };
}

} // namespace mgm
} // namespace ns3
