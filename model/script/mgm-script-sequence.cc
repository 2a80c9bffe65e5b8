/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "mgm-script-sequence.h"

#include "ns3/mgm-time-variable.h"
#include "ns3/mgm-trace-context.h"
#include "ns3/simulator.h"

#include <algorithm>

namespace ns3
{
namespace mgm
{

ScriptSequence::ScriptSequence(const Actor& actor, std::vector<ScriptStep> steps)
    : m_actor(actor),
      m_steps(std::move(steps))
{
}

void
ScriptSequence::Start()
{
    GoOn();
}

void
ScriptSequence::GoOn()
{
    m_mayGoOn = true;
    if (m_isGoing)
    {
        return; // the loop below goes on, so that a long script needs no deep stack
    }
    m_isGoing = true;
    while (m_mayGoOn)
    {
        m_mayGoOn = false;
        Prepare();
    }
    m_isGoing = false;
}

void
ScriptSequence::Cancel()
{
    m_event.Cancel();
    m_event = EventId(); // the event holds the sequence
    m_step = m_steps.size();
}

void
ScriptSequence::Prepare()
{
    if (IsOver())
    {
        return;
    }
    const ScriptStep& step = m_steps[m_step];
    const bool isFirstCall = m_interface == 0 && !m_enumeration;
    Time delay = DrawTime(step.delay);
    if (step.at && isFirstCall)
    {
        delay += std::max(*step.at - Simulator::Now(), Time());
    }
    if (delay.IsZero())
    {
        Act();
    }
    else
    {
        Schedule(delay, &ScriptSequence::Act);
    }
}

void
ScriptSequence::Act()
{
    const Time retry = m_steps[m_step].retry;
    const bool isDone = MakeCall();
    if (IsOver())
    {
        return; // the call has cancelled the sequence
    }
    if (m_status != Status::NO_ERROR && m_status != Status::ERROR_MORE_DATA && !retry.IsZero())
    {
        m_enumeration = {};
        Schedule(retry, &ScriptSequence::Act);
        return;
    }
    if (isDone)
    {
        Advance();
    }
    const auto self = shared_from_this();
    m_actor.callWhenReturned(Callback<void>([self]() { self->GoOn(); }));
}

bool
ScriptSequence::MakeCall()
{
    const ScriptStep& step = m_steps[m_step];
    if (step.verb == ScriptVerb::ENUMERATE)
    {
        return !m_actor.enumerate(step, m_enumeration, m_status);
    }
    const auto interface = step.interfaces.empty() ? InterfaceId() : step.interfaces[m_interface];
    m_status = m_actor.call(step, interface);
    return true;
}

void
ScriptSequence::Advance()
{
    m_enumeration = {};
    ++m_interface;
    if (m_interface >= m_steps[m_step].interfaces.size())
    {
        m_interface = 0;
        ++m_step;
    }
}

void
ScriptSequence::Schedule(Time delay, void (ScriptSequence::*method)())
{
    const auto self = shared_from_this();
    const uint64_t cause = TraceContext::Get().GetCause();
    m_event = Simulator::Schedule(delay, [self, cause, method]() {
        self->m_event = EventId(); // the event holds the sequence
        const CauseScope scope(cause);
        ((*self).*method)();
    });
}

} // namespace mgm
} // namespace ns3
