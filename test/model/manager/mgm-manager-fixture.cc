/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "mgm-manager-fixture.h"

#include "ns3/internet-stack-helper.h"
#include "ns3/ipv4-static-routing-helper.h"
#include "ns3/ipv4.h"
#include "ns3/pointer.h"
#include "ns3/simple-channel.h"
#include "ns3/simple-net-device.h"
#include "ns3/simulator.h"
#include "ns3/string.h"

#include <algorithm>
#include <iterator>
#include <utility>

namespace ns3
{
namespace mgm
{

std::optional<MulticastRib::Route>
FakeRib::Lookup(Ipv4Address destination) const
{
    const auto found = interfaces.find(destination.Get());
    if (found == interfaces.end())
    {
        return std::nullopt;
    }
    Route route;
    route.interface.index = found->second;
    const auto neighbor = nextHops.find(destination.Get());
    route.nextHop = neighbor == nextHops.end() ? ANY_ADDRESS : neighbor->second;
    return route;
}

void
FakeRib::Move(Ipv4Address destination, uint32_t interface, Ipv4Address nextHop)
{
    interfaces[destination.Get()] = interface;
    if (interface == 0)
    {
        interfaces.erase(destination.Get());
    }
    nextHops[destination.Get()] = nextHop;
    NotifyRoutesChanged();
}

Ptr<Node>
MakeRouter(uint32_t interfaces)
{
    const auto node = CreateObject<Node>();
    InternetStackHelper stack;
    stack.SetIpv6StackInstall(false);
    stack.SetRoutingHelper(Ipv4StaticRoutingHelper());
    stack.Install(node);
    const auto ipv4 = node->GetObject<Ipv4>();
    for (uint32_t i = 1; i <= interfaces; ++i)
    {
        const auto device = CreateObject<SimpleNetDevice>();
        device->SetAddress(Mac48Address::Allocate());
        device->SetChannel(CreateObject<SimpleChannel>());
        node->AddDevice(device);
        const auto index = ipv4->AddInterface(device);
        ipv4->AddAddress(index, {Ipv4Address(0x0A000001 + (i << 8)), Ipv4Mask("/24")});
        ipv4->SetUp(index);
    }
    return node;
}

void
ManagerTest::SetUp()
{
    MgmTest::SetUp();
    m_node = MakeRouter(4);
    m_manager = CreateObject<MulticastGroupManager>();
    m_rib = CreateObject<FakeRib>();
    m_manager->SetAttribute("Rib", PointerValue(m_rib));
    m_node->AggregateObject(m_manager);
}

void
ManagerTest::TearDown()
{
    MgmTest::TearDown();
    m_clients.clear();
}

void
ManagerTest::SetAttribute(const std::string& name, const std::string& value)
{
    m_manager->SetAttribute(name, StringValue(value));
}

TestClient&
ManagerTest::MakeClient(uint32_t protocol, uint32_t component)
{
    const ClientId id{protocol, component};
    m_clients.push_back(std::make_unique<TestClient>(m_manager, id, m_log));
    return *m_clients.back();
}

TestClient&
ManagerTest::Registered(uint32_t protocol, uint32_t component)
{
    auto& client = MakeClient(protocol, component);
    EXPECT_EQ(client.Register(), Status::NO_ERROR);
    return client;
}

TestClient&
ManagerTest::Owner(uint32_t protocol, const std::vector<uint32_t>& interfaces)
{
    auto& client = Registered(protocol);
    for (const auto interface : interfaces)
    {
        EXPECT_EQ(client.Take(interface), Status::NO_ERROR);
    }
    return client;
}

ClientEvents
ManagerTest::Seen()
{
    return std::exchange(m_log, {});
}

void
ManagerTest::RunUntil(Time time)
{
    Simulator::Stop(time - Simulator::Now());
    Simulator::Run();
}

void
ManagerTest::Listen()
{
    Tracer::Of(m_node)->TraceConnectWithoutContext("Record",
                                                   MakeCallback(&ManagerTest::Keep, this));
}

void
ManagerTest::Keep(const TraceRecord& record)
{
    m_records.push_back({record, std::string(record.op), std::string(record.detail)});
}

std::vector<KeptRecord>
ManagerTest::Traced(TraceKind kind) const
{
    std::vector<KeptRecord> found;
    std::copy_if(m_records.begin(), m_records.end(), std::back_inserter(found), [kind](auto& r) {
        return r.kind == kind;
    });
    return found;
}

void
ManagerTest::ExpectEmpty()
{
    EXPECT_TRUE(m_manager->GetClients().GetAll().empty());
    EXPECT_EQ(m_manager->GetOwnership().GetSize(), 0U);
    EXPECT_EQ(m_manager->GetMemberships().GetSize(), 0U);
    EXPECT_TRUE(m_manager->IsIdle());
}

} // namespace mgm
} // namespace ns3
