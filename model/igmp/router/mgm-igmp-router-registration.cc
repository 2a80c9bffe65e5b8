/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

// How a router registers, takes and gives up its interfaces, and what the manager calls.

#include "mgm-igmp-router.h"

#include "ns3/mgm-multicast-group-manager.h"
#include "ns3/mgm-trace-context.h"
#include "ns3/simulator.h"

#include <utility>

namespace ns3
{
namespace mgm
{

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
