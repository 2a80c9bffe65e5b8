/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "mgm-tracer.h"

#include "mgm-trace-context.h"

#include "ns3/node.h"
#include "ns3/simulator.h"
#include "ns3/trace-source-accessor.h"

namespace ns3
{
namespace mgm
{

NS_OBJECT_ENSURE_REGISTERED(Tracer);

TypeId
Tracer::GetTypeId()
{
    static TypeId tid = TypeId("ns3::mgm::Tracer")
                            .SetParent<Object>()
                            .SetGroupName("Mgm")
                            .AddConstructor<Tracer>()
                            .AddTraceSource("Record",
                                            "Every call, callback, state change and message "
                                            "of the multicast objects of this node.",
                                            MakeTraceSourceAccessor(&Tracer::m_record),
                                            "ns3::mgm::Tracer::RecordCallback");
    return tid;
}

Ptr<Tracer>
Tracer::Of(Ptr<Node> node)
{
    auto tracer = node->GetObject<Tracer>();
    if (!tracer)
    {
        tracer = CreateObject<Tracer>();
        tracer->m_nodeId = node->GetId();
        node->AggregateObject(tracer);
    }
    return tracer;
}

uint64_t
Tracer::Emit(TraceRecord& record) const
{
    if (!IsConnected())
    {
        return 0;
    }
    auto& context = TraceContext::Get();
    record.seq = context.NextSeq();
    record.timeNs = Simulator::Now().GetNanoSeconds();
    record.depth = context.GetDepth();
    record.node = m_nodeId;
    if (record.cause == 0)
    {
        record.cause = context.GetCause();
    }
    m_record(record);
    return record.seq;
}

} // namespace mgm
} // namespace ns3
