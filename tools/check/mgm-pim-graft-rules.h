/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#ifndef MGM_PIM_GRAFT_RULES_H
#define MGM_PIM_GRAFT_RULES_H

#include "mgm-trace-rules.h"

#include <map>
#include <optional>
#include <utility>

namespace ns3
{
namespace mgm
{

/**
 * @ingroup mgm
 * @brief Checks P4: a Graft is acknowledged (RFC 3973 section 4.4.2), and who waits for that
 * repeats it until it is, or a State Refresh or a Prune ends the wait (section 4.4.1.3).
 *
 * Graft_Retry_Period is in no trace: it is taken for the shortest time between two Grafts that a
 * router repeats.
 */
class PimGraftRules : public TraceRules
{
  public:
    /// @param view what is known besides nodes
    explicit PimGraftRules(const TraceView& view);

    void Before(const TraceRecord& record, const SeenNode& node) override;
    void After(const TraceRecord& record, const SeenNode& node) override;
    void EndInstant(const SeenNode& node) override;

  private:
    /// A source and group of a node.
    using Key = std::pair<uint32_t, SourceGroup>;

    void LookAtGraft(const TraceRecord& record, const SeenNode& node);
    void LookAtEnd(const TraceRecord& record, const SeenNode& node) const;
    void LookAtWait(const TraceRecord& record);

    std::map<uint32_t, int64_t> m_periods; ///< Graft_Retry_Period of nodes [ns], once it shows
    std::map<Key, RecordNote> m_grafts;    ///< the last Grafts of those that wait
    /// Grafts that were received in this instant and not acknowledged yet, by node
    std::map<uint32_t, std::map<uint64_t, RecordNote>> m_owed;
};

} // namespace mgm
} // namespace ns3

#endif // MGM_PIM_GRAFT_RULES_H
