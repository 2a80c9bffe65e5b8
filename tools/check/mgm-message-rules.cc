/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "mgm-message-rules.h"

#include "ns3/mgm-trace-words.h"

#include <algorithm>
#include <iterator>

namespace ns3
{
namespace mgm
{

namespace
{

bool
Contains(std::string_view text, std::string_view part)
{
    return text.find(part) != std::string_view::npos;
}

/// Whether a transition says that something is sent.
bool
IsBinding(const TraceRecord& record)
{
    constexpr std::string_view BINDING[]{"send ",
                                         "Send Q(G)",
                                         "filter-mode change",
                                         "Send Join(",
                                         "Send Prune(",
                                         "Send Graft(",
                                         "Send Assert(",
                                         "Send AssertCancel("};
    return std::any_of(std::begin(BINDING), std::end(BINDING), [&record](std::string_view part) {
        return Contains(record.action, part);
    });
}

} // namespace

MessageRules::MessageRules(const TraceView& view)
    : TraceRules(TraceRule::SENT, view)
{
}

void
MessageRules::Before(const TraceRecord& record, const SeenNode& /* node */)
{
    if (record.kind == TraceKind::STATE)
    {
        LookAtState(record);
    }
    else if (record.kind == TraceKind::PACKET_TX || record.kind == TraceKind::DROP)
    {
        if (Promise* promise = Find(record))
        {
            promise->isKept = true;
        }
    }
}

void
MessageRules::LookAtState(const TraceRecord& record)
{
    Promise* answer = record.event == words::REPORTED ? Find(record) : nullptr;
    if (answer)
    {
        answer->isBinding = true;
    }
    else if (!record.action.empty())
    {
        m_promises[record.node][record.seq] = {RecordNote(record),
                                               std::string(record.action),
                                               IsBinding(record)};
    }
}

/// The transition that caused a record, in this instant.
MessageRules::Promise*
MessageRules::Find(const TraceRecord& record)
{
    const auto promises = m_promises.find(record.node);
    if (promises == m_promises.end())
    {
        return nullptr;
    }
    const auto found = promises->second.find(record.cause);
    return found == promises->second.end() ? nullptr : &found->second;
}

void
MessageRules::EndInstant(const SeenNode& node)
{
    const auto promises = m_promises.extract(node.GetId());
    if (!promises)
    {
        return;
    }
    for (const auto& [seq, promise] : promises.mapped())
    {
        if (promise.isBinding && !promise.isKept)
        {
            Report(Text("message ", seq),
                   {promise.note},
                   Text("\"", promise.action, "\", but neither a packet nor a drop follows"),
                   seq);
        }
    }
}

} // namespace mgm
} // namespace ns3
