/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "mgm-helper.h"

namespace ns3
{
namespace mgm
{

MgmHelper::MgmHelper()
{
    m_factory.SetTypeId(MulticastGroupManager::GetTypeId());
}

void
MgmHelper::SetAttribute(const std::string& name, const AttributeValue& value)
{
    m_factory.Set(name, value);
}

Ptr<MulticastGroupManager>
MgmHelper::Install(Ptr<Node> node) const
{
    auto manager = node->GetObject<MulticastGroupManager>();
    if (!manager)
    {
        manager = m_factory.Create<MulticastGroupManager>();
        node->AggregateObject(manager);
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
