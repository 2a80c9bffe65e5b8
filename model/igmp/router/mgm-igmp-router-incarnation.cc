/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "mgm-igmp-router-incarnation.h"

namespace ns3
{
namespace mgm
{

IgmpRouterIncarnation::IgmpRouterIncarnation(IgmpRouterLink& interface)
    : m_interface(interface)
{
}

void
IgmpRouterIncarnation::End()
{
    m_served = false;
}

IgmpRouterParameters
IgmpRouterIncarnation::GetParameters() const
{
    return m_interface.GetParameters();
}

bool
IgmpRouterIncarnation::IsServed() const
{
    return m_served;
}

bool
IgmpRouterIncarnation::IsQuerier() const
{
    return m_served && m_interface.IsQuerier();
}

void
IgmpRouterIncarnation::SendQuery(const IgmpMessage& query)
{
    if (m_served)
    {
        m_interface.SendQuery(query);
    }
}

void
IgmpRouterIncarnation::SetMembership(Ipv4Address group, FilterMode mode, const SourceSet& sources)
{
    if (m_served)
    {
        m_interface.SetMembership(group, mode, sources);
    }
}

void
IgmpRouterIncarnation::Forget(Ipv4Address group)
{
    if (m_served)
    {
        m_interface.Forget(group);
    }
}

void
IgmpRouterIncarnation::NoteDrop(IgmpRouterDrop cause, Ipv4Address group)
{
    if (m_served)
    {
        m_interface.NoteDrop(cause, group);
    }
}

MachineSubject
IgmpRouterIncarnation::GetSubject(std::string_view machine,
                                  std::optional<SourceGroup> sourceGroup) const
{
    return m_interface.GetSubject(machine, sourceGroup);
}

} // namespace mgm
} // namespace ns3
