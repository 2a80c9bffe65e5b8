/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#ifndef MGM_RUN_JOURNAL_H
#define MGM_RUN_JOURNAL_H

#include "mgm-run-outcome.h"

#include <cstddef>
#include <string>

namespace ns3
{
namespace mgm
{

/**
 * @ingroup mgm
 * @brief The file in which each run of an experiment is noted as soon as it is finished.
 *
 * An experiment that is interrupted goes on from there. The first line tells which experiment it
 * is; each further one is about one run. A line that was not finished is not there. Only one
 * process at a time has the file open.
 */
class RunJournal
{
  public:
    /// Name of the file in the directory with the results.
    static constexpr auto NAME = "journal.jsonl";

    /**
     * @brief Opens the journal, or begins one.
     * @param path path of the file
     * @param digest digest of the experiment
     * @throws InputError if the file can't be used, or is the journal of another experiment
     */
    RunJournal(const std::string& path, const std::string& digest);

    ~RunJournal();

    RunJournal(const RunJournal&) = delete;
    RunJournal& operator=(const RunJournal&) = delete;

    /// @return what the runs came to that are noted
    const RunOutcomes& GetOutcomes() const
    {
        return m_outcomes;
    }

    /**
     * @brief Notes a run.
     * @param id its number
     * @param outcome what it came to
     * @throws InputError if there is no room
     */
    void Note(std::size_t id, const RunOutcome& outcome);

  private:
    /// Waits for nobody: throws InputError if another process has the file.
    void Lock() const;

    /// @return what is in the file, up to the last finished line
    std::string Load() const;

    /**
     * @brief Appends a line at once.
     * @param line the line
     */
    void Append(const Json& line) const;

    /**
     * @brief Takes what is in the file.
     * @param text its lines
     * @param digest digest of the experiment
     */
    void Parse(const std::string& text, const std::string& digest);

    std::string m_path;     ///< path of the file
    int m_file;             ///< its descriptor
    RunOutcomes m_outcomes; ///< what the runs came to
};

} // namespace mgm
} // namespace ns3

#endif // MGM_RUN_JOURNAL_H
