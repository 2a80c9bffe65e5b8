/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "base/mgm-input-error.h"
#include "json/mgm-json-document.h"
#include "sweep/mgm-factor-axis.h"
#include "sweep/mgm-factor.h"
#include "sweep/mgm-vary-option.h"

#include <gtest/gtest.h>
#include <set>

namespace ns3
{
namespace mgm
{

namespace
{

/// The factor that an option makes.
Factor
Vary(const std::string& option)
{
    const JsonDocument document(ReadVaryOption(option).dump(), "vary");
    return ReadFactor(JsonValue(document));
}

/// The labels of its levels.
std::vector<std::string>
LabelsOf(const std::string& option)
{
    std::vector<std::string> labels;
    for (const auto& level : Vary(option).levels)
    {
        labels.push_back(level.label);
    }
    return labels;
}

/// What is wrong with an option, from "found" on.
std::string
FaultOfFactor(const std::string& option)
{
    try
    {
        Vary(option);
    }
    catch (const InputError& error)
    {
        const std::string message = error.what();
        return message.substr(message.find("found"));
    }
    return "";
}

using Texts = std::vector<std::string>;

TEST(Factor, TakesLists)
{
    EXPECT_EQ(LabelsOf("/stop=10s,20s"), (Texts{"10s", "20s"}));
    EXPECT_EQ(LabelsOf("/run=1,2"), (Texts{"1", "2"}));
    EXPECT_EQ(LabelsOf("/at={\"uniform\":[\"1s\",\"2s\"]},3s"), (Texts{"uniform:1s,2s", "3s"}));
    EXPECT_EQ(Vary("/at={\"uniform\":[\"1s\",\"2s\"]}").levels[0].values,
              (Texts{R"({"uniform":["1s","2s"]})"}));
    EXPECT_EQ(Vary("/x=\"1\",1.5").levels[0].values, (Texts{"\"1\""}));
}

TEST(Factor, TakesRangesThatEndExactly)
{
    EXPECT_EQ(LabelsOf("/stop=0s:1s:0.1s"),
              (Texts{"0s",
                     "0.1s",
                     "0.2s",
                     "0.3s",
                     "0.4s",
                     "0.5s",
                     "0.6s",
                     "0.7s",
                     "0.8s",
                     "0.9s",
                     "1s"}));
    EXPECT_EQ(LabelsOf("/stop=0s:10s:0.5s").size(), 21U);
    EXPECT_EQ(LabelsOf("/stop=1:10:4"), (Texts{"1", "5", "9"}));
    EXPECT_EQ(LabelsOf("/stop=-0.5:0.5:0.5"), (Texts{"-0.5", "0", "0.5"}));
    EXPECT_EQ(LabelsOf("/rate=10Mbps:10Mbps:1Mbps"), (Texts{"10Mbps"}));
}

TEST(Factor, AnAxisNamesTheUnitOnce)
{
    const auto titleOf = [](const std::string& text) {
        const auto script = FactorAxis(Vary(text)).GetScript("x");
        return script.substr(0, script.find('\n'));
    };
    EXPECT_EQ(titleOf("start:/stop=1s,2s"), "set xlabel 'start [s]'");
    EXPECT_EQ(titleOf("start_s:/stop=1s,2s"), "set xlabel 'start [s]'");
    EXPECT_EQ(titleOf("start_ms:/stop=1ms,2ms"), "set xlabel 'start [ms]'");
    EXPECT_EQ(titleOf("start_ms:/stop=1s,2s"), "set xlabel 'start_ms [s]'");
}

TEST(Factor, PutsValuesInAllOrders)
{
    const auto factor = Vary("/nodes/r1/protocols/pim/start,/nodes/r1/protocols/dvmrp/start,"
                             "/nodes/r1/protocols/bidir/start=perm(1s,2s,3s)");
    EXPECT_EQ(factor.name, "order");
    ASSERT_EQ(factor.levels.size(), 6U);
    EXPECT_EQ(factor.levels[0].label, "pim dvmrp bidir");
    EXPECT_EQ(factor.levels[0].values, (Texts{"1s", "2s", "3s"}));
    // The second order of the names: bidir starts second, at 2 s.
    EXPECT_EQ(factor.levels[1].label, "pim bidir dvmrp");
    EXPECT_EQ(factor.levels[1].values, (Texts{"1s", "3s", "2s"}));
    std::set<Texts> all;
    for (const auto& level : factor.levels)
    {
        all.insert(level.values);
    }
    EXPECT_EQ(all.size(), 6U);
    EXPECT_EQ(Vary("/a,/b,/c,/d,/e=perm(1,2,3,4,5)").levels.size(), 120U);
}

TEST(Factor, GivesLinkedPointersOneValue)
{
    const auto factor = Vary("both:/a/start,/b/start=1s,2s");
    EXPECT_EQ(factor.name, "both");
    EXPECT_EQ(factor.pointers, (Texts{"/a/start", "/b/start"}));
    EXPECT_EQ(factor.levels[1].values, (Texts{"2s", "2s"}));
}

TEST(Factor, NamesValuesByTheirLabels)
{
    const JsonDocument document(
        R"({"pointer": "/x", "values": [[1, 2], [3]], "labels": ["both", "one"]})",
        "factor");
    const auto factor = ReadFactor(JsonValue(document));
    ASSERT_EQ(factor.levels.size(), 2U);
    EXPECT_EQ(factor.levels[0].label, "both");
    EXPECT_EQ(factor.levels[0].values, Texts{"[1,2]"});
    EXPECT_EQ(factor.levels[1].label, "one");
    EXPECT_EQ(factor.levels[1].values, Texts{"[3]"});
    EXPECT_EQ(factor.text, "both, one");
}

TEST(Factor, HasAShortName)
{
    EXPECT_EQ(Vary("/nodes/r1/protocols/pim/start=1s").name, "pim.start");
    EXPECT_EQ(Vary("/stop=1s").name, "stop");
    EXPECT_EQ(Vary("/a/start,/b/start=1s").name, "start");
}

TEST(Factor, KnowsTheUnitOfNumbers)
{
    EXPECT_EQ(Vary("/stop=1s,2s").GetUnit(), "s");
    EXPECT_EQ(Vary("/n=1,2").GetUnit(), "");
    EXPECT_EQ(Vary("/stop=1s,2ms").GetUnit(), std::nullopt);
    EXPECT_EQ(Vary("/type=csma,wifi").GetUnit(), std::nullopt);
    EXPECT_EQ(Vary("/stop=uniform(1ms,2ms)").GetUnit(), "ms");
}

TEST(Factor, RefusesWhatHasNoValues)
{
    EXPECT_EQ(FaultOfFactor("/stop"), "found no \"=\", expected [NAME:]POINTER=VALUES");
    EXPECT_EQ(FaultOfFactor("/stop="),
              "found an empty value, expected values with commas between them");
    EXPECT_EQ(FaultOfFactor("/stop=1s,"),
              "found an empty value, expected values with commas between them");
    EXPECT_EQ(FaultOfFactor("/stop=1s,1s"),
              "found \"1s\", expected a value that was not there before");
    EXPECT_EQ(FaultOfFactor("/stop=1s:2s"), "found \"1s:2s\", expected a range FIRST:LAST:STEP");
    EXPECT_EQ(FaultOfFactor("/stop=1s:2s:0s"), "found \"0s\", expected a step above 0");
    EXPECT_EQ(FaultOfFactor("/stop=2s:1s:1s"),
              "found \"1s\", expected a value not below 2s, the first one");
    EXPECT_EQ(FaultOfFactor("/stop=1s:2000ms:1s"),
              "found \"2000ms\", expected a number with the unit of the first one, \"s\"");
    EXPECT_EQ(FaultOfFactor("/stop=1:2:1s"), "found \"1s\", expected a number without a unit");
    EXPECT_EQ(FaultOfFactor("/stop=0:9:0.000001"),
              "found \"0.000001\", expected a step that makes at most 1000000 values");
    EXPECT_EQ(FaultOfFactor("/a,/b=perm(1s,2s,3s)"),
              "found a list of 3 values, expected as many values as there are pointers, 2, and at "
              "most 8");
    EXPECT_EQ(FaultOfFactor("/a,/a=perm(1s,2s)"),
              "found \"/a\", expected another pointer than before");
    EXPECT_EQ(
        FaultOfFactor("/stop=gamma(1s)"),
        "found \"gamma\", expected perm, uniform, normal, exponential or lognormal before the "
        "parenthesis");
    EXPECT_EQ(FaultOfFactor("/stop=uniform(1s)"),
              "found 1 parameters, expected uniform of two parameters");
    EXPECT_EQ(FaultOfFactor("/stop~2=1s"),
              "found \"/stop~2\", expected a JSON pointer such as "
              "\"/nodes/r1/protocols/pim/start\"");
}

} // namespace

} // namespace mgm
} // namespace ns3
