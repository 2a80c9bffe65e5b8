/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "mgm-call-tracer.h"

#include "ns3/mgm-trace-emit.h"
#include "ns3/mgm-trace-words.h"

namespace ns3
{
namespace mgm
{

CallTracer::CallTracer(const ClientRegistry& registry, const Ptr<Tracer>& tracer)
    : m_registry(registry),
      m_tracer(tracer)
{
}

TraceRecord
CallTracer::Make(std::string_view op,
                 ClientHandle client,
                 const std::optional<InterfaceId>& interface,
                 const std::optional<SourceGroup>& entry) const
{
    TraceRecord record = MakeTraceRecord(TraceKind::CALL, {op, interface, entry});
    if (const Client* known = m_registry.FindEver(client))
    {
        record.client = known->id;
        record.clientName = known->name;
    }
    return record;
}

TraceScope
CallTracer::Begin(std::string_view op,
                  ClientHandle client,
                  const std::optional<InterfaceId>& interface,
                  const std::optional<SourceGroup>& entry) const
{
    return TraceScope(*m_tracer, [&]() { return Make(op, client, interface, entry); });
}

void
CallTracer::TraceEnumerated(ClientHandle client, const SourceGroup& entry) const
{
    if (m_tracer->IsConnected())
    {
        TraceRecord record = Make(words::ENUMERATED, client, std::nullopt, entry);
        record.kind = TraceKind::EVENT;
        m_tracer->Emit(record);
    }
}

void
CallTracer::TraceViolation(std::string_view rule,
                           std::string_view op,
                           ClientHandle client,
                           const InterfaceId& interface) const
{
    if (m_tracer->IsConnected())
    {
        TraceRecord record = Make(op, client, interface);
        record.kind = TraceKind::VIOLATION;
        record.event = rule;
        m_tracer->Emit(record);
    }
}

} // namespace mgm
} // namespace ns3
