/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "sweep/mgm-run-warnings.h"

#include <gtest/gtest.h>

namespace ns3
{
namespace mgm
{

namespace
{

using Lines = std::vector<std::string>;

/// A run whose scenario is warned of so.
RunOutcome
WarnedOf(std::vector<ScenarioWarning> warnings)
{
    return {"", {}, 0, std::move(warnings)};
}

const ScenarioWarning STEP{"/steps/0/at", "a.json:4:5: /steps/0/at: warning: found \"9s\""};
const ScenarioWarning START{"/nodes/r1/start", "--set b: /nodes/r1/start: warning: found \"8s\""};

TEST(RunWarnings, EachIsToldOnceWithTheNumberOfItsRuns)
{
    const RunOutcomes outcomes{{0, WarnedOf({})},
                               {1, WarnedOf({STEP})},
                               {2, WarnedOf({START, STEP})},
                               {3, {"took too long", {}, 0, {}}}};
    EXPECT_EQ(SummarizeWarnings(outcomes),
              (Lines{STEP.text + " (in 2 of 4 runs)", START.text + " (in 1 of 4 runs)"}));
}

TEST(RunWarnings, AValueThatVariesIsToldOnce)
{
    auto other = STEP;
    other.text += " or so";
    EXPECT_EQ(SummarizeWarnings({{0, WarnedOf({STEP})}, {1, WarnedOf({other})}}),
              Lines{STEP.text + " (in 2 of 2 runs, with other times in some)"});
}

TEST(RunWarnings, NoneAreNoLines)
{
    EXPECT_EQ(SummarizeWarnings({{0, WarnedOf({})}}), Lines());
}

TEST(RunWarnings, TheyKeepTheirFormInTheJournal)
{
    const auto read = ToWarnings(ParseJson(ToJson({STEP, START}).dump()));
    ASSERT_EQ(read.size(), 2U);
    EXPECT_EQ(read[1].pointer, START.pointer);
    EXPECT_EQ(read[1].text, START.text);
    EXPECT_TRUE(ToWarnings(ToJson({})).empty());
}

} // namespace

} // namespace mgm
} // namespace ns3
