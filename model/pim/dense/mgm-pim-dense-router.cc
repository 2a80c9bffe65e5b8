/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "mgm-pim-dense-router.h"

#include "ns3/boolean.h"
#include "ns3/enum.h"
#include "ns3/ipv4.h"
#include "ns3/mgm-enum-accessor.h"
#include "ns3/node.h"
#include "ns3/object-map.h"
#include "ns3/pointer.h"
#include "ns3/simulator.h"
#include "ns3/string.h"
#include "ns3/uinteger.h"

#include <algorithm>
#include <utility>

namespace ns3
{
namespace mgm
{

NS_OBJECT_ENSURE_REGISTERED(PimDenseRouter);

PimDenseRouter::PimDenseRouter()
    : m_tib(CreateObject<PimDenseTib>()),
      m_routes({[this](Ipv4Address source) { HandleRoute(source); }, [this]() { CheckLater(); }})
{
    m_interfaceFactory.SetTypeId(PimDenseInterface::GetTypeId());
    m_interfaceFactory.Set("SendDrPriority", BooleanValue(false));
    SetInterfaces({});
}

PimDenseRouter::~PimDenseRouter() = default;

void
PimDenseRouter::DoDispose()
{
    StopFollowing();
    m_cache.End();
    m_tib->Dispose();
    for (const auto& [index, interface] : m_interfaces)
    {
        interface->Dispose();
    }
    m_interfaces.clear();
    ManagerClient::DoDispose();
}

int64_t
PimDenseRouter::AssignStreams(int64_t stream)
{
    const int64_t first = stream;
    stream += ManagerClient::AssignStreams(stream);
    stream += m_tib->AssignStreams(stream);
    for (const auto& [index, interface] : m_interfaces)
    {
        stream += interface->AssignStreams(stream);
    }
    return stream - first;
}

// The interfaces.

Ptr<PimDenseInterface>
PimDenseRouter::AddInterface(uint32_t index)
{
    if (const auto added = GetInterface(index))
    {
        return added;
    }
    const auto interface = m_interfaceFactory.Create<PimDenseInterface>();
    interface->SetTib(m_tib);
    m_interfaces[index] = interface;
    if (IsRunning() && m_helloStart == PIM_HELLO_AT_START)
    {
        SayHello(index, *interface);
    }
    ManagerClient::AddInterface(InterfaceId{index});
    return interface;
}

void
PimDenseRouter::RemoveInterface(uint32_t index)
{
    if (const auto interface = GetInterface(index))
    {
        interface->Stop();
        interface->Disown();
        m_interfaces.erase(index);
        interface->Dispose();
        m_cache.RemoveInterface(index);
        ManagerClient::RemoveInterface(InterfaceId{index});
    }
}

Ptr<PimDenseInterface>
PimDenseRouter::GetInterface(uint32_t index) const
{
    const auto found = m_interfaces.find(index);
    return found == m_interfaces.end() ? nullptr : found->second;
}

const std::map<uint32_t, Ptr<PimDenseInterface>>&
PimDenseRouter::GetInterfaceMap() const
{
    return m_interfaces;
}

void
PimDenseRouter::SetInterfaceAttribute(const std::string& name, const AttributeValue& value)
{
    m_interfaceFactory.Set(name, value);
    for (const auto& [index, interface] : m_interfaces)
    {
        interface->SetAttribute(name, value);
    }
}

Ptr<PimDenseTib>
PimDenseRouter::GetTib() const
{
    return m_tib;
}

void
PimDenseRouter::SayHello(uint32_t index, PimDenseInterface& interface)
{
    if (interface.IsServed())
    {
        return;
    }
    const auto parameters = m_tib->GetParameters();
    interface.SetAttribute(
        "StateRefreshInterval",
        TimeValue(parameters.stateRefresh ? parameters.refreshInterval : Time(0)));
    interface.SetClient(GetId(), std::string(GetName()));
    interface.Serve(GetNode(), index);
}

// Its life.

ClientId
PimDenseRouter::GetClientId() const
{
    return {PROTOCOL_ID, m_component};
}

std::string_view
PimDenseRouter::GetClientName() const
{
    return m_name;
}

ClientCallbacks
PimDenseRouter::MakeCallbacks()
{
    auto callbacks = ManagerClient::MakeCallbacks();
    callbacks.disableIgmp = {};
    callbacks.enableIgmp = {};
    return callbacks;
}

void
PimDenseRouter::OnRegistering()
{
    if (m_helloStart == PIM_HELLO_AT_START)
    {
        for (const auto& [index, interface] : m_interfaces)
        {
            SayHello(index, *interface);
        }
    }
}

void
PimDenseRouter::OnRegistered()
{
    m_cache.Begin(GetManager(), GetHandle());
    m_tib->Begin(*this);
    Follow();
}

void
PimDenseRouter::OnTaking(const InterfaceId& interface)
{
    // While the router stopped, IGMP may have told of hosts yet. It tells of all of them anew.
    AddInterface(interface.index)->Abandon();
}

void
PimDenseRouter::OnOwned(const InterfaceId& interface)
{
    const auto owned = GetInterface(interface.index);
    if (m_helloStart == PIM_HELLO_WHEN_OWNED || IsServing())
    {
        SayHello(interface.index, *owned);
    }
    owned->Own();
    m_cache.AddInterface(interface.index);
    // Entries that were there before have the interface from now on, and no CREATION_ALERT.
    std::vector<SourceGroup> sourceGroups;
    for (const auto& mfe : GetManager()->GetMfes())
    {
        sourceGroups.push_back({mfe.source, mfe.group});
    }
    for (const auto& sourceGroup : sourceGroups)
    {
        m_tib->Create(sourceGroup);
    }
}

void
PimDenseRouter::OnServing()
{
    for (const auto& [index, interface] : m_interfaces)
    {
        if (interface->IsOwned())
        {
            SayHello(index, *interface);
        }
    }
}

void
PimDenseRouter::OnStopping()
{
    StopFollowing();
    m_tib->Stop();
    for (const auto& [index, interface] : m_interfaces)
    {
        interface->Stop();
        interface->Abandon();
    }
    m_cache.End();
}

void
PimDenseRouter::OnFailed()
{
    StopFollowing();
    m_tib->Drop();
    for (const auto& [index, interface] : m_interfaces)
    {
        interface->Drop();
        interface->Abandon();
    }
    m_cache.End();
}

void
PimDenseRouter::Follow()
{
    m_routes.Begin(GetManager());
    GetManager()->TraceConnectWithoutContext("Answerer",
                                             MakeCallback(&PimDenseRouter::HandleAnswerer, this));
    m_forwarder = GetNode()->GetObject<MulticastForwarder>();
    if (m_forwarder)
    {
        m_forwarder->TraceConnectWithoutContext("Accept",
                                                MakeCallback(&PimDenseRouter::HandlePacket, this));
        m_forwarder->TraceConnectWithoutContext("Setting",
                                                MakeCallback(&PimDenseRouter::HandleSetting, this));
    }
}

void
PimDenseRouter::StopFollowing()
{
    m_routes.End();
    m_check.Cancel();
    m_update.Cancel();
    if (const auto manager = GetNode() ? GetManager() : nullptr)
    {
        manager->TraceDisconnectWithoutContext("Answerer",
                                               MakeCallback(&PimDenseRouter::HandleAnswerer, this));
    }
    if (const auto forwarder = std::exchange(m_forwarder, nullptr))
    {
        forwarder->TraceDisconnectWithoutContext("Accept",
                                                 MakeCallback(&PimDenseRouter::HandlePacket, this));
        forwarder->TraceDisconnectWithoutContext(
            "Setting",
            MakeCallback(&PimDenseRouter::HandleSetting, this));
    }
}

// What the manager asks and tells.

void
PimDenseRouter::OnRpf(RpfQuery& query)
{
    const auto sourceGroup = query.entry.ToSourceGroup();
    m_routes.LookAgain(sourceGroup.source); // the manager has
    m_tib->Update(sourceGroup);
    m_cache.Answer(query);
}

void
PimDenseRouter::OnCreationAlert(const SourceGroup& entry,
                                const InterfaceId& /* incoming */,
                                std::vector<InterfaceEntry>& interfaces)
{
    m_cache.Answer(entry, interfaces, [&]() { m_tib->Create(entry); });
}

void
PimDenseRouter::OnPruneAlert(const SourceGroup& entry,
                             const InterfaceId& /* interface */,
                             bool /* memberDelete */,
                             Time& /* timeout */)
{
    m_tib->UpdateMatching(entry);
}

void
PimDenseRouter::OnJoinAlert(const SourceGroup& entry, bool /* memberUpdate */)
{
    m_tib->UpdateMatching(entry);
}

void
PimDenseRouter::OnWrongIf(const SourceGroup& key,
                          const InterfaceId& arrival,
                          const Ipv4Header& header)
{
    m_routes.LookAgain(key.source);
    m_tib->ReceiveData(key, arrival.index, header.GetTtl());
}

void
PimDenseRouter::OnLocalJoin(const SourceGroup& entry, const InterfaceId& interface)
{
    // One that was removed is the router's until it is released.
    if (const auto listening = GetInterface(interface.index))
    {
        listening->Join(entry);
    }
}

void
PimDenseRouter::OnLocalLeave(const SourceGroup& entry, const InterfaceId& interface)
{
    if (const auto listening = GetInterface(interface.index))
    {
        listening->Leave(entry);
    }
}

// What the forwarder and the routes tell.

void
PimDenseRouter::HandlePacket(const Ipv4Header& header,
                             Ptr<const Packet> /* packet */,
                             const InterfaceId& incoming)
{
    const SourceGroup sourceGroup{header.GetSource(), header.GetDestination()};
    const auto route = m_routes.Find(sourceGroup.source);
    if (!route || route->interface.index != incoming.index)
    {
        m_routes.LookAgain(sourceGroup.source); // the manager has found another one
    }
    m_tib->ReceiveData(sourceGroup, incoming.index, header.GetTtl());
}

void
PimDenseRouter::HandleSetting(uint32_t /* interface */)
{
    m_tib->Update();
}

void
PimDenseRouter::HandleAnswerer(const InterfaceId& /* interface */)
{
    if (m_update.IsExpired())
    {
        m_update = Simulator::ScheduleNow([this]() { m_tib->Update(); });
    }
}

void
PimDenseRouter::HandleRoute(Ipv4Address source)
{
    for (const auto& sourceGroup : m_tib->GetSourceGroups())
    {
        if (sourceGroup.source == source)
        {
            m_tib->Update(sourceGroup);
        }
    }
}

void
PimDenseRouter::CheckLater()
{
    if (m_check.IsExpired())
    {
        m_check = Simulator::Schedule(m_checkInterval, &PimDenseRouter::Check, this);
    }
}

void
PimDenseRouter::Check()
{
    m_tib->Update();
    std::set<Ipv4Address> sources;
    for (const auto& sourceGroup : m_tib->GetSourceGroups())
    {
        m_cache.Tell(sourceGroup);
        sources.insert(sourceGroup.source);
    }
    m_routes.Retain(sources);
    if (!sources.empty())
    {
        CheckLater();
    }
}

// What the Tree Information Base asks and tells.

PimInterfaceSet
PimDenseRouter::GetInterfaces() const
{
    PimInterfaceSet interfaces;
    for (const auto& [index, interface] : m_interfaces)
    {
        if (interface->IsActive())
        {
            interfaces.insert(index);
        }
    }
    return interfaces;
}

bool
PimDenseRouter::IsInService(uint32_t interface) const
{
    const auto found = m_interfaces.find(interface);
    return found != m_interfaces.end() && found->second->IsActive();
}

Ipv4Address
PimDenseRouter::GetAddress(uint32_t interface) const
{
    if (const auto served = GetInterface(interface))
    {
        return served->GetAddress();
    }
    const auto ipv4 = GetNode()->GetObject<Ipv4>();
    return ipv4->GetNAddresses(interface) > 0 ? ipv4->GetAddress(interface, 0).GetLocal()
                                              : ANY_ADDRESS;
}

std::size_t
PimDenseRouter::CountNeighbors(uint32_t interface) const
{
    return GetInterface(interface)->GetNeighbors().GetSize();
}

bool
PimDenseRouter::IsStateRefreshCapable(uint32_t interface) const
{
    const auto neighbors = GetInterface(interface)->GetNeighbors().GetAll();
    return std::all_of(neighbors.begin(), neighbors.end(), [](const PimNeighbor& neighbor) {
        return neighbor.refreshInterval.has_value();
    });
}

Time
PimDenseRouter::GetOverrideInterval(uint32_t interface) const
{
    return GetInterface(interface)->GetLanDelays().overrideInterval;
}

Time
PimDenseRouter::GetPropagationDelay(uint32_t interface) const
{
    return GetInterface(interface)->GetLanDelays().propagationDelay;
}

uint8_t
PimDenseRouter::GetThreshold(uint32_t interface) const
{
    return m_forwarder ? m_forwarder->GetTtlThreshold(interface) : 1;
}

bool
PimDenseRouter::IsBoundary(uint32_t interface, Ipv4Address group) const
{
    return m_forwarder && m_forwarder->IsBoundaryFor(interface, group);
}

bool
PimDenseRouter::HasReceiver(const SourceGroup& sourceGroup, uint32_t interface) const
{
    return GetInterface(interface)->HasReceiver(sourceGroup);
}

bool
PimDenseRouter::ExcludesReceiver(const SourceGroup& /* sourceGroup */,
                                 uint32_t /* interface */) const
{
    return false;
}

std::optional<PimDenseRoute>
PimDenseRouter::GetRoute(Ipv4Address source) const
{
    const auto found = m_routes.Find(source);
    if (!found)
    {
        return std::nullopt;
    }
    PimDenseRoute route;
    route.interface = found->interface.index;
    route.isDirect = found->nextHop == ANY_ADDRESS;
    route.isExternal = GetManager()->IsHeldByOther(found->interface, GetHandle());
    const auto interface = GetInterface(route.interface);
    const auto* neighbor =
        interface ? interface->GetNeighbors().FindOwner(found->nextHop) : nullptr;
    route.nextHop = neighbor ? neighbor->address : found->nextHop;
    const bool isTold = route.isDirect || found->preference != 0 || found->metric != 0;
    route.preference = isTold ? found->preference : m_defaultPreference;
    route.metric = isTold ? found->metric : m_defaultMetric;
    const auto mask = found->mask == ANY_MASK ? GetMask(source, route.interface) : found->mask;
    route.maskLength = static_cast<uint8_t>(mask.GetPrefixLength());
    return route;
}

Ipv4Mask
PimDenseRouter::GetMask(Ipv4Address source, uint32_t interface) const
{
    const auto ipv4 = GetNode()->GetObject<Ipv4>();
    for (uint32_t i = 0; i < ipv4->GetNAddresses(interface); ++i)
    {
        const auto address = ipv4->GetAddress(interface, i);
        if (address.GetMask().IsMatch(source, address.GetLocal()))
        {
            return address.GetMask();
        }
    }
    return ONE_MASK;
}

bool
PimDenseRouter::IsWantedElsewhere(const SourceGroup& sourceGroup) const
{
    return GetManager()->IsForwardedByOthers(sourceGroup, GetHandle());
}

bool
PimDenseRouter::IsInUse(const SourceGroup& sourceGroup) const
{
    return GetManager()->HasMfeInUse(sourceGroup);
}

void
PimDenseRouter::Send(const PimMessage& message, uint32_t interface, Ipv4Address destination)
{
    GetInterface(interface)->Send(message, destination);
}

void
PimDenseRouter::OnForwarding(const SourceGroup& sourceGroup, const PimDenseForwarding& forwarding)
{
    m_cache.SetForwarding(sourceGroup, forwarding);
}

void
PimDenseRouter::OnForgotten(const SourceGroup& sourceGroup)
{
    m_cache.Forget(sourceGroup);
}

MachineSubject
PimDenseRouter::GetSubject(std::string_view machine,
                           const SourceGroup& sourceGroup,
                           std::optional<uint32_t> interface) const
{
    auto subject = ManagerClient::GetSubject();
    subject.machine = machine;
    subject.sourceGroup = sourceGroup;
    if (interface)
    {
        subject.interface = InterfaceId{*interface};
    }
    return subject;
}

// The attributes.

TypeId
PimDenseRouter::GetTypeId()
{
    static TypeId tid =
        TypeId("ns3::mgm::PimDenseRouter")
            .SetParent<ManagerClient>()
            .SetGroupName("Mgm")
            .AddConstructor<PimDenseRouter>()
            .AddAttribute("Name",
                          "Name in traces.",
                          StringValue("pim-dm"),
                          MakeStringAccessor(&PimDenseRouter::m_name),
                          MakeStringChecker())
            .AddAttribute("ComponentId",
                          "Component id of the registration with the group manager.",
                          UintegerValue(0),
                          MakeUintegerAccessor(&PimDenseRouter::m_component),
                          MakeUintegerChecker<uint32_t>())
            .AddAttribute("HelloStart",
                          "When Hellos begin on an interface: when the router starts, when it owns "
                          "the interface, or when its start-up is done.",
                          EnumValue(PIM_HELLO_WHEN_OWNED),
                          EnumAccessor<PimHelloStart>(&PimDenseRouter::m_helloStart),
                          MakeEnumChecker(PIM_HELLO_AT_START,
                                          "Start",
                                          PIM_HELLO_WHEN_OWNED,
                                          "Owned",
                                          PIM_HELLO_WHEN_SERVING,
                                          "Serving"))
            .AddAttribute("DefaultPreference",
                          "Metric preference in Asserts and State Refreshes of a route to a source "
                          "that is not directly connected, if the multicast view tells neither "
                          "preference nor metric.",
                          UintegerValue(101),
                          MakeUintegerAccessor(&PimDenseRouter::m_defaultPreference),
                          MakeUintegerChecker<uint32_t>(0, 0x7FFFFFFF))
            .AddAttribute("DefaultMetric",
                          "Metric of such a route.",
                          UintegerValue(1024),
                          MakeUintegerAccessor(&PimDenseRouter::m_defaultMetric),
                          MakeUintegerChecker<uint32_t>())
            .AddAttribute("CheckInterval",
                          "Time between looks for state that is to be forgotten because the "
                          "forwarding entry has expired.",
                          TimeValue(Seconds(60)),
                          MakeTimeAccessor(&PimDenseRouter::m_checkInterval),
                          MakeTimeChecker(MilliSeconds(1)))
            .AddAttribute("Tib",
                          "The Tree Information Base, which has the parameters of RFC 3973.",
                          TypeId::ATTR_GET,
                          PointerValue(),
                          MakePointerAccessor(&PimDenseRouter::m_tib),
                          MakePointerChecker<PimDenseTib>())
            .AddAttribute("InterfaceList",
                          "The interfaces that are served, by index of the IPv4 interface.",
                          ObjectMapValue(),
                          MakeObjectMapAccessor(&PimDenseRouter::m_interfaces),
                          MakeObjectMapChecker<PimDenseInterface>());
    return tid;
}

} // namespace mgm
} // namespace ns3
