/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#ifndef MGM_INTERFACE_RIGHT_RULES_H
#define MGM_INTERFACE_RIGHT_RULES_H

#include "mgm-trace-rules.h"

#include <map>
#include <utility>

namespace ns3
{
namespace mgm
{

/**
 * @ingroup mgm
 * @brief Checks I4: no client changes an interface that it does not own, nor by a call that is
 * refused.
 *
 * Memberships are for its owner and for IGMP; what forwarding entries say of it is for its owner
 * or, where IGMP is alone, for IGMP (MBR-3, MFE-2, MFE-5).
 */
class InterfaceRightRules : public TraceRules
{
  public:
    /// @param view what is known besides nodes
    explicit InterfaceRightRules(const TraceView& view);

    void Before(const TraceRecord& record, const SeenNode& node) override;

  private:
    void LookAtCallback(const TraceRecord& record, const SeenNode& node);
    void LookAtState(const TraceRecord& record, const SeenNode& node);
    void LookAtMembership(const TraceRecord& record, const SeenNode& node) const;
    void LookAtOutgoing(const TraceRecord& record, const SeenNode& node) const;
    void LookAtIncoming(const TraceRecord& record, const SeenNode& node);
    void LookAtReturn(const TraceRecord& record, const SeenNode& node);
    void LookAtRefusal(const TraceRecord& record);
    void NoteChange(const TraceRecord& record);
    void ReportRight(const TraceRecord& record,
                     const InterfaceId& interface,
                     const RecordNote& earlier,
                     const std::string& who,
                     const std::string& what) const;

    /// Who was asked by RPF about an entry that is being made, by node and entry.
    std::map<std::pair<uint32_t, SourceGroup>, RecordNote> m_asked;
    /// The first change of a table that an open call has made, by its number.
    std::map<uint64_t, RecordNote> m_changes;
    /// The last CREATION_ALERT that has returned, by node.
    std::map<uint32_t, RecordNote> m_shown;
};

} // namespace mgm
} // namespace ns3

#endif // MGM_INTERFACE_RIGHT_RULES_H
