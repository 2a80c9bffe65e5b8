/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#ifndef MGM_MEMBERSHIP_TABLE_H
#define MGM_MEMBERSHIP_TABLE_H

#include "mgm-slot-map.h"

#include "ns3/mgm-client-id.h"
#include "ns3/mgm-interface-id.h"
#include "ns3/mgm-source-group.h"

#include <algorithm>
#include <cstddef>
#include <memory>
#include <vector>

namespace ns3
{
namespace mgm
{

/**
 * @ingroup mgm
 * @brief Who wants a (s,g), (*,g) or (*,*), and where.
 */
struct Holder
{
    InterfaceId interface; ///< Where the receivers are.
    ClientHandle client;   ///< The client that said so.
    /// Whether it counts as a client in the alert rules and forwards: all but IGMP's entries on an
    /// owned interface do (MBR-5).
    bool counts{true};
};

/// @ingroup mgm
/// @brief All holders of one entry; nearly always a handful.
using Holders = std::vector<Holder>;

/**
 * @ingroup mgm
 * @brief The group memberships of a node: (entry, interface, client) (MBR-1).
 *
 * Groups are in slots, and so are the sources of a group, which makes enumerations live cursors
 * (ENU-3). (*,*) is kept as group 0.0.0.0.
 */
class MembershipTable
{
  public:
    /// Makes a number of an address.
    struct AddressBits
    {
        /**
         * @param address the address
         * @return the number
         */
        uint32_t operator()(const Ipv4Address& address) const
        {
            return address.Get();
        }
    };

    /// The sources of a group that are wanted one by one.
    using Sources = SlotMap<Ipv4Address, Holders, AddressBits>;

    /// The memberships of one group.
    struct Group
    {
        Holders anySource;                ///< Holders of (*,g).
        std::unique_ptr<Sources> sources; ///< Holders of each (s,g); null if there are none.

        /// @return whether nobody wants the group
        bool IsEmpty() const
        {
            return anySource.empty() && !sources;
        }
    };

    /// The groups.
    using Groups = SlotMap<Ipv4Address, Group, AddressBits>;

    /**
     * @brief Adds a membership.
     * @param key the entry
     * @param holder who wants it, and where; not one that is there
     * @return holders of the entry now
     */
    const Holders* Add(const SourceGroup& key, const Holder& holder);

    /**
     * @brief Deletes a membership.
     * @param key the entry
     * @param client who wanted it
     * @param interface where; the membership is there
     * @return holders of the entry now; null if there are none
     */
    const Holders* Delete(const SourceGroup& key,
                          ClientHandle client,
                          const InterfaceId& interface);

    /**
     * @param key an entry
     * @return its holders; null if there are none
     */
    const Holders* Find(const SourceGroup& key) const;

    /**
     * @param key an entry
     * @param client a client
     * @param interface an interface
     * @return the client's membership for exactly that entry there; null if there is none
     */
    const Holder* FindHolder(const SourceGroup& key,
                             ClientHandle client,
                             const InterfaceId& interface) const;

    /**
     * @param key source and group of a packet
     * @param interface an interface
     * @return whether a membership there that counts matches (I6)
     */
    bool IsWanted(const SourceGroup& key, const InterfaceId& interface) const;

    /**
     * @brief Visits all memberships that match a packet: those for (s,g), (*,g) and (*,*).
     * @param key source and group of the packet
     * @param visit called with each Holder; may not change the table
     */
    template <typename Visit>
    void ForEachMatching(const SourceGroup& key, Visit visit) const
    {
        for (const SourceGroup& entry :
             {key, SourceGroup{ANY_ADDRESS, key.group}, SourceGroup{ANY_ADDRESS, ANY_ADDRESS}})
        {
            if (const Holders* holders = Find(entry))
            {
                std::for_each(holders->begin(), holders->end(), visit);
            }
        }
    }

    /**
     * @brief Visits all memberships in the order of their slots.
     * @param visit called with the entry and each Holder of it; may not change the table
     */
    template <typename Visit>
    void ForEach(Visit visit) const
    {
        const auto visitAll = [&](const SourceGroup& key, const Holders& holders) {
            for (const Holder& holder : holders)
            {
                visit(key, holder);
            }
        };
        for (auto i = m_groups.Next(0); i != m_groups.GetEnd(); i = m_groups.Next(i + 1))
        {
            const Ipv4Address address = m_groups.KeyAt(i);
            const Group& group = m_groups.At(i);
            visitAll({ANY_ADDRESS, address}, group.anySource);
            const Sources* sources = group.sources.get();
            for (auto j = sources ? sources->Next(0) : 0; sources && j != sources->GetEnd();
                 j = sources->Next(j + 1))
            {
                visitAll({sources->KeyAt(j), address}, sources->At(j));
            }
        }
    }

    /**
     * @brief Lists what a client holds on an interface.
     * @param client the client
     * @param interface the interface
     * @return the entries in the order of their slots
     */
    std::vector<SourceGroup> GetEntries(ClientHandle client, const InterfaceId& interface) const;

    /// @return the groups, for enumerations
    const Groups& GetGroups() const
    {
        return m_groups;
    }

    /// @return the number of memberships
    std::size_t GetSize() const
    {
        return m_size;
    }

  private:
    /// @brief Finds the holders of an entry, or makes the place for them.
    /// @param key the entry
    /// @return the holders
    Holders& FindOrInsert(const SourceGroup& key);

    /// @brief Forgets an entry that nobody holds any more.
    /// @param key the entry
    /// @param group its group
    void Erase(const SourceGroup& key, Group& group);

    Groups m_groups;       ///< the memberships
    std::size_t m_size{0}; ///< their number
};

} // namespace mgm
} // namespace ns3

#endif // MGM_MEMBERSHIP_TABLE_H
