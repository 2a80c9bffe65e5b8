/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "mgm-dense-internet.h"

#include "ns3/boolean.h"
#include "ns3/internet-stack-helper.h"
#include "ns3/ipv4-header.h"
#include "ns3/mgm-helper.h"
#include "ns3/mgm-igmp-agent-helper.h"
#include "ns3/mgm-pim-dense-helper.h"
#include "ns3/mgm-traffic-source.h"
#include "ns3/pointer.h"
#include "ns3/simple-net-device.h"
#include "ns3/simulator.h"
#include "ns3/string.h"
#include "ns3/uinteger.h"

#include <algorithm>
#include <string>

namespace ns3
{
namespace mgm
{

namespace
{

constexpr uint32_t HOST_NUMBER = 100;
constexpr uint32_t SOURCE_NUMBER = 101;
constexpr uint32_t STREAM_TTL = 64;

Ipv4Address
MakeAddress(uint32_t link, uint32_t number)
{
    return Ipv4Address(0x0A010000 + (link << 8) + number);
}

/// The order of addresses is not that of the routers.
uint32_t
NumberOf(uint32_t router)
{
    constexpr uint32_t PRIME = 31; // greater than the number of routers
    return 1 + 13 * (router + 1) % PRIME;
}

} // namespace

DenseInternet::DenseInternet(const DensePlan& plan,
                             const DenseTimers& timers,
                             std::vector<DenseStream> streams,
                             uint32_t taste)
    : m_plan(plan),
      m_timers(timers),
      m_streams(std::move(streams)),
      m_taste(taste),
      m_routers(plan.CountRouters()),
      m_links(plan.GetLinks().size()),
      m_ledgers(m_streams.size()),
      m_wanted(m_streams.size())
{
    for (auto& link : m_links)
    {
        link.channel = CreateObject<SimpleChannel>();
        link.channel->SetAttribute("Delay", TimeValue(MilliSeconds(2)));
    }
    for (auto& router : m_routers)
    {
        router.node = MakeNode();
        router.ipv4 = router.node->GetObject<Ipv4>();
    }
    for (uint32_t link = 0; link < m_links.size(); ++link)
    {
        for (const auto router : plan.GetLinks()[link].routers)
        {
            m_routers[router].interfaces[link] =
                Attach(m_routers[router].node, link, NumberOf(router));
        }
        if (plan.GetLinks()[link].hasHost)
        {
            MakeHost(link);
        }
    }
    for (uint32_t router = 0; router < m_routers.size(); ++router)
    {
        MakeRouter(router);
    }
    for (const auto& stream : m_streams)
    {
        auto& source = m_sources[stream.link];
        if (!source)
        {
            source = MakeNode();
            Attach(source, stream.link, SOURCE_NUMBER);
        }
    }
    UpdateRoutes();
    Disturb();
}

Ptr<Node>
DenseInternet::MakeNode()
{
    const auto node = CreateObject<Node>();
    InternetStackHelper stack;
    stack.SetIpv6StackInstall(false);
    stack.Install(node);
    m_nextRandomStream += stack.AssignStreams(NodeContainer(node), m_nextRandomStream);
    return node;
}

uint32_t
DenseInternet::Attach(Ptr<Node> node, uint32_t link, uint32_t number)
{
    const auto device = CreateObject<SimpleNetDevice>();
    device->SetAddress(Mac48Address::Allocate());
    device->SetChannel(m_links[link].channel);
    const auto error = CreateObject<RateErrorModel>();
    error->SetUnit(RateErrorModel::ERROR_UNIT_PACKET);
    error->SetRate(0);
    m_nextRandomStream += error->AssignStreams(m_nextRandomStream);
    device->SetReceiveErrorModel(error);
    m_links[link].error.push_back(error);
    node->AddDevice(device);
    const auto ipv4 = node->GetObject<Ipv4>();
    const auto interface = ipv4->AddInterface(device);
    ipv4->AddAddress(interface, {MakeAddress(link, number), Ipv4Mask("/24")});
    ipv4->SetUp(interface);
    return interface;
}

void
DenseInternet::MakeHost(uint32_t link)
{
    const auto node = MakeNode();
    Attach(node, link, HOST_NUMBER);
    const auto hosts = IgmpHostHelper().Install(node);
    m_nextRandomStream += IgmpHostHelper::AssignStreams(hosts, m_nextRandomStream);
    m_links[link].host = DynamicCast<IgmpHost>(hosts.Get(0));
    node->GetObject<Ipv4>()->TraceConnectWithoutContext(
        "Rx",
        Callback<void, Ptr<const Packet>, Ptr<Ipv4>, uint32_t>(
            [this, link](Ptr<const Packet> packet, Ptr<Ipv4>, uint32_t) {
                uint32_t ttl = 0;
                if (auto* found = Find(packet, ttl))
                {
                    ++found->arrived[link];
                }
            }));
}

void
DenseInternet::MakeRouter(uint32_t number)
{
    auto& router = m_routers[number];
    router.manager = MgmHelper().Install(router.node);
    router.rib = CreateObject<StaticMulticastRib>();
    router.rib->SetFallback(nullptr);
    router.manager->SetAttribute("Rib", PointerValue(router.rib));
    IgmpRouterHelper igmp;
    igmp.SetInterfaceAttribute("QueryInterval", TimeValue(Seconds(m_timers.queryInterval)));
    igmp.SetInterfaceAttribute("QueryResponseInterval",
                               TimeValue(Seconds(m_timers.responseInterval)));
    const auto igmpRouters = igmp.Install(router.node);
    router.igmp = DynamicCast<IgmpRouter>(igmpRouters.Get(0));
    PimDenseHelper pim;
    pim.SetTibAttribute("StateRefresh", BooleanValue(m_timers.isRefreshing));
    pim.SetTibAttribute("PruneHoldtime", TimeValue(Seconds(m_timers.pruneHoldtime)));
    pim.SetTibAttribute("PruneLimit", TimeValue(Seconds(m_timers.pruneHoldtime)));
    pim.SetTibAttribute("AssertTime", TimeValue(Seconds(m_timers.assertTime)));
    pim.SetTibAttribute("RefreshInterval", TimeValue(Seconds(m_timers.refreshInterval)));
    pim.SetInterfaceAttribute("HelloPeriod", TimeValue(Seconds(m_timers.helloPeriod)));
    const auto pimRouters = pim.Install(router.node);
    router.pim = DynamicCast<PimDenseRouter>(pimRouters.Get(0));
    m_nextRandomStream += IgmpRouterHelper::AssignStreams(igmpRouters, m_nextRandomStream);
    m_nextRandomStream += PimDenseHelper::AssignStreams(pimRouters, m_nextRandomStream);
    m_nextRandomStream += MgmHelper::AssignStreams(NodeContainer(router.node), m_nextRandomStream);
    std::map<uint32_t, uint32_t> links;
    for (const auto& [link, interface] : router.interfaces)
    {
        links[interface] = link;
    }
    router.ipv4->TraceConnectWithoutContext(
        "Tx",
        Callback<void, Ptr<const Packet>, Ptr<Ipv4>, uint32_t>(
            [this, links](Ptr<const Packet> packet, Ptr<Ipv4>, uint32_t interface) {
                uint32_t ttl = 0;
                if (auto* found = Find(packet, ttl))
                {
                    ++found->copies[links.at(interface)];
                    found->hops = std::max(found->hops, STREAM_TTL - ttl);
                }
            }));
}

void
DenseInternet::StartAt(uint32_t router, double igmp, double pim)
{
    m_routers[router].igmp->SetStartTime(Seconds(igmp));
    m_routers[router].pim->SetStartTime(Seconds(pim));
}

void
DenseInternet::SendFrom(double at)
{
    for (std::size_t i = 0; i < m_streams.size(); ++i)
    {
        const auto source = CreateObject<TrafficSource>();
        source->SetAttribute("Group", Ipv4AddressValue(m_streams[i].group));
        source->SetAttribute("Ttl", UintegerValue(STREAM_TTL));
        source->SetAttribute("Interval",
                             StringValue("ns3::ConstantRandomVariable[Constant=" +
                                         std::to_string(m_timers.packetInterval) + "]"));
        source->SetStartTime(Seconds(at + 0.1 * static_cast<double>(i)));
        m_sources.at(m_streams[i].link)->AddApplication(source);
        source->TraceConnectWithoutContext(
            "Tx",
            Callback<void, uint32_t, Ptr<const Packet>>(
                [this, i](uint32_t number, Ptr<const Packet>) { NoteSending(i, number); }));
    }
}

void
DenseInternet::NoteSending(std::size_t stream, uint32_t number)
{
    auto& ledger = m_ledgers[stream];
    ledger.resize(number + 1);
    const auto now = Simulator::Now().GetSeconds();
    ledger[number].sent = now;
    ledger[number].age = now - m_disturbed;
    ledger[number].wanted = m_wanted[stream];
}

DensePacket*
DenseInternet::Find(Ptr<const Packet> packet, uint32_t& ttl)
{
    Ipv4Header header;
    packet->PeekHeader(header);
    ttl = header.GetTtl();
    for (std::size_t i = 0; i < m_streams.size(); ++i)
    {
        const auto& [link, group] = m_streams[i];
        auto& ledger = m_ledgers[i];
        if (header.GetDestination() == group &&
            header.GetSource() == MakeAddress(link, SOURCE_NUMBER) &&
            header.GetIdentification() < ledger.size())
        {
            return &ledger[header.GetIdentification()];
        }
    }
    return nullptr;
}

void
DenseInternet::UpdateRouter(uint32_t number)
{
    auto& router = m_routers[number];
    const bool isUp = m_plan.IsRouterUp(number);
    if (!isUp)
    {
        router.manager->Crash();
        router.igmp->Fail();
        router.pim->Fail();
    }
    for (const auto& [link, interface] : router.interfaces)
    {
        UpdateLink(link);
    }
    if (isUp)
    {
        router.igmp->Start();
        router.pim->Start();
    }
}

void
DenseInternet::UpdateLink(uint32_t link)
{
    for (const auto number : m_plan.GetLinks()[link].routers)
    {
        const auto& router = m_routers[number];
        const auto interface = router.interfaces.at(link);
        const bool isUp = m_plan.IsLinkUp(link) && m_plan.IsRouterUp(number);
        if (isUp && !router.ipv4->IsUp(interface))
        {
            router.ipv4->SetUp(interface);
        }
        else if (!isUp && router.ipv4->IsUp(interface))
        {
            router.ipv4->SetDown(interface);
        }
    }
}

void
DenseInternet::UpdateRoutes()
{
    for (std::size_t stream = 0; stream < m_streams.size(); ++stream)
    {
        const auto paths = MakePaths(stream);
        for (uint32_t router = 0; router < m_routers.size(); ++router)
        {
            SetRoute(m_routers[router], stream, paths.GetHop(router));
        }
    }
}

void
DenseInternet::SetRoute(Router& router,
                        std::size_t stream,
                        const std::optional<DensePaths::Hop>& way)
{
    constexpr uint32_t PREFERENCE = 110;
    const auto link = m_streams[stream].link;
    const auto network = MakeAddress(link, 0);
    const auto known = router.way.find(link);
    if (!way)
    {
        router.rib->RemoveRoute(network, Ipv4Mask("/24"));
        router.way.erase(link);
        return;
    }
    if (known != router.way.end() && known->second == *way)
    {
        return;
    }
    router.way[link] = *way;
    MulticastRib::Route route;
    route.interface.index = router.interfaces.at(way->link);
    if (way->via)
    {
        route.nextHop = MakeAddress(way->link, NumberOf(*way->via));
        route.preference = PREFERENCE;
        route.metric = way->distance;
    }
    router.rib->AddRoute(network, Ipv4Mask("/24"), route);
}

void
DenseInternet::SetLoss(uint32_t link, double rate)
{
    for (const auto& error : m_links[link].error)
    {
        error->SetRate(rate);
    }
}

void
DenseInternet::SetMember(uint32_t link, Ipv4Address group, bool isMember)
{
    if (isMember)
    {
        m_links[link].host->Join(1, group);
        m_members.insert({link, group});
    }
    else
    {
        m_links[link].host->Leave(1, group);
        m_members.erase({link, group});
    }
}

void
DenseInternet::Disturb()
{
    m_disturbed = Simulator::Now().GetSeconds();
    for (std::size_t stream = 0; stream < m_streams.size(); ++stream)
    {
        const auto paths = MakePaths(stream);
        m_wanted[stream].clear();
        for (const auto link : GetMembers(stream))
        {
            if (paths.IsReached(link))
            {
                m_wanted[stream].insert(link);
            }
        }
    }
}

std::set<uint32_t>
DenseInternet::GetMembers(std::size_t stream) const
{
    std::set<uint32_t> links;
    for (const auto& [link, group] : m_members)
    {
        if (group == m_streams[stream].group)
        {
            links.insert(link);
        }
    }
    return links;
}

SourceGroup
DenseInternet::GetSourceGroup(std::size_t stream) const
{
    return {MakeAddress(m_streams[stream].link, SOURCE_NUMBER), m_streams[stream].group};
}

DensePaths
DenseInternet::MakePaths(std::size_t stream) const
{
    return {m_plan, m_streams[stream].link, m_taste};
}

} // namespace mgm
} // namespace ns3
