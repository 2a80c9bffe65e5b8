/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "mgm-explored-run.h"

#include "check/mgm-trace-checker.h"
#include "json/mgm-json-document.h"
#include "scenario/mgm-choice-points.h"
#include "scenario/mgm-expectation-checker.h"
#include "scenario/mgm-instant-guard.h"
#include "scenario/mgm-traffic-observer.h"

#include "ns3/mac48-address.h"
#include "ns3/mgm-trace-header.h"
#include "ns3/mgm-tracer.h"
#include "ns3/names.h"
#include "ns3/rng-seed-manager.h"
#include "ns3/simulator.h"

#include <optional>

namespace ns3
{
namespace mgm
{

namespace
{

/// All that looks at the trace while a schedule runs.
class Watchers
{
  public:
    Watchers(const Scenario& scenario,
             ScenarioNetwork& network,
             Distinction distinction,
             bool wantsEffects)
        : m_accesses(scenario, distinction),
          m_traffic(scenario, network),
          m_checker(scenario, network, m_traffic),
          m_outcome(scenario, distinction),
          m_rules(TraceHeader::OfSimulation(scenario.digest, scenario.command), AllRules())
    {
        if (wantsEffects)
        {
            m_footprints.emplace(m_accesses, scenario.exploration.spacing);
        }
    }

    void Observe(const TraceRecord& record)
    {
        m_guard.Observe(record);
        m_traffic.Observe(record);
        m_checker.Observe(record);
        m_outcome.Observe(record);
        m_rules.Look(record);
        if (m_footprints)
        {
            m_footprints->Observe(record);
        }
    }

    /// Ends, after the run.
    ExploredRun Finish(const Scenario& scenario, const ScenarioNetwork& network)
    {
        m_guard.Check(scenario.name);
        m_rules.Finish();
        m_outcome.NoteFindings(m_rules);
        m_outcome.NoteNetwork(network);
        m_outcome.NoteStreams(m_traffic.GetMeter().GetResults());
        m_outcome.NoteExpectations(m_checker.Finish());
        ExploredRun run;
        run.outcome = m_outcome.GetLines();
        run.faults = m_outcome.GetFaults();
        if (m_footprints)
        {
            run.effects = m_footprints->GetEffects();
        }
        return run;
    }

  private:
    static TraceRuleSet AllRules()
    {
        return {GetTraceRules().begin(), GetTraceRules().end()};
    }

    RecordAccesses m_accesses;
    TrafficObserver m_traffic;
    ExpectationChecker m_checker;
    OutcomeRecorder m_outcome;
    TraceChecker m_rules;
    InstantGuard m_guard;
    std::optional<FootprintRecorder> m_footprints;
};

/// A footprint as numbers.
Json
PackFootprint(const Footprint& footprint)
{
    auto list = Json::array();
    for (const auto& access : footprint.GetAll())
    {
        list.push_back(static_cast<uint8_t>(access.kind));
        list.push_back(access.node);
        list.push_back(access.key);
        list.push_back(access.isWrite);
    }
    return list;
}

Footprint
UnpackFootprint(const Json& list)
{
    Footprint footprint;
    for (std::size_t i = 0; i + 3 < list.size(); i += 4)
    {
        footprint.Add({static_cast<ResourceKind>(list[i].get<uint8_t>()),
                       list[i + 1].get<uint32_t>(),
                       list[i + 2].get<uint64_t>(),
                       list[i + 3].get<bool>()});
    }
    return footprint;
}

void
ResetSimulator()
{
    Simulator::Destroy();
    Names::Clear();
    Mac48Address::ResetAllocationIndex();
}

/// Resets the simulator when a run ends, in whatever way.
struct SimulatorGuard
{
    ~SimulatorGuard()
    {
        ResetSimulator();
    }
};

} // namespace

ExploredRun
ExploreRun(const Scenario& scenario, Distinction distinction, bool wantsEffects)
{
    ResetSimulator();
    RngSeedManager::SetSeed(scenario.seed);
    RngSeedManager::SetRun(scenario.run);
    ScenarioNetwork network(scenario);
    Watchers watchers(scenario, network, distinction, wantsEffects);
    const SimulatorGuard guard;
    for (const auto& node : network.GetNodes())
    {
        Tracer::Of(node.node)->TraceConnectWithoutContext(
            "Record",
            MakeCallback(&Watchers::Observe, &watchers));
    }
    const auto choices = MakeChoicePoints(scenario, network);
    Simulator::Stop(scenario.stop);
    Simulator::Run();
    auto run = watchers.Finish(scenario, network);
    run.counts = choices->GetCounts();
    return run;
}

Json
Pack(const ExploredRun& run)
{
    auto faults = Json::array();
    for (const auto& fault : run.faults)
    {
        faults.push_back(Json::array({fault.name, fault.detail, fault.steps, fault.isAtEnd}));
    }
    auto effects = Json::array();
    for (const auto& effect : run.effects)
    {
        effects.push_back(Json::array(
            {PackFootprint(effect.own), PackFootprint(effect.foreign), effect.isQuiet}));
    }
    return Json::array({run.outcome, faults, run.counts, effects});
}

ExploredRun
Unpack(const Json& json)
{
    ExploredRun run;
    run.outcome = json[0].get<std::vector<std::string>>();
    for (const auto& fault : json[1])
    {
        run.faults.push_back({fault[0].get<std::string>(),
                              fault[1].get<std::string>(),
                              fault[2].get<std::size_t>(),
                              fault[3].get<bool>()});
    }
    run.counts = json[2].get<std::vector<uint32_t>>();
    for (const auto& effect : json[3])
    {
        run.effects.push_back(
            {UnpackFootprint(effect[0]), UnpackFootprint(effect[1]), effect[2].get<bool>()});
    }
    return run;
}

} // namespace mgm
} // namespace ns3
