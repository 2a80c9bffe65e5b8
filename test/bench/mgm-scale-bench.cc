/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

// Whole runs of a scenario as "mgm run --trace none --pcap off --quiet" makes them, from the file
// to the summary: what grows faster than the number of events shows in the time per received copy.

#include "mgm-scale-scenario.h"
#include "scenario/mgm-scenario-reader.h"
#include "scenario/mgm-scenario-runner.h"

#include <benchmark/benchmark.h>
#include <filesystem>
#include <fstream>
#include <malloc.h>
#include <ostream>
#include <sstream>
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

namespace fs = std::filesystem;

/// A directory that is removed at its end.
class Directory
{
  public:
    Directory()
        : m_path(fs::temp_directory_path() / ("mgm-bench-" + std::to_string(getpid())))
    {
        fs::create_directories(m_path);
    }

    ~Directory()
    {
        fs::remove_all(m_path);
    }

    Directory(const Directory&) = delete;
    Directory& operator=(const Directory&) = delete;

    /// @return its path
    const fs::path& Get() const
    {
        return m_path;
    }

  private:
    fs::path m_path; ///< its path
};

/// A value of /proc/self/status [bytes], such as "VmHWM", the most memory that the process had.
double
ReadStatus(const std::string& name)
{
    std::ifstream status("/proc/self/status");
    std::string line;
    while (std::getline(status, line))
    {
        if (line.compare(0, name.size() + 1, name + ":") == 0)
        {
            constexpr double BYTES_PER_KB = 1024;
            return std::stod(line.substr(name.size() + 1)) * BYTES_PER_KB;
        }
    }
    return 0;
}

/// Gives free memory back, and begins anew to look for the most memory. Returns what is in use.
double
BeginToMeasureMemory()
{
    malloc_trim(0);
    std::ofstream("/proc/self/clear_refs") << 5;
    return ReadStatus("VmRSS");
}

/// A run with so many routers; each of its hosts receives all packets.
void
ScenarioRun(benchmark::State& state)
{
    ScaleSize size;
    size.routers = static_cast<uint32_t>(state.range(0));
    const Directory directory;
    const auto file = directory.Get() / "scale.json";
    std::ofstream(file) << MakeScaleScenario(size);
    std::ostream nowhere(nullptr);
    double memory = 0;
    for (auto _ : state)
    {
        state.PauseTiming();
        const auto before = BeginToMeasureMemory();
        state.ResumeTiming();
        RunScenario(ReadScenario(file), {(directory.Get() / "out").string(), {}, false}, nowhere);
        state.PauseTiming();
        memory = ReadStatus("VmHWM") - before;
        state.ResumeTiming();
    }
    const auto summary = Json::parse(std::ifstream(directory.Get() / "out" / "summary.json"));
    if (summary["packets"]["forwarded"].get<uint64_t>() !=
            uint64_t{size.routers} * size.groups * size.packets ||
        summary["packets"]["delivered"].get<uint64_t>() !=
            uint64_t{size.routers} * size.hosts * size.groups * size.packets)
    {
        state.SkipWithError("not every packet was received");
    }
    using benchmark::Counter;
    state.counters["time_per_copy"] =
        Counter(static_cast<double>(size.GetCopies()),
                Counter::kIsIterationInvariantRate | Counter::kInvert);
    state.counters["bytes_per_node"] = memory / static_cast<double>(size.GetNodes());
}

BENCHMARK(ScenarioRun)
    ->Arg(10)
    ->Arg(40)
    ->Arg(100)
    ->Arg(200)
    ->Arg(400)
    ->Unit(benchmark::kMillisecond);

} // namespace

} // namespace bench
} // namespace mgm
} // namespace ns3
