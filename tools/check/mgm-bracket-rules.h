/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#ifndef MGM_BRACKET_RULES_H
#define MGM_BRACKET_RULES_H

#include "mgm-trace-rules.h"

namespace ns3
{
namespace mgm
{

/**
 * @ingroup mgm
 * @brief Checks I2: DISABLE and ENABLE of IGMP alternate and are closed, the owner changes between
 * them, and IGMP changes nothing there meanwhile.
 *
 * An IGMP that is gone, or that has no such callbacks, is not called.
 */
class BracketRules : public TraceRules
{
  public:
    /// @param view what is known besides nodes
    explicit BracketRules(const TraceView& view);

    void Before(const TraceRecord& record, const SeenNode& node) override;
    void Finish(const SeenNode& node) override;

  private:
    void LookAtCallback(const TraceRecord& record, const SeenNode& node) const;
    void LookAtState(const TraceRecord& record, const SeenNode& node) const;
    bool IsOfOwnerChange(const TraceRecord& record, const SeenInterface& interface) const;
    void LookAtMembership(const TraceRecord& record) const;
    bool IsCalled(const SeenNode& node,
                  const SeenInterface& interface,
                  std::string_view callback) const;
    void ReportInterface(const TraceRecord& record,
                         const RecordNote& earlier,
                         const std::string& explanation) const;
};

} // namespace mgm
} // namespace ns3

#endif // MGM_BRACKET_RULES_H
