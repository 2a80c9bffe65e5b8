/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "mgm-pim-interface-lan.h"

#include "ns3/pointer.h"
#include "ns3/simulator.h"
#include "ns3/string.h"

#include <sstream>

namespace ns3
{
namespace mgm
{

std::string
ToText(Ipv4Address address)
{
    std::ostringstream text;
    text << address;
    return text.str();
}

void
PimInterfaceLan::SetUp()
{
    PimLan::SetUp();
    m_interface = CreateObject<PimInterface>();
    m_interface->AddListener(*this);
    Set("Delay", StringValue("ns3::ConstantRandomVariable[Constant=0.5]"));
    Set("GenerationId", StringValue("ns3::SequentialRandomVariable[Min=100|Max=200]"));
}

void
PimInterfaceLan::TearDown()
{
    m_interface->Dispose();
    m_interface = nullptr;
    m_messages.clear();
    PimLan::TearDown();
}

void
PimInterfaceLan::Set(const std::string& name, const AttributeValue& value)
{
    m_interface->SetAttribute(name, value);
}

void
PimInterfaceLan::ServeAt(Time at)
{
    At(at, [this]() { m_interface->Serve(m_node, LAN); });
}

void
PimInterfaceLan::SayHello(Time at, const std::vector<PimHelloOption>& options)
{
    Say(at, PimHello{options});
}

void
PimInterfaceLan::SayHelloFrom(Time at,
                              const char* source,
                              const std::vector<PimHelloOption>& options)
{
    Say(at, PimHello{options}, {source});
}

std::vector<double>
PimInterfaceLan::GetHelloTimes() const
{
    std::vector<double> times;
    for (const auto& heard : m_heard)
    {
        if (std::holds_alternative<PimHello>(heard.message))
        {
            times.push_back(heard.time.GetSeconds());
        }
    }
    return times;
}

std::vector<std::string>
PimInterfaceLan::GetNews() const
{
    return m_news;
}

void
PimInterfaceLan::Note(const std::string& what)
{
    std::ostringstream line;
    line << Simulator::Now().GetSeconds() << ' ' << what;
    m_news.push_back(line.str());
}

void
PimInterfaceLan::OnInService()
{
    Note("in service");
}

void
PimInterfaceLan::OnOutOfService()
{
    Note("out of service");
}

void
PimInterfaceLan::OnAddressChanged()
{
    Note("address " + ToText(m_interface->GetAddress()));
}

void
PimInterfaceLan::OnNeighborUp(const PimNeighbor& neighbor)
{
    Note("up " + ToText(neighbor.address));
}

void
PimInterfaceLan::OnNeighborRestarted(const PimNeighbor& neighbor)
{
    Note("restarted " + ToText(neighbor.address));
}

void
PimInterfaceLan::OnNeighborDown(const PimNeighbor& neighbor)
{
    Note("down " + ToText(neighbor.address));
}

void
PimInterfaceLan::OnDrChanged()
{
    Note("dr " + ToText(m_interface->GetDr()));
}

void
PimInterfaceLan::OnLanDelaysChanged()
{
    const auto delays = m_interface->GetLanDelays();
    std::ostringstream text;
    text << "delays " << delays.propagationDelay.GetMilliSeconds() << ' '
         << delays.overrideInterval.GetMilliSeconds() << (delays.suppression ? "" : " tracking");
    Note(text.str());
}

void
PimInterfaceLan::OnMessage(const PimReception& reception)
{
    m_messages.push_back(reception);
}

} // namespace mgm
} // namespace ns3
