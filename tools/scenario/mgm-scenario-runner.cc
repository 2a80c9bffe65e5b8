/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "mgm-scenario-runner.h"

#include "base/mgm-input-error.h"
#include "base/mgm-output-set.h"
#include "mgm-choice-points.h"
#include "mgm-expectation-checker.h"
#include "mgm-instant-guard.h"
#include "mgm-run-summary.h"
#include "mgm-scenario-network.h"
#include "mgm-scenario-reader.h"
#include "mgm-startup-table.h"
#include "mgm-traffic-observer.h"
#include "trace/mgm-trace-file.h"

#include "ns3/boolean.h"
#include "ns3/global-value.h"
#include "ns3/mac48-address.h"
#include "ns3/mgm-trace-helper.h"
#include "ns3/mgm-traced-node.h"
#include "ns3/mgm-tracer.h"
#include "ns3/names.h"
#include "ns3/rng-seed-manager.h"
#include "ns3/simulator.h"

#include <filesystem>
#include <optional>
#include <utility>

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

/// The path of an output file in a directory.
std::string
PathIn(const std::string& out, const std::string& name)
{
    return (std::filesystem::path(out) / name).string();
}

/// Writes traces and captures of a run.
class Recorder
{
  public:
    Recorder(const Scenario& scenario, const RunOptions& options, RunSummary& summary)
        : m_scenario(scenario),
          m_options(options),
          m_summary(summary)
    {
    }

    /// Begins to write traces.
    void EnableTraces(const ScenarioNetwork& network, OutputSet& outputs)
    {
        auto header = TraceHeader::OfSimulation(m_scenario.digest, m_scenario.command);
        for (const auto& node : network.GetNodes())
        {
            header.nodes.push_back(Introduce(node.node));
        }
        for (const auto format : m_options.traces)
        {
            const TraceFileKind kind{format, m_options.compression};
            const auto name = GetTraceFileName(format, m_options.compression);
            const auto file = outputs.AddFile(PathIn(m_options.out, name));
            m_traces.push_back(Create<TraceFile>(kind, file, header));
            for (const auto& node : network.GetNodes())
            {
                m_traces.back()->Connect(Tracer::Of(node.node));
            }
            m_summary.NoteFile(name);
        }
    }

    /// Begins to capture packets, if that is wanted.
    void EnableCaptures(const ScenarioNetwork& network, OutputSet& outputs)
    {
        for (std::size_t i = 0; m_options.pcap && i < m_scenario.nodes.size(); ++i)
        {
            const auto& node = m_scenario.nodes[i];
            for (std::size_t j = 0; j < node.interfaces.size(); ++j)
            {
                const auto& link = m_scenario.links[node.interfaces[j].link];
                const auto name = GetCaptureName(node.name, link.name);
                const auto file = outputs.AddFile(PathIn(m_options.out, name));
                const auto device = network.GetNodes()[i].devices[j];
                m_captures.emplace_back(name, MgmTraceHelper::EnablePcap(file, device));
                m_summary.NoteFile(name);
            }
        }
    }

    /// Completes all files.
    void Close()
    {
        for (const auto& trace : m_traces)
        {
            if (!trace->Close())
            {
                throw InputError(m_options.out + ": found no room for the traces");
            }
        }
        for (const auto& [name, capture] : m_captures)
        {
            capture->Close();
            if (capture->Fail())
            {
                throw InputError(PathIn(m_options.out, name) + ": found no room for the file");
            }
        }
    }

  private:
    const Scenario& m_scenario;
    const RunOptions& m_options;
    RunSummary& m_summary;
    std::vector<Ptr<TraceFile>> m_traces;
    std::vector<std::pair<std::string, Ptr<PcapFileWrapper>>> m_captures;
};

void
WriteSummary(const std::string& out, RunSummary& summary, OutputSet& outputs)
{
    constexpr auto NAME = "summary.json";
    summary.NoteFile(NAME);
    outputs.Write(PathIn(out, NAME), summary.ToJson().dump(2) + '\n');
}

} // namespace

std::vector<std::string>
RunScenario(const Scenario& scenario, const RunOptions& options, std::ostream& report)
{
    OutputSet outputs;
    outputs.MakeDirectory(options.out);
    PrepareSimulator(scenario);
    ScenarioNetwork network(scenario);
    Observers observers(scenario, network);
    const SimulatorGuard simulatorGuard;
    if (report)
    {
        observers.table.emplace();
    }
    Connect(network, observers);
    Recorder recorder(scenario, options, observers.summary);
    recorder.EnableTraces(network, outputs);
    recorder.EnableCaptures(network, outputs);
    Simulate(scenario, network, observers);
    WriteSummary(options.out, observers.summary, outputs);
    recorder.Close();
    outputs.Commit();
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
