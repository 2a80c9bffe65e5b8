/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "mgm-igmp-router-version-watch.h"

#include "ns3/log.h"
#include "ns3/mgm-trace-emit.h"
#include "ns3/simulator.h"

#include <sstream>

namespace ns3
{
namespace mgm
{

NS_LOG_COMPONENT_DEFINE("MgmIgmpRouterVersionWatch");

void
IgmpVersionWatch::Note(const IgmpHeardQuery& query,
                       Ipv4Address from,
                       uint8_t version,
                       Time interval,
                       const MachineSubject& subject)
{
    const bool isFirst = m_count++ == 0;
    if (!isFirst && Simulator::Now() < m_quietUntil)
    {
        return;
    }
    m_quietUntil = Simulator::Now() + interval;
    const DeferredText text([&query, from, version]() {
        std::ostringstream os;
        os << "query of version " << +query.version << " from " << from << ", configured version "
           << +version;
        return os.str();
    });
    NS_LOG_WARN("IGMP: " << text.Get());
    EmitEvent(subject.tracer,
              {subject.machine, subject.interface, {}, subject.client, subject.clientName},
              {},
              text);
}

} // namespace mgm
} // namespace ns3
