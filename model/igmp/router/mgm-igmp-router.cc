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

void
IgmpRouter::Register()
{
    ClientCallbacks callbacks;
    callbacks.disableIgmp = MakeCallback(&IgmpRouter::DisableIgmp, this);
    callbacks.enableIgmp = MakeCallback(&IgmpRouter::EnableIgmp, this);
    callbacks.creationAlert = MakeCallback(&IgmpRouter::AlertCreation, this);
    const auto manager = GetManager();
    if (manager->RegisterMProtocol(callbacks, GetId(), m_name, m_handle) != Status::NO_ERROR)
    {
        m_retry = Retry(&IgmpRouter::Register);
        return;
    }
    for (const auto& [index, interface] : m_interfaces)
    {
        m_toTake.push_back(index);
    }
    m_taking = true;
    ContinueWhenReturned([this]() { TakeNext(); });
}

void
IgmpRouter::ContinueWhenReturned(std::function<void()> next)
{
    GetManager()->CallWhenReturned(m_handle, Callback<void>([this, handle = m_handle, next]() {
                                       if (m_handle == handle)
                                       {
                                           next();
                                       }
                                   }));
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
        m_retry = Retry(&IgmpRouter::TakeNext);
    }
}

void
IgmpRouter::Take(uint32_t index)
{
    if (m_removed.count(index) != 0)
    {
        m_refused.push_back(index); // it must be given up first
        TakeNext();
        return;
    }
    const auto interface = m_interfaces.at(index);
    interface->Attach(GetNode(), index, m_handle, GetId(), m_name);
    const auto handle = m_handle;
    m_held.insert(index); // before the call, in whose callbacks the agent may be stopped
    const auto status = GetManager()->TakeInterfaceOwnership(handle, InterfaceId{index});
    if (m_handle != handle)
    {
        return; // crashed in a callback
    }
    if (status != Status::NO_ERROR)
    {
        m_held.erase(index);
    }
    if (status == Status::ERROR_ALREADY_EXISTS)
    {
        m_refused.push_back(index);
    }
    ContinueWhenReturned([this, index]() { OnTaken(index); });
}

void
IgmpRouter::OnTaken(uint32_t index)
{
    if (m_stopping)
    {
        return;
    }
    const auto handle = m_handle;
    if (const auto interface = GetInterface(index))
    {
        const bool isHeld = m_held.count(index) != 0 && m_removed.count(index) == 0;
        isHeld ? interface->Serve() : interface->Drop();
    }
    if (m_handle == handle)
    {
        TakeNext();
    }
}

void
IgmpRouter::ReleaseAll()
{
    const auto handle = m_handle;
    const auto held = m_held; // releasing changes it
    for (const auto index : held)
    {
        Release(index);
        if (m_handle != handle)
        {
            return; // crashed in a callback
        }
    }
    if (!m_held.empty())
    {
        m_retry = Retry(&IgmpRouter::ReleaseAll);
        return;
    }
    GetManager()->DeRegisterMProtocol(std::exchange(m_handle, {}));
    m_stopping = false;
    if (m_running)
    {
        Register();
    }
}

void
IgmpRouter::ReleaseRemoved()
{
    const auto handle = m_handle;
    const auto removed = m_removed; // callbacks may change it
    for (const auto index : removed)
    {
        const bool isReleased = m_removed.count(index) != 0 && Release(index);
        if (m_handle != handle)
        {
            return; // crashed in a callback
        }
        if (isReleased)
        {
            m_removed.erase(index);
        }
    }
    if (!m_removed.empty())
    {
        m_retryRemoved.Cancel();
        m_retryRemoved = Retry(&IgmpRouter::ReleaseRemoved);
    }
}

bool
IgmpRouter::Release(uint32_t index)
{
    const auto handle = m_handle;
    const auto status = GetManager()->ReleaseInterfaceOwnership(handle, InterfaceId{index});
    if (status == Status::ERROR_CAN_NOT_COMPLETE || m_handle != handle)
    {
        return false;
    }
    m_held.erase(index);
    return true;
}

EventId
IgmpRouter::Retry(void (IgmpRouter::*request)())
{
    return Simulator::Schedule(m_retryDelay,
                               [this, request, cause = TraceContext::Get().GetCause()]() {
                                   const CauseScope scope(cause);
                                   (this->*request)();
                               });
}

void
IgmpRouter::DisableIgmp(const InterfaceId& interface)
{
    if (const auto served = GetInterface(interface.index))
    {
        served->Disable();
    }
}

void
IgmpRouter::EnableIgmp(const InterfaceId& interface)
{
    if (const auto served = GetInterface(interface.index))
    {
        served->Enable();
    }
}

void
IgmpRouter::AlertCreation(const SourceGroupEntry& entry,
                          const InterfaceId&,
                          std::vector<InterfaceEntry>& interfaces)
{
    for (auto& shown : interfaces)
    {
        const auto interface = GetInterface(shown.interface.index);
        shown.enabled = interface && interface->IsForwarded(entry.ToSourceGroup());
    }
}

} // namespace mgm
} // namespace ns3
