/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "mgm-pim-hello-sender.h"

#include "ns3/mgm-trace-words.h"

namespace ns3
{
namespace mgm
{

PimHelloSender::PimHelloSender(PimLink& link)
    : m_link(link),
      m_helloTimer([this]() { Step(PimHelloEvent::HELLO_TIMER); }),
      m_triggeredTimer([this]() { Step(PimHelloEvent::TRIGGERED_TIMER); })
{
}

void
PimHelloSender::Step(PimHelloEvent event)
{
    m_machine.Step(event,
                   m_link.GetSubject(words::PIM_HELLO_SENDER, {}),
                   [this](PimHelloAction action) { Perform(action); });
}

void
PimHelloSender::Demand()
{
    if (m_machine.Get() != PimHelloState::HEARD)
    {
        Step(PimHelloEvent::DEMAND);
    }
}

PimHelloState
PimHelloSender::GetState() const
{
    return m_machine.Get();
}

void
PimHelloSender::Perform(PimHelloAction action)
{
    switch (action)
    {
    case PimHelloAction::SET_FIRST:
        m_helloTimer.Start(m_link.DrawHelloDelay());
        break;
    case PimHelloAction::SEND_PERIODIC:
        m_helloTimer.Start(m_link.GetHelloPeriod());
        m_triggeredTimer.Stop();
        m_link.SendHello();
        break;
    case PimHelloAction::SET_TRIGGERED:
        m_triggeredTimer.Start(m_link.DrawHelloDelay());
        break;
    case PimHelloAction::SEND:
        m_triggeredTimer.Stop();
        m_link.SendHello();
        break;
    case PimHelloAction::LEAVE:
        m_triggeredTimer.Stop();
        m_link.SendGoodbye();
        break;
    case PimHelloAction::STOP:
        m_helloTimer.Stop();
        m_triggeredTimer.Stop();
        m_link.SendGoodbye();
        break;
    case PimHelloAction::CANCEL:
        m_helloTimer.Stop();
        m_triggeredTimer.Stop();
        break;
    case PimHelloAction::NONE:
    case PimHelloAction::COUNT:
        break;
    }
}

} // namespace mgm
} // namespace ns3
