/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "base/mgm-input-error.h"
#include "sweep/mgm-effect-plot.h"
#include "sweep/mgm-experiment-output.h"
#include "sweep/mgm-experiment-reader.h"
#include "sweep/mgm-run-warnings.h"
#include "sweep/mgm-sweep.h"
#include "sweep/mgm-vary-option.h"
#include "tools/scenario/mgm-scenario-file.h"

#include <csignal>
#include <gtest/gtest.h>
#include <sstream>
#include <sys/wait.h>
#include <unistd.h>

namespace ns3
{
namespace mgm
{

namespace
{

using Texts = std::vector<std::string>;

/// Makes sweeps of a small scenario: a stream whose Poisson process differs from run to run.
class Sweep : public testing::Test
{
  protected:
    void SetUp() override
    {
        auto scenario = Json::parse(ReadWholeFile(ShippedScenario("late-start")));
        scenario["stop"] = "4s";
        scenario["traffic"][0]["interval"] = {{"exponential", "100ms"}};
        scenario["nodes"]["r1"]["protocols"]["pim"]["start"] = "2.5s";
        scenario.erase("expect");
        WriteScenario(m_scenario, scenario);
    }

    /// An experiment of two starts of PIM and three places of the stream's group, by default.
    Experiment Make(const Texts& factors = {"/nodes/r1/protocols/pim/start=2s:3.5s:0.5s"},
                    std::size_t runs = 10) const
    {
        std::vector<ExperimentChange> changes{{"/runs", runs, "test"},
                                              {"/plots", Json::array(), "test"}};
        for (const auto& factor : factors)
        {
            changes.push_back({"/factors/-", ReadVaryOption(factor), "--vary " + factor});
        }
        return ReadExperiment(m_scenario, changes, "test");
    }

    /// The options of a sweep into a directory of the test's own.
    SweepOptions To(const std::string& out) const
    {
        SweepOptions options;
        options.out = m_directory / out;
        options.jobs = 2;
        return options;
    }

    /// Runs a sweep and writes its tables. Returns what it came to.
    static RunOutcomes Run(const Experiment& experiment, const SweepOptions& options)
    {
        const ExperimentDesign design(experiment);
        const auto outcomes = RunSweep(experiment, design, options, [](const SweepState&) {});
        if (FindMissingRuns(design, outcomes).empty())
        {
            WriteResults(ExperimentResults(experiment, design, outcomes), options.out, 1);
        }
        return outcomes;
    }

    /// The files that must be equal however a sweep was run.
    std::string ResultsIn(const std::string& out) const
    {
        std::string text;
        for (const auto& file : {"runs.csv", "summary.csv", "report.md", "experiment.json"})
        {
            text += ReadWholeFile((m_directory / out) + "/" + file);
        }
        return text;
    }

    TemporaryDirectory m_directory;                           ///< where files go
    const std::string m_scenario = m_directory / "base.json"; ///< the scenario
};

TEST_F(Sweep, MakesALineForEachRun)
{
    Run(Make({"start:/nodes/r1/protocols/pim/start=2.2s,2.8s"}, 1), To("a"));
    const auto csv = ReadWholeFile(m_directory / "a/runs.csv");
    EXPECT_EQ(csv.substr(0, csv.find('\n')),
              "id,cell,start,run,lost,longest_gap_ns,first_after_join_ns,unaccounted,violations,"
              "unmet_expectations,status");
    EXPECT_NE(csv.find("\n0,0,2.2s,1,"), csv.npos);
    EXPECT_NE(csv.find("\n1,1,2.8s,1,"), csv.npos);
    EXPECT_EQ(std::count(csv.begin(), csv.end(), '\n'), 3);
    const auto summary = ReadWholeFile(m_directory / "a/summary.csv");
    EXPECT_EQ(summary.substr(0, summary.find('\n')),
              "cell,start,response,n,mean,median,sd,ci95_low,ci95_high");
    EXPECT_EQ(std::count(summary.begin(), summary.end(), '\n'), 1 + 2 * 6);
}

TEST_F(Sweep, GoesOnAfterBeingKilled)
{
    const auto experiment = Make();
    Run(experiment, To("whole"));
    const auto victim = fork();
    if (victim == 0)
    {
        RunSweep(experiment,
                 ExperimentDesign(experiment),
                 To("killed"),
                 [](const SweepState& state) {
                     if (state.finished == 17)
                     {
                         raise(SIGKILL);
                     }
                 });
        _exit(0);
    }
    int status = 0;
    waitpid(victim, &status, 0);
    ASSERT_TRUE(WIFSIGNALED(status));
    std::size_t kept = 0;
    std::size_t made = 0;
    const ExperimentDesign design(experiment);
    const auto outcomes = RunSweep(experiment, design, To("killed"), [&](const SweepState& state) {
        kept = state.kept;
        made = state.finished - state.kept;
    });
    EXPECT_EQ(kept, 17U);
    EXPECT_EQ(made, 23U);
    WriteResults(ExperimentResults(experiment, design, outcomes), m_directory / "killed", 1);
    EXPECT_EQ(ResultsIn("killed"), ResultsIn("whole"));
}

TEST_F(Sweep, ShardsMakeTheSameTogether)
{
    const auto experiment = Make();
    Run(experiment, To("whole"));
    Texts shards;
    for (std::size_t i = 0; i < 3; ++i)
    {
        auto options = To("shard" + std::to_string(i));
        options.shard = i;
        options.shards = 3;
        Run(experiment, options);
        shards.push_back(options.out);
    }
    EXPECT_THROW(MergeResults({shards[0], shards[2]}, m_directory / "part", "test", 1), InputError);
    EXPECT_THROW(MergeResults(shards, m_directory / "part", "another version", 1), InputError);
    EXPECT_EQ(MergeResults(shards, m_directory / "merged", "test", 1), "");
    EXPECT_EQ(ResultsIn("merged"), ResultsIn("whole"));
}

TEST_F(Sweep, RunsAgainFromItsOwnExperimentFile)
{
    Run(Make(), To("whole"));
    const auto again = ReadExperiment(m_directory / "whole/experiment.json", {}, "test");
    EXPECT_EQ(again.digest, Make().digest);
    Run(again, To("again"));
    EXPECT_EQ(ResultsIn("again"), ResultsIn("whole"));
}

TEST_F(Sweep, ReportsFailingRunsAndGoesOn)
{
    const auto experiment = Make({"/nodes/r1/protocols/pim/start=2s,soon,3s"}, 1);
    const auto outcomes = Run(experiment, To("a"));
    EXPECT_EQ(outcomes.at(0).failure, "");
    EXPECT_EQ(outcomes.at(2).failure, "");
    EXPECT_EQ(outcomes.at(1).failure.find(
                  "--set /nodes/r1/protocols/pim/start=soon: /nodes/r1/protocols/pim/start: found "
                  "\"soon\", expected"),
              0U);
    const auto report = ReadWholeFile(m_directory / "a/report.md");
    EXPECT_NE(report.find("mgm run scenario.json --set /nodes/r1/protocols/pim/start=soon --seed 1 "
                          "--run 1\n"),
              report.npos);
    const auto csv = ReadWholeFile(m_directory / "a/runs.csv");
    EXPECT_NE(csv.find("\n1,1,soon,1,,,,,,,failed\n"), csv.npos);
}

/// What comes after the end is told of the runs that it does not happen in, also when a sweep goes
/// on.
TEST_F(Sweep, TellsOnceWhatRunsAreWarnedOf)
{
    const auto experiment = Make({"/nodes/r1/protocols/pim/start=2s,4.5s,3s"}, 2);
    const Texts expected{
        "--set /nodes/r1/protocols/pim/start=4.5s: /nodes/r1/protocols/pim/start: "
        "warning: found \"4.5s\", which is after 4s, the end of the simulation (in "
        "2 of 6 runs)"};
    EXPECT_EQ(SummarizeWarnings(Run(experiment, To("a"))), expected);
    EXPECT_EQ(SummarizeWarnings(Run(experiment, To("a"))), expected);
    EXPECT_NE(ReadWholeFile(m_directory / "a/report.md").find("\n## Warnings\n\n* " + expected[0]),
              std::string::npos);
}

/// What captures hold is a part of the experiment, and goes with its results.
TEST_F(Sweep, CapturesThatAreReplayedGoWithTheResults)
{
    const std::string file = MGM_SOURCE_DIR "/test/scenarios/good/replayed-capture";
    const auto capture = ReadWholeFile(file + ".pcap");
    auto scenario = Json::parse(ReadWholeFile(file + ".json"));
    std::filesystem::create_directory(m_directory / "some");
    std::filesystem::copy_file(file + ".pcap", m_directory / "some/a.pcap");
    scenario["steps"][0]["file"] = "some/a.pcap";
    scenario["steps"][1]["file"] = "no.pcap";
    WriteScenario(m_scenario, scenario);
    const Texts factors{"/steps/1/file=./some/a.pcap,b.pcap"};
    std::ofstream(m_directory / "b.pcap", std::ios::binary) << capture;

    const auto outcomes = Run(Make(factors, 1), To("whole"));
    EXPECT_EQ(outcomes.at(0).failure + outcomes.at(1).failure, "");
    EXPECT_EQ(outcomes.at(1).unmet, 0U);
    EXPECT_EQ(ReadWholeFile(m_directory / "whole/some/a.pcap"), capture);
    const auto again = ReadExperiment(m_directory / "whole/experiment.json", {}, "test");
    EXPECT_EQ(again.digest, Make(factors, 1).digest);
    Run(again, To("again"));
    EXPECT_EQ(ResultsIn("again"), ResultsIn("whole"));

    std::ofstream(m_directory / "b.pcap", std::ios::app) << "more";
    EXPECT_NE(Make(factors, 1).digest, again.digest);
    EXPECT_THROW(Run(Make(factors, 1), To("whole")), InputError);
}

TEST_F(Sweep, EndsRunsThatTakeTooLong)
{
    auto options = To("a");
    options.timeout = std::chrono::milliseconds(700);
    const auto experiment =
        Make({"/nodes/r1/protocols/pim/start=2s", "/traffic/0/interval=100ms,100ns"}, 1);
    const auto outcomes = Run(experiment, options);
    EXPECT_EQ(outcomes.at(0).failure, "");
    EXPECT_EQ(outcomes.at(1).failure, "took too long");
}

TEST_F(Sweep, RefusesABadBaseBeforeAnythingRuns)
{
    const auto experiment = Make({"/nodes/r1/protocols/pim/strat=1s,2s"});
    EXPECT_THROW(Run(experiment, To("a")), InputError);
    EXPECT_FALSE(std::filesystem::exists(m_directory / "a"));
}

/// A response that can't be measured is noticed when the first run has ended; nothing is left.
TEST_F(Sweep, T6_RefusesAResponseThatLeadsNowhere)
{
    const auto refusal = [this](const Experiment& experiment) -> std::string {
        std::size_t finished = 0;
        try
        {
            RunSweep(experiment,
                     ExperimentDesign(experiment),
                     To("new/a"),
                     [&](const SweepState& state) { finished = state.finished; });
        }
        catch (const InputError& error)
        {
            EXPECT_EQ(finished, 0U);
            return error.what();
        }
        return "";
    };
    auto experiment = Make();
    experiment.responses.emplace_back("sum(/streams/*/lots)", "--response sum(/streams/*/lots)");
    EXPECT_EQ(refusal(experiment).substr(0, 67),
              "--response sum(/streams/*/lots): found no \"lots\" in /streams/0 of s");
    EXPECT_FALSE(std::filesystem::exists(m_directory / "new"));
    experiment.responses.back() = Response("/digest", "--response /digest");
    EXPECT_EQ(refusal(experiment).substr(0, 26), "--response /digest: found ");
    EXPECT_FALSE(std::filesystem::exists(m_directory / "new"));
}

/// Whether a number is known is up to the run: it may be missing in the first one.
TEST_F(Sweep, TakesAResponseThatTheFirstRunHasNoValueOf)
{
    auto experiment = Make({"/nodes/r1/protocols/pim/start=5s,2s"}, 1);
    experiment.responses.emplace_back("/nodes/r1/clients/pim/owner_ns", "test");
    const auto outcomes = Run(experiment, To("a"));
    EXPECT_TRUE(outcomes.at(0).responses.back().is_null());
    EXPECT_EQ(outcomes.at(1).responses.back(), 2000000000);
}

/// What did not happen is 0, not missing: a mean over runs counts them all.
TEST_F(Sweep, CountsOfWhatDidNotHappenAreZero)
{
    auto experiment = Make({}, 1);
    experiment.responses = {Response("/records/violation", "test"),
                            Response("/packets/dropped/queue-full", "test")};
    const auto outcomes = Run(experiment, To("a"));
    EXPECT_EQ(outcomes.at(0).responses, (std::vector<Json>{0, 0}));
}

/// Old results stay when a sweep that was to replace them is refused.
TEST_F(Sweep, T2_ARefusedSweepLeavesWhatIsThere)
{
    Run(Make({"/stop=3s"}, 1), To("a"));
    const auto before = ResultsIn("a") + ReadWholeFile(m_directory / "a/journal.jsonl");
    auto options = To("a");
    options.isFresh = true;
    auto experiment = Make({"/stop=3.1s"}, 1);
    experiment.responses.emplace_back("/lots", "test");
    EXPECT_THROW(Run(experiment, options), InputError);
    EXPECT_EQ(ResultsIn("a") + ReadWholeFile(m_directory / "a/journal.jsonl"), before);
    std::filesystem::create_directories(m_directory / "a/report.md.d");
    std::filesystem::remove(m_directory / "a/report.md");
    std::filesystem::rename(m_directory / "a/report.md.d", m_directory / "a/report.md");
    const auto runs = ReadWholeFile(m_directory / "a/runs.csv");
    options.isFresh = true;
    EXPECT_THROW(Run(Make({"/stop=3.1s"}, 1), options), InputError);
    EXPECT_EQ(ReadWholeFile(m_directory / "a/runs.csv"), runs);
}

/// The difference between runs is that of their numbers, as all cells have the same random streams.
TEST_F(Sweep, T5_IntervalsOverSeveralCellsAreThoseOfRunNumbers)
{
    auto experiment = Make({"a:/nodes/r1/protocols/pim/start=2s,3s",
                            "b:/stop=4s,5s",
                            "c:/traffic/0/interval=50ms,100ms"},
                           3);
    experiment.responses = {Response("/violations", "test", "v")};
    const ExperimentDesign design(experiment);
    RunOutcomes outcomes;
    for (std::size_t id = 0; id < design.GetRunCount(); ++id)
    {
        const auto run = design.GetRun(id);
        outcomes[id] = {"", {Json(10 * run.run + run.cell % 2)}, 0};
    }
    const ExperimentResults results(experiment, design, outcomes);
    // Run numbers have the means 10.5, 20.5 and 30.5 over the four cells of a level: mean 20.5,
    // deviation 10; 4.303 is t(0.975, 2) of the tables, so that half the interval is 24.84.
    const auto data = MakeEffectPlot(results, 0, 0).data;
    std::vector<double> numbers;
    std::istringstream fields(data.substr(0, data.find('\n')));
    for (std::string field; std::getline(fields, field, ',');)
    {
        numbers.push_back(std::stod(field));
    }
    ASSERT_EQ(numbers.size(), 4U) << data;
    EXPECT_EQ(numbers[1], 20.5);
    EXPECT_NEAR(numbers[2], 20.5 - 4.303 * 10 / 1.73205, 0.005);
    EXPECT_NEAR(numbers[3], 20.5 + 4.303 * 10 / 1.73205, 0.005);
}

TEST_F(Sweep, KeepsResultsOfOtherExperimentsUnlessToldNotTo)
{
    Run(Make({"/stop=3s"}, 1), To("a"));
    EXPECT_THROW(Run(Make({"/stop=3.1s"}, 1), To("a")), InputError);
    auto options = To("a");
    options.isFresh = true;
    EXPECT_EQ(Run(Make({"/stop=3.1s"}, 1), options).size(), 1U);
}

TEST_F(Sweep, WritesPlotScripts)
{
    auto experiment =
        Make({"start:/nodes/r1/protocols/pim/start=2s,3s", "rate:/traffic/0/interval=50ms,100ms"},
             3);
    experiment.plots = {"effect", "heat-map", "distribution"};
    Run(experiment, To("a"));
    const auto plots = m_directory / "a/plots/";
    EXPECT_NE(ReadWholeFile(plots + "effect-lost-start.gp").find("set xlabel 'start [s]'"),
              std::string::npos);
    EXPECT_NE(ReadWholeFile(plots + "heat-map-lost-start-rate.csv"), "");
    EXPECT_NE(ReadWholeFile(plots + "effect-lost-start.gp").find("'rate 50ms'"), std::string::npos);
}

} // namespace

} // namespace mgm
} // namespace ns3
