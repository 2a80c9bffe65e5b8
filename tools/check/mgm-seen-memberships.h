/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#ifndef MGM_SEEN_MEMBERSHIPS_H
#define MGM_SEEN_MEMBERSHIPS_H

#include "mgm-seen-interfaces.h"

#include <algorithm>
#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <vector>

namespace ns3
{
namespace mgm
{

/**
 * @ingroup mgm
 * @brief A membership, as a trace shows it.
 */
struct SeenHolder
{
    InterfaceId interface; ///< Where it is.
    uint32_t client{0};    ///< Number of the registration of its holder.
    ClientId id;           ///< Id of its holder.
    bool counts{true};     ///< False: IGMP's, on an interface that had an owner (MBR-5).
    RecordNote added;      ///< The record that says so.
};

/**
 * @ingroup mgm
 * @brief A change of the memberships.
 */
struct SeenChange
{
    SourceGroup key;           ///< What was added or deleted.
    SeenHolder holder;         ///< By whom and where.
    bool isJoin{false};        ///< Whether it was added.
    std::set<uint32_t> before; ///< Clients whose memberships of this key counted before.
    std::set<uint32_t> after;  ///< The same afterwards.
};

/**
 * @ingroup mgm
 * @brief The memberships that the manager of a node keeps, as a trace shows them.
 */
class SeenMemberships
{
  public:
    /// Memberships of one source and group.
    using Holders = std::vector<SeenHolder>;

    /**
     * @param clients the clients of the node
     * @param interfaces the interfaces of the node
     */
    SeenMemberships(const SeenClients& clients, const SeenInterfaces& interfaces);

    /**
     * @brief Follows a record.
     * @param record the record
     * @return what changed, if anything did
     */
    std::optional<SeenChange> Follow(const TraceRecord& record);

    /// @brief Forgets all memberships: the node has crashed (REG-6).
    void Clear();

    /**
     * @param key source and group
     * @param interface an interface
     * @param id id of a client
     * @return its membership there, null if it has none
     */
    const SeenHolder* Find(const SourceGroup& key,
                           const InterfaceId& interface,
                           const std::optional<ClientId>& id) const;

    /**
     * @param key source and group
     * @return the clients whose memberships of this key count
     */
    std::set<uint32_t> GetCounting(const SourceGroup& key) const;

    /**
     * @brief Tells whether the rules of alerts owe a client a group: another one wants it.
     * @param client number of the client's registration
     * @param key source and group
     * @return whether they do
     */
    bool IsOwed(uint32_t client, const SourceGroup& key) const;

    /**
     * @brief Visits the memberships that want packets of a source and group.
     * @tparam Visit callable with a SeenHolder
     * @param key source and group of the packets
     * @param visit what is done with each
     */
    template <typename Visit>
    void ForEachMatching(const SourceGroup& key, Visit visit) const
    {
        for (const SourceGroup& wanted : {key, SourceGroup{ANY_ADDRESS, key.group}, SourceGroup{}})
        {
            const auto found = m_holders.find(wanted);
            if (found != m_holders.end())
            {
                std::for_each(found->second.begin(), found->second.end(), visit);
            }
        }
    }

    /// @return all memberships
    const std::map<SourceGroup, Holders>& GetAll() const
    {
        return m_holders;
    }

  private:
    SeenHolder MakeHolder(const TraceRecord& record) const;

    const SeenClients& m_clients;             ///< the clients of the node
    const SeenInterfaces& m_interfaces;       ///< the interfaces of the node
    std::map<SourceGroup, Holders> m_holders; ///< the memberships
};

} // namespace mgm
} // namespace ns3

#endif // MGM_SEEN_MEMBERSHIPS_H
