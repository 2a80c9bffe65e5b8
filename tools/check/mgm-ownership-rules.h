/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#ifndef MGM_OWNERSHIP_RULES_H
#define MGM_OWNERSHIP_RULES_H

#include "mgm-trace-rules.h"

namespace ns3
{
namespace mgm
{

/**
 * @ingroup mgm
 * @brief Checks I1: an interface never has two owners, IGMP is on it once, and who is given it has
 * it.
 */
class OwnershipRules : public TraceRules
{
  public:
    /// @param view what is known besides nodes
    explicit OwnershipRules(const TraceView& view);

    void Before(const TraceRecord& record, const SeenNode& node) override;

  private:
    void LookAtOwner(const TraceRecord& record, const SeenNode& node) const;
    void LookAtEnd(const TraceRecord& record, const SeenNode& node) const;
    void LookAtIgmp(const TraceRecord& record, const SeenInterface& known) const;
    void LookAtTake(const TraceRecord& record, const SeenNode& node) const;
    void ReportInterface(const TraceRecord& record,
                         const RecordNote& earlier,
                         const std::string& explanation) const;
};

} // namespace mgm
} // namespace ns3

#endif // MGM_OWNERSHIP_RULES_H
