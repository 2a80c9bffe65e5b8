/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#ifndef MGM_OWNERSHIP_TABLE_H
#define MGM_OWNERSHIP_TABLE_H

#include "ns3/mgm-client-id.h"
#include "ns3/mgm-interface-id.h"

#include <cstdint>
#include <map>

namespace ns3
{
namespace mgm
{

/**
 * @ingroup mgm
 * @brief How far a change of owner has come (OWN-3, OWN-10).
 */
enum class OwnershipPhase : uint8_t
{
    STABLE,    ///< No change is in progress.
    ANNOUNCED, ///< The change is reserved; IGMP, if there, has not been disabled yet.
    CHANGING,  ///< IGMP is disabled and the change is being made.
    ENABLING,  ///< The change is made and IGMP is being enabled.
};

/**
 * @ingroup mgm
 * @brief Who has an interface, and who gets it.
 */
struct Ownership
{
    ClientHandle owner; ///< The protocol that owns it (OWN-1).
    ClientHandle igmp;  ///< IGMP, if it is there; it may share the interface with an owner.
    OwnershipPhase phase{OwnershipPhase::STABLE}; ///< How far a change of owner has come.
    ClientHandle nextOwner;                       ///< During a change: who owns it afterwards.

    /// @return whether a change of owner is in progress
    bool IsChanging() const
    {
        return phase != OwnershipPhase::STABLE;
    }

    /// @return whether IGMP may neither add nor delete here (OWN-4, OWN-11)
    bool IsBracketOpen() const
    {
        return phase == OwnershipPhase::CHANGING || phase == OwnershipPhase::ENABLING;
    }

    /// @return whether nobody has or gets the interface
    bool IsVacant() const
    {
        return !owner && !igmp && !IsChanging();
    }
};

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
