/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#ifndef MGM_CHECK_FIXTURE_H
#define MGM_CHECK_FIXTURE_H

#include "mgm-test-fixture.h"
#include "mgm-trace-check.h"
#include "mgm-trace-editor.h"
#include "scenario/mgm-scenario-reader.h"
#include "scenario/mgm-scenario-runner.h"
#include "tools/scenario/mgm-scenario-file.h"

#include <gtest/gtest.h>
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
 * @brief Runs scenarios, changes their traces, and checks them.
 */
class CheckTest : public MgmTest, protected TraceCheck
{
  protected:
    /**
     * @brief Runs a scenario that comes with mgm, or one of test/scenarios.
     * @param name its name; one of test/scenarios has the folder in it
     * @return its trace
     */
    std::string Run(const std::string& name)
    {
        const bool isTest = name.find('/') != std::string::npos;
        return RunFile(isTest ? MGM_SOURCE_DIR "/test/scenarios/" + name + ".json"
                              : ShippedScenario(name));
    }

    /**
     * @brief Runs a scenario.
     * @param path path of its file
     * @return its trace
     */
    std::string RunFile(const std::string& path)
    {
        std::ostringstream report;
        RunOptions options;
        options.out = m_directory / "out";
        options.traces = {TraceFormat::JSONL};
        options.pcap = false;
        RunScenario(ReadScenario(path), options, report);
        return ReadWholeFile((m_directory / "out") + "/trace.jsonl");
    }
};

/**
 * @ingroup tests
 * @brief Each change of a trace must be found, and named by the right rule.
 */
class MutationTest : public CheckTest, public testing::WithParamInterface<Mutation>
{
  protected:
    /**
     * @brief Changes a trace and checks it.
     * @param isRenumbered whether the records are numbered anew, so that the trace is sound
     */
    void RunMutation(bool isRenumbered)
    {
        const Mutation& mutation = GetParam();
        TraceEditor editor(Run(mutation.scenario));
        for (const auto& edit : mutation.edits)
        {
            editor.Edit(edit);
        }
        if (isRenumbered)
        {
            editor.Renumber();
        }
        const auto checker = Check(editor.ToText(), mutation.rules);
        const auto& findings = checker->GetFindings().GetAll();
        ASSERT_FALSE(findings.empty());
        EXPECT_EQ(findings.front().rule, mutation.broken) << Describe(*checker);
        EXPECT_TRUE(IsFound(*checker, mutation.broken, mutation.about)) << Describe(*checker);
        EXPECT_FALSE(findings.front().records.empty());
    }
};

} // namespace mgm
} // namespace ns3

#endif // MGM_CHECK_FIXTURE_H
