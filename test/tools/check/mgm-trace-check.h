/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#ifndef MGM_TRACE_CHECK_H
#define MGM_TRACE_CHECK_H

#include "check/mgm-trace-checker.h"
#include "tools/scenario/mgm-scenario-file.h"
#include "trace/mgm-trace-reader.h"

#include <algorithm>
#include <fstream>
#include <gtest/gtest.h>
#include <memory>
#include <ostream>
#include <sstream>
#include <string>
#include <vector>

namespace ns3
{
namespace mgm
{

/**
 * @ingroup tests
 * @brief A change of a good trace that breaks a rule.
 */
struct Mutation
{
    std::string name;               ///< What it does, in a word.
    std::string scenario;           ///< The scenario whose trace is changed, see CheckTest::Run().
    std::vector<std::string> edits; ///< The changes, see TraceEditor.
    TraceRule broken;               ///< The rule that must be found broken first.
    std::string about{};            ///< A part of the explanation.
    TraceRuleSet rules{GetTraceRules().begin(), GetTraceRules().end()}; ///< Rules to check.
};

/**
 * @param info a test
 * @return its name
 */
inline std::string
NameOfMutation(const testing::TestParamInfo<Mutation>& info)
{
    return info.param.name;
}

/**
 * @brief Prints a change when a test fails.
 * @param mutation the change
 * @param os where to print
 */
inline void
PrintTo(const Mutation& mutation, std::ostream* os)
{
    *os << mutation.name;
}

/**
 * @ingroup tests
 * @brief Checks traces: what fixtures of tests of the checker have in common.
 */
class TraceCheck
{
  protected:
    /**
     * @brief Checks a trace.
     * @param text the trace as JSON lines
     * @param rules the rules to check
     * @return the check
     */
    std::unique_ptr<TraceChecker> Check(const std::string& text,
                                        const TraceRuleSet& rules = {GetTraceRules().begin(),
                                                                     GetTraceRules().end()})
    {
        const auto path = m_directory / "checked.jsonl";
        std::ofstream(path) << text;
        const auto reader = OpenTrace(path);
        auto checker = std::make_unique<TraceChecker>(reader->GetHeader(), rules);
        while (const TraceRecord* record = reader->Next())
        {
            checker->Look(*record);
        }
        checker->Finish();
        return checker;
    }

    /// @return the findings as text, a line for each
    static std::string Describe(const TraceChecker& checker)
    {
        std::ostringstream os;
        for (const auto& finding : checker.GetFindings().GetAll())
        {
            os << ToString(finding.rule) << ": " << finding.explanation << '\n';
            for (const auto& note : finding.records)
            {
                os << "    " << note.seq << ' ' << note.ToText(checker.GetNodes()) << '\n';
            }
        }
        return os.str();
    }

    /// @return whether a rule is broken, with an explanation that says something
    static bool IsFound(const TraceChecker& checker, TraceRule rule, const std::string& about)
    {
        const auto& findings = checker.GetFindings().GetAll();
        return std::any_of(findings.begin(), findings.end(), [&](const TraceFinding& finding) {
            return finding.rule == rule && finding.explanation.find(about) != std::string::npos;
        });
    }

    TemporaryDirectory m_directory; ///< where files go
};

} // namespace mgm
} // namespace ns3

#endif // MGM_TRACE_CHECK_H
