/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "mgm-unicast-routes.h"

#include "ns3/internet-stack-helper.h"
#include "ns3/ipv4-global-routing-helper.h"
#include "ns3/ipv4-list-routing-helper.h"
#include "ns3/ipv4-static-routing-helper.h"
#include "ns3/mgm-multicast-group-manager.h"
#include "ns3/rip-helper.h"

namespace ns3
{
namespace mgm
{

namespace
{

/// Priorities in the list routing: static routes come first.
constexpr int16_t STATIC_PRIORITY = 0;
constexpr int16_t RIP_PRIORITY = -10;

/// Whether a node takes part in RIP: hosts with one interface don't.
bool
IsRouter(const NodeSpec& node)
{
    return node.hasManager || node.interfaces.size() > 1;
}

} // namespace

UnicastRoutes::UnicastRoutes(const Scenario& scenario)
    : m_scenario(scenario)
{
}

void
UnicastRoutes::Install(const NodeSpec& spec, Ptr<Node> node, RandomStreams& streams) const
{
    InternetStackHelper stack; // with static and global routing
    stack.SetIpv6StackInstall(false);
    RipHelper rip;
    const bool isRip = m_scenario.routing == UnicastRouting::RIP && IsRouter(spec);
    if (m_scenario.routing != UnicastRouting::GLOBAL)
    {
        Ipv4ListRoutingHelper list;
        list.Add(Ipv4StaticRoutingHelper(), STATIC_PRIORITY);
        if (isRip)
        {
            list.Add(rip, RIP_PRIORITY);
        }
        stack.SetRoutingHelper(list);
    }
    stack.Install(node);
    streams.Skip(stack.AssignStreams(NodeContainer(node), streams.GetNext()));
    if (isRip)
    {
        streams.Skip(rip.AssignStreams(NodeContainer(node), streams.GetNext()));
    }
}

void
UnicastRoutes::AddStaticRoutes(const NodeSpec& spec, Ptr<Node> node, uint32_t interface)
{
    const auto routing = Ipv4StaticRoutingHelper().GetStaticRouting(node->GetObject<Ipv4>());
    for (const auto& route : spec.routes)
    {
        if (route.interface != interface)
        {
            continue;
        }
        if (route.via == ANY_ADDRESS)
        {
            routing->AddNetworkRouteTo(route.network, route.mask, interface);
        }
        else
        {
            routing->AddNetworkRouteTo(route.network, route.mask, route.via, interface);
        }
    }
}

void
UnicastRoutes::Compute() const
{
    if (m_scenario.routing == UnicastRouting::GLOBAL)
    {
        Ipv4GlobalRoutingHelper::PopulateRoutingTables();
    }
}

void
UnicastRoutes::Recompute() const
{
    if (m_scenario.routing == UnicastRouting::GLOBAL)
    {
        Ipv4GlobalRoutingHelper::RecomputeRoutingTables();
    }
}

void
UnicastRoutes::Notify(Ptr<Node> node)
{
    if (const auto manager = node->GetObject<MulticastGroupManager>())
    {
        manager->GetRib()->NotifyRoutesChanged();
    }
}

} // namespace mgm
} // namespace ns3
