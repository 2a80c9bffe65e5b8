/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#ifndef MGM_BENCH_FORWARDING_ROUTER_H
#define MGM_BENCH_FORWARDING_ROUTER_H

#include "ns3/ipv4-header.h"
#include "ns3/ipv4-l3-protocol.h"
#include "ns3/mgm-interface-id.h"
#include "ns3/net-device.h"
#include "ns3/node.h"

#include <cstddef>
#include <cstdint>
#include <vector>

namespace ns3
{
namespace mgm
{
namespace bench
{

/// Number of interfaces of the routers, 1 for packets to come in and the others for them to leave.
constexpr uint32_t INTERFACES = 4;

/// The outgoing interfaces.
inline const std::vector<uint32_t> OUTGOING{2, 3, 4};

/// A source on the network of interface 1.
inline const Ipv4Address BENCH_SOURCE{"11.0.0.9"};

/// How a router forwards packets to groups.
enum class Forwarding
{
    STATIC, ///< By multicast routes of Ipv4StaticRouting.
    OURS,   ///< By entries of the MulticastForwarder.
};

/// @param i a number
/// @return the group of that number, from 239.0.0.0 on
Ipv4Address GroupAt(std::size_t i);

/// @brief Lets a node forward packets from BENCH_SOURCE to groups from interface 1 to the others.
/// @param node a node with IPv4 and four interfaces
/// @param forwarding how
/// @param count number of groups
void AddEntries(Ptr<Node> node, Forwarding forwarding, std::size_t count);

/// A node with IPv4 and interfaces 1 to 4, of networks 11.0.0.0/8 to 14.0.0.0/8, that lead nowhere:
/// what it sends is only counted. Destroys the simulation at its end.
class ForwardingRouter
{
  public:
    ForwardingRouter();
    ~ForwardingRouter();

    ForwardingRouter(const ForwardingRouter&) = delete;
    ForwardingRouter& operator=(const ForwardingRouter&) = delete;

    /// @brief Lets a packet arrive on interface 1.
    /// @param source its source
    /// @param group its destination
    void Arrive(Ipv4Address source, Ipv4Address group);

    /// @return the node
    Ptr<Node> GetNode() const;

    /// @return number of packets that it has sent
    uint64_t GetSent() const;

  private:
    Ptr<Node> m_node;           ///< the node
    Ptr<Ipv4L3Protocol> m_ipv4; ///< its IPv4
    uint64_t m_sent{0};         ///< packets that it has sent
};

} // namespace bench
} // namespace mgm
} // namespace ns3

#endif // MGM_BENCH_FORWARDING_ROUTER_H
