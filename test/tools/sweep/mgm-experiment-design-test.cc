/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "base/mgm-input-error.h"
#include "sweep/mgm-experiment-design.h"
#include "sweep/mgm-experiment-reader.h"
#include "sweep/mgm-quantity.h"
#include "sweep/mgm-vary-option.h"
#include "tools/scenario/mgm-scenario-file.h"

#include <gtest/gtest.h>
#include <map>
#include <rapidcheck/gtest.h>
#include <set>

namespace ns3
{
namespace mgm
{

namespace
{

using Texts = std::vector<std::string>;

/// An experiment of a shipped scenario.
Experiment
Make(const Json& members, const Texts& factors)
{
    std::vector<ExperimentChange> changes;
    for (const auto& [name, value] : members.items())
    {
        changes.push_back({"/" + name, value, "test"});
    }
    for (const auto& factor : factors)
    {
        changes.push_back({"/factors/-", ReadVaryOption(factor), "--vary " + factor});
    }
    return ReadExperiment(ShippedScenario("late-start"), changes, "test");
}

/// What is wrong with an experiment.
std::string
FaultOf(const Json& members, const Texts& factors)
{
    try
    {
        const auto experiment = Make(members, factors);
        const ExperimentDesign design(experiment);
    }
    catch (const InputError& error)
    {
        return error.what();
    }
    return "";
}

TEST(ExperimentDesign, RunsAllCombinations)
{
    const auto experiment = Make({{"runs", 2}, {"seed", 5}}, {"/a=x,y", "/b=1,2,3"});
    const ExperimentDesign design(experiment);
    EXPECT_EQ(design.GetCellCount(), 6U);
    EXPECT_EQ(design.GetRunCount(), 12U);
    EXPECT_EQ(design.GetRun(0).labels, (Texts{"x", "1"}));
    EXPECT_EQ(design.GetRun(2).labels, (Texts{"x", "2"}));
    EXPECT_EQ(design.GetRun(11).labels, (Texts{"y", "3"}));
    const auto run = design.GetRun(7);
    EXPECT_EQ(run.cell, 3U);
    EXPECT_EQ(run.run, 2U);
    EXPECT_EQ(GetRunCommand("my dir/s.json", run),
              "mgm run 'my dir/s.json' --set /a=y --set /b=1 --seed 5 --run 2");
}

TEST(ExperimentDesign, IsOneRunWithoutFactors)
{
    const auto experiment = Make(Json::object(), {});
    EXPECT_EQ(ExperimentDesign(experiment).GetRunCount(), 1U);
}

TEST(ExperimentDesign, DrawsAnewForEachRun)
{
    const auto experiment = Make({{"runs", 50}}, {"/a=1,2", "/b=uniform(0,1)"});
    const ExperimentDesign design(experiment);
    EXPECT_EQ(design.GetCellCount(), 2U);
    EXPECT_TRUE(design.IsDrawnByRun(1));
    EXPECT_FALSE(design.IsDrawnByRun(0));
    std::set<std::string> values;
    for (std::size_t id = 0; id < design.GetRunCount(); ++id)
    {
        values.insert(design.GetRun(id).labels[1]);
    }
    EXPECT_EQ(values.size(), 100U);
    EXPECT_EQ(design.GetRun(3).labels, ExperimentDesign(experiment).GetRun(3).labels);
    const auto other = Make({{"runs", 50}, {"seed", 2}}, {"/a=1,2", "/b=uniform(0,1)"});
    EXPECT_NE(design.GetRun(3).labels, ExperimentDesign(other).GetRun(3).labels);
}

RC_GTEST_PROP(ExperimentDesign, LatinHypercubeHasEachStratumOnce, ())
{
    const auto samples = *rc::gen::inRange<std::size_t>(1, 40);
    const auto seed = *rc::gen::inRange<uint32_t>(1, 1000);
    const auto experiment =
        Make({{"design", "lhs"}, {"samples", samples}, {"runs", 2}, {"seed", seed}},
             {"/a=uniform(0,1)", "/b=uniform(5,6)"});
    const ExperimentDesign design(experiment);
    RC_ASSERT(design.GetRunCount() == 2 * samples);
    for (std::size_t factor = 0; factor < 2; ++factor)
    {
        std::set<std::size_t> strata;
        for (std::size_t cell = 0; cell < samples; ++cell)
        {
            const auto label = design.GetRun(2 * cell).labels[factor];
            RC_ASSERT(label == design.GetRun(2 * cell + 1).labels[factor]);
            const auto place = QuantityFromString(label)->GetNumber() - (factor == 0 ? 0 : 5);
            strata.insert(static_cast<std::size_t>(place * static_cast<double>(samples)));
        }
        RC_ASSERT(strata.size() == samples);
    }
}

TEST(ExperimentDesign, LatinHypercubeHasEachLevelEquallyOften)
{
    const auto experiment = Make({{"design", "lhs"}, {"samples", 12}}, {"/a=x,y,z", "/b=1,2"});
    const ExperimentDesign design(experiment);
    std::map<std::string, int> counts;
    for (std::size_t id = 0; id < 12; ++id)
    {
        ++counts[design.GetRun(id).labels[0]];
        ++counts[design.GetRun(id).labels[1]];
    }
    EXPECT_EQ(counts,
              (std::map<std::string, int>{{"x", 4}, {"y", 4}, {"z", 4}, {"1", 6}, {"2", 6}}));
}

TEST(Experiment, HasResponsesOfStreamsIfThereAreStreams)
{
    EXPECT_EQ(Make(Json::object(), {}).responses.size(), 6U);
    const auto quiet = ReadExperiment(ShippedScenario("startup"), {}, "test");
    ASSERT_EQ(quiet.responses.size(), 2U);
    EXPECT_EQ(quiet.responses[0].GetName(), "violations");
}

TEST(Experiment, DigestTellsResultsApart)
{
    const auto digest = Make({{"runs", 2}}, {"/a=1,2"}).digest;
    EXPECT_EQ(Make({{"runs", 2}}, {"/a=1,2"}).digest, digest);
    EXPECT_EQ(Make({{"runs", 2}, {"plots", Json::array()}}, {"/a=1,2"}).digest, digest);
    EXPECT_NE(Make({{"runs", 3}}, {"/a=1,2"}).digest, digest);
    EXPECT_NE(Make({{"runs", 2}}, {"/a=1,3"}).digest, digest);
    EXPECT_NE(Make({{"runs", 2}, {"seed", 2}}, {"/a=1,2"}).digest, digest);
}

TEST(Experiment, RefusesWhatDoesNotFit)
{
    EXPECT_EQ(FaultOf(Json::object(), {"/a=1", "/a=2"}),
              "--vary /a=2: found a second column \"a\" of the results, expected another name");
    EXPECT_EQ(FaultOf(Json::object(), {"/a=1", "b:/a=2"}),
              "--vary b:/a=2: found a second factor with /a, expected another pointer");
    EXPECT_EQ(FaultOf(Json::object(), {"lost:/a=1"}),
              "response sum(/streams/*/lost): found a second column \"lost\" of the results, "
              "expected another name");
    EXPECT_EQ(FaultOf({{"design", "lhs"}}, {}),
              "test: /design: found \"lhs\", expected the number of samples with it");
    EXPECT_EQ(FaultOf({{"samples", 3}}, {}),
              "test: /samples: found 3, expected the design \"lhs\" with a number of samples");
    EXPECT_EQ(FaultOf({{"runs", 1000000}}, {"/a=1:100:1"}),
              "--vary /a=1:100:1: found too many combinations, expected at most 10000000 runs");
}

} // namespace

} // namespace mgm
} // namespace ns3
