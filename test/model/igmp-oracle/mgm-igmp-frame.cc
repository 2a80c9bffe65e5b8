/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "mgm-igmp-frame.h"

namespace ns3
{
namespace mgm
{

namespace
{

constexpr uint8_t QUERY = 0x11;
constexpr uint8_t V3_REPORT = 0x22;

void
Put16(IgmpOctets& octets, uint32_t value)
{
    octets.push_back(static_cast<uint8_t>(value >> 8));
    octets.push_back(static_cast<uint8_t>(value));
}

void
Put32(IgmpOctets& octets, uint32_t value)
{
    Put16(octets, value >> 16);
    Put16(octets, value & 0xFFFF);
}

void
PutAll(IgmpOctets& octets, const std::vector<uint32_t>& values)
{
    for (const auto value : values)
    {
        Put32(octets, value);
    }
}

/// @pre the octets are there
uint32_t
Get16(const IgmpOctets& octets, std::size_t at)
{
    return octets[at] << 8 | octets[at + 1];
}

/// @pre the octets are there
uint32_t
Get32(const IgmpOctets& octets, std::size_t at)
{
    return Get16(octets, at) << 16 | Get16(octets, at + 2);
}

/// Takes count addresses from an offset on, if they are there.
bool
GetAll(const IgmpOctets& octets, std::size_t& at, uint32_t count, std::vector<uint32_t>& values)
{
    for (; count > 0 && at + 4 <= octets.size(); --count, at += 4)
    {
        values.push_back(Get32(octets, at));
    }
    return count == 0;
}

bool
GetRecords(const IgmpOctets& octets, IgmpFields& fields)
{
    std::size_t at = 8;
    for (auto left = Get16(octets, 6); left > 0; --left)
    {
        if (at + 8 > octets.size())
        {
            return false;
        }
        IgmpFrameRecord record{octets[at], Get32(octets, at + 4), {}};
        const auto count = Get16(octets, at + 2);
        const auto auxiliary = 4 * octets[at + 1];
        at += 8;
        if (!GetAll(octets, at, count, record.sources))
        {
            return false;
        }
        at += auxiliary;
        fields.records.push_back(record);
    }
    return at <= octets.size();
}

bool
GetQuery(const IgmpOctets& octets, IgmpFields& fields)
{
    if (octets.size() < 12)
    {
        return octets.size() == 8;
    }
    fields.isV3Query = true;
    fields.suppress = (octets[8] & 8) != 0;
    fields.robustness = octets[8] & 7;
    fields.intervalCode = octets[9];
    std::size_t at = 12;
    return GetAll(octets, at, Get16(octets, 10), fields.sources);
}

} // namespace

uint16_t
GetChecksum(const IgmpOctets& octets)
{
    uint32_t sum = 0;
    for (std::size_t i = 0; i < octets.size(); ++i)
    {
        sum += i % 2 == 0 ? octets[i] << 8 : octets[i];
    }
    while (sum > 0xFFFF)
    {
        sum = (sum & 0xFFFF) + (sum >> 16);
    }
    return static_cast<uint16_t>(~sum);
}

void
FixChecksum(IgmpOctets& octets)
{
    if (octets.size() < 4)
    {
        return;
    }
    octets[2] = 0;
    octets[3] = 0;
    const auto sum = GetChecksum(octets);
    octets[2] = static_cast<uint8_t>(sum >> 8);
    octets[3] = static_cast<uint8_t>(sum);
}

IgmpOctets
WriteFrame(const IgmpFrame& frame)
{
    const uint32_t headerSize = frame.routerAlert ? 24 : 20;
    IgmpOctets octets{static_cast<uint8_t>(0x40 | headerSize / 4), frame.tos};
    Put16(octets, headerSize + frame.payload.size());
    Put32(octets, 0); // identification, fragment
    octets.push_back(frame.ttl);
    octets.push_back(2);
    Put16(octets, 0);
    Put32(octets, frame.source);
    Put32(octets, frame.destination);
    if (frame.routerAlert)
    {
        Put32(octets, 0x94040000);
    }
    const auto sum = GetChecksum(octets);
    octets[10] = static_cast<uint8_t>(sum >> 8);
    octets[11] = static_cast<uint8_t>(sum);
    octets.insert(octets.end(), frame.payload.begin(), frame.payload.end());
    return octets;
}

std::optional<IgmpFrame>
ReadFrame(const IgmpOctets& octets)
{
    if (octets.size() < 20 || octets[0] >> 4 != 4 || octets[9] != 2)
    {
        return std::nullopt;
    }
    const std::size_t headerSize = 4 * (octets[0] & 15);
    const std::size_t size = Get16(octets, 2);
    if (headerSize < 20 || size < headerSize || octets.size() < size ||
        GetChecksum({octets.begin(), octets.begin() + headerSize}) != 0)
    {
        return std::nullopt;
    }
    IgmpFrame frame;
    frame.source = Get32(octets, 12);
    frame.destination = Get32(octets, 16);
    frame.routerAlert = headerSize == 24 && Get32(octets, 20) == 0x94040000;
    frame.payload.assign(octets.begin() + headerSize, octets.begin() + size);
    frame.ttl = octets[8];
    frame.tos = octets[1];
    return frame;
}

IgmpOctets
WriteIgmp(const IgmpFields& fields)
{
    IgmpOctets octets{fields.type, fields.code, 0, 0};
    if (fields.type == V3_REPORT)
    {
        Put32(octets, fields.records.size());
        for (const auto& record : fields.records)
        {
            octets.push_back(record.type);
            octets.push_back(0);
            Put16(octets, record.sources.size());
            Put32(octets, record.group);
            PutAll(octets, record.sources);
        }
    }
    else
    {
        Put32(octets, fields.group);
    }
    if (fields.isV3Query)
    {
        octets.push_back(static_cast<uint8_t>((fields.suppress ? 8 : 0) | fields.robustness));
        octets.push_back(fields.intervalCode);
        Put16(octets, fields.sources.size());
        PutAll(octets, fields.sources);
    }
    FixChecksum(octets);
    return octets;
}

std::optional<IgmpFields>
ReadIgmp(const IgmpOctets& octets)
{
    if (octets.size() < 8 || GetChecksum(octets) != 0)
    {
        return std::nullopt;
    }
    IgmpFields fields;
    fields.type = octets[0];
    fields.code = octets[1];
    bool isGood = true;
    if (fields.type == V3_REPORT)
    {
        isGood = GetRecords(octets, fields);
    }
    else
    {
        fields.group = Get32(octets, 4);
        isGood = fields.type != QUERY || GetQuery(octets, fields);
    }
    return isGood ? std::optional(fields) : std::nullopt;
}

} // namespace mgm
} // namespace ns3
