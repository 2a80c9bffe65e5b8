/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "mgm-mfe-router-model.h"

#include "ns3/mgm-multicast-group-manager.h"

#include <algorithm>

namespace ns3
{
namespace mgm
{

namespace
{

uint32_t
Find(const std::map<uint32_t, uint32_t>& clients, uint32_t interface)
{
    const auto found = clients.find(interface);
    return found == clients.end() ? MfeRouterModel::NOBODY : found->second;
}

} // namespace

bool
Wants(const SourceGroup& membership, const SourceGroup& key)
{
    return (membership.IsAnyGroup() || membership.group == key.group) &&
           (membership.IsAnySource() || membership.source == key.source);
}

MfeRouterModel::MfeRouterModel(const MfeSetup& setup)
    : m_setup(setup)
{
    for (std::size_t i = 0; i < MFE_SOURCES.size(); ++i)
    {
        m_routes[MFE_SOURCES.at(i).Get()] = {setup.rib.at(i), ANY_ADDRESS};
    }
}

bool
MfeRouterModel::operator==(const MfeRouterModel& other) const
{
    return m_now == other.m_now && m_registered == other.m_registered &&
           m_interfaces == other.m_interfaces && m_owners == other.m_owners &&
           m_igmps == other.m_igmps && m_changes == other.m_changes &&
           m_memberships == other.m_memberships && m_routes == other.m_routes &&
           m_static == other.m_static && m_down == other.m_down;
}

Status
MfeRouterModel::JudgeRegister(uint32_t slot) const
{
    return IsAlive(slot) ? Status::ERROR_ALREADY_EXISTS : Status::NO_ERROR;
}

Status
MfeRouterModel::JudgeDeRegister(uint32_t slot) const
{
    if (!IsAlive(slot))
    {
        return Status::ERROR_INVALID_PARAMETER;
    }
    const auto has = m_interfaces.find(slot);
    return has != m_interfaces.end() && !has->second.empty() ? Status::ERROR_CAN_NOT_COMPLETE
                                                             : Status::NO_ERROR;
}

Status
MfeRouterModel::JudgeTake(uint32_t slot, uint32_t interface) const
{
    if (!IsAlive(slot))
    {
        return Status::ERROR_INVALID_PARAMETER;
    }
    const auto there = IsIgmp(slot) ? IgmpOf(interface) : OwnerOf(interface);
    return there != NOBODY || IsChanging(interface) ? Status::ERROR_ALREADY_EXISTS
                                                    : Status::NO_ERROR;
}

Status
MfeRouterModel::JudgeRelease(uint32_t slot, uint32_t interface) const
{
    if (!IsAlive(slot) || !Has(slot, interface))
    {
        return Status::ERROR_INVALID_PARAMETER;
    }
    return IsChanging(interface) ? Status::ERROR_CAN_NOT_COMPLETE : Status::NO_ERROR;
}

Status
MfeRouterModel::JudgeChange(const MfeStep& step) const
{
    if (!IsAlive(step.slot))
    {
        return Status::ERROR_INVALID_PARAMETER;
    }
    if (IsChanging(step.interface))
    {
        return Status::ERROR_CAN_NOT_COMPLETE;
    }
    const auto owner = OwnerOf(step.interface);
    const auto igmp = IgmpOf(step.interface);
    const bool forwards = (step.flags & MGM_FORWARD_STATE_FLAG) != 0;
    if (step.slot == owner || (step.slot == igmp && (owner == NOBODY || !forwards)))
    {
        return Status::NO_ERROR;
    }
    if (owner != NOBODY)
    {
        return Status::ERROR_INVALID_PARAMETER;
    }
    return step.verb == MfeStep::Verb::ADD || igmp != NOBODY ? Status::ERROR_CAN_NOT_COMPLETE
                                                             : Status::ERROR_NOT_FOUND;
}

void
MfeRouterModel::Register(uint32_t slot)
{
    m_registered.push_back(slot);
}

std::vector<uint32_t>
MfeRouterModel::Remove(uint32_t slot)
{
    m_registered.erase(std::find(m_registered.begin(), m_registered.end(), slot));
    const auto has = m_interfaces[slot];
    m_interfaces.erase(slot);
    return has;
}

void
MfeRouterModel::SetIgmp(uint32_t interface, uint32_t slot)
{
    if (slot != NOBODY)
    {
        m_igmps[interface] = slot;
        m_interfaces[slot].push_back(interface);
        return;
    }
    Forget(IgmpOf(interface), interface);
    m_igmps.erase(interface);
}

void
MfeRouterModel::Reserve(uint32_t interface, uint32_t slot, bool takes)
{
    m_changes[interface] = {slot, takes, !IsAlive(slot), std::nullopt};
    if (takes)
    {
        m_interfaces[slot].push_back(interface);
    }
}

void
MfeRouterModel::BeginChange(uint32_t interface, int64_t due)
{
    m_changes.at(interface).due = due;
    m_owners.erase(interface);
}

void
MfeRouterModel::FinishChange(uint32_t interface)
{
    const auto change = m_changes.at(interface);
    m_changes.erase(interface);
    if (change.takes)
    {
        m_owners[interface] = change.slot;
    }
    else if (!change.isDead)
    {
        Forget(change.slot, interface);
    }
}

void
MfeRouterModel::AbortChange(uint32_t interface)
{
    m_changes.erase(interface);
    m_owners.erase(interface);
}

bool
MfeRouterModel::SetMember(const Membership& membership, bool exists)
{
    return exists ? m_memberships.insert(membership).second : m_memberships.erase(membership) != 0;
}

void
MfeRouterModel::SetRoute(Ipv4Address source, const Route& route)
{
    m_routes[source.Get()] = route;
}

void
MfeRouterModel::SetStaticRoute(Ipv4Address source, const std::optional<Route>& route)
{
    m_static.erase(source.Get());
    if (route)
    {
        m_static[source.Get()] = *route;
    }
}

void
MfeRouterModel::SetUp(uint32_t interface, bool isUp)
{
    if (isUp)
    {
        m_down.erase(interface);
    }
    else
    {
        m_down.insert(interface);
    }
}

void
MfeRouterModel::Crash()
{
    m_registered.clear();
    m_interfaces.clear();
    m_owners.clear();
    m_igmps.clear();
    m_changes.clear();
    m_memberships.clear();
}

std::optional<std::pair<int64_t, uint32_t>>
MfeRouterModel::GetNextChange() const
{
    std::optional<std::pair<int64_t, uint32_t>> next;
    for (const auto& [interface, change] : m_changes)
    {
        if (change.due && (!next || *change.due < next->first))
        {
            next = {*change.due, interface};
        }
    }
    return next;
}

bool
MfeRouterModel::IsAlive(uint32_t slot) const
{
    return std::find(m_registered.begin(), m_registered.end(), slot) != m_registered.end();
}

bool
MfeRouterModel::IsIgmp(uint32_t slot)
{
    return slot != NOBODY && MFE_SLOTS.at(slot).IsIgmp();
}

uint32_t
MfeRouterModel::OwnerOf(uint32_t interface) const
{
    return Find(m_owners, interface);
}

uint32_t
MfeRouterModel::IgmpOf(uint32_t interface) const
{
    return Find(m_igmps, interface);
}

uint32_t
MfeRouterModel::HolderOf(uint32_t interface) const
{
    const auto change = m_changes.find(interface);
    if (change != m_changes.end() && change->second.due)
    {
        return NOBODY;
    }
    const auto owner = OwnerOf(interface);
    return owner != NOBODY ? owner : IgmpOf(interface);
}

std::vector<MfeRouterModel::Membership>
MfeRouterModel::MembershipsOf(uint32_t slot, uint32_t interface) const
{
    std::vector<Membership> found;
    for (const auto& membership : m_memberships)
    {
        if (std::get<0>(membership) == slot && std::get<2>(membership) == interface)
        {
            found.push_back(membership);
        }
    }
    return found;
}

/// MBR-5: on an interface with an owner, memberships of IGMP do not count.
MfeRouterModel::Interfaces
MfeRouterModel::Matching(const SourceGroup& key) const
{
    Interfaces matching;
    for (const auto& [slot, wanted, interface] : m_memberships)
    {
        if (slot == HolderOf(interface) && Wants(wanted, key))
        {
            matching.insert(interface);
        }
    }
    return matching;
}

std::vector<uint32_t>
MfeRouterModel::AlertOrder() const
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

MfeRouterModel::Route
MfeRouterModel::RouteTo(Ipv4Address source) const
{
    const auto fixed = m_static.find(source.Get());
    const auto found = m_routes.find(source.Get());
    return fixed != m_static.end()   ? fixed->second
           : found != m_routes.end() ? found->second
                                     : Route{};
}

bool
MfeRouterModel::Has(uint32_t slot, uint32_t interface) const
{
    const auto has = m_interfaces.find(slot);
    return has != m_interfaces.end() &&
           std::find(has->second.begin(), has->second.end(), interface) != has->second.end();
}

void
MfeRouterModel::Forget(uint32_t slot, uint32_t interface)
{
    auto& has = m_interfaces[slot];
    has.erase(std::remove(has.begin(), has.end(), interface), has.end());
}

} // namespace mgm
} // namespace ns3
