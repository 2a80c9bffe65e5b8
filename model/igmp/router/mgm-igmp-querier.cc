/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "mgm-igmp-querier.h"

#include "ns3/mgm-trace-words.h"

namespace ns3
{
namespace mgm
{

namespace
{

/// RFC 3376 section 8.2: it holds while the querier says 0 (section 4.1.7).
const Time DEFAULT_QUERY_INTERVAL = Seconds(125);

} // namespace

IgmpQuerier::IgmpQuerier(IgmpRouterLink& link)
    : m_link(link),
      m_queryTimer([this]() { Step(QuerierEvent::QUERY_TIMER); }),
      m_otherQuerierTimer([this]() { Step(QuerierEvent::OTHER_QUERIER_TIMER); })
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

void
IgmpQuerier::Yield(const IgmpQuery& query)
{
    m_other = query.source;
    // First, because the timer is set from the querier's variables. Only IGMPv3 has them.
    m_adopted = IgmpQuerierVariables();
    if (query.version == 3 && m_link.GetParameters().version == 3)
    {
        m_adopted->robustness = query.robustness;
        m_adopted->queryInterval =
            query.queryInterval.IsZero() ? DEFAULT_QUERY_INTERVAL : query.queryInterval;
    }
    Step(QuerierEvent::LOWER_QUERY);
}

Ipv4Address
IgmpQuerier::GetOther() const
{
    return GetState() == QuerierState::NON_QUERIER ? m_other : Ipv4Address::GetZero();
}

Time
IgmpQuerier::GetOtherQuerierTimer() const
{
    return m_otherQuerierTimer.GetRemaining();
}

const std::optional<IgmpQuerierVariables>&
IgmpQuerier::GetAdopted() const
{
    return m_adopted;
}

QuerierState
IgmpQuerier::GetState() const
{
    return m_machine.Get();
}

void
IgmpQuerier::Step(QuerierEvent event)
{
    if (!m_link.IsServed())
    {
        return;
    }
    m_machine.Step(event, m_link.GetSubject(words::IGMP_QUERIER, {}), [this](QuerierAction action) {
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
    case QuerierAction::YIELD:
        m_startupQueriesLeft = 0;
        m_queryTimer.Stop();
        m_otherQuerierTimer.Start(m_link.GetParameters().otherQuerierInterval);
        break;
    case QuerierAction::TAKE_OVER:
        m_adopted.reset();
        SendQuery();
        break;
    case QuerierAction::CANCEL:
        m_adopted.reset();
        m_queryTimer.Stop();
        m_otherQuerierTimer.Stop();
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
