/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "mgm-scripted-protocol-helper.h"

#include "ns3/string.h"
#include "ns3/uinteger.h"

namespace ns3
{
namespace mgm
{

ScriptedProtocolHelper::ScriptedProtocolHelper(const std::string& name, ClientId id)
{
    m_factory.SetTypeId(ScriptedProtocol::GetTypeId());
    m_factory.Set("Name", StringValue(name));
    m_factory.Set("ProtocolId", UintegerValue(id.protocol));
    m_factory.Set("ComponentId", UintegerValue(id.component));
}

void
ScriptedProtocolHelper::SetAttribute(const std::string& name, const AttributeValue& value)
{
    m_factory.Set(name, value);
}

void
ScriptedProtocolHelper::SetScript(const Script& script)
{
    m_script = script;
}

Ptr<ScriptedProtocol>
ScriptedProtocolHelper::Install(Ptr<Node> node) const
{
    const auto protocol = m_factory.Create<ScriptedProtocol>();
    if (m_script)
    {
        protocol->SetScript(*m_script);
    }
    node->AddApplication(protocol);
    return protocol;
}

ApplicationContainer
ScriptedProtocolHelper::Install(const NodeContainer& nodes) const
{
    ApplicationContainer protocols;
    for (auto node = nodes.Begin(); node != nodes.End(); ++node)
    {
        protocols.Add(Install(*node));
    }
    return protocols;
}

int64_t
ScriptedProtocolHelper::AssignStreams(const ApplicationContainer& protocols, int64_t stream)
{
    const auto first = stream;
    for (auto protocol = protocols.Begin(); protocol != protocols.End(); ++protocol)
    {
        stream += DynamicCast<ScriptedProtocol>(*protocol)->AssignStreams(stream);
    }
    return stream - first;
}

} // namespace mgm
} // namespace ns3
