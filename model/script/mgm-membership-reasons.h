/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#ifndef MGM_MEMBERSHIP_REASONS_H
#define MGM_MEMBERSHIP_REASONS_H

#include "ns3/mgm-interface-id.h"
#include "ns3/mgm-source-group.h"

#include <cstdint>
#include <map>
#include <utility>

namespace ns3
{
namespace mgm
{

/**
 * @ingroup mgm
 * @brief How many reasons a client has for each of its memberships.
 *
 * A routing protocol may want a group on an interface because of a neighbor and because of local
 * hosts; the manager is told of the first reason and of the end of the last one.
 */
class MembershipReasons
{
  public:
    /**
     * @brief There is one more reason.
     * @param interface where
     * @param entry for which entry
     * @return whether it is the first one
     */
    bool Add(const InterfaceId& interface, const SourceGroup& entry);

    /**
     * @brief There is one reason less.
     * @param interface where
     * @param entry for which entry
     * @return whether none is left
     */
    bool Remove(const InterfaceId& interface, const SourceGroup& entry);

    /// @brief The memberships of an interface are gone.
    /// @param interface the interface
    void ForgetInterface(const InterfaceId& interface);

    /// @brief All memberships are gone.
    void Clear();

  private:
    using Key = std::pair<InterfaceId, SourceGroup>; ///< a membership

    std::map<Key, uint32_t> m_counts; ///< number of reasons, at least 1
};

} // namespace mgm
} // namespace ns3

#endif // MGM_MEMBERSHIP_REASONS_H
