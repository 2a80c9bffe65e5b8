/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "mgm-pim-interface.h"

#include "ns3/boolean.h"
#include "ns3/log.h"
#include "ns3/mgm-enum-names.h"
#include "ns3/mgm-trace-emit.h"
#include "ns3/mgm-trace-words.h"
#include "ns3/mgm-tracer.h"
#include "ns3/node.h"
#include "ns3/pointer.h"
#include "ns3/simulator.h"
#include "ns3/string.h"
#include "ns3/uinteger.h"

#include <algorithm>
#include <cmath>
#include <sstream>
#include <string>
#include <utility>

namespace ns3
{
namespace mgm
{

NS_LOG_COMPONENT_DEFINE("MgmPimInterface");

NS_OBJECT_ENSURE_REGISTERED(PimInterface);

namespace
{

/// The longest Hello_Period of which 3.5 times are a holdtime that ends [s].
constexpr uint16_t LONGEST_HELLO_PERIOD = 18724;

/// What a trace says of a designated router.
std::string
NameOfDr(Ipv4Address dr)
{
    std::ostringstream text;
    if (dr.Get() == 0)
    {
        text << words::NOBODY;
    }
    else
    {
        text << dr;
    }
    return text.str();
}

/// What a trace says of delays.
std::string
NameOfDelays(const std::optional<PimLanDelays>& delays)
{
    std::ostringstream text;
    if (delays)
    {
        text << delays->propagationDelay.GetMilliSeconds() << '+'
             << delays->overrideInterval.GetMilliSeconds() << (delays->suppression ? "" : " T");
    }
    else
    {
        text << words::ABSENT;
    }
    return text.str();
}

} // namespace

std::string_view
ToString(PimDrop drop)
{
    constexpr EnumNames<PimDrop> NAMES{drops::BAD_TTL, drops::OFF_LINK_SOURCE, drops::NO_NEIGHBOR};
    return NAMES[drop];
}

TypeId
PimInterface::GetTypeId()
{
    static TypeId tid =
        TypeId("ns3::mgm::PimInterface")
            .SetParent<Object>()
            .SetGroupName("Mgm")
            .AddConstructor<PimInterface>()
            .AddAttribute("HelloPeriod",
                          "Hello_Period: time between Hellos.",
                          TimeValue(Seconds(30)),
                          MakeTimeAccessor(&PimInterface::m_helloPeriod),
                          MakeTimeChecker(Seconds(1), Seconds(LONGEST_HELLO_PERIOD)))
            .AddAttribute(
                "TriggeredHelloDelay",
                "Triggered_Hello_Delay: longest time until the first Hello, and until one "
                "that a new neighbor makes due.",
                TimeValue(Seconds(5)),
                MakeTimeAccessor(&PimInterface::m_triggeredDelay),
                MakeTimeChecker(Time(0)))
            .AddAttribute("HelloHoldtime",
                          "Holdtime in Hellos: how long this router is believed to live, in whole "
                          "seconds, rounded up. 0: 3.5 times HelloPeriod. 65535s: for ever.",
                          TimeValue(Time(0)),
                          MakeTimeAccessor(&PimInterface::m_holdtime),
                          MakeTimeChecker(Time(0), Seconds(PIM_HOLDTIME_FOREVER)))
            .AddAttribute("DefaultHelloHoldtime",
                          "Default_Hello_Holdtime: how long a neighbor is believed to live whose "
                          "Hellos do not say. 0: 3.5 times HelloPeriod.",
                          TimeValue(Time(0)),
                          MakeTimeAccessor(&PimInterface::m_defaultHoldtime),
                          MakeTimeChecker(Time(0)))
            .AddAttribute(
                "SendLanPruneDelay",
                "Whether Hellos have the option LAN Prune Delay. The delays of a link are "
                "the default ones unless all routers have it.",
                BooleanValue(true),
                MakeBooleanAccessor(&PimInterface::m_sendLanDelay),
                MakeBooleanChecker())
            .AddAttribute("PropagationDelay",
                          "Propagation_Delay: how long a message takes on the link, in whole "
                          "milliseconds.",
                          TimeValue(MilliSeconds(500)),
                          MakeTimeAccessor(&PimInterface::m_propagationDelay),
                          MakeTimeChecker(Time(0), MilliSeconds(INT16_MAX)))
            .AddAttribute("OverrideInterval",
                          "Override_Interval: longest time until a Join that overrides a Prune, in "
                          "whole milliseconds.",
                          TimeValue(MilliSeconds(2500)),
                          MakeTimeAccessor(&PimInterface::m_overrideInterval),
                          MakeTimeChecker(Time(0), MilliSeconds(UINT16_MAX)))
            .AddAttribute("TrackingSupport",
                          "The T bit of LAN Prune Delay: whether this router is able not to "
                          "suppress Joins. They are not suppressed if all routers are.",
                          BooleanValue(false),
                          MakeBooleanAccessor(&PimInterface::m_tracking),
                          MakeBooleanChecker())
            .AddAttribute("SendDrPriority",
                          "Whether Hellos have the option DR Priority. Addresses alone elect the "
                          "designated router unless all routers have it.",
                          BooleanValue(true),
                          MakeBooleanAccessor(&PimInterface::m_sendDrPriority),
                          MakeBooleanChecker())
            .AddAttribute(
                "DrPriority",
                "DR Priority: the router with the highest one becomes the designated "
                "router.",
                UintegerValue(1),
                MakeUintegerAccessor(&PimInterface::SetDrPriority, &PimInterface::GetDrPriority),
                MakeUintegerChecker<uint32_t>())
            .AddAttribute("StateRefreshInterval",
                          "State Refresh Interval that the option State Refresh Capable tells, in "
                          "whole seconds (RFC 3973 section 4.7.5.4). 0: Hellos do not have it.",
                          TimeValue(Time(0)),
                          MakeTimeAccessor(&PimInterface::m_refreshInterval),
                          MakeTimeChecker(Time(0), Seconds(UINT8_MAX)))
            .AddAttribute("RequireHello",
                          "Whether other messages are dropped that come from a router without a "
                          "Hello, as they should (RFC 7761 sections 4.5 and 4.6).",
                          BooleanValue(true),
                          MakeBooleanAccessor(&PimInterface::m_requireHello),
                          MakeBooleanChecker())
            .AddAttribute("RequireTtl1",
                          "Whether messages to ALL-PIM-ROUTERS are dropped that have another TTL "
                          "than 1.",
                          BooleanValue(false),
                          MakeBooleanAccessor(&PimInterface::m_requireTtl1),
                          MakeBooleanChecker())
            .AddAttribute("CheckSource",
                          "Whether messages are dropped that come from no subnet of the interface.",
                          BooleanValue(true),
                          MakeBooleanAccessor(&PimInterface::m_checkSource),
                          MakeBooleanChecker())
            .AddAttribute("ConflictWarningInterval",
                          "Shortest time between warnings of neighbors that claim the same "
                          "secondary address.",
                          TimeValue(Seconds(60)),
                          MakeTimeAccessor(&PimInterface::m_warningInterval),
                          MakeTimeChecker(Time(0)))
            .AddAttribute("Delay",
                          "Random delays of Hellos, as part of Triggered_Hello_Delay: 0 to 1.",
                          StringValue("ns3::UniformRandomVariable[Min=0|Max=1]"),
                          MakePointerAccessor(&PimInterface::m_delay),
                          MakePointerChecker<RandomVariableStream>())
            .AddAttribute("GenerationId",
                          "Generation ids, of which each start of the interface draws one.",
                          StringValue("ns3::UniformRandomVariable[Min=0|Max=4294967295]"),
                          MakePointerAccessor(&PimInterface::m_generationIds),
                          MakePointerChecker<RandomVariableStream>());
    return tid;
}

PimInterface::PimInterface()
    : m_hello(*this),
      m_neighbors(*this)
{
}

PimInterface::~PimInterface() = default;

void
PimInterface::DoDispose()
{
    m_listeners.clear();
    m_tracer = CreateObject<Tracer>(); // what goes with the simulation is no event of it
    Drop();
    m_protocol = nullptr;
    m_tracer = nullptr;
    m_delay = nullptr;
    m_generationIds = nullptr;
    Object::DoDispose();
}

void
PimInterface::AddListener(PimInterfaceListener& listener)
{
    m_listeners.push_back(&listener);
}

void
PimInterface::RemoveListener(PimInterfaceListener& listener)
{
    m_listeners.erase(std::remove(m_listeners.begin(), m_listeners.end(), &listener),
                      m_listeners.end());
}

// How the interface comes into service, and goes out of it.

void
PimInterface::SetClient(ClientId client, const std::string& name)
{
    m_client = client;
    m_clientName = name;
}

void
PimInterface::Serve(Ptr<Node> node, uint32_t index)
{
    NS_LOG_FUNCTION(this << node << index);
    if (IsServed())
    {
        return;
    }
    m_index = index;
    m_tracer = Tracer::Of(node);
    m_protocol = PimL4Protocol::Of(node);
    m_listener = m_protocol->Listen(index,
                                    MakeCallback(&PimInterface::Receive, this),
                                    MakeCallback(&PimInterface::HandleChange, this));
    Begin();
}

void
PimInterface::Stop()
{
    NS_LOG_FUNCTION(this);
    Leave(PimHelloEvent::STOP);
}

void
PimInterface::Drop()
{
    NS_LOG_FUNCTION(this);
    Leave(PimHelloEvent::CRASH);
}

void
PimInterface::Leave(PimHelloEvent event)
{
    if (IsServed())
    {
        m_protocol->Unlisten(m_listener);
        m_listener = 0;
        End(event);
    }
}

void
PimInterface::Begin()
{
    const auto address = m_protocol->GetSource(m_index);
    if (IsInService() || !m_protocol->IsUp(m_index) || address.Get() == 0)
    {
        return;
    }
    const auto life = ++m_life;
    m_address = address;
    m_secondaries = GetSecondaries();
    DrawGenerationId();
    m_hello.Step(PimHelloEvent::START);
    Decide();
    TellAll(life, [](PimInterfaceListener& listener) { listener.OnInService(); });
}

void
PimInterface::End(PimHelloEvent event)
{
    if (IsInService())
    {
        ++m_life;
        m_hello.Step(event);
        m_neighbors.Forget();
        m_address = Ipv4Address::GetZero();
        SetDr(m_address);
        SetLanDelays({});
    }
}

void
PimInterface::HandleChange(InterfaceChange change)
{
    const auto address = m_protocol->GetSource(m_index);
    const bool isUp = change != InterfaceChange::DOWN && m_protocol->IsUp(m_index);
    if (!IsInService())
    {
        Begin();
    }
    else if (!isUp || address.Get() == 0)
    {
        End(isUp ? PimHelloEvent::STOP : PimHelloEvent::CRASH);
        TellAll(m_life, [](PimInterfaceListener& listener) { listener.OnOutOfService(); });
    }
    else if (address != m_address)
    {
        Readdress(address);
    }
    else if (const auto secondaries = GetSecondaries(); secondaries != m_secondaries)
    {
        m_secondaries = secondaries;
        m_hello.Step(PimHelloEvent::CHANGE);
    }
}

void
PimInterface::Readdress(Ipv4Address address)
{
    const auto life = m_life;
    m_hello.Step(PimHelloEvent::READDRESS); // from the old address
    m_address = address;
    m_secondaries = GetSecondaries();
    const auto decision = Decide();
    m_hello.Demand();
    TellAll(life, [](PimInterfaceListener& listener) { listener.OnAddressChanged(); });
    TellDecision(life, decision);
}

bool
PimInterface::IsServed() const
{
    return m_listener != 0;
}

bool
PimInterface::IsInService() const
{
    return m_hello.GetState() != PimHelloState::STOPPED;
}

// What it says.

PimNeighbor
PimInterface::MakeSelf() const
{
    PimNeighbor self;
    self.address = m_address;
    self.secondaries = m_secondaries;
    self.generationId = m_generationId;
    self.holdtime = m_holdtime.IsZero() ? GetDefaultHoldtime() : m_holdtime;
    if (m_holdtime == Seconds(PIM_HOLDTIME_FOREVER))
    {
        self.holdtime.reset();
    }
    if (m_sendLanDelay)
    {
        // As neighbors read it: in whole milliseconds.
        self.lanDelay = {m_tracking,
                         MilliSeconds(m_propagationDelay.GetMilliSeconds()),
                         MilliSeconds(m_overrideInterval.GetMilliSeconds())};
    }
    if (m_sendDrPriority)
    {
        self.drPriority = m_drPriority;
    }
    if (m_refreshInterval.IsStrictlyPositive())
    {
        self.refreshInterval = m_refreshInterval;
    }
    return self;
}

std::vector<Ipv4Address>
PimInterface::GetSecondaries() const
{
    auto addresses = m_protocol->GetAddresses(m_index);
    const auto primary = addresses.front();
    addresses.erase(std::remove(addresses.begin(), addresses.end(), primary), addresses.end());
    return addresses;
}

Time
PimInterface::GetDefaultHoldtime() const
{
    return m_helloPeriod * int64_t{7} / int64_t{2};
}

void
PimInterface::DrawGenerationId()
{
    const auto former = m_generationId;
    m_generationId = m_generationIds->GetInteger();
    if (m_generationId == former)
    {
        ++*m_generationId;
    }
}

Time
PimInterface::GetHelloPeriod() const
{
    return m_helloPeriod;
}

Time
PimInterface::DrawHelloDelay()
{
    const double fraction = std::clamp(m_delay->GetValue(), 0.0, 1.0);
    return TimeStep(std::llround(m_triggeredDelay.GetTimeStep() * fraction));
}

void
PimInterface::SendHello()
{
    const auto life = m_life;
    m_protocol->SendOnLink(MakeHello(MakeSelf()), m_index, m_address);
    TellDecision(life, Decide());
}

void
PimInterface::SendGoodbye()
{
    auto self = MakeSelf();
    self.holdtime = Time(0);
    m_protocol->SendOnLink(MakeHello(self), m_index, m_address);
}

void
PimInterface::Send(const PimMessage& message, Ipv4Address destination)
{
    if (IsInService())
    {
        m_hello.Demand();
    }
    if (IsServed()) // unless it was stopped when the Hello was sent
    {
        m_protocol->SendOnLink(message, m_index, m_address, destination);
    }
}

int64_t
PimInterface::AssignStreams(int64_t stream)
{
    m_delay->SetStream(stream);
    m_generationIds->SetStream(stream + 1);
    return 2;
}

// What it hears.

void
PimInterface::Receive(const PimReception& reception)
{
    Begin(); // the interface may just have come up
    if (!IsInService())
    {
        return;
    }
    if (const auto drop = Judge(reception))
    {
        ++m_drops[static_cast<std::size_t>(*drop)];
        const DeferredText sender([&reception]() {
            std::ostringstream text;
            text << "from " << reception.source;
            return text.str();
        });
        EmitDrop(*m_tracer,
                 {GetName(reception.message), InterfaceId{m_index}},
                 ToString(*drop),
                 sender);
    }
    else if (const auto* hello = std::get_if<PimHello>(&reception.message))
    {
        const auto holdtime = m_defaultHoldtime.IsZero() ? GetDefaultHoldtime() : m_defaultHoldtime;
        m_neighbors.Hear(ReadHello(*hello, reception.source, holdtime));
    }
    else
    {
        TellAll(m_life,
                [&reception](PimInterfaceListener& listener) { listener.OnMessage(reception); });
    }
}

std::optional<PimDrop>
PimInterface::Judge(const PimReception& reception) const
{
    if (m_requireTtl1 && reception.destination == PIM_ALL_ROUTERS && reception.ttl != 1)
    {
        return PimDrop::BAD_TTL;
    }
    if (m_checkSource && !m_protocol->IsOnLink(m_index, reception.source))
    {
        return PimDrop::OFF_LINK_SOURCE;
    }
    const bool isHello = std::holds_alternative<PimHello>(reception.message);
    if (m_requireHello && !isHello && !m_neighbors.Find(reception.source))
    {
        return PimDrop::NO_NEIGHBOR;
    }
    return {};
}

void
PimInterface::HandleNews(PimNeighborNews news, const PimNeighbor& neighbor)
{
    const auto life = m_life;
    const auto subject = neighbor; // outlives what listeners do
    if (news == PimNeighborNews::UP || news == PimNeighborNews::RESTARTED)
    {
        m_hello.Step(PimHelloEvent::NEW_NEIGHBOR);
    }
    const auto decision = Decide();
    TellAll(life, [news, &subject](PimInterfaceListener& listener) {
        switch (news)
        {
        case PimNeighborNews::UP:
            listener.OnNeighborUp(subject);
            break;
        case PimNeighborNews::RESTARTED:
            listener.OnNeighborRestarted(subject);
            break;
        case PimNeighborNews::DOWN:
            listener.OnNeighborDown(subject);
            break;
        case PimNeighborNews::READDRESSED:
            listener.OnNeighborReaddressed(subject);
            break;
        case PimNeighborNews::TOLD:
            break;
        }
    });
    TellDecision(life, decision);
}

void
PimInterface::HandleConflict(Ipv4Address address, Ipv4Address former, Ipv4Address present)
{
    const bool isFirst = m_conflicts++ == 0;
    if (!isFirst && Simulator::Now() < m_quietUntil)
    {
        return;
    }
    m_quietUntil = Simulator::Now() + m_warningInterval;
    const DeferredText text([former, present]() {
        std::ostringstream os;
        os << "of " << former << ", now of " << present;
        return os.str();
    });
    NS_LOG_WARN("PIM: secondary address " << address << ' ' << text.Get());
    EmitEvent(*m_tracer,
              {words::PIM_ADDRESS_CONFLICT,
               InterfaceId{m_index},
               SourceGroup{address, ANY_ADDRESS},
               m_client,
               m_clientName},
              {},
              text);
}

MachineSubject
PimInterface::GetSubject(std::string_view machine, std::optional<Ipv4Address> neighbor) const
{
    std::optional<SourceGroup> sourceGroup;
    if (neighbor)
    {
        sourceGroup = SourceGroup{*neighbor, ANY_ADDRESS};
    }
    return {*m_tracer, machine, m_client, m_clientName, InterfaceId{m_index}, sourceGroup};
}

// What follows from all that is known.

PimInterface::Decision
PimInterface::Decide()
{
    const auto self = MakeSelf();
    const bool isDrNew = SetDr(m_neighbors.ElectDr(self));
    return {isDrNew, SetLanDelays(m_neighbors.GetLanDelays(self))};
}

bool
PimInterface::SetDr(Ipv4Address dr)
{
    if (dr == m_dr)
    {
        return false;
    }
    const auto former = std::exchange(m_dr, dr);
    if (m_tracer->IsConnected())
    {
        const auto before = NameOfDr(former);
        const auto after = NameOfDr(dr);
        EmitState(*m_tracer,
                  {words::PIM_DR, InterfaceId{m_index}, {}, m_client, m_clientName},
                  {before, {}, after});
    }
    return true;
}

bool
PimInterface::SetLanDelays(const std::optional<PimLanDelays>& delays)
{
    if (delays == m_lanDelays)
    {
        return false;
    }
    const auto former = std::exchange(m_lanDelays, delays);
    if (m_tracer->IsConnected())
    {
        const auto before = NameOfDelays(former);
        const auto after = NameOfDelays(delays);
        EmitState(*m_tracer,
                  {words::PIM_LAN_DELAYS, InterfaceId{m_index}, {}, m_client, m_clientName},
                  {before, {}, after});
    }
    return true;
}

template <typename Tell>
void
PimInterface::TellAll(uint64_t life, Tell tell)
{
    const auto listeners = m_listeners; // some may come and go meanwhile
    for (auto* listener : listeners)
    {
        const bool isThere =
            std::find(m_listeners.begin(), m_listeners.end(), listener) != m_listeners.end();
        if (m_life == life && isThere)
        {
            tell(*listener);
        }
    }
}

void
PimInterface::TellDecision(uint64_t life, const Decision& decision)
{
    if (decision.isDrNew)
    {
        TellAll(life, [](PimInterfaceListener& listener) { listener.OnDrChanged(); });
    }
    if (decision.areDelaysNew)
    {
        TellAll(life, [](PimInterfaceListener& listener) { listener.OnLanDelaysChanged(); });
    }
}

void
PimInterface::SetDrPriority(uint32_t priority)
{
    const bool isNew = std::exchange(m_drPriority, priority) != priority;
    if (isNew && IsInService())
    {
        const auto life = m_life;
        m_hello.Step(PimHelloEvent::CHANGE);
        if (m_life == life)
        {
            TellDecision(life, Decide());
        }
    }
}

uint32_t
PimInterface::GetDrPriority() const
{
    return m_drPriority;
}

// What it tells to whom asks.

uint32_t
PimInterface::GetIndex() const
{
    return m_index;
}

Ipv4Address
PimInterface::GetAddress() const
{
    return m_address;
}

uint32_t
PimInterface::GetMtu() const
{
    return m_protocol->GetMtu(m_index);
}

const PimNeighbors&
PimInterface::GetNeighbors() const
{
    return m_neighbors;
}

Ipv4Address
PimInterface::GetDr() const
{
    return m_dr;
}

bool
PimInterface::IsDr() const
{
    return IsInService() && m_dr == m_address;
}

PimLanDelays
PimInterface::GetLanDelays() const
{
    return m_lanDelays.value_or(PimLanDelays());
}

uint64_t
PimInterface::GetDropCount(PimDrop drop) const
{
    return m_drops.at(static_cast<std::size_t>(drop));
}

uint64_t
PimInterface::GetConflictCount() const
{
    return m_conflicts;
}

} // namespace mgm
} // namespace ns3
