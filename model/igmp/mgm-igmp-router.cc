/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "mgm-igmp-router.h"

#include "ns3/log.h"
#include "ns3/mgm-multicast-group-manager.h"
#include "ns3/mgm-trace-context.h"
#include "ns3/node.h"
#include "ns3/object-map.h"
#include "ns3/simulator.h"
#include "ns3/string.h"
#include "ns3/uinteger.h"

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
IgmpRouter::Register()
{
    ClientCallbacks callbacks;
    callbacks.disableIgmp = MakeCallback(&IgmpRouter::DisableIgmp, this);
    callbacks.enableIgmp = MakeCallback(&IgmpRouter::EnableIgmp, this);
    const auto manager = GetManager();
    if (manager->RegisterMProtocol(callbacks, GetId(), m_name, m_handle) != Status::NO_ERROR)
    {
        Retry(&IgmpRouter::Register);
        return;
    }
    for (const auto& [index, interface] : m_interfaces)
    {
        m_toTake.push_back(index);
    }
    m_taking = true;
    manager->CallWhenReturned(m_handle, MakeCallback(&IgmpRouter::TakeNext, this));
}

void
IgmpRouter::TakeNext()
{
    if (m_stopping)
    {
        return;
    }
    m_taking = !m_toTake.empty();
    if (m_taking)
    {
        const auto index = m_toTake.front();
        m_toTake.pop_front();
        Take(index);
    }
    else if (!m_refused.empty())
    {
        m_toTake.swap(m_refused);
        m_taking = true;
        Retry(&IgmpRouter::TakeNext);
    }
}

void
IgmpRouter::Take(uint32_t index)
{
    const auto interface = m_interfaces[index];
    interface->Attach(GetNode(), index, m_handle, GetId(), m_name);
    const auto status = GetManager()->TakeInterfaceOwnership(m_handle, InterfaceId{index});
    if (status == Status::NO_ERROR)
    {
        m_held.insert(index);
    }
    else if (status == Status::ERROR_ALREADY_EXISTS)
    {
        m_refused.push_back(index);
    }
    GetManager()->CallWhenReturned(m_handle, Callback<void>([this, index]() { OnTaken(index); }));
}

void
IgmpRouter::OnTaken(uint32_t index)
{
    if (m_stopping)
    {
        return;
    }
    if (m_held.count(index) != 0)
    {
        m_interfaces[index]->Serve();
    }
    else
    {
        m_interfaces[index]->Drop();
    }
    TakeNext();
}

void
IgmpRouter::Stop()
{
    NS_LOG_FUNCTION(this);
    if (!std::exchange(m_running, false) || m_stopping)
    {
        return;
    }
    for (const auto index : m_held)
    {
        m_interfaces[index]->Stop();
    }
    Reset();
    if (m_handle)
    {
        m_stopping = true;
        Release();
    }
}

void
IgmpRouter::Release()
{
    const auto manager = GetManager();
    for (auto it = m_held.begin(); it != m_held.end();)
    {
        const auto status = manager->ReleaseInterfaceOwnership(m_handle, InterfaceId{*it});
        it = status == Status::ERROR_CAN_NOT_COMPLETE ? std::next(it) : m_held.erase(it);
    }
    if (!m_held.empty())
    {
        Retry(&IgmpRouter::Release);
        return;
    }
    manager->DeRegisterMProtocol(m_handle);
    m_handle = {};
    m_stopping = false;
    if (m_running)
    {
        Register();
    }
}

void
IgmpRouter::Fail()
{
    NS_LOG_FUNCTION(this);
    m_running = false;
    m_stopping = false;
    for (const auto index : m_held)
    {
        m_interfaces[index]->Drop();
    }
    m_held.clear();
    Reset();
    if (m_handle)
    {
        GetManager()->FailClient(std::exchange(m_handle, {}));
    }
}

void
IgmpRouter::Reset()
{
    m_retry.Cancel();
    m_toTake.clear();
    m_refused.clear();
    m_taking = false;
}

void
IgmpRouter::Retry(void (IgmpRouter::*request)())
{
    m_retry = Simulator::Schedule(m_retryDelay,
                                  [this, request, cause = TraceContext::Get().GetCause()]() {
                                      const CauseScope scope(cause);
                                      (this->*request)();
                                  });
}

void
IgmpRouter::DisableIgmp(const InterfaceId& interface)
{
    m_interfaces[interface.index]->Disable();
}

void
IgmpRouter::EnableIgmp(const InterfaceId& interface)
{
    m_interfaces[interface.index]->Enable();
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
