/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#ifndef MGM_PIM_ASSERT_RULES_H
#define MGM_PIM_ASSERT_RULES_H

#include "mgm-trace-rules.h"

#include <map>
#include <optional>
#include <set>
#include <utility>

namespace ns3
{
namespace mgm
{

/**
 * @ingroup mgm
 * @brief Checks P6: after an Assert there is one forwarder on a link (RFC 3973 section 4.6.4).
 *
 * Of two winners of whom each has heard the other's Assert one has to give way; and a winner who
 * hears another's Assert says Assert itself or gives way.
 */
class PimAssertRules : public TraceRules
{
  public:
    /// @param view what is known besides nodes
    explicit PimAssertRules(const TraceView& view);

    void Before(const TraceRecord& record, const SeenNode& node) override;
    void EndInstant(const SeenNode& node) override;

  private:
    /// A router that has won an Assert.
    struct Winner
    {
        RecordNote since;                     ///< What made it one.
        std::map<uint32_t, RecordNote> heard; ///< The Asserts of others, by node.
    };

    /// A link, and a source and group on it.
    using Place = std::pair<uint32_t, SourceGroup>;

    /// What a node has to answer.
    struct Duty
    {
        Place place;            ///< Where it was heard.
        RecordNote heard;       ///< The Assert.
        bool isAnswered{false}; ///< Whether it has said Assert since.
    };

    std::optional<Place> PlaceOf(const TraceRecord& record) const;
    void LookAtState(const TraceRecord& record, const Place& place);
    void LookAtAssert(const TraceRecord& record, const Place& place);
    void Resign(const Place& place, uint32_t node);
    void Forget(uint32_t node);
    void LookAtReception(const TraceRecord& record, const Place& place);
    void LookAtDuty(uint32_t node, const Duty& duty) const;
    void LookAtRivals(uint32_t node, const Place& place) const;
    bool IsWinner(const Place& place, uint32_t node) const;

    std::map<Place, std::map<uint32_t, Winner>> m_winners; ///< winners by place and node
    std::set<uint32_t> m_nodes;                            ///< those that have won since they began
    /// the last Asserts of winners, by place and node
    std::map<Place, std::map<uint32_t, uint64_t>> m_sent;
    std::map<uint32_t, std::vector<Duty>> m_duties; ///< of this instant, by node
};

} // namespace mgm
} // namespace ns3

#endif // MGM_PIM_ASSERT_RULES_H
