/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "mgm-sweep.h"

#include "mgm-process-pool.h"
#include "mgm-run-journal.h"

#include "ns3/mgm-input-error.h"
#include "ns3/mgm-scenario-reader.h"
#include "ns3/mgm-scenario-runner.h"
#include "ns3/mgm-scenario-schema.h"

#include <filesystem>
#include <fstream>
#include <vector>

namespace ns3
{
namespace mgm
{

namespace
{

namespace fs = std::filesystem;

void
WriteFile(const fs::path& path, const std::string& text)
{
    std::ofstream file(path, std::ios::binary);
    if (!(file << text << std::flush))
    {
        throw InputError(path.string() + ": found no file that can be written");
    }
}

/// Makes a run. The scenario is the copy in the directory of the results.
std::string
MakeRun(const Experiment& experiment, const PlannedRun& run, const std::string& out)
{
    fs::current_path(out);
    const auto summary = SummarizeScenario(ReadScenario(SCENARIO_COPY, run.changes));
    auto responses = Json::array();
    for (const auto& response : experiment.responses)
    {
        responses.push_back(response.Evaluate(summary));
    }
    return Json{{"responses", responses}, {"unmet", summary.at("unmet_expectations")}}.dump();
}

/// What a run came to, from what became of its process.
RunOutcome
ToOutcome(const ProcessResult& result)
{
    if (result.end != ProcessResult::End::DONE)
    {
        return {result.Explain(), {}, 0};
    }
    const auto json = Json::parse(result.output);
    return {"", json.at("responses").get<std::vector<Json>>(), json.at("unmet").get<uint64_t>()};
}

/// Throws InputError if the first run can't be made: then most can't. Reading a scenario makes
/// objects of the simulator, which only a process of its own may do.
void
CheckFirstRun(const Experiment& experiment, const ExperimentDesign& design)
{
    ProcessPool pool(1);
    pool.Start(0, [&] {
        ReadScenario(experiment.scenario, design.GetRun(0).changes);
        return std::string();
    });
    const auto result = pool.Wait();
    if (result.end != ProcessResult::End::DONE)
    {
        throw InputError(result.Explain());
    }
}

/// Makes the directory for the results.
void
PrepareDirectory(const SweepOptions& options)
{
    std::error_code error;
    fs::create_directories(options.out, error);
    if (!fs::is_directory(options.out, error))
    {
        throw InputError(options.out + ": found no directory, and none can be made");
    }
    if (options.isFresh)
    {
        fs::remove(fs::path(options.out) / RunJournal::NAME, error);
    }
}

/// The runs of a shard that are still to be made.
std::vector<std::size_t>
FindOpenRuns(const ExperimentDesign& design,
             const SweepOptions& options,
             const RunOutcomes& outcomes,
             SweepState& state)
{
    std::vector<std::size_t> open;
    for (auto id = options.shard; id < design.GetRunCount(); id += options.shards)
    {
        ++state.total;
        const auto outcome = outcomes.find(id);
        if (outcome == outcomes.end() || !outcome->second.failure.empty())
        {
            open.push_back(id);
        }
    }
    state.kept = state.total - open.size();
    state.finished = state.kept;
    return open;
}

/// Makes runs, as many at a time as the pool takes, and notes what they come to.
class Runner
{
  public:
    Runner(RunJournal& journal, SweepState& state, const SweepListener& listener)
        : m_journal(journal),
          m_state(state),
          m_listener(listener)
    {
    }

    void Run(const Experiment& experiment,
             const ExperimentDesign& design,
             const SweepOptions& options,
             const std::vector<std::size_t>& ids)
    {
        ProcessPool pool(options.jobs, options.timeout);
        for (const auto id : ids)
        {
            if (pool.IsFull())
            {
                Take(pool.Wait());
            }
            pool.Start(id, [&experiment, &options, run = design.GetRun(id)] {
                return MakeRun(experiment, run, options.out);
            });
        }
        while (!pool.IsIdle())
        {
            Take(pool.Wait());
        }
    }

  private:
    void Take(const ProcessResult& result)
    {
        const auto outcome = ToOutcome(result);
        m_journal.Note(result.task, outcome);
        ++m_state.finished;
        m_state.failed += outcome.failure.empty() ? 0 : 1;
        m_listener(m_state);
    }

    RunJournal& m_journal;
    SweepState& m_state;
    const SweepListener& m_listener;
};

} // namespace

RunOutcomes
RunSweep(const Experiment& experiment,
         const ExperimentDesign& design,
         const SweepOptions& options,
         const SweepListener& listener)
{
    GetCompiledScenarioSchema(); // once for all runs
    CheckFirstRun(experiment, design);
    PrepareDirectory(options);
    RunJournal journal((fs::path(options.out) / RunJournal::NAME).string(), experiment.digest);
    WriteFile(fs::path(options.out) / SCENARIO_COPY, experiment.scenarioText);
    WriteFile(fs::path(options.out) / EXPERIMENT_COPY, experiment.source.dump(2) + '\n');
    SweepState state;
    const auto open = FindOpenRuns(design, options, journal.GetOutcomes(), state);
    listener(state);
    Runner(journal, state, listener).Run(experiment, design, options, open);
    return journal.GetOutcomes();
}

} // namespace mgm
} // namespace ns3
