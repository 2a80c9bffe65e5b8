/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "mgm-state-probe.h"

#include "ns3/mgm-multicast-group-manager.h"

#include <algorithm>
#include <sstream>

namespace ns3
{
namespace mgm
{

std::optional<std::pair<std::string, ClientId>>
GetHolder(const ScenarioNetwork::Node& node, uint32_t interface)
{
    const auto manager = node.node->GetObject<MulticastGroupManager>();
    const auto* ownership = manager->GetOwnership().Find({interface});
    if (!ownership)
    {
        return {};
    }
    const auto* holder = manager->GetClients().FindEver(ownership->GetProtocol());
    return holder ? std::make_optional(std::make_pair(holder->name, holder->id)) : std::nullopt;
}

std::vector<SourceGroup>
GetKnownGroups(const ScenarioNetwork::Node& node, std::size_t protocol)
{
    const auto known = node.protocols[protocol]->GetKnownGroups();
    return {known.begin(), known.end()};
}

std::vector<SourceGroup>
GetMembers(const ScenarioNetwork::Node& node, uint32_t interface)
{
    const auto manager = node.node->GetObject<MulticastGroupManager>();
    auto members = manager->GetMemberships().GetEntries(node.igmpRouter->GetHandle(), {interface});
    std::sort(members.begin(), members.end());
    return members;
}

std::optional<MfeInterfaces>
GetMfeInterfaces(const ScenarioNetwork::Node& node, const SourceGroup& key)
{
    for (const auto& mfe : node.node->GetObject<MulticastGroupManager>()->GetMfes())
    {
        if (mfe.source == key.source && mfe.group == key.group)
        {
            MfeInterfaces interfaces{mfe.incoming.index, {}};
            for (const auto& outgoing : mfe.outgoing)
            {
                interfaces.outgoing.push_back(outgoing.index);
            }
            return interfaces;
        }
    }
    return {};
}

std::string
Describe(const std::vector<SourceGroup>& groups)
{
    std::ostringstream text;
    for (const auto& group : groups)
    {
        text << (text.tellp() == 0 ? "" : " ") << group;
    }
    return groups.empty() ? "no groups" : text.str();
}

} // namespace mgm
} // namespace ns3
