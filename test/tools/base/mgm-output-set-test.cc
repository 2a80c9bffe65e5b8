/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "base/mgm-input-error.h"
#include "base/mgm-output-set.h"
#include "tools/scenario/mgm-scenario-file.h"

#include <algorithm>
#include <csignal>
#include <functional>
#include <gtest/gtest.h>
#include <sys/wait.h>
#include <unistd.h>

namespace ns3
{
namespace mgm
{

namespace
{

namespace fs = std::filesystem;
using Names = std::vector<std::string>;

class OutputSetTest : public testing::Test
{
  protected:
    void SetUp() override
    {
        fs::create_directory(m_directory / "d");
    }

    /// The names of what is in a directory, hidden or not.
    Names List(const std::string& name = "d") const
    {
        Names names;
        for (const auto& entry : fs::directory_iterator(m_directory / name))
        {
            names.push_back(entry.path().filename().string());
        }
        std::sort(names.begin(), names.end());
        return names;
    }

    std::string Read(const std::string& name) const
    {
        return ReadWholeFile(m_directory / name);
    }

    /// What is said about a path that can't be used.
    static std::string Refusal(const std::function<void(OutputSet&)>& use)
    {
        OutputSet outputs;
        try
        {
            use(outputs);
        }
        catch (const InputError& error)
        {
            return error.what();
        }
        return "";
    }

    TemporaryDirectory m_directory; ///< where files go
};

TEST_F(OutputSetTest, FilesAppearTogetherAndAtTheEnd)
{
    std::ofstream(m_directory / "d/a") << "old";
    OutputSet outputs;
    outputs.Write(m_directory / "d/a", "new");
    outputs.Write(m_directory / "d/b", "other");
    EXPECT_EQ(Read("d/a"), "old");
    EXPECT_FALSE(fs::exists(m_directory / "d/b"));
    outputs.Commit();
    EXPECT_EQ(Read("d/a"), "new");
    EXPECT_EQ(Read("d/b"), "other");
    EXPECT_EQ(List(), (Names{"a", "b"}));
}

TEST_F(OutputSetTest, WhatIsNotCommittedLeavesNoTrace)
{
    std::ofstream(m_directory / "d/a") << "old";
    {
        OutputSet outputs;
        outputs.Write(m_directory / "d/a", "new");
        std::ofstream(outputs.AddDirectory(m_directory / "d/e") + "/f") << "new";
        outputs.MakeDirectory(m_directory / "d/g/h");
    }
    EXPECT_EQ(Read("d/a"), "old");
    EXPECT_EQ(List(), (Names{"a"}));
}

TEST_F(OutputSetTest, ADirectoryReplacesTheOneThatIsThere)
{
    fs::create_directory(m_directory / "d/e");
    std::ofstream(m_directory / "d/e/old") << "old";
    OutputSet outputs;
    std::ofstream(outputs.AddDirectory(m_directory / "d/e") + "/new") << "new";
    EXPECT_EQ(List("d/e"), (Names{"old"}));
    outputs.Commit();
    EXPECT_EQ(List("d/e"), (Names{"new"}));
    EXPECT_EQ(List(), (Names{"e"}));
}

TEST_F(OutputSetTest, DirectoriesThatAreMadeStayIfSomethingIsInThem)
{
    {
        OutputSet outputs;
        outputs.MakeDirectory(m_directory / "d/e/f");
        outputs.MakeDirectory(m_directory / "d/g");
        std::ofstream(m_directory / "d/g/of-others") << "x";
    }
    EXPECT_EQ(List(), (Names{"g"}));
    OutputSet outputs;
    outputs.MakeDirectory(m_directory / "d/e/f");
    outputs.Commit();
    EXPECT_EQ(List("d/e"), (Names{"f"}));
}

TEST_F(OutputSetTest, LinksAndPermissionsStay)
{
    std::ofstream(m_directory / "d/a") << "old";
    fs::permissions(m_directory / "d/a", fs::perms::owner_read | fs::perms::owner_write);
    fs::create_symlink("d/a", m_directory / "link");
    OutputSet outputs;
    outputs.Write(m_directory / "link", "new");
    outputs.Commit();
    EXPECT_TRUE(fs::is_symlink(m_directory / "link"));
    EXPECT_EQ(Read("d/a"), "new");
    EXPECT_EQ(fs::status(m_directory / "d/a").permissions(),
              fs::perms::owner_read | fs::perms::owner_write);
}

TEST_F(OutputSetTest, WhatIsNoFileIsWrittenInItsPlace)
{
    OutputSet outputs;
    EXPECT_EQ(outputs.AddFile("-"), "-");
    EXPECT_EQ(outputs.AddFile("/dev/null"), "/dev/null");
    EXPECT_THROW(outputs.Write("/dev/full", "x"), InputError);
    outputs.Commit();
    EXPECT_TRUE(fs::is_character_file("/dev/null"));
}

TEST_F(OutputSetTest, RefusesWhatCannotBeWritten)
{
    const auto directory = m_directory / "d";
    EXPECT_EQ(Refusal([&](auto& outputs) { outputs.AddFile(directory); }),
              directory + ": found no file that can be written");
    EXPECT_EQ(Refusal([&](auto& outputs) { outputs.AddFile(directory + "/none/a"); }),
              directory + "/none/a: found no file that can be written");
    std::ofstream(m_directory / "a") << "old";
    const auto file = m_directory / "a";
    EXPECT_EQ(Refusal([&](auto& outputs) { outputs.AddDirectory(file); }),
              file + ": found no directory, and none can be made");
    EXPECT_EQ(Refusal([&](auto& outputs) { outputs.MakeDirectory(file + "/e"); }),
              file + "/e: found no directory, and none can be made");
    EXPECT_EQ(Read("a"), "old");
}

/// If one can't be moved to its place, the others that were not are gone.
TEST_F(OutputSetTest, SaysWhichFileHasNoPlaceAnyMore)
{
    const auto path = m_directory / "d/a";
    EXPECT_EQ(Refusal([&](auto& outputs) {
                  outputs.Write(path, "new");
                  outputs.Write(m_directory / "d/b", "new");
                  fs::create_directories(path + "/in-the-way");
                  outputs.Commit();
              }),
              path + ": found no file that can be written");
    EXPECT_EQ(List(), (Names{"a"}));
}

TEST_F(OutputSetTest, ASignalLeavesNothing)
{
    for (const auto signal : {SIGINT, SIGTERM, SIGHUP})
    {
        const auto victim = fork();
        if (victim == 0)
        {
            OutputSet outputs;
            outputs.MakeDirectory(m_directory / "d/e");
            outputs.Write(m_directory / "d/e/a", "new");
            outputs.Write(m_directory / "d/b", "new");
            raise(signal);
            _exit(0);
        }
        int status = 0;
        waitpid(victim, &status, 0);
        EXPECT_TRUE(WIFSIGNALED(status) && WTERMSIG(status) == signal);
        EXPECT_EQ(List(), Names());
    }
}

TEST_F(OutputSetTest, ASignalToAnotherProcessLeavesTheFiles)
{
    OutputSet outputs;
    outputs.Write(m_directory / "d/a", "new");
    const auto child = fork();
    if (child == 0)
    {
        raise(SIGTERM);
        _exit(0);
    }
    int status = 0;
    waitpid(child, &status, 0);
    EXPECT_TRUE(WIFSIGNALED(status));
    outputs.Commit();
    EXPECT_EQ(List(), (Names{"a"}));
}

} // namespace

} // namespace mgm
} // namespace ns3
