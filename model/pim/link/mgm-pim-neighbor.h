/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#ifndef MGM_PIM_NEIGHBOR_H
#define MGM_PIM_NEIGHBOR_H

#include "ns3/mgm-pim-message.h"
#include "ns3/nstime.h"

#include <optional>
#include <vector>

namespace ns3
{
namespace mgm
{

/**
 * @ingroup mgm
 * @brief Delays on a link, as the LAN Prune Delay option has them (RFC 7761 section 4.3.3).
 */
struct PimLanDelay
{
    bool tracking{false};                      ///< T: it is able not to suppress Joins.
    Time propagationDelay{MilliSeconds(500)};  ///< Propagation_Delay.
    Time overrideInterval{MilliSeconds(2500)}; ///< Override_Interval.
};

/**
 * @ingroup mgm
 * @brief A router on a link, as its Hellos tell of it (RFC 7761 sections 4.3.2 to 4.3.4): a
 * neighbor, or the router itself.
 *
 * What a Hello did not tell is nothing.
 */
struct PimNeighbor
{
    Ipv4Address address{Ipv4Address::GetZero()}; ///< Primary address.
    std::optional<Time> holdtime;                ///< Hello_Holdtime; nothing: for ever.
    std::optional<PimLanDelay> lanDelay;         ///< LAN Prune Delay.
    std::optional<uint32_t> drPriority;          ///< DR Priority.
    std::optional<uint32_t> generationId;        ///< Generation ID.
    std::optional<Time> refreshInterval;         ///< State Refresh Interval (RFC 3973).
    std::vector<Ipv4Address> secondaries;        ///< Secondary addresses.

    /// @return whether it takes its leave
    bool IsLeaving() const
    {
        return holdtime && holdtime->IsZero();
    }
};

/**
 * @brief Reads what a Hello tells of its sender.
 * @param hello the Hello
 * @param source its IP source
 * @param defaultHoldtime Default_Hello_Holdtime: for a Hello without the Holdtime option
 * @return the router; its primary address is not among the secondary ones
 */
PimNeighbor ReadHello(const PimHello& hello, Ipv4Address source, Time defaultHoldtime);

/**
 * @brief Makes a Hello that tells of a router, in whole seconds and milliseconds: a holdtime is
 * rounded up, other times down.
 * @param router the router
 * @return its Hello, with the options in the order of their types
 */
PimHello MakeHello(const PimNeighbor& router);

} // namespace mgm
} // namespace ns3

#endif // MGM_PIM_NEIGHBOR_H
