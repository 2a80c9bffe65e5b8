/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "mgm-forwarding-tracer.h"

#include "ns3/mgm-cause-tag.h"
#include "ns3/mgm-trace-emit.h"
#include "ns3/mgm-trace-words.h"

#include <utility>

namespace ns3
{
namespace mgm
{

void
ForwardingTracer::SetTracer(Ptr<Tracer> tracer)
{
    m_tracer = std::move(tracer);
}

void
ForwardingTracer::EmitForward(const ArrivedPacket& arrived,
                              const InterfaceId& outgoing,
                              const Ptr<Packet>& copy) const
{
    CauseTag tag(
        m_tracer->Emit(MakeTraceRecord(TraceKind::FORWARD, {words::DATA, outgoing, arrived.key})));
    copy->ReplacePacketTag(tag);
}

void
ForwardingTracer::EmitDrop(const ArrivedPacket& arrived,
                           DropReason reason,
                           const InterfaceId& where) const
{
    mgm::EmitDrop(*m_tracer, {words::DATA, where, arrived.key}, ToString(reason));
}

void
ForwardingTracer::OpenScope(const Ptr<const Packet>& packet, std::optional<CauseScope>& scope)
{
    CauseTag tag;
    if (packet->PeekPacketTag(tag))
    {
        scope.emplace(tag.GetCause());
    }
}

} // namespace mgm
} // namespace ns3
