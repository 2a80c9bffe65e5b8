/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "mgm-pim-dense-fixture.h"

#include "ns3/simulator.h"
#include "ns3/string.h"

#include <sstream>
#include <utility>

namespace ns3
{
namespace mgm
{

namespace
{

/// @param parts texts @return them in one, with "; " between
std::string
JoinTexts(const std::vector<std::string>& parts)
{
    std::string text;
    for (const auto& part : parts)
    {
        text += (text.empty() ? "" : "; ") + part;
    }
    return text;
}

/// @brief Writes a timer, if it runs. @param os where to @param name its name @param timer it
void
WriteTimer(std::ostream& os, const char* name, const DeadlineTimer& timer)
{
    if (timer.IsRunning())
    {
        os << ' ' << name << '=' << timer.GetRemaining().GetSeconds();
    }
}

} // namespace

void
PimDenseTest::SetUp()
{
    MgmTest::SetUp();
    node.links[1].address = Ipv4Address("10.0.1.1");
    node.links[1].neighbors = {Ipv4Address("10.0.1.2"), Ipv4Address("10.0.1.3")};
    node.links[2].address = Ipv4Address("10.0.2.1");
    node.links[3].address = Ipv4Address("10.0.3.1");
    tib = CreateObject<PimDenseTib>();
    tib->SetAttribute("OverrideDelay", StringValue("ns3::ConstantRandomVariable[Constant=0.5]"));
    tib->Begin(node);
    Route(1, "10.0.1.2");
}

void
PimDenseTest::TearDown()
{
    tib->Dispose();
    tib = nullptr;
    MgmTest::TearDown();
}

void
PimDenseTest::Wait(double seconds)
{
    Simulator::Stop(Seconds(seconds));
    Simulator::Run();
}

std::string
PimDenseTest::Data(uint32_t interface, uint8_t ttl)
{
    return PimDenseFakeNode::ToText(tib->ReceiveData(stream, interface, ttl));
}

void
PimDenseTest::Prune(uint32_t interface, const char* to, uint16_t holdtime)
{
    PimJoinPrune message;
    message.upstreamNeighbor = Ipv4Address(to);
    message.holdtime = holdtime;
    message.groups = {{{stream.group}, {}, {{stream.source, false}}}};
    tib->Receive(message, interface, Ipv4Address("10.0.0.9"), PIM_ALL_ROUTERS);
}

void
PimDenseTest::Join(uint32_t interface, const char* to)
{
    PimJoinPrune message;
    message.upstreamNeighbor = Ipv4Address(to);
    message.groups = {{{stream.group}, {{stream.source, false}}, {}}};
    tib->Receive(message, interface, Ipv4Address("10.0.0.9"), PIM_ALL_ROUTERS);
}

void
PimDenseTest::Graft(uint32_t interface, const char* from)
{
    const auto address = node.links.at(interface).address;
    const PimJoinPrune message{PimType::GRAFT,
                               address,
                               0,
                               {{{stream.group}, {{stream.source, false}}, {}}}};
    tib->Receive(message, interface, Ipv4Address(from), address);
}

void
PimDenseTest::GraftAck(const char* from, const char* to)
{
    const PimJoinPrune message{PimType::GRAFT_ACK,
                               Ipv4Address(to),
                               0,
                               {{{stream.group}, {{stream.source, false}}, {}}}};
    tib->Receive(message, 1, Ipv4Address(from), Ipv4Address(to));
}

void
PimDenseTest::Assert(uint32_t interface, const char* from, uint32_t preference, uint32_t metric)
{
    const PimAssert message{{stream.group}, stream.source, false, preference, metric};
    tib->Receive(message, interface, Ipv4Address(from), PIM_ALL_ROUTERS);
}

void
PimDenseTest::AssertCancel(uint32_t interface, const char* from)
{
    const PimAssert message{{stream.group}, stream.source, true, 0x7FFFFFFF, 0xFFFFFFFF};
    tib->Receive(message, interface, Ipv4Address(from), PIM_ALL_ROUTERS);
}

void
PimDenseTest::Refresh(bool prune,
                      uint32_t interface,
                      const char* from,
                      uint32_t preference,
                      uint32_t metric,
                      uint8_t interval,
                      uint8_t ttl)
{
    PimStateRefresh message;
    message.group.address = stream.group;
    message.source = stream.source;
    message.originator = Ipv4Address("10.9.0.2");
    message.preference = preference;
    message.metric = metric;
    message.maskLength = 16;
    message.ttl = ttl;
    message.pruneIndicator = prune;
    message.interval = interval;
    tib->Receive(message, interface, Ipv4Address(from), PIM_ALL_ROUTERS);
}

void
PimDenseTest::Member(uint32_t interface, bool isMember)
{
    node.links.at(interface).includesAny = isMember;
    tib->Update();
}

void
PimDenseTest::Route(uint32_t interface, const char* nextHop)
{
    PimDenseRoute route;
    route.interface = interface;
    route.isDirect = nextHop == nullptr;
    route.preference = route.isDirect ? 0 : 110;
    route.metric = route.isDirect ? 0 : 20;
    route.maskLength = 24;
    if (nextHop)
    {
        route.nextHop = Ipv4Address(nextHop);
    }
    node.route = route;
    tib->Update();
}

void
PimDenseTest::Branch()
{
    node.links.at(2).neighbors = {Ipv4Address("10.0.2.2"), Ipv4Address("10.0.2.3")};
    Member(3);
}

std::string
PimDenseTest::Upstream() const
{
    const auto entry = tib->Find(stream);
    if (!entry)
    {
        return "no entry";
    }
    const auto& upstream = entry->GetUpstream();
    std::ostringstream os;
    constexpr const char* STATES[]{"F", "P", "AP"};
    os << STATES[static_cast<std::size_t>(upstream.GetState())];
    WriteTimer(os, "GRT", upstream.GetGraftRetryTimer());
    WriteTimer(os, "OT", upstream.GetOverrideTimer());
    WriteTimer(os, "PLT", upstream.GetPruneLimitTimer());
    return os.str();
}

std::string
PimDenseTest::Downstream(uint32_t interface) const
{
    const auto entry = tib->Find(stream);
    const auto* downstream = entry ? entry->GetDownstream(interface) : nullptr;
    if (!downstream)
    {
        return "NI";
    }
    std::ostringstream os;
    constexpr const char* STATES[]{"NI", "PP", "P"};
    os << STATES[static_cast<std::size_t>(downstream->GetState())];
    WriteTimer(os, "PPT", downstream->GetPrunePendingTimer());
    WriteTimer(os, "PT", downstream->GetPruneTimer());
    return os.str();
}

std::string
PimDenseTest::Asserted(uint32_t interface) const
{
    const auto entry = tib->Find(stream);
    const auto* assertion = entry ? entry->GetAssert(interface) : nullptr;
    if (!assertion)
    {
        return "NI";
    }
    std::ostringstream os;
    constexpr const char* STATES[]{"NI", "W", "L"};
    os << STATES[static_cast<std::size_t>(assertion->GetState())];
    const auto& winner = assertion->GetWinner();
    if (winner.address != Ipv4Address::GetZero())
    {
        os << ' ' << winner.address << ' ' << winner.preference << '/' << winner.metric;
    }
    WriteTimer(os, "AT", assertion->GetAssertTimer());
    return os.str();
}

std::string
PimDenseTest::Originator() const
{
    const auto entry = tib->Find(stream);
    if (!entry)
    {
        return "no entry";
    }
    const auto& originator = entry->GetOriginator();
    std::ostringstream os;
    os << (originator.GetState() == PimDenseOriginatorState::ORIGINATOR ? "O" : "NO");
    WriteTimer(os, "SRT", originator.GetStateRefreshTimer());
    WriteTimer(os, "SAT", originator.GetSourceActiveTimer());
    return os.str();
}

std::string
PimDenseTest::Sent()
{
    return JoinTexts(std::exchange(node.sent, {}));
}

std::string
PimDenseTest::Told()
{
    return JoinTexts(std::exchange(node.told, {}));
}

} // namespace mgm
} // namespace ns3
