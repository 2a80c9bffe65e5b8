/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "mgm-mfe-model.h"

#include <algorithm>

namespace ns3
{
namespace mgm
{

Status
MfeModel::Register(uint32_t slot)
{
    if (IsAlive(slot))
    {
        return Status::ERROR_ALREADY_EXISTS;
    }
    m_registered.push_back(slot);
    return Status::NO_ERROR;
}

Status
MfeModel::DeRegister(uint32_t slot)
{
    if (!IsAlive(slot))
    {
        return Status::ERROR_INVALID_PARAMETER;
    }
    if (!m_interfaces[slot].empty())
    {
        return Status::ERROR_CAN_NOT_COMPLETE;
    }
    m_registered.erase(std::find(m_registered.begin(), m_registered.end(), slot));
    return Status::NO_ERROR;
}

Status
MfeModel::Fail(uint32_t slot)
{
    if (!IsAlive(slot))
    {
        return Status::ERROR_INVALID_PARAMETER;
    }
    m_registered.erase(std::find(m_registered.begin(), m_registered.end(), slot));
    const auto has = m_interfaces[slot];
    for (const auto interface : has)
    {
        Leave(slot, interface);
    }
    return Status::NO_ERROR;
}

Status
MfeModel::Take(uint32_t slot, uint32_t interface)
{
    if (!IsAlive(slot))
    {
        return Status::ERROR_INVALID_PARAMETER;
    }
    if ((IsIgmp(slot) ? IgmpOf(interface) : OwnerOf(interface)) != NOBODY)
    {
        return Status::ERROR_ALREADY_EXISTS;
    }
    const auto before = HolderOf(interface);
    if (!IsIgmp(slot))
    {
        DeleteAll(IgmpOf(interface), interface);
    }
    m_interfaces[slot].push_back(interface);
    ChangeHolder(interface, before);
    return Status::NO_ERROR;
}

Status
MfeModel::Release(uint32_t slot, uint32_t interface)
{
    const auto& has = m_interfaces[slot];
    if (!IsAlive(slot) || std::find(has.begin(), has.end(), interface) == has.end())
    {
        return Status::ERROR_INVALID_PARAMETER;
    }
    Leave(slot, interface);
    return Status::NO_ERROR;
}

void
MfeModel::Leave(uint32_t slot, uint32_t interface)
{
    const auto before = HolderOf(interface);
    if (!IsIgmp(slot))
    {
        DeleteAll(IgmpOf(interface), interface);
    }
    DeleteAll(slot, interface);
    auto& has = m_interfaces[slot];
    has.erase(std::find(has.begin(), has.end(), interface));
    ChangeHolder(interface, before);
}

void
MfeModel::DeleteAll(uint32_t slot, uint32_t interface)
{
    const auto memberships = m_memberships;
    for (const auto& membership : memberships)
    {
        if (std::get<0>(membership) == slot && std::get<2>(membership) == interface)
        {
            SetMembership(membership, false);
        }
    }
}

/// OWN-5: entries that come in there go; the marks that the old holder left there go.
void
MfeModel::ChangeHolder(uint32_t interface, uint32_t before)
{
    if (HolderOf(interface) == before)
    {
        return;
    }
    for (auto entry = m_entries.begin(); entry != m_entries.end();)
    {
        entry->second.forced.erase(interface);
        entry->second.disabled.erase(interface);
        entry = entry->second.incoming == interface ? m_entries.erase(entry) : std::next(entry);
    }
    Compare(before, interface);
}

bool
MfeModel::IsAlive(uint32_t slot) const
{
    return std::find(m_registered.begin(), m_registered.end(), slot) != m_registered.end();
}

bool
MfeModel::IsIgmp(uint32_t slot) const
{
    return MFE_SLOTS.at(slot).IsIgmp();
}

uint32_t
MfeModel::OwnerOf(uint32_t interface) const
{
    for (const auto& [slot, has] : m_interfaces)
    {
        if (!IsIgmp(slot) && std::find(has.begin(), has.end(), interface) != has.end())
        {
            return slot;
        }
    }
    return NOBODY;
}

uint32_t
MfeModel::IgmpOf(uint32_t interface) const
{
    for (const auto& [slot, has] : m_interfaces)
    {
        if (IsIgmp(slot) && std::find(has.begin(), has.end(), interface) != has.end())
        {
            return slot;
        }
    }
    return NOBODY;
}

uint32_t
MfeModel::HolderOf(uint32_t interface) const
{
    const auto owner = OwnerOf(interface);
    return owner != NOBODY ? owner : IgmpOf(interface);
}

std::vector<uint32_t>
MfeModel::AlertOrder() const
{
    auto order = m_registered;
    if (m_setup.alertOrder == 1)
    {
        std::reverse(order.begin(), order.end());
    }
    if (m_setup.alertOrder == 2)
    {
        std::sort(order.begin(), order.end(), [](uint32_t a, uint32_t b) {
            return MFE_SLOTS.at(a) < MFE_SLOTS.at(b);
        });
    }
    return order;
}

} // namespace mgm
} // namespace ns3
