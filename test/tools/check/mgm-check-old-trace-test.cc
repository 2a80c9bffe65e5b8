/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "mgm-check-fixture.h"

namespace ns3
{
namespace mgm
{

/// A trace that the first version wrote, with a fault that it had; see traces/README.md.
struct FaultyTrace
{
    std::string name;  ///< name of the file without its extension
    TraceRule broken;  ///< the rule that must be found broken first
    std::string about; ///< a part of the explanation
    TraceRuleSet rules{GetTraceRules().begin(), GetTraceRules().end()}; ///< rules to check
};

void
PrintTo(const FaultyTrace& trace, std::ostream* os)
{
    *os << trace.name;
}

class FaultyTraceTest : public CheckTest, public testing::WithParamInterface<FaultyTrace>
{
};

TEST_P(FaultyTraceTest, TheRightRuleIsNamed)
{
    const FaultyTrace& trace = GetParam();
    const auto text =
        ReadWholeFile(MGM_SOURCE_DIR "/test/tools/check/traces/" + trace.name + ".jsonl");
    const auto checker = Check(text, trace.rules);
    const auto& findings = checker->GetFindings().GetAll();
    ASSERT_FALSE(findings.empty());
    EXPECT_EQ(findings.front().rule, trace.broken) << Describe(*checker);
    EXPECT_TRUE(IsFound(*checker, trace.broken, trace.about)) << Describe(*checker);
}

const std::vector<FaultyTrace> FAULTY_TRACES{
    {"m1-graft-on-expired",
     TraceRule::I3,
     "a never gets the JOIN_ALERT (10.1.1.9,239.1.1.1) that this change gives (MFE-7)"},
    {"m2-covered-enumeration",
     TraceRule::I3,
     "b never gets the JOIN_ALERT (*,239.1.1.1) that this change gives (ALR-7)"},
    {"m2-covered-enumeration",
     TraceRule::I7,
     "(*,239.1.1.1) is lost: b has started and does not know",
     {TraceRule::I7}},
    {"m3-owner-was-first",
     TraceRule::I3,
     "a never gets the JOIN_ALERT (10.1.1.9,232.1.1.1) that this change gives (ALR-3)"},
    {"m3-owner-was-first",
     TraceRule::I7,
     "(10.1.1.9,232.1.1.1) is lost: a has started",
     {TraceRule::I7}},
    {"m4-route-moves-sg",
     TraceRule::I3,
     "pim-a never gets the PRUNE_ALERT (10.0.0.1,232.1.1.1) that this change gives (ALR-3)"},
    {"m4-route-moves-sg",
     TraceRule::I7,
     "pim-a still takes (10.0.0.1,232.1.1.1) for wanted",
     {TraceRule::I7}},
    {"m4-route-moves-sg", TraceRule::I8, "no PRUNE_ALERT answers this JOIN_ALERT", {TraceRule::I8}},
    {"m5-expired-route",
     TraceRule::I3,
     "pim-a gets JOIN_ALERT for the expired entry (10.9.0.9,239.1.1.2), whose route was not"},
    {"m6-rpf-elsewhere",
     TraceRule::I8,
     "a leaves 1, but the entry (10.1.1.1,239.1.1.1), whose reverse path that is, stays (OWN-5)"},
    {"m7-crash-during-change", TraceRule::I8, "the node crashes, but pim still has wan (REG-6)"},
    {"m8-withheld-prune",
     TraceRule::I3,
     "b gets PRUNE_ALERT (*,239.1.1.1) for l1, but the membership that is gone was on l3 (ALR-7)"},
    {"g1-link-flap", TraceRule::SENT, "filter-mode change (B)"},
    {"g2-proxy-late-route",
     TraceRule::I3,
     "the alerts for (10.0.0.1,232.1.1.1) go by a route that has changed"},
};

std::string
NameOfFaultyTrace(const testing::TestParamInfo<FaultyTrace>& info)
{
    auto name = info.param.name + (info.param.rules.size() > 1 ? "" : "-alone-") +
                (info.param.rules.size() > 1 ? "" : std::string(ToString(info.param.broken)));
    std::replace(name.begin(), name.end(), '-', '_');
    return name;
}

INSTANTIATE_TEST_SUITE_P(FirstVersion,
                         FaultyTraceTest,
                         testing::ValuesIn(FAULTY_TRACES),
                         NameOfFaultyTrace);

/// The router asks on a link that is down, too.
TEST_F(CheckTest, G1_EachMessageThatVanishesIsFound)
{
    const auto checker =
        Check(ReadWholeFile(MGM_SOURCE_DIR "/test/tools/check/traces/g1-link-flap.jsonl"));
    EXPECT_EQ(checker->GetFindings().GetCount(TraceRule::SENT), 2U) << Describe(*checker);
}

} // namespace mgm
} // namespace ns3
