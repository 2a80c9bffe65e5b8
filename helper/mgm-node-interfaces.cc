/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "mgm-node-interfaces.h"

#include "ns3/ipv4.h"
#include "ns3/loopback-net-device.h"

namespace ns3
{
namespace mgm
{

std::vector<uint32_t>
GetInterfacesWithAddress(Ptr<Node> node)
{
    const auto ipv4 = node->GetObject<Ipv4>();
    std::vector<uint32_t> indices;
    for (uint32_t i = 0; i < ipv4->GetNInterfaces(); ++i)
    {
        const auto loopback = DynamicCast<LoopbackNetDevice>(ipv4->GetNetDevice(i));
        if (!loopback && ipv4->GetNAddresses(i) > 0)
        {
            indices.push_back(i);
        }
    }
    return indices;
}

} // namespace mgm
} // namespace ns3
