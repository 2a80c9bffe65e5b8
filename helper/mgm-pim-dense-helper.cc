/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "mgm-pim-dense-helper.h"

#include "mgm-node-interfaces.h"

#include "ns3/node.h"

namespace ns3
{
namespace mgm
{

PimDenseHelper::PimDenseHelper()
{
    m_factory.SetTypeId(PimDenseRouter::GetTypeId());
}

void
PimDenseHelper::SetAttribute(const std::string& name, const AttributeValue& value)
{
    m_factory.Set(name, value);
}

void
PimDenseHelper::SetTibAttribute(const std::string& name, const AttributeValue& value)
{
    m_tibAttributes.emplace_back(name, value.Copy());
}

void
PimDenseHelper::SetInterfaceAttribute(const std::string& name, const AttributeValue& value)
{
    m_interfaceAttributes.emplace_back(name, value.Copy());
}

Ptr<PimDenseRouter>
PimDenseHelper::InstallBare(Ptr<Node> node) const
{
    const auto router = m_factory.Create<PimDenseRouter>();
    for (const auto& [name, value] : m_tibAttributes)
    {
        router->GetTib()->SetAttribute(name, *value);
    }
    for (const auto& [name, value] : m_interfaceAttributes)
    {
        router->SetInterfaceAttribute(name, *value);
    }
    node->AddApplication(router);
    return router;
}

ApplicationContainer
PimDenseHelper::Install(const NodeContainer& nodes) const
{
    ApplicationContainer routers;
    for (auto node = nodes.Begin(); node != nodes.End(); ++node)
    {
        const auto router = InstallBare(*node);
        for (const auto index : GetInterfacesWithAddress(*node))
        {
            router->AddInterface(index);
        }
        routers.Add(router);
    }
    return routers;
}

int64_t
PimDenseHelper::AssignStreams(const ApplicationContainer& routers, int64_t stream)
{
    const auto first = stream;
    for (auto router = routers.Begin(); router != routers.End(); ++router)
    {
        stream += DynamicCast<PimDenseRouter>(*router)->AssignStreams(stream);
    }
    return stream - first;
}

} // namespace mgm
} // namespace ns3
