/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "mgm-seen-routes.h"

#include "ns3/mgm-trace-words.h"

namespace ns3
{
namespace mgm
{

namespace
{

const SeenRoute*
FindIn(const std::map<Ipv4Address, SeenRoute>& routes, Ipv4Address source)
{
    const auto found = routes.find(source);
    return found == routes.end() ? nullptr : &found->second;
}

} // namespace

bool
SeenRoutes::IsLookup(const TraceRecord& record)
{
    return record.kind == TraceKind::EVENT && record.op == words::REVERSE_PATH &&
           record.sourceGroup;
}

bool
SeenRoutes::IsOfEntry(const TraceRecord& record)
{
    const bool isAsked = record.kind == TraceKind::CALLBACK && record.op == words::RPF;
    const bool isMade = record.kind == TraceKind::STATE && record.op == words::MFE &&
                        record.newState == words::MFE_LIVE && record.event == words::MFE_MADE;
    return record.sourceGroup && (isAsked || isMade);
}

/// RPF names the reverse path and may choose another incoming interface; without it, the incoming
/// interface is the reverse path.
void
SeenRoutes::Follow(const TraceRecord& record)
{
    if (IsLookup(record))
    {
        const SeenRoute route{record.interface, RecordNote(record)};
        m_declared[record.sourceGroup->source] = route;
        m_latest[record.sourceGroup->source] = route;
    }
    else if (IsOfEntry(record))
    {
        SeenRoute& latest = m_latest[record.sourceGroup->source];
        const bool isNews = record.kind == TraceKind::CALLBACK || latest.making != record.cause;
        if (isNews && (latest.shown.seq == 0 || latest.interface != record.interface))
        {
            latest = {record.interface, RecordNote(record), record.cause};
        }
        latest.making = isNews ? record.cause : latest.making;
    }
}

const SeenRoute*
SeenRoutes::GetDeclared(Ipv4Address source) const
{
    return FindIn(m_declared, source);
}

const SeenRoute*
SeenRoutes::GetLatest(Ipv4Address source) const
{
    return FindIn(m_latest, source);
}

void
SeenRoutes::Clear()
{
    m_declared.clear();
    m_latest.clear();
}

} // namespace mgm
} // namespace ns3
