/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "mgm-trace-scope.h"

namespace ns3
{
namespace mgm
{

TraceScope::Open::Open(const Tracer& listener, const TraceRecord& enter)
    : tracer(listener),
      record(enter)
{
    tracer.Emit(record);
    cause.emplace(record.seq, CauseScope::Nesting::DEEPER);
}

TraceScope::Open::~Open()
{
    cause.reset();
    record.cause = record.seq;
    record.kind = record.kind == TraceKind::CALL ? TraceKind::RETURN : TraceKind::CALLBACK_RETURN;
    record.status = status;
    record.detail = detail ? TraceText(*detail) : TraceText();
    tracer.Emit(record);
}

} // namespace mgm
} // namespace ns3
