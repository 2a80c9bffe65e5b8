/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#ifndef MGM_PIM_PRUNE_RULES_H
#define MGM_PIM_PRUNE_RULES_H

#include "mgm-trace-rules.h"

namespace ns3
{
namespace mgm
{

/**
 * @ingroup mgm
 * @brief Checks P3: the state of DownstreamPState(S,G,I) comes from messages that were received
 * there, and there is none on the upstream interface (RFC 3973 section 4.4.2).
 */
class PimPruneRules : public TraceRules
{
  public:
    /// @param view what is known besides nodes
    explicit PimPruneRules(const TraceView& view);

    void Before(const TraceRecord& record, const SeenNode& node) override;
    void EndInstant(const SeenNode& node) override;

  private:
    void LookAtIncoming(const SeenNode& node, const SourceGroup& key) const;
    void ReportState(const TraceRecord& record, const std::string& what) const;
};

} // namespace mgm
} // namespace ns3

#endif // MGM_PIM_PRUNE_RULES_H
