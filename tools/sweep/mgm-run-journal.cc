/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "mgm-run-journal.h"

#include "base/mgm-input-error.h"
#include "mgm-run-warnings.h"

#include <array>
#include <fcntl.h>
#include <sstream>
#include <unistd.h>

namespace ns3
{
namespace mgm
{

namespace
{

/// Version of the form of the file.
constexpr int VERSION = 1;

Json
ToLine(std::size_t id, const RunOutcome& outcome)
{
    if (!outcome.failure.empty())
    {
        return {{"run", id}, {"failure", outcome.failure}};
    }
    Json line{{"run", id}, {"responses", outcome.responses}, {"unmet", outcome.unmet}};
    if (!outcome.warnings.empty())
    {
        line["warnings"] = ToJson(outcome.warnings);
    }
    return line;
}

RunOutcome
FromLine(const Json& line)
{
    if (line.contains("failure"))
    {
        return {line.at("failure").get<std::string>(), {}, 0};
    }
    return {"",
            line.at("responses").get<std::vector<Json>>(),
            line.at("unmet").get<uint64_t>(),
            line.contains("warnings") ? ToWarnings(line["warnings"])
                                      : std::vector<ScenarioWarning>()};
}

} // namespace

RunJournal::RunJournal(const std::string& path, const std::string& digest)
    : m_path(path),
      m_file(open(path.c_str(), O_RDWR | O_CREAT | O_APPEND | O_CLOEXEC, 0666))
{
    if (m_file < 0)
    {
        throw InputError(path + ": found no file that can be written");
    }
    Lock();
    const auto text = Load();
    // What follows the last finished line would run into the next one.
    if (ftruncate(m_file, static_cast<off_t>(text.size())) != 0)
    {
        throw InputError(path + ": found no file that can be written");
    }
    if (text.empty())
    {
        Append({{"journal", VERSION}, {"experiment", digest}});
    }
    else
    {
        Parse(text, digest);
    }
}

RunJournal::~RunJournal()
{
    close(m_file);
}

void
RunJournal::Lock() const
{
    // Unlike flock(), this lock is not inherited by the processes of the runs.
    struct flock lock = {};
    lock.l_type = F_WRLCK;
    lock.l_whence = SEEK_SET;
    if (fcntl(m_file, F_SETLK, &lock) != 0)
    {
        throw InputError(m_path + ": found another sweep at work, expected one at a time");
    }
}

std::string
RunJournal::Load() const
{
    std::string text;
    std::array<char, 65536> buffer;
    for (auto count = read(m_file, buffer.data(), buffer.size()); count > 0;
         count = read(m_file, buffer.data(), buffer.size()))
    {
        text.append(buffer.data(), static_cast<std::size_t>(count));
    }
    text.erase(text.rfind('\n') + 1); // npos is -1
    return text;
}

void
RunJournal::Parse(const std::string& text, const std::string& digest)
{
    std::istringstream lines(text);
    std::string line;
    std::size_t number = 0;
    try
    {
        while (std::getline(lines, line))
        {
            const auto json = ParseJson(line);
            if (++number > 1)
            {
                m_outcomes[json.at("run").get<std::size_t>()] = FromLine(json);
            }
            else if (json.at("journal") != VERSION || json.at("experiment") != digest)
            {
                throw InputError(m_path +
                                 ": found the results of another experiment, expected --fresh to "
                                 "discard them, or another directory by --out");
            }
        }
    }
    catch (const Json::exception&)
    {
        throw InputError(
            m_path + ':' + std::to_string(number + 1) +
            ": found a line that is none of a journal, expected --fresh to begin anew");
    }
}

void
RunJournal::Append(const Json& line) const
{
    const auto text = line.dump() + '\n';
    if (write(m_file, text.data(), text.size()) != static_cast<ssize_t>(text.size()))
    {
        throw InputError(m_path + ": found no room for the results");
    }
}

void
RunJournal::Note(std::size_t id, const RunOutcome& outcome)
{
    Append(ToLine(id, outcome));
    m_outcomes[id] = outcome;
}

} // namespace mgm
} // namespace ns3
