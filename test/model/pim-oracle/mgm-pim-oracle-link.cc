/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "mgm-pim-oracle-link.h"

namespace ns3
{
namespace mgm
{

namespace
{

std::optional<PimLanDelay>
ToLanDelay(const std::optional<PimOracleLanDelay>& option)
{
    return option ? std::optional(PimLanDelay{false,
                                              NanoSeconds(option->propagation),
                                              NanoSeconds(option->override)})
                  : std::nullopt;
}

} // namespace

PimOracleLink::PimOracleLink(const PimOracleInterfaceSetup& setup, Tracer& tracer)
    : m_tracer(tracer)
{
    m_self.address = Ipv4Address(setup.address);
    m_self.lanDelay = ToLanDelay(setup.lanDelay);
}

void
PimOracleLink::Hear(const PimOracleMessage& hello)
{
    PimNeighbor heard;
    heard.address = Ipv4Address(hello.from);
    if (hello.holdtime != PIM_ORACLE_FOREVER)
    {
        heard.holdtime = Seconds(hello.holdtime);
    }
    heard.lanDelay = ToLanDelay(hello.lanDelay);
    heard.generationId = hello.generation;
    if (hello.refreshInterval)
    {
        heard.refreshInterval = Seconds(*hello.refreshInterval);
    }
    m_neighbors.Hear(heard);
}

PimLanDelays
PimOracleLink::GetDelays() const
{
    return m_neighbors.GetLanDelays(m_self);
}

Time
PimOracleLink::GetHelloPeriod() const
{
    return Time::Max();
}

Time
PimOracleLink::DrawHelloDelay()
{
    return Time::Max();
}

void
PimOracleLink::SendHello()
{
}

void
PimOracleLink::SendGoodbye()
{
}

void
PimOracleLink::HandleNews(PimNeighborNews news, const PimNeighbor& neighbor)
{
    heed(news, neighbor.address);
}

void
PimOracleLink::HandleConflict(Ipv4Address, Ipv4Address, Ipv4Address)
{
}

MachineSubject
PimOracleLink::GetSubject(std::string_view machine, std::optional<Ipv4Address>) const
{
    return {m_tracer, machine, {}, {}, {}, {}};
}

} // namespace mgm
} // namespace ns3
