/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "mgm-igmp-v3-response.h"

#include "ns3/mgm-trace-words.h"

#include <utility>

namespace ns3
{
namespace mgm
{

IgmpV3Response::IgmpV3Response(IgmpHostLink& link, Ipv4Address group, Report report)
    : m_link(link),
      m_group(group),
      m_report(std::move(report)),
      m_timer([this]() { Step(Event::TIMER, {}, Time(0)); })
{
}

void
IgmpV3Response::ReceiveQuery(const SourceSet& sources, Time delay)
{
    Step(sources.IsEmpty() ? Event::GROUP_QUERY : Event::SOURCE_QUERY, sources, delay);
}

void
IgmpV3Response::OnReported()
{
    Step(Event::REPORTED, {}, Time(0));
}

void
IgmpV3Response::Step(Event event, const SourceSet& sources, Time delay)
{
    m_machine.Step(event, m_link.GetSubject(words::IGMP_V3_RESPONSE, m_group), [&](Action action) {
        Perform(action, sources, delay);
    });
}

void
IgmpV3Response::Perform(Action action, const SourceSet& sources, Time delay)
{
    const auto report = m_report; // survives the response
    switch (action)
    {
    case Action::RECORD_AND_START:
    case Action::MERGE_AND_LOWER:
        m_sources = m_sources + sources;
        m_timer.Lower(delay);
        break;
    case Action::CLEAR_AND_LOWER:
        m_sources = {};
        [[fallthrough]];
    case Action::START:
    case Action::LOWER:
        m_timer.Lower(delay);
        break;
    case Action::REPORT_GROUP:
        report({});
        break;
    case Action::REPORT_SOURCES:
        report(std::exchange(m_sources, {}));
        break;
    case Action::CLEAR:
        m_sources = {};
        break;
    case Action::NONE:
    case Action::COUNT:
        break;
    }
}

} // namespace mgm
} // namespace ns3
