/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#ifndef MGM_CRASH_RULES_H
#define MGM_CRASH_RULES_H

#include "mgm-trace-rules.h"

#include <cstdint>
#include <map>

namespace ns3
{
namespace mgm
{

/**
 * @ingroup mgm
 * @brief Checks I8 for nodes that crash: the manager dies with its node, so that nobody has
 * anything when the instant is over (REG-6).
 *
 * A `crash` record says so. Traces without it show a crash as well: one step lets all clients of a
 * node fail, and there are several.
 */
class CrashRules : public TraceRules
{
  public:
    /// @param view what is known besides nodes
    explicit CrashRules(const TraceView& view);

    void Before(const TraceRecord& record, const SeenNode& node) override;
    void EndInstant(const SeenNode& node) override;

  private:
    /// Clients that fail one after the other.
    struct Failures
    {
        uint64_t cause{0};   ///< Number of the record that lets them fail.
        uint32_t clients{0}; ///< How many.
        RecordNote last;     ///< The last of them.
    };

    void NoteFailure(const TraceRecord& record);
    void LookAtLeft(const SeenNode& node, const RecordNote& crash) const;
    void ReportLeft(const SeenNode& node,
                    const RecordNote& crash,
                    const RecordNote& left,
                    const std::string& what) const;

    std::map<uint32_t, Failures> m_failures; ///< failures of this instant, by node
};

} // namespace mgm
} // namespace ns3

#endif // MGM_CRASH_RULES_H
