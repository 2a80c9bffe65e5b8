/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

// Multicast forwarding entries: what it costs to make one, what memory it needs, and how long many
// of them take to follow a change of membership. They are all for one group, from many sources.

#include "mgm-bench-forwarding-router.h"
#include "mgm-bench-router.h"

#include "ns3/mgm-helper.h"

#include <benchmark/benchmark.h>

namespace ns3
{
namespace mgm
{
namespace bench
{

namespace
{

/// A router with a manager, a forwarder, and a client that owns all interfaces and has receivers on
/// the first outgoing one.
class ManagedRouter : public ForwardingRouter
{
  public:
    ManagedRouter()
        : m_manager(MgmHelper().Install(GetNode()))
    {
        m_manager->RegisterMProtocol({}, {1, 1}, "bench", m_client);
        for (uint32_t i = 1; i <= INTERFACES; ++i)
        {
            m_manager->TakeInterfaceOwnership(m_client, {i});
        }
        Add(OUTGOING[0]);
    }

    /// @brief Adds receivers of the group.
    /// @param interface where
    void Add(uint32_t interface)
    {
        m_manager->AddGroupMembershipEntry(m_client, {m_group}, {interface});
    }

    /// @brief Deletes receivers of the group.
    /// @param interface where
    void Delete(uint32_t interface)
    {
        m_manager->DeleteGroupMembershipEntry(m_client, {m_group}, {interface});
    }

    /// @brief Lets the first packet of each of some sources arrive.
    /// @param count number of sources
    void MakeEntries(std::size_t count)
    {
        constexpr uint32_t FIRST_SOURCE = 0x0B000100;
        for (std::size_t i = 0; i < count; ++i)
        {
            Arrive(Ipv4Address(static_cast<uint32_t>(FIRST_SOURCE + i)), m_group.group);
        }
    }

  private:
    const SourceGroup m_group{ANY_ADDRESS, GroupAt(0)}; ///< the group
    Ptr<MulticastGroupManager> m_manager;               ///< the manager
    ClientHandle m_client;                              ///< the client
};

void
MfeCreation(benchmark::State& state)
{
    const std::size_t count = state.range(0);
    for (auto _ : state)
    {
        state.PauseTiming();
        {
            ManagedRouter router;
            state.ResumeTiming();
            router.MakeEntries(count);
            state.PauseTiming();
            state.counters["copies"] = static_cast<double>(router.GetSent()) / count;
        }
        state.ResumeTiming();
    }
    state.SetItemsProcessed(state.iterations() * count);
}

/// The same packets when their entries are there: what remains is the making.
void
MfeUse(benchmark::State& state)
{
    const std::size_t count = state.range(0);
    ManagedRouter router;
    router.MakeEntries(count);
    for (auto _ : state)
    {
        router.MakeEntries(count);
    }
    state.SetItemsProcessed(state.iterations() * count);
}

void
MfeMemory(benchmark::State& state)
{
    const std::size_t count = state.range(0);
    for (auto _ : state)
    {
        ManagedRouter router;
        const auto before = GetAllocatedBytes();
        router.MakeEntries(count);
        const auto used = GetAllocatedBytes() - before;
        state.counters["bytes_per_entry"] = static_cast<double>(used) / count;
    }
}

/// Receivers come on a second interface and go again: two changes of all entries.
void
MfeFollowMembership(benchmark::State& state)
{
    const std::size_t count = state.range(0);
    ManagedRouter router;
    router.MakeEntries(count);
    for (auto _ : state)
    {
        router.Add(OUTGOING[1]);
        router.Delete(OUTGOING[1]);
    }
    state.SetItemsProcessed(state.iterations() * 2 * count);
}

BENCHMARK(MfeCreation)->Arg(1000)->Arg(100000)->Unit(benchmark::kMillisecond);
BENCHMARK(MfeUse)->Arg(1000)->Arg(100000)->Unit(benchmark::kMillisecond);
BENCHMARK(MfeMemory)->Arg(1000)->Arg(100000)->Iterations(1);
BENCHMARK(MfeFollowMembership)->Arg(1000)->Arg(100000)->Unit(benchmark::kMillisecond);

} // namespace

} // namespace bench
} // namespace mgm
} // namespace ns3
