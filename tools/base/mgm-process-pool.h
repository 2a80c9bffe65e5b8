/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#ifndef MGM_PROCESS_POOL_H
#define MGM_PROCESS_POOL_H

#include <chrono>
#include <cstddef>
#include <cstdio>
#include <functional>
#include <list>
#include <memory>
#include <string>

namespace ns3
{
namespace mgm
{

/**
 * @ingroup mgm
 * @brief What became of a task that ran in a process of its own.
 */
struct ProcessResult
{
    /// How a task ends.
    enum class End
    {
        DONE,      ///< It returned.
        FAILED,    ///< It threw an exception.
        EXITED,    ///< Its process exited by itself, or became another program that did.
        KILLED,    ///< A signal ended its process.
        TIMED_OUT, ///< It took too long.
    };

    std::size_t task{0}; ///< The task.
    End end{End::DONE};  ///< How it ended.
    int code{0};         ///< The signal or the exit status.
    std::string output;  ///< What it returned, or the message of the exception.
    std::string errors;  ///< What it wrote to the standard error.

    /// @return why the task has no result, in words; empty if it has one
    std::string Explain() const;
};

/**
 * @ingroup mgm
 * @brief Runs tasks in processes of their own, several at a time.
 *
 * A simulation of ns-3 leaves global state behind, and a bad one may abort or never end. Each task
 * therefore runs in a copy of this process, which ends with it. The copies share the loaded
 * libraries, so that a task costs no start of a program. They die with this process, in whatever
 * way it ends.
 */
class ProcessPool
{
  public:
    /// A task: it returns its result as a text.
    using Work = std::function<std::string()>;

    /// No limit on the time of a task.
    static constexpr std::chrono::milliseconds FOR_EVER{0};

    /**
     * @param jobs greatest number of tasks at a time
     * @param timeout greatest time of a task, or FOR_EVER
     */
    explicit ProcessPool(std::size_t jobs, std::chrono::milliseconds timeout = FOR_EVER);

    /// Ends all tasks.
    ~ProcessPool();

    ProcessPool(const ProcessPool&) = delete;
    ProcessPool& operator=(const ProcessPool&) = delete;

    /// @return whether no further task can start before one has ended
    bool IsFull() const;

    /// @return whether no task runs
    bool IsIdle() const;

    /**
     * @brief Starts a task. The pool is not full.
     * @param task its number, for the result
     * @param work what it does
     * @throws std::system_error if there can be no further process
     */
    void Start(std::size_t task, const Work& work);

    /**
     * @brief Waits until a task has ended. The pool is not idle.
     * @return what became of it
     */
    ProcessResult Wait();

  private:
    using Clock = std::chrono::steady_clock; ///< clock for timeouts

    /// Closes a file.
    struct FileCloser
    {
        /// @param file the file
        void operator()(std::FILE* file) const
        {
            std::fclose(file);
        }
    };

    using File = std::unique_ptr<std::FILE, FileCloser>; ///< a file that closes itself

    /// A task that runs.
    struct Child
    {
        std::size_t task;        ///< Its number.
        int process;             ///< Its process.
        int pipe;                ///< Where its result comes from.
        File errors;             ///< What it writes to the standard error.
        Clock::time_point start; ///< When it started.
        std::string output;      ///< What has come so far.
    };

    /// @return how long to wait for the next result [ms]; -1 without a limit
    int GetPatience() const;

    /**
     * @brief Reads what has come from a task.
     * @param child the task
     * @return whether that was all
     */
    static bool Read(Child& child);

    /**
     * @brief Takes a task whose process ends out of the pool.
     * @param child the task
     * @return what became of it
     */
    ProcessResult Finish(std::list<Child>::iterator child);

    /// Ends the tasks that took too long, so that the end of their output comes next.
    void KillLateOnes();

    std::size_t m_jobs;                  ///< greatest number of tasks at a time
    std::chrono::milliseconds m_timeout; ///< greatest time of a task
    std::list<Child> m_children;         ///< tasks that run
};

} // namespace mgm
} // namespace ns3

#endif // MGM_PROCESS_POOL_H
