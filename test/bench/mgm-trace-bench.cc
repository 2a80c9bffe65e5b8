/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

// What tracing costs an API call: nobody connected, one sink, the JSON-lines writer.

#include "mgm-bench-router.h"

#include "ns3/mgm-trace-header.h"
#include "ns3/mgm-trace-scope.h"
#include "ns3/mgm-trace-writer-jsonl.h"
#include "ns3/output-stream-wrapper.h"

#include <benchmark/benchmark.h>
#include <fstream>

namespace ns3
{
namespace mgm
{
namespace bench
{

namespace
{

/// Groups that the calls are about, so that a call does the work that it usually does.
constexpr std::size_t CALLED_GROUPS = 10000;

/// Measures one Add and one Delete, each of which changes the table.
void
RunCalls(benchmark::State& state, const Router& router)
{
    const auto keys = MakeGroups(CALLED_GROUPS);
    auto& manager = router.GetManager();
    std::size_t next = 0;
    for (auto _ : state)
    {
        const SourceGroup& key = keys[next++ % CALLED_GROUPS];
        manager.AddGroupMembershipEntry(router.GetClient(), key, router.GetInterface());
        manager.DeleteGroupMembershipEntry(router.GetClient(), key, router.GetInterface());
    }
    state.SetItemsProcessed(state.iterations() * 2);
}

void
CallUntraced(benchmark::State& state)
{
    Router router;
    router.Add({MakeGroups(CALLED_GROUPS + 1).back()}); // the table is never empty
    RunCalls(state, router);
}

void
CallWithOneSink(benchmark::State& state)
{
    Router router;
    router.Add({MakeGroups(CALLED_GROUPS + 1).back()});
    uint64_t records = 0;
    Tracer::Of(router.GetNode())
        ->TraceConnectWithoutContext(
            "Record",
            Callback<void, const TraceRecord&>([&records](const TraceRecord&) { ++records; }));
    RunCalls(state, router);
    benchmark::DoNotOptimize(records);
}

void
CallWithJsonWriter(benchmark::State& state)
{
    Router router;
    router.Add({MakeGroups(CALLED_GROUPS + 1).back()});
    const auto stream = Create<OutputStreamWrapper>("/dev/null", std::ios::out);
    const auto writer = Create<TraceWriterJsonl>(stream, TraceHeader());
    writer->Connect(Tracer::Of(router.GetNode()));
    RunCalls(state, router);
}

/// The tracing that a call contains when nobody listens: a scope, and the look for a listener
/// before the record of the change.
void
TracingUnconnected(benchmark::State& state)
{
    Router router;
    const auto tracer = Tracer::Of(router.GetNode());
    for (auto _ : state)
    {
        TraceScope scope(*tracer, []() { return TraceRecord(); });
        benchmark::DoNotOptimize(tracer->IsConnected());
        benchmark::DoNotOptimize(scope.Return(Status::NO_ERROR));
    }
    state.SetItemsProcessed(state.iterations());
}

BENCHMARK(CallUntraced);
BENCHMARK(TracingUnconnected);
BENCHMARK(CallWithOneSink);
BENCHMARK(CallWithJsonWriter);

} // namespace

} // namespace bench
} // namespace mgm
} // namespace ns3
