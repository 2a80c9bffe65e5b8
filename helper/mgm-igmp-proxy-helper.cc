/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "mgm-igmp-proxy-helper.h"

#include "ns3/node.h"

namespace ns3
{
namespace mgm
{

IgmpProxyHelper::IgmpProxyHelper()
{
    m_factory.SetTypeId(IgmpProxy::GetTypeId());
}

void
IgmpProxyHelper::SetAttribute(const std::string& name, const AttributeValue& value)
{
    m_factory.Set(name, value);
}

void
IgmpProxyHelper::SetUpstreamAttribute(const std::string& name, const AttributeValue& value)
{
    m_upstreamAttributes.emplace_back(name, value.Copy());
}

Ptr<IgmpProxy>
IgmpProxyHelper::Install(Ptr<Node> node, uint32_t upstream) const
{
    const auto proxy = m_factory.Create<IgmpProxy>();
    proxy->SetUpstream(upstream);
    for (const auto& [name, value] : m_upstreamAttributes)
    {
        proxy->GetUpstream()->SetAttribute(name, *value);
    }
    node->AddApplication(proxy);
    return proxy;
}

} // namespace mgm
} // namespace ns3
