/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "mgm-handle-rules.h"

#include "ns3/mgm-trace-words.h"

#include <algorithm>
#include <array>

namespace ns3
{
namespace mgm
{

namespace
{

/// Calls that need a handle.
bool
NeedsHandle(const std::string& op)
{
    constexpr std::array<std::string_view, 10> CALLS{words::DEREGISTER_M_PROTOCOL,
                                                     words::FAIL_CLIENT,
                                                     words::TAKE_INTERFACE_OWNERSHIP,
                                                     words::RELEASE_INTERFACE_OWNERSHIP,
                                                     words::ADD_GROUP_MEMBERSHIP_ENTRY,
                                                     words::DELETE_GROUP_MEMBERSHIP_ENTRY,
                                                     words::GROUP_ENUMERATION_START,
                                                     words::GROUP_ENUMERATION_GET_NEXT,
                                                     words::GROUP_ENUMERATION_END,
                                                     words::SET_MFE};
    return std::find(CALLS.begin(), CALLS.end(), op) != CALLS.end();
}

bool
IsDead(const OpenFrame* frame)
{
    return frame && frame->enter.kind == TraceKind::CALL && frame->client == 0 &&
           NeedsHandle(frame->enter.op);
}

} // namespace

HandleRules::HandleRules(const TraceView& view)
    : TraceRules(TraceRule::I9, view)
{
}

void
HandleRules::Before(const TraceRecord& record, const SeenNode& /* node */)
{
    if (record.kind == TraceKind::RETURN)
    {
        const OpenFrame* call = m_view.frames.Find(record);
        const bool isRefused = record.status != Status::NO_ERROR &&
                               record.status != Status::ERROR_MORE_DATA &&
                               record.status != Status::ERROR_NO_MORE_ITEMS;
        if (IsDead(call) && !isRefused)
        {
            ReportCall(record, *call, "is not refused");
        }
    }
    else if (record.kind == TraceKind::STATE)
    {
        const OpenFrame* call = m_view.frames.Get(record.cause);
        if (IsDead(call))
        {
            ReportCall(record, *call, "changes something");
        }
    }
}

void
HandleRules::ReportCall(const TraceRecord& record,
                        const OpenFrame& call,
                        const std::string& explanation) const
{
    Report(Text("call ", call.enter.seq),
           {call.enter, RecordNote(record)},
           Text("a call with the handle of ",
                call.enter.clientName.empty() ? "nobody" : call.enter.clientName,
                ", which is not registered, ",
                explanation));
}

} // namespace mgm
} // namespace ns3
