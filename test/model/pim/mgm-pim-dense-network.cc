/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "mgm-pim-dense-network.h"

#include "ns3/csma-helper.h"
#include "ns3/internet-stack-helper.h"
#include "ns3/ipv4-global-routing-helper.h"
#include "ns3/ipv4.h"
#include "ns3/mgm-helper.h"
#include "ns3/mgm-igmp-agent-helper.h"
#include "ns3/mgm-pim-dense-helper.h"
#include "ns3/mgm-tracer.h"
#include "ns3/names.h"
#include "ns3/simulator.h"
#include "ns3/string.h"
#include "ns3/uinteger.h"

#include <sstream>

namespace ns3
{
namespace mgm
{

namespace
{

/// Each node has a hundred random streams from here on.
constexpr int64_t FIRST_STREAM = 2000;

/// @param name name of a node @return whether it is a host
bool
IsHost(const std::string& name)
{
    return name.front() == 'h';
}

} // namespace

void
PimDenseNetwork::TearDown()
{
    m_nodes.clear();
    MgmTest::TearDown();
}

Ptr<Node>
PimDenseNetwork::MakeNode(const std::string& name)
{
    auto& node = m_nodes[name];
    if (!node)
    {
        node = CreateObject<Node>();
        InternetStackHelper stack;
        stack.SetIpv6StackInstall(false);
        stack.Install(node);
    }
    return node;
}

void
PimDenseNetwork::AddLink(const std::string& name, const std::vector<Place>& places)
{
    CsmaHelper csma;
    csma.SetChannelAttribute("Delay", StringValue("1ms"));
    csma.SetChannelAttribute("DataRate", StringValue("100Mbps"));
    NodeContainer nodes;
    for (const auto& [node, address] : places)
    {
        nodes.Add(MakeNode(node));
    }
    const auto devices = csma.Install(nodes);
    csma.AssignStreams(devices, 1000);
    for (uint32_t i = 0; i < places.size(); ++i)
    {
        const auto ipv4 = nodes.Get(i)->GetObject<Ipv4>();
        const auto interface = ipv4->AddInterface(devices.Get(i));
        ipv4->AddAddress(interface, {Ipv4Address(places[i].second), Ipv4Mask("/24")});
        ipv4->SetUp(interface);
        m_attachments[places[i].first].push_back({name, interface});
    }
}

void
PimDenseNetwork::SetMetric(const std::string& node, const std::string& link, uint16_t metric)
{
    m_nodes.at(node)->GetObject<Ipv4>()->SetMetric(GetInterface(node, link), metric);
}

void
PimDenseNetwork::Install()
{
    Ipv4GlobalRoutingHelper::PopulateRoutingTables();
    for (const auto& entry : m_nodes)
    {
        const auto& name = entry.first;
        const auto& node = entry.second;
        if (IsHost(name))
        {
            const auto hosts = IgmpHostHelper().Install(node);
            IgmpHostHelper::AssignStreams(hosts, FIRST_STREAM + 100 * node->GetId());
            const auto sink = CreateObject<TrafficSink>();
            node->AddApplication(sink);
            const auto host = DynamicCast<IgmpHost>(node->GetApplication(0));
            sink->SetFilter(MakeCallback(&IgmpHost::Wants, host));
            sink->TraceConnectWithoutContext(
                "Rx",
                Callback<void, const TrafficReception&>([this, name](const TrafficReception& r) {
                    m_received[name].push_back(r.sequence);
                }));
            continue;
        }
        MgmHelper().Install(node);
        auto stream = FIRST_STREAM + 100 * node->GetId();
        stream += MgmHelper::AssignStreams(NodeContainer(node), stream);
        stream += IgmpRouterHelper::AssignStreams(IgmpRouterHelper().Install(node), stream);
        PimDenseHelper::AssignStreams(PimDenseHelper().Install(node), stream);
        Tracer::Of(node)->TraceConnectWithoutContext(
            "Record",
            Callback<void, const TraceRecord&>([this, name](const TraceRecord& record) {
                if (record.kind == TraceKind::PACKET_TX)
                {
                    ++m_messages[{name, std::string(record.op)}];
                }
            }));
    }
}

void
PimDenseNetwork::TraceTo(const std::string& path)
{
    m_traces = MgmTraceHelper(); // the seed is that of this test
    NodeContainer nodes;
    for (const auto& [name, node] : m_nodes)
    {
        Names::Add(name, node);
        nodes.Add(node);
    }
    ASSERT_TRUE(m_traces.EnableJsonLines(path, nodes));
}

bool
PimDenseNetwork::FlushTrace()
{
    return m_traces.Flush();
}

void
PimDenseNetwork::RunUntil(double until)
{
    Simulator::Stop(Seconds(until) - Simulator::Now());
    Simulator::Run();
}

void
PimDenseNetwork::At(double at, std::function<void()> what)
{
    Simulator::Schedule(Seconds(at), std::move(what));
}

void
PimDenseNetwork::JoinAt(const std::string& host, double at, const char* group)
{
    const auto agent = DynamicCast<IgmpHost>(m_nodes.at(host)->GetApplication(0));
    Simulator::Schedule(Seconds(at), &IgmpHost::Join, agent, 1, Ipv4Address(group));
}

void
PimDenseNetwork::LeaveAt(const std::string& host, double at, const char* group)
{
    const auto agent = DynamicCast<IgmpHost>(m_nodes.at(host)->GetApplication(0));
    Simulator::Schedule(Seconds(at), &IgmpHost::Leave, agent, 1, Ipv4Address(group));
}

void
PimDenseNetwork::SendFrom(const std::string& host,
                          double from,
                          uint32_t count,
                          double interval,
                          const char* group)
{
    const auto source = CreateObject<TrafficSource>();
    source->SetAttribute("Group", Ipv4AddressValue(group));
    source->SetAttribute("Interface", UintegerValue(1));
    source->SetAttribute("Count", UintegerValue(count));
    source->SetAttribute("Ttl", UintegerValue(32));
    std::ostringstream constant;
    constant << "ns3::ConstantRandomVariable[Constant=" << interval << "]";
    source->SetAttribute("Interval", StringValue(constant.str()));
    source->SetStartTime(Seconds(from));
    m_nodes.at(host)->AddApplication(source);
}

uint32_t
PimDenseNetwork::GetInterface(const std::string& node, const std::string& link) const
{
    for (const auto& attachment : m_attachments.at(node))
    {
        if (attachment.link == link)
        {
            return attachment.interface;
        }
    }
    return 0;
}

Ptr<IgmpRouter>
PimDenseNetwork::GetIgmp(const std::string& router) const
{
    return DynamicCast<IgmpRouter>(m_nodes.at(router)->GetApplication(0));
}

Ptr<PimDenseRouter>
PimDenseNetwork::GetRouter(const std::string& router) const
{
    return DynamicCast<PimDenseRouter>(m_nodes.at(router)->GetApplication(1));
}

Ptr<MulticastGroupManager>
PimDenseNetwork::GetManager(const std::string& router) const
{
    return m_nodes.at(router)->GetObject<MulticastGroupManager>();
}

const std::vector<uint32_t>&
PimDenseNetwork::GetReceived(const std::string& host)
{
    return m_received[host];
}

uint32_t
PimDenseNetwork::CountMessages(const std::string& router, const std::string& op) const
{
    const auto found = m_messages.find({router, op});
    return found == m_messages.end() ? 0 : found->second;
}

std::string
PimDenseNetwork::GetOutgoing(const std::string& router) const
{
    std::ostringstream os;
    for (const auto& mfe : GetManager(router)->GetMfes())
    {
        os << (os.tellp() > 0 ? "; " : "") << SourceGroup{mfe.source, mfe.group} << ':';
        for (const auto& attachment : m_attachments.at(router))
        {
            for (const auto& outgoing : mfe.outgoing)
            {
                os << (outgoing.index == attachment.interface ? " " + attachment.link : "");
            }
        }
    }
    return os.str();
}

} // namespace mgm
} // namespace ns3
