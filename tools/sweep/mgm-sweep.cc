/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "mgm-sweep.h"

#include "base/mgm-input-error.h"
#include "base/mgm-output-set.h"
#include "base/mgm-process-pool.h"
#include "mgm-experiment-copies.h"
#include "mgm-run-journal.h"
#include "mgm-run-warnings.h"
#include "scenario/mgm-scenario-reader.h"
#include "scenario/mgm-scenario-runner.h"
#include "scenario/mgm-scenario-schema.h"

#include <filesystem>
#include <map>
#include <optional>
#include <vector>

namespace ns3
{
namespace mgm
{

namespace
{

namespace fs = std::filesystem;

/// What is wrong with a response, as the summary of a run shows; empty if nothing is.
std::string
FindFault(const Experiment& experiment, const Json& summary)
{
    std::string fault;
    for (const auto& response : experiment.responses)
    {
        fault = fault.empty() ? response.FindFault(summary) : fault;
    }
    return fault;
}

/// Makes a run. The scenario is the copy that goes with the results.
std::string
MakeRun(const Experiment& experiment, const PlannedRun& run)
{
    const JsonDocument document(experiment.scenarioText,
                                SCENARIO_COPY,
                                fs::path(experiment.scenario).parent_path().string());
    const auto scenario = ReadScenario(document, run.changes);
    const auto summary = SummarizeScenario(scenario);
    Json result{{"warnings", ToJson(scenario.warnings)},
                {"unmet", summary.at("unmet_expectations")},
                {"fault", FindFault(experiment, summary)},
                {"failure", ""},
                {"responses", Json::array()}};
    try
    {
        for (const auto& response : experiment.responses)
        {
            result["responses"].push_back(response.Evaluate(summary));
        }
    }
    catch (const InputError& error)
    {
        result["failure"] = error.what();
    }
    return result.dump();
}

/// A run that is finished.
struct FinishedRun
{
    RunOutcome outcome; ///< what it came to
    std::string fault;  ///< what is wrong with a response; empty if nothing is
};

/// What a run came to, from what became of its process.
FinishedRun
ToFinishedRun(const ProcessResult& result)
{
    if (result.end != ProcessResult::End::DONE)
    {
        return {{result.Explain(), {}, 0, {}}, ""};
    }
    const auto json = ParseJson(result.output);
    return {{json.at("failure").get<std::string>(),
             json.at("responses").get<std::vector<Json>>(),
             json.at("unmet").get<uint64_t>(),
             ToWarnings(json.at("warnings"))},
            json.at("fault").get<std::string>()};
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

/// Makes the runs of a sweep, as many at a time as the pool takes, and notes what they come to.
///
/// Nothing is written before the first run that can be made has shown that all responses can be
/// measured.
class Runner
{
  public:
    Runner(const Experiment& experiment,
           const ExperimentDesign& design,
           const SweepOptions& options,
           const SweepListener& listener)
        : m_experiment(experiment),
          m_design(design),
          m_options(options),
          m_listener(listener)
    {
        m_outputs.MakeDirectory(options.out);
        if (!options.isFresh && fs::exists(PathOf(RunJournal::NAME)))
        {
            OpenJournal();
        }
        FindOpenRuns();
    }

    RunOutcomes Run()
    {
        m_listener(m_state);
        ProcessPool pool(m_options.jobs, m_options.timeout);
        for (const auto id : m_open)
        {
            if (pool.IsFull())
            {
                Take(pool.Wait());
            }
            pool.Start(id,
                       [this, run = m_design.GetRun(id)] { return MakeRun(m_experiment, run); });
        }
        while (!pool.IsIdle())
        {
            Take(pool.Wait());
        }
        NoteFinishedRuns();
        return m_journal->GetOutcomes();
    }

  private:
    std::string PathOf(const char* name) const
    {
        return (fs::path(m_options.out) / name).string();
    }

    void OpenJournal()
    {
        m_journal.emplace(PathOf(RunJournal::NAME), m_experiment.digest);
    }

    /// Finds the runs of the shard that are still to be made.
    void FindOpenRuns()
    {
        const auto outcomes = m_journal ? m_journal->GetOutcomes() : RunOutcomes();
        for (auto id = m_options.shard; id < m_design.GetRunCount(); id += m_options.shards)
        {
            ++m_state.total;
            const auto outcome = outcomes.find(id);
            const bool isDone = outcome != outcomes.end() && outcome->second.failure.empty();
            if (isDone)
            {
                ++m_state.kept;
            }
            else
            {
                m_open.push_back(id);
            }
        }
        m_state.finished = m_state.kept;
        m_isChecked = m_state.kept > 0;
    }

    void Take(const ProcessResult& result)
    {
        m_finished.emplace(result.task, ToFinishedRun(result));
        CheckResponses();
        if (m_isChecked)
        {
            NoteFinishedRuns();
        }
    }

    /// Looks at the runs in their order, whatever the order in which they finish, until one can
    /// tell.
    void CheckResponses()
    {
        for (; !m_isChecked && m_next < m_open.size(); ++m_next)
        {
            const auto run = m_finished.find(m_open[m_next]);
            if (run == m_finished.end())
            {
                return;
            }
            if (!run->second.fault.empty())
            {
                throw InputError(run->second.fault);
            }
            m_isChecked = run->second.outcome.failure.empty();
        }
    }

    void NoteFinishedRuns()
    {
        Begin();
        for (const auto& [id, run] : m_finished)
        {
            m_journal->Note(id, run.outcome);
            ++m_state.finished;
            m_state.failed += run.outcome.failure.empty() ? 0 : 1;
            m_listener(m_state);
        }
        m_finished.clear();
    }

    /// Begins to write, if that is still to be done.
    void Begin()
    {
        if (m_hasBegun)
        {
            return;
        }
        m_hasBegun = true;
        AddCopies(m_experiment, m_options.out, m_outputs);
        m_outputs.Commit();
        if (!m_journal)
        {
            std::error_code ignored;
            fs::remove(PathOf(RunJournal::NAME), ignored);
            OpenJournal();
        }
    }

    const Experiment& m_experiment;
    const ExperimentDesign& m_design;
    const SweepOptions& m_options;
    const SweepListener& m_listener;
    OutputSet m_outputs;
    std::optional<RunJournal> m_journal;
    SweepState m_state;
    std::vector<std::size_t> m_open;
    std::size_t m_next{0};   ///< the open run that is asked next whether responses can be measured
    bool m_isChecked{false}; ///< whether they can
    bool m_hasBegun{false};  ///< whether anything was written
    std::map<std::size_t, FinishedRun> m_finished; ///< runs that are not noted yet
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
    return Runner(experiment, design, options, listener).Run();
}

} // namespace mgm
} // namespace ns3
