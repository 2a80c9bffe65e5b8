/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "mgm-multicast-group-manager.h"

#include "ns3/boolean.h"
#include "ns3/enum.h"
#include "ns3/ipv4.h"
#include "ns3/mgm-unicast-rib.h"
#include "ns3/node.h"
#include "ns3/pointer.h"
#include "ns3/string.h"
#include "ns3/uinteger.h"

#include <algorithm>

namespace ns3
{
namespace mgm
{

NS_OBJECT_ENSURE_REGISTERED(MulticastGroupManager);

TypeId
MulticastGroupManager::GetTypeId()
{
    static TypeId tid =
        TypeId("ns3::mgm::MulticastGroupManager")
            .SetParent<Object>()
            .SetGroupName("Mgm")
            .AddConstructor<MulticastGroupManager>()
            .AddAttribute("AlertOrder",
                          "Order in which several clients are alerted (ALR-5).",
                          EnumValue(ALERT_ORDER_REGISTRATION),
                          MakeEnumAccessor(&MulticastGroupManager::m_alertOrder),
                          MakeEnumChecker(ALERT_ORDER_REGISTRATION,
                                          "registration",
                                          ALERT_ORDER_REVERSE,
                                          "reverse",
                                          ALERT_ORDER_PROTOCOL_ID,
                                          "protocol-id",
                                          ALERT_ORDER_RANDOM,
                                          "random",
                                          ALERT_ORDER_CHOSEN,
                                          "chosen"))
            .AddAttribute("CallbackDelivery",
                          "Whether callbacks are made inside the call that causes them, or posted "
                          "as events of the same instant.",
                          EnumValue(CALLBACK_DELIVERY_INLINE),
                          MakeEnumAccessor(&MulticastGroupManager::SetCallbackDelivery,
                                           &MulticastGroupManager::GetCallbackDelivery),
                          MakeEnumChecker(CALLBACK_DELIVERY_INLINE,
                                          "inline",
                                          CALLBACK_DELIVERY_POSTED,
                                          "posted"))
            .AddAttribute(
                "MaxCallbackChain",
                "How many callbacks may be made in one instant of which each is caused by "
                "the one before; beyond that the run ends with an error (ALR-8).",
                UintegerValue(1000),
                MakeUintegerAccessor(&MulticastGroupManager::SetMaxCallbackChain,
                                     &MulticastGroupManager::GetMaxCallbackChain),
                MakeUintegerChecker<uint32_t>(1))
            .AddAttribute(
                "MaxChainedCallbacks",
                "How many callbacks may be made in one instant that are caused by others; "
                "beyond that the run ends with an error (ALR-8).",
                UintegerValue(1000000),
                MakeUintegerAccessor(&MulticastGroupManager::SetMaxChainedCallbacks,
                                     &MulticastGroupManager::GetMaxChainedCallbacks),
                MakeUintegerChecker<uint32_t>(1))
            .AddAttribute("ApiCallCost",
                          "Time that an API call keeps its client busy [s].",
                          StringValue("ns3::ConstantRandomVariable[Constant=0]"),
                          MakePointerAccessor(&MulticastGroupManager::m_callCost),
                          MakePointerChecker<RandomVariableStream>())
            .AddAttribute("CallbackCost",
                          "Time that delivering a callback takes [s].",
                          StringValue("ns3::ConstantRandomVariable[Constant=0]"),
                          MakePointerAccessor(&MulticastGroupManager::SetCallbackCost,
                                              &MulticastGroupManager::GetCallbackCost),
                          MakePointerChecker<RandomVariableStream>())
            .AddAttribute("OwnershipChangeDuration",
                          "Time that a change of the owner of an interface takes [s] (OWN-10).",
                          StringValue("ns3::ConstantRandomVariable[Constant=0]"),
                          MakePointerAccessor(&MulticastGroupManager::SetChangeDuration,
                                              &MulticastGroupManager::GetChangeDuration),
                          MakePointerChecker<RandomVariableStream>())
            .AddAttribute("UpcallCost",
                          "Time that handling an upcall of the forwarder takes [s].",
                          StringValue("ns3::ConstantRandomVariable[Constant=0]"),
                          MakePointerAccessor(&MulticastGroupManager::SetUpcallCost,
                                              &MulticastGroupManager::GetUpcallCost),
                          MakePointerChecker<RandomVariableStream>())
            .AddAttribute("MfeTimeout",
                          "Time that a forwarding entry stays without being used, and without "
                          "outgoing interfaces unless PRUNE_ALERT sets another (MFE-4).",
                          TimeValue(Seconds(900)),
                          MakeTimeAccessor(&MulticastGroupManager::SetMfeTimeout,
                                           &MulticastGroupManager::GetMfeTimeout),
                          MakeTimeChecker(NanoSeconds(1)))
            .AddAttribute("MaxDormantMfes",
                          "How many forwarding entries that have expired are remembered, so that "
                          "alerts go on (MFE-7); beyond that the oldest ones are forgotten.",
                          UintegerValue(10000),
                          MakeUintegerAccessor(&MulticastGroupManager::SetMaxDormantMfes,
                                               &MulticastGroupManager::GetMaxDormantMfes),
                          MakeUintegerChecker<uint32_t>())
            .AddAttribute("WrongIfAlerts",
                          "Whether WRONG_IF is called (MFE-3).",
                          BooleanValue(true),
                          MakeBooleanAccessor(&MulticastGroupManager::SetWrongIfAlerts,
                                              &MulticastGroupManager::GetWrongIfAlerts),
                          MakeBooleanChecker())
            .AddAttribute("WrongIfInterval",
                          "Least time between two WRONG_IF calls for the same source, group and "
                          "interface (MFE-3).",
                          TimeValue(Seconds(3)),
                          MakeTimeAccessor(&MulticastGroupManager::SetWrongIfInterval,
                                           &MulticastGroupManager::GetWrongIfInterval),
                          MakeTimeChecker(Time()))
            .AddAttribute(
                "Rib",
                "The multicast view of the routing table; the node's unicast routing "
                "unless set (mgm-spec section 6).",
                PointerValue(),
                MakePointerAccessor(&MulticastGroupManager::SetRib, &MulticastGroupManager::GetRib),
                MakePointerChecker<MulticastRib>());
    return tid;
}

MulticastGroupManager::MulticastGroupManager()
    : m_tracer(CreateObject<Tracer>()),
      m_alertOrderStream(CreateObject<UniformRandomVariable>()),
      m_paths(m_ownership),
      m_clock(m_registry, m_dispatcher),
      m_caller(m_registry, m_dispatcher, m_tracer),
      m_memberships(m_registry, m_ownership, m_paths, m_caller, MakeQuestions(), m_tracer),
      m_changer(m_registry, m_ownership, m_memberships, m_caller, m_dispatcher, m_clock, m_tracer),
      m_mfes(MakeMfeTools())
{
    ConnectParts();
}

MulticastGroupManager::~MulticastGroupManager() = default;

void
MulticastGroupManager::NotifyNewAggregate()
{
    if (!m_node)
    {
        m_node = GetObject<Node>();
        if (m_node)
        {
            m_tracer = Tracer::Of(m_node);
            SetRib(GetRib());
        }
    }
    Object::NotifyNewAggregate();
}

void
MulticastGroupManager::DoDispose()
{
    m_changer.Clear();
    m_clock.Clear();
    m_dispatcher.Clear();
    m_node = nullptr;
    m_mfes.Clear();
    SetRib(nullptr);
    m_tracer = CreateObject<Tracer>(); // the node's own is aggregated with this object
    Object::DoDispose();
}

AlertPolicy::Questions
MulticastGroupManager::MakeQuestions()
{
    return {[this](ClientHandle except) {
                return GetClientsInOrder(m_registry, except, m_alertOrder, m_alertOrderStream);
            },
            [this](ClientHandle client) { return m_registry.Find(client) != nullptr; }};
}

MfeTools
MulticastGroupManager::MakeMfeTools()
{
    return {
        m_registry,
        m_ownership,
        m_memberships.GetTable(),
        m_paths,
        m_caller,
        m_dispatcher,
        m_tracer,
        [this]() { return GetClientsInOrder(m_registry, {}, m_alertOrder, m_alertOrderStream); },
        [this](const RpfQuery& query) { return MakeRoute(query); },
        [this](Ipv4Address source) { FollowRoutes(source, ONE_MASK); }};
}

void
MulticastGroupManager::ConnectParts()
{
    m_memberships.SetListener(
        [this](const AlertPolicy::Change& change) { m_mfes.FollowMembership(change); });
    m_changer.SetListener({[this](const InterfaceId& interface) { m_mfes.FollowLoss(interface); },
                           [this](const InterfaceId& interface, ClientHandle holder) {
                               m_mfes.FollowClearing(interface, holder);
                           },
                           [this](const InterfaceId& interface) {
                               m_memberships.GetSourceAlerts().FollowAnswerer(interface);
                               m_mfes.FollowAnswerer(interface);
                           }});
}

bool
MulticastGroupManager::IsInterfaceOfNode(const InterfaceId& interface) const
{
    const auto ipv4 = m_node ? m_node->GetObject<Ipv4>() : nullptr;
    const ForwardingPlane* plane = m_mfes.GetPlane();
    return (ipv4 && interface.index < ipv4->GetNInterfaces()) ||
           (plane && plane->HasVirtualInterface(interface.index));
}

void
MulticastGroupManager::SetCallbackDelivery(CallbackDelivery delivery)
{
    m_dispatcher.SetDelivery(delivery);
}

CallbackDelivery
MulticastGroupManager::GetCallbackDelivery() const
{
    return m_dispatcher.GetDelivery();
}

void
MulticastGroupManager::SetMaxCallbackChain(uint32_t limit)
{
    m_caller.GetChain().SetLimit(limit);
}

uint32_t
MulticastGroupManager::GetMaxCallbackChain() const
{
    return m_caller.GetChain().GetLimit();
}

void
MulticastGroupManager::SetMaxChainedCallbacks(uint32_t limit)
{
    m_caller.GetChain().SetCountLimit(limit);
}

uint32_t
MulticastGroupManager::GetMaxChainedCallbacks() const
{
    return m_caller.GetChain().GetCountLimit();
}

void
MulticastGroupManager::SetCallbackCost(Ptr<RandomVariableStream> cost)
{
    m_caller.SetCost(cost);
}

Ptr<RandomVariableStream>
MulticastGroupManager::GetCallbackCost() const
{
    return m_caller.GetCost();
}

void
MulticastGroupManager::SetChangeDuration(Ptr<RandomVariableStream> duration)
{
    m_changer.SetDuration(duration);
}

Ptr<RandomVariableStream>
MulticastGroupManager::GetChangeDuration() const
{
    return m_changer.GetDuration();
}

void
MulticastGroupManager::SetUpcallCost(Ptr<RandomVariableStream> cost)
{
    m_mfes.SetUpcallCost(cost);
}

Ptr<RandomVariableStream>
MulticastGroupManager::GetUpcallCost() const
{
    return m_mfes.GetUpcallCost();
}

void
MulticastGroupManager::SetMfeTimeout(Time timeout)
{
    m_mfes.GetExpiry().SetTimeout(timeout);
}

Time
MulticastGroupManager::GetMfeTimeout() const
{
    return m_mfes.GetExpiry().GetTimeout();
}

void
MulticastGroupManager::SetMaxDormantMfes(uint32_t limit)
{
    m_mfes.SetMaxDormant(limit);
}

uint32_t
MulticastGroupManager::GetMaxDormantMfes() const
{
    return m_mfes.GetMaxDormant();
}

uint64_t
MulticastGroupManager::GetForgottenMfes() const
{
    return m_mfes.GetForgotten();
}

void
MulticastGroupManager::SetWrongIfAlerts(bool isOn)
{
    m_mfes.GetWrongIfPolicy().SetOn(isOn);
}

bool
MulticastGroupManager::GetWrongIfAlerts() const
{
    return m_mfes.GetWrongIfPolicy().IsOn();
}

void
MulticastGroupManager::SetWrongIfInterval(Time interval)
{
    m_mfes.GetWrongIfPolicy().SetInterval(interval);
}

Time
MulticastGroupManager::GetWrongIfInterval() const
{
    return m_mfes.GetWrongIfPolicy().GetInterval();
}

void
MulticastGroupManager::SetRib(Ptr<MulticastRib> rib)
{
    const auto changed = MakeCallback(&MulticastGroupManager::HandleRoutesChanged, this);
    const auto look = MakeCallback(&MulticastGroupManager::HandleTimeToLook, this);
    if (const auto old = GetRib())
    {
        old->TraceDisconnectWithoutContext("Changed", changed);
        old->TraceDisconnectWithoutContext("Look", look);
    }
    if (!rib && m_node)
    {
        rib = CreateObject<UnicastRib>();
    }
    m_paths.SetRib(rib);
    if (rib)
    {
        rib->SetNode(m_node);
        rib->TraceConnectWithoutContext("Changed", changed);
        rib->TraceConnectWithoutContext("Look", look);
        HandleRoutesChanged(Ipv4Address::GetZero(), Ipv4Mask::GetZero());
    }
}

Ptr<MulticastRib>
MulticastGroupManager::GetRib() const
{
    return m_paths.GetRib();
}

int64_t
MulticastGroupManager::AssignStreams(int64_t stream)
{
    const int64_t first = stream;
    m_alertOrderStream->SetStream(stream++);
    for (const auto& variable :
         {m_callCost, m_caller.GetCost(), m_changer.GetDuration(), m_mfes.GetUpcallCost()})
    {
        if (variable)
        {
            variable->SetStream(stream);
        }
        ++stream;
    }
    return stream - first;
}

void
MulticastGroupManager::CallWhenReturned(ClientHandle client, Callback<void> next)
{
    m_clock.CallWhenReturned(client, next);
}

bool
MulticastGroupManager::IsRegistered(ClientHandle client) const
{
    return m_registry.Find(client) != nullptr;
}

bool
MulticastGroupManager::IsWithoutOwner(const InterfaceId& interface) const
{
    const Ownership* ownership = m_ownership.Find(interface);
    return ownership && !ownership->owner;
}

bool
MulticastGroupManager::IsWantedByOthers(const SourceGroup& entry, ClientHandle client) const
{
    const Holders* holders = m_memberships.GetTable().Find(entry);
    return holders && std::any_of(holders->begin(), holders->end(), [client](const Holder& holder) {
               return holder.counts && holder.client != client;
           });
}

const ClientRegistry&
MulticastGroupManager::GetClients() const
{
    return m_registry;
}

const OwnershipTable&
MulticastGroupManager::GetOwnership() const
{
    return m_ownership;
}

const MembershipTable&
MulticastGroupManager::GetMemberships() const
{
    return m_memberships.GetTable();
}

bool
MulticastGroupManager::IsIdle() const
{
    return m_dispatcher.IsIdle() && m_changer.IsIdle() && m_mfes.IsIdle() &&
           m_memberships.GetPolicy().IsSettled();
}

} // namespace mgm
} // namespace ns3
