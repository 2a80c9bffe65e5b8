/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "mgm-network-run.h"

#include "ns3/inet-socket-address.h"
#include "ns3/simulator.h"
#include "ns3/udp-socket-factory.h"

#include <algorithm>
#include <array>
#include <numeric>

namespace ns3
{
namespace mgm
{

namespace
{

constexpr uint16_t PORT = 5000;
constexpr uint32_t FIRST_GROUP = 0xEF010101;
constexpr uint32_t GROUPS = 2;

MfeStep
MakeCall(MfeStep::Verb verb, uint32_t slot, uint32_t interface)
{
    MfeStep call{};
    call.verb = verb;
    call.slot = slot;
    call.interface = interface;
    return call;
}

uint32_t
CountAt(const std::map<uint32_t, uint32_t>& counts, uint32_t place)
{
    const auto found = counts.find(place);
    return found == counts.end() ? 0 : found->second;
}

} // namespace

NetworkRun::NetworkRun(uint32_t seed)
    : m_draw(seed),
      m_network(m_draw)
{
    constexpr std::array<uint32_t, 4> LIMITS{MFE_NO_LIMIT, MFE_NO_LIMIT, 3, 1};
    m_setup.lasting = m_draw.OnceIn(2);
    m_setup.dormantLimit = LIMITS.at(m_draw.Below(4));
    m_setup.mute = MfeModel::NOBODY;
    std::vector<SourceGroup> keys;
    for (uint32_t host = 0; host < m_network.GetHosts().GetN(); ++host)
    {
        MakeHost(host);
        for (uint32_t group = 0; group < GROUPS; ++group)
        {
            keys.push_back({m_network.GetAddressOfHost(host), Ipv4Address(FIRST_GROUP + group)});
        }
    }
    for (uint32_t router = 0; router < m_network.GetRouters().GetN(); ++router)
    {
        m_routers.push_back(
            std::make_unique<NetworkRouter>(m_network.GetRouters().Get(router), m_setup, keys));
        Sync(router);
    }
}

NetworkRun::~NetworkRun()
{
    Simulator::Destroy();
}

void
NetworkRun::MakeHost(uint32_t host)
{
    const auto node = m_network.GetHosts().Get(host);
    const auto socket = Socket::CreateSocket(node, UdpSocketFactory::GetTypeId());
    socket->Bind(InetSocketAddress(Ipv4Address::GetAny(), PORT));
    socket->SetRecvCallback(MakeCallback(&NetworkRun::NoteArrival, this));
    m_sockets.push_back(socket);
}

void
NetworkRun::NoteArrival(Ptr<Socket> socket)
{
    while (socket->Recv())
    {
        const auto host = std::find(m_sockets.begin(), m_sockets.end(), socket);
        ++m_received[static_cast<uint32_t>(host - m_sockets.begin())];
    }
}

std::string
NetworkRun::Step(const NetworkStep& step)
{
    const auto wrong = Do(step);
    return wrong.empty() ? Judge() : wrong;
}

std::string
NetworkRun::Do(const NetworkStep& step)
{
    m_history << "  " << Simulator::Now().GetSeconds() << " s: ";
    switch (step.verb)
    {
    case NetworkStep::Verb::PACKET:
        SendPacket(step);
        return "";
    case NetworkStep::Verb::ADD:
    case NetworkStep::Verb::DELETE:
        return ChangeMembership(step);
    case NetworkStep::Verb::TAKE:
    case NetworkStep::Verb::RELEASE:
    case NetworkStep::Verb::FAIL:
        return ChangeOwner(step);
    case NetworkStep::Verb::POWER:
        return Power(RouterOf(step));
    case NetworkStep::Verb::LINK:
        SwitchLink(step);
        return "";
    case NetworkStep::Verb::ROUTE:
    case NetworkStep::Verb::UNROUTE:
        ChangeRoute(step);
        return "";
    case NetworkStep::Verb::NOTIFY:
        Notify(RouterOf(step));
        return "";
    case NetworkStep::Verb::START:
        return Start();
    case NetworkStep::Verb::WAIT:
        m_history << "wait " << step.number << " s\n";
        LetPass(Seconds(step.number));
    }
    return "";
}

/// All routers start; each interface, but for some, gets an owner, and each second one members.
std::string
NetworkRun::Start()
{
    m_history << "start, changes of owner " << (m_setup.lasting ? "last" : "take no time")
              << ", limit " << m_setup.dormantLimit << '\n';
    std::string wrong;
    for (uint32_t router = 0; router < m_routers.size(); ++router)
    {
        wrong += TakeAll(router);
    }
    LetPass(Seconds(3));
    for (uint32_t router = 0; router < m_routers.size(); ++router)
    {
        m_routers[router]->Settle();
        wrong += JoinSome(router);
    }
    return wrong;
}

/// On about each second interface somebody wants the first group.
std::string
NetworkRun::JoinSome(uint32_t router)
{
    std::string wrong;
    for (uint32_t interface = 1; interface <= m_network.CountInterfaces(router); ++interface)
    {
        const auto holder = m_routers[router]->HolderOf(interface);
        auto call = MakeCall(MfeStep::Verb::ADD, holder, interface);
        call.key.group = Ipv4Address(FIRST_GROUP);
        call.flags = MGM_JOIN_STATE_FLAG;
        if (holder != MfeModel::NOBODY && m_draw.OnceIn(2))
        {
            wrong += Call(router, call);
        }
    }
    return wrong;
}

void
NetworkRun::SendPacket(const NetworkStep& step)
{
    const auto host = HostOf(step);
    const Ipv4Address group(FIRST_GROUP + step.group % GROUPS);
    m_history << m_network.GetAddressOfHost(host) << " sends to " << group << '\n';
    ++m_sent[host];
    m_sockets[host]->SendTo(Create<Packet>(NetworkRouter::PAYLOAD),
                            0,
                            InetSocketAddress(group, PORT));
    LetPass(MilliSeconds(200));
}

/// Mostly by who has the interface.
std::string
NetworkRun::ChangeMembership(const NetworkStep& step)
{
    const auto router = RouterOf(step);
    const auto verb =
        step.verb == NetworkStep::Verb::ADD ? MfeStep::Verb::ADD : MfeStep::Verb::DELETE;
    auto call = MakeCall(verb, NetworkRouter::SLOTS.at(step.client), InterfaceOf(step));
    const auto holder = m_routers[router]->HolderOf(call.interface);
    call.slot = holder != MfeModel::NOBODY && step.number % 8 != 7 ? holder : call.slot;
    call.key = KeyOf(step);
    call.flags = step.flags;
    return Call(router, call);
}

/// A client that is not registered registers.
std::string
NetworkRun::ChangeOwner(const NetworkStep& step)
{
    const auto router = RouterOf(step);
    const auto interface = InterfaceOf(step);
    auto slot = NetworkRouter::SLOTS.at(step.client);
    std::string wrong;
    if (!m_routers[router]->IsAlive(slot))
    {
        return Call(router, MakeCall(MfeStep::Verb::REGISTER, slot, 0));
    }
    if (step.verb == NetworkStep::Verb::FAIL)
    {
        return Call(router, MakeCall(MfeStep::Verb::FAIL, slot, 0));
    }
    const auto holder = m_routers[router]->HolderOf(interface);
    const bool releases = step.verb == NetworkStep::Verb::RELEASE;
    slot = releases && holder != MfeModel::NOBODY ? holder : slot;
    const auto verb = releases ? MfeStep::Verb::RELEASE : MfeStep::Verb::TAKE;
    return Call(router, MakeCall(verb, slot, interface));
}

std::string
NetworkRun::Call(uint32_t router, const MfeStep& step)
{
    m_history << 'r' << router << ": " << step << '\n';
    const bool changesOwner = step.verb == MfeStep::Verb::TAKE ||
                              step.verb == MfeStep::Verb::RELEASE ||
                              step.verb == MfeStep::Verb::FAIL;
    m_news += changesOwner && Simulator::Now() > Seconds(1) ? 1 : 0;
    return m_crashed.count(router) != 0 ? "" : m_routers[router]->Call(step);
}

std::string
NetworkRun::TakeAll(uint32_t router)
{
    std::string wrong;
    for (const auto slot : NetworkRouter::SLOTS)
    {
        wrong += Call(router, MakeCall(MfeStep::Verb::REGISTER, slot, 0));
    }
    for (uint32_t interface = 1; interface <= m_network.CountInterfaces(router); ++interface)
    {
        const auto slot = NetworkRouter::SLOTS.at(m_draw.Below(2));
        if (!m_draw.OnceIn(12))
        {
            wrong += Call(router, MakeCall(MfeStep::Verb::TAKE, slot, interface));
        }
    }
    return wrong;
}

/// A router crashes, or the one that is down boots.
std::string
NetworkRun::Power(uint32_t router)
{
    ++m_news;
    router = m_crashed.empty() ? router : *m_crashed.begin();
    const bool boots = m_crashed.erase(router) != 0;
    m_history << 'r' << router << (boots ? " boots\n" : " crashes\n");
    if (!boots)
    {
        m_crashed.insert(router);
        m_routers[router]->Crash();
    }
    for (uint32_t interface = 1; interface <= m_network.CountInterfaces(router); ++interface)
    {
        UpdatePort({router, interface});
    }
    if (!boots)
    {
        return "";
    }
    Restore(router);
    Notify(router);
    return TakeAll(router);
}

/// A link goes down, or the one that is down comes up.
void
NetworkRun::SwitchLink(const NetworkStep& step)
{
    ++m_news;
    const auto chosen = step.router % static_cast<uint32_t>(m_network.GetLinks().size());
    const auto link = m_cut.empty() ? chosen : *m_cut.begin();
    const bool isUp = m_cut.erase(link) != 0;
    if (!isUp)
    {
        m_cut.insert(link);
    }
    m_history << "link " << link << (isUp ? " comes up\n" : " goes down\n");
    for (const auto& port : m_network.GetLinks()[link].ports)
    {
        UpdatePort(port);
        if (isUp && m_crashed.count(port.router) == 0)
        {
            Restore(port.router);
        }
        if (step.isTold)
        {
            Notify(port.router);
        }
    }
}

/// An interface is up while its router and its link are.
void
NetworkRun::UpdatePort(const Port& port)
{
    const bool isUp =
        m_crashed.count(port.router) == 0 && m_cut.count(m_network.GetLinkOfPort(port)) == 0;
    if (isUp != m_network.IsUp(port))
    {
        m_network.SetUp(port, isUp);
        m_routers[port.router]->SetUp(port.interface, isUp);
        Sync(port.router);
    }
}

void
NetworkRun::ChangeRoute(const NetworkStep& step)
{
    const auto router = RouterOf(step);
    const auto host = HostOf(step);
    const auto neighbors = m_network.GetNeighbors(router);
    const auto& route = neighbors[step.interface % neighbors.size()];
    const auto before = m_network.RouteTo(router, host);
    if (step.verb == NetworkStep::Verb::ROUTE && m_network.IsUp({router, route.interface}))
    {
        m_network.AddHostRoute(router, host, route);
    }
    else if (step.number % 3 == 0)
    {
        m_network.RemoveHostRoute(router, host);
    }
    else if (step.number % 3 == 1)
    {
        m_network.RemoveLinkRoute(router, m_network.GetLinkOfHost(host));
    }
    else
    {
        m_network.RestoreLinkRoutes(router);
    }
    const auto now = m_network.RouteTo(router, host);
    m_history << 'r' << router << ": " << m_network.GetAddressOfHost(host) << " is by if "
              << now.interface << ' ' << now.nextHop << ", was by if " << before.interface << '\n';
    m_news += now == before ? 0 : 1;
    Sync(router);
    if (step.isTold)
    {
        Notify(router);
    }
}

void
NetworkRun::Restore(uint32_t router)
{
    m_network.RestoreLinkRoutes(router);
    Sync(router);
}

/// Shows the model the routes that there are now, and what has come while they became so.
void
NetworkRun::Sync(uint32_t router)
{
    for (uint32_t host = 0; host < m_sockets.size(); ++host)
    {
        m_routers[router]->SetRoute(m_network.GetAddressOfHost(host),
                                    m_network.RouteTo(router, host));
    }
    m_routers[router]->Settle();
}

void
NetworkRun::Notify(uint32_t router)
{
    m_history << "    r" << router << " is told of its routes\n";
    m_routers[router]->Notify();
    m_routers[router]->Settle();
}

void
NetworkRun::LetPass(Time duration)
{
    Simulator::Stop(duration);
    Simulator::Run();
}

uint32_t
NetworkRun::RouterOf(const NetworkStep& step) const
{
    return step.router % static_cast<uint32_t>(m_routers.size());
}

uint32_t
NetworkRun::InterfaceOf(const NetworkStep& step) const
{
    return 1 + step.interface % m_network.CountInterfaces(RouterOf(step));
}

uint32_t
NetworkRun::HostOf(const NetworkStep& step) const
{
    return step.host % static_cast<uint32_t>(m_sockets.size());
}

SourceGroup
NetworkRun::KeyOf(const NetworkStep& step) const
{
    const auto source = m_network.GetAddressOfHost(HostOf(step));
    const Ipv4Address group(FIRST_GROUP + step.group % GROUPS);
    return {step.wildcard < 3 ? source : ANY_ADDRESS, step.wildcard < 7 ? group : ANY_ADDRESS};
}

std::string
NetworkRun::Judge()
{
    std::string wrong;
    for (uint32_t link = 0; link < m_network.GetLinks().size(); ++link)
    {
        wrong += CheckLink(link);
    }
    for (uint32_t router = 0; router < m_routers.size(); ++router)
    {
        for (const auto& [interface, copies] : m_routers[router]->GetDepartures())
        {
            m_copies += copies;
        }
        const auto differs = m_routers[router]->Judge();
        wrong += differs.empty() ? "" : 'r' + std::to_string(router) + ": " + differs;
    }
    m_sent.clear();
    m_received.clear();
    return wrong;
}

/// What is sent on a link comes to each other node on it, once, if its interface is up.
std::string
NetworkRun::CheckLink(uint32_t link) const
{
    const auto& [ports, hosts] = m_network.GetLinks()[link];
    uint32_t all = 0;
    for (const auto& port : ports)
    {
        all += CountAt(m_routers[port.router]->GetDepartures(), port.interface);
    }
    for (const auto host : hosts)
    {
        all += CountAt(m_sent, host);
    }
    std::ostringstream os;
    for (const auto& port : ports)
    {
        const auto& router = *m_routers[port.router];
        const auto others = all - CountAt(router.GetDepartures(), port.interface);
        const auto came = CountAt(router.GetArrivals(), port.interface);
        if (came != (m_network.IsUp(port) ? others : 0))
        {
            os << "link " << link << ": " << came << " packets came to r" << port.router << '\n';
        }
    }
    for (const auto host : hosts)
    {
        if (CountAt(m_received, host) != all - CountAt(m_sent, host))
        {
            os << "link " << link << ": " << CountAt(m_received, host)
               << " packets came to a host\n";
        }
    }
    return os.str();
}

uint32_t
NetworkRun::CountNews() const
{
    return std::accumulate(
        m_routers.begin(),
        m_routers.end(),
        m_news,
        [](uint32_t sum, const auto& router) { return sum + router->CountDormantMarks(); });
}

} // namespace mgm
} // namespace ns3
