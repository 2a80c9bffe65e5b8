/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#ifndef MGM_IGMP_ROUTER_LAN_H
#define MGM_IGMP_ROUTER_LAN_H

#include "mgm-igmp-lan.h"

#include "ns3/mgm-igmp-router.h"
#include "ns3/mgm-multicast-group-manager.h"

namespace ns3
{
namespace mgm
{

/**
 * @ingroup tests
 * @brief A LAN with an IGMP router. It starts at time 0.
 */
class IgmpRouterLan : public IgmpLan
{
  protected:
    /// Sources are named 1 to 9 in what GetState() and GetMemberships() return.
    static Ipv4Address Source(uint32_t number);

    /// @param numbers sources @return their addresses
    static std::vector<Ipv4Address> Sources(std::initializer_list<uint32_t> numbers);

    void SetUp() override;
    void TearDown() override;

    /// @brief Makes the router and its only interface. @param version the IGMP version
    void MakeRouter(uint8_t version);

    /**
     * @param group a group
     * @return what the router knows of it, for example "EXCLUDE({1=250},{3,4}) 260": sources with
     * the time left, excluded sources, time left of the group timer [s]; "none" without state
     */
    std::string GetState(Ipv4Address group) const;

    /// @return the memberships that the manager enumerates, in ascending order
    std::vector<std::string> GetMemberships();

    Ptr<MulticastGroupManager> m_manager; ///< the manager
    Ptr<IgmpRouter> m_router;             ///< the router
    ClientHandle m_observer;              ///< a client that only enumerates
};

} // namespace mgm
} // namespace ns3

#endif // MGM_IGMP_ROUTER_LAN_H
