/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "mgm-leftovers.h"

#include <atomic>
#include <csignal>
#include <string>
#include <unistd.h>

namespace ns3
{
namespace mgm
{

namespace
{

/// A path in the list. A handler of signals may come at any time: each link changes at once, and
/// what it leads to is complete.
struct Leftover
{
    std::string path;
    pid_t owner{0};
    std::atomic<Leftover*> next{nullptr};
};

/// The newest path; directories are older than what is in them.
std::atomic<Leftover*> g_newest{nullptr};

/// May only call what is safe in a handler of signals (POSIX.1-2017, 2.4.3).
void
RemoveLeftovers(int signal)
{
    const auto self = getpid();
    for (const auto* each = g_newest.load(); each; each = each->next)
    {
        if (each->owner == self && unlink(each->path.c_str()) != 0)
        {
            rmdir(each->path.c_str());
        }
    }
    raise(signal); // the handler is reset: this ends the process
}

void
HeedSignals()
{
    for (const auto signal : {SIGINT, SIGTERM, SIGHUP})
    {
        struct sigaction former = {};
        sigaction(signal, nullptr, &former);
        if (former.sa_handler == SIG_DFL)
        {
            struct sigaction action = {};
            action.sa_handler = RemoveLeftovers;
            action.sa_flags = SA_RESETHAND;
            sigaction(signal, &action, nullptr);
        }
    }
}

} // namespace

void
Leftovers::Note(const std::filesystem::path& path)
{
    if (!g_newest)
    {
        HeedSignals();
    }
    auto* const leftover = new Leftover{path.string(), getpid()};
    leftover->next = g_newest.load();
    g_newest = leftover;
}

void
Leftovers::Forget(const std::filesystem::path& path)
{
    for (auto* link = &g_newest; link->load(); link = &link->load()->next)
    {
        auto* const leftover = link->load();
        if (leftover->path == path)
        {
            link->store(leftover->next);
            delete leftover;
            return;
        }
    }
}

} // namespace mgm
} // namespace ns3
