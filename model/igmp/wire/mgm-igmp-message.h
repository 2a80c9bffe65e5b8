/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#ifndef MGM_IGMP_MESSAGE_H
#define MGM_IGMP_MESSAGE_H

#include "ns3/ipv4-address.h"
#include "ns3/nstime.h"

#include <cstdint>
#include <ostream>
#include <string_view>
#include <variant>
#include <vector>

namespace ns3
{
namespace mgm
{

/**
 * @name Destinations (RFC 2236 section 9, RFC 3376 section 4)
 * @{
 */
/// All systems: general queries.
inline const Ipv4Address IGMP_ALL_SYSTEMS{0xE0000001};
/// All routers: leaves.
inline const Ipv4Address IGMP_ALL_ROUTERS{0xE0000002};
/// All IGMPv3 routers: IGMPv3 reports.
inline const Ipv4Address IGMP_ALL_V3_ROUTERS{0xE0000016};
/** @} */

/// @ingroup mgm
/// @brief Message types, the first octet (RFC 3376 section 4).
enum class IgmpType : uint8_t
{
    QUERY = 0x11,     ///< Membership Query of all versions.
    V1_REPORT = 0x12, ///< Version 1 Membership Report.
    V2_REPORT = 0x16, ///< Version 2 Membership Report.
    V2_LEAVE = 0x17,  ///< Version 2 Leave Group.
    V3_REPORT = 0x22, ///< Version 3 Membership Report.
};

/**
 * @ingroup mgm
 * @brief A message of IGMPv1 or IGMPv2: 8 octets (RFC 2236 section 2).
 */
struct IgmpV2Message
{
    IgmpType type{IgmpType::QUERY};            ///< Any but V3_REPORT.
    Time maxResponseTime{0};                   ///< Of a query; 0 says IGMPv1.
    Ipv4Address group{Ipv4Address::GetZero()}; ///< The group; 0.0.0.0 in a general query.
};

/**
 * @ingroup mgm
 * @brief A query of IGMPv3 (RFC 3376 section 4.1).
 */
struct IgmpV3Query
{
    Time maxResponseTime{0};                   ///< Upper limit of the delay of an answer.
    Ipv4Address group{Ipv4Address::GetZero()}; ///< The group; 0.0.0.0 in a general query.
    bool suppress{false};                      ///< S: routers shall not lower their timers.
    uint8_t robustness{0};                     ///< The querier's Robustness Variable; 0: above 7.
    Time queryInterval{0};                     ///< The querier's Query Interval.
    std::vector<Ipv4Address> sources;          ///< The sources that are asked for.
};

/// @ingroup mgm
/// @brief Types of group records; any other number is to be ignored (RFC 3376 section 4.2.12).
enum class IgmpRecordType : uint8_t
{
    IS_IN = 1, ///< MODE_IS_INCLUDE.
    IS_EX = 2, ///< MODE_IS_EXCLUDE.
    TO_IN = 3, ///< CHANGE_TO_INCLUDE_MODE.
    TO_EX = 4, ///< CHANGE_TO_EXCLUDE_MODE.
    ALLOW = 5, ///< ALLOW_NEW_SOURCES.
    BLOCK = 6, ///< BLOCK_OLD_SOURCES.
};

/**
 * @ingroup mgm
 * @brief What a report says about one group (RFC 3376 section 4.2.4).
 */
struct IgmpGroupRecord
{
    IgmpRecordType type{IgmpRecordType::IS_IN}; ///< May be an unknown number when received.
    Ipv4Address group{Ipv4Address::GetZero()};  ///< The group.
    std::vector<Ipv4Address> sources;           ///< The sources.

    /// @brief Describes the fields for all archives (see WireSizer).
    /// @param archive the archive
    /// @param record the record
    template <typename Archive, typename Self>
    static void Transfer(Archive& archive, Self& record);
};

/**
 * @ingroup mgm
 * @brief A report of IGMPv3 (RFC 3376 section 4.2).
 */
struct IgmpV3Report
{
    std::vector<IgmpGroupRecord> records; ///< The group records.
};

/// @ingroup mgm
/// @brief Any IGMP message.
using IgmpMessage = std::variant<IgmpV2Message, IgmpV3Query, IgmpV3Report>;

/// @param message a message
/// @return its name, for example "IGMPv3 Query"
std::string_view GetName(const IgmpMessage& message);

/// @param message a message
/// @return the group it is about; 0.0.0.0 if it is about none or about several
Ipv4Address GetGroup(const IgmpMessage& message);

/// @param type a record type
/// @return its name in RFC 3376 section 4.2.15, or "unknown"
std::string_view ToString(IgmpRecordType type);

/// @brief Writes a summary, for example "TO_EX(239.1.1.1,{})" or "general 10s".
/// @param os the stream
/// @param message the message
/// @return the stream
std::ostream& operator<<(std::ostream& os, const IgmpMessage& message);

/**
 * @name Comparison of messages
 * @{
 */
inline bool
operator==(const IgmpV2Message& a, const IgmpV2Message& b)
{
    return a.type == b.type && a.maxResponseTime == b.maxResponseTime && a.group == b.group;
}

inline bool
operator==(const IgmpV3Query& a, const IgmpV3Query& b)
{
    return a.maxResponseTime == b.maxResponseTime && a.group == b.group &&
           a.suppress == b.suppress && a.robustness == b.robustness &&
           a.queryInterval == b.queryInterval && a.sources == b.sources;
}

inline bool
operator==(const IgmpGroupRecord& a, const IgmpGroupRecord& b)
{
    return a.type == b.type && a.group == b.group && a.sources == b.sources;
}

inline bool
operator==(const IgmpV3Report& a, const IgmpV3Report& b)
{
    return a.records == b.records;
}

/** @} */

} // namespace mgm
} // namespace ns3

#endif // MGM_IGMP_MESSAGE_H
