/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#ifndef MGM_LEFTOVERS_H
#define MGM_LEFTOVERS_H

#include <filesystem>

namespace ns3
{
namespace mgm
{

/**
 * @ingroup mgm
 * @brief Files and directories that go when a signal ends the process.
 *
 * Heeded are SIGINT, SIGTERM and SIGHUP, unless they are ignored or have a handler when the first
 * path is noted. Processes that this one has forked leave its files alone.
 */
class Leftovers
{
  public:
    Leftovers() = delete;

    /**
     * @brief Notes a file, or a directory, which goes if it is empty then.
     * @param path its path
     */
    static void Note(const std::filesystem::path& path);

    /**
     * @brief Forgets a path: it is gone, or may stay.
     * @param path the path
     */
    static void Forget(const std::filesystem::path& path);
};

} // namespace mgm
} // namespace ns3

#endif // MGM_LEFTOVERS_H
