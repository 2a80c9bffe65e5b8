/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "mgm-igmp-router-reception.h"

#include "ns3/log.h"
#include "ns3/mgm-enum-names.h"
#include "ns3/mgm-trace-emit.h"
#include "ns3/mgm-trace-words.h"
#include "ns3/simulator.h"

#include <sstream>
#include <variant>

namespace ns3
{
namespace mgm
{

NS_LOG_COMPONENT_DEFINE("MgmIgmpRouterReception");

namespace
{

/// Whom and what a record about a machine is about.
TraceSubject
ToTraceSubject(const MachineSubject& subject)
{
    return {subject.machine,
            subject.interface,
            subject.sourceGroup,
            subject.client,
            subject.clientName};
}

bool
IsVersionMismatch(const IgmpQuery& query, uint8_t version)
{
    const bool isOlder = query.version < version && (query.version == 1 || query.IsGeneral());
    return query.version > version || isOlder;
}

/// Leaves are sent to all routers; older hosts send them to the group (RFC 2236 sections 3 and 9).
bool
IsMisdirectedLeave(const IgmpReception& reception)
{
    const auto* leave = std::get_if<IgmpV2Message>(&reception.message);
    return leave && leave->type == IgmpType::V2_LEAVE &&
           reception.destination != IGMP_ALL_ROUTERS && reception.destination != leave->group;
}

} // namespace

std::string_view
ToString(IgmpRouterDrop cause)
{
    constexpr EnumNames<IgmpRouterDrop> NAMES{drops::NO_ROUTER_ALERT,
                                              drops::BAD_TTL,
                                              drops::WRONG_DESTINATION,
                                              drops::OFF_LINK_SOURCE,
                                              drops::NEWER_VERSION,
                                              drops::OLDER_VERSION,
                                              drops::UNKNOWN_RECORD,
                                              drops::SSM_RANGE,
                                              drops::NOT_QUERIER,
                                              drops::GROUP_LIMIT,
                                              drops::SOURCE_LIMIT};
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
    if (IsMisdirectedLeave(reception))
    {
        return IgmpRouterDrop::WRONG_DESTINATION;
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
    EmitDrop(subject.tracer, ToTraceSubject(subject), ToString(cause));
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
    EmitEvent(subject.tracer, ToTraceSubject(subject), {}, text);
}

} // namespace mgm
} // namespace ns3
