/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#ifndef MGM_IGMP_FRAME_H
#define MGM_IGMP_FRAME_H

#include <cstdint>
#include <optional>
#include <vector>

namespace ns3
{
namespace mgm
{

/**
 * @name IGMP on the wire, written and read for tests only
 *
 * It shares nothing with the model's codec, so that one can judge the other.
 * @{
 */

/// IP destinations (RFC 3376 section 4).
constexpr uint32_t ALL_SYSTEMS = 0xE0000001;
constexpr uint32_t ALL_ROUTERS = 0xE0000002;
constexpr uint32_t ALL_V3_ROUTERS = 0xE0000016;

/// Octets of a packet or a part of it.
using IgmpOctets = std::vector<uint8_t>;

/// @ingroup tests
/// @brief An IPv4 packet of protocol 2.
struct IgmpFrame
{
    uint32_t source{0};      ///< IP source
    uint32_t destination{0}; ///< IP destination
    bool routerAlert{true};  ///< whether the header has the Router Alert option
    IgmpOctets payload;      ///< the IP payload
    uint8_t ttl{1};          ///< time to live
    uint8_t tos{0xC0};       ///< type of service
};

/// @ingroup tests
/// @brief A group record of a report (RFC 3376 section 4.2.4).
struct IgmpFrameRecord
{
    uint8_t type{0};               ///< record type
    uint32_t group{0};             ///< multicast address
    std::vector<uint32_t> sources; ///< source addresses
};

/// @ingroup tests
/// @brief The fields of any IGMP message (RFC 3376 section 4).
struct IgmpFields
{
    uint8_t type{0};                      ///< message type
    uint8_t code{0};                      ///< Max Resp Code
    uint32_t group{0};                    ///< group of all but IGMPv3 reports
    bool isV3Query{false};                ///< a query of 12 octets or more
    bool suppress{false};                 ///< S flag
    uint8_t robustness{0};                ///< QRV
    uint8_t intervalCode{0};              ///< QQIC
    std::vector<uint32_t> sources;        ///< sources of a query
    std::vector<IgmpFrameRecord> records; ///< records of a report
};

/// @param octets octets
/// @return their checksum (RFC 1071)
uint16_t GetChecksum(const IgmpOctets& octets);

/// @brief Puts the right checksum into an IGMP message. @param octets the message
void FixChecksum(IgmpOctets& octets);

/// @param frame a packet
/// @return its octets
IgmpOctets WriteFrame(const IgmpFrame& frame);

/// @param octets octets of a packet
/// @return the packet; nothing if it is no IPv4 packet of protocol 2 with right lengths and
///         header checksum
std::optional<IgmpFrame> ReadFrame(const IgmpOctets& octets);

/// @param fields a message
/// @return its octets with the right checksum
IgmpOctets WriteIgmp(const IgmpFields& fields);

/// @param octets octets of a message
/// @return the message; nothing if a length or the checksum is wrong
std::optional<IgmpFields> ReadIgmp(const IgmpOctets& octets);

/** @} */

} // namespace mgm
} // namespace ns3

#endif // MGM_IGMP_FRAME_H
