/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#ifndef MGM_PIM_HELLO_RULES_H
#define MGM_PIM_HELLO_RULES_H

#include "mgm-trace-rules.h"

namespace ns3
{
namespace mgm
{

/**
 * @ingroup mgm
 * @brief Checks P1: a router says Hello on an interface before anything else about it (RFC 3973
 * sections 4.3.1 and 4.3.4), and its neighbors are those who have said Hello (section 4.3.2).
 */
class PimHelloRules : public TraceRules
{
  public:
    /// @param view what is known besides nodes
    explicit PimHelloRules(const TraceView& view);

    void Before(const TraceRecord& record, const SeenNode& node) override;

  private:
    void LookAtMessage(const TraceRecord& record, const SeenNode& node) const;
    void LookAtNeighbor(const TraceRecord& record, const SeenNode& node) const;
};

} // namespace mgm
} // namespace ns3

#endif // MGM_PIM_HELLO_RULES_H
