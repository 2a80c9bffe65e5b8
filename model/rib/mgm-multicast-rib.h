/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#ifndef MGM_MULTICAST_RIB_H
#define MGM_MULTICAST_RIB_H

#include "ns3/ipv4-address.h"
#include "ns3/mgm-interface-id.h"
#include "ns3/mgm-source-group.h"
#include "ns3/object.h"
#include "ns3/traced-callback.h"

#include <cstdint>
#include <optional>

/*
 * DOC model/rib: the way back to a source.
 *
 * Reverse-path checks ask one interface, MulticastRib, for the route towards an address:
 * interface, next hop, and what is known of its metric and preference. UnicastRib, the default,
 * asks the unicast routing of the node; StaticMulticastRib has routes of its own and asks another
 * view for all other addresses.
 *
 * A group manager holds its view by its attribute Rib and gives it the node. Views hold no routes
 * on behalf of the manager: what was looked up is remembered by who asked (ReversePaths, the
 * forwarding entries).
 *
 * Events: "Changed" says that the routes to some addresses may have moved in this instant, "Look"
 * that nobody knows but that it is time to look. A view with a polling interval looks only while
 * somebody uses it (BeginUse, EndUse), so that otherwise none of its events is due.
 *
 * What must hold: who listens may look up in the notice, and sees the new routes; a lookup changes
 * nothing and notifies nobody; what follows from a notice happens in its instant (MFE-8, ALR-3).
 */

namespace ns3
{

class Node;

namespace mgm
{

/**
 * @ingroup mgm
 * @brief Who made a route, with the values of the Windows and the IETF's IP forwarding MIB.
 */
enum class RouteProtocol : uint8_t
{
    OTHER = 1,   ///< Something that does not tell.
    LOCAL = 2,   ///< The address is the router's own.
    NETMGMT = 3, ///< Configuration: a static route.
};

/**
 * @ingroup mgm
 * @brief The multicast view of the routing table, for reverse-path lookups (ALR-4, MFE-1).
 *
 * One enters model/rib here. A view answers one question, Lookup(): on which interface, and by
 * which neighbor, packets from a source are to arrive. UnicastRib asks the unicast routing of the
 * node and is the default; StaticMulticastRib has routes of its own, and asks another view where it
 * has none. A view is that of one node, and keeps nothing that was looked up: whoever depends on a
 * route remembers what was found, and compares.
 *
 * Its trace source "Changed" tells, in the instant in which that becomes known, that the routes to
 * some addresses may have changed (MFE-8). A view whose routes change without notice says with
 * "Look" that it is time to look: whoever watches routes looks at those, and only those, again.
 * Group managers listen to both. Who listens looks up at once, so both are fired when the view
 * already answers as it will from now on. Users are counted (BeginUse()), because looking for
 * changes costs events; a view without users need not tell of anything.
 */
class MulticastRib : public Object
{
  public:
    /// A route towards an address.
    struct Route
    {
        InterfaceId interface; ///< The interface towards the address.
        /// The neighbor towards the address; 0.0.0.0 if the address is directly connected.
        Ipv4Address nextHop{ANY_ADDRESS};
        uint32_t metric{0};     ///< Metric; 0 if the routing protocol does not tell.
        uint32_t preference{0}; ///< Preference; 0 if the routing protocol does not tell.
        RouteProtocol protocol{RouteProtocol::OTHER}; ///< Who made it.
        /// Network of the route; with a mask of 0.0.0.0 as well: the routing protocol does not
        /// tell.
        Ipv4Address network{ANY_ADDRESS};
        Ipv4Mask mask{ANY_MASK}; ///< Mask of the route.
    };

    /// @return the TypeId
    static TypeId GetTypeId();

    /**
     * @brief Looks the route towards an address up.
     * @param destination the address, for example of a source
     * @return the route; nothing if there is none
     */
    virtual std::optional<Route> Lookup(Ipv4Address destination) const = 0;

    /**
     * @brief Gives the view the node that it is the view of. A view that needs none ignores it.
     * @param node the node
     */
    virtual void SetNode(Ptr<Node> node);

    /**
     * @brief Says that routes may have changed in this instant.
     * @param network the addresses whose routes may have changed; by default all
     * @param mask its mask
     */
    void NotifyRoutesChanged(Ipv4Address network = Ipv4Address::GetZero(),
                             Ipv4Mask mask = Ipv4Mask::GetZero()) const;

    /// Signature of the trace source "Changed": the addresses whose routes may have changed.
    typedef void (*ChangedTracedCallback)(Ipv4Address network, Ipv4Mask mask);

    /// @brief Says that one more user relies on being told of changes. A view that has to look for
    /// changes by itself does so only while there are users.
    void BeginUse();

    /// @brief Says that a user has gone.
    void EndUse();

  protected:
    /// @brief Says that nobody knows of a change, but that it is time to look.
    void NotifyTimeToLook() const;

    /// @return whether there are users
    bool IsInUse() const
    {
        return m_users != 0;
    }

    /// @brief Called when the first user has come, and when the last one has gone.
    virtual void HandleUse();

  private:
    uint32_t m_users{0};                             ///< number of users
    TracedCallback<Ipv4Address, Ipv4Mask> m_changed; ///< who is told of changes
    TracedCallback<> m_look;                         ///< who is asked to look
};

/**
 * @name Comparison of routes
 * @{
 */
inline bool
operator==(const MulticastRib::Route& a, const MulticastRib::Route& b)
{
    return a.interface == b.interface && a.nextHop == b.nextHop && a.metric == b.metric &&
           a.preference == b.preference && a.protocol == b.protocol && a.network == b.network &&
           a.mask == b.mask;
}

inline bool
operator!=(const MulticastRib::Route& a, const MulticastRib::Route& b)
{
    return !(a == b);
}

/** @} */

} // namespace mgm
} // namespace ns3

#endif // MGM_MULTICAST_RIB_H
