/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#ifndef MGM_TIDINESS_RULES_H
#define MGM_TIDINESS_RULES_H

#include "mgm-trace-rules.h"

#include <cstdint>
#include <map>
#include <vector>

namespace ns3
{
namespace mgm
{

/**
 * @ingroup mgm
 * @brief Checks I8: a leave, a release and a deregistration leave nothing, not even an expired
 * forwarding entry; a client that is gone is not called; and what nobody wants is told to nobody
 * any more.
 */
class TidinessRules : public TraceRules
{
  public:
    /// @param view what is known besides nodes
    explicit TidinessRules(const TraceView& view);

    void Before(const TraceRecord& record, const SeenNode& node) override;
    void EndInstant(const SeenNode& node) override;
    void Finish(const SeenNode& node) override;

  private:
    void LookAtCallback(const TraceRecord& record, const SeenNode& node) const;
    void LookAtRelease(const TraceRecord& record, const SeenNode& node);
    void LookAtDeregistration(const TraceRecord& record, const SeenNode& node) const;
    void LookAtDelete(const TraceRecord& record, const SeenNode& node) const;
    void LookAtTold(const SeenNode& node, const SeenClient& client) const;
    void LookAtGone(const SeenNode& node) const;
    void LookAtEmptyForwarder(const SeenNode& node) const;
    void LookAtKeptEntries(const SeenNode& node, const RecordNote& release) const;

    /// Records of this instant after which nobody answers for an interface, by node.
    std::map<uint32_t, std::vector<RecordNote>> m_releases;
};

} // namespace mgm
} // namespace ns3

#endif // MGM_TIDINESS_RULES_H
