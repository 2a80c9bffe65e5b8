/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "base/mgm-rule-book.h"
#include "check/mgm-check-report.h"
#include "mgm-check-fixture.h"

#include <filesystem>
#include <tuple>

namespace ns3
{
namespace mgm
{

namespace
{

/// The names of the scenarios that come with mgm.
std::vector<std::string>
ShippedScenarios()
{
    std::vector<std::string> names;
    for (const auto& file :
         std::filesystem::directory_iterator(MGM_SOURCE_DIR "/examples/scenarios"))
    {
        if (file.path().extension() == ".json")
        {
            names.push_back(file.path().stem().string());
        }
    }
    std::sort(names.begin(), names.end());
    return names;
}

} // namespace

/// What really happens breaks no rule.
class CheckScenarioTest : public CheckTest, public testing::WithParamInterface<std::string>
{
};

TEST_P(CheckScenarioTest, I1_to_I9_NothingIsFound)
{
    const auto checker = Check(Run(GetParam()));
    EXPECT_GT(checker->GetRecords(), 10U);
    EXPECT_EQ(checker->GetFindings().GetTotal(), 0U) << Describe(*checker);
}

INSTANTIATE_TEST_SUITE_P(Shipped, CheckScenarioTest, testing::ValuesIn(ShippedScenarios()));

/// Attributes that make callbacks and changes take time.
struct Timing
{
    std::string name;             ///< what they are called
    TraceEditor::Json attributes; ///< the attributes of managers
};

void
PrintTo(const Timing& timing, std::ostream* os)
{
    *os << timing.name;
}

/// No rule depends on how long things take.
class CheckTimingTest : public CheckTest,
                        public testing::WithParamInterface<std::tuple<std::string, Timing>>
{
  protected:
    /// @return a scenario that comes with mgm, with managers that have the attributes
    std::string MakeScenario() const
    {
        const auto& [name, timing] = GetParam();
        auto scenario = TraceEditor::Json::parse(ReadWholeFile(ShippedScenario(name)));
        scenario.erase("expect");
        for (auto& node : scenario["nodes"])
        {
            if (node.contains("igmp-router") || node.contains("protocols"))
            {
                node["manager"].update(timing.attributes);
            }
        }
        return WriteScenario(m_directory / "scenario.json", scenario);
    }
};

TEST_P(CheckTimingTest, I1_to_I9_NothingIsFound)
{
    const auto checker = Check(RunFile(MakeScenario()));
    EXPECT_GT(checker->GetRecords(), 10U);
    EXPECT_EQ(checker->GetFindings().GetTotal(), 0U) << Describe(*checker);
}

std::string
NameOfTiming(const testing::TestParamInfo<CheckTimingTest::ParamType>& test)
{
    auto name = std::get<0>(test.param) + '_' + std::get<1>(test.param).name;
    std::replace(name.begin(), name.end(), '-', '_');
    return name;
}

const std::vector<Timing> TIMINGS{
    {"posted", {{"CallbackDelivery", "posted"}, {"AlertOrder", "random"}}},
    {"slow",
     {{"CallbackCost", "30ms"},
      {"OwnershipChangeDuration", "700ms"},
      {"UpcallCost", "25ms"},
      {"ApiCallCost", "100ms"}}},
    {"random",
     {{"CallbackCost", {{"uniform", {"0s", "900ms"}}}},
      {"OwnershipChangeDuration", {{"uniform", {"0s", "900ms"}}}}}},
};

INSTANTIATE_TEST_SUITE_P(Shipped,
                         CheckTimingTest,
                         testing::Combine(testing::ValuesIn(ShippedScenarios()),
                                          testing::ValuesIn(TIMINGS)),
                         NameOfTiming);

TEST_F(CheckTest, PartOfATrace_IsOneFindingAndNothingElseIsJudged)
{
    TraceEditor editor(Run("stream"));
    editor.Edit("drop-all state owner");
    editor.Edit("drop-all callback-return PRUNE_ALERT");
    const auto checker = Check(editor.ToText());
    EXPECT_EQ(checker->GetFindings().GetTotal(), 1U) << Describe(*checker);
    EXPECT_GT(checker->GetUnjudgedFrom(), 0U);
}

TEST_F(CheckTest, ManyFindings_AreCountedAndSomeAreKept)
{
    FindingLog log;
    for (uint32_t i = 0; i < 100; ++i)
    {
        log.Report(TraceRule::I6, "packet " + std::to_string(i), {}, "it leaves twice");
    }
    log.Report(TraceRule::I8, "packet 0", {}, "a consequence");
    EXPECT_EQ(log.GetAll().size(), FindingLog::KEPT);
    EXPECT_EQ(log.GetCount(TraceRule::I6), 100U);
    EXPECT_EQ(log.GetCount(TraceRule::I8), 0U);
    EXPECT_EQ(log.GetTotal(), 100U);
}

TEST_F(CheckTest, Rules_OnlyThoseThatAreAskedFor)
{
    TraceEditor editor(Run("two-protocols"));
    editor.Edit("drop-whole callback JOIN_ALERT client_name=mospf source=*");
    editor.Renumber();
    EXPECT_GT(Check(editor.ToText())->GetFindings().GetCount(TraceRule::I3), 0U);
    const auto checker = Check(editor.ToText(), {TraceRule::I1, TraceRule::I2});
    EXPECT_EQ(checker->GetFindings().GetTotal(), 0U) << Describe(*checker);
}

TEST_F(CheckTest, Report_TellsRuleRecordAndReason)
{
    TraceEditor editor(Run("two-protocols"));
    editor.Edit("drop-whole callback JOIN_ALERT client_name=mospf source=*");
    editor.Renumber();
    const TraceRuleSet rules{GetTraceRules().begin(), GetTraceRules().end()};
    const auto checker = Check(editor.ToText());
    std::ostringstream text;
    WriteCheckText(text, "t.jsonl", *checker, rules);
    EXPECT_EQ(
        text.str().substr(0, text.str().find("\n  hold")),
        "t.jsonl: 111 records, 1 finding\n"
        "  I3: The alerts made are exactly those that the history of memberships, owners, routes "
        "and outgoing lists gives.\n"
        "    mospf never gets the JOIN_ALERT (*,239.1.1.1) that this change gives (ALR-1)\n"
        "      record 50 at 1.000000000 s, r1: state membership pim if=lan1 (*,239.1.1.1) "
        "absent -> present on add");
    std::ostringstream json;
    WriteCheckJson(json, "t.jsonl", *checker, rules);
    const auto value = TraceEditor::Json::parse(json.str());
    EXPECT_EQ(value["rules"]["I3"]["verdict"], "broken");
    EXPECT_EQ(value["rules"]["I1"]["verdict"], "holds");
    EXPECT_EQ(value["findings"][0]["rule"], "I3");
    EXPECT_EQ(value["findings"][0]["statement"], RuleBook::Get().Find("I3")->statement);
    EXPECT_EQ(value["findings"][0]["records"][0]["seq"], 50);
}

TEST_F(CheckTest, EachRule_IsInTheRuleBookUnderItsName)
{
    for (const auto rule : GetTraceRules())
    {
        const Rule* entry = RuleBook::Get().Find(ToString(rule));
        ASSERT_NE(entry, nullptr) << ToString(rule);
        EXPECT_EQ(entry->id, ToString(rule));
    }
}

} // namespace mgm
} // namespace ns3
