/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "mgm-process-pool.h"

#include "mgm-failure-text.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <climits>
#include <csignal>
#include <cstring>
#include <exception>
#include <fcntl.h>
#include <poll.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <system_error>
#include <unistd.h>
#include <vector>

namespace ns3
{
namespace mgm
{

namespace
{

/// First octet of what a task sends, so that a process that just exits is told from one that is
/// done.
constexpr char DONE_MARK = '+';
constexpr char FAILED_MARK = '-';

/// Most octets of the standard error that are kept, the last ones.
constexpr long MAX_ERRORS = 4096;

[[noreturn]] void
ThrowErrno(const char* what)
{
    throw std::system_error(errno, std::generic_category(), what);
}

void
WriteAll(int pipe, const std::string& text)
{
    std::size_t done = 0;
    while (done < text.size())
    {
        const auto count = write(pipe, text.data() + done, text.size() - done);
        if (count < 0 && errno != EINTR)
        {
            return; // nobody listens any more
        }
        done += count < 0 ? 0 : static_cast<std::size_t>(count);
    }
}

/// Does the work in the new process, and never returns.
[[noreturn]] void
RunChild(const ProcessPool::Work& work, int pipe, int errors, pid_t parent)
{
    prctl(PR_SET_PDEATHSIG, SIGKILL);
    if (getppid() != parent)
    {
        _exit(EXIT_FAILURE); // the parent died before it was watched
    }
    dup2(errors, STDERR_FILENO);
    dup2(open("/dev/null", O_RDWR | O_CLOEXEC), STDIN_FILENO);
    dup2(STDERR_FILENO, STDOUT_FILENO);
    std::string result;
    try
    {
        result = DONE_MARK + work();
    }
    catch (const std::exception& error)
    {
        result = FAILED_MARK + GetFailureText(error);
    }
    WriteAll(pipe, result);
    // Destructors of global objects are the parent's, and take time.
    _exit(EXIT_SUCCESS);
}

/// The last part of what a process wrote to its standard error, without the end of the last line.
std::string
ReadErrors(std::FILE* file)
{
    std::fseek(file, 0, SEEK_END);
    std::fseek(file, std::max(0L, std::ftell(file) - MAX_ERRORS), SEEK_SET);
    std::array<char, MAX_ERRORS> buffer;
    const auto size = std::fread(buffer.data(), 1, buffer.size(), file);
    std::string text(buffer.data(), size);
    while (!text.empty() && text.back() == '\n')
    {
        text.pop_back();
    }
    return text;
}

int
WaitFor(pid_t process)
{
    int status = 0;
    while (waitpid(process, &status, 0) < 0 && errno == EINTR)
    {
    }
    return status;
}

} // namespace

std::string
ProcessResult::Explain() const
{
    const auto lastLine = errors.substr(errors.rfind('\n') + 1); // npos is -1
    const auto said = lastLine.empty() ? "" : ": " + lastLine;
    switch (end)
    {
    case End::FAILED:
        return output;
    case End::EXITED:
        return "exited with status " + std::to_string(code) + said;
    case End::KILLED:
        return "killed by signal " + std::to_string(code) + " (" + strsignal(code) + ")" + said;
    case End::TIMED_OUT:
        return "took too long";
    default:
        return "";
    }
}

ProcessPool::ProcessPool(std::size_t jobs, std::chrono::milliseconds timeout)
    : m_jobs(jobs),
      m_timeout(timeout)
{
}

ProcessPool::~ProcessPool()
{
    for (const auto& child : m_children)
    {
        kill(child.process, SIGKILL);
        WaitFor(child.process);
        close(child.pipe);
    }
}

bool
ProcessPool::IsFull() const
{
    return m_children.size() >= m_jobs;
}

bool
ProcessPool::IsIdle() const
{
    return m_children.empty();
}

void
ProcessPool::Start(std::size_t task, const Work& work)
{
    std::array<int, 2> ends{};
    File errors(std::tmpfile());
    if (!errors || pipe2(ends.data(), O_CLOEXEC) != 0)
    {
        ThrowErrno("can't make a process");
    }
    const auto parent = getpid();
    const auto process = fork();
    if (process == 0)
    {
        close(ends[0]);
        RunChild(work, ends[1], fileno(errors.get()), parent);
    }
    close(ends[1]);
    if (process < 0)
    {
        close(ends[0]);
        ThrowErrno("can't make a process");
    }
    m_children.push_back({task, process, ends[0], std::move(errors), Clock::now(), ""});
}

ProcessResult
ProcessPool::Wait()
{
    for (;;)
    {
        std::vector<pollfd> pipes;
        const auto makePipe = [](const Child& child) { return pollfd{child.pipe, POLLIN, 0}; };
        std::transform(m_children.begin(), m_children.end(), std::back_inserter(pipes), makePipe);
        poll(pipes.data(), pipes.size(), GetPatience());
        KillLateOnes();
        auto pipe = pipes.begin();
        for (auto child = m_children.begin(); child != m_children.end(); ++child, ++pipe)
        {
            if (pipe->revents != 0 && Read(*child))
            {
                return Finish(child);
            }
        }
    }
}

int
ProcessPool::GetPatience() const
{
    if (m_timeout == FOR_EVER)
    {
        return -1;
    }
    // The first one started first.
    const auto end = m_children.front().start + m_timeout;
    const auto rest = std::chrono::duration_cast<std::chrono::milliseconds>(end - Clock::now());
    return static_cast<int>(std::clamp<long long>(rest.count() + 1, 0, INT_MAX));
}

void
ProcessPool::KillLateOnes()
{
    for (const auto& child : m_children)
    {
        if (m_timeout != FOR_EVER && Clock::now() - child.start >= m_timeout)
        {
            kill(child.process, SIGKILL);
        }
    }
}

bool
ProcessPool::Read(Child& child)
{
    std::array<char, 65536> buffer;
    const auto count = read(child.pipe, buffer.data(), buffer.size());
    if (count > 0)
    {
        child.output.append(buffer.data(), static_cast<std::size_t>(count));
    }
    return count == 0 || (count < 0 && errno != EINTR);
}

ProcessResult
ProcessPool::Finish(std::list<Child>::iterator child)
{
    const auto status = WaitFor(child->process);
    close(child->pipe);
    ProcessResult result;
    result.task = child->task;
    result.errors = ReadErrors(child->errors.get());
    const auto mark = child->output.empty() ? '\0' : child->output.front();
    result.output = child->output.substr(mark ? 1 : 0);
    if (WIFSIGNALED(status))
    {
        result.code = WTERMSIG(status);
        const bool isLate = m_timeout != FOR_EVER && Clock::now() - child->start >= m_timeout;
        result.end = isLate && result.code == SIGKILL ? ProcessResult::End::TIMED_OUT
                                                      : ProcessResult::End::KILLED;
    }
    else
    {
        result.code = WEXITSTATUS(status);
        result.end = mark == DONE_MARK     ? ProcessResult::End::DONE
                     : mark == FAILED_MARK ? ProcessResult::End::FAILED
                                           : ProcessResult::End::EXITED;
    }
    m_children.erase(child);
    return result;
}

} // namespace mgm
} // namespace ns3
