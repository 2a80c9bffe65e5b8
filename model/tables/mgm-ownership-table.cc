/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "mgm-ownership-table.h"

namespace ns3
{
namespace mgm
{

Ownership*
OwnershipTable::Find(const InterfaceId& interface)
{
    const auto found = m_interfaces.find(interface);
    return found == m_interfaces.end() ? nullptr : &found->second;
}

const Ownership*
OwnershipTable::Find(const InterfaceId& interface) const
{
    const auto found = m_interfaces.find(interface);
    return found == m_interfaces.end() ? nullptr : &found->second;
}

Ownership&
OwnershipTable::FindOrInsert(const InterfaceId& interface)
{
    return m_interfaces[interface];
}

bool
OwnershipTable::EraseIfVacant(const InterfaceId& interface)
{
    const auto found = m_interfaces.find(interface);
    const bool isVacant = found != m_interfaces.end() && found->second.IsVacant();
    if (isVacant)
    {
        m_interfaces.erase(found);
    }
    return isVacant;
}

ClientHandle
OwnershipTable::GetHolder(const InterfaceId& interface) const
{
    const Ownership* ownership = Find(interface);
    if (!ownership || ownership->IsBeingMade())
    {
        return {};
    }
    return ownership->GetProtocol();
}

} // namespace mgm
} // namespace ns3
