/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "mgm-igmp-agent-helper.h"

#include "mgm-node-interfaces.h"

#include "ns3/mgm-membership-routing.h"

#include <type_traits>

namespace ns3
{
namespace mgm
{

template <typename Agent>
IgmpAgentHelper<Agent>::IgmpAgentHelper()
{
    m_factory.SetTypeId(Agent::GetTypeId());
}

template <typename Agent>
void
IgmpAgentHelper<Agent>::SetAttribute(const std::string& name, const AttributeValue& value)
{
    m_factory.Set(name, value);
}

template <typename Agent>
void
IgmpAgentHelper<Agent>::SetInterfaceAttribute(const std::string& name, const AttributeValue& value)
{
    m_interfaceAttributes.emplace_back(name, value.Copy());
}

template <typename Agent>
void
IgmpAgentHelper<Agent>::SetVersion(uint8_t version)
{
    m_version = version;
}

template <typename Agent>
Ptr<Agent>
IgmpAgentHelper<Agent>::InstallBare(Ptr<Node> node) const
{
    const auto agent = m_factory.Create<Agent>();
    for (const auto& [name, value] : m_interfaceAttributes)
    {
        agent->SetInterfaceAttribute(name, *value);
    }
    node->AddApplication(agent);
    if constexpr (std::is_same_v<Agent, IgmpHost>)
    {
        MembershipRouting::Of(node)->AddFilter(MakeCallback(&IgmpHost::Accepts, agent));
    }
    return agent;
}

template <typename Agent>
ApplicationContainer
IgmpAgentHelper<Agent>::Install(const NodeContainer& nodes) const
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

template <typename Agent>
int64_t
IgmpAgentHelper<Agent>::AssignStreams(const ApplicationContainer& agents, int64_t stream)
{
    const auto first = stream;
    for (auto agent = agents.Begin(); agent != agents.End(); ++agent)
    {
        stream += DynamicCast<Agent>(*agent)->AssignStreams(stream);
    }
    return stream - first;
}

template class IgmpAgentHelper<IgmpHost>;
template class IgmpAgentHelper<IgmpRouter>;

} // namespace mgm
} // namespace ns3
