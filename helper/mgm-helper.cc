/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "mgm-helper.h"

#include "ns3/abort.h"
#include "ns3/ipv4.h"
#include "ns3/mgm-list-around-routing.h"
#include "ns3/names.h"

namespace ns3
{
namespace mgm
{

MgmHelper::MgmHelper()
{
    m_managerFactory.SetTypeId(MulticastGroupManager::GetTypeId());
    m_forwarderFactory.SetTypeId(MulticastForwarder::GetTypeId());
}

void
MgmHelper::SetAttribute(const std::string& name, const AttributeValue& value)
{
    m_managerFactory.Set(name, value);
}

void
MgmHelper::SetForwarderAttribute(const std::string& name, const AttributeValue& value)
{
    m_forwarderFactory.Set(name, value);
}

Ptr<MulticastGroupManager>
MgmHelper::Install(Ptr<Node> node) const
{
    auto manager = node->GetObject<MulticastGroupManager>();
    if (!manager)
    {
        manager = m_managerFactory.Create<MulticastGroupManager>();
        node->AggregateObject(manager);
    }
    if (!GetForwarder(node))
    {
        InstallForwarder(node);
    }
    return manager;
}

void
MgmHelper::Install(const NodeContainer& nodes) const
{
    for (auto node = nodes.Begin(); node != nodes.End(); ++node)
    {
        Install(*node);
    }
}

Ptr<MulticastGroupManager>
MgmHelper::Install(const std::string& nodeName) const
{
    const auto node = Names::Find<Node>(nodeName);
    NS_ABORT_MSG_UNLESS(node, "There is no node named " << nodeName);
    return Install(node);
}

void
MgmHelper::InstallAll() const
{
    Install(NodeContainer::GetGlobal());
}

void
MgmHelper::InstallForwarder(Ptr<Node> node) const
{
    const auto ipv4 = node->GetObject<Ipv4>();
    NS_ABORT_MSG_UNLESS(ipv4 && ipv4->GetRoutingProtocol(), "A multicast router needs IPv4");
    ListAroundRouting::Of(ipv4)->AddRoutingProtocol(m_forwarderFactory.Create<MulticastForwarder>(),
                                                    MulticastForwarder::LIST_PRIORITY);
}

Ptr<MulticastForwarder>
MgmHelper::GetForwarder(Ptr<Node> node)
{
    return node->GetObject<MulticastForwarder>();
}

int64_t
MgmHelper::AssignStreams(const NodeContainer& nodes, int64_t stream)
{
    const auto first = stream;
    for (auto node = nodes.Begin(); node != nodes.End(); ++node)
    {
        if (const auto manager = (*node)->GetObject<MulticastGroupManager>())
        {
            stream += manager->AssignStreams(stream);
        }
    }
    return stream - first;
}

} // namespace mgm
} // namespace ns3
