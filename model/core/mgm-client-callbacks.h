/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#ifndef MGM_CLIENT_CALLBACKS_H
#define MGM_CLIENT_CALLBACKS_H

#include "mgm-interface-id.h"
#include "mgm-source-group.h"

#include "ns3/callback.h"
#include "ns3/ipv4-header.h"
#include "ns3/ipv4-route.h"
#include "ns3/nstime.h"

#include <vector>

namespace ns3
{
namespace mgm
{

/**
 * @ingroup mgm
 * @brief MGM_IF_ENTRY: one outgoing interface of a new forwarding entry, as CREATION_ALERT shows
 * it.
 */
struct InterfaceEntry
{
    InterfaceId interface; ///< The interface; it belongs to the client that is called.
    bool igmp{false};      ///< bIGMP: IGMP is enabled there, with or without members (MFE-6).
    bool enabled{true};    ///< bIsEnabled, in/out: false keeps the interface out of the entry.
};

/**
 * @ingroup mgm
 * @brief What the RPF callback is asked and may change (mgm-spec section 4).
 */
struct RpfQuery
{
    SourceGroupEntry entry; ///< Source and group of the new forwarding entry.
    Ipv4Header header;      ///< IP header of the packet that made it necessary.
    InterfaceId incoming;   ///< In/out: incoming interface and next hop towards the source.
    Ipv4Address upstreamNeighbor{ANY_ADDRESS}; ///< In/out: where packets are to come from.
    Ptr<Ipv4Route> route;                      ///< In/out: the route towards the source.
};

/**
 * @ingroup mgm
 * @brief ROUTING_PROTOCOL_CONFIG: the nine callbacks of a client, in the documented order.
 *
 * A client may leave any of them null; it is then not called (mgm-spec section 4).
 */
struct ClientCallbacks
{
    /// RPF: a new forwarding entry is about to be made (MFE-1).
    Callback<void, RpfQuery&> rpf;
    /// CREATION_ALERT: the entry, its incoming interface, and the client's interfaces in it
    /// (MFE-1).
    Callback<void, const SourceGroupEntry&, const InterfaceId&, std::vector<InterfaceEntry>&>
        creationAlert;
    /// PRUNE_ALERT: the entry, the interface, bMemberDelete, and in/out the time the forwarding
    /// entry stays cached (ALR-2, ALR-3, MFE-4).
    Callback<void, const SourceGroupEntry&, const InterfaceId&, bool, Time&> pruneAlert;
    /// JOIN_ALERT: the entry and bMemberUpdate (ALR-1, ALR-3, MFE-4).
    Callback<void, const SourceGroupEntry&, bool> joinAlert;
    /// WRONG_IF: source and group, arrival interface, packet header (MFE-3).
    Callback<void, const SourceGroup&, const InterfaceId&, const Ipv4Header&> wrongIf;
    /// LOCAL_JOIN, to the owner of an interface: IGMP has added the entry there (MBR-4).
    Callback<void, const SourceGroupEntry&, const InterfaceId&> localJoin;
    /// LOCAL_LEAVE, to the owner of an interface: IGMP has deleted the entry there (MBR-4).
    Callback<void, const SourceGroupEntry&, const InterfaceId&> localLeave;
    /// DISABLE_IGMP, to IGMP: a change of owner of the interface begins (OWN-3).
    Callback<void, const InterfaceId&> disableIgmp;
    /// ENABLE_IGMP, to IGMP: the change is complete (OWN-3).
    Callback<void, const InterfaceId&> enableIgmp;
};

} // namespace mgm
} // namespace ns3

#endif // MGM_CLIENT_CALLBACKS_H
