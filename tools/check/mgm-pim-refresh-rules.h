/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#ifndef MGM_PIM_REFRESH_RULES_H
#define MGM_PIM_REFRESH_RULES_H

#include "mgm-trace-rules.h"

namespace ns3
{
namespace mgm
{

/**
 * @ingroup mgm
 * @brief Checks P7: a State Refresh is originated by who is next to the source or passed on, tells
 * of prunes as they are, and is not sent where an Assert was lost or whence it came (RFC 3973
 * sections 4.5.1 and 4.5.2).
 */
class PimRefreshRules : public TraceRules
{
  public:
    /// @param view what is known besides nodes
    explicit PimRefreshRules(const TraceView& view);

    void Before(const TraceRecord& record, const SeenNode& node) override;

  private:
    void LookAtOrigin(const TraceRecord& record, const SeenNode& node) const;
    void LookAtPrune(const TraceRecord& record, const SeenNode& node) const;
    void ReportMessage(const TraceRecord& record,
                       const RecordNote& earlier,
                       const std::string& what) const;
};

} // namespace mgm
} // namespace ns3

#endif // MGM_PIM_REFRESH_RULES_H
