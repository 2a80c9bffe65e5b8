/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "mgm-igmp-fuzz.h"

#include "mgm-digits.h"
#include "mgm-igmp-source-bits.h"

#include <array>

namespace ns3
{
namespace mgm
{

namespace
{

constexpr std::array<uint8_t, 5> TYPES{0x11, 0x12, 0x16, 0x17, 0x22};
constexpr uint32_t MOST_SOURCES = 366; // of a query (RFC 3376 section 4.1.8)

std::vector<uint32_t>
DrawSources(Digits& digits)
{
    auto count = digits.Below(4);
    count = digits.OnceIn(40) ? MOST_SOURCES : count;
    std::vector<uint32_t> sources;
    while (sources.size() < count)
    {
        sources.push_back(FIRST_SOURCE + sources.size());
    }
    return sources;
}

IgmpFields
DrawMessage(Digits& digits)
{
    IgmpFields fields;
    fields.type = TYPES[digits.Below(TYPES.size())];
    fields.group = FIRST_GROUP + digits.Below(3);
    fields.isV3Query = fields.type == 0x11 && !digits.OnceIn(3);
    fields.code = fields.type == 0x11 ? static_cast<uint8_t>(digits.Below(256)) : 0;
    if (fields.isV3Query)
    {
        fields.suppress = digits.OnceIn(2);
        fields.robustness = static_cast<uint8_t>(digits.Below(8));
        fields.intervalCode = static_cast<uint8_t>(digits.Below(256));
        fields.sources = DrawSources(digits);
    }
    if (fields.type == 0x11 && fields.sources.empty() && digits.OnceIn(2))
    {
        fields.group = 0;
    }
    if (fields.type == 0x22)
    {
        const auto type = static_cast<uint8_t>(1 + digits.Below(6));
        fields.records = {{type, fields.group, DrawSources(digits)}};
    }
    return fields;
}

void
ChangeOctets(IgmpOctets& octets, Digits& digits)
{
    for (auto left = 1 + digits.Below(4); left > 0; --left)
    {
        octets[digits.Below(octets.size())] = static_cast<uint8_t>(digits.Below(256));
    }
}

/// Makes a count of sources or records claim more than there is.
void
Lie(IgmpOctets& octets, Digits& digits)
{
    const std::size_t at = octets[0] == 0x22 ? (digits.OnceIn(2) ? 6 : 10) : 10;
    const uint32_t claim = digits.OnceIn(2) ? 65535 : MOST_SOURCES;
    if (octets.size() >= at + 2)
    {
        octets[at] = static_cast<uint8_t>(claim >> 8);
        octets[at + 1] = static_cast<uint8_t>(claim);
    }
}

/// Its group is "ignored when received" (RFC 1112 appendix I).
bool
IsV1Query(const IgmpFields& fields)
{
    return !fields.isV3Query && fields.code == 0;
}

bool
IsMulticast(uint32_t address)
{
    return address >> 28 == 0xE;
}

} // namespace

IgmpOctets
MakeFuzzedMessage(uint64_t bits)
{
    Digits digits(bits);
    const auto spoil = digits.Below(6);
    const bool keepChecksum = digits.OnceIn(4);
    auto octets = WriteIgmp(DrawMessage(digits));
    switch (spoil)
    {
    case 1:
        ChangeOctets(octets, digits);
        break;
    case 2:
        octets.resize(digits.Below(octets.size()));
        break;
    case 3:
        octets.resize(octets.size() + 1 + digits.Below(20),
                      static_cast<uint8_t>(digits.Below(256)));
        break;
    case 4:
        Lie(octets, digits);
        break;
    case 5:
        ChangeOctets(octets, digits);
        octets[0] = TYPES[digits.Below(TYPES.size())];
        break;
    default:
        break;
    }
    if (!keepChecksum)
    {
        FixChecksum(octets);
    }
    return octets;
}

IgmpFrame
MakeFuzzedHeader(uint64_t bits)
{
    Digits digits(bits);
    constexpr std::array<uint32_t, 5> DESTINATIONS{ALL_SYSTEMS,
                                                   ALL_ROUTERS,
                                                   ALL_V3_ROUTERS,
                                                   FIRST_GROUP,
                                                   0x0A000001};
    constexpr std::array<uint32_t, 5> SOURCES{0x0A000002, 0, 0xC0000201, 0x0A000001, 0xEF010101};
    constexpr std::array<uint8_t, 3> TTLS{1, 0, 64};
    IgmpFrame frame;
    frame.destination = DESTINATIONS[digits.Below(DESTINATIONS.size())];
    frame.source = SOURCES[digits.Below(SOURCES.size())];
    frame.routerAlert = digits.OnceIn(2);
    frame.ttl = TTLS[digits.Below(TTLS.size())];
    return frame;
}

IgmpVerdict
JudgeIgmp(const IgmpOctets& octets)
{
    if (octets.size() >= 8 && GetChecksum(octets) != 0)
    {
        return IgmpVerdict::WRONG_CHECKSUM;
    }
    const auto fields = ReadIgmp(octets);
    if (!fields)
    {
        return IgmpVerdict::WRONG;
    }
    switch (fields->type)
    {
    case 0x22:
        return IgmpVerdict::GOOD;
    case 0x11:
        return IsV1Query(*fields) || fields->group == 0 || IsMulticast(fields->group)
                   ? IgmpVerdict::GOOD
                   : IgmpVerdict::WRONG;
    case 0x12:
    case 0x16:
    case 0x17:
        return IsMulticast(fields->group) ? IgmpVerdict::GOOD : IgmpVerdict::WRONG;
    default:
        return IgmpVerdict::WRONG;
    }
}

} // namespace mgm
} // namespace ns3
