/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#ifndef MGM_ALERT_RULES_H
#define MGM_ALERT_RULES_H

#include "mgm-trace-rules.h"

namespace ns3
{
namespace mgm
{

/**
 * @ingroup mgm
 * @brief Checks I3: the alerts for memberships are those that ALR-1, ALR-2, ALR-3, ALR-7 and MBR-4
 * give for the history of memberships, those for forwarding entries are those that MFE-4, MFE-7 and
 * MFE-8 give for their outgoing lists; that history fits together.
 */
class AlertRules : public TraceRules
{
  public:
    /// @param view what is known besides nodes
    explicit AlertRules(const TraceView& view);

    void Before(const TraceRecord& record, const SeenNode& node) override;
    void After(const TraceRecord& record, const SeenNode& node) override;
    void EndInstant(const SeenNode& node) override;
    void Finish(const SeenNode& node) override;

  private:
    void LookAtHistory(const TraceRecord& record, const SeenNode& node) const;
    void LookAtAlert(const TraceRecord& record, const SeenNode& node) const;
    void LookAtExpired(const TraceRecord& record, const SeenNode& node) const;
    void ReportRoutes(const SeenNode& node) const;
    void ReportLost(const SeenNode& node) const;
};

} // namespace mgm
} // namespace ns3

#endif // MGM_ALERT_RULES_H
