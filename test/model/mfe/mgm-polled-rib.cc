/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "mgm-polled-rib.h"

#include "ns3/simulator.h"

#include <utility>

namespace ns3
{
namespace mgm
{

void
PolledRib::Shift(Ipv4Address destination, uint32_t interface, Ipv4Address nextHop)
{
    interfaces[destination.Get()] = interface;
    if (interface == 0)
    {
        interfaces.erase(destination.Get());
    }
    nextHops[destination.Get()] = nextHop;
}

std::vector<Time>
PolledRib::TakePolls()
{
    return std::exchange(m_polls, {});
}

void
PolledRib::HandleUse()
{
    m_next.Cancel();
    if (IsInUse())
    {
        m_next = Simulator::Schedule(interval, &PolledRib::Poll, this);
    }
}

void
PolledRib::DoDispose()
{
    m_next.Cancel();
    FakeRib::DoDispose();
}

void
PolledRib::Poll()
{
    m_polls.push_back(Simulator::Now());
    m_next = Simulator::Schedule(interval, &PolledRib::Poll, this);
    NotifyTimeToLook();
}

} // namespace mgm
} // namespace ns3
