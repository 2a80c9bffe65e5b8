/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#ifndef MGM_PIM_LINK_H
#define MGM_PIM_LINK_H

#include "mgm-pim-neighbor.h"

#include "ns3/mgm-transition-table.h"
#include "ns3/nstime.h"

#include <optional>
#include <string_view>

namespace ns3
{
namespace mgm
{

/// @ingroup mgm
/// @brief What is news of a neighbor.
enum class PimNeighborNews : uint8_t
{
    UP,          ///< It is new.
    RESTARTED,   ///< It has started anew: its generation id is another one.
    TOLD,        ///< It has said Hello again.
    READDRESSED, ///< It has said Hello again, and has other secondary addresses.
    DOWN,        ///< It has taken its leave, or was silent for too long.
};

/**
 * @ingroup mgm
 * @brief What the state machines of an interface ask of it.
 */
class PimLink
{
  public:
    virtual ~PimLink() = default;

    /// @return Hello_Period
    virtual Time GetHelloPeriod() const = 0;

    /// @return a delay drawn from 0 to Triggered_Hello_Delay
    virtual Time DrawHelloDelay() = 0;

    /// @brief Sends a Hello.
    virtual void SendHello() = 0;

    /// @brief Sends a Hello with a holdtime of 0.
    virtual void SendGoodbye() = 0;

    /**
     * @brief Hears what is new about a neighbor, which the table of neighbors has noted already.
     * @param news what
     * @param neighbor the neighbor; the interface may forget it meanwhile
     */
    virtual void HandleNews(PimNeighborNews news, const PimNeighbor& neighbor) = 0;

    /**
     * @brief Hears that a secondary address is another neighbor's from now on.
     * @param address the address
     * @param former whose it was
     * @param present whose it is
     */
    virtual void HandleConflict(Ipv4Address address, Ipv4Address former, Ipv4Address present) = 0;

    /**
     * @brief Makes the subject of a machine's trace records.
     * @param machine name of the machine
     * @param neighbor the neighbor it belongs to, if any
     * @return the subject
     */
    virtual MachineSubject GetSubject(std::string_view machine,
                                      std::optional<Ipv4Address> neighbor) const = 0;
};

} // namespace mgm
} // namespace ns3

#endif // MGM_PIM_LINK_H
