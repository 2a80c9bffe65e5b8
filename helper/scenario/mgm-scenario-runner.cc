/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "mgm-scenario-runner.h"

#include "mgm-expectation-checker.h"
#include "mgm-input-error.h"
#include "mgm-instant-guard.h"
#include "mgm-run-summary.h"
#include "mgm-scenario-network.h"
#include "mgm-scenario-reader.h"
#include "mgm-startup-table.h"
#include "mgm-traffic-observer.h"

#include "ns3/boolean.h"
#include "ns3/global-value.h"
#include "ns3/mac48-address.h"
#include "ns3/mgm-choice-points.h"
#include "ns3/mgm-tracer.h"
#include "ns3/names.h"
#include "ns3/rng-seed-manager.h"
#include "ns3/simulator.h"

#include <filesystem>
#include <fstream>
#include <optional>

namespace ns3
{
namespace mgm
{

namespace
{

/// All that looks at the trace while a scenario runs.
struct Observers
{
    Observers(const Scenario& scenario, ScenarioNetwork& network)
        : traffic(scenario, network),
          checker(scenario, network, traffic),
          summary(scenario)
    {
    }

    TrafficObserver traffic;
    ExpectationChecker checker;
    std::optional<StartupTable> table; ///< if somebody reads it
    RunSummary summary;
    InstantGuard guard;

    void Observe(const TraceRecord& record)
    {
        guard.Observe(record);
        traffic.Observe(record);
        checker.Observe(record);
        if (table)
        {
            table->Observe(record);
        }
        summary.Observe(record);
    }
};

void
ResetSimulator()
{
    Simulator::Destroy();
    Names::Clear();
    Mac48Address::ResetAllocationIndex();
}

/// Says whether IP and UDP checksums are computed.
void
EnableChecksums(bool isEnabled)
{
    GlobalValue::Bind("ChecksumEnabled", BooleanValue(isEnabled));
}

/// Resets the simulator when a run ends, in whatever way.
struct SimulatorGuard
{
    ~SimulatorGuard()
    {
        ResetSimulator();
        EnableChecksums(false);
    }
};

/// Brings the simulator into the state in which the network of a scenario is made.
void
PrepareSimulator(const Scenario& scenario)
{
    ResetSimulator();
    RngSeedManager::SetSeed(scenario.seed);
    RngSeedManager::SetRun(scenario.run);
    EnableChecksums(true);
}

/// Lets observers see the records of all nodes.
void
Connect(const ScenarioNetwork& network, Observers& observers)
{
    for (const auto& node : network.GetNodes())
    {
        Tracer::Of(node.node)->TraceConnectWithoutContext(
            "Record",
            MakeCallback(&Observers::Observe, &observers));
    }
}

/// Runs a scenario to its end, and notes what it came to.
void
Simulate(const Scenario& scenario, const ScenarioNetwork& network, Observers& observers)
{
    MakeChoicePoints(scenario, network);
    Simulator::Stop(scenario.stop);
    Simulator::Run();
    observers.guard.Check(scenario.name);
    observers.summary.NoteNetwork(network);
    observers.summary.NoteTraffic(observers.traffic.GetMeter().GetResults(),
                                  observers.traffic.GetLedger().GetTotals(Simulator::Now()));
    observers.summary.NoteExpectations(observers.checker.Finish());
}

/// The path of an output file, which can be written to.
std::string
OpenFile(const std::string& out, const std::string& name)
{
    const auto path = (std::filesystem::path(out) / name).string();
    if (!std::ofstream(path))
    {
        throw InputError(path + ": found no file that can be written");
    }
    return path;
}

void
MakeDirectory(const std::string& out)
{
    std::error_code error;
    std::filesystem::create_directories(out, error);
    if (!std::filesystem::is_directory(out, error))
    {
        throw InputError(out + ": found no directory, and none can be made");
    }
}

/// Begins to write traces.
void
EnableTraces(const RunOptions& options, MgmTraceHelper& traces, RunSummary& summary)
{
    for (const auto format : options.traces)
    {
        const auto name = GetTraceFileName(format, options.compression);
        traces.Enable(TraceFileKind{format, options.compression}, OpenFile(options.out, name));
        summary.NoteFile(name);
    }
}

/// Begins to capture packets.
void
EnableCaptures(const RunOptions& options,
               const Scenario& scenario,
               const ScenarioNetwork& network,
               RunSummary& summary)
{
    for (std::size_t i = 0; i < scenario.nodes.size(); ++i)
    {
        const auto& node = scenario.nodes[i];
        for (std::size_t j = 0; j < node.interfaces.size(); ++j)
        {
            const auto name =
                GetCaptureName(node.name, scenario.links[node.interfaces[j].link].name);
            MgmTraceHelper::EnablePcap(OpenFile(options.out, name),
                                       network.GetNodes()[i].devices[j]);
            summary.NoteFile(name);
        }
    }
}

void
WriteSummary(const std::string& out, RunSummary& summary)
{
    constexpr auto NAME = "summary.json";
    const auto path = OpenFile(out, NAME);
    summary.NoteFile(NAME);
    std::ofstream file(path);
    file << summary.ToJson().dump(2) << std::endl;
    if (!file)
    {
        throw InputError(path + ": found no room for the file");
    }
}

} // namespace

std::vector<std::string>
RunScenario(const Scenario& scenario, const RunOptions& options, std::ostream& report)
{
    MakeDirectory(options.out);
    PrepareSimulator(scenario);
    ScenarioNetwork network(scenario);
    Observers observers(scenario, network);
    const SimulatorGuard simulatorGuard;
    if (report)
    {
        observers.table.emplace();
    }
    Connect(network, observers);
    MgmTraceHelper traces(TraceHeader::OfSimulation(scenario.digest, scenario.command));
    EnableTraces(options, traces, observers.summary);
    if (options.pcap)
    {
        EnableCaptures(options, scenario, network, observers.summary);
    }
    Simulate(scenario, network, observers);
    WriteSummary(options.out, observers.summary);
    if (!traces.Flush())
    {
        throw InputError(options.out + ": found no room for the traces");
    }
    if (observers.table)
    {
        observers.table->Print(report);
        observers.summary.Print(report, options.out);
    }
    return observers.summary.GetFailures();
}

Json
SummarizeScenario(const Scenario& scenario)
{
    PrepareSimulator(scenario);
    ScenarioNetwork network(scenario);
    Observers observers(scenario, network);
    const SimulatorGuard simulatorGuard;
    Connect(network, observers);
    Simulate(scenario, network, observers);
    return observers.summary.ToJson();
}

} // namespace mgm
} // namespace ns3
