/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "mgm-pim-dense-assert.h"

#include "mgm-pim-dense-messages.h"

#include "ns3/mgm-trace-words.h"

#include <sstream>

namespace ns3
{
namespace mgm
{

PimDenseAssert::PimDenseAssert(PimDenseContext& context, uint32_t interface)
    : m_context(context),
      m_interface(interface),
      m_timer([this]() { m_context.Handle([this]() { Step(Event::AT_EXPIRES); }); }),
      m_couldAssert(context.GetMacros().CouldAssert(interface))
{
}

void
PimDenseAssert::ReceiveMetric(const PimDenseMetric& metric, Time time)
{
    if (const auto event = Judge(metric))
    {
        Step(*event, {metric, time});
    }
}

void
PimDenseAssert::SendRefresh(Time interval)
{
    Step(Event::SEND_REFRESH, {{}, m_context.GetParameters().GetAssertTime(interval)});
}

void
PimDenseAssert::LoseNeighbor(Ipv4Address neighbor)
{
    if (GetState() == State::LOSER && m_winner.address == neighbor)
    {
        Step(Event::WINNER_GONE);
    }
}

void
PimDenseAssert::SetCouldAssert(bool could)
{
    if (could != m_couldAssert)
    {
        m_couldAssert = could;
        Step(could ? Event::COULD : Event::COULD_NOT);
    }
}

void
PimDenseAssert::Step(Event event)
{
    Step(event, {});
}

void
PimDenseAssert::Stop()
{
    m_timer.Stop();
}

std::optional<PimDenseAssertEvent>
PimDenseAssert::Judge(const PimDenseMetric& metric) const
{
    const auto& macros = m_context.GetMacros();
    const auto own = macros.MyAssertMetric(m_interface);
    const bool isInferior = IsBetter(own, metric);
    const bool isLoser = GetState() == State::LOSER;
    if (isLoser && metric.address == m_winner.address)
    {
        return isInferior || metric.IsInfinite() ? Event::INFERIOR_OF_WINNER : Event::CONFIRMED;
    }
    if (IsBetter(metric, isLoser ? m_winner : own))
    {
        return macros.CouldAssert(m_interface) ? Event::PREFERRED : Event::PREFERRED_UPSTREAM;
    }
    return isInferior ? std::optional(Event::INFERIOR) : std::nullopt;
}

void
PimDenseAssert::Step(Event event, const Offer& offer)
{
    m_machine.StepTelling(
        event,
        m_context.GetSubject(words::PIM_DENSE_ASSERT, m_interface),
        [this, &offer]() { return Describe(offer); },
        [this, &offer](Action action) { Perform(action, offer); });
}

std::string
PimDenseAssert::Describe(const Offer& offer) const
{
    std::ostringstream text;
    text << "; own " << m_context.GetMacros().MyAssertMetric(m_interface);
    if (offer.metric.address != ANY_ADDRESS)
    {
        text << ", heard " << offer.metric;
    }
    return text.str();
}

void
PimDenseAssert::Perform(Action action, const Offer& offer)
{
    switch (action)
    {
    case Action::WIN:
        Win();
        break;
    case Action::LOSE:
        Follow(offer);
        m_context.Send(MakeDensePrune(m_context.GetSourceGroup(),
                                      offer.metric.address,
                                      ToPimHoldtime(offer.time)),
                       m_interface);
        break;
    case Action::FOLLOW:
        Follow(offer);
        break;
    case Action::REFRESH:
        m_timer.Start(offer.time);
        break;
    case Action::ASSERT:
        SendAssert(m_context.GetMacros().MyAssertMetric(m_interface));
        break;
    case Action::CANCEL:
        Forget();
        SendAssert(PimDenseMacros::InfiniteAssertMetric());
        break;
    case Action::FORGET:
        Forget();
        break;
    case Action::NONE:
    case Action::COUNT:
        break;
    }
}

void
PimDenseAssert::Win()
{
    m_winner = m_context.GetMacros().MyAssertMetric(m_interface);
    m_timer.Start(m_context.GetParameters().assertTime);
    SendAssert(m_winner);
}

void
PimDenseAssert::Follow(const Offer& offer)
{
    m_winner = offer.metric;
    m_timer.Start(offer.time);
}

void
PimDenseAssert::Forget()
{
    m_winner = PimDenseMetric();
    m_timer.Stop();
}

void
PimDenseAssert::SendAssert(const PimDenseMetric& metric)
{
    m_context.Send(MakeDenseAssert(m_context.GetSourceGroup(), metric), m_interface);
}

} // namespace mgm
} // namespace ns3
