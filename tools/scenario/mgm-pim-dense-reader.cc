/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "mgm-pim-dense-reader.h"

#include "mgm-attribute-reader.h"
#include "mgm-node-reader.h"
#include "mgm-protocol-class.h"
#include "mgm-scenario-lookup.h"

#include "ns3/mgm-pim-dense-router.h"

namespace ns3
{
namespace mgm
{

namespace
{

/// Attributes that would be without effect.
void
CheckAttributes(const JsonValue& attributes)
{
    if (attributes.Has("Name"))
    {
        attributes["Name"].Fail("no name among the attributes, but \"name\" beside them");
    }
    if (attributes.Has("StateRefreshInterval"))
    {
        attributes["StateRefreshInterval"].Fail(
            "no \"StateRefreshInterval\": Hellos tell the \"RefreshInterval\" of the router");
    }
}

PimDenseInterfaceSpec
ReadPimDenseInterface(uint32_t index, const JsonValue& value)
{
    const auto attributes = value["attributes"];
    CheckAttributes(attributes);
    return {index, ReadAttributes(attributes, {PimDenseInterface::GetTypeId()}).front()};
}

} // namespace

ProtocolSpec
ReadPimDense(const JsonValue& value, const Scenario& scenario, const NodeSpec& node)
{
    ProtocolSpec protocol;
    protocol.name = value["name"].GetText();
    if (protocol.name == IGMP_ROUTER_NAME || protocol.name == IGMP_PROXY_NAME)
    {
        value["name"].Fail("another name: it is that of an agent of IGMP");
    }
    CheckAttributes(value["attributes"]);
    const auto attributes = ReadAttributes(
        value["attributes"],
        {PimDenseRouter::GetTypeId(), PimDenseTib::GetTypeId(), PimDenseInterface::GetTypeId()});
    SetProtocolClass(PimDenseRouter::GetTypeId(), attributes[0], protocol);
    protocol.pimDense = {{}, attributes[1], attributes[2]};
    ReadProtocolTimes(value, protocol);
    for (const auto& [name, interface] : value["interfaces"].GetMembers())
    {
        const auto index = FindInterface(scenario, node, name);
        if (index == 0)
        {
            interface.Fail("the name \"" + name + "\"", DescribeInterfaces(scenario, node));
        }
        protocol.pimDense->interfaces.push_back(ReadPimDenseInterface(index, interface));
    }
    return protocol;
}

} // namespace mgm
} // namespace ns3
