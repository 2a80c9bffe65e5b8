/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "mgm-igmp-router-helper.h"

#include "mgm-node-interfaces.h"

namespace ns3
{
namespace mgm
{

IgmpRouterHelper::IgmpRouterHelper()
{
    m_factory.SetTypeId(IgmpRouter::GetTypeId());
}

void
IgmpRouterHelper::SetAttribute(const std::string& name, const AttributeValue& value)
{
    m_factory.Set(name, value);
}

void
IgmpRouterHelper::SetInterfaceAttribute(const std::string& name, const AttributeValue& value)
{
    m_interfaceAttributes.emplace_back(name, value.Copy());
}

void
IgmpRouterHelper::SetVersion(uint8_t version)
{
    m_version = version;
}

Ptr<IgmpRouter>
IgmpRouterHelper::InstallBare(Ptr<Node> node) const
{
    const auto agent = m_factory.Create<IgmpRouter>();
    for (const auto& [name, value] : m_interfaceAttributes)
    {
        agent->SetInterfaceAttribute(name, *value);
    }
    node->AddApplication(agent);
    return agent;
}

ApplicationContainer
IgmpRouterHelper::Install(const NodeContainer& nodes) const
{
    ApplicationContainer agents;
    for (auto node = nodes.Begin(); node != nodes.End(); ++node)
    {
        const auto agent = InstallBare(*node);
        for (const auto index : GetInterfacesWithAddress(*node))
        {
            agent->AddInterface(index, m_version);
        }
        agents.Add(agent);
    }
    return agents;
}

int64_t
IgmpRouterHelper::AssignStreams(const ApplicationContainer& agents, int64_t stream)
{
    const auto first = stream;
    for (auto agent = agents.Begin(); agent != agents.End(); ++agent)
    {
        stream += DynamicCast<IgmpRouter>(*agent)->AssignStreams(stream);
    }
    return stream - first;
}

} // namespace mgm
} // namespace ns3
