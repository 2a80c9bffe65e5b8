/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "base/mgm-input-error.h"
#include "sweep/mgm-run-journal.h"
#include "tools/scenario/mgm-scenario-file.h"

#include <fstream>
#include <gtest/gtest.h>
#include <sys/wait.h>
#include <unistd.h>

namespace ns3
{
namespace mgm
{

namespace
{

class RunJournalFile : public testing::Test
{
  protected:
    TemporaryDirectory m_directory;                           ///< where the file is
    const std::string m_path = m_directory / "journal.jsonl"; ///< its path

    void SetUp() override
    {
        RunJournal journal(m_path, "0123");
        journal.Note(4, {"", {1, nullptr, 2.5}, 1});
        journal.Note(2, {"took too long", {}, 0});
    }

    void AppendText(const std::string& text) const
    {
        std::ofstream(m_path, std::ios::app) << text;
    }
};

TEST_F(RunJournalFile, KeepsWhatWasNoted)
{
    const RunJournal journal(m_path, "0123");
    const auto& outcomes = journal.GetOutcomes();
    ASSERT_EQ(outcomes.size(), 2U);
    EXPECT_EQ(outcomes.at(4).responses, (std::vector<Json>{1, nullptr, 2.5}));
    EXPECT_EQ(outcomes.at(4).unmet, 1U);
    EXPECT_EQ(outcomes.at(4).failure, "");
    EXPECT_EQ(outcomes.at(2).failure, "took too long");
}

TEST_F(RunJournalFile, ForgetsATornLine)
{
    const auto whole = ReadWholeFile(m_path);
    AppendText(R"({"run":5,"respon)");
    {
        RunJournal journal(m_path, "0123");
        EXPECT_EQ(journal.GetOutcomes().size(), 2U);
        EXPECT_EQ(ReadWholeFile(m_path), whole);
        journal.Note(2, {"", {7}, 0});
    }
    const RunJournal journal(m_path, "0123");
    EXPECT_EQ(journal.GetOutcomes().at(2).responses, (std::vector<Json>{7}));
}

TEST_F(RunJournalFile, IsOfOneExperiment)
{
    EXPECT_THROW(RunJournal(m_path, "4567"), InputError);
}

TEST_F(RunJournalFile, RefusesWhatIsNoJournal)
{
    AppendText("nonsense\n");
    EXPECT_THROW(RunJournal(m_path, "0123"), InputError);
    AppendText("{}\n");
    EXPECT_THROW(RunJournal(m_path, "0123"), InputError);
    EXPECT_THROW(RunJournal(m_directory / "no/journal.jsonl", "0123"), InputError);
}

TEST_F(RunJournalFile, IsOpenInOneProcess)
{
    const RunJournal journal(m_path, "0123");
    const auto other = fork();
    if (other == 0)
    {
        try
        {
            const RunJournal second(m_path, "0123");
        }
        catch (const InputError&)
        {
            _exit(7);
        }
        _exit(0);
    }
    int status = 0;
    waitpid(other, &status, 0);
    EXPECT_EQ(WEXITSTATUS(status), 7);
}

} // namespace

} // namespace mgm
} // namespace ns3
