/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#ifndef MGM_RANDOM_NETWORK_H
#define MGM_RANDOM_NETWORK_H

#include "ns3/ipv4-address.h"
#include "ns3/node-container.h"

#include <cstdint>
#include <random>
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
 * No link has more than two routers, so that no packet gets to a router twice from the side of its
 * source. Unicast routes are static ones, along paths with the fewest routers.
 */
class RandomNetwork
{
  public:
    /// An interface of a router.
    struct Port
    {
        uint32_t router;    ///< number of the router
        uint32_t interface; ///< index of its interface
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

    /// @return index of a router's interface towards a link
    uint32_t GetTowards(uint32_t router, uint32_t link) const;

    /// @return the address of a host
    Ipv4Address GetAddressOfHost(uint32_t host) const;

  private:
    /// Makes a link between routers.
    void AddLink(const std::vector<uint32_t>& routers, bool hasHost, bool isCsma);

    /// Gives an interface to a device.
    uint32_t AddInterface(Ptr<Node> node, Ptr<NetDevice> device, Ipv4Address address);

    /// Finds the ways to a link and makes the routes.
    void AddRoutes(uint32_t link);

    /// @return an address on a link
    static Ipv4Address AddressOn(uint32_t link, uint32_t number);

    NodeContainer m_routers;                        ///< the routers
    NodeContainer m_hosts;                          ///< the hosts
    std::vector<Link> m_links;                      ///< the links
    std::vector<std::vector<uint32_t>> m_towards{}; ///< by link and router: interface
};

} // namespace mgm
} // namespace ns3

#endif // MGM_RANDOM_NETWORK_H
