/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "mgm-pim-dense-upstream.h"

#include "mgm-pim-dense-messages.h"

#include "ns3/mgm-trace-words.h"
#include "ns3/simulator.h"

#include <sstream>

namespace ns3
{
namespace mgm
{

PimDenseUpstream::PimDenseUpstream(PimDenseContext& context)
    : m_context(context),
      m_graftRetry([this]() {
          Expire(m_graftRetry, HasTriedEnough() ? Event::GRT_ENDS : Event::GRT_EXPIRES);
      }),
      m_override([this]() { Expire(m_override, Event::OT_EXPIRES); }),
      // When PLT expires nothing happens, but the (S,G) may not be kept any more.
      m_pruneLimit([this]() { m_context.Handle([]() {}); })
{
}

void
PimDenseUpstream::Step(Event event)
{
    m_machine.StepTelling(
        event,
        m_context.GetSubject(words::PIM_DENSE_UPSTREAM),
        [this]() {
            std::ostringstream text;
            if (m_context.GetMacros().HasUpstream())
            {
                text << "; RPF' " << m_context.GetMacros().RpfPrime();
            }
            return text.str();
        },
        [this](Action action) { Perform(action); });
}

void
PimDenseUpstream::Stop()
{
    m_graftRetry.Stop();
    m_override.Stop();
    m_pruneLimit.Stop();
}

void
PimDenseUpstream::Perform(Action action)
{
    switch (action)
    {
    case Action::PRUNE:
        m_graftRetry.Stop();
        m_override.Stop();
        SendPrune();
        break;
    case Action::LIMIT:
        m_override.Stop();
        HoldPrune();
        break;
    case Action::OVERRIDE:
        Override();
        break;
    case Action::SUPPRESS:
        m_override.Stop();
        break;
    case Action::JOIN:
        SendJoin();
        break;
    case Action::GRAFT:
        m_pruneLimit.Stop();
        m_retries = 0;
        SendGraft();
        break;
    case Action::GRAFT_MORE:
        ++m_retries;
        SendGraft();
        break;
    case Action::STOP_GRAFT:
        m_graftRetry.Stop();
        break;
    case Action::UNLIMIT:
        m_pruneLimit.Stop();
        break;
    case Action::STOP:
        Stop();
        break;
    case Action::NONE:
    case Action::COUNT:
        break;
    }
}

void
PimDenseUpstream::Expire(const DeadlineTimer& timer, Event event)
{
    m_context.Handle([this, &timer, event]() {
        // A change of the route may be noted only now, and set the timer or leave nobody to send
        // to.
        if (!timer.IsRunning() && m_context.GetMacros().HasUpstream())
        {
            Step(event);
        }
    });
}

bool
PimDenseUpstream::IsPruneHeld() const
{
    return GetState() == State::PRUNED && Simulator::Now() < m_pruneEnd;
}

void
PimDenseUpstream::HoldPrune()
{
    const auto parameters = m_context.GetParameters();
    const auto holdtime = ToPimHoldtime(parameters.pruneHoldtime);
    m_pruneLimit.Start(parameters.pruneLimit);
    m_pruneEnd =
        holdtime == PIM_HOLDTIME_FOREVER ? Time::Max() : Simulator::Now() + Seconds(holdtime);
}

void
PimDenseUpstream::SendPrune()
{
    const auto& macros = m_context.GetMacros();
    HoldPrune();
    m_context.Send(MakeDensePrune(m_context.GetSourceGroup(),
                                  macros.RpfPrime(),
                                  ToPimHoldtime(m_context.GetParameters().pruneHoldtime)),
                   *macros.RpfInterface());
}

void
PimDenseUpstream::SendJoin()
{
    const auto& macros = m_context.GetMacros();
    m_context.Send(MakeDenseJoin(m_context.GetSourceGroup(),
                                 macros.RpfPrime(),
                                 ToPimHoldtime(m_context.GetParameters().pruneHoldtime)),
                   *macros.RpfInterface());
}

void
PimDenseUpstream::SendGraft()
{
    const auto& macros = m_context.GetMacros();
    const auto upstream = macros.RpfPrime();
    m_graftRetry.Start(m_context.GetParameters().graftRetryPeriod);
    m_context.Send(MakeDenseGraft(PimType::GRAFT, {m_context.GetSourceGroup()}, upstream),
                   *macros.RpfInterface(),
                   upstream);
}

void
PimDenseUpstream::Override()
{
    if (!m_override.IsRunning())
    {
        m_override.Start(m_context.DrawOverrideDelay(*m_context.GetMacros().RpfInterface()));
    }
}

bool
PimDenseUpstream::HasTriedEnough() const
{
    const auto limit = m_context.GetParameters().graftRetries;
    return limit != 0 && m_retries >= limit;
}

} // namespace mgm
} // namespace ns3
