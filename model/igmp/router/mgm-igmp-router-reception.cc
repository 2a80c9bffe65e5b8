/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "mgm-igmp-router-reception.h"

#include "ns3/log.h"
#include "ns3/mgm-drop-words.h"
#include "ns3/mgm-enum-names.h"
#include "ns3/simulator.h"

#include <sstream>

namespace ns3
{
namespace mgm
{

NS_LOG_COMPONENT_DEFINE("MgmIgmpRouterReception");

namespace
{

/// Makes a record about what was received.
TraceRecord
MakeReceptionRecord(TraceKind kind, const MachineSubject& subject)
{
    TraceRecord record;
    record.kind = kind;
    record.op = subject.machine;
    record.client = subject.client;
    record.clientName = subject.clientName;
    record.interface = subject.interface;
    record.sourceGroup = subject.sourceGroup;
    return record;
}

bool
IsVersionMismatch(const IgmpQuery& query, uint8_t version)
{
    const bool isOlder = query.version < version && (query.version == 1 || query.IsGeneral());
    return query.version > version || isOlder;
}

} // namespace

std::string_view
ToString(IgmpRouterDrop cause)
{
    constexpr EnumNames<IgmpRouterDrop> NAMES{"no-router-alert",
                                              "bad-ttl",
                                              "off-link-source",
                                              "newer-version",
                                              "older-version",
                                              "unknown-record",
                                              "ssm-range",
                                              "not-querier",
                                              "group-limit",
                                              "source-limit"};
    static_assert(AreDropWords(NAMES));
    return NAMES[cause];
}

std::optional<IgmpRouterDrop>
IgmpRouterReception::Check(const IgmpReception& reception,
                           const std::optional<IgmpQuery>& query,
                           const Admission& admission,
                           bool isOnLink)
{
    const bool isV1Query = query && query->version == 1;
    if (admission.routerAlert == IGMP_RECEIPT_REQUIRE && !reception.routerAlert && !isV1Query)
    {
        return IgmpRouterDrop::NO_ROUTER_ALERT;
    }
    if (admission.ttl1 == IGMP_RECEIPT_REQUIRE && reception.ttl != 1)
    {
        return IgmpRouterDrop::BAD_TTL;
    }
    if (admission.checkSource && !query && !isOnLink && reception.source.Get() != 0)
    {
        return IgmpRouterDrop::OFF_LINK_SOURCE;
    }
    return {};
}

void
IgmpRouterReception::NoteDrop(IgmpRouterDrop cause, const MachineSubject& subject)
{
    ++m_drops[static_cast<std::size_t>(cause)];
    if (subject.tracer.IsConnected())
    {
        auto record = MakeReceptionRecord(TraceKind::DROP, subject);
        record.event = ToString(cause);
        subject.tracer.Emit(record);
    }
}

uint64_t
IgmpRouterReception::GetDropCount(IgmpRouterDrop cause) const
{
    return m_drops.at(static_cast<std::size_t>(cause));
}

void
IgmpRouterReception::WatchVersion(const IgmpQuery& query,
                                  uint8_t version,
                                  Time interval,
                                  const MachineSubject& subject)
{
    if (!IsVersionMismatch(query, version))
    {
        return;
    }
    const bool isFirst = m_versionMismatches++ == 0;
    if (!isFirst && Simulator::Now() < m_quietUntil)
    {
        return;
    }
    m_quietUntil = Simulator::Now() + interval;
    const DeferredText text([&query, version]() {
        std::ostringstream os;
        os << "query of version " << +query.version << " from " << query.source
           << ", configured version " << +version;
        return os.str();
    });
    NS_LOG_WARN("IGMP: " << text.Get());
    if (subject.tracer.IsConnected())
    {
        auto record = MakeReceptionRecord(TraceKind::EVENT, subject);
        record.detail = text;
        subject.tracer.Emit(record);
    }
}

} // namespace mgm
} // namespace ns3
