/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#ifndef MGM_RANDOM_NETWORK_H
#define MGM_RANDOM_NETWORK_H

#include "mgm-mfe-router-model.h"

#include "ns3/ipv4-address.h"
#include "ns3/node-container.h"

#include <cstdint>
#include <map>
#include <random>
#include <set>
#include <utility>
#include <vector>

namespace ns3
{
namespace mgm
{

/// Draws small numbers, the same ones on every machine.
class Draw
{
  public:
    /// @param seed makes the numbers
    explicit Draw(uint32_t seed)
        : m_engine(seed)
    {
    }

    /// @return a number below a limit
    uint32_t Below(uint32_t limit)
    {
        return static_cast<uint32_t>(m_engine() % limit);
    }

    /// @return true once in so many times
    bool OnceIn(uint32_t times)
    {
        return Below(times) == 0;
    }

  private:
    std::mt19937 m_engine; ///< where numbers come from
};

/**
 * @ingroup tests
 * @brief Two to four routers in a random tree, perhaps with a loop, and hosts on LANs.
 *
 * No link has more than two routers. Unicast routes are static ones: towards each LAN along paths
 * with the fewest routers, and towards single hosts, where those lead elsewhere. It knows apart
 * from ns-3 which routes there are. It tells nobody when they change.
 */
class RandomNetwork
{
  public:
    /// Where a host is.
    using Route = MfeRouterModel::Route;

    /// An interface of a router.
    struct Port
    {
        uint32_t router;    ///< number of the router
        uint32_t interface; ///< index of its interface

        bool operator<(const Port& other) const
        {
            return std::pair(router, interface) < std::pair(other.router, other.interface);
        }

        bool operator==(const Port& other) const
        {
            return router == other.router && interface == other.interface;
        }
    };

    /// A link with its routers, and hosts if it is a LAN.
    struct Link
    {
        std::vector<Port> ports;     ///< the routers
        std::vector<uint32_t> hosts; ///< numbers of the hosts
    };

    /// @param draw decides everything
    explicit RandomNetwork(Draw& draw);

    /// @return the routers
    const NodeContainer& GetRouters() const
    {
        return m_routers;
    }

    /// @return the hosts
    const NodeContainer& GetHosts() const
    {
        return m_hosts;
    }

    /// @return the links
    const std::vector<Link>& GetLinks() const
    {
        return m_links;
    }

    /// @return number of the link that a host is on
    uint32_t GetLinkOfHost(uint32_t host) const;

    /// @return number of the link at a port
    uint32_t GetLinkOfPort(const Port& port) const;

    /// @return number of interfaces of a router, which are numbered from 1
    uint32_t CountInterfaces(uint32_t router) const;

    /// @return the address of a host
    Ipv4Address GetAddressOfHost(uint32_t host) const;

    /// @return the neighbors of a router: by which interface, and their addresses
    std::vector<Route> GetNeighbors(uint32_t router) const;

    /// @return where a host is, for a router; interface 0 if it has no route
    Route RouteTo(uint32_t router, uint32_t host) const;

    /// @return whether an interface of a router is up
    bool IsUp(const Port& port) const
    {
        return m_down.count(port) == 0;
    }

    /// An interface comes up or goes down; in a router that goes down, its routes vanish.
    void SetUp(const Port& port, bool isUp);

    /// Adds a route to a host, in the place of the one that there is; by an interface that is up.
    void AddHostRoute(uint32_t router, uint32_t host, const Route& route);

    /// Removes the route to a host, if there is one.
    void RemoveHostRoute(uint32_t router, uint32_t host);

    /// Removes the route to a link that a router is not on, if there is one.
    void RemoveLinkRoute(uint32_t router, uint32_t link);

    /// Adds the first route to each link that has none, as far as interfaces are up.
    void RestoreLinkRoutes(uint32_t router);

  private:
    /// Routes of a router, by number of what they lead to.
    using Routes = std::map<uint32_t, Route>;

    /// Makes a link between routers.
    void AddLink(const std::vector<uint32_t>& routers, bool hasHost, bool isCsma);

    /// Gives an interface to a device.
    uint32_t AddInterface(Ptr<Node> node, Ptr<NetDevice> device, Ipv4Address address);

    /// Finds the ways to a link and makes the routes.
    void AddRoutes(uint32_t link);

    /// Adds a route to a link.
    void AddLinkRoute(uint32_t router, uint32_t link, const Route& route);

    /// @return an address on a link
    static Ipv4Address AddressOn(uint32_t link, uint32_t number);

    NodeContainer m_routers;          ///< the routers
    NodeContainer m_hosts;            ///< the hosts
    std::vector<Link> m_links;        ///< the links
    std::set<Port> m_down;            ///< interfaces that are down
    std::vector<Routes> m_first;      ///< by router: the first routes to links it is not on
    std::vector<Routes> m_linkRoutes; ///< by router: routes to links that it is not on
    std::vector<Routes> m_hostRoutes; ///< by router: routes to hosts
};

} // namespace mgm
} // namespace ns3

#endif // MGM_RANDOM_NETWORK_H
