/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "mgm-pim-dense-downstream.h"

#include "mgm-pim-dense-messages.h"

#include "ns3/mgm-trace-words.h"

#include <algorithm>
#include <string>

namespace ns3
{
namespace mgm
{

PimDenseDownstream::PimDenseDownstream(PimDenseContext& context, uint32_t interface)
    : m_context(context),
      m_interface(interface),
      m_prunePending([this]() { m_context.Handle([this]() { Step(Event::PPT_EXPIRES); }); }),
      m_prune([this]() { m_context.Handle([this]() { Step(Event::PT_EXPIRES); }); })
{
}

void
PimDenseDownstream::ReceivePrune(uint16_t holdtime)
{
    m_received = holdtime;
    m_largest = GetState() == State::NO_INFO ? holdtime : std::max(m_largest, holdtime);
    Step(Event::PRUNE);
}

void
PimDenseDownstream::Step(Event event)
{
    m_machine.StepTelling(
        event,
        m_context.GetSubject(words::PIM_DENSE_DOWNSTREAM, m_interface),
        [this, event]() {
            return event == Event::PRUNE ? "; holdtime " + std::to_string(m_received) + 's'
                                         : std::string();
        },
        [this](Action action) { Perform(action); });
}

void
PimDenseDownstream::Stop()
{
    m_prunePending.Stop();
    m_prune.Stop();
}

void
PimDenseDownstream::Perform(Action action)
{
    switch (action)
    {
    case Action::PEND:
        Pend();
        break;
    case Action::CONFIRM:
        Confirm();
        break;
    case Action::HOLD:
        Hold();
        break;
    case Action::REFRESH:
        SetPruneTimer(m_largest, Time(0));
        break;
    case Action::CANCEL:
        Stop();
        break;
    case Action::ACK:
        m_context.AckGraft();
        break;
    case Action::ACK_CANCEL:
        m_context.AckGraft();
        Stop();
        break;
    case Action::NONE:
    case Action::COUNT:
        break;
    }
}

void
PimDenseDownstream::Pend()
{
    if (m_context.GetEnvironment().CountNeighbors(m_interface) > 1)
    {
        m_prunePending.Start(m_context.GetMacros().JpOverrideInterval(m_interface));
    }
    else
    {
        Step(Event::PPT_EXPIRES); // nobody could override it
    }
}

void
PimDenseDownstream::Confirm()
{
    // The time is subtracted even if PPT was zero, as the RFC has it.
    SetPruneTimer(m_largest, m_context.GetMacros().JpOverrideInterval(m_interface));
    const auto& environment = m_context.GetEnvironment();
    if (environment.CountNeighbors(m_interface) > 1)
    {
        m_context.Send(MakeDensePrune(m_context.GetSourceGroup(),
                                      environment.GetAddress(m_interface),
                                      m_largest),
                       m_interface);
    }
}

void
PimDenseDownstream::Hold()
{
    const bool isForever = !m_prune.IsRunning();
    const bool isLonger =
        m_received == PIM_HOLDTIME_FOREVER || Seconds(m_received) > m_prune.GetRemaining();
    if (!isForever && isLonger)
    {
        SetPruneTimer(m_received, Time(0));
    }
}

void
PimDenseDownstream::SetPruneTimer(uint16_t holdtime, Time elapsed)
{
    if (holdtime == PIM_HOLDTIME_FOREVER)
    {
        m_prune.Stop();
    }
    else
    {
        m_prune.Start(std::max(Seconds(holdtime) - elapsed, Time(0)));
    }
}

} // namespace mgm
} // namespace ns3
