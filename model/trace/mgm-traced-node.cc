/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "mgm-traced-node.h"

#include "mgm-trace-names.h"

#include "ns3/channel.h"
#include "ns3/ipv4.h"
#include "ns3/net-device.h"

#include <algorithm>

namespace ns3
{
namespace mgm
{

namespace
{

const TracedNode*
Find(const std::vector<TracedNode>& nodes, uint32_t id)
{
    // Node i of a whole simulation has the id i; others may be in any order.
    if (id < nodes.size() && nodes[id].id == id)
    {
        return &nodes[id];
    }
    const auto node =
        std::find_if(nodes.begin(), nodes.end(), [id](const auto& each) { return each.id == id; });
    return node == nodes.end() ? nullptr : &*node;
}

} // namespace

TracedNode
Introduce(Ptr<Node> node)
{
    TracedNode traced{node->GetId(), NameOfNode(node->GetId()), {}};
    const auto ipv4 = node->GetObject<Ipv4>();
    for (uint32_t index = 0; ipv4 && index < ipv4->GetNInterfaces(); ++index)
    {
        if (const auto channel = ipv4->GetNetDevice(index)->GetChannel())
        {
            traced.interfaces.push_back(
                {index, NameOfInterface(traced.id, index), channel->GetId()});
        }
    }
    return traced;
}

std::string
NameOfNode(const std::vector<TracedNode>& nodes, uint32_t id)
{
    const auto node = Find(nodes, id);
    return node ? node->name : std::to_string(id);
}

std::string
NameOfInterface(const std::vector<TracedNode>& nodes, uint32_t id, uint32_t index)
{
    if (const auto node = Find(nodes, id))
    {
        for (const auto& interface : node->interfaces)
        {
            if (interface.index == index)
            {
                return interface.name;
            }
        }
    }
    return std::to_string(index);
}

} // namespace mgm
} // namespace ns3
