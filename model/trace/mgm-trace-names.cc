/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "mgm-trace-names.h"

#include "ns3/ipv4.h"
#include "ns3/names.h"
#include "ns3/net-device.h"
#include "ns3/node-list.h"
#include "ns3/node.h"

namespace ns3
{
namespace mgm
{

namespace
{

/// The name of an object, else a number.
std::string
NameOf(Ptr<Object> object, uint32_t number)
{
    const std::string name = object ? Names::FindName(object) : "";
    return name.empty() ? std::to_string(number) : name;
}

Ptr<Node>
FindNode(uint32_t node)
{
    return node < NodeList::GetNNodes() ? NodeList::GetNode(node) : nullptr;
}

Ptr<NetDevice>
FindDevice(uint32_t node, uint32_t interface)
{
    const auto object = FindNode(node);
    const auto ipv4 = object ? object->GetObject<Ipv4>() : nullptr;
    return ipv4 && interface < ipv4->GetNInterfaces() ? ipv4->GetNetDevice(interface) : nullptr;
}

} // namespace

std::string
NameOfNode(uint32_t node)
{
    return NameOf(FindNode(node), node);
}

std::string
NameOfInterface(uint32_t node, uint32_t interface)
{
    return NameOf(FindDevice(node, interface), interface);
}

} // namespace mgm
} // namespace ns3
