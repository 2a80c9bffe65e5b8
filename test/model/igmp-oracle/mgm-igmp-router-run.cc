/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "mgm-igmp-router-run.h"

#include "mgm-igmp-source-bits.h"

#include "ns3/internet-stack-helper.h"
#include "ns3/ipv4.h"
#include "ns3/simulator.h"
#include "ns3/string.h"
#include "ns3/uinteger.h"

#include <sstream>

namespace ns3
{
namespace mgm
{

IgmpRouterRun::IgmpRouterRun(const IgmpRouterSetup& setup)
    : m_setup(setup),
      m_model(setup),
      m_channel(CreateObject<SimpleChannel>()),
      m_node(CreateObject<Node>()),
      m_manager(CreateObject<MulticastGroupManager>()),
      m_router(CreateObject<IgmpRouter>())
{
    InternetStackHelper internet;
    internet.SetIpv6StackInstall(false);
    internet.Install(m_node);
    ConnectToLink(m_node, m_channel, setup.address);
    m_node->AggregateObject(m_manager);
    m_manager->RegisterMProtocol({}, {99, 0}, "observer", m_observer);
    m_peer = std::make_unique<IgmpWirePeer>(m_channel);
    m_router->SetInterfaceAttribute("RobustnessVariable", UintegerValue(setup.robustness));
    m_router->SetInterfaceAttribute("QueryInterval", TimeValue(setup.queryInterval));
    m_router->SetInterfaceAttribute("QueryResponseInterval", TimeValue(setup.responseInterval));
    m_router->SetInterfaceAttribute("LastMemberQueryInterval", TimeValue(setup.lastMemberInterval));
    m_router->SetInterfaceAttribute("LastMemberQueryCount", UintegerValue(setup.lastMemberCount));
    m_router->SetInterfaceAttribute("Profile",
                                    StringValue(setup.isRfc9776 ? "rfc9776" : "rfc3376"));
    m_node->AddApplication(m_router);
    m_router->AddInterface(LAN, 3);
}

IgmpRouterRun::~IgmpRouterRun()
{
    Simulator::Destroy();
}

std::string
IgmpRouterRun::Step(const IgmpRouterRunStep& step)
{
    const auto wait = step.wait + NanoSeconds(9);
    Simulator::Stop(wait);
    Simulator::Run();
    m_model.Advance(Simulator::Now());
    if (step.isLinkChange)
    {
        ChangeLink();
    }
    else if (m_isUp)
    {
        Say(step);
        Tell(step);
    }
    Simulator::Stop(NanoSeconds(1));
    Simulator::Run();
    std::ostringstream os;
    if (GetActualState() != GetExpectedState())
    {
        os << "state is " << GetActualState() << ", should be " << GetExpectedState() << '\n';
    }
    if (GetActualMemberships() != m_model.GetMemberships())
    {
        os << "memberships differ in state " << GetExpectedState() << '\n';
    }
    if (m_router->GetInterface(LAN)->IsQuerier() != m_model.IsQuerier())
    {
        os << "should be" << (m_model.IsQuerier() ? "" : " no") << " querier\n";
    }
    os << CompareQueries();
    return os.str();
}

void
IgmpRouterRun::ChangeLink()
{
    m_isUp = !m_isUp;
    const auto ipv4 = m_node->GetObject<Ipv4>();
    m_isUp ? ipv4->SetUp(LAN) : ipv4->SetDown(LAN);
    m_model.SetLink(m_isUp);
}

/// Only a general query of the querier tells something new.
IgmpFields
IgmpRouterRun::MakeQuery(const IgmpRouterRunStep& step) const
{
    const auto& setup = m_model.GetSetupInForce();
    const bool isNew = step.group == 0 && step.from < m_setup.address;
    IgmpFields fields;
    fields.type = 0x11;
    fields.group = step.group;
    fields.isV3Query = true;
    fields.code = step.group != 0 ? 10 : 100;
    fields.suppress = step.suppress;
    fields.robustness = isNew ? step.robustness : static_cast<uint8_t>(setup.robustness);
    fields.intervalCode =
        isNew ? step.interval : static_cast<uint8_t>(setup.queryInterval.GetSeconds());
    fields.sources = ToAddresses(step.sources);
    return fields;
}

void
IgmpRouterRun::Say(const IgmpRouterRunStep& step)
{
    IgmpFrame frame{step.from, step.group, step.type != 0x12, {}};
    IgmpFields fields;
    fields.type = step.type;
    fields.group = step.group;
    switch (step.type)
    {
    case 0:
        return;
    case 0x22:
        frame.destination = ALL_V3_ROUTERS;
        fields.records = {
            {static_cast<uint8_t>(step.record), step.group, ToAddresses(step.sources)}};
        break;
    case 0x11:
        frame.destination = step.group != 0 ? step.group : ALL_SYSTEMS;
        fields = MakeQuery(step);
        break;
    case 0x17:
        frame.destination = ALL_ROUTERS;
        break;
    default:
        break;
    }
    frame.payload = WriteIgmp(fields);
    m_peer->Say(Time(0), frame);
}

void
IgmpRouterRun::Tell(const IgmpRouterRunStep& step)
{
    if (step.type == 0x22)
    {
        m_model.ReceiveRecord(step.group, step.record, step.sources);
    }
    else if (step.type == 0x11 && step.group == 0)
    {
        m_model.ReceiveGeneralQuery(step.from, step.robustness, Seconds(step.interval));
    }
    else if (step.type == 0x11)
    {
        m_model.ReceiveSpecificQuery(step.from, step.group, step.suppress, step.sources);
    }
    else if (step.type != 0)
    {
        m_model.ReceiveOlder(step.type, step.group);
    }
}

} // namespace mgm
} // namespace ns3
