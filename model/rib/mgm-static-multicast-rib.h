/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#ifndef MGM_STATIC_MULTICAST_RIB_H
#define MGM_STATIC_MULTICAST_RIB_H

#include "mgm-multicast-rib.h"

#include <map>
#include <utility>

namespace ns3
{
namespace mgm
{

/**
 * @ingroup mgm
 * @brief Static multicast routes that override another view (ALR-4, MFE-1).
 *
 * The longest prefix wins; an address that no prefix covers is looked up in the fallback: the
 * unicast routing of the node, unless another view or none is set.
 */
class StaticMulticastRib : public MulticastRib
{
  public:
    /// @return the TypeId
    static TypeId GetTypeId();

    ~StaticMulticastRib() override;

    /**
     * @brief Adds a route, in the place of the one for the same prefix.
     * @param network address of the prefix; bits beyond the mask do not matter
     * @param mask its mask
     * @param route the route
     */
    void AddRoute(Ipv4Address network, Ipv4Mask mask, const Route& route);

    /**
     * @brief Removes the route for a prefix.
     * @param network address of the prefix
     * @param mask its mask
     * @return whether there was one
     */
    bool RemoveRoute(Ipv4Address network, Ipv4Mask mask);

    /**
     * @brief Says where addresses are looked up that no prefix covers.
     * @param fallback another view, not this one; null: they have no route
     */
    void SetFallback(Ptr<MulticastRib> fallback);

    /// @return where addresses are looked up that no prefix covers; null if nowhere
    Ptr<MulticastRib> GetFallback() const;

    std::optional<Route> Lookup(Ipv4Address destination) const override;

    void SetNode(Ptr<Node> node) override;

  protected:
    void HandleUse() override;
    void DoDispose() override;

  private:
    /// @brief Lets the fallback go.
    void DropFallback();

    /// @return what listens to changes of the fallback
    Callback<void, Ipv4Address, Ipv4Mask> GetChangedListener();

    /// @return what the fallback asks to look
    Callback<void> GetLookListener();

    /// The routes by length of the mask, then network.
    using Routes = std::map<std::pair<uint16_t, uint32_t>, Route>;

    Routes m_routes;              ///< the routes
    Ptr<MulticastRib> m_fallback; ///< where other addresses are looked up
    bool m_isFallbackSet{false};  ///< whether that has been said
};

} // namespace mgm
} // namespace ns3

#endif // MGM_STATIC_MULTICAST_RIB_H
