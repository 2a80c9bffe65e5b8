/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "mgm-igmp-router.h"

#include "ns3/log.h"
#include "ns3/mgm-multicast-group-manager.h"
#include "ns3/node.h"
#include "ns3/object-map.h"
#include "ns3/string.h"
#include "ns3/uinteger.h"

#include <algorithm>
#include <utility>

namespace ns3
{
namespace mgm
{

NS_LOG_COMPONENT_DEFINE("MgmIgmpRouter");

NS_OBJECT_ENSURE_REGISTERED(IgmpRouter);

TypeId
IgmpRouter::GetTypeId()
{
    static TypeId tid =
        TypeId("ns3::mgm::IgmpRouter")
            .SetParent<Application>()
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
            .AddAttribute("RetryDelay",
                          "Time after which a request that the group manager refused is repeated.",
                          TimeValue(Seconds(1)),
                          MakeTimeAccessor(&IgmpRouter::m_retryDelay),
                          MakeTimeChecker(NanoSeconds(1)))
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
}

IgmpRouter::~IgmpRouter() = default;

void
IgmpRouter::DoDispose()
{
    m_retry.Cancel();
    m_retryRemoved.Cancel();
    for (const auto& [index, interface] : m_interfaces)
    {
        interface->Dispose();
    }
    m_interfaces.clear();
    Application::DoDispose();
}

Ptr<IgmpRouterInterface>
IgmpRouter::AddInterface(uint32_t index, uint8_t version)
{
    auto& interface = m_interfaces[index];
    if (!interface)
    {
        interface = m_interfaceFactory.Create<IgmpRouterInterface>();
        interface->SetAttribute("Version", UintegerValue(version));
        if (m_handle && !m_stopping)
        {
            m_toTake.push_back(index);
            if (!m_taking)
            {
                TakeNext();
            }
        }
    }
    return interface;
}

void
IgmpRouter::RemoveInterface(uint32_t index)
{
    const auto found = m_interfaces.find(index);
    if (found == m_interfaces.end())
    {
        return;
    }
    const auto interface = found->second;
    m_interfaces.erase(found);
    m_toTake.erase(std::remove(m_toTake.begin(), m_toTake.end(), index), m_toTake.end());
    m_refused.erase(std::remove(m_refused.begin(), m_refused.end(), index), m_refused.end());
    interface->Stop();
    if (m_held.count(index) != 0 && !m_stopping)
    {
        m_removed.insert(index);
        ReleaseRemoved();
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

void
IgmpRouter::Start()
{
    NS_LOG_FUNCTION(this);
    if (!std::exchange(m_running, true) && !m_stopping)
    {
        Register();
    }
}

void
IgmpRouter::Stop()
{
    NS_LOG_FUNCTION(this);
    if (!std::exchange(m_running, false) || m_stopping)
    {
        return;
    }
    for (const auto& [index, interface] : m_interfaces)
    {
        interface->Stop();
    }
    Reset();
    if (m_handle)
    {
        m_stopping = true;
        ReleaseAll();
    }
}

void
IgmpRouter::Fail()
{
    NS_LOG_FUNCTION(this);
    m_running = false;
    m_stopping = false;
    for (const auto& [index, interface] : m_interfaces)
    {
        interface->Drop();
    }
    m_held.clear();
    Reset();
    const ClientHandle handle = std::exchange(m_handle, {});
    if (handle &&
        GetManager()->IsRegistered(handle)) // otherwise it has died with the manager (REG-6)
    {
        GetManager()->FailClient(handle);
    }
}

void
IgmpRouter::Reset()
{
    m_retry.Cancel();
    m_retryRemoved.Cancel();
    m_removed.clear();
    m_toTake.clear();
    m_refused.clear();
    m_taking = false;
}

bool
IgmpRouter::IsRunning() const
{
    return m_running;
}

ClientHandle
IgmpRouter::GetHandle() const
{
    return m_handle;
}

ClientId
IgmpRouter::GetId() const
{
    return {IGMP_PROTOCOL_ID, m_component};
}

Ptr<MulticastGroupManager>
IgmpRouter::GetManager() const
{
    return GetNode()->GetObject<MulticastGroupManager>();
}

int64_t
IgmpRouter::AssignStreams(int64_t)
{
    return 0;
}

void
IgmpRouter::StartApplication()
{
    Start();
}

void
IgmpRouter::StopApplication()
{
    Stop();
}

} // namespace mgm
} // namespace ns3
