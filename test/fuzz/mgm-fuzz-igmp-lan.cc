/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "mgm-fuzz-bytes.h"
#include "mgm-fuzz-router.h"
#include "mgm-fuzz-target.h"
#include "model/igmp-oracle/mgm-igmp-frame.h"
#include "model/igmp-oracle/mgm-igmp-wire-peer.h"

#include "ns3/internet-stack-helper.h"
#include "ns3/ipv4-static-routing-helper.h"
#include "ns3/mgm-igmp-host.h"
#include "ns3/mgm-igmp-router.h"
#include "ns3/simple-channel.h"

#include <array>
#include <memory>

namespace ns3
{
namespace mgm
{

namespace
{

constexpr uint32_t LAN = 1;
constexpr uint32_t ROUTER = 0x0A000002;      // 10.0.0.2
constexpr uint32_t HOST = 0x0A000003;        // 10.0.0.3
constexpr uint32_t FIRST_GROUP = 0xEF010101; // 239.1.1.1
constexpr uint32_t SSM_GROUP = 0xE8010101;   // 232.1.1.1

/// An IGMP router, an IGMP host, and a peer that says what the input says.
class FuzzedLan
{
  public:
    explicit FuzzedLan(std::string_view input);
    ~FuzzedLan();

    FuzzedLan(const FuzzedLan&) = delete;
    FuzzedLan& operator=(const FuzzedLan&) = delete;

    /// Does what the input says, and lets timers expire.
    void Play();

  private:
    void Step();
    void Say();
    void ChangeFilter();
    void SwitchAgent();
    void SwitchInterface();
    void Wait();

    Ptr<Node> AddNode(uint32_t address);

    FuzzBytes m_bytes;
    Ptr<SimpleChannel> m_channel;
    Ptr<IgmpRouter> m_router;
    Ptr<IgmpHost> m_host;
    std::unique_ptr<IgmpWirePeer> m_peer;
    std::array<Ptr<Ipv4>, 2> m_stacks;
    std::unique_ptr<FuzzJudge> m_judge;
};

FuzzedLan::FuzzedLan(std::string_view input)
    : m_bytes(input)
{
    ResetSimulatorForInput();
    m_channel = CreateObject<SimpleChannel>();
    m_router = CreateObject<IgmpRouter>();
    m_host = CreateObject<IgmpHost>();
    const auto versions = m_bytes.Take();
    const auto routerNode = AddNode(ROUTER);
    routerNode->AggregateObject(CreateObject<MulticastGroupManager>());
    routerNode->AddApplication(m_router);
    m_router->AddInterface(LAN, 1 + versions % 3);
    const auto hostNode = AddNode(HOST);
    hostNode->AddApplication(m_host);
    m_host->AddInterface(LAN, 1 + versions / 3 % 3);
    m_router->AssignStreams(1);
    m_host->AssignStreams(100);
    m_stacks = {routerNode->GetObject<Ipv4>(), hostNode->GetObject<Ipv4>()};
    m_peer = std::make_unique<IgmpWirePeer>(m_channel);
    m_judge = std::make_unique<FuzzJudge>(std::vector<Ptr<Node>>{routerNode, hostNode});
}

FuzzedLan::~FuzzedLan()
{
    ResetSimulatorForInput();
}

Ptr<Node>
FuzzedLan::AddNode(uint32_t address)
{
    const auto node = CreateObject<Node>();
    InternetStackHelper internet;
    internet.SetIpv6StackInstall(false);
    internet.SetRoutingHelper(Ipv4StaticRoutingHelper());
    internet.Install(node);
    ConnectToLink(node, m_channel, address);
    return node;
}

void
FuzzedLan::Play()
{
    constexpr int MOST_STEPS = 60;
    for (int i = 0; i < MOST_STEPS && !m_bytes.IsEmpty(); ++i)
    {
        Step();
    }
    FuzzRouter::Run(Seconds(600)); // all timers of default length have expired
    m_judge->Finish();
}

void
FuzzedLan::Step()
{
    constexpr std::array STEPS{&FuzzedLan::Say,
                               &FuzzedLan::Say,
                               &FuzzedLan::Say,
                               &FuzzedLan::Wait,
                               &FuzzedLan::Wait,
                               &FuzzedLan::ChangeFilter,
                               &FuzzedLan::SwitchAgent,
                               &FuzzedLan::SwitchInterface};
    (this->*STEPS[m_bytes.Choose(STEPS.size())])();
}

/// The IP header is mostly right, and the checksum, too.
void
FuzzedLan::Say()
{
    constexpr std::array<uint32_t, 4> DESTINATIONS{ALL_SYSTEMS,
                                                   ALL_ROUTERS,
                                                   ALL_V3_ROUTERS,
                                                   FIRST_GROUP};
    constexpr std::array<uint32_t, 4> ADDRESSES{0x0A000001, 0x0A000009, 0, 0xC0000201};
    const auto choice = m_bytes.Take();
    IgmpFrame frame;
    frame.destination = DESTINATIONS[choice % DESTINATIONS.size()];
    frame.source = ADDRESSES[(choice >> 2) % ADDRESSES.size()];
    frame.routerAlert = (choice & 0x70) != 0x70;
    const auto payload = m_bytes.TakeText(m_bytes.Choose(64));
    frame.payload.assign(payload.begin(), payload.end());
    if (choice < 0xF0)
    {
        FixChecksum(frame.payload);
    }
    m_peer->Say(Time(0), frame);
    FuzzRouter::Run(TimeStep(1));
}

void
FuzzedLan::ChangeFilter()
{
    const auto choice = m_bytes.Take();
    const Ipv4Address group(choice & 1 ? FIRST_GROUP : SSM_GROUP);
    std::vector<Ipv4Address> sources;
    for (uint32_t i = 0; i < 3; ++i)
    {
        if (choice >> (2 + i) & 1)
        {
            sources.emplace_back(0x0A000901 + i);
        }
    }
    m_host->SetFilter(LAN,
                      group,
                      choice & 2 ? FilterMode::EXCLUDE : FilterMode::INCLUDE,
                      SourceSet(sources));
}

void
FuzzedLan::SwitchAgent()
{
    switch (m_bytes.Choose(6))
    {
    case 0:
        m_router->Stop();
        break;
    case 1:
        m_router->Fail();
        break;
    case 2:
        m_host->Stop();
        break;
    case 3:
        m_host->Start();
        break;
    default:
        m_router->Start();
        break;
    }
}

void
FuzzedLan::SwitchInterface()
{
    const auto& stack = m_stacks[m_bytes.Choose(m_stacks.size())];
    if (stack->IsUp(LAN))
    {
        stack->SetDown(LAN);
    }
    else
    {
        stack->SetUp(LAN);
    }
}

void
FuzzedLan::Wait()
{
    constexpr std::array<double, 6> TIMES{1e-9, 0.05, 1.1, 9, 130, 400};
    FuzzRouter::Run(Seconds(TIMES[m_bytes.Choose(TIMES.size())]));
}

} // namespace

void
FuzzIgmpLan(std::string_view input)
{
    FuzzedLan(input).Play();
}

} // namespace mgm
} // namespace ns3
