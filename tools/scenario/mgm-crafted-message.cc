/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "mgm-crafted-message.h"

#include "ns3/mgm-igmp-message.h"
#include "ns3/mgm-trace-words.h"
#include "ns3/mgm-wire-checksum.h"

#include <algorithm>
#include <array>
#include <string>

namespace ns3
{
namespace mgm
{

namespace
{

constexpr uint32_t CHECKSUM_OFFSET = 2;

/// Builds a message in network order.
class OctetList
{
  public:
    void Add8(uint32_t value)
    {
        m_octets.push_back(static_cast<uint8_t>(value));
    }

    void Add16(uint32_t value)
    {
        Add8(value >> 8);
        Add8(value);
    }

    void Add(Ipv4Address address)
    {
        Add16(address.Get() >> 16);
        Add16(address.Get());
    }

    void Add(const std::vector<uint8_t>& octets)
    {
        m_octets.insert(m_octets.end(), octets.begin(), octets.end());
    }

    void SetChecksum(uint32_t checksum)
    {
        m_octets[CHECKSUM_OFFSET] = static_cast<uint8_t>(checksum >> 8);
        m_octets[CHECKSUM_OFFSET + 1] = static_cast<uint8_t>(checksum);
    }

    /// Fills in the checksum of all octets, while its field is 0.
    void FillChecksum()
    {
        const auto size = static_cast<uint32_t>(m_octets.size());
        Buffer message;
        message.AddAtStart(size);
        message.Begin().Write(m_octets.data(), size);
        WriteChecksum(message.Begin(), CHECKSUM_OFFSET, size);
        message.CopyData(m_octets.data(), size);
    }

    const std::vector<uint8_t>& Get() const
    {
        return m_octets;
    }

  private:
    std::vector<uint8_t> m_octets;
};

/// A number, or what it is if it is not given.
uint32_t
NumberOr(const JsonValue& value, const std::string& name, uint32_t otherwise)
{
    return value.Has(name) ? value[name].Get<uint32_t>() : otherwise;
}

Ipv4Address
GroupOf(const JsonValue& value)
{
    return value.Has("group") ? Ipv4Address(value["group"].GetText().c_str())
                              : Ipv4Address::GetZero();
}

std::vector<JsonValue>
ListOf(const JsonValue& value, const std::string& name)
{
    return value.Has(name) ? value[name].GetItems() : std::vector<JsonValue>();
}

void
AddSources(OctetList& octets, const JsonValue& value)
{
    for (const auto& source : ListOf(value, "sources"))
    {
        octets.Add(Ipv4Address(source.GetText().c_str()));
    }
}

uint32_t
CountOf(const JsonValue& value, const std::string& list, const std::string& count)
{
    return NumberOr(value, count, static_cast<uint32_t>(ListOf(value, list).size()));
}

/// What queries of IGMPv2 and IGMPv3 say of themselves unless they are told: 10 s, or 1 s about a
/// group (RFC 3376 sections 8.3 and 8.8).
uint32_t
DefaultResponseCode(Ipv4Address group)
{
    return group.Get() == 0 ? 100 : 10;
}

uint8_t
TypeOfRecord(const JsonValue& type)
{
    if (type.GetJson().is_number())
    {
        return type.Get<uint8_t>();
    }
    uint8_t number = 1;
    while (ToString(static_cast<IgmpRecordType>(number)) != type.GetText())
    {
        ++number; // the schema has their names
    }
    return number;
}

void
AddRecord(OctetList& octets, const JsonValue& record)
{
    const auto auxiliary =
        record.Has("aux-data") ? ReadOctets(record["aux-data"].GetText()) : std::vector<uint8_t>();
    if (auxiliary.size() % 4 != 0)
    {
        record["aux-data"].Fail("words of 4 octets (RFC 3376 section 4.2.6)");
    }
    octets.Add8(TypeOfRecord(record["type"]));
    octets.Add8(NumberOr(record, "aux-data-length", static_cast<uint32_t>(auxiliary.size() / 4)));
    octets.Add16(CountOf(record, "sources", "number-of-sources"));
    octets.Add(GroupOf(record));
    AddSources(octets, record);
    octets.Add(auxiliary);
}

/// A message of 8 octets.
void
AddShort(OctetList& octets, const JsonValue& value, uint8_t type, uint32_t code)
{
    octets.Add8(type);
    octets.Add8(NumberOr(value, "max-resp-code", code));
    octets.Add16(0);
    octets.Add(GroupOf(value));
}

void
AddV3Query(OctetList& octets, const JsonValue& value)
{
    constexpr uint32_t DEFAULT_ROBUSTNESS = 2;       // RFC 3376 section 8.1
    constexpr uint32_t DEFAULT_QUERY_INTERVAL = 125; // RFC 3376 section 8.2
    AddShort(octets,
             value,
             static_cast<uint8_t>(IgmpType::QUERY),
             DefaultResponseCode(GroupOf(value)));
    const bool suppress = value.Has("suppress") && value["suppress"].Get<bool>();
    octets.Add8(NumberOr(value, "flags", 0) << 4 | (suppress ? 0x08 : 0) |
                NumberOr(value, "qrv", DEFAULT_ROBUSTNESS));
    octets.Add8(NumberOr(value, "qqic", DEFAULT_QUERY_INTERVAL));
    octets.Add16(CountOf(value, "sources", "number-of-sources"));
    AddSources(octets, value);
}

void
AddV3Report(OctetList& octets, const JsonValue& value)
{
    octets.Add8(static_cast<uint8_t>(IgmpType::V3_REPORT));
    octets.Add8(NumberOr(value, "reserved", 0));
    octets.Add16(0);
    octets.Add16(NumberOr(value, "flags", 0));
    octets.Add16(CountOf(value, "records", "number-of-records"));
    for (const auto& record : ListOf(value, "records"))
    {
        AddRecord(octets, record);
    }
}

/// What a message of 8 octets is, and where it is sent to.
struct ShortMessage
{
    std::string_view name;
    IgmpType type;
};

constexpr std::array<ShortMessage, 5> SHORT_MESSAGES{{{words::IGMP_V1_QUERY, IgmpType::QUERY},
                                                      {words::IGMP_V1_REPORT, IgmpType::V1_REPORT},
                                                      {words::IGMP_V2_QUERY, IgmpType::QUERY},
                                                      {words::IGMP_V2_REPORT, IgmpType::V2_REPORT},
                                                      {words::IGMP_V2_LEAVE, IgmpType::V2_LEAVE}}};

/// Where a query is sent to (RFC 2236 section 9, RFC 3376 section 4.1.12).
Ipv4Address
DestinationOfQuery(Ipv4Address group)
{
    return group.Get() == 0 ? IGMP_ALL_SYSTEMS : group;
}

Ipv4Address
AddMessage(OctetList& octets, const JsonValue& value)
{
    const auto name = value["type"].GetText();
    const auto group = GroupOf(value);
    if (name == words::IGMP_V3_QUERY)
    {
        AddV3Query(octets, value);
        return DestinationOfQuery(group);
    }
    if (name == words::IGMP_V3_REPORT)
    {
        AddV3Report(octets, value);
        return IGMP_ALL_V3_ROUTERS;
    }
    const auto message = std::find_if(SHORT_MESSAGES.begin(),
                                      SHORT_MESSAGES.end(),
                                      [&name](const auto& each) { return each.name == name; });
    const bool hasTime = name == words::IGMP_V2_QUERY;
    AddShort(octets,
             value,
             static_cast<uint8_t>(message->type),
             hasTime ? DefaultResponseCode(group) : 0);
    return message->type == IgmpType::QUERY      ? DestinationOfQuery(group)
           : message->type == IgmpType::V2_LEAVE ? IGMP_ALL_ROUTERS
                                                 : group;
}

uint8_t
ValueOfDigit(char digit)
{
    constexpr std::string_view DIGITS = "0123456789abcdef";
    return static_cast<uint8_t>(
        DIGITS.find(digit < 'A' || digit > 'F' ? digit : digit + 'a' - 'A'));
}

} // namespace

CraftedMessage
ReadCraftedMessage(const JsonValue& value)
{
    OctetList octets;
    const auto destination = AddMessage(octets, value);
    if (value.Has("checksum"))
    {
        octets.SetChecksum(value["checksum"].Get<uint32_t>());
    }
    else
    {
        octets.FillChecksum();
    }
    return {octets.Get(), destination};
}

std::vector<uint8_t>
ReadOctets(std::string_view text)
{
    std::string digits(text);
    digits.erase(std::remove(digits.begin(), digits.end(), ' '), digits.end());
    std::vector<uint8_t> octets;
    for (std::size_t i = 0; i + 1 < digits.size(); i += 2)
    {
        octets.push_back(
            static_cast<uint8_t>(ValueOfDigit(digits[i]) << 4 | ValueOfDigit(digits[i + 1])));
    }
    return octets;
}

} // namespace mgm
} // namespace ns3
