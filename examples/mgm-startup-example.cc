/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

/*
 * IGMP serves a LAN with a joined host when a PIM-like protocol starts on the router.
 *
 *   host ---- 10.1.1.0/24 ---- router
 *
 * Prints who has the LAN before and after, and what the protocol knows in the end. The trace is
 * written to mgm-startup-example.txt, the packets of the router to mgm-startup-example.pcap.
 */

#include "ns3/core-module.h"
#include "ns3/csma-module.h"
#include "ns3/internet-module.h"
#include "ns3/mgm-helper.h"
#include "ns3/mgm-igmp-agent-helper.h"
#include "ns3/mgm-scripted-protocol-helper.h"
#include "ns3/mgm-trace-helper.h"
#include "ns3/network-module.h"

#include <iostream>

using namespace ns3;
using namespace ns3::mgm;

namespace
{

/// Protocol ids are up to the protocols; IGMP has 10.
constexpr ClientId PIM{4, 1};

/// The interface of the LAN on both nodes: 0 is the loopback interface.
constexpr uint32_t LAN = 1;

void
PrintHolder(Ptr<MulticastGroupManager> manager)
{
    ClientId id;
    const auto status = manager->GetProtocolOnInterface({LAN}, id);
    std::cout << Simulator::Now().As(Time::S) << " " << status << ": the LAN is held by " << id
              << std::endl;
}

} // namespace

int
main(int argc, char* argv[])
{
    CommandLine command(__FILE__);
    command.Parse(argc, argv);

    NodeContainer nodes(2);
    const auto router = nodes.Get(0);
    const auto host = nodes.Get(1);

    CsmaHelper csma;
    const auto devices = csma.Install(nodes);
    InternetStackHelper stack;
    stack.SetIpv6StackInstall(false);
    stack.Install(nodes);
    Ipv4AddressHelper addresses("10.1.1.0", "255.255.255.0");
    addresses.Assign(devices);

    MgmHelper managers;
    managers.SetAttribute("CallbackDelivery", StringValue("inline"));
    const auto manager = managers.Install(router);

    IgmpRouterHelper igmpRouters;
    igmpRouters.SetInterfaceAttribute("QueryInterval", TimeValue(Seconds(60)));
    igmpRouters.Install(router);

    IgmpHostHelper igmpHosts;
    const auto agents = igmpHosts.Install(host);
    const auto igmpHost = DynamicCast<IgmpHost>(agents.Get(0));
    Simulator::Schedule(Seconds(1), &IgmpHost::Join, igmpHost, LAN, Ipv4Address("239.1.1.1"));

    ScriptedProtocolHelper protocols("pim", PIM);
    const auto pim = protocols.Install(router);
    pim->SetStartTime(Seconds(10));
    pim->SetStopTime(Seconds(50));

    int64_t stream = 0;
    stream += csma.AssignStreams(devices, stream);
    stream += MgmHelper::AssignStreams(nodes, stream);
    stream += IgmpHostHelper::AssignStreams(agents, stream);
    ScriptedProtocolHelper::AssignStreams(ApplicationContainer(pim), stream);

    MgmTraceHelper traces;
    traces.EnableAscii("mgm-startup-example.txt");
    MgmTraceHelper::EnablePcap("mgm-startup-example.pcap", devices.Get(0));

    Simulator::Schedule(Seconds(9), &PrintHolder, manager);
    Simulator::Schedule(Seconds(11), &PrintHolder, manager);
    Simulator::Stop(Seconds(40));
    Simulator::Run();
    for (const auto& group : pim->GetKnowledge().GetAll())
    {
        std::cout << "PIM knows " << group << std::endl;
    }
    Simulator::Destroy();
    return 0;
}
