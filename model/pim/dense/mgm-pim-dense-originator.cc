/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "mgm-pim-dense-originator.h"

#include "ns3/mgm-trace-words.h"

#include <algorithm>

namespace ns3
{
namespace mgm
{

namespace
{

/// The Prune Now flag is set in every third State Refresh (RFC 3973 section 4.7.10).
constexpr uint32_t PRUNE_NOW_PERIOD = 3;

} // namespace

PimDenseOriginator::PimDenseOriginator(PimDenseContext& context)
    : m_context(context),
      m_stateRefresh([this]() { m_context.Handle([this]() { Step(Event::SRT_EXPIRES); }); }),
      m_sourceActive([this]() { m_context.Handle([this]() { Step(Event::SAT_EXPIRES); }); })
{
}

void
PimDenseOriginator::ReceiveData(uint8_t ttl)
{
    m_ttl = GetState() == State::NOT_ORIGINATOR ? ttl : std::max(m_ttl, ttl);
    Step(Event::DATA);
}

void
PimDenseOriginator::Step(Event event)
{
    m_machine.Step(event, m_context.GetSubject(words::PIM_DENSE_ORIGINATOR), [this](Action action) {
        Perform(action);
    });
}

void
PimDenseOriginator::Stop()
{
    m_stateRefresh.Stop();
    m_sourceActive.Stop();
}

void
PimDenseOriginator::Perform(Action action)
{
    const auto parameters = m_context.GetParameters();
    switch (action)
    {
    case Action::BEGIN:
        m_count = 0;
        m_stateRefresh.Start(parameters.refreshInterval);
        m_sourceActive.Start(parameters.sourceLifetime);
        break;
    case Action::KEEP_ON:
        m_sourceActive.Start(parameters.sourceLifetime);
        break;
    case Action::REFRESH:
        Refresh();
        break;
    case Action::END:
        Stop();
        break;
    case Action::NONE:
    case Action::COUNT:
        break;
    }
}

void
PimDenseOriginator::Refresh()
{
    const auto parameters = m_context.GetParameters();
    ++m_count;
    m_stateRefresh.Start(parameters.refreshInterval);
    m_context.OriginateRefresh(parameters.recordTtl ? m_ttl : parameters.refreshTtl,
                               m_count % PRUNE_NOW_PERIOD == 0);
}

} // namespace mgm
} // namespace ns3
