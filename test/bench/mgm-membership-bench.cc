/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

// Memberships beside a bare hash map with the same keys, and enumeration beside a bare copy.

#include "mgm-bench-router.h"

#include <algorithm>
#include <benchmark/benchmark.h>
#include <unordered_map>

namespace ns3
{
namespace mgm
{
namespace bench
{

namespace
{

/// Adds and deletes count groups with AddDelete, and counts each pair as an item.
template <typename AddDelete>
void
RunAddDelete(benchmark::State& state, AddDelete addDelete)
{
    const auto keys = MakeGroups(state.range(0));
    for (auto _ : state)
    {
        addDelete(keys);
    }
    state.SetItemsProcessed(state.iterations() * state.range(0));
}

void
BareMapAddDelete(benchmark::State& state)
{
    std::unordered_map<SourceGroup, Holder, SourceGroupHash> map;
    RunAddDelete(state, [&map](const auto& keys) {
        for (const SourceGroup& key : keys)
        {
            map.emplace(key, Holder());
        }
        for (const SourceGroup& key : keys)
        {
            map.erase(key);
        }
    });
}

void
ManagerAddDelete(benchmark::State& state)
{
    Router router;
    RunAddDelete(state, [&router](const auto& keys) {
        router.Add(keys);
        router.Delete(keys);
    });
}

void
CopyEntries(benchmark::State& state)
{
    const auto keys = MakeGroups(state.range(0));
    const std::vector<SourceGroupEntry> entries(keys.begin(), keys.end());
    std::vector<SourceGroupEntry> buffer(entries.size());
    for (auto _ : state)
    {
        std::copy(entries.begin(), entries.end(), buffer.begin());
        benchmark::DoNotOptimize(buffer.data());
        benchmark::ClobberMemory();
    }
    state.SetItemsProcessed(state.iterations() * state.range(0));
}

void
ManagerEnumerate(benchmark::State& state)
{
    Router router;
    router.Add(MakeGroups(state.range(0)));
    std::vector<SourceGroupEntry> buffer(state.range(0));
    auto& manager = router.GetManager();
    for (auto _ : state)
    {
        EnumerationHandle enumeration;
        manager.GroupEnumerationStart(router.GetClient(),
                                      EnumerationType::ALL_SOURCES,
                                      enumeration);
        uint32_t size = buffer.size() * sizeof(SourceGroupEntry);
        uint32_t count = 0;
        manager.GroupEnumerationGetNext(enumeration, size, buffer.data(), count);
        manager.GroupEnumerationEnd(enumeration);
        benchmark::DoNotOptimize(buffer.data());
        benchmark::ClobberMemory();
    }
    state.SetItemsProcessed(state.iterations() * state.range(0));
}

void
ManagerMemory(benchmark::State& state)
{
    const auto keys = MakeGroups(state.range(0));
    for (auto _ : state)
    {
        Router router;
        const auto before = GetAllocatedBytes();
        router.Add(keys);
        const auto used = GetAllocatedBytes() - before;
        state.counters["bytes_per_membership"] = static_cast<double>(used) / keys.size();
    }
}

BENCHMARK(BareMapAddDelete)->Arg(100)->Arg(10000)->Arg(1000000);
BENCHMARK(ManagerAddDelete)->Arg(100)->Arg(10000)->Arg(1000000);
BENCHMARK(CopyEntries)->Arg(1000000);
BENCHMARK(ManagerEnumerate)->Arg(1000000);
BENCHMARK(ManagerMemory)->Arg(100)->Arg(10000)->Arg(1000000)->Iterations(1);

} // namespace

} // namespace bench
} // namespace mgm
} // namespace ns3
