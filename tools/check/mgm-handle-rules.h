/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#ifndef MGM_HANDLE_RULES_H
#define MGM_HANDLE_RULES_H

#include "mgm-trace-rules.h"

namespace ns3
{
namespace mgm
{

/**
 * @ingroup mgm
 * @brief Checks I9, as far as a trace shows it: a call by a client that is not registered is
 * refused and changes nothing.
 *
 * A stale handle of a client that has registered again can't be told from the new one.
 */
class HandleRules : public TraceRules
{
  public:
    /// @param view what is known besides nodes
    explicit HandleRules(const TraceView& view);

    void Before(const TraceRecord& record, const SeenNode& node) override;

  private:
    void ReportCall(const TraceRecord& record,
                    const OpenFrame& call,
                    const std::string& explanation) const;
};

} // namespace mgm
} // namespace ns3

#endif // MGM_HANDLE_RULES_H
