/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "mgm-network-router.h"

#include "ns3/mgm-helper.h"
#include "ns3/mgm-unicast-rib.h"
#include "ns3/simulator.h"
#include "ns3/string.h"
#include "ns3/uinteger.h"

#include <algorithm>
#include <sstream>

namespace ns3
{
namespace mgm
{

namespace
{

SourceGroup
KeyOf(const Ipv4Header& header)
{
    return {header.GetSource(), header.GetDestination()};
}

Ptr<MulticastGroupManager>
MakeManager(Ptr<Node> node, const MfeSetup& setup)
{
    MgmHelper helper;
    helper.SetAttribute("MfeTimeout", TimeValue(NanoSeconds(MFE_TIMEOUT_NS)));
    helper.SetAttribute("WrongIfInterval", TimeValue(NanoSeconds(MFE_WRONG_IF_INTERVAL_NS)));
    if (setup.lasting)
    {
        const auto seconds = std::to_string(static_cast<double>(MFE_CHANGE_NS) / 1e9);
        helper.SetAttribute("OwnershipChangeDuration",
                            StringValue("ns3::ConstantRandomVariable[Constant=" + seconds + "]"));
    }
    const auto manager = helper.Install(node);
    manager->GetRib()->SetAttribute("PollInterval", TimeValue(NanoSeconds(MFE_POLL_NS)));
    return manager;
}

} // namespace

NetworkRouter::NetworkRouter(Ptr<Node> node,
                             const MfeSetup& setup,
                             const std::vector<SourceGroup>& keys)
    : m_model(setup, keys),
      m_manager(MakeManager(node, setup)),
      m_forwarder(MgmHelper::GetForwarder(node)),
      m_keys(keys.begin(), keys.end())
{
    m_manager->SetAttribute("MaxDormantMfes", UintegerValue(setup.dormantLimit));
    const auto rib = m_manager->GetRib();
    rib->TraceConnectWithoutContext("Changed", MakeCallback(&NetworkRouter::NoteNotice, this));
    rib->TraceConnectWithoutContext("Look", MakeCallback(&NetworkRouter::NoteLook, this));
    m_forwarder->TraceConnectWithoutContext("Forward",
                                            MakeCallback(&NetworkRouter::NoteCopy, this));
    m_forwarder->TraceConnectWithoutContext("Drop", MakeCallback(&NetworkRouter::NoteDrop, this));
    node->GetObject<Ipv4>()->TraceConnectWithoutContext(
        "Rx",
        MakeCallback(&NetworkRouter::NoteArrival, this));
}

TestClient&
NetworkRouter::ClientOf(uint32_t slot)
{
    auto& client = m_clients[slot];
    if (!client)
    {
        client = std::make_unique<TestClient>(m_manager, MFE_SLOTS.at(slot), m_log);
    }
    return *client;
}

std::string
NetworkRouter::Call(const MfeStep& step)
{
    Settle();
    if (step.verb == MfeStep::Verb::REGISTER && !IsAlive(step.slot))
    {
        m_former.push_back(std::move(m_clients[step.slot]));
    }
    for (const auto& entry : m_model.GetEntries())
    {
        const bool changes = step.verb == MfeStep::Verb::ADD || step.verb == MfeStep::Verb::DELETE;
        const bool marks = changes && (step.flags & MGM_FORWARD_STATE_FLAG) != 0 &&
                           Wants(step.key, entry.GetKey());
        m_dormantMarks += marks && entry.IsDormant() ? 1 : 0;
    }
    const auto answer = CallManager(step);
    const auto expected = m_model.Call(step, answer);
    std::ostringstream os;
    os << "answer: manager: " << answer << ", model: " << expected << '\n';
    return answer == expected ? "" : os.str();
}

Status
NetworkRouter::CallManager(const MfeStep& step)
{
    auto& client = ClientOf(step.slot);
    switch (step.verb)
    {
    case MfeStep::Verb::REGISTER:
        return client.Register();
    case MfeStep::Verb::FAIL:
        return client.Fail();
    case MfeStep::Verb::TAKE:
        return client.Take(step.interface);
    case MfeStep::Verb::RELEASE:
        return client.Release(step.interface);
    case MfeStep::Verb::ADD:
        return client.Add(step.key, step.interface, step.flags);
    default:
        return client.Delete(step.key, step.interface, step.flags);
    }
}

void
NetworkRouter::Crash()
{
    Settle();
    m_manager->Crash();
    m_model.Crash();
}

void
NetworkRouter::SetRoute(Ipv4Address source, const MfeModel::Route& route)
{
    if (!(m_model.GetRouter().RouteTo(source) == route))
    {
        m_changedAt = Simulator::Now().GetNanoSeconds();
        m_model.SetRoute(source, route);
    }
}

void
NetworkRouter::SetUp(uint32_t interface, bool isUp)
{
    m_model.SetUp(interface, isUp);
}

void
NetworkRouter::Notify()
{
    m_manager->GetRib()->NotifyRoutesChanged();
}

void
NetworkRouter::Settle()
{
    for (const auto& arrival : m_pending)
    {
        m_model.AdvanceTo(arrival.at);
        if (arrival.interface == 0)
        {
            Notice(arrival);
        }
        else
        {
            m_model.Packet(arrival.key, arrival.interface, arrival.mayLeave);
        }
    }
    m_pending.clear();
    m_model.AdvanceTo(Simulator::Now().GetNanoSeconds());
}

/// Of one source, or of all.
void
NetworkRouter::Notice(const Arrival& arrival)
{
    if (arrival.key.IsAnySource())
    {
        m_model.Notice();
        m_noticedAt = arrival.at;
    }
    else
    {
        m_model.NoticeSource(arrival.key.source, true);
    }
}

std::string
NetworkRouter::Judge()
{
    Settle();
    auto wrong = CheckWatch();
    for (const auto& key : m_keys)
    {
        auto& entry = m_model.EntryOf(key);
        wrong += entry.Judge(Observe(key), m_model.GetRouter().GetNow());
    }
    m_model.BeginStep();
    m_log.clear();
    m_copies.clear();
    m_drops.clear();
    m_arrivals.clear();
    m_departures.clear();
    return wrong;
}

MfeObservation
NetworkRouter::Observe(const SourceGroup& key) const
{
    MfeObservation seen;
    std::copy_if(m_log.begin(), m_log.end(), std::back_inserter(seen.events), [&](auto& event) {
        return IsOfEntry(event) && event.key == key;
    });
    const auto copies = m_copies.find(key);
    const auto drops = m_drops.find(key);
    seen.copies = copies == m_copies.end() ? seen.copies : copies->second;
    seen.drops = drops == m_drops.end() ? Drops() : drops->second;
    seen.packetSize = PACKET_SIZE;
    seen.isInstalled = m_forwarder->GetPlane().GetCounters(key) != nullptr;
    MfeStats stats;
    uint32_t room = 1 << 20;
    if (m_manager->GetMfeStats(key, MfeStatsLevel::MGM_MFE_STATS_1, room, stats) ==
        Status::NO_ERROR)
    {
        seen.stats = stats;
        seen.forwards = true;
        seen.incoming = stats.mfe.incoming.index;
        for (const auto& interface : stats.mfe.outgoing)
        {
            seen.outgoing.insert(interface.index);
        }
    }
    return seen;
}

/// Routes that change silently are noticed within the interval, while there are entries.
std::string
NetworkRouter::CheckWatch()
{
    const auto now = m_model.GetRouter().GetNow();
    const auto mfes = m_manager->GetMfes();
    m_busySince = mfes.begin() != mfes.end() ? m_busySince : now;
    const auto since = std::max(m_busySince, std::max(m_changedAt, m_noticedAt));
    return now > since + MFE_POLL_NS + 1'000'000 ? "MFE-8: nobody looks at the routes\n" : "";
}

void
NetworkRouter::NoteArrival(Ptr<const Packet> packet, Ptr<Ipv4> /* ipv4 */, uint32_t interface)
{
    Ipv4Header header;
    packet->PeekHeader(header);
    if (m_keys.count(KeyOf(header)) != 0)
    {
        const bool mayLeave = header.GetTtl() > 1;
        m_pending.push_back(
            {Simulator::Now().GetNanoSeconds(), KeyOf(header), interface, mayLeave});
        ++m_arrivals[interface];
    }
}

void
NetworkRouter::NoteCopy(const Ipv4Header& header,
                        Ptr<const Packet> /* packet */,
                        const InterfaceId& /* incoming */,
                        const InterfaceId& outgoing)
{
    m_copies[KeyOf(header)].insert(outgoing.index);
    ++m_departures[outgoing.index];
}

void
NetworkRouter::NoteDrop(const Ipv4Header& header,
                        Ptr<const Packet> /* packet */,
                        DropReason reason,
                        const InterfaceId& /* where */)
{
    m_drops[KeyOf(header)].insert(reason);
}

void
NetworkRouter::NoteNotice(Ipv4Address network, Ipv4Mask mask)
{
    std::set<Ipv4Address> sources;
    for (const auto& key : m_keys)
    {
        if (mask.IsMatch(key.source, network))
        {
            sources.insert(key.source);
        }
    }
    for (const auto& source : sources)
    {
        m_pending.push_back({Simulator::Now().GetNanoSeconds(), {source, ANY_ADDRESS}, 0, false});
    }
}

void
NetworkRouter::NoteLook()
{
    m_pending.push_back({Simulator::Now().GetNanoSeconds(), {}, 0, false});
}

} // namespace mgm
} // namespace ns3
