/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#ifndef MGM_PIM_PLACE_RULES_H
#define MGM_PIM_PLACE_RULES_H

#include "mgm-trace-rules.h"

namespace ns3
{
namespace mgm
{

/**
 * @ingroup mgm
 * @brief Checks P2: PIM dense mode speaks of sources and groups where it owns the interface
 * (OWN-1), is in service, and the messages of RFC 3973 have their place: a Join or a Graft goes
 * towards the source, a State Refresh away from it (sections 4.4.1 and 4.5.1).
 */
class PimPlaceRules : public TraceRules
{
  public:
    /// @param view what is known besides nodes
    explicit PimPlaceRules(const TraceView& view);

    void Before(const TraceRecord& record, const SeenNode& node) override;

  private:
    void LookAtOwner(const TraceRecord& record, const SeenNode& node) const;
    void LookAtDirection(const TraceRecord& record, const SeenNode& node) const;
};

} // namespace mgm
} // namespace ns3

#endif // MGM_PIM_PLACE_RULES_H
