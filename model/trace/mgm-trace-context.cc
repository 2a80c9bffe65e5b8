/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "mgm-trace-context.h"

#include "ns3/simulation-singleton.h"

namespace ns3
{
namespace mgm
{

TraceContext&
TraceContext::Get()
{
    return *SimulationSingleton<TraceContext>::Get();
}

CauseScope::CauseScope(uint64_t cause, Nesting nesting)
    : m_outerCause(TraceContext::Get().m_cause),
      m_outerDepth(TraceContext::Get().m_depth)
{
    auto& context = TraceContext::Get();
    if (cause != 0)
    {
        context.m_cause = cause;
    }
    if (nesting == Nesting::DEEPER)
    {
        ++context.m_depth;
    }
}

CauseScope::~CauseScope()
{
    auto& context = TraceContext::Get();
    context.m_cause = m_outerCause;
    context.m_depth = m_outerDepth;
}

} // namespace mgm
} // namespace ns3
