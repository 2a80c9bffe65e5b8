/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#ifndef MGM_PIM_ORACLE_MESSAGE_H
#define MGM_PIM_ORACLE_MESSAGE_H

#include "mgm-pim-oracle-metric.h"
#include "mgm-pim-oracle-timer.h"

#include <optional>
#include <string>

namespace ns3
{
namespace mgm
{

/// @ingroup tests
/// @brief A source and a group.
struct PimOracleKey
{
    uint32_t source; ///< S
    uint32_t group;  ///< G

    /// @param other another one @return whether this one comes first
    bool operator<(const PimOracleKey& other) const
    {
        return group != other.group ? group < other.group : source < other.source;
    }

    /// @param other another one @return whether both are the same
    bool operator==(const PimOracleKey& other) const
    {
        return source == other.source && group == other.group;
    }
};

/// @ingroup tests
/// @brief Messages of PIM-DM. A Join/Prune message is taken as one JOIN or PRUNE per source.
enum class PimOracleKind : uint8_t
{
    HELLO,
    JOIN,
    PRUNE,
    GRAFT,
    GRAFT_ACK,
    ASSERT,
    STATE_REFRESH,
};

/// @ingroup tests
/// @brief The LAN Prune Delay option.
struct PimOracleLanDelay
{
    PimOracleTime propagation; ///< LAN Prune Delay
    PimOracleTime override;    ///< Override Interval

    /// @param other another one @return whether both are the same
    bool operator==(const PimOracleLanDelay& other) const
    {
        return propagation == other.propagation && override == other.override;
    }
};

/// @ingroup tests
/// @brief A message that is sent or received on an interface. Each kind uses some of the fields.
struct PimOracleMessage
{
    PimOracleTime time{0}; ///< when it is sent or received
    uint32_t interface {
        0
    };                      ///< where, from 1
    PimOracleKind kind{};   ///< what it is
    uint32_t from{0};       ///< sender, in the IP header
    uint32_t to{0};         ///< destination in the IP header; 0: ALL-PIM-ROUTERS
    PimOracleKey key{0, 0}; ///< S and G, but for HELLO
    uint32_t upstream{0};   ///< JOIN, PRUNE, GRAFT, GRAFT_ACK: Upstream Neighbor Address
    uint32_t holdtime{0};   ///< HELLO, JOIN, PRUNE, GRAFT, GRAFT_ACK: Hold Time [s]

    PimOracleMetric metric{0, 0, 0}; ///< ASSERT, STATE_REFRESH; its address is the sender

    uint32_t originator{0}; ///< STATE_REFRESH: the first-hop router
    uint32_t maskLength{0}; ///< STATE_REFRESH: of the route to S
    uint32_t ttl{0};        ///< STATE_REFRESH: the field TTL
    uint32_t interval{0};   ///< STATE_REFRESH: between two of them [s]
    bool pruned{false};     ///< STATE_REFRESH: P, the prune indicator
    bool pruneNow{false};   ///< STATE_REFRESH: N
    bool overrides{false};  ///< STATE_REFRESH: O, the assert override flag

    std::optional<uint32_t> generation;        ///< HELLO: Generation ID
    std::optional<PimOracleLanDelay> lanDelay; ///< HELLO: LAN Prune Delay
    std::optional<uint32_t> refreshInterval;   ///< HELLO: State Refresh Capable [s]
};

/// @param address an IPv4 address @return it as text
std::string PimOracleAddress(uint32_t address);

/// Writes (S,G).
std::ostream& operator<<(std::ostream& os, const PimOracleKey& key);

/// Writes a message as one line.
std::ostream& operator<<(std::ostream& os, const PimOracleMessage& message);

} // namespace mgm
} // namespace ns3

#endif // MGM_PIM_ORACLE_MESSAGE_H
