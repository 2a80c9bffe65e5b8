/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "mgm-igmp-fuzz.h"
#include "mgm-igmp-source-bits.h"
#include "mgm-igmp-wire-peer.h"
#include "mgm-test-fixture.h"
#include "mgm-test-property.h"
#include "model/wire/mgm-octets.h"

#include "ns3/internet-stack-helper.h"
#include "ns3/mgm-igmp-header.h"
#include "ns3/mgm-igmp-host.h"
#include "ns3/mgm-igmp-router.h"
#include "ns3/mgm-multicast-group-manager.h"
#include "ns3/simulator.h"

namespace ns3
{
namespace mgm
{

namespace
{

constexpr uint32_t FUZZ_ROUTER = 0x0A000001; // 10.0.0.1
constexpr uint32_t FUZZ_HOST = 0x0A000003;   // 10.0.0.3
constexpr uint32_t OTHER = 0x0A000002;       // 10.0.0.2

/// A router, a host and a peer that says anything.
class FuzzedLan
{
  public:
    FuzzedLan()
        : m_channel(CreateObject<SimpleChannel>()),
          m_router(CreateObject<IgmpRouter>()),
          m_host(CreateObject<IgmpHost>())
    {
        const auto routerNode = AddNode(FUZZ_ROUTER);
        routerNode->AggregateObject(CreateObject<MulticastGroupManager>());
        routerNode->AddApplication(m_router);
        m_router->AddInterface(LAN, 3);
        const auto hostNode = AddNode(FUZZ_HOST);
        hostNode->AddApplication(m_host);
        m_host->AddInterface(LAN, 3);
        m_protocols = {IgmpL4Protocol::Of(routerNode), IgmpL4Protocol::Of(hostNode)};
        m_peer = std::make_unique<IgmpWirePeer>(m_channel);
        Run(MilliSeconds(1));
        m_host->Join(LAN, Ipv4Address(FIRST_GROUP));
        Run(MilliSeconds(1));
    }

    ~FuzzedLan()
    {
        Simulator::Destroy();
    }

    /// @brief Lets time pass. @param time how much
    static void Run(Time time)
    {
        Simulator::Stop(time);
        Simulator::Run();
    }

    /// @brief Sends a packet, and lets it arrive. @param frame the packet
    void Say(const IgmpFrame& frame)
    {
        m_peer->Say(Time(0), frame);
        Run(TimeStep(1));
    }

    /// @return how many packets were dropped by both nodes @param error for what reason
    uint64_t GetDrops(IgmpError error) const
    {
        return m_protocols[0]->GetErrorCount(error) + m_protocols[1]->GetErrorCount(error);
    }

    /// @return how many packets were dropped by both nodes
    uint64_t GetDrops() const
    {
        uint64_t sum = 0;
        for (uint8_t error = 0; error < static_cast<uint8_t>(IgmpError::COUNT); ++error)
        {
            sum += GetDrops(static_cast<IgmpError>(error));
        }
        return sum;
    }

    /// @return the number of groups, and when their timers expire, of those that are usual
    std::string GetState() const
    {
        const auto interface = m_router->GetInterface(LAN);
        std::ostringstream os;
        os << interface->GetNGroups() << ' ' << interface->IsQuerier();
        for (uint32_t group = FIRST_GROUP; group < FIRST_GROUP + 3; ++group)
        {
            if (const auto state = interface->GetGroup(Ipv4Address(group)))
            {
                const bool isExclude = state->mode == FilterMode::EXCLUDE;
                os << ' ' << ToString(state->mode) << ' '
                   << (isExclude ? Simulator::Now() + state->timer : Time(0)).GetTimeStep();
                for (const auto& [source, time] : state->sources)
                {
                    os << ' ' << source << ' '
                       << (time.IsZero() ? time : Simulator::Now() + time).GetTimeStep();
                }
            }
        }
        return os.str();
    }

    /// @return what was heard since the last call
    std::vector<IgmpWirePeer::Heard> TakeHeard()
    {
        return m_peer->TakeHeard();
    }

  private:
    /// @return a node on the LAN @param address its address
    Ptr<Node> AddNode(uint32_t address)
    {
        const auto node = CreateObject<Node>();
        InternetStackHelper internet;
        internet.SetIpv6StackInstall(false);
        internet.Install(node);
        ConnectToLink(node, m_channel, address);
        return node;
    }

    Ptr<SimpleChannel> m_channel;                 ///< the LAN
    Ptr<IgmpRouter> m_router;                     ///< the router
    Ptr<IgmpHost> m_host;                         ///< the host
    std::vector<Ptr<IgmpL4Protocol>> m_protocols; ///< of both
    std::unique_ptr<IgmpWirePeer> m_peer;         ///< who says anything
};

class IgmpFuzz : public MgmTest
{
  protected:
    static constexpr int RUNS = 1000;
    static constexpr int MESSAGES = 100;

    /// @return large random numbers, one per message
    static std::vector<uint64_t> Draw()
    {
        return *rc::gen::container<std::vector<uint64_t>>(MESSAGES, LargeNumbers());
    }
};

TEST_F(IgmpFuzz, DecodingGivesAMessageExactlyWhenTheRfcDoes)
{
    const auto property = []() {
        for (const auto bits : Draw())
        {
            const auto octets = MakeFuzzedMessage(bits);
            IgmpHeader header;
            Create<Packet>(octets.data(), octets.size())->PeekHeader(header);
            const auto* error = std::get_if<IgmpDecodeError>(&header.GetResult());
            const auto verdict = JudgeIgmp(octets);
            RC_ASSERT((verdict == IgmpVerdict::GOOD) == (error == nullptr));
            RC_ASSERT((verdict == IgmpVerdict::WRONG_CHECKSUM) ==
                      (error != nullptr && error->error == IgmpError::BAD_CHECKSUM));
        }
    };
    CheckProperty(property, RUNS, 0);
}

TEST_F(IgmpFuzz, OnlyGoodMessagesChangeStateAndOthersAreCounted)
{
    const auto property = []() {
        FuzzedLan lan;
        for (const auto bits : Draw())
        {
            const auto payload = MakeFuzzedMessage(bits);
            const bool isGood = JudgeIgmp(payload) == IgmpVerdict::GOOD;
            const auto drops = lan.GetDrops();
            const auto state = lan.GetState();
            lan.Say({OTHER, ALL_V3_ROUTERS, true, payload});
            if (lan.GetDrops() != drops + (isGood ? 0 : 2) || (!isGood && lan.GetState() != state))
            {
                RC_FAIL(ToHex(Create<Packet>(payload.data(), payload.size())) + ": " +
                        std::to_string(lan.GetDrops() - drops) + " drops, state " + state + " > " +
                        lan.GetState());
            }
            lan.Run(MilliSeconds(bits % 256));
        }
        lan.Run(Seconds(300));
    };
    CheckProperty(property, RUNS, 1);
}

TEST_F(IgmpFuzz, NothingIsSaidAfterWrongMessages)
{
    const auto property = []() {
        FuzzedLan lan;
        lan.Run(Seconds(20));
        const auto state = lan.GetState();
        lan.TakeHeard();
        for (const auto bits : Draw())
        {
            const auto payload = MakeFuzzedMessage(bits);
            if (JudgeIgmp(payload) != IgmpVerdict::GOOD)
            {
                lan.Say({OTHER, ALL_V3_ROUTERS, true, payload});
            }
        }
        lan.Run(Seconds(11));
        RC_ASSERT(lan.TakeHeard().empty());
        RC_ASSERT(lan.GetState() == state);
    };
    CheckProperty(property, RUNS / 10, 2);
}

TEST_F(IgmpFuzz, AnyHeaderAndAnyMessageDoNoHarm)
{
    const auto property = []() {
        FuzzedLan lan;
        for (const auto bits : Draw())
        {
            auto frame = MakeFuzzedHeader(bits >> 16);
            frame.payload = MakeFuzzedMessage(bits);
            lan.Say(frame);
            lan.Run(MilliSeconds(bits % 1024));
        }
        lan.Run(Seconds(300));
    };
    CheckProperty(property, RUNS, 3);
}

} // namespace

} // namespace mgm
} // namespace ns3
