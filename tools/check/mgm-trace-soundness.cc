/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "mgm-trace-soundness.h"

#include "ns3/mgm-trace-words.h"

#include <string_view>

namespace ns3
{
namespace mgm
{

namespace
{

bool
IsReturn(TraceKind kind)
{
    return kind == TraceKind::RETURN || kind == TraceKind::CALLBACK_RETURN;
}

/// @return what a record lacks that a record of its kind has; empty if nothing
std::string_view
FindWhatLacks(const TraceRecord& record)
{
    const bool isCall = record.kind == TraceKind::CALL || record.kind == TraceKind::RETURN;
    const bool isCallback =
        record.kind == TraceKind::CALLBACK || record.kind == TraceKind::CALLBACK_RETURN;
    const bool isTable = record.kind == TraceKind::STATE &&
                         (record.op == words::MEMBERSHIP || record.op == words::OWNER ||
                          record.op == words::IGMP_HOLDER || record.op == words::OWNERSHIP_CHANGE);
    if (isCall && !words::IsCall(record.op))
    {
        return "a function of the group manager in op";
    }
    if (isCallback && !words::IsCallback(record.op))
    {
        return "a callback of the group manager in op";
    }
    if (isCallback && !record.client)
    {
        return "a client";
    }
    if (isTable && !record.interface)
    {
        return "an interface";
    }
    if (record.op == words::MEMBERSHIP && isTable && !(record.client && record.sourceGroup))
    {
        return "a client, a source and a group";
    }
    return "";
}

} // namespace

TraceSoundness::TraceSoundness(FindingLog& findings)
    : m_findings(findings)
{
}

void
TraceSoundness::Look(const TraceRecord& record, const OpenFrames& frames)
{
    LookAtNumber(record);
    LookAtTime(record);
    if (!m_hasGap)
    {
        LookAtShape(record);
        LookAtReturn(record, frames);
        LookAtCause(record);
        LookAtDepth(record, frames);
    }
}

void
TraceSoundness::LookAtNumber(const TraceRecord& record)
{
    if (record.seq > m_last + 1)
    {
        m_hasGap = true;
        const auto first = std::to_string(m_last + 1);
        const auto last = std::to_string(record.seq - 1);
        Report("gap",
               {RecordNote(record)},
               (first == last ? "record " + first + " is"
                              : "records " + first + " to " + last + " are") +
                   " missing: this is a part of a trace");
    }
    else if (record.seq <= m_last)
    {
        Report("seq",
               {RecordNote(record)},
               "the record before it has the number " + std::to_string(m_last) +
                   "; numbers must rise by 1");
    }
    m_last = record.seq;
}

void
TraceSoundness::LookAtTime(const TraceRecord& record)
{
    if (record.timeNs < m_timeNs)
    {
        Report("time",
               {RecordNote(record)},
               "the record before it is of " + std::to_string(m_timeNs) + " ns, this one of " +
                   std::to_string(record.timeNs) + " ns; time never falls");
    }
    m_timeNs = record.timeNs;
}

void
TraceSoundness::LookAtCause(const TraceRecord& record)
{
    if (record.cause >= record.seq)
    {
        Report("cause",
               {RecordNote(record)},
               "its cause is record " + std::to_string(record.cause) +
                   "; a cause is an earlier record");
    }
}

void
TraceSoundness::LookAtDepth(const TraceRecord& record, const OpenFrames& frames)
{
    const auto open = frames.GetAll().size();
    const auto expected = IsReturn(record.kind) && open > 0 ? open - 1 : open;
    if (record.depth != expected)
    {
        Report("depth",
               {RecordNote(record)},
               "its depth is " + std::to_string(record.depth) + ", but " +
                   std::to_string(expected) + " calls and callbacks are open around it");
    }
}

void
TraceSoundness::LookAtShape(const TraceRecord& record)
{
    if (record.status.has_value() != (record.kind == TraceKind::RETURN))
    {
        Report("status",
               {RecordNote(record)},
               record.status ? "only the return of a call has a status"
                             : "the return of a call has no status");
    }
    const auto lacks = FindWhatLacks(record);
    if (!lacks.empty())
    {
        Report("shape", {RecordNote(record)}, "it lacks " + std::string(lacks));
    }
}

void
TraceSoundness::LookAtReturn(const TraceRecord& record, const OpenFrames& frames)
{
    if (!IsReturn(record.kind))
    {
        return;
    }
    const OpenFrame* frame = frames.Find(record);
    if (!frame)
    {
        Report("balance", {RecordNote(record)}, "it returns from what is not open");
    }
    else if (frame != &frames.GetAll().back())
    {
        Report("balance",
               {frames.GetAll().back().enter, RecordNote(record)},
               "the inner one has not returned when the outer one does");
    }
}

void
TraceSoundness::Finish(const OpenFrames& frames)
{
    if (!m_hasGap && !frames.GetAll().empty())
    {
        Report("balance", {frames.GetAll().back().enter}, "it never returns");
    }
}

void
TraceSoundness::Report(const std::string& about,
                       const std::vector<RecordNote>& records,
                       const std::string& explanation)
{
    m_findings.Report(TraceRule::SOUND, about, records, explanation);
}

} // namespace mgm
} // namespace ns3
