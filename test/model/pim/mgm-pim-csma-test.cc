/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "mgm-pim-interface-lan.h"
#include "mgm-test-fixture.h"

#include "ns3/csma-helper.h"
#include "ns3/internet-stack-helper.h"
#include "ns3/ipv4-address-helper.h"
#include "ns3/mgm-pim-interface.h"
#include "ns3/mgm-tracer.h"
#include "ns3/node-container.h"
#include "ns3/simulator.h"
#include "ns3/string.h"
#include "ns3/uinteger.h"

#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <memory>

namespace ns3
{
namespace mgm
{

namespace
{

/// @brief A router on an Ethernet.
struct CsmaRouter : PimInterfaceListener
{
    Ptr<Node> node;                       ///< the node
    Ptr<PimInterface> interface;          ///< its interface
    std::vector<std::string> restarted{}; ///< neighbors that have started anew

    void OnNeighborRestarted(const PimNeighbor& neighbor) override
    {
        restarted.push_back(ToText(neighbor.address));
    }
};

/// @brief Up to three routers on an Ethernet with a delay, 10.0.1.1 to 10.0.1.3.
class PimCsma : public MgmTest
{
  protected:
    static constexpr uint32_t LAN = 1; ///< Index of the interface.

    void TearDown() override
    {
        for (auto& router : m_routers)
        {
            router->interface->Dispose();
        }
        Simulator::Destroy();
        m_routers.clear();
        m_devices = NetDeviceContainer();
        if (!m_folder.empty())
        {
            std::filesystem::remove_all(m_folder);
        }
        MgmTest::TearDown();
    }

    /// @brief Makes the routers, and has them start. @param count their number
    void Build(uint32_t count)
    {
        NodeContainer nodes(count);
        CsmaHelper csma;
        csma.SetChannelAttribute("Delay", StringValue("1ms"));
        m_devices = csma.Install(nodes);
        InternetStackHelper internet;
        internet.SetIpv6StackInstall(false);
        internet.Install(nodes);
        Ipv4AddressHelper("10.0.1.0", "255.255.255.0").Assign(m_devices);
        for (uint32_t i = 0; i < count; ++i)
        {
            auto router = std::make_unique<CsmaRouter>();
            router->node = nodes.Get(i);
            router->interface = CreateObject<PimInterface>();
            router->interface->AddListener(*router);
            router->interface->AssignStreams(10 * (i + 1));
            m_routers.push_back(std::move(router));
            Start(Time(0), i);
            Tracer::Of(nodes.Get(i))
                ->TraceConnectWithoutContext(
                    "Record",
                    Callback<void, const TraceRecord&>([this](const TraceRecord& r) {
                        m_sent += r.kind == TraceKind::PACKET_TX ? 1 : 0;
                        m_dropped += r.kind == TraceKind::DROP ? 1 : 0;
                    }));
        }
    }

    /// @brief Does something on the node of a router. @param at when @param index which @param what
    void At(Time at, uint32_t index, std::function<void(PimInterface&)> what)
    {
        const auto& router = *m_routers.at(index);
        Simulator::ScheduleWithContext(
            router.node->GetId(),
            at - Simulator::Now(),
            [what, interface = router.interface]() { what(*interface); });
    }

    /// @brief Has a router start. @param at when @param index which
    void Start(Time at, uint32_t index)
    {
        At(at, index, [node = m_routers.at(index)->node](PimInterface& interface) {
            interface.Serve(node, LAN);
        });
    }

    /// @brief Runs the simulation. @param until up to this time
    void RunUntil(Time until)
    {
        Simulator::Stop(until - Simulator::Now());
        Simulator::Run();
    }

    /// @return "NEIGHBORS dr DR" of each router that runs
    std::vector<std::string> GetViews() const
    {
        std::vector<std::string> views;
        for (const auto& router : m_routers)
        {
            if (router->interface->IsServed())
            {
                std::string view;
                for (const auto& neighbor : router->interface->GetNeighbors().GetAll())
                {
                    view += ToText(neighbor.address) + ' ';
                }
                views.push_back(view + "dr " + ToText(router->interface->GetDr()));
            }
        }
        return views;
    }

    std::vector<std::unique_ptr<CsmaRouter>> m_routers; ///< the routers
    NetDeviceContainer m_devices;                       ///< their devices
    std::filesystem::path m_folder;                     ///< where captures are, if there are any
    uint32_t m_sent{0};                                 ///< messages sent
    uint32_t m_dropped{0};                              ///< messages dropped
};

using Views = std::vector<std::string>;

TEST_F(PimCsma, RFC_7761_4_3_TwoRoutersMeetAndPart)
{
    Build(2);
    RunUntil(Seconds(10.1));
    EXPECT_EQ(GetViews(), (Views{"10.0.1.2 dr 10.0.1.2", "10.0.1.1 dr 10.0.1.2"}));
    At(Seconds(50), 1, [](PimInterface& interface) { interface.Stop(); });
    RunUntil(Seconds(50.1));
    EXPECT_EQ(GetViews(), Views{"dr 10.0.1.1"});
    Start(Seconds(200), 1);
    RunUntil(Seconds(205.1)); // N02: neighbors within 5.1 s
    EXPECT_EQ(m_routers[0]->interface->GetNeighbors().GetSize(), 1U);
    RunUntil(Seconds(210.1));
    EXPECT_EQ(GetViews(), (Views{"10.0.1.2 dr 10.0.1.2", "10.0.1.1 dr 10.0.1.2"}));
    EXPECT_TRUE(m_routers[0]->restarted.empty()); // it had said goodbye
    EXPECT_EQ(m_dropped, 0U);
}

/// N02 b: the last Hello of a router that crashes at 50 was sent in [20, 50].
TEST_F(PimCsma, N02_RFC_7761_4_3_2_ACrashedRouterIsForgottenAfterItsHoldtime)
{
    Build(2);
    At(Seconds(50), 1, [](PimInterface& interface) { interface.Drop(); });
    RunUntil(Seconds(124.9));
    EXPECT_EQ(GetViews(), Views{"10.0.1.2 dr 10.0.1.2"});
    RunUntil(Seconds(155.1));
    EXPECT_EQ(GetViews(), Views{"dr 10.0.1.1"});
}

TEST_F(PimCsma, RFC_7761_4_3_2_ThreeRoutersAgreeOnTheDr)
{
    Build(3);
    RunUntil(Seconds(10.1));
    EXPECT_EQ(GetViews(),
              (Views{"10.0.1.2 10.0.1.3 dr 10.0.1.3",
                     "10.0.1.1 10.0.1.3 dr 10.0.1.3",
                     "10.0.1.1 10.0.1.2 dr 10.0.1.3"}));
    At(Seconds(50), 0, [](PimInterface& interface) {
        interface.SetAttribute("DrPriority", UintegerValue(10));
    });
    RunUntil(Seconds(50.1));
    EXPECT_EQ(GetViews(),
              (Views{"10.0.1.2 10.0.1.3 dr 10.0.1.1",
                     "10.0.1.1 10.0.1.3 dr 10.0.1.1",
                     "10.0.1.1 10.0.1.2 dr 10.0.1.1"}));
}

/// N12: it says Hello within 5 s of its start, with another generation id; the others answer.
TEST_F(PimCsma, N12_RFC_7761_4_3_1_ARestartedRouterIsNoticedAndLearnsQuickly)
{
    Build(3);
    At(Seconds(100.05), 1, [](PimInterface& interface) { interface.Drop(); });
    Start(Seconds(101), 1);
    RunUntil(Seconds(100.9));
    EXPECT_EQ(GetViews(),
              (Views{"10.0.1.2 10.0.1.3 dr 10.0.1.3", "10.0.1.1 10.0.1.2 dr 10.0.1.3"}));
    RunUntil(Seconds(106.1));
    EXPECT_EQ(m_routers[0]->restarted, Views{"10.0.1.2"});
    EXPECT_EQ(m_routers[2]->restarted, Views{"10.0.1.2"});
    RunUntil(Seconds(111.2));
    EXPECT_EQ(m_routers[1]->interface->GetNeighbors().GetSize(), 2U);
}

/// What tshark says, in lines.
std::vector<std::string>
RunTshark(const std::string& arguments)
{
    const std::unique_ptr<FILE, int (*)(FILE*)> pipe(
        popen(("tshark -o ip.check_checksum:TRUE " + arguments + " 2>/dev/null").c_str(), "r"),
        &pclose);
    std::vector<std::string> lines;
    char line[1024];
    while (pipe && std::fgets(line, sizeof line, pipe.get()))
    {
        lines.emplace_back(line);
    }
    return lines;
}

TEST_F(PimCsma, WiresharkDecodesAllHellos)
{
    if (std::system("command -v tshark >/dev/null") != 0)
    {
        GTEST_SKIP() << "tshark is not installed";
    }
    Build(3);
    m_folder = std::filesystem::path(testing::TempDir()) / "mgm-pim-csma";
    std::filesystem::create_directories(m_folder);
    CsmaHelper().EnablePcap((m_folder / "lan").string(),
                            NetDeviceContainer(m_devices.Get(0)),
                            true);
    At(Seconds(40), 1, [](PimInterface& interface) { interface.Drop(); });
    Start(Seconds(41), 1);
    At(Seconds(60), 2, [](PimInterface& interface) { interface.Stop(); });
    RunUntil(Seconds(100));
    m_routers[0]->interface->Stop();
    m_routers[1]->interface->Stop();
    RunUntil(Seconds(101));
    for (auto& router : m_routers)
    {
        router->interface->Dispose();
    }
    Simulator::Destroy(); // the captures are complete when the devices are gone
    m_routers.clear();
    m_devices = NetDeviceContainer();

    const auto file = std::filesystem::directory_iterator(m_folder)->path().string();
    const auto hellos = RunTshark(
        "-r " + file +
        " -Y 'pim.type == 0 && pim.version == 2 && ip.ttl == 1 && ip.dst == 224.0.0.13 && "
        "ip.checksum.status == \"Good\" && pim.cksum.status == \"Good\" && "
        "!_ws.malformed && !(_ws.expert.severity >= error)'");
    EXPECT_GE(m_sent, 10U);
    EXPECT_EQ(hellos.size(), m_sent);
    EXPECT_EQ(RunTshark("-r " + file).size(), m_sent); // and nothing else was on the link
    EXPECT_EQ(RunTshark("-r " + file + " -Y 'pim.holdtime == 0'").size(), 3U); // each goodbye
}

} // namespace

} // namespace mgm
} // namespace ns3
