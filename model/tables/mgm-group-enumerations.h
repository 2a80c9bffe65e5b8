/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#ifndef MGM_GROUP_ENUMERATIONS_H
#define MGM_GROUP_ENUMERATIONS_H

#include "mgm-membership-table.h"

#include "ns3/mgm-client-id.h"
#include "ns3/mgm-source-group.h"

#include <cstdint>
#include <map>

namespace ns3
{
namespace mgm
{

/**
 * @ingroup mgm
 * @brief What an enumeration lists (ENU-2), with the Windows values.
 */
enum class EnumerationType : uint8_t
{
    ANY_SOURCE = 0,  ///< Each group with at least one entry, once, as (*,g).
    ALL_SOURCES = 1, ///< Every distinct (*,g) and (s,g).
};

/**
 * @ingroup mgm
 * @brief A place in the membership table: what an enumeration visits next.
 *
 * The entries of a group come before those of the group in the next slot, (*,g) before the (s,g).
 */
class MembershipCursor
{
  public:
    /// @param type what to visit
    explicit MembershipCursor(EnumerationType type)
        : m_type(type)
    {
    }

    /**
     * @brief Reads the next entries and steps beyond them.
     * @param table the table
     * @param[out] buffer where they are stored
     * @param room how many fit
     * @return how many were stored
     */
    uint32_t Read(const MembershipTable& table, SourceGroupEntry* buffer, uint32_t room);

    /**
     * @param table the table
     * @return whether there is an entry that was not read
     */
    bool HasNext(const MembershipTable& table) const;

  private:
    /// @brief Reads the next entries of one group.
    /// @param address the group
    /// @param group its memberships
    /// @param[out] buffer where they are stored
    /// @param room how many fit
    /// @return how many were stored
    uint32_t ReadGroup(Ipv4Address address,
                       const MembershipTable::Group& group,
                       SourceGroupEntry* buffer,
                       uint32_t room);

    /// @param group the group the cursor is on
    /// @return whether it has (*,g) to list that was not read
    bool HasAnySource(const MembershipTable::Group& group) const;

    /// @param group the group the cursor is on
    /// @return whether it has a (s,g) to list that was not read
    bool HasSource(const MembershipTable::Group& group) const;

    EnumerationType m_type; ///< what to visit
    uint32_t m_group{0};    ///< slot of the group
    bool m_isInside{false}; ///< whether (*,g) of that group is behind the cursor
    uint32_t m_source{0};   ///< slot of the next source in that group
};

/**
 * @ingroup mgm
 * @brief The enumerations in progress on a node (ENU-1).
 */
class GroupEnumerations
{
  public:
    /// An enumeration in progress.
    struct Enumeration
    {
        ClientHandle client;     ///< Who started it.
        MembershipCursor cursor; ///< What comes next.
    };

    /**
     * @brief Starts an enumeration.
     * @param client who enumerates
     * @param type what to list
     * @return its handle
     */
    EnumerationHandle Start(ClientHandle client, EnumerationType type);

    /**
     * @param handle a handle
     * @return the enumeration, or null if the handle is not, or no longer, valid
     */
    Enumeration* Find(EnumerationHandle handle);

    /// @brief Ends an enumeration.
    /// @param handle the enumeration
    /// @return false if the handle is not, or no longer, valid
    bool End(EnumerationHandle handle);

    /// @brief Ends all enumerations of a client.
    /// @param client the client
    void EndAll(ClientHandle client);

    /// @brief Ends all enumerations.
    void Clear()
    {
        m_enumerations.clear();
    }

    /// @return the number of enumerations in progress
    std::size_t GetSize() const
    {
        return m_enumerations.size();
    }

  private:
    std::map<uint32_t, Enumeration> m_enumerations; ///< by handle
    uint32_t m_lastHandle{0};                       ///< newest handle given out
};

} // namespace mgm
} // namespace ns3

#endif // MGM_GROUP_ENUMERATIONS_H
