/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#ifndef MGM_PROXY_CHAIN_H
#define MGM_PROXY_CHAIN_H

#include "mgm-test-fixture.h"

#include "ns3/mgm-igmp-host.h"
#include "ns3/mgm-igmp-proxy.h"
#include "ns3/mgm-igmp-router.h"
#include "ns3/mgm-multicast-group-manager.h"
#include "ns3/node-container.h"
#include "ns3/nstime.h"
#include "ns3/socket.h"

#include <functional>
#include <map>
#include <string>
#include <vector>

namespace ns3
{
namespace mgm
{

/**
 * @ingroup tests
 * @brief Two proxies one below the other, with links without delay.
 *
 * Three links in a row, 10.0.0.0/24, 10.0.1.0/24 and 10.0.2.0/24. The root router with its source
 * is 10.0.0.1; the first proxy is 10.0.0.2 and 10.0.1.1; the second one 10.0.1.2 and 10.0.2.1.
 * Hosts: 10.0.1.3 in the middle, 10.0.2.2 and 10.0.2.3 at the bottom. The root router is an IGMP
 * router only; random delays are half of the longest ones.
 */
class ProxyChain : public MgmTest
{
  protected:
    /// The nodes.
    enum Place : uint32_t
    {
        ROOT,
        FIRST,
        SECOND,
        MIDDLE,
        BOTTOM,
        BOTTOM_TOO,
        PLACES
    };

    static constexpr uint32_t UP = 1;      ///< Upstream interface of a proxy.
    static constexpr uint32_t DOWN = 2;    ///< Downstream interface of a proxy.
    static constexpr uint32_t LAN = 1;     ///< Interface of all others.
    static constexpr uint16_t PORT = 5000; ///< Where data goes.

    void SetUp() override;
    void TearDown() override;

    /// @brief Does something on a node. @param at when @param place the node @param what what
    void At(Time at, Place place, std::function<void()> what);

    /// @brief A host joins. @param at when @param host the host @param group the group
    /// @param filter what it wants
    void Want(Time at, Place host, Ipv4Address group, const MulticastFilter& filter);

    /// @brief A node sends a packet with a long life. @param at when @param from the node
    /// @param group where to
    void Send(Time at, Place from, Ipv4Address group);

    /// @brief Runs. @param until up to and including this time
    void RunUntil(Time until);

    /// @return what the IGMP router of a node has told the manager of an interface
    /// @param place the node @param interface the interface
    std::vector<SourceGroup> GetMemberships(Place place, uint32_t interface) const;

    NodeContainer m_nodes;                      ///< all of them
    std::map<Place, Ptr<IgmpProxy>> m_proxies;  ///< of FIRST and SECOND
    std::map<Place, Ptr<IgmpRouter>> m_routers; ///< of ROOT, FIRST and SECOND
    std::map<Place, Ptr<IgmpHost>> m_hosts;     ///< of the others
    std::vector<Ptr<Socket>> m_sockets;         ///< where hosts listen
    std::map<Place, uint32_t> m_heard;          ///< packets that hosts have heard
    std::vector<std::string> m_reports;         ///< what reached the root: "TIME RECORDS"

  private:
    /// @brief Makes links and addresses.
    void MakeNetwork();

    /// @brief Makes unicast routes.
    void MakeRoutes();

    /// @brief Makes IGMP agents.
    void MakeAgents();

    /// @brief Has a host count the packets that it hears. @param place the host
    void Listen(Place place);
};

} // namespace mgm
} // namespace ns3

#endif // MGM_PROXY_CHAIN_H
