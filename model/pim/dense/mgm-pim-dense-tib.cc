/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "mgm-pim-dense-tib.h"

#include "mgm-pim-dense-messages.h"

#include "ns3/abort.h"
#include "ns3/boolean.h"
#include "ns3/pointer.h"
#include "ns3/string.h"
#include "ns3/uinteger.h"

#include <algorithm>
#include <utility>

namespace ns3
{
namespace mgm
{

NS_OBJECT_ENSURE_REGISTERED(PimDenseTib);

namespace
{

/// @param message a Join/Prune, a Graft or a GraftAck
/// @param sources which of its lists
/// @return each (S,G) of the list; not what is about a range of groups (RFC 3973 section 4.7.3)
std::vector<SourceGroup>
GetSourceGroupsOf(const PimJoinPrune& message, std::vector<PimSource> PimGroupSet::*sources)
{
    std::vector<SourceGroup> sourceGroups;
    for (const auto& set : message.groups)
    {
        if (set.group.maskLength == 32)
        {
            for (const auto& source : set.*sources)
            {
                sourceGroups.push_back({source.address, set.group.address});
            }
        }
    }
    return sourceGroups;
}

} // namespace

TypeId
PimDenseTib::GetTypeId()
{
    static TypeId tid =
        TypeId("ns3::mgm::PimDenseTib")
            .SetParent<Object>()
            .SetGroupName("Mgm")
            .AddConstructor<PimDenseTib>()
            .AddAttribute("GraftRetryPeriod",
                          "Graft_Retry_Period: time between Grafts that are not acknowledged.",
                          TimeValue(Seconds(3)),
                          MakeTimeAccessor(&PimDenseTib::m_graftRetryPeriod),
                          MakeTimeChecker(MilliSeconds(1)))
            .AddAttribute("GraftRetries",
                          "How often a Graft is repeated. The RFC recommends a limit and gives "
                          "none: 70 last as long as a Prune, after which data flows again anyhow. "
                          "0: without end.",
                          UintegerValue(70),
                          MakeUintegerAccessor(&PimDenseTib::m_graftRetries),
                          MakeUintegerChecker<uint32_t>())
            .AddAttribute("PruneLimit",
                          "t_limit: shortest time between Prunes that data causes.",
                          TimeValue(Seconds(210)),
                          MakeTimeAccessor(&PimDenseTib::m_pruneLimit),
                          MakeTimeChecker(MilliSeconds(1)))
            .AddAttribute("PruneHoldtime",
                          "Hold Time of Prunes, rounded up to seconds; 65535 s never ends. The RFC "
                          "gives no default.",
                          TimeValue(Seconds(210)),
                          MakeTimeAccessor(&PimDenseTib::m_pruneHoldtime),
                          MakeTimeChecker(Seconds(1), Seconds(PIM_HOLDTIME_FOREVER)))
            .AddAttribute("AssertTime",
                          "Assert_Time: how long an Assert holds. All routers of a link must have "
                          "the same.",
                          TimeValue(Seconds(180)),
                          MakeTimeAccessor(&PimDenseTib::m_assertTime),
                          MakeTimeChecker(Seconds(1), Seconds(PIM_HOLDTIME_FOREVER - 1)))
            .AddAttribute("SourceLifetime",
                          "SourceLifetime: how long State Refreshes are originated after the last "
                          "data packet.",
                          TimeValue(Seconds(210)),
                          MakeTimeAccessor(&PimDenseTib::m_sourceLifetime),
                          MakeTimeChecker(MilliSeconds(1)))
            .AddAttribute("RefreshInterval",
                          "RefreshInterval: time between State Refreshes that are originated. "
                          "They tell it rounded up to seconds.",
                          TimeValue(Seconds(60)),
                          MakeTimeAccessor(&PimDenseTib::m_refreshInterval),
                          MakeTimeChecker(Seconds(1), Seconds(255)))
            .AddAttribute("RefreshLimitInterval",
                          "RefreshLimitInterval: shortest time between State Refreshes that are "
                          "sent on. The RFC gives no default: half of the shortest interval that a "
                          "State Refresh can tell.",
                          TimeValue(MilliSeconds(500)),
                          MakeTimeAccessor(&PimDenseTib::m_refreshLimit),
                          MakeTimeChecker(Time(0)))
            .AddAttribute("StateRefresh",
                          "Whether State Refreshes are originated, sent on and heeded.",
                          BooleanValue(true),
                          MakeBooleanAccessor(&PimDenseTib::m_stateRefresh),
                          MakeBooleanChecker())
            .AddAttribute("ReplayRefresh",
                          "Whether the last State Refresh is repeated on a link whose neighbor "
                          "downstream has started anew (RFC 3973 section 4.3.4).",
                          BooleanValue(true),
                          MakeBooleanAccessor(&PimDenseTib::m_replayRefresh),
                          MakeBooleanChecker())
            .AddAttribute("RecordTtl",
                          "Whether State Refreshes are originated with the largest TTL of data "
                          "packets.",
                          BooleanValue(true),
                          MakeBooleanAccessor(&PimDenseTib::m_recordTtl),
                          MakeBooleanChecker())
            .AddAttribute("RefreshTtl",
                          "TTL of State Refreshes that are originated without that. The RFC gives "
                          "no default.",
                          UintegerValue(16),
                          MakeUintegerAccessor(&PimDenseTib::m_refreshTtl),
                          MakeUintegerChecker<uint8_t>(1))
            .AddAttribute("OverrideDelay",
                          "Random part of the Override Interval after which a Join overrides a "
                          "Prune, 0 to 1.",
                          StringValue("ns3::UniformRandomVariable[Min=0|Max=1]"),
                          MakePointerAccessor(&PimDenseTib::m_delay),
                          MakePointerChecker<RandomVariableStream>());
    return tid;
}

PimDenseTib::PimDenseTib() = default;

PimDenseTib::~PimDenseTib() = default;

void
PimDenseTib::DoDispose()
{
    Drop();
    m_delay = nullptr;
    Object::DoDispose();
}

void
PimDenseTib::Begin(PimDenseEnvironment& environment)
{
    NS_ABORT_MSG_IF(m_environment, "PimDenseTib: Begin() was called twice");
    m_environment = &environment;
}

void
PimDenseTib::Stop()
{
    for (const auto& [sourceGroup, entry] : std::exchange(m_entries, {}))
    {
        entry->TakeDown();
    }
    m_environment = nullptr;
}

void
PimDenseTib::Drop()
{
    for (const auto& [sourceGroup, entry] : std::exchange(m_entries, {}))
    {
        entry->Stop();
    }
    m_environment = nullptr;
}

void
PimDenseTib::Receive(const PimMessage& message,
                     uint32_t interface,
                     Ipv4Address sender,
                     Ipv4Address destination)
{
    if (const auto* joinPrune = std::get_if<PimJoinPrune>(&message))
    {
        if (joinPrune->type == PimType::JOIN_PRUNE)
        {
            ReceiveJoinPrune(*joinPrune, interface);
        }
        else if (joinPrune->type == PimType::GRAFT && IsMe(joinPrune->upstreamNeighbor, interface))
        {
            ReceiveGraft(*joinPrune, interface, sender);
        }
        else if (joinPrune->type == PimType::GRAFT_ACK && IsMe(destination, interface))
        {
            ReceiveGraftAck(*joinPrune, interface, sender);
        }
    }
    else if (const auto* assertion = std::get_if<PimAssert>(&message))
    {
        Concern(
            {assertion->source, assertion->group.address},
            interface,
            [&](PimDenseEntry& entry) {
                entry.ReceiveAssert(interface, {assertion->preference, assertion->metric, sender});
            });
    }
    else if (const auto* refresh = std::get_if<PimStateRefresh>(&message);
             refresh && m_stateRefresh)
    {
        Concern({refresh->source, refresh->group.address}, interface, [&](PimDenseEntry& entry) {
            entry.ReceiveRefresh(interface, sender, *refresh);
        });
    }
}

PimInterfaceSet
PimDenseTib::ReceiveData(const SourceGroup& sourceGroup, uint32_t interface, uint8_t ttl)
{
    PimInterfaceSet outgoing;
    const auto receive = [&](PimDenseEntry& entry) {
        outgoing = entry.ReceiveData(interface, ttl);
    };
    if (IsExternal(sourceGroup.source, interface))
    {
        Attend(sourceGroup, receive);
    }
    else
    {
        Concern(sourceGroup, interface, receive);
    }
    return outgoing;
}

void
PimDenseTib::Create(const SourceGroup& sourceGroup)
{
    Attend(sourceGroup, [](PimDenseEntry& entry) { entry.Update(); });
}

void
PimDenseTib::Update()
{
    ConcernAll([](PimDenseEntry& entry) { entry.Update(); });
}

void
PimDenseTib::Update(const SourceGroup& sourceGroup)
{
    const auto found = m_entries.find(sourceGroup);
    if (found != m_entries.end())
    {
        const auto entry = found->second; // it may be forgotten meanwhile
        entry->Update();
    }
}

void
PimDenseTib::UpdateGroup(Ipv4Address group)
{
    std::vector<SourceGroup> sourceGroups;
    for (auto next = m_entries.lower_bound({ANY_ADDRESS, group});
         next != m_entries.end() && next->first.group == group;
         ++next)
    {
        sourceGroups.push_back(next->first);
    }
    for (const auto& sourceGroup : sourceGroups)
    {
        Update(sourceGroup);
    }
}

void
PimDenseTib::LoseNeighbor(uint32_t interface, Ipv4Address neighbor)
{
    ConcernAll([&](PimDenseEntry& entry) { entry.LoseNeighbor(interface, neighbor); });
}

void
PimDenseTib::RestartNeighbor(uint32_t interface, Ipv4Address neighbor)
{
    ConcernAll([&](PimDenseEntry& entry) { entry.RestartNeighbor(interface, neighbor); });
}

void
PimDenseTib::LoseInterface(uint32_t interface)
{
    ConcernAll([&](PimDenseEntry& entry) { entry.LoseInterface(interface); });
}

int64_t
PimDenseTib::AssignStreams(int64_t stream)
{
    m_delay->SetStream(stream);
    return 1;
}

std::shared_ptr<const PimDenseEntry>
PimDenseTib::Find(const SourceGroup& sourceGroup) const
{
    const auto found = m_entries.find(sourceGroup);
    return found == m_entries.end() ? nullptr : found->second;
}

std::vector<SourceGroup>
PimDenseTib::GetSourceGroups() const
{
    std::vector<SourceGroup> sourceGroups;
    for (const auto& [sourceGroup, entry] : m_entries)
    {
        sourceGroups.push_back(sourceGroup);
    }
    return sourceGroups;
}

PimDenseParameters
PimDenseTib::GetParameters() const
{
    return {m_graftRetryPeriod,
            m_graftRetries,
            m_pruneLimit,
            m_pruneHoldtime,
            m_assertTime,
            m_sourceLifetime,
            m_refreshInterval,
            m_refreshLimit,
            m_stateRefresh,
            m_replayRefresh,
            m_recordTtl,
            m_refreshTtl};
}

Time
PimDenseTib::DrawDelay(Time longest)
{
    const double fraction = std::clamp(m_delay->GetValue(), 0.0, 1.0);
    return TimeStep(static_cast<uint64_t>(static_cast<double>(longest.GetTimeStep()) * fraction));
}

void
PimDenseTib::AckGraft(const SourceGroup& sourceGroup)
{
    m_acknowledged.push_back(sourceGroup);
}

void
PimDenseTib::Forget(const SourceGroup& sourceGroup)
{
    m_entries.erase(sourceGroup);
}

bool
PimDenseTib::IsConcerned(Ipv4Address group, uint32_t interface) const
{
    return m_environment && m_environment->GetInterfaces().count(interface) != 0 &&
           !m_environment->IsBoundary(interface, group);
}

bool
PimDenseTib::IsExternal(Ipv4Address source, uint32_t interface) const
{
    const auto route = m_environment ? m_environment->GetRoute(source) : std::nullopt;
    return route && route->isExternal && route->interface == interface;
}

void
PimDenseTib::Concern(const SourceGroup& sourceGroup,
                     uint32_t interface,
                     const std::function<void(PimDenseEntry&)>& handle)
{
    if (IsConcerned(sourceGroup.group, interface))
    {
        Attend(sourceGroup, handle);
    }
}

void
PimDenseTib::Attend(const SourceGroup& sourceGroup,
                    const std::function<void(PimDenseEntry&)>& handle)
{
    if (!m_environment || sourceGroup.IsAnySource() || !IsForwardableGroup(sourceGroup.group))
    {
        return;
    }
    auto& place = m_entries[sourceGroup];
    if (!place)
    {
        PimDenseOwner& owner = *this;
        place = std::make_shared<PimDenseEntry>(owner, *m_environment, sourceGroup);
    }
    const auto entry = place; // it may be forgotten meanwhile
    handle(*entry);
}

void
PimDenseTib::ConcernAll(const std::function<void(PimDenseEntry&)>& handle)
{
    const auto entries = m_entries; // some may be forgotten meanwhile
    for (const auto& [sourceGroup, entry] : entries)
    {
        handle(*entry);
    }
}

bool
PimDenseTib::IsMe(Ipv4Address address, uint32_t interface) const
{
    return m_environment && m_environment->GetInterfaces().count(interface) != 0 &&
           m_environment->GetAddress(interface) == address;
}

void
PimDenseTib::ReceiveJoinPrune(const PimJoinPrune& message, uint32_t interface)
{
    const auto upstream = message.upstreamNeighbor;
    for (const auto& sourceGroup : GetSourceGroupsOf(message, &PimGroupSet::joined))
    {
        Concern(sourceGroup, interface, [&](PimDenseEntry& entry) {
            entry.ReceiveJoin(interface, upstream);
        });
    }
    for (const auto& sourceGroup : GetSourceGroupsOf(message, &PimGroupSet::pruned))
    {
        Concern(sourceGroup, interface, [&](PimDenseEntry& entry) {
            entry.ReceivePrune(interface, upstream, message.holdtime);
        });
    }
}

void
PimDenseTib::ReceiveGraft(const PimJoinPrune& message, uint32_t interface, Ipv4Address sender)
{
    m_acknowledged.clear();
    for (const auto& sourceGroup : GetSourceGroupsOf(message, &PimGroupSet::joined))
    {
        Concern(sourceGroup, interface, [&](PimDenseEntry& entry) {
            entry.ReceiveGraft(interface);
        });
    }
    const auto acknowledged = std::exchange(m_acknowledged, {});
    if (!acknowledged.empty() && m_environment)
    {
        m_environment->Send(MakeDenseGraft(PimType::GRAFT_ACK, acknowledged, sender),
                            interface,
                            sender);
    }
}

void
PimDenseTib::ReceiveGraftAck(const PimJoinPrune& message, uint32_t interface, Ipv4Address sender)
{
    for (const auto& sourceGroup : GetSourceGroupsOf(message, &PimGroupSet::joined))
    {
        Concern(sourceGroup, interface, [&](PimDenseEntry& entry) {
            entry.ReceiveGraftAck(interface, sender);
        });
    }
}

} // namespace mgm
} // namespace ns3
