/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

// Packets through one router, one interface in and three out, by our forwarder beside the multicast
// routes of ns-3's Ipv4StaticRouting. Packets go to all groups in turn.

#include "mgm-bench-forwarding-router.h"

#include "ns3/inet-socket-address.h"
#include "ns3/internet-stack-helper.h"
#include "ns3/ipv4-static-routing-helper.h"
#include "ns3/ipv4-static-routing.h"
#include "ns3/mgm-forwarding-cache.h"
#include "ns3/point-to-point-helper.h"
#include "ns3/simulator.h"
#include "ns3/udp-socket-factory.h"

#include <benchmark/benchmark.h>

namespace ns3
{
namespace mgm
{
namespace bench
{

namespace
{

constexpr uint16_t PORT = 5000;
constexpr uint32_t BENCH_HOST = 9; // of BENCH_SOURCE on its network

/// Goes through the groups in turn, but not in the order in which they were added.
class Turn
{
  public:
    /// @param count number of groups
    explicit Turn(std::size_t count)
        : m_count(count)
    {
    }

    /// @return the next group
    Ipv4Address Next()
    {
        constexpr std::size_t STRIDE = 7919; // prime to the numbers of groups
        m_last = (m_last + STRIDE) % m_count;
        return GroupAt(m_last);
    }

  private:
    const std::size_t m_count; ///< number of groups
    std::size_t m_last{0};     ///< the last one
};

/// A source, a router and three receivers, on links of their own.
class Network
{
  public:
    Network()
    {
        m_nodes.Create(1 + INTERFACES);
        InternetStackHelper stack;
        stack.SetIpv6StackInstall(false);
        stack.Install(m_nodes);
        for (uint32_t i = 1; i <= INTERFACES; ++i)
        {
            Link(m_nodes.Get(i), 10 + i);
        }
        const auto source = m_nodes.Get(1);
        Ipv4StaticRoutingHelper()
            .GetStaticRouting(source->GetObject<Ipv4>())
            ->SetDefaultMulticastRoute(1);
        m_socket = Socket::CreateSocket(source, UdpSocketFactory::GetTypeId());
        Simulator::Run(); // devices and their queues are ready from now on
    }

    ~Network()
    {
        m_socket = nullptr;
        m_nodes = NodeContainer();
        Simulator::Destroy();
    }

    Network(const Network&) = delete;
    Network& operator=(const Network&) = delete;

    /// @return the router
    Ptr<Node> GetRouter() const
    {
        return m_nodes.Get(0);
    }

    /// Sends a packet and runs the simulation until it has arrived everywhere.
    void Send(Ipv4Address group)
    {
        m_socket->SendTo(Create<Packet>(100), 0, InetSocketAddress(group, PORT));
        Simulator::Run();
    }

  private:
    /// Links a host to the router. There are no queue discs, which would keep a queue per group.
    void Link(Ptr<Node> host, uint32_t network)
    {
        uint32_t address = (network << 24) + BENCH_HOST;
        const auto devices = PointToPointHelper().Install(host, GetRouter());
        for (auto device = devices.Begin(); device != devices.End(); ++device)
        {
            const auto ipv4 = (*device)->GetNode()->GetObject<Ipv4>();
            const auto interface = ipv4->AddInterface(*device);
            ipv4->AddAddress(interface, {Ipv4Address(address++), Ipv4Mask("/8")});
            ipv4->SetUp(interface);
        }
    }

    NodeContainer m_nodes; ///< the router, the source and the receivers
    Ptr<Socket> m_socket;  ///< socket of the source
};

/// The router alone: no events, no other nodes.
void
RouterAlone(benchmark::State& state, Forwarding forwarding)
{
    ForwardingRouter router;
    const std::size_t count = state.range(0);
    AddEntries(router.GetNode(), forwarding, count);
    Turn turn(count);
    for (auto _ : state)
    {
        router.Arrive(BENCH_SOURCE, turn.Next());
    }
    state.SetItemsProcessed(state.iterations());
    state.counters["copies"] = static_cast<double>(router.GetSent()) / state.iterations();
}

/// A whole simulation: source, router and three receivers.
void
WholeSimulation(benchmark::State& state, Forwarding forwarding)
{
    Network network;
    const std::size_t count = state.range(0);
    AddEntries(network.GetRouter(), forwarding, count);
    uint64_t sent = 0;
    network.GetRouter()->GetObject<Ipv4>()->TraceConnectWithoutContext(
        "Tx",
        Callback<void, Ptr<const Packet>, Ptr<Ipv4>, uint32_t>(
            [&sent](Ptr<const Packet>, Ptr<Ipv4>, uint32_t) { ++sent; }));
    Turn turn(count);
    for (auto _ : state)
    {
        network.Send(turn.Next());
    }
    state.SetItemsProcessed(state.iterations());
    state.counters["copies"] = static_cast<double>(sent) / state.iterations();
}

/// The lookup of an entry.
void
Lookup(benchmark::State& state)
{
    const std::size_t count = state.range(0);
    ForwardingCache cache;
    for (std::size_t i = 0; i < count; ++i)
    {
        cache.Install({BENCH_SOURCE, GroupAt(i)}, {1}, {{2}, {3}, {4}});
    }
    Turn turn(count);
    for (auto _ : state)
    {
        benchmark::DoNotOptimize(cache.Find({BENCH_SOURCE, turn.Next()}));
    }
    state.SetItemsProcessed(state.iterations());
}

BENCHMARK_CAPTURE(RouterAlone, Static, Forwarding::STATIC)->RangeMultiplier(10)->Range(1, 10000);
BENCHMARK_CAPTURE(RouterAlone, Ours, Forwarding::OURS)->RangeMultiplier(10)->Range(1, 10000);
BENCHMARK_CAPTURE(WholeSimulation, Static, Forwarding::STATIC)
    ->RangeMultiplier(10)
    ->Range(1, 10000);
BENCHMARK_CAPTURE(WholeSimulation, Ours, Forwarding::OURS)->RangeMultiplier(10)->Range(1, 10000);
BENCHMARK(Lookup)->RangeMultiplier(10)->Range(1, 100000);

} // namespace

} // namespace bench
} // namespace mgm
} // namespace ns3
