/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "mgm-igmp-querier.h"

namespace ns3
{
namespace mgm
{

IgmpQuerier::IgmpQuerier(IgmpRouterLink& link)
    : m_link(link),
      m_queryTimer([this]() { Step(QuerierEvent::QUERY_TIMER); })
{
}

void
IgmpQuerier::Start()
{
    Step(QuerierEvent::START);
}

void
IgmpQuerier::Stop()
{
    Step(QuerierEvent::STOP);
}

QuerierState
IgmpQuerier::GetState() const
{
    return m_machine.Get();
}

void
IgmpQuerier::Step(QuerierEvent event)
{
    m_machine.Step(event, m_link.GetSubject("IgmpQuerier", {}), [this](QuerierAction action) {
        Perform(action);
    });
}

void
IgmpQuerier::Perform(QuerierAction action)
{
    switch (action)
    {
    case QuerierAction::SEND_FIRST:
        m_startupQueriesLeft = m_link.GetParameters().startupQueryCount;
        SendQuery();
        break;
    case QuerierAction::SEND:
        SendQuery();
        break;
    case QuerierAction::CANCEL:
        m_queryTimer.Stop();
        break;
    case QuerierAction::NONE:
    case QuerierAction::COUNT:
        break;
    }
}

void
IgmpQuerier::SendQuery()
{
    const auto parameters = m_link.GetParameters();
    if (m_startupQueriesLeft > 0)
    {
        --m_startupQueriesLeft;
    }
    m_queryTimer.Start(m_startupQueriesLeft > 0 ? parameters.startupQueryInterval
                                                : parameters.queryInterval);
    m_link.SendQuery(MakeGeneralQuery(parameters));
}

} // namespace mgm
} // namespace ns3
