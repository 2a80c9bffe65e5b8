/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "mgm-multicast-rib.h"

#include "ns3/node.h"
#include "ns3/trace-source-accessor.h"

namespace ns3
{
namespace mgm
{

NS_OBJECT_ENSURE_REGISTERED(MulticastRib);

TypeId
MulticastRib::GetTypeId()
{
    static TypeId tid = TypeId("ns3::mgm::MulticastRib")
                            .SetParent<Object>()
                            .SetGroupName("Mgm")
                            .AddTraceSource("Changed",
                                            "The routes to some addresses may have changed in this "
                                            "instant (MFE-8).",
                                            MakeTraceSourceAccessor(&MulticastRib::m_changed),
                                            "ns3::mgm::MulticastRib::ChangedTracedCallback")
                            .AddTraceSource("Look",
                                            "Routes may have changed without notice: it is time to "
                                            "look.",
                                            MakeTraceSourceAccessor(&MulticastRib::m_look),
                                            "ns3::TracedCallback::Empty");
    return tid;
}

void
MulticastRib::SetNode(Ptr<Node> /* node */)
{
}

void
MulticastRib::NotifyRoutesChanged(Ipv4Address network, Ipv4Mask mask) const
{
    m_changed(network, mask);
}

void
MulticastRib::NotifyTimeToLook() const
{
    m_look();
}

void
MulticastRib::BeginUse()
{
    if (++m_users == 1)
    {
        HandleUse();
    }
}

void
MulticastRib::EndUse()
{
    if (--m_users == 0)
    {
        HandleUse();
    }
}

void
MulticastRib::HandleUse()
{
}

} // namespace mgm
} // namespace ns3
