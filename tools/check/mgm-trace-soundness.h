/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#ifndef MGM_TRACE_SOUNDNESS_H
#define MGM_TRACE_SOUNDNESS_H

#include "mgm-finding-log.h"
#include "mgm-open-frames.h"

#include <cstdint>
#include <string>
#include <vector>

namespace ns3
{
namespace mgm
{

/**
 * @ingroup mgm
 * @brief Checks that a trace fits together, whatever it tells.
 *
 * Records are numbered from 1 without gaps, time never falls, causes are earlier records, calls and
 * callbacks have their returns and are nested, and the depth is that of the nesting. A trace with
 * gaps is a part of a trace: nothing but its numbers and times can be judged behind the first gap.
 */
class TraceSoundness
{
  public:
    /// @param findings where findings go
    explicit TraceSoundness(FindingLog& findings);

    /**
     * @brief Looks at a record.
     * @param record the record
     * @param frames the calls and callbacks that have not returned before it
     */
    void Look(const TraceRecord& record, const OpenFrames& frames);

    /**
     * @brief Ends the trace.
     * @param frames the calls and callbacks that have not returned
     */
    void Finish(const OpenFrames& frames);

    /// @return whether nothing is wrong so far
    bool IsSound() const
    {
        return m_findings.GetCount(TraceRule::SOUND) == 0;
    }

  private:
    void LookAtNumber(const TraceRecord& record);
    void LookAtTime(const TraceRecord& record);
    void LookAtCause(const TraceRecord& record);
    void LookAtDepth(const TraceRecord& record, const OpenFrames& frames);
    void LookAtShape(const TraceRecord& record);
    void LookAtReturn(const TraceRecord& record, const OpenFrames& frames);
    void Report(const std::string& about,
                const std::vector<RecordNote>& records,
                const std::string& explanation);

    FindingLog& m_findings; ///< where findings go
    uint64_t m_last{0};     ///< number of the last record
    int64_t m_timeNs{0};    ///< its time [ns]
    bool m_hasGap{false};   ///< whether a record is missing
};

} // namespace mgm
} // namespace ns3

#endif // MGM_TRACE_SOUNDNESS_H
