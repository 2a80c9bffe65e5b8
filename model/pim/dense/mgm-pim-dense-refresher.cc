/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "mgm-pim-dense-refresher.h"

#include "mgm-pim-dense-messages.h"

#include "ns3/simulator.h"

#include <utility>

namespace ns3
{
namespace mgm
{

PimDenseRefresher::PimDenseRefresher(PimDenseContext& context)
    : m_context(context)
{
}

void
PimDenseRefresher::Forward(const PimStateRefresh& received)
{
    if (!IsTooSoon())
    {
        auto message = received;
        --message.ttl;
        m_last = {std::move(message), received.ttl, Simulator::Now()};
        Spread();
    }
}

void
PimDenseRefresher::Originate(uint8_t ttl, bool pruneNow)
{
    const auto& [source, group] = m_context.GetSourceGroup();
    PimStateRefresh message;
    message.group.address = group;
    message.source = source;
    message.originator =
        m_context.GetEnvironment().GetAddress(*m_context.GetMacros().RpfInterface());
    message.ttl = ttl;
    message.pruneNow = pruneNow;
    message.interval =
        static_cast<uint8_t>(ToPimHoldtime(m_context.GetParameters().refreshInterval));
    m_last = {std::move(message), ttl, Simulator::Now()};
    Spread();
}

void
PimDenseRefresher::Replay(uint32_t interface)
{
    constexpr int64_t INTERVALS = 3; // after these nobody heeds it any more (section 4.6.4)
    const bool isFresh =
        m_last && Simulator::Now() - m_last->at < INTERVALS * Seconds(m_last->message.interval);
    if (isFresh && m_context.GetMacros().Route())
    {
        SendOn(interface);
    }
}

void
PimDenseRefresher::Spread()
{
    for (const auto interface : m_context.GetMacros().PimNbrs())
    {
        SendOn(interface);
    }
}

void
PimDenseRefresher::SendOn(uint32_t interface)
{
    if (!MayLeave(interface, m_last->hopLimit))
    {
        return;
    }
    const auto& macros = m_context.GetMacros();
    const auto route = *macros.Route();
    auto message = m_last->message;
    message.metric = route.metric;
    message.preference = route.preference;
    message.maskLength = route.maskLength;
    message.pruneIndicator = macros.Prunes().count(interface) != 0;
    message.assertOverride = macros.HasNoAssert(interface);
    m_context.OnRefreshSent(interface, Seconds(message.interval));
    m_context.Send(message, interface);
}

bool
PimDenseRefresher::MayLeave(uint32_t interface, uint8_t hopLimit) const
{
    const auto& macros = m_context.GetMacros();
    // A TTL of 0 is below any threshold.
    return hopLimit - 1 >= m_context.GetEnvironment().GetThreshold(interface) &&
           !macros.IsRpfInterface(interface) && !macros.LostAssert(interface);
}

bool
PimDenseRefresher::IsTooSoon()
{
    const auto now = Simulator::Now();
    const bool isTooSoon = m_latest && now - *m_latest < m_context.GetParameters().refreshLimit;
    m_latest = now;
    return isTooSoon;
}

} // namespace mgm
} // namespace ns3
