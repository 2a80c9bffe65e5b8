/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "mgm-link-loss.h"

#include "ns3/pointer.h"
#include "ns3/simulator.h"

namespace ns3
{
namespace mgm
{

NS_OBJECT_ENSURE_REGISTERED(LinkLoss);

TypeId
LinkLoss::GetTypeId()
{
    static TypeId tid = TypeId("ns3::mgm::LinkLoss")
                            .SetParent<ErrorModel>()
                            .SetGroupName("Mgm")
                            .AddConstructor<LinkLoss>();
    return tid;
}

void
LinkLoss::Attach(const Ptr<NetDevice>& device)
{
    device->SetAttribute("ReceiveErrorModel", PointerValue(this));
}

bool
LinkLoss::DoCorrupt(Ptr<Packet> packet)
{
    const auto now = Simulator::Now();
    if (m_lastTime == now && m_lastUid == packet->GetUid())
    {
        return true;
    }
    if (m_left == 0)
    {
        return false;
    }
    --m_left;
    m_lastTime = now;
    m_lastUid = packet->GetUid();
    return true;
}

void
LinkLoss::DoReset()
{
    m_left = 0;
    m_lastTime = Time(-1);
}

} // namespace mgm
} // namespace ns3
