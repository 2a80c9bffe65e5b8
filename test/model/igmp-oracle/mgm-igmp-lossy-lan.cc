/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "mgm-igmp-lossy-lan.h"

#include "mgm-igmp-source-bits.h"
#include "mgm-igmp-wire-peer.h"

#include "ns3/internet-stack-helper.h"
#include "ns3/mgm-multicast-group-manager.h"
#include "ns3/pointer.h"
#include "ns3/simulator.h"
#include "ns3/string.h"

#include <sstream>

namespace ns3
{
namespace mgm
{

namespace
{

constexpr uint32_t ROUTERS = 2;
constexpr uint32_t FIRST_ROUTER = 0x0A000001; // 10.0.0.1
constexpr uint32_t FIRST_HOST = 0x0A000009;   // 10.0.0.9
constexpr uint8_t V3 = 3;
const Time QUERY_INTERVAL = Seconds(20);
const Time RESPONSE_INTERVAL = Seconds(4);
// Robustness 2: membership, older hosts and other queriers are remembered for at most 44 s. Old
// state is gone after one such time, what an older host hid is learned after one more, and what
// that brought back is gone after a third one.
const Time LONG_ENOUGH = Seconds(3 * 44 + 2 * 20);

SourceSet
ToSourceSet(SourceBits bits)
{
    std::vector<Ipv4Address> sources;
    for (const auto address : ToAddresses(bits))
    {
        sources.emplace_back(address);
    }
    return SourceSet(sources);
}

/// What is forwarded or, in EXCLUDE, what is not.
std::string
Describe(const std::optional<IgmpGroupState>& state)
{
    if (!state)
    {
        return "nothing";
    }
    std::vector<Ipv4Address> sources;
    for (const auto& [source, time] : state->sources)
    {
        if (time.IsZero() == (state->mode == FilterMode::EXCLUDE))
        {
            sources.push_back(source);
        }
    }
    std::ostringstream os;
    os << ToString(state->mode) << SourceSet(sources);
    return os.str();
}

std::string
Describe(const IgmpFilterModel& filter)
{
    if (filter.IsNothing())
    {
        return "nothing";
    }
    std::ostringstream os;
    os << (filter.isExclude ? "EXCLUDE" : "INCLUDE") << ToSourceSet(filter.sources);
    return os.str();
}

} // namespace

IgmpLossyLan::IgmpLossyLan(const IgmpLanVersions& versions, double loss, int64_t stream)
    : m_versions(versions),
      m_loss(loss),
      m_stream(stream),
      m_channel(CreateObject<SimpleChannel>())
{
    for (uint32_t i = 0; i < ROUTERS; ++i)
    {
        const auto node = AddNode(FIRST_ROUTER + i);
        node->AggregateObject(CreateObject<MulticastGroupManager>());
        m_routers.push_back(CreateObject<IgmpRouter>());
        m_routers.back()->SetInterfaceAttribute("QueryInterval", TimeValue(QUERY_INTERVAL));
        m_routers.back()->SetInterfaceAttribute("QueryResponseInterval",
                                                TimeValue(RESPONSE_INTERVAL));
        node->AddApplication(m_routers.back());
        m_routers.back()->AddInterface(LAN, versions.routers);
    }
    for (uint32_t i = 0; i < versions.hosts.size(); ++i)
    {
        const auto node = AddNode(FIRST_HOST + i);
        m_hosts.push_back(CreateObject<IgmpHost>());
        node->AddApplication(m_hosts.back());
        m_hosts.back()->AddInterface(LAN, versions.hosts[i]);
        m_stream += m_hosts.back()->AssignStreams(m_stream);
    }
}

IgmpLossyLan::~IgmpLossyLan()
{
    Simulator::Destroy();
}

void
IgmpLossyLan::SetFilter(uint32_t host, uint32_t group, const IgmpFilterModel& filter)
{
    m_wanted[{group, host}] = filter;
    m_hosts[host]->SetFilter(LAN,
                             Ipv4Address(group),
                             filter.isExclude ? FilterMode::EXCLUDE : FilterMode::INCLUDE,
                             ToSourceSet(filter.sources));
}

void
IgmpLossyLan::Run(Time time)
{
    Simulator::Stop(time);
    Simulator::Run();
}

void
IgmpLossyLan::Settle()
{
    for (const auto& error : m_errors)
    {
        error->Disable();
    }
    Run(LONG_ENOUGH);
}

std::string
IgmpLossyLan::Compare(const std::vector<uint32_t>& groups) const
{
    std::ostringstream os;
    for (uint32_t i = 0; i < ROUTERS; ++i)
    {
        const auto interface = m_routers[i]->GetInterface(LAN);
        if (interface->IsQuerier() != (i == 0))
        {
            os << "router " << i << " should be" << (i == 0 ? "" : " no") << " querier\n";
        }
        for (const auto group : groups)
        {
            const auto is = Describe(interface->GetGroup(Ipv4Address(group)));
            const auto should = Describe(GetUnion(group));
            if (is != should)
            {
                os << "router " << i << ' ' << Ipv4Address(group) << " is " << is << ", should be "
                   << should << '\n';
            }
        }
    }
    return os.str();
}

Ptr<Node>
IgmpLossyLan::AddNode(uint32_t address)
{
    const auto node = CreateObject<Node>();
    InternetStackHelper internet;
    internet.SetIpv6StackInstall(false);
    internet.Install(node);
    ConnectToLink(node, m_channel, address);
    const auto error = CreateObject<RateErrorModel>();
    error->SetUnit(RateErrorModel::ERROR_UNIT_PACKET);
    error->SetRate(m_loss);
    m_stream += error->AssignStreams(m_stream);
    node->GetDevice(node->GetNDevices() - 1)
        ->SetAttribute("ReceiveErrorModel", PointerValue(error));
    m_errors.push_back(error);
    return node;
}

IgmpFilterModel
IgmpLossyLan::GetUnion(uint32_t group) const
{
    std::vector<IgmpFilterModel> filters;
    for (const auto& [key, filter] : m_wanted)
    {
        const bool isOld = m_versions.routers < V3 || m_versions.hosts[key.second] < V3;
        if (key.first == group && !filter.IsNothing())
        {
            filters.push_back(isOld ? IgmpFilterModel{true, 0} : filter);
        }
    }
    return MergeFilterModels(filters);
}

} // namespace mgm
} // namespace ns3
