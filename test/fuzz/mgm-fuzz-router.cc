/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "mgm-fuzz-router.h"

#include "mgm-fuzz-target.h"

#include "ns3/internet-stack-helper.h"
#include "ns3/ipv4-address-generator.h"
#include "ns3/ipv4-static-routing-helper.h"
#include "ns3/mac48-address.h"
#include "ns3/names.h"
#include "ns3/pointer.h"
#include "ns3/rng-seed-manager.h"
#include "ns3/simple-channel.h"
#include "ns3/simple-net-device.h"
#include "ns3/simulator.h"

#include <sstream>

namespace ns3
{
namespace mgm
{

namespace
{

Ptr<Node>
MakeNode()
{
    const auto node = CreateObject<Node>();
    InternetStackHelper stack;
    stack.SetIpv6StackInstall(false);
    stack.SetRoutingHelper(Ipv4StaticRoutingHelper());
    stack.Install(node);
    const auto ipv4 = node->GetObject<Ipv4>();
    for (uint32_t i = 1; i <= FuzzRouter::INTERFACES; ++i)
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

TraceHeader
MakeHeaderOf(const std::vector<Ptr<Node>>& nodes)
{
    auto header = TraceHeader::OfSimulation();
    for (const auto& node : nodes)
    {
        header.nodes.push_back(Introduce(node));
    }
    return header;
}

} // namespace

FuzzRib::FuzzRib(Ptr<Ipv4> ipv4)
    : m_ipv4(ipv4)
{
}

std::optional<MulticastRib::Route>
FuzzRib::Lookup(Ipv4Address destination) const
{
    const auto found = m_routes.find(destination);
    if (found == m_routes.end() || !m_ipv4->IsUp(found->second))
    {
        return std::nullopt;
    }
    Route route;
    route.interface.index = found->second;
    return route;
}

void
FuzzRib::Set(Ipv4Address destination, uint32_t interface)
{
    m_routes[destination] = interface;
    if (interface == 0)
    {
        m_routes.erase(destination);
    }
}

FuzzJudge::FuzzJudge(const std::vector<Ptr<Node>>& nodes)
{
    const auto& rules = GetTraceRules();
    m_checker = std::make_unique<TraceChecker>(MakeHeaderOf(nodes),
                                               TraceRuleSet{rules.begin(), rules.end()});
    for (const auto& node : nodes)
    {
        Tracer::Of(node)->TraceConnectWithoutContext("Record",
                                                     MakeCallback(&FuzzJudge::Watch, this));
    }
}

void
FuzzJudge::Finish()
{
    m_checker->Finish();
    for (const auto& finding : m_checker->GetFindings().GetAll())
    {
        std::ostringstream os;
        os << ToString(finding.rule) << " at record "
           << (finding.records.empty() ? 0 : finding.records.back().seq) << ": "
           << finding.explanation;
        throw FuzzFault(os.str());
    }
}

void
FuzzJudge::Watch(const TraceRecord& record)
{
    m_checker->Look(record);
}

FuzzRouter::FuzzRouter()
{
    ResetSimulatorForInput();
    m_node = MakeNode();
    m_ipv4 = m_node->GetObject<Ipv4>();
    m_manager = CreateObject<MulticastGroupManager>();
    m_rib = CreateObject<FuzzRib>(m_ipv4);
    m_manager->SetAttribute("Rib", PointerValue(m_rib));
    m_node->AggregateObject(m_manager);
    m_plane = std::make_unique<FakePlane>(m_manager);
    m_manager->AttachForwardingPlane(m_plane.get());
    m_judge = std::make_unique<FuzzJudge>(std::vector<Ptr<Node>>{m_node});
}

FuzzRouter::~FuzzRouter()
{
    ResetSimulatorForInput();
}

void
FuzzRouter::Route(Ipv4Address destination, uint32_t interface, bool isTold)
{
    m_rib->Set(destination, interface);
    if (isTold)
    {
        m_rib->NotifyRoutesChanged();
    }
}

void
FuzzRouter::SetInterface(uint32_t interface, bool isUp)
{
    if (isUp)
    {
        m_ipv4->SetUp(interface);
    }
    else
    {
        m_ipv4->SetDown(interface);
    }
    m_rib->NotifyRoutesChanged();
}

bool
FuzzRouter::IsUp(uint32_t interface) const
{
    return m_ipv4->IsUp(interface);
}

void
FuzzRouter::Run(Time time)
{
    Simulator::Stop(time);
    Simulator::Run();
}

void
FuzzRouter::Judge()
{
    for (const auto& misuse : m_plane->GetMisuse())
    {
        throw FuzzFault("the forwarder was used wrongly: " + misuse);
    }
    m_judge->Finish();
}

void
ResetSimulatorForInput()
{
    Simulator::Destroy();
    Names::Clear();
    Ipv4AddressGenerator::Reset();
    Mac48Address::ResetAllocationIndex();
    RngSeedManager::SetSeed(1);
    RngSeedManager::SetRun(1);
}

} // namespace mgm
} // namespace ns3
