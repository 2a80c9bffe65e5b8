/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "mgm-mfe-model-run.h"

#include <algorithm>
#include <functional>
#include <sstream>

namespace ns3
{
namespace mgm
{

namespace
{

using Op = ClientEvent::Op;

bool
IsAlert(const ClientEvent& event)
{
    return event.op == Op::JOIN_ALERT || event.op == Op::PRUNE_ALERT;
}

bool
IsOfEntry(const ClientEvent& event)
{
    return event.op == Op::RPF || event.op == Op::CREATION_ALERT || event.op == Op::WRONG_IF ||
           (IsAlert(event) && !event.member);
}

ClientEvents
Filter(const ClientEvents& events, const std::function<bool(const ClientEvent&)>& wanted)
{
    ClientEvents found;
    std::copy_if(events.begin(), events.end(), std::back_inserter(found), wanted);
    return found;
}

/// When a client fails, an interface with a bracket is released later than one without, if
/// callbacks are posted: which of them leaves a list last is then open.
void
ForgetInterfaces(ClientEvents& events)
{
    for (auto& event : events)
    {
        event.interface = event.op == Op::PRUNE_ALERT ? 0 : event.interface;
    }
}

std::string
Text(const ClientEvents& events)
{
    std::ostringstream os;
    for (const auto& event : events)
    {
        os << "  " << event << '\n';
    }
    return os.str();
}

std::string
Text(const std::set<uint32_t>& interfaces)
{
    return '{' + ToText(interfaces) + '}';
}

std::string
Text(const SourceGroup& key)
{
    std::ostringstream os;
    os << key << ": ";
    return os.str();
}

} // namespace

/// Order matters between RPF and CREATION_ALERT of an entry, and between what one client sees of
/// an entry; the rules do not order anything else. When a route changes, they do not say either
/// when the old owner is alerted.
std::string
MfeModelRun::CheckEvents(const MfeStep& step) const
{
    auto expected = m_model.GetEvents();
    auto seen = Filter(m_log, IsOfEntry);
    if (m_setup.posted && step.verb == MfeStep::Verb::FAIL)
    {
        ForgetInterfaces(expected);
        ForgetInterfaces(seen);
    }
    const bool moves = step.verb == MfeStep::Verb::MOVE || step.verb == MfeStep::Verb::PACKET;
    bool same = seen.size() == expected.size();
    for (const auto& event : expected)
    {
        const auto making = [&](const ClientEvent& other) {
            return other.key == event.key &&
                   (other.op == Op::RPF || other.op == Op::CREATION_ALERT);
        };
        const auto toClient = [&](const ClientEvent& other) {
            return other.key == event.key && other.client == event.client &&
                   (other.op == Op::WRONG_IF) == (event.op == Op::WRONG_IF) &&
                   (!moves || IsAlert(other) == IsAlert(event));
        };
        for (const auto& wanted : {std::function<bool(const ClientEvent&)>(making),
                                   std::function<bool(const ClientEvent&)>(toClient)})
        {
            const auto a = Filter(seen, wanted);
            const auto b = Filter(expected, wanted);
            same = same && a == b;
        }
    }
    return same ? "" : "manager:\n" + Text(m_log) + "model:\n" + Text(expected);
}

/// The alerts of memberships of one change go before those of entries.
std::string
MfeModelRun::CheckAlertOrder(const MfeStep& step) const
{
    if (step.verb != MfeStep::Verb::ADD && step.verb != MfeStep::Verb::DELETE)
    {
        return "";
    }
    const auto entry = std::find_if(m_log.begin(), m_log.end(), IsOfEntry);
    const bool right =
        std::all_of(entry, m_log.end(), [](const auto& event) { return IsOfEntry(event); });
    return right ? "" : "alerts of memberships after those of entries:\n" + Text(m_log);
}

/// I6, and that the forwarder has what is in use and nothing else.
std::string
MfeModelRun::CheckPlane()
{
    if (!m_plane->GetMisuse().empty())
    {
        return m_plane->GetMisuse().front();
    }
    std::size_t live = 0;
    for (const auto& [key, entry] : m_model.GetEntries())
    {
        const auto* found = m_plane->Find(key);
        if ((found != nullptr) != entry.live)
        {
            return Text(key) + (entry.live ? "is not in the forwarder" : "should have expired");
        }
        live += entry.live ? 1 : 0;
        const auto outgoing = m_model.GetOutgoing(key);
        if (found &&
            (!found->forwards || found->incoming != entry.incoming || found->outgoing != outgoing))
        {
            return Text(key) + "forwards from " + std::to_string(found->incoming) + " to " +
                   Text(found->outgoing) + ", model: from " + std::to_string(entry.incoming) +
                   " to " + Text(outgoing);
        }
    }
    std::set<uint32_t> copies;
    const auto left = m_plane->TakeCopies();
    for (const auto& copy : left)
    {
        copies.insert(copy.interface);
    }
    if (copies.size() != left.size() || copies != m_model.GetCopies())
    {
        return "left on " + Text(copies) + ", model: " + Text(m_model.GetCopies());
    }
    return live == m_plane->GetEntries().size() ? "" : "the forwarder has other entries";
}

std::string
MfeModelRun::CheckEntry(const Mfe& mfe) const
{
    const SourceGroup key{mfe.source, mfe.group};
    const auto found = m_model.GetEntries().find(key);
    if (found == m_model.GetEntries().end() || !found->second.live)
    {
        return Text(key) + "should not be listed";
    }
    const auto& entry = found->second;
    std::vector<InterfaceId> outgoing;
    for (const auto interface : m_model.GetOutgoing(key))
    {
        outgoing.push_back({interface});
    }
    if (mfe.incoming.index != entry.incoming || mfe.outgoing != outgoing)
    {
        return Text(key) + "is told with other interfaces";
    }
    std::ostringstream os;
    if (mfe.upstreamNeighbor != entry.neighbor)
    {
        os << key << ": neighbor " << mfe.upstreamNeighbor << ", model: " << entry.neighbor;
    }
    const auto expiry = m_model.GetDeadline(key) - m_model.GetNow();
    if (mfe.expiryTime.GetNanoSeconds() != expiry)
    {
        os << key << ": expires in " << mfe.expiryTime.GetNanoSeconds() << ", model: " << expiry;
    }
    return os.str();
}

/// The range and the buffers of some size list the same, in order.
std::string
MfeModelRun::CheckReaders(uint32_t number)
{
    std::vector<SourceGroup> listed;
    std::string wrong;
    for (const auto& mfe : m_manager->GetMfes())
    {
        wrong = wrong.empty() ? CheckEntry(mfe) : wrong;
        listed.push_back({mfe.source, mfe.group});
    }
    const auto after = [](const auto& a, const auto& b) { return !(a < b); };
    if (std::adjacent_find(listed.begin(), listed.end(), after) != listed.end() ||
        listed.size() != m_plane->GetEntries().size())
    {
        wrong = wrong.empty() ? "MFE-6: order, or an entry is missing" : wrong;
    }
    std::vector<SourceGroup> read;
    std::vector<MfeStats> page;
    auto room = 160 + 40 * number; // at least 84 and 28 for each of 2 interfaces
    auto status = m_manager->GetFirstMfeStats(MfeStatsLevel::MGM_MFE_STATS_1, room, page);
    while (status == Status::ERROR_MORE_DATA || status == Status::ERROR_INSUFFICIENT_BUFFER)
    {
        for (const auto& stats : page)
        {
            read.push_back({stats.mfe.source, stats.mfe.group});
        }
        page.clear();
        status = m_manager->GetNextMfeStats(read.empty() ? SourceGroup{} : read.back(),
                                            MfeStatsLevel::MGM_MFE_STATS_1,
                                            room,
                                            page);
    }
    for (const auto& stats : page)
    {
        read.push_back({stats.mfe.source, stats.mfe.group});
    }
    return wrong.empty() && read != listed ? "MFE-6: pages list other entries" : wrong;
}

} // namespace mgm
} // namespace ns3
