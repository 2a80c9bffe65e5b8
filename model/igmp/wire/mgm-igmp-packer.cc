/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "mgm-igmp-packer.h"

#include "ns3/mgm-router-alert-header.h"

#include <algorithm>

namespace ns3
{
namespace mgm
{

namespace
{

constexpr uint32_t REPORT_SIZE = 8;  ///< Octets of a report without records.
constexpr uint32_t QUERY_SIZE = 12;  ///< Octets of a query without sources.
constexpr uint32_t RECORD_SIZE = 8;  ///< Octets of a record without sources.
constexpr uint32_t ADDRESS_SIZE = 4; ///< Octets of a source.

/// Octets that an MTU leaves for what comes after the IP header and a fixed part; always enough
/// for a record with one source.
uint32_t
GetRoom(uint32_t mtu, uint32_t fixedPart)
{
    const auto overhead = RouterAlertHeader::SIZE + fixedPart;
    return std::max(mtu, overhead + RECORD_SIZE + ADDRESS_SIZE) - overhead;
}

uint32_t
GetSize(const IgmpGroupRecord& record)
{
    return RECORD_SIZE + ADDRESS_SIZE * record.sources.size();
}

bool
MayBeSplit(IgmpRecordType type)
{
    return type != IgmpRecordType::IS_EX && type != IgmpRecordType::TO_EX;
}

/// Calls back with each run of at most `most` sources.
template <typename Handle>
void
ForEachChunk(const std::vector<Ipv4Address>& sources, std::size_t most, Handle handle)
{
    for (std::size_t begin = 0; begin < sources.size(); begin += most)
    {
        const auto end = std::min(begin + most, sources.size());
        handle(std::vector<Ipv4Address>(sources.begin() + begin, sources.begin() + end));
    }
}

/// A record that no report can hold, in reports of its own.
void
AppendLarge(std::vector<IgmpV3Report>& reports, const IgmpGroupRecord& record, uint32_t room)
{
    const std::size_t most = (room - RECORD_SIZE) / ADDRESS_SIZE;
    auto sources = record.sources;
    if (!MayBeSplit(record.type))
    {
        sources.resize(most);
    }
    ForEachChunk(sources, most, [&](std::vector<Ipv4Address> chunk) {
        reports.push_back({{{record.type, record.group, std::move(chunk)}}});
    });
}

} // namespace

std::vector<IgmpV3Report>
PackReports(const std::vector<IgmpGroupRecord>& records, uint32_t mtu)
{
    const auto room = GetRoom(mtu, REPORT_SIZE);
    std::vector<IgmpV3Report> reports;
    uint32_t left = 0; // in the last report
    for (const auto& record : records)
    {
        const auto size = GetSize(record);
        if (size > room)
        {
            AppendLarge(reports, record, room);
            left = 0;
            continue;
        }
        if (size > left)
        {
            reports.emplace_back();
            left = room;
        }
        reports.back().records.push_back(record);
        left -= size;
    }
    return reports;
}

std::vector<IgmpV3Query>
SplitQuery(const IgmpV3Query& query, uint32_t mtu)
{
    const std::size_t most = GetRoom(mtu, QUERY_SIZE) / ADDRESS_SIZE;
    if (query.sources.size() <= most)
    {
        return {query};
    }
    std::vector<IgmpV3Query> queries;
    ForEachChunk(query.sources, most, [&](std::vector<Ipv4Address> sources) {
        queries.push_back(query);
        queries.back().sources = std::move(sources);
    });
    return queries;
}

} // namespace mgm
} // namespace ns3
