/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "mgm-bench-router.h"

#include "ns3/internet-stack-helper.h"
#include "ns3/ipv4.h"
#include "ns3/simple-net-device.h"
#include "ns3/simulator.h"

#include <malloc.h>

namespace ns3
{
namespace mgm
{
namespace bench
{

Router::Router()
    : m_node(CreateObject<Node>()),
      m_manager(CreateObject<MulticastGroupManager>())
{
    InternetStackHelper internet;
    internet.Install(m_node);
    const auto device = CreateObject<SimpleNetDevice>();
    m_node->AddDevice(device);
    m_node->GetObject<Ipv4>()->AddInterface(device);
    m_node->AggregateObject(m_manager);
    m_manager->RegisterMProtocol({}, {1, 1}, "bench", m_client);
    m_manager->TakeInterfaceOwnership(m_client, m_interface);
}

Router::~Router()
{
    m_manager = nullptr;
    m_node = nullptr;
    Simulator::Destroy();
}

void
Router::Add(const std::vector<SourceGroup>& keys)
{
    for (const SourceGroup& key : keys)
    {
        m_manager->AddGroupMembershipEntry(m_client, key, m_interface);
    }
}

void
Router::Delete(const std::vector<SourceGroup>& keys)
{
    for (const SourceGroup& key : keys)
    {
        m_manager->DeleteGroupMembershipEntry(m_client, key, m_interface);
    }
}

Ptr<Node>
Router::GetNode() const
{
    return m_node;
}

MulticastGroupManager&
Router::GetManager() const
{
    return *m_manager;
}

ClientHandle
Router::GetClient() const
{
    return m_client;
}

InterfaceId
Router::GetInterface() const
{
    return m_interface;
}

std::vector<SourceGroup>
MakeGroups(std::size_t count)
{
    constexpr uint32_t FIRST_GROUP = 0xE1000000; // 225.0.0.0
    std::vector<SourceGroup> groups;
    for (std::size_t i = 0; i < count; ++i)
    {
        groups.push_back({Ipv4Address::GetZero(), Ipv4Address(FIRST_GROUP + i)});
    }
    return groups;
}

std::size_t
GetAllocatedBytes()
{
    const auto info = mallinfo2();
    return info.uordblks + info.hblkhd;
}

} // namespace bench
} // namespace mgm
} // namespace ns3
