/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "mgm-igmp-router.h"

#include "ns3/node.h"
#include "ns3/object-map.h"
#include "ns3/string.h"
#include "ns3/uinteger.h"

namespace ns3
{
namespace mgm
{

NS_OBJECT_ENSURE_REGISTERED(IgmpRouter);

TypeId
IgmpRouter::GetTypeId()
{
    static TypeId tid =
        TypeId("ns3::mgm::IgmpRouter")
            .SetParent<ManagerClient>()
            .SetGroupName("Mgm")
            .AddConstructor<IgmpRouter>()
            .AddAttribute("Name",
                          "Name in traces.",
                          StringValue("igmp"),
                          MakeStringAccessor(&IgmpRouter::m_name),
                          MakeStringChecker())
            .AddAttribute("ComponentId",
                          "Component id of the registration with the group manager.",
                          UintegerValue(0),
                          MakeUintegerAccessor(&IgmpRouter::m_component),
                          MakeUintegerChecker<uint32_t>())
            .AddAttribute("InterfaceList",
                          "The interfaces that are served, by index of the IPv4 interface.",
                          ObjectMapValue(),
                          MakeObjectMapAccessor(&IgmpRouter::m_interfaces),
                          MakeObjectMapChecker<IgmpRouterInterface>());
    return tid;
}

IgmpRouter::IgmpRouter()
{
    m_interfaceFactory.SetTypeId(IgmpRouterInterface::GetTypeId());
    SetInterfaces({});
}

IgmpRouter::~IgmpRouter() = default;

void
IgmpRouter::DoDispose()
{
    for (const auto& [index, interface] : m_interfaces)
    {
        interface->Dispose();
    }
    m_interfaces.clear();
    ManagerClient::DoDispose();
}

Ptr<IgmpRouterInterface>
IgmpRouter::AddInterface(uint32_t index, uint8_t version)
{
    if (const auto added = GetInterface(index))
    {
        return added;
    }
    const auto interface = m_interfaceFactory.Create<IgmpRouterInterface>();
    interface->SetAttribute("Version", UintegerValue(version));
    m_interfaces[index] = interface;
    ManagerClient::AddInterface(InterfaceId{index});
    return interface;
}

void
IgmpRouter::RemoveInterface(uint32_t index)
{
    if (const auto interface = GetInterface(index))
    {
        m_interfaces.erase(index);
        interface->Stop();
        ManagerClient::RemoveInterface(InterfaceId{index});
    }
}

Ptr<IgmpRouterInterface>
IgmpRouter::GetInterface(uint32_t index) const
{
    const auto found = m_interfaces.find(index);
    return found == m_interfaces.end() ? nullptr : found->second;
}

void
IgmpRouter::SetInterfaceAttribute(const std::string& name, const AttributeValue& value)
{
    m_interfaceFactory.Set(name, value);
    for (const auto& [index, interface] : m_interfaces)
    {
        interface->SetAttribute(name, value);
    }
}

ClientId
IgmpRouter::GetClientId() const
{
    return {IGMP_PROTOCOL_ID, m_component};
}

std::string_view
IgmpRouter::GetClientName() const
{
    return m_name;
}

ClientCallbacks
IgmpRouter::MakeCallbacks()
{
    const auto all = ManagerClient::MakeCallbacks();
    ClientCallbacks callbacks;
    callbacks.disableIgmp = all.disableIgmp;
    callbacks.enableIgmp = all.enableIgmp;
    callbacks.creationAlert = all.creationAlert;
    return callbacks;
}

bool
IgmpRouter::IsAsking() const
{
    return false;
}

bool
IgmpRouter::IsEnumerating() const
{
    return false;
}

bool
IgmpRouter::IsToBeRetried(const InterfaceId& /* interface */, Status status) const
{
    return status == Status::ERROR_ALREADY_EXISTS;
}

std::optional<TransitionWords>
IgmpRouter::Describe(const Row& /* row */) const
{
    return std::nullopt;
}

void
IgmpRouter::OnTaking(const InterfaceId& interface)
{
    GetInterface(interface.index)
        ->Attach(GetNode(), interface.index, GetHandle(), GetClientId(), m_name);
}

void
IgmpRouter::OnOwned(const InterfaceId& interface)
{
    GetInterface(interface.index)->Serve();
}

void
IgmpRouter::OnRefused(ClientStep step, Status /* status */, const InterfaceId& interface)
{
    const auto refused = GetInterface(interface.index);
    if (step == ClientStep::TAKE && refused)
    {
        refused->Drop();
    }
}

void
IgmpRouter::OnStopping()
{
    for (const auto& [index, interface] : m_interfaces)
    {
        interface->Stop();
    }
}

void
IgmpRouter::OnFailed()
{
    for (const auto& [index, interface] : m_interfaces)
    {
        interface->Drop();
    }
}

void
IgmpRouter::OnCreationAlert(const SourceGroup& entry,
                            const InterfaceId& /* incoming */,
                            std::vector<InterfaceEntry>& interfaces)
{
    for (auto& shown : interfaces)
    {
        const auto interface = GetInterface(shown.interface.index);
        shown.enabled = interface && interface->IsForwarded(entry);
    }
}

void
IgmpRouter::OnDisableIgmp(const InterfaceId& interface)
{
    if (const auto served = GetInterface(interface.index))
    {
        served->Disable();
    }
}

void
IgmpRouter::OnEnableIgmp(const InterfaceId& interface)
{
    if (const auto served = GetInterface(interface.index))
    {
        served->Enable();
    }
}

} // namespace mgm
} // namespace ns3
