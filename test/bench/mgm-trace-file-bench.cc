/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "trace/mgm-trace-file.h"
#include "trace/mgm-trace-reader.h"

#include <benchmark/benchmark.h>
#include <filesystem>
#include <string>
#include <unistd.h>

namespace ns3
{
namespace mgm
{
namespace bench
{

namespace
{

constexpr uint64_t RECORDS = 20000;

/// The file that is written and read.
std::string
GetFile()
{
    return (std::filesystem::temp_directory_path() / ("mgm-bench-" + std::to_string(getpid())))
        .string();
}

/// A call about one of some groups, as a trace has most.
TraceRecord
MakeCall(uint64_t seq)
{
    TraceRecord record;
    record.seq = seq;
    record.timeNs = static_cast<int64_t>(seq * 1234567);
    record.cause = seq - 1;
    record.node = static_cast<uint32_t>(seq % 4);
    record.kind = seq % 2 == 0 ? TraceKind::RETURN : TraceKind::CALL;
    record.op = "AddGroupMembershipEntry";
    record.client = ClientId{10, 0};
    record.clientName = "igmp";
    record.interface = InterfaceId{1, Ipv4Address()};
    record.sourceGroup = SourceGroup{ANY_ADDRESS, Ipv4Address(0xEF010000 + seq % 1000)};
    record.event = "join-state+forward-state";
    return record;
}

TraceFileKind
GetKind(const benchmark::State& state)
{
    return {static_cast<TraceFormat>(state.range(0)),
            static_cast<TraceCompression>(state.range(1))};
}

void
WriteRecords(TraceFileKind kind)
{
    TraceFile file(kind, GetFile(), TraceHeader());
    for (uint64_t seq = 1; seq <= RECORDS; ++seq)
    {
        file.Write(MakeCall(seq));
    }
    file.Close();
}

/// Notes what was written or read, then removes the file.
void
Finish(benchmark::State& state)
{
    state.SetItemsProcessed(static_cast<int64_t>(state.iterations() * RECORDS));
    state.SetLabel(GetTraceFileName(GetKind(state).format, GetKind(state).compression));
    state.counters["bytes_per_record"] =
        static_cast<double>(std::filesystem::file_size(GetFile())) / RECORDS;
    std::filesystem::remove(GetFile());
}

void
WriteTrace(benchmark::State& state)
{
    for (auto _ : state)
    {
        WriteRecords(GetKind(state));
    }
    Finish(state);
}

void
ReadTrace(benchmark::State& state)
{
    WriteRecords(GetKind(state));
    for (auto _ : state)
    {
        const auto reader = OpenTrace(GetFile());
        while (const auto* record = reader->Next())
        {
            benchmark::DoNotOptimize(record->seq);
        }
    }
    Finish(state);
}

/// A format and a compression as arguments of a benchmark.
std::vector<int64_t>
Kind(TraceFormat format, TraceCompression compression)
{
    return {static_cast<int64_t>(format), static_cast<int64_t>(compression)};
}

/// The kinds of files that can be read.
void
AddKinds(benchmark::internal::Benchmark* benchmark)
{
    benchmark->Unit(benchmark::kMillisecond);
    for (const auto format : {TraceFormat::JSONL, TraceFormat::CSV, TraceFormat::PCAPNG})
    {
        benchmark->Args(Kind(format, TraceCompression::NONE));
    }
    benchmark->Args(Kind(TraceFormat::JSONL, TraceCompression::GZIP));
    benchmark->Args(Kind(TraceFormat::JSONL, TraceCompression::ZSTD));
}

BENCHMARK(WriteTrace)->Apply(AddKinds)->Args(Kind(TraceFormat::ASCII, TraceCompression::NONE));
BENCHMARK(ReadTrace)->Apply(AddKinds);

} // namespace

} // namespace bench
} // namespace mgm
} // namespace ns3
