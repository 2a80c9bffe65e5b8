/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "mgm-protocol-class.h"

#include "mgm-attribute-reader.h"
#include "mgm-scenario-values.h"

#include "ns3/mgm-igmp-proxy.h"
#include "ns3/mgm-igmp-router.h"
#include "ns3/mgm-pim-dense-router.h"
#include "ns3/object-factory.h"

#include <string>
#include <vector>

namespace ns3
{
namespace mgm
{

namespace
{

/// The name of a type, for messages.
struct TypeName
{
    std::string name;
};

/// Tells whether a type is the base of clients, or one.
bool
IsClient(TypeId type)
{
    const auto base = ManagerClient::GetTypeId();
    return type == base || type.IsChildOf(base);
}

/// Tells whether a type is a client that is none of what other members of a node make.
bool
IsClientClass(TypeId type)
{
    return IsClient(type) && type != IgmpRouter::GetTypeId() && type != IgmpProxy::GetTypeId() &&
           type != PimDenseRouter::GetTypeId();
}

/// What the type of a protocol must be, in words.
std::string
DescribeClasses()
{
    std::vector<TypeName> types;
    for (uint16_t i = 0; i < TypeId::GetRegisteredN(); ++i)
    {
        const auto type = TypeId::GetRegistered(i);
        if (IsClientClass(type) && type.HasConstructor())
        {
            types.push_back({type.GetName()});
        }
    }
    return OneNameOf("a ns3::mgm::ManagerClient of a library (--load LIBRARY, or MGM_PLUGINS)",
                     types);
}

/// Reads the type of a protocol.
TypeId
ReadType(const JsonValue& value)
{
    TypeId type;
    const auto shown = '"' + value.GetText() + '"';
    if (!TypeId::LookupByNameFailSafe(value.GetText(), &type))
    {
        value.Fail(DescribeClasses());
    }
    if (!IsClient(type))
    {
        value.Fail(shown + ", which is no ns3::mgm::ManagerClient", DescribeClasses());
    }
    if (!IsClientClass(type))
    {
        value.Fail(shown + ", which \"igmp-router\", \"igmp-proxy\" or \"pim-dm\" makes",
                   DescribeClasses());
    }
    if (!type.HasConstructor())
    {
        value.Fail(shown + ", whose TypeId has no AddConstructor()", DescribeClasses());
    }
    return type;
}

/// The step of a script that stands for a step of a start-up.
ScriptStep
ToScriptStep(ClientStep step)
{
    ScriptStep made;
    made.verb = step == ClientStep::REGISTER ? ScriptVerb::REGISTER
                : step == ClientStep::ASK    ? ScriptVerb::QUERY
                : step == ClientStep::TAKE   ? ScriptVerb::TAKE
                                             : ScriptVerb::ENUMERATE;
    return made;
}

/// Makes an object of the class of a protocol.
Ptr<ManagerClient>
MakeObject(const ProtocolSpec& protocol)
{
    ObjectFactory factory;
    factory.SetTypeId(*protocol.type);
    for (const auto& [name, attribute] : protocol.attributes)
    {
        factory.Set(name, *attribute);
    }
    return factory.Create<ManagerClient>();
}

} // namespace

void
ReadProtocolClass(const JsonValue& value, ProtocolSpec& protocol)
{
    const auto type = ReadType(value["type"]);
    SetProtocolClass(type, ReadAttributes(value["attributes"], {type}).front(), protocol);
    if (value.Has("id"))
    {
        protocol.id.protocol = value["id"].Get<uint32_t>();
    }
    if (value.Has("component"))
    {
        protocol.id.component = value["component"].Get<uint32_t>();
    }
}

void
SetProtocolClass(TypeId type, const AttributeSpecs& attributes, ProtocolSpec& protocol)
{
    protocol.type = type;
    protocol.attributes = attributes;
    const auto client = MakeObject(protocol); // to ask it; the run has another one
    protocol.id = client->GetId();
    for (const auto step : client->GetStartUp())
    {
        protocol.script.startUp.push_back(ToScriptStep(step));
    }
}

void
ReadProtocolTimes(const JsonValue& value, ProtocolSpec& protocol)
{
    protocol.start = ReadTimeVariable(value["start"]);
    if (value.Has("stop"))
    {
        protocol.stop = ReadStop(value);
    }
    protocol.moves = ReadMoves(value, "start");
}

Ptr<ManagerClient>
MakeClient(const ProtocolSpec& protocol)
{
    const auto client = MakeObject(protocol);
    client->SetIdentity(protocol.name, protocol.id);
    return client;
}

} // namespace mgm
} // namespace ns3
