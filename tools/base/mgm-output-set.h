/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#ifndef MGM_OUTPUT_SET_H
#define MGM_OUTPUT_SET_H

#include <filesystem>
#include <string>
#include <vector>

namespace ns3
{
namespace mgm
{

/**
 * @ingroup mgm
 * @brief Files and directories that are written together: all of them appear, or none.
 *
 * They are written beside their places, under hidden names, and moved there by Commit(). Without it
 * nothing of them remains, not even if a signal ends the process (Leftovers), and what was there
 * before stays as it was. What is no file and no
 * directory, such as a pipe or a device, is written in its place.
 */
class OutputSet
{
  public:
    OutputSet() = default;
    OutputSet(const OutputSet&) = delete;
    OutputSet& operator=(const OutputSet&) = delete;

    /// Removes what was not committed.
    ~OutputSet();

    /**
     * @brief Adds a file.
     * @param path its path; "-" is standard output
     * @return where to write it; "-" again for standard output
     * @throws InputError if it can't be written
     */
    std::string AddFile(const std::string& path);

    /**
     * @brief Adds a file and writes all of it.
     * @param path its path
     * @param text what is in it
     * @throws InputError if it can't be written
     */
    void Write(const std::string& path, const std::string& text);

    /**
     * @brief Adds a directory, which takes the place of one that may be there, with all in it.
     * @param path its path
     * @return where to make its files; it is there, and empty
     * @throws InputError if it can't be made
     */
    std::string AddDirectory(const std::string& path);

    /**
     * @brief Makes sure that a directory is there. One that was made is removed again without
     * Commit(), unless something else is in it.
     * @param path its path
     * @throws InputError if there is none, and none can be made
     */
    void MakeDirectory(const std::string& path);

    /**
     * @brief Moves all files and directories to their places.
     * @throws InputError if one can't be moved
     */
    void Commit();

  private:
    /// Something that is written beside its place.
    struct Pending
    {
        std::filesystem::path beside; ///< where it is
        std::filesystem::path place;  ///< where it belongs
    };

    /// @brief Notes what is written beside its place.
    /// @param beside where it is
    /// @param place where it belongs
    void Add(const std::filesystem::path& beside, const std::filesystem::path& place);

    std::vector<Pending> m_pending;            ///< what is not in its place yet
    std::vector<std::filesystem::path> m_made; ///< directories that were made, outer ones first
};

} // namespace mgm
} // namespace ns3

#endif // MGM_OUTPUT_SET_H
