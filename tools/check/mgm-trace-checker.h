/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#ifndef MGM_TRACE_CHECKER_H
#define MGM_TRACE_CHECKER_H

#include "mgm-trace-rules.h"
#include "mgm-trace-soundness.h"

#include <cstdint>
#include <map>
#include <memory>
#include <vector>

namespace ns3
{
namespace mgm
{

/**
 * @ingroup mgm
 * @brief Checks a trace, without the simulation: in one pass, in memory that is bounded by the
 * state of the network.
 *
 * It looks at every record once and rebuilds from the records what the group managers know. A trace
 * that is not sound is judged up to the place where that shows, because what is rebuilt behind it
 * may be wrong.
 */
class TraceChecker
{
  public:
    /**
     * @param header what the trace says about itself
     * @param rules the rules to check; the trace must be sound in any case
     */
    TraceChecker(const TraceHeader& header, const TraceRuleSet& rules);
    ~TraceChecker();

    TraceChecker(const TraceChecker&) = delete;
    TraceChecker& operator=(const TraceChecker&) = delete;

    /**
     * @brief Looks at the next record.
     * @param record the record
     */
    void Look(const TraceRecord& record);

    /// @brief Ends the trace.
    void Finish();

    /// @return what was found
    const FindingLog& GetFindings() const
    {
        return m_findings;
    }

    /// @return the number of records
    uint64_t GetRecords() const
    {
        return m_records;
    }

    /// @return number of the record from which on only soundness was judged; 0 if there is none
    uint64_t GetUnjudgedFrom() const
    {
        return m_unjudgedFrom;
    }

    /// @return the nodes that the trace introduces
    const std::vector<TracedNode>& GetNodes() const
    {
        return m_nodes;
    }

  private:
    void Judge(const TraceRecord& record);
    void FollowFrames(const TraceRecord& record);
    void EndInstant();
    SeenNode& NodeOf(uint32_t id);
    OpenFrame MakeFrame(const TraceRecord& record, const SeenNode& node) const;

    std::vector<TracedNode> m_nodes;                      ///< the nodes that the trace introduces
    FindingLog m_findings;                                ///< what was found
    OpenFrames m_frames;                                  ///< calls and callbacks that are open
    TraceSoundness m_soundness;                           ///< checks that the trace is sound
    std::vector<std::unique_ptr<TraceRules>> m_rules;     ///< check the rules
    std::map<uint32_t, std::unique_ptr<SeenNode>> m_seen; ///< state of the managers
    std::map<uint32_t, SeenNode*> m_active;               ///< nodes with records of this instant
    int64_t m_nowNs{0};                                   ///< time of the last record [ns]
    uint64_t m_records{0};                                ///< number of records
    uint64_t m_unjudgedFrom{0};                           ///< see GetUnjudgedFrom()
};

} // namespace mgm
} // namespace ns3

#endif // MGM_TRACE_CHECKER_H
