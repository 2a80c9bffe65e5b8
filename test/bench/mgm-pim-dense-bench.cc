/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

// A grid of routers of dense mode: one source in a corner sends to many groups that nobody wants.
// Each stream is flooded over all lines, whose ends assert and prune it; State Refreshes keep it
// pruned.

#include "mgm-bench-router.h"

#include "ns3/internet-stack-helper.h"
#include "ns3/ipv4.h"
#include "ns3/mac48-address.h"
#include "ns3/mgm-helper.h"
#include "ns3/mgm-pim-dense-helper.h"
#include "ns3/mgm-static-multicast-rib.h"
#include "ns3/mgm-traffic-source.h"
#include "ns3/node-container.h"
#include "ns3/pointer.h"
#include "ns3/simple-channel.h"
#include "ns3/simple-net-device.h"
#include "ns3/simulator.h"

#include <benchmark/benchmark.h>

namespace ns3
{
namespace mgm
{
namespace bench
{

namespace
{

constexpr uint32_t SOURCE_NETWORK = 0x0AFF0000; // 10.255.0.0
constexpr double FIRST_PACKET = 40;             // all routers know their neighbors [s]
constexpr double LAST_PACKET = 110;             // [s]

/// Routers at the places of a square grid.
class DenseGrid
{
  public:
    /// @param side number of routers of a side
    /// @param groups number of groups
    DenseGrid(uint32_t side, uint32_t groups)
        : m_side(side)
    {
        m_routers.Create(side * side);
        Equip(m_routers);
        Link(MakeSource(groups), m_routers.Get(0), SOURCE_NETWORK);
        uint32_t network = 0x0A000000;
        for (uint32_t i = 0; i < side * side; ++i)
        {
            if (i % side != 0)
            {
                Link(m_routers.Get(i - 1), m_routers.Get(i), network += 4);
            }
            if (i >= side)
            {
                Link(m_routers.Get(i - side), m_routers.Get(i), network += 4);
            }
        }
        MgmHelper().Install(m_routers);
        for (uint32_t i = 0; i < side * side; ++i)
        {
            SetRoute(i);
        }
        PimDenseHelper::AssignStreams(PimDenseHelper().Install(m_routers), 1);
    }

    ~DenseGrid()
    {
        m_routers = NodeContainer();
        Simulator::Destroy();
    }

    DenseGrid(const DenseGrid&) = delete;
    DenseGrid& operator=(const DenseGrid&) = delete;

    /// @return number of outgoing interfaces of all forwarding entries
    std::size_t CountOutgoing() const
    {
        std::size_t count = 0;
        for (uint32_t i = 0; i < m_routers.GetN(); ++i)
        {
            for (const auto& mfe : m_routers.Get(i)->GetObject<MulticastGroupManager>()->GetMfes())
            {
                count += mfe.outgoing.size();
            }
        }
        return count;
    }

  private:
    /// Gives nodes a stack.
    static void Equip(const NodeContainer& nodes)
    {
        InternetStackHelper stack;
        stack.SetIpv6StackInstall(false);
        stack.Install(nodes);
    }

    /// Makes the node that sends.
    static Ptr<Node> MakeSource(uint32_t groups)
    {
        const auto node = CreateObject<Node>();
        Equip(NodeContainer(node));
        for (const auto& group : MakeGroups(groups))
        {
            const auto source = CreateObject<TrafficSource>();
            source->SetAttribute("Group", Ipv4AddressValue(group.group));
            source->SetStartTime(Seconds(FIRST_PACKET));
            source->SetStopTime(Seconds(LAST_PACKET));
            node->AddApplication(source);
        }
        return node;
    }

    /// Links two nodes. The first one has the first address.
    static void Link(Ptr<Node> first, Ptr<Node> second, uint32_t network)
    {
        const auto channel = CreateObject<SimpleChannel>();
        channel->SetAttribute("Delay", TimeValue(MilliSeconds(1)));
        for (const auto& node : {first, second})
        {
            const auto device = CreateObject<SimpleNetDevice>();
            device->SetAddress(Mac48Address::Allocate());
            device->SetChannel(channel);
            node->AddDevice(device);
            const auto ipv4 = node->GetObject<Ipv4>();
            const auto interface = ipv4->AddInterface(device);
            ipv4->AddAddress(interface, {Ipv4Address(++network), Ipv4Mask("/30")});
            ipv4->SetUp(interface);
        }
    }

    /// Gives a router its route to the source: to the left, in the first column upwards. Each
    /// router has its line to the left first, and then that upwards.
    void SetRoute(uint32_t router)
    {
        const auto node = m_routers.Get(router);
        const auto rib = CreateObject<StaticMulticastRib>();
        rib->SetFallback(nullptr);
        MulticastRib::Route route;
        route.interface.index = 1;
        if (router > 0)
        {
            constexpr uint32_t PREFERENCE = 110;
            const auto own = node->GetObject<Ipv4>()->GetAddress(1, 0).GetLocal();
            route.nextHop = Ipv4Address(own.Get() - 1);
            route.preference = PREFERENCE;
            route.metric = router % m_side + router / m_side;
        }
        rib->AddRoute(Ipv4Address(SOURCE_NETWORK), Ipv4Mask("/30"), route);
        node->GetObject<MulticastGroupManager>()->SetAttribute("Rib", PointerValue(rib));
    }

    uint32_t m_side;         ///< number of routers of a side
    NodeContainer m_routers; ///< the routers, row by row
};

/// Floods and prunes. The time is that from the first packet on.
void
DenseFloodPrune(benchmark::State& state)
{
    const auto side = static_cast<uint32_t>(state.range(0));
    const auto groups = static_cast<uint32_t>(state.range(1));
    uint64_t events = 0;
    double memory = 0;
    for (auto _ : state)
    {
        state.PauseTiming();
        const auto before = GetAllocatedBytes();
        {
            const DenseGrid grid(side, groups);
            Simulator::Stop(Seconds(FIRST_PACKET - 1));
            Simulator::Run();
            const auto eventsBefore = Simulator::GetEventCount();
            state.ResumeTiming();
            Simulator::Stop(Seconds(LAST_PACKET - FIRST_PACKET));
            Simulator::Run();
            state.PauseTiming();
            events += Simulator::GetEventCount() - eventsBefore;
            memory = static_cast<double>(GetAllocatedBytes() - before);
            if (grid.CountOutgoing() != 0)
            {
                state.SkipWithError("not all streams were pruned");
            }
        }
        state.ResumeTiming();
    }
    using benchmark::Counter;
    state.counters["events"] = Counter(static_cast<double>(events), Counter::kIsRate);
    state.counters["time_per_simulated_second"] =
        Counter((LAST_PACKET - FIRST_PACKET) * static_cast<double>(state.iterations()),
                Counter::kIsRate | Counter::kInvert);
    state.counters["bytes"] = memory;
    state.counters["bytes_per_state"] = memory / (side * side * groups);
}

BENCHMARK(DenseFloodPrune)
    ->Args({5, 20})
    ->Args({10, 10})
    ->Args({10, 100})
    ->Iterations(1)
    ->Unit(benchmark::kMillisecond);

} // namespace

} // namespace bench
} // namespace mgm
} // namespace ns3
