/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "mgm-trace-rules.h"

namespace ns3
{
namespace mgm
{

std::string
TraceView::NameOf(uint32_t node, const InterfaceId& interface) const
{
    std::ostringstream os;
    os << NameOfInterface(nodes, node, interface.index);
    if (interface.nextHop != ANY_ADDRESS)
    {
        os << '@' << interface.nextHop;
    }
    return os.str();
}

TraceRules::TraceRules(TraceRule rule, const TraceView& view)
    : m_view(view),
      m_rule(rule)
{
}

TraceRules::~TraceRules() = default;

void
TraceRules::Before(const TraceRecord& /* record */, const SeenNode& /* node */)
{
}

void
TraceRules::After(const TraceRecord& /* record */, const SeenNode& /* node */)
{
}

void
TraceRules::EndInstant(const SeenNode& /* node */)
{
}

void
TraceRules::Finish(const SeenNode& /* node */)
{
}

void
TraceRules::Report(const std::string& about,
                   const std::vector<RecordNote>& records,
                   const std::string& explanation,
                   uint64_t place) const
{
    m_view.findings.Report(m_rule, about, records, explanation, place);
}

} // namespace mgm
} // namespace ns3
