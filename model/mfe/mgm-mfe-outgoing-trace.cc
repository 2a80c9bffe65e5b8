/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "mgm-mfe-outgoing-trace.h"

#include "ns3/mgm-trace-emit.h"
#include "ns3/mgm-trace-words.h"

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
    const auto before = isForwarding ? words::ABSENT : words::PRESENT;
    const auto after = isForwarding ? words::PRESENT : words::ABSENT;
    EmitState(tracer, {words::MFE_OUTGOING, interface, key}, {before, why, after});
}

} // namespace mgm
} // namespace ns3
