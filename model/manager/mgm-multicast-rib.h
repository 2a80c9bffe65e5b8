/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#ifndef MGM_MULTICAST_RIB_H
#define MGM_MULTICAST_RIB_H

#include "ns3/ipv4-address.h"
#include "ns3/mgm-interface-id.h"
#include "ns3/object.h"

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
 */
class MulticastRib : public Object
{
  public:
    /// A route towards an address.
    struct Route
    {
        InterfaceId interface; ///< The interface towards the address.
        /// The neighbor towards the address; 0.0.0.0 if the address is directly connected.
        Ipv4Address nextHop{Ipv4Address::GetZero()};
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
};

/**
 * @ingroup mgm
 * @brief The default view: the unicast routing protocol of the node.
 */
class UnicastRib : public MulticastRib
{
  public:
    /// @return the TypeId
    static TypeId GetTypeId();

    /// @param node the node whose routing is asked
    void SetNode(Ptr<Node> node);

    std::optional<Route> Lookup(Ipv4Address destination) const override;

  protected:
    void DoDispose() override;

  private:
    Ptr<Node> m_node; ///< the node
};

} // namespace mgm
} // namespace ns3

#endif // MGM_MULTICAST_RIB_H
