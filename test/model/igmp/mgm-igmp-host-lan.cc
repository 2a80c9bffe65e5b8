/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "mgm-igmp-host-lan.h"

#include "ns3/node.h"
#include "ns3/string.h"

namespace ns3
{
namespace mgm
{

void
IgmpHostLan::TearDown()
{
    m_host = nullptr;
    IgmpLan::TearDown();
}

void
IgmpHostLan::MakeHost(uint8_t version)
{
    m_host = CreateObject<IgmpHost>();
    m_node->AddApplication(m_host);
    m_host->SetInterfaceAttribute("Delay",
                                  StringValue("ns3::ConstantRandomVariable[Constant=0.5]"));
    m_host->AddInterface(LAN, version);
}

void
IgmpHostLan::Join(Time at, Ipv4Address group)
{
    At(at, [this, group]() { m_host->Join(LAN, group); });
}

void
IgmpHostLan::Leave(Time at, Ipv4Address group)
{
    At(at, [this, group]() { m_host->Leave(LAN, group); });
}

void
IgmpHostLan::SetFilter(Time at, Ipv4Address group, FilterMode mode, const SourceSet& sources)
{
    At(at, [this, group, mode, sources]() { m_host->SetFilter(LAN, group, mode, sources); });
}

} // namespace mgm
} // namespace ns3
