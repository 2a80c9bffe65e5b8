/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "mgm-igmp-message.h"

#include "ns3/mgm-trace-words.h"
#include "ns3/mgm-write-some.h"

namespace ns3
{
namespace mgm
{

namespace
{

void
WriteSources(std::ostream& os, const std::vector<Ipv4Address>& sources)
{
    os << '{';
    WriteSome(os, sources, ",", [&os](const Ipv4Address& source) { os << source; });
    os << '}';
}

void
WriteQuery(std::ostream& os, Ipv4Address group, Time maxResponseTime)
{
    if (group.Get() == 0)
    {
        os << "general";
    }
    else
    {
        os << group;
    }
    os << ' ' << maxResponseTime.GetSeconds() << 's';
}

void
Write(std::ostream& os, const IgmpV2Message& message)
{
    if (message.type == IgmpType::QUERY)
    {
        WriteQuery(os, message.group, message.maxResponseTime);
    }
    else
    {
        os << message.group;
    }
}

void
Write(std::ostream& os, const IgmpV3Query& query)
{
    WriteQuery(os, query.group, query.maxResponseTime);
    if (!query.sources.empty())
    {
        os << ' ';
        WriteSources(os, query.sources);
    }
    if (query.suppress)
    {
        os << " S";
    }
}

void
Write(std::ostream& os, const IgmpV3Report& report)
{
    WriteSome(os, report.records, " ", [&os](const IgmpGroupRecord& record) {
        os << ToString(record.type) << '(' << record.group << ',';
        WriteSources(os, record.sources);
        os << ')';
    });
}

std::string_view
Name(const IgmpV2Message& message)
{
    switch (message.type)
    {
    case IgmpType::V1_REPORT:
        return words::IGMP_V1_REPORT;
    case IgmpType::V2_REPORT:
        return words::IGMP_V2_REPORT;
    case IgmpType::V2_LEAVE:
        return words::IGMP_V2_LEAVE;
    default:
        return message.maxResponseTime.IsZero() ? words::IGMP_V1_QUERY : words::IGMP_V2_QUERY;
    }
}

std::string_view
Name(const IgmpV3Query&)
{
    return words::IGMP_V3_QUERY;
}

std::string_view
Name(const IgmpV3Report&)
{
    return words::IGMP_V3_REPORT;
}

} // namespace

std::string_view
GetName(const IgmpMessage& message)
{
    return std::visit([](const auto& m) { return Name(m); }, message);
}

Ipv4Address
GetGroup(const IgmpMessage& message)
{
    if (const auto* v2 = std::get_if<IgmpV2Message>(&message))
    {
        return v2->group;
    }
    if (const auto* query = std::get_if<IgmpV3Query>(&message))
    {
        return query->group;
    }
    const auto& records = std::get<IgmpV3Report>(message).records;
    return records.size() == 1 ? records.front().group : Ipv4Address::GetZero();
}

std::string_view
ToString(IgmpRecordType type)
{
    switch (type)
    {
    case IgmpRecordType::IS_IN:
        return "IS_IN";
    case IgmpRecordType::IS_EX:
        return "IS_EX";
    case IgmpRecordType::TO_IN:
        return "TO_IN";
    case IgmpRecordType::TO_EX:
        return "TO_EX";
    case IgmpRecordType::ALLOW:
        return "ALLOW";
    case IgmpRecordType::BLOCK:
        return "BLOCK";
    }
    return "unknown";
}

std::ostream&
operator<<(std::ostream& os, const IgmpMessage& message)
{
    std::visit([&os](const auto& m) { Write(os, m); }, message);
    return os;
}

} // namespace mgm
} // namespace ns3
