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

namespace ns3
{

class Node;

namespace mgm
{

/**
 * @ingroup mgm
 * @brief The multicast view of the routing table, for reverse-path lookups (mgm-spec section 6).
 *
 * Its trace source "Changed" tells, in the instant in which that becomes known, that routes may
 * have changed (MFE-8). Group managers listen to it.
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

    /// @brief Says that routes may have changed in this instant.
    void NotifyRoutesChanged() const;

    /// @brief Says that one more user relies on being told of changes. A view that has to look for
    /// changes by itself does so only while there are users.
    void BeginUse();

    /// @brief Says that a user has gone.
    void EndUse();

  protected:
    /// @return whether there are users
    bool IsInUse() const
    {
        return m_users != 0;
    }

    /// @brief Called when the first user has come, and when the last one has gone.
    virtual void HandleUse();

  private:
    uint32_t m_users{0};        ///< number of users
    TracedCallback<> m_changed; ///< who is told
};

/**
 * @name Comparison of routes
 * @{
 */
inline bool
operator==(const MulticastRib::Route& a, const MulticastRib::Route& b)
{
    return a.interface == b.interface && a.nextHop == b.nextHop && a.metric == b.metric &&
           a.preference == b.preference;
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
