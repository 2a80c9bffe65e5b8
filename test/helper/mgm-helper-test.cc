/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "mgm-test-fixture.h"
#include "tools/scenario/mgm-scenario-file.h"

#include "ns3/csma-helper.h"
#include "ns3/enum.h"
#include "ns3/internet-stack-helper.h"
#include "ns3/ipv4-address-helper.h"
#include "ns3/mgm-helper.h"
#include "ns3/mgm-igmp-agent-helper.h"
#include "ns3/mgm-scripted-protocol-helper.h"
#include "ns3/mgm-trace-helper.h"
#include "ns3/node-container.h"
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

/// Two nodes on a LAN.
class Helpers : public MgmTest
{
  protected:
    void SetUp() override
    {
        MgmTest::SetUp();
        m_nodes.Create(2);
        m_devices = CsmaHelper().Install(m_nodes);
        InternetStackHelper().Install(m_nodes);
        Ipv4AddressHelper("10.1.1.0", "255.255.255.0").Assign(m_devices);
    }

    NodeContainer m_nodes;        ///< the nodes
    NetDeviceContainer m_devices; ///< their devices
};

TEST_F(Helpers, AManagerIsInstalledOncePerNode)
{
    MgmHelper helper;
    helper.SetAttribute("AlertOrder", StringValue("reverse"));
    const auto manager = helper.Install(m_nodes.Get(0));
    helper.Install(m_nodes);
    EXPECT_EQ(m_nodes.Get(0)->GetObject<MulticastGroupManager>(), manager);
    EXPECT_TRUE(m_nodes.Get(1)->GetObject<MulticastGroupManager>());
    StringValue order;
    manager->GetAttribute("AlertOrder", order);
    EXPECT_EQ(order.Get(), "reverse");
}

TEST_F(Helpers, StreamsAreCounted)
{
    MgmHelper().Install(m_nodes);
    const auto one = MgmHelper::AssignStreams(NodeContainer(m_nodes.Get(0)), 0);
    EXPECT_GT(one, 0);
    EXPECT_EQ(MgmHelper::AssignStreams(m_nodes, 10), 2 * one);
    EXPECT_EQ(MgmHelper::AssignStreams(NodeContainer(), 0), 0);
}

TEST_F(Helpers, IgmpAgentsServeAllInterfacesButTheLoopback)
{
    MgmHelper().Install(m_nodes);
    IgmpRouterHelper routers;
    routers.SetVersion(2);
    routers.SetInterfaceAttribute("QueryInterval", TimeValue(Seconds(60)));
    const auto router = DynamicCast<IgmpRouter>(routers.Install(m_nodes.Get(0)).Get(0));
    EXPECT_FALSE(router->GetInterface(0));
    ASSERT_TRUE(router->GetInterface(1));
    TimeValue interval;
    router->GetInterface(1)->GetAttribute("QueryInterval", interval);
    EXPECT_EQ(interval.Get(), Seconds(60));
    UintegerValue version;
    router->GetInterface(1)->GetAttribute("Version", version);
    EXPECT_EQ(version.Get(), 2U);

    const auto hosts = IgmpHostHelper().Install(m_nodes.Get(1));
    const auto host = DynamicCast<IgmpHost>(hosts.Get(0));
    EXPECT_FALSE(host->GetInterface(0));
    EXPECT_TRUE(host->GetInterface(1));
    EXPECT_EQ(IgmpHostHelper::AssignStreams(hosts, 0), 1);
}

TEST_F(Helpers, AProtocolRegistersAsItWasTold)
{
    MgmHelper().Install(m_nodes);
    ScriptedProtocolHelper helper("pim", {4, 7});
    const auto protocols = helper.Install(m_nodes);
    EXPECT_EQ(protocols.GetN(), 2U);
    Simulator::Stop(Seconds(1));
    Simulator::Run();
    ClientId owner;
    const auto manager = m_nodes.Get(1)->GetObject<MulticastGroupManager>();
    EXPECT_EQ(manager->GetProtocolOnInterface({1}, owner), Status::NO_ERROR);
    EXPECT_EQ(owner, (ClientId{4, 7}));
}

TEST_F(Helpers, AProtocolDoesWhatItsScriptSays)
{
    MgmHelper().Install(m_nodes);
    ScriptedProtocolHelper helper("pim", {4, 1});
    Script script;
    script.startUp.resize(1); // register
    helper.SetScript(script);
    const auto protocol = helper.Install(m_nodes.Get(0));
    Simulator::Stop(Seconds(1));
    Simulator::Run();
    EXPECT_TRUE(protocol->GetHandle());
    ClientId owner;
    const auto manager = m_nodes.Get(0)->GetObject<MulticastGroupManager>();
    EXPECT_EQ(manager->GetProtocolOnInterface({1}, owner), Status::ERROR_NOT_FOUND);
}

TEST_F(Helpers, TracesAndCapturesAreWritten)
{
    const TemporaryDirectory directory;
    MgmHelper().Install(m_nodes);
    IgmpRouterHelper().Install(m_nodes.Get(0));
    MgmTraceHelper traces;
    EXPECT_TRUE(traces.EnableJsonLines(directory / "t.jsonl"));
    EXPECT_TRUE(traces.EnableCsv(directory / "t.csv", NodeContainer()));
    EXPECT_FALSE(traces.EnableCsv(directory / "none/t.csv"));
    MgmTraceHelper::EnablePcap(directory / "p.pcap", m_devices.Get(1));
    Simulator::Stop(Seconds(1));
    Simulator::Run();
    EXPECT_TRUE(traces.Flush());
    Simulator::Destroy();
    m_nodes = NodeContainer();
    m_devices = NetDeviceContainer(); // captures are complete when the devices are gone
    EXPECT_NE(ReadWholeFile(directory / "t.jsonl").find("IGMPv3 Query"), std::string::npos);
    EXPECT_EQ(ReadWholeFile(directory / "t.csv").find("IGMPv3 Query"), std::string::npos);
    constexpr std::size_t PCAP_HEADER = 24;
    EXPECT_GT(ReadWholeFile(directory / "p.pcap").size(), PCAP_HEADER);
}

} // namespace

} // namespace mgm
} // namespace ns3
