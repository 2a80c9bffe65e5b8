/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "mgm-igmp-host-run.h"

#include "mgm-igmp-source-bits.h"

#include "ns3/internet-stack-helper.h"
#include "ns3/ipv4.h"
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

constexpr uint32_t HOST = 0x0A000009;    // 10.0.0.9
constexpr uint32_t QUERIER = 0x0A000001; // 10.0.0.1
constexpr uint32_t ALL_SOURCES = 5;      // one more than any filter names
constexpr uint32_t SOCKETS = 3;
constexpr uint32_t GROUPS = 2;

MulticastFilter
ToFilter(const IgmpFilterModel& filter)
{
    std::vector<Ipv4Address> sources;
    for (const auto address : ToAddresses(filter.sources))
    {
        sources.emplace_back(address);
    }
    return {filter.isExclude ? FilterMode::EXCLUDE : FilterMode::INCLUDE, SourceSet(sources)};
}

std::string
ToReportLine(const IgmpFrameRecord& record)
{
    std::ostringstream os;
    os << " [" << +record.type << ' ' << Ipv4Address(record.group) << ' ' << ToText(record.sources)
       << ']';
    return os.str();
}

/// Everything that is to be seen of a report, in one line; the order of records is free.
std::string
ToReportLine(Time time, const IgmpFrame& frame, const IgmpFields& fields)
{
    std::ostringstream os;
    os << time.GetNanoSeconds() << " ttl " << +frame.ttl << " tos " << +frame.tos
       << (frame.routerAlert ? " RA " : " ") << Ipv4Address(frame.source) << " > "
       << Ipv4Address(frame.destination) << " type " << +fields.type;
    std::vector<std::string> records;
    for (const auto& record : fields.records)
    {
        records.push_back(ToReportLine(record));
    }
    std::sort(records.begin(), records.end());
    for (const auto& record : records)
    {
        os << record;
    }
    return os.str();
}

std::string
ToReportLine(const IgmpWirePeer::Heard& heard)
{
    const auto frame = ReadFrame(heard.frame);
    const auto fields = frame ? ReadIgmp(frame->payload) : std::nullopt;
    return fields ? ToReportLine(heard.time, *frame, *fields) : "a wrong packet";
}

std::string
ToReportLine(const IgmpModelReport& report)
{
    IgmpFields fields;
    fields.type = 0x22;
    for (const auto& record : report.records)
    {
        const auto type = static_cast<uint8_t>(record.type);
        fields.records.push_back({type, record.group, ToAddresses(record.sources)});
    }
    return ToReportLine(report.time, {HOST, ALL_V3_ROUTERS, true, {}}, fields);
}

} // namespace

IgmpHostRun::IgmpHostRun(const IgmpHostSetup& setup)
    : m_model(setup),
      m_channel(CreateObject<SimpleChannel>()),
      m_node(CreateObject<Node>()),
      m_host(CreateObject<IgmpHost>())
{
    InternetStackHelper internet;
    internet.SetIpv6StackInstall(false);
    internet.Install(m_node);
    ConnectToLink(m_node, m_channel, HOST);
    m_peer = std::make_unique<IgmpWirePeer>(m_channel);
    m_host->SetInterfaceAttribute("RobustnessVariable", UintegerValue(setup.robustness));
    m_host->SetInterfaceAttribute("UnsolicitedReportInterval",
                                  TimeValue(setup.unsolicitedInterval));
    m_host->SetInterfaceAttribute("Delay",
                                  StringValue("ns3::ConstantRandomVariable[Constant=0.5]"));
    m_node->AddApplication(m_host);
    m_host->AddInterface(LAN, 3);
    for (uint32_t i = 0; i < SOCKETS; ++i)
    {
        m_sockets.push_back(m_host->Open(nullptr));
    }
}

IgmpHostRun::~IgmpHostRun()
{
    Simulator::Destroy();
}

std::string
IgmpHostRun::Step(const IgmpHostStep& step)
{
    Simulator::Stop(step.wait + NanoSeconds(9));
    Simulator::Run();
    m_model.Advance(Simulator::Now());
    Do(step);
    Simulator::Stop(NanoSeconds(1));
    Simulator::Run();
    return CompareFilters() + CompareReports();
}

void
IgmpHostRun::ChangeLink()
{
    m_isUp = !m_isUp;
    const auto ipv4 = m_node->GetObject<Ipv4>();
    m_isUp ? ipv4->SetUp(LAN) : ipv4->SetDown(LAN);
    m_model.SetLink(m_isUp);
}

void
IgmpHostRun::Do(const IgmpHostStep& step)
{
    if (step.isLinkChange)
    {
        ChangeLink();
        return;
    }
    if (!step.isQuery)
    {
        m_model.SetFilter(step.socket, step.group, step.filter);
        m_sockets[step.socket]->SetFilter(LAN, Ipv4Address(step.group), ToFilter(step.filter));
        return;
    }
    if (!m_isUp)
    {
        return;
    }
    IgmpFields fields;
    fields.type = 0x11;
    fields.isV3Query = true;
    fields.code = step.code;
    fields.group = step.group;
    fields.sources = ToAddresses(step.filter.sources);
    const auto destination = step.group != 0 ? step.group : ALL_SYSTEMS;
    m_model.ReceiveQuery(step.group, step.filter.sources, MilliSeconds(100 * step.code));
    m_peer->Say(Time(0), {QUERIER, destination, true, WriteIgmp(fields)});
}

std::string
IgmpHostRun::CompareFilters() const
{
    std::ostringstream os;
    for (uint32_t group = FIRST_GROUP; group < FIRST_GROUP + GROUPS; ++group)
    {
        const auto filter = m_model.GetFilter(group);
        for (uint32_t source = 0; source < ALL_SOURCES; ++source)
        {
            const Ipv4Address address(FIRST_SOURCE + source);
            if (m_host->Wants(LAN, address, Ipv4Address(group)) != filter.Accepts(source))
            {
                os << "source " << source << " of " << Ipv4Address(group) << " should be "
                   << (filter.Accepts(source) ? "" : "un") << "wanted\n";
            }
        }
    }
    return os.str();
}

std::string
IgmpHostRun::CompareReports()
{
    std::vector<std::string> heard;
    for (const auto& one : m_peer->TakeHeard())
    {
        heard.push_back(ToReportLine(one));
    }
    std::ostringstream os;
    for (const auto& report : m_model.TakeReports())
    {
        const auto line = ToReportLine(report);
        const auto it = std::find(heard.begin(), heard.end(), line);
        if (it == heard.end())
        {
            os << "not sent: " << line << '\n';
            continue;
        }
        heard.erase(it);
    }
    for (const auto& line : heard)
    {
        os << "wrongly sent: " << line << '\n';
    }
    return os.str();
}

} // namespace mgm
} // namespace ns3
