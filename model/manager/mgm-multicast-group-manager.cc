/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "mgm-multicast-group-manager.h"

#include "ns3/boolean.h"
#include "ns3/enum.h"
#include "ns3/ipv4.h"
#include "ns3/mgm-enum-accessor.h"
#include "ns3/mgm-trace-scope.h"
#include "ns3/mgm-trace-words.h"
#include "ns3/mgm-unicast-rib.h"
#include "ns3/net-device.h"
#include "ns3/node.h"
#include "ns3/pointer.h"
#include "ns3/string.h"
#include "ns3/uinteger.h"

#include <algorithm>
#include <string_view>
#include <utility>

namespace ns3
{
namespace mgm
{

NS_OBJECT_ENSURE_REGISTERED(MulticastGroupManager);

namespace
{

/// The callbacks that a client has, as traces name them, with "+" between them.
std::string
NameCallbacks(const ClientCallbacks& callbacks)
{
    const std::pair<std::string_view, bool> offers[]{
        {words::RPF, !callbacks.rpf.IsNull()},
        {words::CREATION_ALERT, !callbacks.creationAlert.IsNull()},
        {words::PRUNE_ALERT, !callbacks.pruneAlert.IsNull()},
        {words::JOIN_ALERT, !callbacks.joinAlert.IsNull()},
        {words::WRONG_IF, !callbacks.wrongIf.IsNull()},
        {words::LOCAL_JOIN, !callbacks.localJoin.IsNull()},
        {words::LOCAL_LEAVE, !callbacks.localLeave.IsNull()},
        {words::DISABLE_IGMP, !callbacks.disableIgmp.IsNull()},
        {words::ENABLE_IGMP, !callbacks.enableIgmp.IsNull()},
    };
    std::string names;
    for (const auto& [name, isOffered] : offers)
    {
        if (isOffered)
        {
            names.append(names.empty() ? "" : "+").append(name);
        }
    }
    return names;
}

/// What flags of Add and Delete are called in traces.
std::string_view
NameFlags(uint32_t flags)
{
    constexpr std::string_view NAMES[]{"",
                                       words::JOIN_STATE,
                                       words::FORWARD_STATE,
                                       words::JOIN_AND_FORWARD_STATE};
    return NAMES[flags & (MGM_JOIN_STATE_FLAG | MGM_FORWARD_STATE_FLAG)];
}

} // namespace

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
                          EnumAccessor<AlertOrder>(&MulticastGroupManager::m_alertOrder),
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
            .AddAttribute(
                "CallbackDelivery",
                "Whether callbacks are made inside the call that causes them, or posted "
                "as events of the same instant.",
                EnumValue(CALLBACK_DELIVERY_INLINE),
                EnumAccessor<CallbackDelivery>(&MulticastGroupManager::SetCallbackDelivery,
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
                "unless set (ALR-4, MFE-1).",
                PointerValue(),
                MakePointerAccessor(&MulticastGroupManager::SetRib, &MulticastGroupManager::GetRib),
                MakePointerChecker<MulticastRib>())
            .AddTraceSource("ReversePaths",
                            "The way back to some sources may be another one (ALR-4). The manager "
                            "may be in the middle of what follows from that: who listens calls it "
                            "later in this instant.",
                            MakeTraceSourceAccessor(&MulticastGroupManager::m_reversePathsTrace),
                            "ns3::mgm::MulticastGroupManager::ReversePathsTracedCallback")
            .AddTraceSource("Answerer",
                            "Somebody else answers for an interface, or nobody. The manager is in "
                            "the middle of the change of owner.",
                            MakeTraceSourceAccessor(&MulticastGroupManager::m_answererTrace),
                            "ns3::mgm::MulticastGroupManager::AnswererTracedCallback");
    return tid;
}

MulticastGroupManager::MulticastGroupManager()
    : m_tracer(CreateObject<Tracer>()),
      m_alertOrderStream(CreateObject<UniformRandomVariable>()),
      m_calls(m_registry, m_tracer),
      m_paths(m_ownership),
      m_clock(m_registry, m_dispatcher),
      m_caller(m_registry, m_dispatcher, m_tracer),
      m_rules(m_registry,
              m_ownership,
              m_caller,
              m_calls,
              [this](const InterfaceId& interface) { return IsInterfaceOfNode(interface); }),
      m_memberships(m_registry, m_ownership, m_paths, m_caller, MakeQuestions(), m_tracer),
      m_changer(m_registry, m_ownership, m_memberships, m_caller, m_dispatcher, m_clock, m_tracer),
      m_mfes(MakeMfeTools()),
      m_mfeBuffers(m_mfes.GetReader())
{
    ConnectParts();
}

MulticastGroupManager::~MulticastGroupManager() = default;

/*
 * Who follows whom. No part knows the parts that follow it: that is in the next functions alone.
 *
 * - A membership that counts has changed (MembershipKeeper, its alerts are queued): the forwarding
 *   entries.
 * - An interface has lost its holder (OwnershipChanger): the forwarding entries, of which those
 *   that come in there go (OWN-5).
 * - The memberships of its holder are gone (OwnershipChanger): the forwarding entries, which lose
 *   the marks that the holder has set there (MFE-5).
 * - Somebody else answers for it, or nobody (OwnershipChanger): the alerts of (s,g), then the
 *   forwarding entries, then who listens to "Answerer".
 * - Routes may have changed ("Changed" of the multicast view), or nobody knows and it is time to
 *   look ("Look"): the alerts of (s,g), then the forwarding entries, in the second case those in
 *   use only; then who listens to "ReversePaths".
 * - The route to one source is seen to have moved (MfeRoutes): as if the view had told of it.
 *
 * What they ask: the alert policy and the forwarding entries ask for the clients in the order of
 * alerts (ALR-5), the policy whether a client is still there, the forwarding entries for a route in
 * the form that RPF shows.
 *
 * Who follows does so at once, and queues its callbacks; the queue is drained by whoever made it
 * happen: a call, an upcall, or the multicast view. So HandleRoutesChanged() and HandleTimeToLook()
 * drain, FollowRoutes() does not.
 */

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
                               m_answererTrace(interface);
                           }});
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

void
MulticastGroupManager::HandleRoutesChanged(Ipv4Address network, Ipv4Mask mask)
{
    FollowRoutes(network, mask);
    m_dispatcher.Drain();
}

void
MulticastGroupManager::FollowRoutes(Ipv4Address network, Ipv4Mask mask)
{
    m_memberships.GetSourceAlerts().FollowRoutes(network, mask);
    m_mfes.GetRoutes().Follow(network, mask);
    m_reversePathsTrace(network, mask);
}

void
MulticastGroupManager::HandleTimeToLook()
{
    m_memberships.GetSourceAlerts().FollowRoutes(Ipv4Address::GetZero(), Ipv4Mask::GetZero());
    m_mfes.GetRoutes().Look();
    m_reversePathsTrace(Ipv4Address::GetZero(), Ipv4Mask::GetZero());
    m_dispatcher.Drain();
}

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

bool
MulticastGroupManager::IsInterfaceOfNode(const InterfaceId& interface) const
{
    const auto ipv4 = m_node ? m_node->GetObject<Ipv4>() : nullptr;
    const ForwardingPlane* plane = m_mfes.GetPlane();
    return (ipv4 && interface.index < ipv4->GetNInterfaces()) ||
           (plane && plane->HasVirtualInterface(interface.index));
}

Ptr<Ipv4Route>
MulticastGroupManager::MakeRoute(const RpfQuery& query) const
{
    const auto route = Create<Ipv4Route>();
    route->SetDestination(query.entry.source);
    route->SetGateway(query.upstreamNeighbor);
    const auto ipv4 = m_node ? m_node->GetObject<Ipv4>() : nullptr;
    if (ipv4 && query.incoming.index < ipv4->GetNInterfaces())
    {
        route->SetOutputDevice(ipv4->GetNetDevice(query.incoming.index));
        if (ipv4->GetNAddresses(query.incoming.index) > 0)
        {
            route->SetSource(ipv4->GetAddress(query.incoming.index, 0).GetLocal());
        }
    }
    return route;
}

void
MulticastGroupManager::Finish(ClientHandle client)
{
    if (m_registry.Find(client))
    {
        m_clock.Spend(client, m_callCost);
    }
    if (!m_dispatcher.IsIdle())
    {
        m_dispatcher.Drain();
    }
}

void
MulticastGroupManager::AwaitStart()
{
    m_hasStarted = false;
}

void
MulticastGroupManager::Start()
{
    m_hasStarted = true;
}

Status
MulticastGroupManager::RegisterMProtocol(const ClientCallbacks& callbacks,
                                         ClientId id,
                                         const std::string& name,
                                         ClientHandle& client)
{
    std::string offered; // outlives the scope, whose records refer to it
    TraceScope call(*m_tracer, [&]() {
        offered = NameCallbacks(callbacks);
        TraceRecord record = m_calls.Make(words::REGISTER_M_PROTOCOL, {});
        record.client = id;
        record.clientName = name;
        record.event = offered;
        return record;
    });
    if (!m_hasStarted)
    {
        return call.Return(Status::ERROR_CAN_NOT_COMPLETE);
    }
    const Client* added = m_registry.Add(id, name, callbacks);
    if (!added)
    {
        return call.Return(Status::ERROR_ALREADY_EXISTS);
    }
    client = added->handle;
    Finish(client);
    return call.Return(Status::NO_ERROR);
}

Status
MulticastGroupManager::DeRegisterMProtocol(ClientHandle client)
{
    TraceScope call = m_calls.Begin(words::DEREGISTER_M_PROTOCOL, client);
    const Client* known = m_registry.Find(client);
    if (!known)
    {
        return call.Return(Status::ERROR_INVALID_PARAMETER);
    }
    if (!known->interfaces.empty())
    {
        Finish(client);
        return call.Return(Status::ERROR_CAN_NOT_COMPLETE);
    }
    ForgetClient(client);
    return call.Return(Status::NO_ERROR);
}

Status
MulticastGroupManager::FailClient(ClientHandle client)
{
    TraceScope call = m_calls.Begin(words::FAIL_CLIENT, client);
    const Client* known = m_registry.Find(client);
    if (!known)
    {
        return call.Return(Status::ERROR_INVALID_PARAMETER);
    }
    const std::vector<InterfaceId> interfaces = known->interfaces;
    ForgetClient(client);
    for (const InterfaceId& interface : interfaces)
    {
        m_changer.Abandon(client, interface);
        m_dispatcher.Drain();
    }
    return call.Return(Status::NO_ERROR);
}

void
MulticastGroupManager::ForgetClient(ClientHandle client)
{
    m_enumerations.EndAll(client);
    m_memberships.GetPolicy().Forget(client);
    m_clock.Forget(client);
    m_registry.Remove(client);
}

void
MulticastGroupManager::Crash()
{
    const CauseScope scope(EmitEvent(*m_tracer, {words::CRASH}));
    m_dispatcher.Clear();
    m_clock.Clear();
    m_enumerations.Clear();
    m_memberships.Clear();
    m_changer.Crash();
    m_registry.Clear();
    m_mfes.RemoveAll(); // last: who hears of packets that waited may send more
}

Status
MulticastGroupManager::TakeInterfaceOwnership(ClientHandle client, const InterfaceId& interface)
{
    TraceScope call = m_calls.Begin(words::TAKE_INTERFACE_OWNERSHIP, client, interface);
    const Status status = m_rules.JudgeTake(client, interface);
    if (status == Status::NO_ERROR)
    {
        m_registry.Find(client)->id.IsIgmp() ? m_changer.AddIgmp(client, interface)
                                             : m_changer.Take(client, interface);
    }
    Finish(client);
    return call.Return(status);
}

Status
MulticastGroupManager::ReleaseInterfaceOwnership(ClientHandle client, const InterfaceId& interface)
{
    TraceScope call = m_calls.Begin(words::RELEASE_INTERFACE_OWNERSHIP, client, interface);
    const Status status = m_rules.JudgeRelease(client, interface);
    if (status == Status::NO_ERROR)
    {
        m_ownership.Find(interface)->igmp == client ? m_changer.ReleaseIgmp(interface)
                                                    : m_changer.Release(client, interface);
    }
    Finish(client);
    return call.Return(status);
}

Status
MulticastGroupManager::GetProtocolOnInterface(const InterfaceId& interface, ClientId& id)
{
    return DoGetProtocol({}, interface, id);
}

Status
MulticastGroupManager::GetProtocolOnInterface(ClientHandle client,
                                              const InterfaceId& interface,
                                              ClientId& id)
{
    const Status status = DoGetProtocol(client, interface, id);
    Finish(client);
    return status;
}

Status
MulticastGroupManager::DoGetProtocol(ClientHandle client,
                                     const InterfaceId& interface,
                                     ClientId& id)
{
    TraceScope call = m_calls.Begin(words::GET_PROTOCOL_ON_INTERFACE, client, interface);
    const Ownership* ownership = m_ownership.Find(interface);
    const Client* found = ownership ? m_registry.FindEver(ownership->GetProtocol()) : nullptr;
    if (!found)
    {
        return call.Return(Status::ERROR_NOT_FOUND);
    }
    id = found->id;
    call.Explain([found]() { return "it is " + found->name; });
    return call.Return(Status::NO_ERROR);
}

Status
MulticastGroupManager::AddGroupMembershipEntry(ClientHandle client,
                                               const SourceGroupEntry& entry,
                                               const InterfaceId& interface,
                                               uint32_t flags)
{
    return ChangeMembership(MembershipEvent::JOIN, client, entry, interface, flags);
}

Status
MulticastGroupManager::DeleteGroupMembershipEntry(ClientHandle client,
                                                  const SourceGroupEntry& entry,
                                                  const InterfaceId& interface,
                                                  uint32_t flags)
{
    return ChangeMembership(MembershipEvent::PRUNE, client, entry, interface, flags);
}

Status
MulticastGroupManager::ChangeMembership(MembershipEvent event,
                                        ClientHandle client,
                                        const SourceGroupEntry& entry,
                                        const InterfaceId& interface,
                                        uint32_t flags)
{
    const std::string_view op = event == MembershipEvent::JOIN
                                    ? words::ADD_GROUP_MEMBERSHIP_ENTRY
                                    : words::DELETE_GROUP_MEMBERSHIP_ENTRY;
    TraceScope call(*m_tracer, [&]() {
        TraceRecord record = m_calls.Make(op, client, interface, entry.ToSourceGroup());
        record.event = NameFlags(flags);
        return record;
    });
    const Status status = m_rules.JudgeChange({event, op, client, entry, interface, flags});
    if (status == Status::NO_ERROR)
    {
        MakeChange(event, *m_registry.Find(client), entry.ToSourceGroup(), interface, flags);
    }
    Finish(client);
    return call.Return(status);
}

void
MulticastGroupManager::MakeChange(MembershipEvent event,
                                  const Client& client,
                                  const SourceGroup& entry,
                                  const InterfaceId& interface,
                                  uint32_t flags)
{
    if (flags & MGM_JOIN_STATE_FLAG)
    {
        event == MembershipEvent::JOIN ? m_memberships.Add(client, entry, interface)
                                       : m_memberships.Delete(client.handle, entry, interface);
    }
    if (flags & MGM_FORWARD_STATE_FLAG)
    {
        m_mfes.SetForwardState(event, entry, interface, client.handle);
    }
}

Status
MulticastGroupManager::GroupEnumerationStart(ClientHandle client,
                                             EnumerationType type,
                                             EnumerationHandle& enumeration)
{
    TraceScope call(*m_tracer, [&]() {
        TraceRecord record = m_calls.Make(words::GROUP_ENUMERATION_START, client);
        record.event =
            type == EnumerationType::ALL_SOURCES ? words::ALL_SOURCES : words::ANY_SOURCE;
        return record;
    });
    if (!m_registry.Find(client))
    {
        return call.Return(Status::ERROR_INVALID_PARAMETER);
    }
    enumeration = m_enumerations.Start(client, type);
    Finish(client);
    return call.Return(Status::NO_ERROR);
}

Status
MulticastGroupManager::GroupEnumerationGetNext(EnumerationHandle enumeration,
                                               uint32_t& bufferSize,
                                               SourceGroupEntry* buffer,
                                               uint32_t& count)
{
    m_dispatcher.Drain(); // alerts that can be made now are older than the entries
    auto* found = m_enumerations.Find(enumeration);
    const ClientHandle client = found ? found->client : ClientHandle();
    TraceScope call = m_calls.Begin(words::GROUP_ENUMERATION_GET_NEXT, client);
    const Status status = DoGetNext(found, bufferSize, buffer, count);
    call.Explain(
        [count]() { return std::to_string(count) + (count == 1 ? " entry" : " entries"); });
    Finish(client);
    return call.Return(status);
}

Status
MulticastGroupManager::DoGetNext(GroupEnumerations::Enumeration* enumeration,
                                 uint32_t& bufferSize,
                                 SourceGroupEntry* buffer,
                                 uint32_t& count)
{
    count = 0;
    if (!enumeration)
    {
        return Status::ERROR_INVALID_PARAMETER;
    }
    const MembershipTable& table = m_memberships.GetTable();
    const uint32_t room = bufferSize / sizeof(SourceGroupEntry);
    if (room == 0 && enumeration->cursor.HasNext(table))
    {
        bufferSize = sizeof(SourceGroupEntry);
        return Status::ERROR_INSUFFICIENT_BUFFER;
    }
    count = enumeration->cursor.Read(table, buffer, room);
    m_memberships.GetPolicy().FollowEnumeration(enumeration->client);
    for (uint32_t i = 0; i < count; ++i)
    {
        m_calls.TraceEnumerated(enumeration->client, buffer[i].ToSourceGroup());
    }
    return enumeration->cursor.HasNext(table) ? Status::ERROR_MORE_DATA
                                              : Status::ERROR_NO_MORE_ITEMS;
}

Status
MulticastGroupManager::GroupEnumerationEnd(EnumerationHandle enumeration)
{
    const auto* found = m_enumerations.Find(enumeration);
    const ClientHandle client = found ? found->client : ClientHandle();
    TraceScope call = m_calls.Begin(words::GROUP_ENUMERATION_END, client);
    if (!found)
    {
        return call.Return(Status::ERROR_INVALID_PARAMETER);
    }
    m_enumerations.End(enumeration);
    Finish(client);
    return call.Return(Status::NO_ERROR);
}

MfeRange
MulticastGroupManager::GetMfes() const
{
    return m_mfes.GetReader().GetAll();
}

Status
MulticastGroupManager::GetMfe(const SourceGroup& key, uint32_t& bufferSize, Mfe& mfe) const
{
    TraceScope call = m_calls.Begin(words::GET_MFE, {}, std::nullopt, key);
    return call.Return(m_mfeBuffers.Read(key, bufferSize, mfe));
}

Status
MulticastGroupManager::GetFirstMfe(uint32_t& bufferSize, std::vector<Mfe>& mfes) const
{
    TraceScope call = m_calls.Begin(words::GET_FIRST_MFE, {});
    return call.Return(m_mfeBuffers.ReadRange(GetMfes(), bufferSize, mfes));
}

Status
MulticastGroupManager::GetNextMfe(const SourceGroup& last,
                                  uint32_t& bufferSize,
                                  std::vector<Mfe>& mfes) const
{
    TraceScope call = m_calls.Begin(words::GET_NEXT_MFE, {}, std::nullopt, last);
    const MfeRange range = m_mfes.GetReader().GetAfter(last);
    return call.Return(m_mfeBuffers.ReadRange(range, bufferSize, mfes));
}

Status
MulticastGroupManager::GetMfeStats(const SourceGroup& key,
                                   MfeStatsLevel level,
                                   uint32_t& bufferSize,
                                   MfeStats& stats) const
{
    TraceScope call = m_calls.Begin(words::GET_MFE_STATS, {}, std::nullopt, key);
    return call.Return(m_mfeBuffers.ReadStats(key, level, bufferSize, stats));
}

Status
MulticastGroupManager::GetFirstMfeStats(MfeStatsLevel level,
                                        uint32_t& bufferSize,
                                        std::vector<MfeStats>& stats) const
{
    TraceScope call = m_calls.Begin(words::GET_FIRST_MFE_STATS, {});
    return call.Return(m_mfeBuffers.ReadStatsRange(GetMfes(), level, bufferSize, stats));
}

Status
MulticastGroupManager::GetNextMfeStats(const SourceGroup& last,
                                       MfeStatsLevel level,
                                       uint32_t& bufferSize,
                                       std::vector<MfeStats>& stats) const
{
    TraceScope call = m_calls.Begin(words::GET_NEXT_MFE_STATS, {}, std::nullopt, last);
    const MfeRange range = m_mfes.GetReader().GetAfter(last);
    return call.Return(m_mfeBuffers.ReadStatsRange(range, level, bufferSize, stats));
}

Status
MulticastGroupManager::SetMfe(ClientHandle client, const Mfe& mfe)
{
    const SourceGroup key{mfe.source, mfe.group};
    TraceScope call = m_calls.Begin(words::SET_MFE, client, std::nullopt, key);
    if (!m_registry.Find(client))
    {
        return call.Return(Status::ERROR_INVALID_PARAMETER);
    }
    const Status status = m_mfes.GetRoutes().SetUpstreamNeighbor(key, client, mfe.upstreamNeighbor);
    Finish(client);
    return call.Return(status);
}

void
MulticastGroupManager::AttachForwardingPlane(ForwardingPlane* plane)
{
    m_mfes.SetPlane(plane);
    m_dispatcher.Drain();
}

void
MulticastGroupManager::HandleCacheMiss(const SourceGroup& key,
                                       const InterfaceId& arrival,
                                       const Ipv4Header& header)
{
    m_mfes.HandleMiss(key, arrival, header);
    m_dispatcher.Drain();
}

void
MulticastGroupManager::HandleWrongInterface(const SourceGroup& key,
                                            const InterfaceId& arrival,
                                            const Ipv4Header& header)
{
    m_mfes.HandleWrongInterface(key, arrival, header);
    m_dispatcher.Drain();
}

void
MulticastGroupManager::CallWhenReturned(ClientHandle client, Callback<void> next)
{
    m_clock.CallWhenReturned(client, next);
}

bool
MulticastGroupManager::IsIdle() const
{
    return m_dispatcher.IsIdle() && m_changer.IsIdle() && m_mfes.IsIdle() &&
           m_memberships.GetPolicy().IsSettled();
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

bool
MulticastGroupManager::IsHeldByOther(const InterfaceId& interface, ClientHandle client) const
{
    const ClientHandle holder = m_ownership.GetHolder(interface);
    return holder && holder != client;
}

bool
MulticastGroupManager::HasMfe(const SourceGroup& key) const
{
    return m_mfes.GetReader().GetTable().Find(key) != nullptr;
}

bool
MulticastGroupManager::HasMfeInUse(const SourceGroup& key) const
{
    return m_mfes.GetReader().GetTable().FindInUse(key) != nullptr;
}

std::optional<Ipv4Address>
MulticastGroupManager::GetUpstreamNeighbor(const SourceGroup& key) const
{
    const MfeEntry* entry = m_mfes.GetReader().FindLive(key);
    return entry ? std::optional(entry->upstreamNeighbor) : std::nullopt;
}

bool
MulticastGroupManager::IsForwardedByOthers(const SourceGroup& key, ClientHandle client) const
{
    const MfeEntry* entry = m_mfes.GetReader().GetTable().Find(key);
    if (entry && entry->GetState() != mfe::State::MAKING) // its list is not made yet
    {
        return m_mfes.GetAlerts().ServesOthers(*entry, client);
    }
    return IsWantedByOthers(key, client) || IsWantedByOthers({ANY_ADDRESS, key.group}, client) ||
           IsWantedByOthers({ANY_ADDRESS, ANY_ADDRESS}, client);
}

std::optional<MulticastRib::Route>
MulticastGroupManager::FindRoute(Ipv4Address source) const
{
    return m_paths.Find(source);
}

void
MulticastGroupManager::BeginRouteUse()
{
    m_paths.BeginUse();
}

void
MulticastGroupManager::EndRouteUse()
{
    m_paths.EndUse();
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

Ptr<MulticastRib>
MulticastGroupManager::GetRib() const
{
    return m_paths.GetRib();
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

} // namespace mgm
} // namespace ns3
