/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#ifndef MGM_BENCH_ROUTER_H
#define MGM_BENCH_ROUTER_H

#include "ns3/mgm-multicast-group-manager.h"
#include "ns3/node.h"

#include <cstddef>
#include <vector>

namespace ns3
{
namespace mgm
{
namespace bench
{

/// A node with a manager and one client that owns one interface. Destroys the simulation at its
/// end.
class Router
{
  public:
    Router();
    ~Router();

    Router(const Router&) = delete;
    Router& operator=(const Router&) = delete;

    /// @brief Adds (*,g) for every key.
    /// @param keys the keys
    void Add(const std::vector<SourceGroup>& keys);

    /// @brief Deletes (*,g) for every key.
    /// @param keys the keys
    void Delete(const std::vector<SourceGroup>& keys);

    /// @return the node
    Ptr<Node> GetNode() const;

    /// @return the manager
    MulticastGroupManager& GetManager() const;

    /// @return the client
    ClientHandle GetClient() const;

    /// @return the interface
    InterfaceId GetInterface() const;

  private:
    Ptr<Node> m_node;                     ///< the node
    Ptr<MulticastGroupManager> m_manager; ///< its manager
    ClientHandle m_client;                ///< the client
    InterfaceId m_interface{1};           ///< its interface
};

/// @param count a number
/// @return so many different (*,g), one after the other from 225.0.0.0
std::vector<SourceGroup> MakeGroups(std::size_t count);

/// @return bytes that the process has allocated and not freed
std::size_t GetAllocatedBytes();

} // namespace bench
} // namespace mgm
} // namespace ns3

#endif // MGM_BENCH_ROUTER_H
