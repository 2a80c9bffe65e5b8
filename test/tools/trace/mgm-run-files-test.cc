/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "base/mgm-input-error.h"
#include "tools/scenario/mgm-scenario-file.h"
#include "trace/mgm-run-files.h"

#include <fstream>
#include <gtest/gtest.h>
#include <string>
#include <vector>

namespace ns3
{
namespace mgm
{

/// A directory with files of one run, and of an earlier one.
class RunFilesTest : public testing::Test
{
  protected:
    RunFilesTest()
    {
        for (const auto name : {"trace.jsonl", "trace.csv.zst", "trace.txt", "b.pcap", "a.pcap"})
        {
            Write(name, "");
        }
    }

    void Write(const std::string& name, const std::string& text) const
    {
        std::ofstream(m_directory / name) << text;
    }

    RunFiles Find() const
    {
        return FindRunFiles(m_directory / "");
    }

    std::string FaultOf() const
    {
        try
        {
            Find();
            return "";
        }
        catch (const InputError& error)
        {
            return error.what();
        }
    }

    using Paths = std::vector<std::string>;

    TemporaryDirectory m_directory; ///< the directory
};

TEST_F(RunFilesTest, WithoutASummaryAllFilesCount)
{
    EXPECT_EQ(Find().trace, m_directory / "trace.jsonl");
    EXPECT_EQ(Find().captures, (Paths{m_directory / "a.pcap", m_directory / "b.pcap"}));
}

TEST_F(RunFilesTest, FilesOfEarlierRunsAreLeftOut)
{
    Write("summary.json", R"({"files":["trace.txt","trace.csv.zst","b.pcap"]})");
    EXPECT_EQ(Find().trace, m_directory / "trace.csv.zst");
    EXPECT_EQ(Find().captures, Paths{m_directory / "b.pcap"});
}

TEST_F(RunFilesTest, ARunWithoutATraceIsRefused)
{
    Write("summary.json", R"({"files":["trace.txt","b.pcap"]})");
    EXPECT_NE(FaultOf().find("found no trace, expected trace.jsonl, trace.csv or trace.pcapng"),
              std::string::npos);
}

TEST_F(RunFilesTest, ABadSummaryIsNamed)
{
    for (const auto text : {"", "{}", R"({"files":[1]})", "[]"})
    {
        Write("summary.json", text);
        EXPECT_EQ(FaultOf().rfind((m_directory / "summary.json") +
                                      ": found no summary of a run, expected one with files",
                                  0),
                  0U)
            << FaultOf();
    }
}

} // namespace mgm
} // namespace ns3
