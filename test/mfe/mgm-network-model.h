/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#ifndef MGM_NETWORK_MODEL_H
#define MGM_NETWORK_MODEL_H

#include "mgm-random-network.h"

#include "ns3/mgm-source-group.h"

#include <cstdint>
#include <map>
#include <set>
#include <utility>
#include <vector>

namespace ns3
{
namespace mgm
{

/**
 * @ingroup tests
 * @brief Where packets must go in a network of routers whose clients want them (I6).
 *
 * A router sends a packet on (matching memberships + forced) - disabled - incoming, if it came on
 * the interface towards its source and a client has that interface.
 */
class NetworkModel
{
  public:
    /// Router and interface on which a copy leaves.
    using Copy = std::pair<uint32_t, uint32_t>;

    /// What becomes of a packet.
    struct Fate
    {
        std::vector<Copy> copies;             ///< each copy, in ascending order
        std::map<uint32_t, uint32_t> arrived; ///< number of packets that a host gets
    };

    /// @param network the network
    explicit NetworkModel(const RandomNetwork& network);

    /// A client has an interface from now on.
    void SetHeld(uint32_t router, uint32_t interface);

    /// @return whether a client has an interface
    bool IsHeld(uint32_t router, uint32_t interface) const;

    /// A client adds or deletes a membership.
    void SetMember(const Copy& port, const SourceGroup& key, bool isMember);

    /// A client forces or disables an interface in the entries that exist.
    void SetForwarding(const Copy& port, const SourceGroup& key, bool isForwarding);

    /// A host sends a packet to a group.
    Fate Send(uint32_t host, Ipv4Address group);

  private:
    /// The marks of an entry.
    struct Marks
    {
        std::set<uint32_t> forced;   ///< interfaces forced into the entry
        std::set<uint32_t> disabled; ///< interfaces kept out of it
    };

    /// @return where a router sends packets on
    std::set<uint32_t> Outgoing(uint32_t router, const SourceGroup& key, uint32_t incoming) const;

    const RandomNetwork& m_network;                              ///< the network
    std::set<Copy> m_held;                                       ///< interfaces of clients
    std::set<std::pair<Copy, SourceGroup>> m_members;            ///< memberships
    std::map<std::pair<uint32_t, SourceGroup>, Marks> m_entries; ///< entries by router
};

} // namespace mgm
} // namespace ns3

#endif // MGM_NETWORK_MODEL_H
