/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "mgm-link-builder.h"

#include "ns3/csma-helper.h"
#include "ns3/names.h"
#include "ns3/point-to-point-helper.h"

namespace ns3
{
namespace mgm
{

namespace
{

/// Makes the devices of a link.
NetDeviceContainer
MakeDevices(const LinkSpec& link, const NodeContainer& nodes)
{
    if (link.type == LinkSpec::Type::CSMA)
    {
        CsmaHelper csma;
        csma.SetChannelAttribute("DataRate", DataRateValue(link.rate));
        csma.SetChannelAttribute("Delay", TimeValue(link.delay));
        return csma.Install(nodes);
    }
    PointToPointHelper line;
    line.SetDeviceAttribute("DataRate", DataRateValue(link.rate));
    line.SetChannelAttribute("Delay", TimeValue(link.delay));
    return line.Install(nodes);
}

} // namespace

std::vector<NodeDevices>
MakeLinks(const Scenario& scenario, const std::vector<Ptr<Node>>& nodes, RandomStreams& streams)
{
    std::vector<NodeDevices> devices;
    for (const auto& node : scenario.nodes)
    {
        devices.emplace_back(node.interfaces.size());
    }
    for (std::size_t i = 0; i < scenario.links.size(); ++i)
    {
        NodeContainer attached;
        std::vector<Ptr<NetDevice>*> places;
        for (const auto& end : scenario.links[i].ends)
        {
            attached.Add(nodes[end.node]);
            places.push_back(&devices[end.node][end.place]);
        }
        const auto made = MakeDevices(scenario.links[i], attached);
        streams.Skip(CsmaHelper().AssignStreams(made, streams.GetNext()));
        for (std::size_t j = 0; j < places.size(); ++j)
        {
            *places[j] = made.Get(j);
            Names::Add(attached.Get(j), scenario.links[i].name, made.Get(j));
        }
    }
    return devices;
}

} // namespace mgm
} // namespace ns3
