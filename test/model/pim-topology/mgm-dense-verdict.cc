/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "mgm-dense-verdict.h"

#include <algorithm>
#include <cmath>

namespace ns3
{
namespace mgm
{

DenseVerdict::DenseVerdict(const DenseRun& run)
    : m_run(run),
      m_timers(run.GetTimers())
{
    for (std::size_t stream = 0; stream < run.GetStreams().size(); ++stream)
    {
        Judge(stream);
    }
}

void
DenseVerdict::Judge(std::size_t stream)
{
    m_stream = stream;
    m_excess.clear();
    m_repeated = 0;
    const auto& internet = m_run.GetInternet();
    const auto paths = internet.MakePaths(stream);
    const auto needed = paths.GetNeeded(internet.GetMembers(stream));
    m_excused = FindExcused(paths);
    auto ledger = internet.GetLedger(stream);
    ledger.pop_back(); // it may be on its way
    for (const auto& packet : ledger)
    {
        JudgeHops(packet);
        JudgeMembers(packet);
        if (packet.sent >= m_run.GetLastDisturbance())
        {
            JudgeLinks(packet, needed);
        }
        for (const auto& [link, copies] : packet.copies)
        {
            m_figures.mostCopies = std::max(m_figures.mostCopies, copies);
        }
    }
    JudgeExcess(paths);
}

bool
DenseVerdict::IsSettled(const DensePacket& packet) const
{
    return packet.age > m_timers.GetSettling();
}

// Routers on two LANs may each take packets from the other one, as the RPF check knows interfaces
// and not neighbors: an assert ends that, after some rounds (section 4.6).
void
DenseVerdict::JudgeHops(const DensePacket& packet)
{
    constexpr uint32_t MANY = DensePlan::MOST_ROUTERS + 10;
    const bool isOrderly = IsSettled(packet) && m_timers.isRefreshing;
    m_figures.mostHops = std::max(m_figures.mostHops, packet.hops);
    if (packet.hops > (isOrderly ? m_run.GetPlan().CountRouters() : MANY))
    {
        Blame(packet, 0, "passes " + std::to_string(packet.hops) + " routers: a loop");
    }
}

void
DenseVerdict::JudgeMembers(const DensePacket& packet)
{
    for (const auto link : packet.wanted)
    {
        const auto found = packet.arrived.find(link);
        const auto count = found == packet.arrived.end() ? 0 : found->second;
        ++m_figures.wanted;
        if (count == 0)
        {
            ++m_figures.lost;
            m_figures.lastLoss = std::max(m_figures.lastLoss, packet.age);
            if (IsSettled(packet) ||
                (m_run.GetLossyLinks().empty() && packet.age > m_timers.GetLongestLoss()))
            {
                Blame(packet, link, "does not reach the member");
            }
        }
        else if (count > 1)
        {
            ++m_figures.repeated;
            m_figures.lastRepetition = std::max(m_figures.lastRepetition, packet.age);
            if (IsSettled(packet) && m_timers.isRefreshing)
            {
                Blame(packet, link, "reaches the member " + std::to_string(count) + " times");
            }
        }
    }
}

void
DenseVerdict::JudgeLinks(const DensePacket& packet, const std::set<uint32_t>& needed)
{
    for (const auto& [link, copies] : packet.copies)
    {
        if (m_excused.count(link) != 0)
        {
            m_figures.hasExcused |= IsSettled(packet) && needed.count(link) == 0;
        }
        else if (needed.count(link) == 0)
        {
            m_figures.lastExcess = std::max(m_figures.lastExcess, packet.age);
            m_excess[link] += IsSettled(packet) ? 1 : 0;
        }
        if (copies > 1 && IsSettled(packet))
        {
            ++m_repeated;
            if (m_timers.isRefreshing)
            {
                Blame(packet, link, "is sent there " + std::to_string(copies) + " times");
            }
        }
    }
}

void
DenseVerdict::JudgeExcess(const DensePaths& paths)
{
    const auto& ledger = m_run.GetInternet().GetLedger(m_stream);
    const auto window = ledger.back().sent - m_run.GetLastDisturbance() - m_timers.GetSettling();
    const auto cycles = std::ceil(window / m_timers.GetCycle()) + 1;
    for (const auto& [link, packets] : m_excess)
    {
        const auto time = packets * m_timers.packetInterval;
        const auto behind = static_cast<double>(paths.GetBehind(link).size());
        m_figures.excess = std::max(m_figures.excess, time / window);
        const auto allowed =
            m_timers.isRefreshing ? 0 : cycles * (1 + behind) * m_timers.GetEpisode();
        if (time > allowed)
        {
            m_faults << "stream " << m_stream << ": link " << link
                     << " does not need it, and carries it for " << time << " s of " << window
                     << " s\n";
        }
    }
    uint32_t others = 0;
    for (const auto& link : m_run.GetPlan().GetLinks())
    {
        others += link.routers.size() - 1;
    }
    if (!m_timers.isRefreshing && m_repeated > cycles * others)
    {
        m_faults << "stream " << m_stream << ": " << m_repeated
                 << " packets come twice to a link\n";
    }
}

// An assert loser sends one Prune to the winner (section 4.6.4), and State Refreshes of the winner
// keep it a loser for ever. Nothing has it send another one: not if the first was lost or overtaken
// by a Graft, not if a router that had overridden it dies, not if the winner boots, or does not get
// State Refreshes for so long that it forgets it.
std::set<uint32_t>
DenseVerdict::FindExcused(const DensePaths& paths) const
{
    std::set<uint32_t> left;
    const auto& plan = m_run.GetPlan();
    const bool hasFailed = !m_run.GetLossyLinks().empty() || m_run.HasFailures();
    for (uint32_t link = 0; link < plan.GetLinks().size(); ++link)
    {
        const auto& routers = plan.GetLinks()[link].routers;
        const bool isPruned = std::any_of(routers.begin(), routers.end(), [&](uint32_t router) {
            return paths.GetHop(router) && paths.GetHop(router)->link == link;
        });
        if (m_timers.isRefreshing && hasFailed && !isPruned)
        {
            left.insert(link);
        }
    }
    return paths.GetNeeded(left);
}

void
DenseVerdict::Blame(const DensePacket& packet, uint32_t link, const std::string& what)
{
    if (m_faults.tellp() < 2000)
    {
        m_faults << "stream " << m_stream << ", sent " << packet.sent << " s, " << packet.age
                 << " s after the last disturbance, link " << link << ": " << what << '\n';
    }
}

} // namespace mgm
} // namespace ns3
