/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "mgm-output-set.h"

#include "mgm-input-error.h"
#include "mgm-leftovers.h"

#include <algorithm>
#include <fstream>
#include <unistd.h>

namespace ns3
{
namespace mgm
{

namespace
{

namespace fs = std::filesystem;

[[noreturn]] void
FailToWrite(const std::string& path)
{
    throw InputError(path + ": found no file that can be written");
}

[[noreturn]] void
FailToMakeDirectory(const std::string& path)
{
    throw InputError(path + ": found no directory, and none can be made");
}

/// Where links lead: not the link but what it names is to be replaced.
fs::path
Resolve(const fs::path& path)
{
    std::error_code error;
    const auto place = fs::weakly_canonical(fs::absolute(path), error);
    return error ? path : place;
}

/// A hidden name in the same directory, which no other process takes.
fs::path
NameBeside(const fs::path& place, const std::string& end)
{
    auto name = "." + place.filename().string() + "." + std::to_string(getpid());
    return place.parent_path() / name.append(end);
}

/// Moves a directory to its place. What was there is gone only when it has arrived.
void
ReplaceDirectory(const fs::path& beside, const fs::path& place, std::error_code& error)
{
    const auto former = NameBeside(place, ".former");
    const bool isThere = fs::exists(place);
    if (isThere)
    {
        fs::rename(place, former, error);
    }
    if (!error)
    {
        fs::rename(beside, place, error);
    }
    std::error_code ignored;
    if (isThere && error)
    {
        fs::rename(former, place, ignored);
    }
    fs::remove_all(former, ignored);
}

} // namespace

OutputSet::~OutputSet()
{
    std::error_code ignored;
    for (const auto& pending : m_pending)
    {
        fs::remove_all(pending.beside, ignored);
        Leftovers::Forget(pending.beside);
    }
    for (auto made = m_made.rbegin(); made != m_made.rend(); ++made)
    {
        fs::remove(*made, ignored); // one that is not empty stays
        Leftovers::Forget(*made);
    }
}

std::string
OutputSet::AddFile(const std::string& path)
{
    std::error_code error;
    const auto status = fs::status(path, error);
    const bool isThere = fs::exists(status);
    if (path == "-" || (isThere && !fs::is_regular_file(status) && !fs::is_directory(status)))
    {
        return path;
    }
    if (isThere && (fs::is_directory(status) || access(path.c_str(), W_OK) != 0))
    {
        FailToWrite(path);
    }
    const auto place = Resolve(path);
    const auto beside = NameBeside(place, ".part");
    if (!std::ofstream(beside, std::ios::binary))
    {
        FailToWrite(path);
    }
    Add(beside, place);
    if (isThere)
    {
        fs::permissions(beside, status.permissions(), error);
    }
    return beside.string();
}

void
OutputSet::Write(const std::string& path, const std::string& text)
{
    std::ofstream file(AddFile(path), std::ios::binary);
    if (!(file << text << std::flush))
    {
        throw InputError(path + ": found no room for the file");
    }
}

std::string
OutputSet::AddDirectory(const std::string& path)
{
    std::error_code error;
    if (fs::exists(path, error) && !fs::is_directory(path, error))
    {
        FailToMakeDirectory(path);
    }
    const auto place = Resolve(path);
    const auto beside = NameBeside(place, ".part");
    MakeDirectory(place.parent_path().string());
    fs::remove_all(beside, error);
    if (!fs::create_directory(beside, error))
    {
        FailToMakeDirectory(path);
    }
    Add(beside, place);
    return beside.string();
}

void
OutputSet::MakeDirectory(const std::string& path)
{
    std::error_code error;
    std::vector<fs::path> missing;
    for (auto parent = fs::absolute(path).lexically_normal();
         parent.has_relative_path() && !fs::exists(parent, error);
         parent = parent.parent_path())
    {
        missing.push_back(parent);
    }
    for (auto directory = missing.rbegin(); directory != missing.rend(); ++directory)
    {
        if (fs::create_directory(*directory, error))
        {
            m_made.push_back(*directory);
            Leftovers::Note(*directory);
        }
    }
    if (!fs::is_directory(path, error))
    {
        FailToMakeDirectory(path);
    }
}

void
OutputSet::Commit()
{
    while (!m_pending.empty())
    {
        const auto& [beside, place] = m_pending.front();
        std::error_code error;
        if (fs::is_directory(beside))
        {
            ReplaceDirectory(beside, place, error);
        }
        else
        {
            fs::rename(beside, place, error);
        }
        if (error)
        {
            FailToWrite(place.string());
        }
        Leftovers::Forget(beside);
        m_pending.erase(m_pending.begin());
    }
    std::for_each(m_made.begin(), m_made.end(), Leftovers::Forget);
    m_made.clear();
}

void
OutputSet::Add(const fs::path& beside, const fs::path& place)
{
    m_pending.push_back({beside, place});
    Leftovers::Note(beside);
}

} // namespace mgm
} // namespace ns3
