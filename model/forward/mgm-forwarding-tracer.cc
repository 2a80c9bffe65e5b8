/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "mgm-forwarding-tracer.h"

#include "ns3/mgm-cause-tag.h"

#include <utility>

namespace ns3
{
namespace mgm
{

namespace
{

TraceRecord
MakeRecord(TraceKind kind, const ArrivedPacket& arrived, const InterfaceId& interface)
{
    TraceRecord record;
    record.kind = kind;
    record.op = "data";
    record.interface = interface;
    record.sourceGroup = arrived.key;
    return record;
}

} // namespace

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
    CauseTag tag(m_tracer->Emit(MakeRecord(TraceKind::FORWARD, arrived, outgoing)));
    copy->ReplacePacketTag(tag);
}

void
ForwardingTracer::EmitDrop(const ArrivedPacket& arrived,
                           DropReason reason,
                           const InterfaceId& where) const
{
    auto record = MakeRecord(TraceKind::DROP, arrived, where);
    record.event = ToString(reason);
    m_tracer->Emit(record);
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
