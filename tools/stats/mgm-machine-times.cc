/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "mgm-machine-times.h"

#include "ns3/mgm-trace-words.h"

namespace ns3
{
namespace mgm
{

MachineTimes::Key
MachineTimes::KeyOf(const TraceRecord& record)
{
    const bool isMfe = record.op == words::MFE;
    return {std::string(record.op),
            record.node,
            record.client.value_or(ClientId()),
            isMfe ? InterfaceId() : record.interface.value_or(InterfaceId()),
            record.sourceGroup.value_or(SourceGroup())};
}

void
MachineTimes::Observe(const TraceRecord& record)
{
    if (record.kind != TraceKind::STATE)
    {
        return;
    }
    auto& machine = m_machines[std::string(record.op)];
    ++machine.transitions;
    ++machine.events[std::string(record.event)];
    const auto key = KeyOf(record);
    const auto visit = m_visits.find(key);
    if (visit != m_visits.end())
    {
        // Where the trace lacks a transition, or the machine began anew, nobody knows how long the
        // visit took.
        const bool isWhole = visit->second.state == record.oldState;
        if (isWhole && record.newState == record.oldState)
        {
            return;
        }
        auto& left = machine.states[visit->second.state];
        --left.present;
        if (isWhole && visit->second.sinceNs)
        {
            left.visits.Add(record.timeNs - *visit->second.sinceNs);
        }
        m_visits.erase(visit);
    }
    if (record.newState != words::ABSENT)
    {
        // A machine that stays where it was has been there for nobody knows how long.
        const bool isEntered = record.newState != record.oldState;
        m_visits[key] = {std::string(record.newState),
                         isEntered ? std::make_optional(record.timeNs) : std::nullopt};
        ++machine.states[std::string(record.newState)].present;
    }
}

} // namespace mgm
} // namespace ns3
