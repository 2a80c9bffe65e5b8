/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "mgm-forwarding-interfaces.h"

#include "mgm-ipv4-output.h"

#include "ns3/ipv4.h"

#include <utility>

namespace ns3
{
namespace mgm
{

void
ForwardingInterfaces::SetIpv4(Ipv4* ipv4)
{
    m_ipv4 = ipv4;
    m_ipv4Interfaces.clear();
}

uint32_t
ForwardingInterfaces::AddVirtual(std::unique_ptr<RegisterOutput> output)
{
    m_virtualOutputs.push_back(output.get());
    m_virtualInterfaces.emplace_back(std::move(output));
    return FIRST_VIRTUAL_INTERFACE + m_virtualInterfaces.size() - 1;
}

bool
ForwardingInterfaces::RemoveVirtual(uint32_t index)
{
    if (!HasVirtual(index))
    {
        return false;
    }
    // The interface itself stays, because a packet may be leaving there now.
    std::exchange(m_virtualOutputs[index - FIRST_VIRTUAL_INTERFACE], nullptr)->Close();
    return true;
}

void
ForwardingInterfaces::RemoveAllVirtual()
{
    for (uint32_t i = 0; i < m_virtualOutputs.size(); ++i)
    {
        RemoveVirtual(FIRST_VIRTUAL_INTERFACE + i);
    }
}

bool
ForwardingInterfaces::HasVirtual(uint32_t index) const
{
    return index >= FIRST_VIRTUAL_INTERFACE &&
           index - FIRST_VIRTUAL_INTERFACE < m_virtualOutputs.size() &&
           m_virtualOutputs[index - FIRST_VIRTUAL_INTERFACE];
}

ForwardingInterface*
ForwardingInterfaces::FindNew(uint32_t index)
{
    if (!m_ipv4 || index >= m_ipv4->GetNInterfaces())
    {
        return nullptr;
    }
    while (m_ipv4Interfaces.size() <= index)
    {
        m_ipv4Interfaces.emplace_back(
            std::make_unique<Ipv4Output>(*m_ipv4, m_ipv4Interfaces.size()));
    }
    return &m_ipv4Interfaces[index];
}

ForwardingInterface*
ForwardingInterfaces::FindVirtual(uint32_t index)
{
    return HasVirtual(index) ? &m_virtualInterfaces[index - FIRST_VIRTUAL_INTERFACE] : nullptr;
}

} // namespace mgm
} // namespace ns3
