/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "base/mgm-input-error.h"
#include "base/mgm-process-pool.h"

#include <array>
#include <chrono>
#include <csignal>
#include <gtest/gtest.h>
#include <map>
#include <sys/wait.h>
#include <thread>
#include <unistd.h>

namespace ns3
{
namespace mgm
{

namespace
{

using End = ProcessResult::End;

/// Runs one task.
ProcessResult
RunOne(const ProcessPool::Work& work)
{
    ProcessPool pool(1);
    pool.Start(7, work);
    return pool.Wait();
}

TEST(ProcessPool, GivesWhatTasksReturn)
{
    ProcessPool pool(3);
    std::map<std::size_t, std::string> results;
    const auto take = [&] {
        const auto result = pool.Wait();
        EXPECT_EQ(result.end, End::DONE);
        EXPECT_EQ(result.Explain(), "");
        results[result.task] = result.output;
    };
    for (std::size_t task = 0; task < 10; ++task)
    {
        if (pool.IsFull())
        {
            take();
        }
        pool.Start(task, [task] { return "task " + std::to_string(task); });
    }
    while (!pool.IsIdle())
    {
        take();
    }
    ASSERT_EQ(results.size(), 10U);
    EXPECT_EQ(results[0], "task 0");
    EXPECT_EQ(results[9], "task 9");
}

TEST(ProcessPool, CarriesGreatAndEmptyResults)
{
    EXPECT_EQ(RunOne([] { return std::string(1000000, 'x'); }).output, std::string(1000000, 'x'));
    const auto empty = RunOne([] { return std::string(); });
    EXPECT_EQ(empty.end, End::DONE);
    EXPECT_EQ(empty.output, "");
}

TEST(ProcessPool, KeepsTheStateOfThisProcess)
{
    int state = 1;
    EXPECT_EQ(RunOne([&state] { return std::to_string(++state); }).output, "2");
    EXPECT_EQ(state, 1);
}

TEST(ProcessPool, ReportsExceptions)
{
    const auto result = RunOne([]() -> std::string { throw InputError("no such thing"); });
    EXPECT_EQ(result.task, 7U);
    EXPECT_EQ(result.end, End::FAILED);
    EXPECT_EQ(result.Explain(), "no such thing");
}

TEST(ProcessPool, ReportsExitsAndWhatWasSaidLast)
{
    const auto result = RunOne([]() -> std::string {
        const char text[] = "first\nlast words\n";
        if (write(STDERR_FILENO, text, sizeof text - 1) < 0)
        {
            return "";
        }
        _exit(3);
    });
    EXPECT_EQ(result.end, End::EXITED);
    EXPECT_EQ(result.code, 3);
    EXPECT_EQ(result.Explain(), "exited with status 3: last words");
}

TEST(ProcessPool, ReportsCrashes)
{
    const auto result = RunOne([]() -> std::string {
        std::raise(SIGABRT);
        return "";
    });
    EXPECT_EQ(result.end, End::KILLED);
    EXPECT_EQ(result.code, SIGABRT);
    EXPECT_EQ(result.Explain(), "killed by signal 6 (Aborted)");
}

TEST(ProcessPool, EndsWhatTakesTooLong)
{
    ProcessPool pool(2, std::chrono::milliseconds(200));
    pool.Start(0, []() -> std::string {
        std::this_thread::sleep_for(std::chrono::hours(1));
        return "";
    });
    pool.Start(1, [] { return std::string("quick"); });
    const auto quick = pool.Wait();
    EXPECT_EQ(quick.task, 1U);
    EXPECT_EQ(quick.end, End::DONE);
    const auto slow = pool.Wait();
    EXPECT_EQ(slow.task, 0U);
    EXPECT_EQ(slow.end, End::TIMED_OUT);
    EXPECT_EQ(slow.Explain(), "took too long");
}

TEST(ProcessPool, TasksDieWithTheProcessThatStartedThem)
{
    std::array<int, 2> ends{};
    ASSERT_EQ(pipe(ends.data()), 0);
    const auto middle = fork();
    if (middle == 0)
    {
        close(ends[0]);
        ProcessPool pool(1);
        pool.Start(0, []() -> std::string {
            std::this_thread::sleep_for(std::chrono::hours(1));
            return "";
        });
        raise(SIGKILL);
    }
    close(ends[1]);
    waitpid(middle, nullptr, 0);
    // The task has the pipe open as well: its end comes when both are gone.
    char octet = 0;
    EXPECT_EQ(read(ends[0], &octet, 1), 0);
    close(ends[0]);
}

} // namespace

} // namespace mgm
} // namespace ns3
