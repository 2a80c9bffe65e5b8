/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#ifndef MGM_PIM_MESSAGE_H
#define MGM_PIM_MESSAGE_H

#include "ns3/ipv4-address.h"

#include <cstdint>
#include <ostream>
#include <string_view>
#include <variant>
#include <vector>

namespace ns3
{
namespace mgm
{

/// IP protocol number of PIM (RFC 7761 section 4.9).
inline constexpr uint8_t PIM_PROTOCOL_NUMBER = 103;

/// ALL-PIM-ROUTERS: where messages on a link go (RFC 7761 section 4.9).
inline const Ipv4Address PIM_ALL_ROUTERS{0xE000000D};

/// A Holdtime that never ends (RFC 7761 sections 4.9.2 and 4.9.5) [s].
inline constexpr uint16_t PIM_HOLDTIME_FOREVER = 0xFFFF;

/// The metric preference of an AssertCancel (RFC 7761 section 4.6.3).
inline constexpr uint32_t PIM_INFINITE_PREFERENCE = 0x7FFFFFFF;

/// The metric of an AssertCancel (RFC 7761 section 4.6.3).
inline constexpr uint32_t PIM_INFINITE_METRIC = 0xFFFFFFFF;

/// @ingroup mgm
/// @brief Message types (RFC 7761 section 4.9, RFC 3973 section 4.7.2).
enum class PimType : uint8_t
{
    HELLO = 0,         ///< Hello.
    REGISTER = 1,      ///< Register.
    REGISTER_STOP = 2, ///< Register-Stop.
    JOIN_PRUNE = 3,    ///< Join/Prune.
    BOOTSTRAP = 4,     ///< Bootstrap.
    ASSERT = 5,        ///< Assert.
    GRAFT = 6,         ///< Graft.
    GRAFT_ACK = 7,     ///< Graft-Ack.
    CANDIDATE_RP = 8,  ///< Candidate-RP-Advertisement.
    STATE_REFRESH = 9, ///< State Refresh.
    COUNT,             ///< Number of types.
};

/**
 * @name Options of a Hello (RFC 7761 section 4.9.2, RFC 3973 section 4.7.5, RFC 6395)
 * @{
 */

/// @ingroup mgm
/// @brief Option 1: how long the neighbor is to be believed to live.
struct PimHoldtime
{
    uint16_t seconds{105}; ///< [s]; 0: it goes now; PIM_HOLDTIME_FOREVER: for ever.
};

/// @ingroup mgm
/// @brief Option 2: delays on the link.
struct PimLanPruneDelay
{
    bool tracking{false};            ///< T: it is able not to suppress Joins.
    uint16_t propagationDelay{500};  ///< Propagation_Delay [ms], 15 bits.
    uint16_t overrideInterval{2500}; ///< Override_Interval [ms].
};

/// @ingroup mgm
/// @brief Option 19: the higher one becomes the designated router.
struct PimDrPriority
{
    uint32_t priority{1}; ///< The priority.
};

/// @ingroup mgm
/// @brief Option 20: another number says that the neighbor has started anew.
struct PimGenerationId
{
    uint32_t id{0}; ///< The number.
};

/// @ingroup mgm
/// @brief Option 21: the neighbor knows State Refresh (RFC 3973 section 4.7.5.4).
struct PimStateRefreshCapable
{
    uint8_t version{1};   ///< Version of State Refresh.
    uint8_t interval{60}; ///< State Refresh Interval [s].
};

/// @ingroup mgm
/// @brief Option 24: the neighbor's other addresses on the link.
struct PimAddressList
{
    std::vector<Ipv4Address> addresses; ///< The addresses, of IPv4.
};

/// @ingroup mgm
/// @brief Option 31: the name of the interface (RFC 6395).
struct PimInterfaceId
{
    uint32_t routerId{0};    ///< Router Identifier; 0: none.
    uint32_t interfaceId{0}; ///< Local Interface Identifier.
};

/// @ingroup mgm
/// @brief An option to be ignored.
struct PimUnknownOption
{
    uint16_t type{0};            ///< Its type.
    std::vector<uint8_t> octets; ///< Its value.
};

/** @} */

/// @ingroup mgm
/// @brief Any option of a Hello.
using PimHelloOption = std::variant<PimHoldtime,
                                    PimLanPruneDelay,
                                    PimDrPriority,
                                    PimGenerationId,
                                    PimStateRefreshCapable,
                                    PimAddressList,
                                    PimInterfaceId,
                                    PimUnknownOption>;

/**
 * @ingroup mgm
 * @brief A Hello (RFC 7761 section 4.9.2).
 */
struct PimHello
{
    std::vector<PimHelloOption> options; ///< Its options, in the order of the message.

    /// @tparam Option type of an option
    /// @return the last option of that type; null if there is none
    template <typename Option>
    const Option* Find() const
    {
        const Option* found = nullptr;
        for (const auto& option : options)
        {
            if (const auto* candidate = std::get_if<Option>(&option))
            {
                found = candidate;
            }
        }
        return found;
    }
};

/**
 * @ingroup mgm
 * @brief What stands in front of the packet in a Register (RFC 7761 section 4.9.3). The packet, or
 * in a Null-Register the header of none, follows; the checksum does not cover it.
 */
struct PimRegister
{
    bool isNull{false}; ///< N: a Null-Register.
};

/**
 * @ingroup mgm
 * @brief An Encoded-Group: a group or a range of groups (RFC 7761 section 4.9.1).
 */
struct PimGroup
{
    Ipv4Address address{Ipv4Address::GetZero()}; ///< The group, or the first one.
    uint8_t maskLength{32};                      ///< 32 for one group.
    bool isBidirectional{false};                 ///< B: served by bidirectional PIM.
    bool isScopeZone{false};                     ///< Z: a zone of admin scope (RFC 5059).
};

/**
 * @ingroup mgm
 * @brief An Encoded-Source of a Join/Prune, a Graft or a Graft-Ack (RFC 7761 section 4.9.1).
 */
struct PimSource
{
    Ipv4Address address{Ipv4Address::GetZero()}; ///< The source; of a wildcard, the RP.
    bool isSparse{true};                         ///< S: set by sparse mode.
    bool isWildcard{false};                      ///< W: (*,g).
    bool isRpt{false};                           ///< R: on the tree of the RP.
};

/// @ingroup mgm
/// @brief The sources of one group that are joined and pruned (RFC 7761 section 4.9.5.1).
struct PimGroupSet
{
    PimGroup group;                ///< The group.
    std::vector<PimSource> joined; ///< Joined sources.
    std::vector<PimSource> pruned; ///< Pruned sources.
};

/**
 * @ingroup mgm
 * @brief A Join/Prune, and what looks the same: a Graft or a Graft-Ack (RFC 7761 section 4.9.5, RFC
 * 3973 sections 4.7.7 to 4.7.9).
 */
struct PimJoinPrune
{
    PimType type{PimType::JOIN_PRUNE};                    ///< JOIN_PRUNE, GRAFT or GRAFT_ACK.
    Ipv4Address upstreamNeighbor{Ipv4Address::GetZero()}; ///< To whom it is.
    uint16_t holdtime{210};                               ///< How long it holds [s].
    std::vector<PimGroupSet> groups;                      ///< At most 255 groups.
};

/// @ingroup mgm
/// @brief A Register-Stop (RFC 7761 section 4.9.4).
struct PimRegisterStop
{
    PimGroup group;                             ///< The group.
    Ipv4Address source{Ipv4Address::GetZero()}; ///< The source; 0.0.0.0: each of the group.
};

/// @ingroup mgm
/// @brief An Assert (RFC 7761 section 4.9.6).
struct PimAssert
{
    PimGroup group;                             ///< The group.
    Ipv4Address source{Ipv4Address::GetZero()}; ///< The source; may be 0.0.0.0 if isRpt.
    bool isRpt{false};                          ///< R: about (*,g).
    uint32_t preference{0};                     ///< Metric preference, 31 bits.
    uint32_t metric{0};                         ///< Metric.
};

/// @ingroup mgm
/// @brief A State Refresh (RFC 3973 section 4.7.10).
struct PimStateRefresh
{
    PimGroup group;                                 ///< The group.
    Ipv4Address source{Ipv4Address::GetZero()};     ///< The source.
    Ipv4Address originator{Ipv4Address::GetZero()}; ///< Who began it.
    uint32_t preference{0};                         ///< Metric preference, 31 bits.
    uint32_t metric{0};                             ///< Metric.
    uint8_t maskLength{0};                          ///< Of the route to the source.
    uint8_t ttl{0};                                 ///< How many routers may still send it on.
    bool pruneIndicator{false};                     ///< P: it was sent on a pruned interface.
    bool pruneNow{false};                           ///< N: as originators set it; ignored.
    bool assertOverride{false};                     ///< O: no assert timer runs; ignored.
    uint8_t interval{60};                           ///< State Refresh Interval [s].
};

/// @ingroup mgm
/// @brief A rendezvous point of a range, in a Bootstrap (RFC 5059 section 4.1).
struct PimRp
{
    Ipv4Address address{Ipv4Address::GetZero()}; ///< Its address.
    uint16_t holdtime{150};                      ///< How long it is one [s]; 0: no more.
    uint8_t priority{192};                       ///< The lower one is better.
};

/// @ingroup mgm
/// @brief A range of groups and its rendezvous points, in a Bootstrap (RFC 5059 section 4.1).
struct PimRpSet
{
    PimGroup group;         ///< The range.
    uint8_t count{0};       ///< How many there are in all fragments.
    std::vector<PimRp> rps; ///< Those of this fragment, at most 255.
};

/// @ingroup mgm
/// @brief A Bootstrap (RFC 5059 section 4.1).
struct PimBootstrap
{
    bool isNoForward{false};                 ///< N: not to be sent on.
    uint16_t fragmentTag{0};                 ///< The same in all fragments.
    uint8_t hashMaskLength{30};              ///< For the hash; at most 32.
    uint8_t priority{64};                    ///< Of the BSR; the higher one is better.
    Ipv4Address bsr{Ipv4Address::GetZero()}; ///< Address of the BSR.
    std::vector<PimRpSet> ranges;            ///< What it says.
};

/// @ingroup mgm
/// @brief A Candidate-RP-Advertisement (RFC 5059 section 4.2).
struct PimCandidateRp
{
    uint8_t priority{192};                  ///< The lower one is better.
    uint16_t holdtime{150};                 ///< How long it holds [s]; 0: no more.
    Ipv4Address rp{Ipv4Address::GetZero()}; ///< Address of the candidate.
    std::vector<PimGroup> groups;           ///< At most 255 ranges; none is to be read as all.
};

/// @ingroup mgm
/// @brief Any PIM message.
using PimMessage = std::variant<PimHello,
                                PimRegister,
                                PimRegisterStop,
                                PimJoinPrune,
                                PimBootstrap,
                                PimAssert,
                                PimCandidateRp,
                                PimStateRefresh>;

/// @param message a message
/// @return its type on the wire
PimType GetType(const PimMessage& message);

/// @param type a type
/// @return its name, for example "PIM Hello"
std::string_view ToString(PimType type);

/// @param message a message
/// @return the name of its type
std::string_view GetName(const PimMessage& message);

/// @param message a message
/// @return what it says in particular, as traces call it, for example "prune"; may be empty
std::string_view GetSaying(const PimMessage& message);

/**
 * @brief Writes a summary, for example "to 10.0.1.1 210s 239.1.1.1 join *(10.255.0.1)".
 * @param os the stream
 * @param message the message
 * @return the stream
 */
std::ostream& operator<<(std::ostream& os, const PimMessage& message);

} // namespace mgm
} // namespace ns3

#endif // MGM_PIM_MESSAGE_H
