/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "mgm-dense-run.h"

#include "ns3/simulator.h"

#include <algorithm>

namespace ns3
{
namespace mgm
{

namespace
{

constexpr uint32_t FIRST_DENSE_GROUP = 0xEF010101; // 239.1.1.1
constexpr uint32_t DENSE_GROUPS = 2;

DenseTimers
DrawTimers(Draw& draw)
{
    auto timers = draw.OnceIn(10) ? DenseTimers() : DenseTimers::MakeShort();
    timers.isRefreshing = !draw.OnceIn(4);
    return timers;
}

} // namespace

DenseRun::DenseRun(uint32_t seed)
    : m_draw(seed),
      m_plan(m_draw),
      m_timers(DrawTimers(m_draw))
{
    DrawStreams();
    m_internet = std::make_unique<DenseInternet>(m_plan, m_timers, m_streams, m_draw.Below(1000));
    m_history << "seed " << seed << ", " << m_plan.CountRouters() << " routers, Hello_Period "
              << m_timers.helloPeriod << (m_timers.isRefreshing ? "" : ", no State Refresh")
              << '\n';
    for (uint32_t link = 0; link < m_plan.GetLinks().size(); ++link)
    {
        const auto& [routers, cost, hasHost] = m_plan.GetLinks()[link];
        m_history << "  link " << link << ", cost " << cost << (hasHost ? ", host:" : ":");
        for (const auto router : routers)
        {
            m_history << " r" << router;
        }
        m_history << '\n';
    }
    for (const auto& [link, group] : m_streams)
    {
        m_history << "  stream from link " << link << " to " << group << '\n';
    }
    DrawStarts();
    DrawEvents();
}

DenseRun::~DenseRun()
{
    Simulator::Destroy();
}

void
DenseRun::DrawStreams()
{
    const auto lans = m_plan.GetLans();
    for (auto i = 1 + m_draw.Below(3); i > 0; --i)
    {
        const auto link = lans[m_draw.Below(lans.size())];
        const Ipv4Address group(FIRST_DENSE_GROUP + m_draw.Below(DENSE_GROUPS));
        const bool isNew =
            std::none_of(m_streams.begin(), m_streams.end(), [&](const DenseStream& stream) {
                return stream.link == link && stream.group == group;
            });
        if (isNew)
        {
            m_streams.push_back({link, group});
        }
    }
}

void
DenseRun::DrawStarts()
{
    for (uint32_t router = 0; router < m_plan.CountRouters(); ++router)
    {
        m_internet->StartAt(router, 0.1 * m_draw.Below(50), 0.1 * m_draw.Below(50));
    }
    m_internet->SendFrom(1 + m_draw.Below(20));
}

void
DenseRun::DrawEvents()
{
    for (const auto link : m_plan.GetLans())
    {
        if (m_draw.OnceIn(3))
        {
            ChangeMember(1 + m_draw.Below(20));
        }
        static_cast<void>(link);
    }
    const auto events = m_draw.Below(10);
    for (uint32_t i = 0; i < events; ++i)
    {
        DrawEvent(FIRST_EVENT + 0.1 * m_draw.Below(600));
    }
}

void
DenseRun::DrawEvent(double at)
{
    switch (m_draw.Below(8))
    {
    case 0:
    case 1:
        CrashRouter(at);
        break;
    case 2:
        CutLink(at);
        break;
    case 3:
        LosePackets(at);
        break;
    default:
        ChangeMember(at);
        break;
    }
}

void
DenseRun::ScheduleAt(double at, const std::string& what, const std::function<void()>& happen)
{
    m_lastDisturbance = std::max(m_lastDisturbance, at);
    Simulator::Schedule(Seconds(at), [this, what, happen]() {
        happen();
        m_internet->Disturb();
        m_history << "  " << Simulator::Now().GetSeconds() << " s: " << what << '\n';
    });
}

void
DenseRun::ScheduleFailureAt(double at, const std::string& what, const std::function<void()>& happen)
{
    m_hasFailures = true;
    ScheduleAt(at, what, happen);
    ScheduleAt(at + 0.1 * m_draw.Below(30), "new routes", [this]() { m_internet->UpdateRoutes(); });
}

void
DenseRun::CrashRouter(double at)
{
    const auto router = m_draw.Below(m_plan.CountRouters());
    const auto name = "r" + std::to_string(router);
    const auto set = [this, router](bool isUp) {
        if (m_plan.IsRouterUp(router) != isUp)
        {
            m_plan.SetRouter(router, isUp);
            m_internet->UpdateRouter(router);
        }
    };
    ScheduleFailureAt(at, name + " crashes", [set]() { set(false); });
    if (!m_draw.OnceIn(3))
    {
        const auto boot = std::min(at + 1 + m_draw.Below(50), LAST_EVENT);
        ScheduleFailureAt(boot, name + " boots", [set]() { set(true); });
    }
}

void
DenseRun::CutLink(double at)
{
    const auto link = m_draw.Below(m_plan.GetLinks().size());
    const auto name = "link " + std::to_string(link);
    const auto set = [this, link](bool isUp) {
        m_plan.SetLink(link, isUp);
        m_internet->UpdateLink(link);
    };
    ScheduleFailureAt(at, name + " goes down", [set]() { set(false); });
    if (!m_draw.OnceIn(3))
    {
        const auto up = std::min(at + 1 + m_draw.Below(50), LAST_EVENT);
        ScheduleFailureAt(up, name + " comes up", [set]() { set(true); });
    }
}

void
DenseRun::LosePackets(double at)
{
    const auto link = m_draw.Below(m_plan.GetLinks().size());
    const auto name = "link " + std::to_string(link);
    const auto rate = 0.1 * (1 + m_draw.Below(9));
    m_lossy.insert(link);
    ScheduleAt(at, name + " loses " + std::to_string(rate), [this, link, rate]() {
        m_internet->SetLoss(link, rate);
    });
    const auto end = std::min(at + 1 + m_draw.Below(50), LAST_EVENT);
    ScheduleAt(end, name + " loses nothing", [this, link]() { m_internet->SetLoss(link, 0); });
}

void
DenseRun::ChangeMember(double at)
{
    const auto lans = m_plan.GetLans();
    const auto link = lans[m_draw.Below(lans.size())];
    const Ipv4Address group(FIRST_DENSE_GROUP + m_draw.Below(DENSE_GROUPS));
    const bool joins = !m_draw.OnceIn(3);
    std::ostringstream what;
    what << "host on link " << link << (joins ? " joins " : " leaves ") << group;
    ScheduleAt(at, what.str(), [this, link, group, joins]() {
        m_internet->SetMember(link, group, joins);
    });
}

void
DenseRun::Play()
{
    const auto window = 2 * m_timers.pruneHoldtime + 10;
    Simulator::Stop(Seconds(m_lastDisturbance + m_timers.GetSettling() + window));
    Simulator::Run();
}

} // namespace mgm
} // namespace ns3
