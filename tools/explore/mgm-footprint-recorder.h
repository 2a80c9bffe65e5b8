/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#ifndef MGM_FOOTPRINT_RECORDER_H
#define MGM_FOOTPRINT_RECORDER_H

#include "mgm-footprint.h"
#include "mgm-record-accesses.h"

#include "ns3/mgm-trace-record.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

namespace ns3
{
namespace mgm
{

/// @ingroup mgm
/// @brief What a step of a schedule did in a run.
struct StepEffect
{
    Footprint own; ///< What it read and wrote.
    /// What others read and wrote from this step to the next one, but for that next one.
    Footprint foreign;
    /// Whether all that it caused happened in its instant and was work with registrations,
    /// interfaces and memberships.
    bool isQuiet{true};
};

/**
 * @ingroup mgm
 * @brief Finds out from the trace what each step of a schedule does.
 *
 * A record belongs to the step at the root of its chain of causes, if there is one there.
 */
class FootprintRecorder
{
  public:
    /**
     * @param accesses tells what records read and write; it outlives this
     * @param spacing time from one step to the next
     */
    FootprintRecorder(const RecordAccesses& accesses, Time spacing);

    /// @brief Takes a trace record.
    /// @param record the record
    void Observe(const TraceRecord& record);

    /// @return what the steps did, in the order of the schedule
    const std::vector<StepEffect>& GetEffects() const
    {
        return m_effects;
    }

  private:
    /// @brief Notes to which step a record belongs.
    /// @param record the record
    /// @return the place of the step in the schedule, if it belongs to one
    std::optional<std::size_t> NoteRoot(const TraceRecord& record);

    /// @brief Adds what a record reads and writes to the windows that it is foreign to.
    /// @param record the record
    /// @param root the step to which it belongs
    void AddForeign(const TraceRecord& record, std::optional<std::size_t> root);

    const RecordAccesses& m_accesses;                ///< tells what records read and write
    int64_t m_spacingNs;                             ///< time from one step to the next
    std::vector<std::optional<std::size_t>> m_roots; ///< step of each record, by number
    std::vector<int64_t> m_timesNs;                  ///< times of the steps so far
    std::vector<StepEffect> m_effects;               ///< what the steps did
};

} // namespace mgm
} // namespace ns3

#endif // MGM_FOOTPRINT_RECORDER_H
