/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "mgm-igmp-router-fixture.h"

#include "ns3/double.h"
#include "ns3/mgm-tracer.h"
#include "ns3/pointer.h"
#include "ns3/random-variable-stream.h"
#include "ns3/simulator.h"

#include <algorithm>
#include <sstream>

namespace ns3
{
namespace mgm
{

void
IgmpRouterTest::SetUp()
{
    IgmpRouterLan::SetUp();
    ClientCallbacks callbacks;
    callbacks.localJoin = Callback<void, const SourceGroupEntry&, const InterfaceId&>(
        [this](const SourceGroupEntry& entry, const InterfaceId&) { Note("join", entry); });
    callbacks.localLeave = Callback<void, const SourceGroupEntry&, const InterfaceId&>(
        [this](const SourceGroupEntry& entry, const InterfaceId&) { Note("leave", entry); });
    m_manager->RegisterMProtocol(callbacks, {20, 0}, "pim", m_pim);
}

void
IgmpRouterTest::Note(const std::string& what, const SourceGroupEntry& entry)
{
    std::ostringstream os;
    os << Simulator::Now().GetSeconds() << ' ' << what << ' ' << entry.ToSourceGroup();
    m_local.push_back(os.str());
}

void
IgmpRouterTest::Take(Time at)
{
    At(at,
       [this]() { EXPECT_EQ(m_manager->TakeInterfaceOwnership(m_pim, LAN_ID), Status::NO_ERROR); });
}

void
IgmpRouterTest::Release(Time at)
{
    At(at, [this]() {
        EXPECT_EQ(m_manager->ReleaseInterfaceOwnership(m_pim, LAN_ID), Status::NO_ERROR);
    });
}

void
IgmpRouterTest::Join(Time at, Ipv4Address group)
{
    Report(at, {{IgmpRecordType::TO_EX, group, {}}});
}

void
IgmpRouterTest::SetManagerTime(const std::string& name, double seconds)
{
    const auto time = CreateObject<ConstantRandomVariable>();
    time->SetAttribute("Constant", DoubleValue(seconds));
    m_manager->SetAttribute(name, PointerValue(time));
}

void
IgmpRouterTest::WatchTrace()
{
    Tracer::Of(m_node)->TraceConnectWithoutContext(
        "Record",
        Callback<void, const TraceRecord&>([this](const TraceRecord& r) {
            m_kinds.push_back(r.kind);
            if (r.kind == TraceKind::CALL && r.client && r.client->IsIgmp())
            {
                std::ostringstream os;
                os << Simulator::Now().GetSeconds() << ' ' << r.op;
                if (r.sourceGroup)
                {
                    os << ' ' << *r.sourceGroup;
                }
                m_calls.push_back(os.str());
            }
            if (r.kind == TraceKind::STATE && r.op == "IgmpReporter")
            {
                m_reporter.push_back(std::string(r.newState));
            }
        }));
}

std::size_t
IgmpRouterTest::Count(TraceKind kind) const
{
    return std::count(m_kinds.begin(), m_kinds.end(), kind);
}

} // namespace mgm
} // namespace ns3
