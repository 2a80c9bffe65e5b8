/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

// What a router needs for the reports of a LAN with many groups, and for its memory of them.

#include "mgm-bench-router.h"

#include "ns3/internet-stack-helper.h"
#include "ns3/ipv4-header.h"
#include "ns3/ipv4-interface.h"
#include "ns3/ipv4-l3-protocol.h"
#include "ns3/mgm-igmp-header.h"
#include "ns3/mgm-igmp-l4-protocol.h"
#include "ns3/mgm-igmp-router.h"
#include "ns3/simple-channel.h"
#include "ns3/simple-net-device.h"
#include "ns3/simulator.h"

#include <benchmark/benchmark.h>
#include <memory>

namespace ns3
{
namespace mgm
{
namespace bench
{

namespace
{

constexpr uint32_t LAN = 1;
constexpr uint32_t REPORTED_GROUPS = 100000;
constexpr uint32_t FIRST_REPORTED_SOURCE = 0x0A010001; // 10.1.0.1

/// Which reports a host sends.
enum Kind : int64_t
{
    V2,        ///< IGMPv2
    V3_ANY,    ///< IGMPv3, any source
    V3_SOURCES ///< IGMPv3, INCLUDE of some sources
};

/// Reports as they arrive, one group each.
using Packets = std::vector<Ptr<Packet>>;

IgmpMessage
MakeReport(Kind kind, Ipv4Address group, uint32_t sources)
{
    if (kind == V2)
    {
        return IgmpV2Message{IgmpType::V2_REPORT, Time(0), group};
    }
    const auto type = kind == V3_ANY ? IgmpRecordType::IS_EX : IgmpRecordType::IS_IN;
    IgmpGroupRecord record{type, group, {}};
    for (uint32_t i = 0; i < sources; ++i)
    {
        record.sources.emplace_back(FIRST_REPORTED_SOURCE + i);
    }
    return IgmpV3Report{{record}};
}

Packets
MakeReports(Kind kind, uint32_t groups, uint32_t sources)
{
    Packets packets;
    for (const auto& key : MakeGroups(groups))
    {
        packets.push_back(Create<Packet>());
        packets.back()->AddHeader(IgmpHeader(MakeReport(kind, key.group, sources)));
    }
    return packets;
}

/// A node that runs an IGMP router on one interface. Destroys the simulation at its end.
class IgmpBench
{
  public:
    explicit IgmpBench(Kind kind)
        : m_node(CreateObject<Node>()),
          m_router(CreateObject<IgmpRouter>())
    {
        InternetStackHelper internet;
        internet.SetIpv6StackInstall(false);
        internet.Install(m_node);
        const auto device = CreateObject<SimpleNetDevice>();
        device->SetMtu(1500);
        device->SetChannel(CreateObject<SimpleChannel>());
        m_node->AddDevice(device);
        const auto ipv4 = m_node->GetObject<Ipv4L3Protocol>();
        ipv4->AddInterface(device);
        ipv4->AddAddress(LAN, {Ipv4Address("10.0.0.1"), Ipv4Mask("255.255.255.0")});
        ipv4->SetUp(LAN);
        m_node->AggregateObject(CreateObject<MulticastGroupManager>());
        m_node->AddApplication(m_router);
        m_router->AddInterface(LAN, kind == V2 ? 2 : 3);
        m_interface = ipv4->GetInterface(LAN);
        m_protocol = IgmpL4Protocol::Of(m_node);
        m_header.SetProtocol(IgmpL4Protocol::PROT_NUMBER);
        m_header.SetTtl(1);
        m_header.SetSource(Ipv4Address("10.0.0.2"));
        m_header.SetDestination(IGMP_ALL_V3_ROUTERS);
        Simulator::Stop(MilliSeconds(1));
        Simulator::Run();
    }

    ~IgmpBench()
    {
        Simulator::Destroy();
    }

    IgmpBench(const IgmpBench&) = delete;
    IgmpBench& operator=(const IgmpBench&) = delete;

    /// @brief Has the router receive reports. @param packets the reports
    void Receive(const Packets& packets)
    {
        for (const auto& packet : packets)
        {
            m_protocol->Receive(packet->Copy(), m_header, m_interface);
        }
    }

    /// @return the number of groups that the router knows
    std::size_t GetNGroups() const
    {
        return m_router->GetInterface(LAN)->GetNGroups();
    }

  private:
    Ptr<Node> m_node;               ///< the node
    Ptr<IgmpRouter> m_router;       ///< its agent
    Ptr<Ipv4Interface> m_interface; ///< its interface
    Ptr<IgmpL4Protocol> m_protocol; ///< its IGMP
    Ipv4Header m_header;            ///< of the reports
};

/// Only decoding, for comparison.
void
IgmpDecode(benchmark::State& state)
{
    const auto packets = MakeReports(static_cast<Kind>(state.range(0)), 1000, state.range(1));
    for (auto _ : state)
    {
        for (const auto& packet : packets)
        {
            IgmpHeader header;
            packet->Copy()->RemoveHeader(header);
            benchmark::DoNotOptimize(header);
        }
    }
    state.SetItemsProcessed(state.iterations() * packets.size());
}

/// Reports of groups that the router does not know.
void
IgmpNewGroups(benchmark::State& state)
{
    const auto kind = static_cast<Kind>(state.range(0));
    const auto packets = MakeReports(kind, REPORTED_GROUPS, state.range(1));
    for (auto _ : state)
    {
        state.PauseTiming();
        auto bench = std::make_unique<IgmpBench>(kind);
        state.ResumeTiming();
        bench->Receive(packets);
        state.PauseTiming();
        if (bench->GetNGroups() != REPORTED_GROUPS)
        {
            state.SkipWithError("groups are missing");
        }
        bench.reset();
        state.ResumeTiming();
    }
    state.SetItemsProcessed(state.iterations() * packets.size());
}

/// Reports of groups that the router knows: what happens after each general query.
void
IgmpKnownGroups(benchmark::State& state)
{
    const auto kind = static_cast<Kind>(state.range(0));
    const auto packets = MakeReports(kind, REPORTED_GROUPS, state.range(1));
    IgmpBench bench(kind);
    bench.Receive(packets);
    for (auto _ : state)
    {
        bench.Receive(packets);
    }
    state.SetItemsProcessed(state.iterations() * packets.size());
}

void
IgmpMemory(benchmark::State& state)
{
    const auto kind = static_cast<Kind>(state.range(0));
    const auto groups = static_cast<uint32_t>(state.range(2));
    const auto packets = MakeReports(kind, groups, state.range(1));
    for (auto _ : state)
    {
        IgmpBench bench(kind);
        const auto before = GetAllocatedBytes();
        bench.Receive(packets);
        const auto used = GetAllocatedBytes() - before;
        state.counters["bytes_per_group"] = static_cast<double>(used) / groups;
    }
}

/// The kinds, and the sources of each report.
void
Reports(benchmark::internal::Benchmark* bench)
{
    bench->ArgNames({"kind", "sources"})->Args({V2, 0})->Args({V3_ANY, 0});
    bench->Args({V3_SOURCES, 1})->Args({V3_SOURCES, 20});
}

BENCHMARK(IgmpDecode)->Apply(Reports);
BENCHMARK(IgmpNewGroups)->Apply(Reports)->Unit(benchmark::kMillisecond)->Iterations(3);
BENCHMARK(IgmpKnownGroups)->Apply(Reports)->Unit(benchmark::kMillisecond);
BENCHMARK(IgmpMemory)
    ->ArgNames({"kind", "sources", "groups"})
    ->Args({V2, 0, REPORTED_GROUPS})
    ->Args({V3_ANY, 0, REPORTED_GROUPS})
    ->Args({V3_SOURCES, 1, 10000})
    ->Args({V3_SOURCES, 20, 10000})
    ->Args({V3_SOURCES, 366, 1000})
    ->Iterations(1);

} // namespace

} // namespace bench
} // namespace mgm
} // namespace ns3
