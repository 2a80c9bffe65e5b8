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

/*
 * DOC tools/check: whether a trace keeps the rules.
 *
 * The checker is a second reading of the specification: it knows doc/rules.md and the records of a
 * trace, and includes nothing of the manager. So a fault of the manager is not repeated here.
 *
 * The TraceChecker owns everything. TraceSoundness looks whether the trace fits together. A
 * SeenNode for each node rebuilds from the records what its manager must have: SeenClients,
 * SeenInterfaces, SeenMemberships, SeenRoutes, SeenEntries, and SeenPim for the machines of PIM
 * dense mode (RFC 3973), of which it takes the names of states from the model. The subclasses of
 * TraceRules judge one rule each; they see all of that and change none of it. GroupDuties,
 * SourceDuties and ForwardingDuties work out which alerts are owed, OwedAlerts holds them until
 * they come. What is wrong goes to the FindingLog, and mgm-check-report.h prints it with the rule.
 *
 * Order, for each record: at the first record of a later instant the old one is ended for all
 * nodes that it concerned; then soundness; then Before() of each rule, with the state before the
 * record; then the call or callback is opened and the state follows; then After() of each rule;
 * then the call or callback is closed. Finish() ends the last instant and the trace, and sorts the
 * findings by place. The order of the rules in MakeRules() says which of several findings at one
 * record is the nearest to the cause.
 *
 * What must hold: one pass; memory bounded by the state of the network, not by the length of the
 * trace; nothing is judged behind the place where a trace is not sound; what was found once about
 * a thing is not found again as its own consequence.
 */

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
