/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "mgm-ladder-labels.h"

#include "ns3/mgm-trace-column.h"
#include "ns3/mgm-trace-words.h"

#include <algorithm>
#include <array>
#include <sstream>

namespace ns3
{
namespace mgm
{

namespace
{

/// The short names of the manager's functions.
struct ShortName
{
    std::string_view function; ///< The function without "Mgm".
    std::string_view name;     ///< Its short name.
};

constexpr std::array<ShortName, 11> SHORT_NAMES{{
    {words::REGISTER_M_PROTOCOL, "Register"},
    {words::DEREGISTER_M_PROTOCOL, "Deregister"},
    {words::TAKE_INTERFACE_OWNERSHIP, "Take"},
    {words::RELEASE_INTERFACE_OWNERSHIP, "Release"},
    {words::GET_PROTOCOL_ON_INTERFACE, "GetProtocol"},
    {words::ADD_GROUP_MEMBERSHIP_ENTRY, "Add"},
    {words::DELETE_GROUP_MEMBERSHIP_ENTRY, "Delete"},
    {words::GROUP_ENUMERATION_START, "EnumStart"},
    {words::GROUP_ENUMERATION_GET_NEXT, "EnumGetNext"},
    {words::GROUP_ENUMERATION_END, "EnumEnd"},
    {words::FAIL_CLIENT, "Fail"},
}};

std::string
ShortOp(const TraceRecord& record)
{
    const auto found =
        std::find_if(SHORT_NAMES.begin(), SHORT_NAMES.end(), [&record](const ShortName& each) {
            return each.function == record.op;
        });
    return std::string(found == SHORT_NAMES.end() ? record.op : found->name);
}

/// The interface and the source and group, each with a space before it.
std::string
Subject(const TraceRecord& record, const TracedNodes& nodes)
{
    std::ostringstream os;
    if (record.interface)
    {
        os << ' ' << NameOfInterface(nodes, record.node, record.interface->index);
        if (record.interface->nextHop.Get() != 0)
        {
            os << '@' << record.interface->nextHop;
        }
    }
    if (record.sourceGroup)
    {
        os << ' ' << *record.sourceGroup;
    }
    return os.str();
}

/// What is special about a call: which state it changes if not the usual one.
std::string
CallLabel(const TraceRecord& record, const TracedNodes& nodes)
{
    const bool hasFlags = record.op == words::ADD_GROUP_MEMBERSHIP_ENTRY ||
                          record.op == words::DELETE_GROUP_MEMBERSHIP_ENTRY;
    const bool isUsual = record.op == words::REGISTER_M_PROTOCOL || record.event.empty() ||
                         (hasFlags && record.event == words::JOIN_STATE);
    return ShortOp(record) + Subject(record, nodes) +
           (isUsual ? "" : " " + std::string(record.event));
}

std::string
CallbackLabel(const TraceRecord& record, const TracedNodes& nodes)
{
    const bool isForData = record.event == words::FORWARDING;
    return std::string(record.op) + Subject(record, nodes) + (isForData ? " forwarding" : "");
}

std::string
StateLabel(const TraceRecord& record, const TracedNodes& nodes)
{
    if (record.op == words::MEMBERSHIP)
    {
        return (record.newState == words::PRESENT ? "+ " : "- ") + NameOfClient(record) +
               Subject(record, nodes);
    }
    if (record.op == words::IGMP_HOLDER && record.newState.empty())
    {
        return std::string(record.op) + Subject(record, nodes);
    }
    return std::string(record.op) + Subject(record, nodes) + ": " + std::string(record.oldState) +
           " \u2192 " + std::string(record.newState);
}

std::string
EventLabel(const TraceRecord& record, const TracedNodes& nodes)
{
    if (record.op == words::STEP)
    {
        return std::string(record.detail);
    }
    if (record.op == words::REVERSE_PATH && record.sourceGroup)
    {
        std::ostringstream os;
        os << "reverse path to " << record.sourceGroup->source << ": "
           << (record.interface ? NameOfInterface(nodes, record.node, record.interface->index)
                                : "no route");
        return os.str();
    }
    return std::string(record.op) + Subject(record, nodes);
}

std::string
MessageLabel(const TraceRecord& record, const TracedNodes& nodes)
{
    if (record.op == words::DATA)
    {
        return std::string(record.op) + Subject(record, nodes);
    }
    if (record.detail.empty() && record.kind != TraceKind::DROP && !record.event.empty())
    {
        return std::string(record.op) + ": " + std::string(record.event);
    }
    return std::string(record.op) + (record.detail.empty() ? "" : " ") + std::string(record.detail);
}

/// What is dropped stands behind the reason; a packet of data in a short label does not.
std::string
DropLabel(const TraceRecord& record, const TracedNodes& nodes)
{
    const auto what = MessageLabel(record, nodes);
    return "dropped, " + std::string(record.event) + (what.empty() ? "" : ": ") + what;
}

/// Whether a record is about a packet of data: where that comes and goes, arrows show as well.
bool
IsOfData(const TraceRecord& record)
{
    return record.op == words::DATA || record.op == words::NOCACHE || record.op == words::WRONGIF;
}

/// Whether the event of a record tells little that its name does not.
bool
HasUsualEvent(const TraceRecord& record)
{
    return record.kind == TraceKind::CALLBACK || record.op == words::GROUP_ENUMERATION_START;
}

bool
IsEndOfPage(const TraceRecord& record)
{
    return record.status == Status::ERROR_NO_MORE_ITEMS || record.status == Status::ERROR_MORE_DATA;
}

bool
IsQuestion(std::string_view op)
{
    return op.rfind("Get", 0) == 0;
}

} // namespace

std::string
NameOfClient(const TraceRecord& record)
{
    if (!record.clientName.empty() || !record.client)
    {
        return std::string(record.clientName);
    }
    std::ostringstream os;
    os << record.client->protocol << '/' << record.client->component;
    return os.str();
}

std::string
SecondsText(int64_t timeNs)
{
    constexpr int64_t NS_PER_S = 1000000000;
    auto fraction = std::to_string(timeNs % NS_PER_S);
    fraction.insert(0, 9 - fraction.size(), '0');
    fraction.erase(fraction.find_last_not_of('0') + 1);
    return std::to_string(timeNs / NS_PER_S) + (fraction.empty() ? "" : "." + fraction);
}

TraceRecord
RecordForLabel(const TraceRecord& record, LadderLabels labels)
{
    auto told = record;
    if (labels == LadderLabels::WHOLE)
    {
        return told;
    }
    told.sourceGroup.reset();
    if (record.kind == TraceKind::PACKET_TX || record.kind == TraceKind::PACKET_RX)
    {
        told.detail = {};
    }
    if (IsOfData(record))
    {
        told.interface.reset();
        told.op = record.kind == TraceKind::DROP ? "" : record.op;
    }
    if (HasUsualEvent(record))
    {
        told.event = {};
    }
    if (IsEndOfPage(record))
    {
        told.status.reset();
    }
    return told;
}

std::string
LabelOf(const TraceRecord& record, const TracedNodes& nodes)
{
    switch (record.kind)
    {
    case TraceKind::CALL:
        return CallLabel(record, nodes);
    case TraceKind::CALLBACK:
        return CallbackLabel(record, nodes);
    case TraceKind::STATE:
        return StateLabel(record, nodes);
    case TraceKind::EVENT:
        return EventLabel(record, nodes);
    case TraceKind::VIOLATION:
        return "violation " + std::string(record.event) + ": " + ShortOp(record) +
               Subject(record, nodes);
    case TraceKind::DROP:
        return DropLabel(record, nodes);
    case TraceKind::PACKET_TX:
    case TraceKind::PACKET_RX:
    case TraceKind::FORWARD:
        return MessageLabel(record, nodes);
    case TraceKind::RETURN:
    case TraceKind::CALLBACK_RETURN:
        break;
    }
    return AnswerOf(record);
}

std::string
LabelOfPackets(const TraceRecord& record, uint64_t count, const TracedNodes& nodes)
{
    std::ostringstream os;
    if (record.kind == TraceKind::DROP)
    {
        os << "dropped, " << record.event << ": ";
    }
    os << count << " packets";
    if (record.sourceGroup)
    {
        os << " of " << *record.sourceGroup;
    }
    if (record.interface)
    {
        os << (record.kind == TraceKind::FORWARD ? " forwarded on "
               : record.kind == TraceKind::DROP  ? " from "
                                                 : " on ")
           << NameOfInterface(nodes, record.node, record.interface->index);
    }
    return os.str();
}

std::string
AnswerOf(const TraceRecord& record)
{
    std::string text(record.detail);
    if (record.status && *record.status != Status::NO_ERROR)
    {
        text.append(text.empty() ? "" : ", ").append(ToString(*record.status));
    }
    return text;
}

bool
IsRefusal(const TraceRecord& record)
{
    const auto status = record.status.value_or(Status::NO_ERROR);
    const bool isAnswer = status == Status::NO_ERROR || status == Status::ERROR_MORE_DATA ||
                          status == Status::ERROR_NO_MORE_ITEMS ||
                          (status == Status::ERROR_NOT_FOUND && IsQuestion(record.op));
    return !isAnswer;
}

std::string
FullTextOf(const TraceRecord& record, const TracedNodes& nodes)
{
    std::string text;
    ColumnScratch scratch{};
    for (const auto& column : GetTraceColumns())
    {
        const auto value = column.get(record, scratch);
        if (value.empty())
        {
            continue;
        }
        text.append(text.empty() ? "" : "\n").append(column.name).append(": ").append(value);
        if (column.name == "node")
        {
            text += " (" + NameOfNode(nodes, record.node) + ")";
        }
        if (column.name == "if")
        {
            text += " (" + NameOfInterface(nodes, record.node, record.interface->index) + ")";
        }
    }
    return text;
}

} // namespace mgm
} // namespace ns3
