/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

/*
 * PIM dense mode carries a stream over two routers to a host that joins late.
 *
 *   source ---- 10.1.1.0/24 ---- first ---- 10.1.2.0/24 ---- last ---- 10.1.3.0/24 ---- member
 *
 * Prints where the routers forward the stream before the member joins, while it is one, and after
 * it has left, and how many packets it got. The trace is written to mgm-pim-dense-example.txt, the
 * packets between the routers to mgm-pim-dense-example.pcap.
 */

#include "ns3/core-module.h"
#include "ns3/csma-module.h"
#include "ns3/internet-module.h"
#include "ns3/mgm-helper.h"
#include "ns3/mgm-igmp-agent-helper.h"
#include "ns3/mgm-pim-dense-helper.h"
#include "ns3/mgm-trace-helper.h"
#include "ns3/mgm-traffic-sink.h"
#include "ns3/mgm-traffic-source.h"
#include "ns3/network-module.h"

#include <iostream>

using namespace ns3;
using namespace ns3::mgm;

namespace
{

/// The group.
const Ipv4Address GROUP("239.1.1.1");

/// The interface of the hosts: 0 is the loopback interface.
constexpr uint32_t LAN = 1;

void
PrintEntries(const NodeContainer& routers)
{
    std::cout << Simulator::Now().As(Time::S);
    const char* separator = ": ";
    for (auto router = routers.Begin(); router != routers.End(); ++router)
    {
        for (const auto& mfe : (*router)->GetObject<MulticastGroupManager>()->GetMfes())
        {
            std::cout << separator << "router " << (*router)->GetId() << " forwards to "
                      << mfe.outgoing.size() << " links";
            separator = ", ";
        }
    }
    std::cout << std::endl;
}

} // namespace

int
main(int argc, char* argv[])
{
    CommandLine command(__FILE__);
    command.Parse(argc, argv);

    NodeContainer nodes(4);
    const auto source = nodes.Get(0);
    const auto member = nodes.Get(3);
    const NodeContainer routers(nodes.Get(1), nodes.Get(2));

    InternetStackHelper stack;
    stack.SetIpv6StackInstall(false);
    stack.Install(nodes);
    CsmaHelper csma;
    Ipv4AddressHelper addresses("10.1.1.0", "255.255.255.0");
    NetDeviceContainer devices;
    for (uint32_t i = 0; i + 1 < nodes.GetN(); ++i)
    {
        const auto link = csma.Install(NodeContainer(nodes.Get(i), nodes.Get(i + 1)));
        addresses.Assign(link);
        addresses.NewNetwork();
        devices.Add(link);
    }
    Ipv4GlobalRoutingHelper::PopulateRoutingTables();

    MgmHelper managers;
    managers.Install(routers);
    IgmpRouterHelper igmpRouters;
    const auto igmp = igmpRouters.Install(routers);
    PimDenseHelper pimRouters;
    const auto pim = pimRouters.Install(routers);

    IgmpHostHelper igmpHosts;
    const auto hosts = igmpHosts.Install(member);
    const auto igmpHost = DynamicCast<IgmpHost>(hosts.Get(0));
    Simulator::Schedule(Seconds(30), &IgmpHost::Join, igmpHost, LAN, GROUP);
    Simulator::Schedule(Seconds(40), &IgmpHost::Leave, igmpHost, LAN, GROUP);

    const auto stream = CreateObject<TrafficSource>();
    stream->SetAttribute("Group", Ipv4AddressValue(GROUP));
    stream->SetAttribute("Interval", StringValue("ns3::ConstantRandomVariable[Constant=0.1]"));
    stream->SetStartTime(Seconds(20));
    source->AddApplication(stream);
    const auto sink = CreateObject<TrafficSink>();
    sink->SetFilter(MakeCallback(&IgmpHost::Wants, igmpHost));
    member->AddApplication(sink);

    int64_t number = 0;
    number += csma.AssignStreams(devices, number);
    number += MgmHelper::AssignStreams(routers, number);
    number += IgmpRouterHelper::AssignStreams(igmp, number);
    number += PimDenseHelper::AssignStreams(pim, number);
    IgmpHostHelper::AssignStreams(hosts, number);

    MgmTraceHelper traces;
    traces.EnableAscii("mgm-pim-dense-example.txt");
    MgmTraceHelper::EnablePcap("mgm-pim-dense-example.pcap", devices.Get(2));

    for (const auto at : {29, 35, 45})
    {
        Simulator::Schedule(Seconds(at), &PrintEntries, routers);
    }
    Simulator::Stop(Seconds(50));
    Simulator::Run();
    std::cout << "The member got " << sink->GetReceived() << " packets" << std::endl;
    Simulator::Destroy();
    return 0;
}
