/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#ifndef MGM_MFE_ENTRY_H
#define MGM_MFE_ENTRY_H

#include "mgm-mfe-fsm.h"

#include "ns3/mgm-client-id.h"
#include "ns3/mgm-interface-id.h"
#include "ns3/mgm-multicast-rib.h"
#include "ns3/nstime.h"

#include <memory>
#include <vector>

namespace ns3
{
namespace mgm
{

struct MfeMaking;

/**
 * @ingroup mgm
 * @brief An interface that a forwarding entry knows of, and why (I6).
 */
struct MfeInterface
{
    InterfaceId interface; ///< The interface.
    bool wanted{false};    ///< A membership that counts matches there.
    bool forced{false};    ///< Its owner has put it into the list (MGM_FORWARD_STATE_FLAG).
    bool disabled{false};  ///< Its owner has taken it out of the list, or has kept it out.

    /// @return whether the entry has no reason to know of it
    bool IsIdle() const
    {
        return !wanted && !forced && !disabled;
    }
};

/**
 * @ingroup mgm
 * @brief What the client with the incoming interface has been led to believe (MFE-4, MFE-7).
 */
struct MfeBelief
{
    ClientHandle client;      ///< The client; null before the entry is made.
    bool isJoined{true};      ///< Whether it takes the outgoing list for non-empty.
    InterfaceId incoming;     ///< The interface it has.
    bool hasMoved{false};     ///< The route has moved, and the client has not been told yet.
    bool servesOthers{false}; ///< While it has moved: the list had interfaces of others.
};

/**
 * @ingroup mgm
 * @brief What the manager keeps of a forwarding entry.
 */
struct MfeEntry
{
    StateMachine<mfe::TABLE> machine;          ///< Its life.
    MulticastRib::Route route;                 ///< The route towards the source it was made with.
    bool hasRoute{false};                      ///< Whether the route has been looked up.
    InterfaceId incoming;                      ///< Incoming interface.
    Ipv4Address upstreamNeighbor{ANY_ADDRESS}; ///< Where packets come from.
    bool isNeighborSet{false};                 ///< Whether a client has set that.
    std::vector<MfeInterface> interfaces;      ///< What it knows of interfaces, in ascending order.
    MfeBelief belief;                          ///< What was last alerted.
    Time made;                                 ///< When it was installed.
    Time timeout;                              ///< Time that it was given when that was last set.
    Time deadline;                             ///< When it expires unless packets put that off.
    Time queuedAt{Time::Max()};                ///< When its expiry is looked at next.
    uint64_t age{0};                           ///< Expired entries: how many had expired before.
    std::shared_ptr<MfeMaking> making;         ///< While it is being made: how far that has come.
    /// When WRONG_IF was last called for each arrival interface (MFE-3).
    std::vector<std::pair<InterfaceId, Time>> wrongIfAlerts;

    /// @return the state
    mfe::State GetState() const
    {
        return machine.Get();
    }

    /// @brief Takes incoming interface and upstream neighbor from a route.
    /// @param found the route towards the source
    void FollowRoute(const MulticastRib::Route& found);

    /// @param interface an interface
    /// @return whether packets come in there, or it is the reverse path although RPF has moved the
    /// incoming interface elsewhere (OWN-5)
    bool ComesFrom(const InterfaceId& interface) const
    {
        return hasRoute && (incoming == interface || route.interface == interface);
    }

    /**
     * @param interface an interface
     * @return what the entry knows of it; null if nothing
     */
    MfeInterface* Find(const InterfaceId& interface);

    /**
     * @brief Finds what the entry knows of an interface, or begins to know of it.
     * @param interface the interface
     * @return what it knows
     */
    MfeInterface& FindOrInsert(const InterfaceId& interface);

    /// @brief Forgets the interfaces that it has no reason to know of.
    void EraseIdle();

    /**
     * @param known an interface of the entry
     * @return whether packets are sent on it (I6)
     */
    bool IsForwarding(const MfeInterface& known) const
    {
        return (known.wanted || known.forced) && !known.disabled && known.interface != incoming;
    }

    /**
     * @param interface an interface
     * @return whether packets are sent on it
     */
    bool IsForwarding(const InterfaceId& interface);

    /// @return whether packets are sent on any interface
    bool HasOutgoing() const;

    /// @return the interfaces on which packets are sent, in ascending order
    std::vector<InterfaceId> GetOutgoing() const;
};

} // namespace mgm
} // namespace ns3

#endif // MGM_MFE_ENTRY_H
