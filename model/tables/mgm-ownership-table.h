/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#ifndef MGM_OWNERSHIP_TABLE_H
#define MGM_OWNERSHIP_TABLE_H

#include "mgm-ownership.h"

#include "ns3/mgm-interface-id.h"

#include <cstddef>
#include <map>

namespace ns3
{
namespace mgm
{

/**
 * @ingroup mgm
 * @brief The interfaces that the group manager knows: those that somebody has (OWN-1, OWN-6).
 */
class OwnershipTable
{
  public:
    /**
     * @param interface an interface
     * @return who has it; null if nobody does
     */
    Ownership* Find(const InterfaceId& interface);

    /// @copydoc Find
    const Ownership* Find(const InterfaceId& interface) const;

    /**
     * @brief Finds an interface or makes it known.
     * @param interface the interface
     * @return who has it
     */
    Ownership& FindOrInsert(const InterfaceId& interface);

    /**
     * @brief Forgets an interface if it is vacant.
     * @param interface the interface
     * @return whether it was
     */
    bool EraseIfVacant(const InterfaceId& interface);

    /**
     * @brief Finds who answers for an interface: its owner, or IGMP where it is alone (OWN-6,
     * MBR-5).
     * @param interface the interface
     * @return the client; a null handle if there is none, and while a change of owner is being made
     */
    ClientHandle GetHolder(const InterfaceId& interface) const;

    /// @return the interfaces that somebody has
    const std::map<InterfaceId, Ownership>& GetAll() const
    {
        return m_interfaces;
    }

    /// @brief Forgets all interfaces.
    void Clear()
    {
        m_interfaces.clear();
    }

    /// @return the number of interfaces that somebody has
    std::size_t GetSize() const
    {
        return m_interfaces.size();
    }

  private:
    std::map<InterfaceId, Ownership> m_interfaces; ///< the interfaces
};

} // namespace mgm
} // namespace ns3

#endif // MGM_OWNERSHIP_TABLE_H
