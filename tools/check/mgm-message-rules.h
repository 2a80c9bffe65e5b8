/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#ifndef MGM_MESSAGE_RULES_H
#define MGM_MESSAGE_RULES_H

#include "mgm-trace-rules.h"

#include <cstdint>
#include <map>
#include <string>

namespace ns3
{
namespace mgm
{

/**
 * @ingroup mgm
 * @brief Checks that what a state machine says it sends is sent in the same instant, or dropped
 * with a reason.
 *
 * A machine says so by an action with "send", and IGMPv3 by a filter mode that changes (RFC 3376
 * section 5.1), by "Send Q(G)" (section 6.4.2), and by reports that it marks as made. Queries and
 * reports of sources are not judged: their sets may be empty, which no record tells. Machines of
 * PIM dense mode say so by "Send" and the message (RFC 3973 sections 4.4.1 and 4.6.4). A PruneEcho
 * is optional on a link with one neighbor (section 4.4.2.2), a State Refresh may have nowhere to
 * go, and GraftAcks have a rule of their own: PimGraftRules.
 */
class MessageRules : public TraceRules
{
  public:
    /// @param view what is known besides nodes
    explicit MessageRules(const TraceView& view);

    void Before(const TraceRecord& record, const SeenNode& node) override;
    void EndInstant(const SeenNode& node) override;

  private:
    /// A transition that may send something.
    struct Promise
    {
        RecordNote note;       ///< The transition.
        std::string action;    ///< What it says.
        bool isBinding{false}; ///< Whether it says that something is sent.
        bool isKept{false};    ///< Whether something was sent or dropped.
    };

    void LookAtState(const TraceRecord& record);
    Promise* Find(const TraceRecord& record);

    std::map<uint32_t, std::map<uint64_t, Promise>> m_promises; ///< of this instant, by node
};

} // namespace mgm
} // namespace ns3

#endif // MGM_MESSAGE_RULES_H
