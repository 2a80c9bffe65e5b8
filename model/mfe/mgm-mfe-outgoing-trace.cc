/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "mgm-mfe-outgoing-trace.h"

namespace ns3
{
namespace mgm
{

void
TraceOutgoing(const Tracer& tracer,
              const SourceGroup& key,
              const InterfaceId& interface,
              bool isForwarding,
              std::string_view why)
{
    if (tracer.IsConnected())
    {
        TraceRecord record;
        record.kind = TraceKind::STATE;
        record.op = "mfe-outgoing";
        record.interface = interface;
        record.sourceGroup = key;
        record.oldState = isForwarding ? "absent" : "present";
        record.event = why;
        record.newState = isForwarding ? "present" : "absent";
        tracer.Emit(record);
    }
}

} // namespace mgm
} // namespace ns3
