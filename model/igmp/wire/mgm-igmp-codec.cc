/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "mgm-igmp-codec.h"

#include "mgm-igmp-time-code.h"

#include "ns3/mgm-enum-names.h"
#include "ns3/mgm-trace-words.h"
#include "ns3/mgm-wire-checksum.h"
#include "ns3/mgm-wire-reader.h"
#include "ns3/mgm-wire-sizer.h"
#include "ns3/mgm-wire-writer.h"

namespace ns3
{
namespace mgm
{

namespace
{

constexpr uint32_t V2_SIZE = 8;        ///< Octets of an IGMPv1 or IGMPv2 message.
constexpr uint32_t V3_QUERY_SIZE = 12; ///< Octets of an IGMPv3 query without sources.
constexpr uint32_t CHECKSUM_OFFSET = 2;
constexpr uint32_t GROUP_OFFSET = 4;
constexpr uint8_t MAX_QRV = 7; ///< Largest Robustness Variable that fits its field.

/// A time that is one octet on the wire.
template <typename Archive, typename TimeT>
void
TransferTime(Archive& archive, TimeT& time, uint8_t (*encode)(Time), Time (*decode)(uint8_t))
{
    uint8_t octet = Archive::READS ? 0 : encode(time);
    archive.U8(octet);
    if constexpr (Archive::READS)
    {
        time = decode(octet);
    }
}

/// S and QRV share an octet with reserved bits (RFC 3376 sections 4.1.4 to 4.1.6).
template <typename Archive, typename Self>
void
TransferFlags(Archive& archive, Self& query)
{
    const uint8_t robustness = query.robustness > MAX_QRV ? 0 : query.robustness;
    uint8_t octet = (query.suppress ? 0x08 : 0) | robustness;
    archive.U8(octet);
    if constexpr (Archive::READS)
    {
        query.suppress = (octet & 0x08) != 0;
        query.robustness = octet & MAX_QRV;
    }
}

// The fields of each message behind the type octet.

template <typename Archive, typename Self>
void
TransferV2(Archive& archive, Self& message)
{
    TransferTime(archive, message.maxResponseTime, EncodeLinearTenths, DecodeLinearTenths);
    archive.Skip(2); // checksum
    archive.Address(message.group);
}

template <typename Archive, typename Self>
void
TransferV3Query(Archive& archive, Self& query)
{
    auto count = static_cast<uint16_t>(query.sources.size());
    TransferTime(archive, query.maxResponseTime, EncodeMaxRespCode, DecodeMaxRespCode);
    archive.Skip(2); // checksum
    archive.Address(query.group);
    TransferFlags(archive, query);
    TransferTime(archive, query.queryInterval, EncodeQqic, DecodeQqic);
    archive.U16(count);
    archive.List(query.sources, count);
}

template <typename Archive, typename Self>
void
TransferV3Report(Archive& archive, Self& report)
{
    auto count = static_cast<uint16_t>(report.records.size());
    archive.Skip(1); // reserved
    archive.Skip(2); // checksum
    archive.Skip(2); // reserved
    archive.U16(count);
    archive.List(report.records, count);
}

template <typename Archive>
void
Transfer(Archive& archive, const IgmpMessage& message)
{
    if (const auto* v2 = std::get_if<IgmpV2Message>(&message))
    {
        archive.U8(static_cast<uint8_t>(v2->type));
        TransferV2(archive, *v2);
    }
    else if (const auto* query = std::get_if<IgmpV3Query>(&message))
    {
        archive.U8(static_cast<uint8_t>(IgmpType::QUERY));
        TransferV3Query(archive, *query);
    }
    else
    {
        archive.U8(static_cast<uint8_t>(IgmpType::V3_REPORT));
        TransferV3Report(archive, std::get<IgmpV3Report>(message));
    }
}

/// Reports and leaves of versions 1 and 2 name a group, queries a group or none. In a query of
/// version 1 the field is ignored (RFC 1112 appendix I).
bool
IsGoodGroup(const IgmpMessage& message)
{
    if (const auto* v2 = std::get_if<IgmpV2Message>(&message))
    {
        const bool mayNameNone = v2->group.Get() == 0 || v2->maxResponseTime.IsZero();
        return v2->group.IsMulticast() || (v2->type == IgmpType::QUERY && mayNameNone);
    }
    const auto* query = std::get_if<IgmpV3Query>(&message);
    return !query || query->group.IsMulticast() || query->group.Get() == 0;
}

IgmpDecodeResult
Finish(const WireReader& reader, IgmpMessage message)
{
    if (!reader.IsOk())
    {
        return IgmpDecodeError{IgmpError::TRUNCATED, reader.GetOffset()};
    }
    if (!IsGoodGroup(message))
    {
        return IgmpDecodeError{IgmpError::BAD_GROUP, GROUP_OFFSET};
    }
    return message;
}

IgmpDecodeResult
DecodeV2(WireReader& reader, IgmpType type)
{
    IgmpV2Message message;
    message.type = type;
    TransferV2(reader, message);
    return Finish(reader, message);
}

/// RFC 3376 section 7.1; IGMPv1 and IGMPv2 differ in the Max Resp Time alone.
IgmpDecodeResult
DecodeQuery(WireReader& reader, uint32_t size)
{
    if (size == V2_SIZE)
    {
        return DecodeV2(reader, IgmpType::QUERY);
    }
    if (size < V3_QUERY_SIZE)
    {
        return IgmpDecodeError{IgmpError::BAD_QUERY_LENGTH, size};
    }
    IgmpV3Query query;
    TransferV3Query(reader, query);
    return Finish(reader, query);
}

IgmpDecodeResult
DecodeV3Report(WireReader& reader)
{
    IgmpV3Report report;
    TransferV3Report(reader, report);
    return Finish(reader, report);
}

IgmpDecodeResult
DecodeType(WireReader& reader, uint32_t size)
{
    uint8_t type = 0;
    reader.U8(type);
    switch (static_cast<IgmpType>(type))
    {
    case IgmpType::QUERY:
        return DecodeQuery(reader, size);
    case IgmpType::V1_REPORT:
    case IgmpType::V2_REPORT:
    case IgmpType::V2_LEAVE:
        return DecodeV2(reader, static_cast<IgmpType>(type));
    case IgmpType::V3_REPORT:
        return DecodeV3Report(reader);
    }
    return IgmpDecodeError{IgmpError::UNKNOWN_TYPE, 0};
}

} // namespace

template <typename Archive, typename Self>
void
IgmpGroupRecord::Transfer(Archive& archive, Self& record)
{
    auto type = static_cast<uint8_t>(record.type);
    uint8_t auxiliaryWords = 0; // none may be sent (RFC 3376 section 4.2.10)
    auto count = static_cast<uint16_t>(record.sources.size());
    archive.U8(type);
    archive.U8(auxiliaryWords);
    archive.U16(count);
    archive.Address(record.group);
    archive.List(record.sources, count);
    archive.Skip(4U * auxiliaryWords);
    if constexpr (Archive::READS)
    {
        record.type = static_cast<IgmpRecordType>(type);
    }
}

std::string_view
ToString(IgmpError error)
{
    constexpr EnumNames<IgmpError> NAMES{drops::TOO_SHORT,
                                         drops::BAD_CHECKSUM,
                                         drops::UNKNOWN_TYPE,
                                         drops::BAD_QUERY_LENGTH,
                                         drops::TRUNCATED,
                                         drops::BAD_GROUP};
    return NAMES[error];
}

uint32_t
GetEncodedSize(const IgmpMessage& message)
{
    WireSizer sizer;
    Transfer(sizer, message);
    return sizer.GetSize();
}

void
EncodeIgmp(const IgmpMessage& message, Buffer::Iterator start)
{
    WireWriter writer(start);
    Transfer(writer, message);
    WriteChecksum(start, CHECKSUM_OFFSET, GetEncodedSize(message));
}

IgmpMessage
RoundToWire(const IgmpMessage& message)
{
    const auto* v2 = std::get_if<IgmpV2Message>(&message);
    if (v2 ? v2->type != IgmpType::QUERY : std::holds_alternative<IgmpV3Report>(message))
    {
        return message; // exact
    }
    Buffer octets;
    octets.AddAtStart(GetEncodedSize(message));
    EncodeIgmp(message, octets.Begin());
    const auto read = DecodeIgmp(octets.Begin());
    const auto* rounded = std::get_if<IgmpMessage>(&read);
    return rounded ? *rounded : message;
}

IgmpDecodeResult
DecodeIgmp(Buffer::Iterator start)
{
    const auto size = start.GetRemainingSize();
    if (size < V2_SIZE)
    {
        return IgmpDecodeError{IgmpError::TOO_SHORT, size};
    }
    auto octets = start;
    if (octets.CalculateIpChecksum(size) != 0)
    {
        return IgmpDecodeError{IgmpError::BAD_CHECKSUM, CHECKSUM_OFFSET};
    }
    WireReader reader(start);
    return DecodeType(reader, size);
}

} // namespace mgm
} // namespace ns3
