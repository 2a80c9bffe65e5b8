/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#ifndef MGM_ENTRY_MAKING_RULES_H
#define MGM_ENTRY_MAKING_RULES_H

#include "mgm-trace-rules.h"

#include <cstdint>
#include <deque>
#include <map>
#include <utility>
#include <vector>

namespace ns3
{
namespace mgm
{

/**
 * @ingroup mgm
 * @brief Checks I5: while a forwarding entry is made, RPF is called first, to who answers for the
 * reverse path, and CREATION_ALERT after that, each once per client, and packets are forwarded only
 * when it is live.
 *
 * Callbacks name by their cause the record that began the making. Those of a making that was
 * abandoned may still come when callbacks take time.
 */
class EntryMakingRules : public TraceRules
{
  public:
    /// Makings that were abandoned and are remembered, of all nodes.
    static constexpr std::size_t ABANDONED = 64;

    /// @param view what is known besides nodes
    explicit EntryMakingRules(const TraceView& view);

    void Before(const TraceRecord& record, const SeenNode& node) override;

  private:
    /// The making of an entry.
    struct Making
    {
        RecordNote begin;              ///< The record that began it.
        RecordNote rpf;                ///< The RPF callback, if it was made.
        uint64_t collected{0};         ///< Memberships older than this record are collected.
        std::vector<RecordNote> shown; ///< The CREATION_ALERTs.
    };

    using Key = std::pair<uint32_t, SourceGroup>; ///< node and entry

    void LookAtState(const TraceRecord& record, const SeenNode& node);
    void LookAtCallback(const TraceRecord& record, const SeenNode& node);
    void LookAtRpf(const TraceRecord& record, const SeenNode& node, Making& making) const;
    void LookAtCreation(const TraceRecord& record, Making& making) const;
    void LookAtForward(const TraceRecord& record, const SeenNode& node) const;
    void LookAtMade(const TraceRecord& record, const SeenNode& node, const Making& making) const;
    void LookAtHolder(const TraceRecord& record,
                      const SeenNode& node,
                      const Making& making,
                      const SeenHolder& holder) const;
    Making* FindMaking(const TraceRecord& callback);
    void Abandon(Making making);
    void ReportEntry(const TraceRecord& record,
                     const RecordNote& earlier,
                     const std::string& explanation) const;

    std::map<Key, Making> m_makings; ///< what is being made
    std::deque<Making> m_abandoned;  ///< what was to be made
};

} // namespace mgm
} // namespace ns3

#endif // MGM_ENTRY_MAKING_RULES_H
