/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "mgm-multicast-group-manager.h"

#include "ns3/enum.h"
#include "ns3/ipv4.h"
#include "ns3/node.h"
#include "ns3/pointer.h"
#include "ns3/string.h"

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
                                          "random"))
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
            .AddAttribute("Rib",
                          "The multicast view of the routing table; the node's unicast routing "
                          "unless set (mgm-spec section 6).",
                          PointerValue(),
                          MakePointerAccessor(&MulticastGroupManager::m_rib),
                          MakePointerChecker<MulticastRib>());
    return tid;
}

MulticastGroupManager::MulticastGroupManager()
    : m_tracer(CreateObject<Tracer>()),
      m_alertOrderStream(CreateObject<UniformRandomVariable>()),
      m_clock(m_registry, m_dispatcher),
      m_caller(m_registry, m_dispatcher, m_tracer),
      m_memberships(m_registry, m_ownership, m_caller, MakeQuestions(), m_tracer),
      m_changer(m_registry, m_ownership, m_memberships, m_caller, m_dispatcher, m_clock, m_tracer)
{
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
    m_ipv4 = nullptr;
    m_rib = nullptr;
    m_tracer = CreateObject<Tracer>(); // the node's own is aggregated with this object
    Object::DoDispose();
}

AlertPolicy::Questions
MulticastGroupManager::MakeQuestions()
{
    return {[this](ClientHandle except) {
                return GetClientsInOrder(m_registry, except, m_alertOrder, m_alertOrderStream);
            },
            [this](ClientHandle client) { return m_registry.Find(client) != nullptr; },
            [this](Ipv4Address source) { return GetReversePathOwner(source); }};
}

ClientHandle
MulticastGroupManager::GetReversePathOwner(Ipv4Address source)
{
    if (!m_rib && m_node)
    {
        const auto rib = CreateObject<UnicastRib>();
        rib->SetNode(m_node);
        m_rib = rib;
    }
    const auto route = m_rib ? m_rib->Lookup(source) : std::nullopt;
    const Ownership* ownership = route ? m_ownership.Find(route->interface) : nullptr;
    return ownership ? ownership->owner : ClientHandle();
}

bool
MulticastGroupManager::IsInterfaceOfNode(const InterfaceId& interface)
{
    if (!m_ipv4 && m_node)
    {
        m_ipv4 = m_node->GetObject<Ipv4>();
    }
    return m_ipv4 && interface.index < m_ipv4->GetNInterfaces();
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

int64_t
MulticastGroupManager::AssignStreams(int64_t stream)
{
    const int64_t first = stream;
    m_alertOrderStream->SetStream(stream++);
    for (const auto& variable : {m_callCost, m_caller.GetCost(), m_changer.GetDuration()})
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
    return m_dispatcher.IsIdle() && m_changer.IsIdle() && m_memberships.GetPolicy().IsSettled();
}

} // namespace mgm
} // namespace ns3
