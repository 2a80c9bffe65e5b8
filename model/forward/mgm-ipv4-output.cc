/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "mgm-ipv4-output.h"

#include "ns3/ipv4-route.h"
#include "ns3/ipv4.h"
#include "ns3/loopback-net-device.h"

#include <utility>

namespace ns3
{
namespace mgm
{

Ipv4Output::Ipv4Output(Ipv4& ipv4, uint32_t index)
    : m_ipv4(ipv4),
      m_index(index),
      m_isLoopback(DynamicCast<LoopbackNetDevice>(ipv4.GetNetDevice(index))),
      m_route(Create<Ipv4Route>())
{
    m_route->SetOutputDevice(ipv4.GetNetDevice(index));
}

Ipv4Output::~Ipv4Output() = default;

bool
Ipv4Output::IsUp() const
{
    return m_ipv4.IsUp(m_index);
}

uint32_t
Ipv4Output::GetMtu() const
{
    return m_ipv4.GetMtu(m_index);
}

bool
Ipv4Output::IsLoopback() const
{
    return m_isLoopback;
}

void
Ipv4Output::Send(Ptr<Packet> packet, const Ipv4Header& header, Ipv4Address nextHop)
{
    // IPv4 reads device and gateway before anything else can happen, and keeps no reference: one
    // route serves all packets.
    m_route->SetGateway(nextHop);
    m_ipv4.SendWithHeader(std::move(packet), header, m_route);
}

} // namespace mgm
} // namespace ns3
