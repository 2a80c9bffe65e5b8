/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "mgm-pim-codec.h"

#include "ns3/mgm-enum-names.h"
#include "ns3/mgm-trace-words.h"
#include "ns3/mgm-wire-checksum.h"
#include "ns3/mgm-wire-reader.h"
#include "ns3/mgm-wire-sizer.h"
#include "ns3/mgm-wire-writer.h"

#include <array>
#include <type_traits>

namespace ns3
{
namespace mgm
{

namespace
{

constexpr uint8_t VERSION = 2;
constexpr uint32_t HEADER_SIZE = 4;     ///< Octets of the header of all messages.
constexpr uint32_t REGISTER_SIZE = 8;   ///< Octets of a Register in front of the packet.
constexpr uint32_t CHECKSUM_OFFSET = 2; ///< Octets in front of the checksum.
constexpr uint8_t IPV4 = 1;             ///< Address family.
constexpr uint8_t NATIVE = 0;           ///< Encoding type.
constexpr uint8_t FULL_MASK = 32;       ///< Mask of one address [bits].
constexpr uint8_t MULTICAST_MASK = 4;   ///< Mask of all groups [bits].

// Flags of an octet.
constexpr uint8_t NO_FORWARD = 0x80;      ///< In the header of a Bootstrap (RFC 9436).
constexpr uint8_t BIDIRECTIONAL = 0x80;   ///< In an Encoded-Group.
constexpr uint8_t SCOPE_ZONE = 0x01;      ///< In an Encoded-Group.
constexpr uint8_t SPARSE = 0x04;          ///< In an Encoded-Source.
constexpr uint8_t WILDCARD = 0x02;        ///< In an Encoded-Source.
constexpr uint8_t RPT = 0x01;             ///< In an Encoded-Source.
constexpr uint8_t PRUNE_INDICATOR = 0x80; ///< In a State Refresh.
constexpr uint8_t PRUNE_NOW = 0x40;       ///< In a State Refresh.
constexpr uint8_t ASSERT_OVERRIDE = 0x20; ///< In a State Refresh.
constexpr uint8_t NULL_REGISTER = 0x40;   ///< In a Register.

/// Types of the options of a Hello.
enum Option : uint16_t
{
    HOLDTIME = 1,
    LAN_PRUNE_DELAY = 2,
    DR_PRIORITY = 19,
    GENERATION_ID = 20,
    STATE_REFRESH_CAPABLE = 21,
    ADDRESS_LIST = 24,
    INTERFACE_ID = 31,
};

/// Rejects the field that was just read, which has some octets.
void
Reject(WireReader& reader, PimError error, uint32_t octets)
{
    reader.Reject(static_cast<uint8_t>(error), octets);
}

/// A part of a message: only who reads changes it.
template <typename Archive, typename T>
using Part = std::conditional_t<Archive::READS, T&, const T&>;

/// A flag and its bit in an octet.
template <typename Flag>
struct NamedFlag
{
    uint8_t mask;
    Flag& flag;
};

template <typename Flag>
NamedFlag(uint8_t, Flag&) -> NamedFlag<Flag>;

/// An octet of flags; its other bits are reserved.
template <typename Archive, typename... Flags>
void
TransferFlags(Archive& archive, NamedFlag<Flags>... flags)
{
    uint8_t octet = ((flags.flag ? flags.mask : 0) | ...);
    archive.U8(octet);
    if constexpr (Archive::READS)
    {
        ((flags.flag = (octet & flags.mask) != 0), ...);
    }
}

/// Two octets: a flag and 15 bits.
template <typename Archive>
void
TransferFlagAndU15(Archive& archive, Part<Archive, bool> flag, Part<Archive, uint16_t> number)
{
    uint16_t octets = (flag ? 0x8000 : 0) | (number & 0x7FFF);
    archive.U16(octets);
    if constexpr (Archive::READS)
    {
        flag = (octets & 0x8000) != 0;
        number = octets & 0x7FFF;
    }
}

/// Four octets: a flag and 31 bits.
template <typename Archive>
void
TransferFlagAndU31(Archive& archive, Part<Archive, bool> flag, Part<Archive, uint32_t> number)
{
    uint32_t octets = (flag ? 0x80000000U : 0U) | (number & 0x7FFFFFFFU);
    archive.U32(octets);
    if constexpr (Archive::READS)
    {
        flag = (octets & 0x80000000U) != 0;
        number = octets & 0x7FFFFFFFU;
    }
}

/// Family and encoding of an address.
template <typename Archive>
void
TransferFamily(Archive& archive)
{
    uint8_t family = IPV4;
    uint8_t encoding = NATIVE;
    archive.U8(family);
    archive.U8(encoding);
    if constexpr (Archive::READS)
    {
        if (family != IPV4 || encoding != NATIVE)
        {
            Reject(archive, PimError::BAD_ADDRESS, 2);
        }
    }
}

/// Length of the mask of an address.
template <typename Archive>
void
TransferMask(Archive& archive, Part<Archive, uint8_t> length, [[maybe_unused]] uint8_t shortest)
{
    archive.U8(length);
    if constexpr (Archive::READS)
    {
        if (length < shortest || length > FULL_MASK)
        {
            Reject(archive, PimError::BAD_ADDRESS, 1);
        }
    }
}

/// An Encoded-Unicast.
template <typename Archive>
void
TransferUnicast(Archive& archive, Part<Archive, Ipv4Address> address)
{
    TransferFamily(archive);
    archive.Address(address);
}

/// An Encoded-Group: one group, or a range.
template <typename Archive>
void
TransferGroup(Archive& archive, Part<Archive, PimGroup> group, uint8_t shortestMask)
{
    TransferFamily(archive);
    TransferFlags(archive,
                  NamedFlag{BIDIRECTIONAL, group.isBidirectional},
                  NamedFlag{SCOPE_ZONE, group.isScopeZone});
    TransferMask(archive, group.maskLength, shortestMask);
    archive.Address(group.address);
    if constexpr (Archive::READS)
    {
        if (!group.address.IsMulticast())
        {
            Reject(archive, PimError::BAD_GROUP, 4);
        }
    }
}

/// Parts of the same kind, whose number stands elsewhere.
template <typename Archive, typename T, typename Transfer>
void
TransferEach(Archive& archive,
             Part<Archive, std::vector<T>> list,
             [[maybe_unused]] std::size_t count,
             Transfer transfer)
{
    if constexpr (Archive::READS)
    {
        for (; count > 0 && archive.IsOk(); --count)
        {
            transfer(archive, list.emplace_back());
        }
    }
    else
    {
        for (const auto& part : list)
        {
            transfer(archive, part);
        }
    }
}

// The values of the options of a Hello.

template <typename Archive>
void
TransferValue(Archive& archive, Part<Archive, PimHoldtime> option)
{
    archive.U16(option.seconds);
}

template <typename Archive>
void
TransferValue(Archive& archive, Part<Archive, PimLanPruneDelay> option)
{
    TransferFlagAndU15(archive, option.tracking, option.propagationDelay);
    archive.U16(option.overrideInterval);
}

template <typename Archive>
void
TransferValue(Archive& archive, Part<Archive, PimDrPriority> option)
{
    archive.U32(option.priority);
}

template <typename Archive>
void
TransferValue(Archive& archive, Part<Archive, PimGenerationId> option)
{
    archive.U32(option.id);
}

template <typename Archive>
void
TransferValue(Archive& archive, Part<Archive, PimStateRefreshCapable> option)
{
    archive.U8(option.version);
    archive.U8(option.interval);
    archive.Skip(2); // reserved
}

template <typename Archive>
void
TransferValue(Archive& archive, Part<Archive, PimInterfaceId> option)
{
    archive.U32(option.routerId);
    archive.U32(option.interfaceId);
}

template <typename Archive>
void
TransferValue(Archive& archive, Part<Archive, PimUnknownOption> option)
{
    archive.List(option.octets, static_cast<uint16_t>(option.octets.size()));
}

/// The neighbor's addresses; ReadAddressList() reads them.
template <typename Archive>
void
TransferValue(Archive& archive, const PimAddressList& option)
{
    for (const auto& address : option.addresses)
    {
        TransferUnicast(archive, address);
    }
}

uint16_t
GetOptionType(const PimHelloOption& option)
{
    constexpr std::array<uint16_t, std::variant_size_v<PimHelloOption> - 1> TYPES{
        HOLDTIME,
        LAN_PRUNE_DELAY,
        DR_PRIORITY,
        GENERATION_ID,
        STATE_REFRESH_CAPABLE,
        ADDRESS_LIST,
        INTERFACE_ID};
    const auto* unknown = std::get_if<PimUnknownOption>(&option);
    return unknown ? unknown->type : TYPES.at(option.index());
}

template <typename Archive>
void
WriteOption(Archive& archive, const PimHelloOption& option)
{
    WireSizer sizer;
    std::visit([&sizer](const auto& value) { TransferValue(sizer, value); }, option);
    archive.U16(GetOptionType(option));
    archive.U16(static_cast<uint16_t>(sizer.GetSize()));
    std::visit([&archive](const auto& value) { TransferValue(archive, value); }, option);
}

template <typename Option>
void
ReadKnownOption(WireReader& reader, uint16_t length, PimHello& hello)
{
    Option option;
    WireSizer sizer;
    TransferValue(sizer, option);
    if (length != sizer.GetSize())
    {
        Reject(reader, PimError::BAD_OPTION, 2);
        return;
    }
    TransferValue(reader, option);
    hello.options.emplace_back(option);
}

PimUnknownOption
ReadUnknownOption(WireReader& reader, uint16_t type, uint16_t length)
{
    PimUnknownOption option{type, {}};
    reader.List(option.octets, length);
    return option;
}

/// The neighbor's addresses; those of another family than the message's are to be ignored.
PimHelloOption
ReadAddressList(WireReader& reader, uint16_t length)
{
    constexpr std::size_t SIZE = 6; // of an Encoded-Unicast
    auto raw = ReadUnknownOption(reader, ADDRESS_LIST, length);
    PimAddressList option;
    for (std::size_t i = 0; i + SIZE <= raw.octets.size(); i += SIZE)
    {
        if (raw.octets[i] == IPV4 && raw.octets[i + 1] == NATIVE)
        {
            option.addresses.push_back(Ipv4Address::Deserialize(&raw.octets[i + 2]));
        }
    }
    const bool isUnderstood = option.addresses.size() * SIZE == raw.octets.size();
    return isUnderstood ? PimHelloOption(option) : PimHelloOption(std::move(raw));
}

void
ReadOption(WireReader& reader, PimHello& hello)
{
    uint16_t type = 0;
    uint16_t length = 0;
    reader.U16(type);
    reader.U16(length);
    switch (type)
    {
    case HOLDTIME:
        return ReadKnownOption<PimHoldtime>(reader, length, hello);
    case LAN_PRUNE_DELAY:
        return ReadKnownOption<PimLanPruneDelay>(reader, length, hello);
    case DR_PRIORITY:
        return ReadKnownOption<PimDrPriority>(reader, length, hello);
    case GENERATION_ID:
        return ReadKnownOption<PimGenerationId>(reader, length, hello);
    case STATE_REFRESH_CAPABLE:
        return ReadKnownOption<PimStateRefreshCapable>(reader, length, hello);
    case INTERFACE_ID:
        return ReadKnownOption<PimInterfaceId>(reader, length, hello);
    case ADDRESS_LIST:
        hello.options.push_back(ReadAddressList(reader, length));
        break;
    default:
        hello.options.emplace_back(ReadUnknownOption(reader, type, length));
        break;
    }
}

// Messages, behind the octet of version and type.

/// The rest of the header of a message that has no flags there.
template <typename Archive>
void
TransferPlainHeader(Archive& archive)
{
    archive.Skip(1); // flags
    archive.Skip(2); // checksum
}

template <typename Archive>
void
TransferMessage(Archive& archive, Part<Archive, PimHello> hello)
{
    TransferPlainHeader(archive);
    if constexpr (Archive::READS)
    {
        while (archive.HasMore())
        {
            ReadOption(archive, hello);
        }
    }
    else
    {
        for (const auto& option : hello.options)
        {
            WriteOption(archive, option);
        }
    }
}

template <typename Archive>
void
TransferMessage(Archive& archive, Part<Archive, PimRegister> message)
{
    TransferPlainHeader(archive);
    TransferFlags(archive, NamedFlag{NULL_REGISTER, message.isNull});
    archive.Skip(3); // reserved
}

template <typename Archive>
void
TransferMessage(Archive& archive, Part<Archive, PimRegisterStop> message)
{
    TransferPlainHeader(archive);
    TransferGroup(archive, message.group, FULL_MASK);
    TransferUnicast(archive, message.source);
}

template <typename Archive>
void
TransferSource(Archive& archive, Part<Archive, PimSource> source)
{
    uint8_t maskLength = FULL_MASK;
    TransferFamily(archive);
    TransferFlags(archive,
                  NamedFlag{SPARSE, source.isSparse},
                  NamedFlag{WILDCARD, source.isWildcard},
                  NamedFlag{RPT, source.isRpt});
    TransferMask(archive, maskLength, FULL_MASK);
    archive.Address(source.address);
}

template <typename Archive>
void
TransferGroupSet(Archive& archive, Part<Archive, PimGroupSet> set)
{
    auto joined = static_cast<uint16_t>(set.joined.size());
    auto pruned = static_cast<uint16_t>(set.pruned.size());
    const auto transfer = [](auto& a, auto& source) { TransferSource(a, source); };
    TransferGroup(archive, set.group, FULL_MASK);
    archive.U16(joined);
    archive.U16(pruned);
    TransferEach<Archive, PimSource>(archive, set.joined, joined, transfer);
    TransferEach<Archive, PimSource>(archive, set.pruned, pruned, transfer);
}

template <typename Archive>
void
TransferMessage(Archive& archive, Part<Archive, PimJoinPrune> message)
{
    auto groups = static_cast<uint8_t>(message.groups.size());
    const auto transfer = [](auto& a, auto& set) { TransferGroupSet(a, set); };
    TransferPlainHeader(archive);
    TransferUnicast(archive, message.upstreamNeighbor);
    archive.Skip(1); // reserved
    archive.U8(groups);
    archive.U16(message.holdtime);
    TransferEach<Archive, PimGroupSet>(archive, message.groups, groups, transfer);
}

template <typename Archive>
void
TransferRp(Archive& archive, Part<Archive, PimRp> rp)
{
    TransferUnicast(archive, rp.address);
    archive.U16(rp.holdtime);
    archive.U8(rp.priority);
    archive.Skip(1); // reserved
}

template <typename Archive>
void
TransferRpSet(Archive& archive, Part<Archive, PimRpSet> set)
{
    auto here = static_cast<uint8_t>(set.rps.size());
    const auto transfer = [](auto& a, auto& rp) { TransferRp(a, rp); };
    TransferGroup(archive, set.group, MULTICAST_MASK);
    archive.U8(set.count);
    archive.U8(here);
    archive.Skip(2); // reserved
    TransferEach<Archive, PimRp>(archive, set.rps, here, transfer);
}

/// The mask for the hash, which is used to shift by.
template <typename Archive>
void
TransferHashMask(Archive& archive, Part<Archive, uint8_t> length)
{
    archive.U8(length);
    if constexpr (Archive::READS)
    {
        if (length > FULL_MASK)
        {
            Reject(archive, PimError::BAD_MASK, 1);
        }
    }
}

template <typename Archive>
void
TransferMessage(Archive& archive, Part<Archive, PimBootstrap> message)
{
    TransferFlags(archive, NamedFlag{NO_FORWARD, message.isNoForward});
    archive.Skip(2); // checksum
    archive.U16(message.fragmentTag);
    TransferHashMask(archive, message.hashMaskLength);
    archive.U8(message.priority);
    TransferUnicast(archive, message.bsr);
    if constexpr (Archive::READS)
    {
        while (archive.HasMore())
        {
            TransferRpSet(archive, message.ranges.emplace_back());
        }
    }
    else
    {
        for (const auto& range : message.ranges)
        {
            TransferRpSet(archive, range);
        }
    }
}

template <typename Archive>
void
TransferMessage(Archive& archive, Part<Archive, PimAssert> message)
{
    TransferPlainHeader(archive);
    TransferGroup(archive, message.group, FULL_MASK);
    TransferUnicast(archive, message.source);
    TransferFlagAndU31(archive, message.isRpt, message.preference);
    archive.U32(message.metric);
}

template <typename Archive>
void
TransferMessage(Archive& archive, Part<Archive, PimCandidateRp> message)
{
    auto groups = static_cast<uint8_t>(message.groups.size());
    const auto transfer = [](auto& a, auto& group) { TransferGroup(a, group, MULTICAST_MASK); };
    TransferPlainHeader(archive);
    archive.U8(groups);
    archive.U8(message.priority);
    archive.U16(message.holdtime);
    TransferUnicast(archive, message.rp);
    TransferEach<Archive, PimGroup>(archive, message.groups, groups, transfer);
}

template <typename Archive>
void
TransferMessage(Archive& archive, Part<Archive, PimStateRefresh> message)
{
    bool isRpt = false; // always 0
    TransferPlainHeader(archive);
    TransferGroup(archive, message.group, FULL_MASK);
    TransferUnicast(archive, message.source);
    TransferUnicast(archive, message.originator);
    TransferFlagAndU31(archive, isRpt, message.preference);
    archive.U32(message.metric);
    TransferMask(archive, message.maskLength, 0);
    archive.U8(message.ttl);
    TransferFlags(archive,
                  NamedFlag{PRUNE_INDICATOR, message.pruneIndicator},
                  NamedFlag{PRUNE_NOW, message.pruneNow},
                  NamedFlag{ASSERT_OVERRIDE, message.assertOverride});
    archive.U8(message.interval);
}

template <typename Archive>
void
WriteMessage(Archive& archive, const PimMessage& message)
{
    archive.U8(static_cast<uint8_t>(VERSION << 4 | static_cast<uint8_t>(GetType(message))));
    std::visit([&archive](const auto& m) { TransferMessage(archive, m); }, message);
}

template <typename Message>
PimDecodeResult
ReadMessage(WireReader& reader, Message message = {})
{
    TransferMessage(reader, message);
    if (const auto rejection = reader.GetRejection())
    {
        return PimDecodeError{static_cast<PimError>(*rejection), reader.GetOffset()};
    }
    if (!reader.IsOk())
    {
        return PimDecodeError{PimError::TRUNCATED, reader.GetOffset()};
    }
    return message;
}

PimDecodeResult
ReadType(WireReader& reader, PimType type)
{
    switch (type)
    {
    case PimType::HELLO:
        return ReadMessage<PimHello>(reader);
    case PimType::REGISTER:
        return ReadMessage<PimRegister>(reader);
    case PimType::REGISTER_STOP:
        return ReadMessage<PimRegisterStop>(reader);
    case PimType::JOIN_PRUNE:
    case PimType::GRAFT:
    case PimType::GRAFT_ACK:
        return ReadMessage(reader, PimJoinPrune{type, {}, 0, {}});
    case PimType::BOOTSTRAP:
        return ReadMessage<PimBootstrap>(reader);
    case PimType::ASSERT:
        return ReadMessage<PimAssert>(reader);
    case PimType::CANDIDATE_RP:
        return ReadMessage<PimCandidateRp>(reader);
    case PimType::STATE_REFRESH:
        return ReadMessage<PimStateRefresh>(reader);
    case PimType::COUNT:
        break;
    }
    return PimDecodeError{PimError::UNKNOWN_TYPE, 0};
}

bool
IsSumGood(Buffer::Iterator start, uint32_t octets)
{
    return start.CalculateIpChecksum(static_cast<uint16_t>(octets)) == 0;
}

/// That of a Register covers 8 octets; some routers have it cover the packet, too (RFC 7761 section
/// 4.9.3).
bool
IsChecksumGood(Buffer::Iterator start, PimType type, uint32_t size)
{
    const bool isRegister = type == PimType::REGISTER && size >= REGISTER_SIZE;
    return IsSumGood(start, size) || (isRegister && IsSumGood(start, REGISTER_SIZE));
}

} // namespace

std::string_view
ToString(PimError error)
{
    constexpr EnumNames<PimError> NAMES{drops::TOO_SHORT,
                                        drops::BAD_CHECKSUM,
                                        drops::BAD_VERSION,
                                        drops::UNKNOWN_TYPE,
                                        drops::TRUNCATED,
                                        drops::BAD_ADDRESS,
                                        drops::BAD_GROUP,
                                        drops::BAD_OPTION,
                                        drops::BAD_HASH_MASK};
    return NAMES[error];
}

uint32_t
GetEncodedSize(const PimMessage& message)
{
    WireSizer sizer;
    WriteMessage(sizer, message);
    return sizer.GetSize();
}

void
EncodePim(const PimMessage& message, Buffer::Iterator start)
{
    WireWriter writer(start);
    WriteMessage(writer, message);
    WriteChecksum(start, CHECKSUM_OFFSET, GetEncodedSize(message));
}

uint32_t
GetTakenSize(const PimMessage& message, uint32_t size)
{
    return std::holds_alternative<PimRegister>(message) ? REGISTER_SIZE : size;
}

PimDecodeResult
DecodePim(Buffer::Iterator start)
{
    const auto size = start.GetRemainingSize();
    if (size < HEADER_SIZE)
    {
        return PimDecodeError{PimError::TOO_SHORT, size};
    }
    WireReader reader(start);
    uint8_t octet = 0;
    reader.U8(octet);
    const auto type = static_cast<PimType>(octet & 0x0F);
    if (!IsChecksumGood(start, type, size))
    {
        return PimDecodeError{PimError::BAD_CHECKSUM, CHECKSUM_OFFSET};
    }
    if (octet >> 4 != VERSION)
    {
        return PimDecodeError{PimError::BAD_VERSION, 0};
    }
    return ReadType(reader, type);
}

} // namespace mgm
} // namespace ns3
