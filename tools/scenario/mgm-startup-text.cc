/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "mgm-startup-text.h"

#include "ns3/mgm-trace-names.h"
#include "ns3/mgm-trace-words.h"

#include <algorithm>
#include <sstream>
#include <utility>

namespace ns3
{
namespace mgm
{

namespace
{

/// A function of the manager and what a table calls it.
constexpr std::pair<std::string_view, std::string_view> CALLS[]{
    {words::REGISTER_M_PROTOCOL, "register"},
    {words::GET_PROTOCOL_ON_INTERFACE, "query"},
    {words::TAKE_INTERFACE_OWNERSHIP, "take"},
    {words::GROUP_ENUMERATION_START, "enumerate"},
    {words::GROUP_ENUMERATION_GET_NEXT, "  next"},
    {words::GROUP_ENUMERATION_END, "  end"},
    {words::ADD_GROUP_MEMBERSHIP_ENTRY, "add"},
    {words::DELETE_GROUP_MEMBERSHIP_ENTRY, "delete"},
    {words::RELEASE_INTERFACE_OWNERSHIP, "release"},
    {words::DEREGISTER_M_PROTOCOL, "deregister"},
    {words::FAIL_CLIENT, "fail"},
};

} // namespace

std::string
DescribeCall(std::string_view op)
{
    const auto call = std::find_if(std::begin(CALLS), std::end(CALLS), [op](const auto& each) {
        return each.first == op;
    });
    return std::string(call == std::end(CALLS) ? op : call->second);
}

std::string
DescribeSubject(const TraceRecord& record)
{
    std::ostringstream text;
    if (record.interface)
    {
        text << NameOfInterface(record.node, record.interface->index);
    }
    if (record.sourceGroup)
    {
        text << (record.interface ? " " : "") << *record.sourceGroup;
    }
    return text.str();
}

std::string
DescribeArguments(const TraceRecord& record)
{
    const bool isUsual =
        record.op == words::REGISTER_M_PROTOCOL || record.event == words::JOIN_STATE;
    const auto subject = DescribeSubject(record);
    const auto choice = isUsual ? std::string() : std::string(record.event);
    return subject + (subject.empty() || choice.empty() ? "" : " ") + choice;
}

std::string
DescribeConsequence(const TraceRecord& record)
{
    const std::string op(record.op);
    const auto subject = DescribeSubject(record);
    switch (record.kind)
    {
    case TraceKind::STATE:
        return subject + ": " + op + " " + std::string(record.oldState) + " -> " +
               std::string(record.newState);
    case TraceKind::VIOLATION:
        return "violation of " + std::string(record.event) + ": " + op + " " + subject;
    case TraceKind::DROP:
        return (record.event == drops::CLIENT_GONE
                    ? "not called: "
                    : "dropped, " + std::string(record.event) + ": ") +
               op + " " + subject;
    default:
        return subject;
    }
}

std::string
DescribeClient(const TraceRecord& record)
{
    std::ostringstream title;
    if (record.client)
    {
        title << record.clientName << " on " << NameOfNode(record.node) << " (protocol "
              << record.client->protocol << ", component " << record.client->component << ')';
    }
    else
    {
        title << "Calls on " << NameOfNode(record.node) << " with a handle that was never given";
    }
    return title.str();
}

} // namespace mgm
} // namespace ns3
