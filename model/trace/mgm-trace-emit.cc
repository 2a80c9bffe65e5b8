/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "mgm-trace-emit.h"

namespace ns3
{
namespace mgm
{

TraceRecord
MakeTraceRecord(TraceKind kind, const TraceSubject& subject, uint64_t cause)
{
    TraceRecord record;
    record.cause = cause;
    record.kind = kind;
    record.op = subject.op;
    record.client = subject.client;
    record.clientName = subject.clientName;
    record.interface = subject.interface;
    record.sourceGroup = subject.sourceGroup;
    return record;
}

uint64_t
EmitState(const Tracer& tracer,
          const TraceSubject& subject,
          const TraceChange& change,
          const TraceText& detail)
{
    if (!tracer.IsConnected())
    {
        return 0;
    }
    TraceRecord record = MakeTraceRecord(TraceKind::STATE, subject);
    record.oldState = change.oldState;
    record.event = change.event;
    record.action = change.action;
    record.newState = change.newState;
    record.detail = detail;
    return tracer.Emit(record);
}

uint64_t
EmitEvent(const Tracer& tracer,
          const TraceSubject& subject,
          std::string_view event,
          const TraceText& detail)
{
    if (!tracer.IsConnected())
    {
        return 0;
    }
    TraceRecord record = MakeTraceRecord(TraceKind::EVENT, subject);
    record.event = event;
    record.detail = detail;
    return tracer.Emit(record);
}

uint64_t
EmitDrop(const Tracer& tracer,
         const TraceSubject& subject,
         std::string_view reason,
         const TraceText& detail,
         uint64_t cause)
{
    if (!tracer.IsConnected())
    {
        return 0;
    }
    TraceRecord record = MakeTraceRecord(TraceKind::DROP, subject, cause);
    record.event = reason;
    record.detail = detail;
    return tracer.Emit(record);
}

uint64_t
EmitViolation(const Tracer& tracer, const TraceSubject& subject, std::string_view rule)
{
    if (!tracer.IsConnected())
    {
        return 0;
    }
    TraceRecord record = MakeTraceRecord(TraceKind::VIOLATION, subject);
    record.event = rule;
    return tracer.Emit(record);
}

} // namespace mgm
} // namespace ns3
