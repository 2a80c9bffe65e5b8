/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "mgm-footprint-recorder.h"

#include "ns3/mgm-trace-words.h"

namespace ns3
{
namespace mgm
{

FootprintRecorder::FootprintRecorder(const RecordAccesses& accesses, Time spacing)
    : m_accesses(accesses),
      m_spacingNs(spacing.GetNanoSeconds())
{
}

void
FootprintRecorder::Observe(const TraceRecord& record)
{
    if (record.kind == TraceKind::EVENT && record.op == words::STEP && record.event == words::MOVED)
    {
        m_timesNs.push_back(record.timeNs);
        m_effects.emplace_back();
        m_roots.resize(record.seq + 1);
        m_roots[record.seq] = m_effects.size() - 1;
        m_accesses.AddTo(m_effects.back().own, record);
        return;
    }
    const auto root = NoteRoot(record);
    if (root)
    {
        auto& effect = m_effects[*root];
        const bool isPlain = m_accesses.AddTo(effect.own, record);
        effect.isQuiet &= isPlain && record.timeNs == m_timesNs[*root];
    }
    AddForeign(record, root);
}

std::optional<std::size_t>
FootprintRecorder::NoteRoot(const TraceRecord& record)
{
    std::optional<std::size_t> root;
    if (record.cause < m_roots.size())
    {
        root = m_roots[record.cause];
    }
    m_roots.resize(record.seq + 1);
    m_roots[record.seq] = root;
    return root;
}

void
FootprintRecorder::AddForeign(const TraceRecord& record, std::optional<std::size_t> root)
{
    if (m_effects.empty())
    {
        return;
    }
    const auto latest = m_effects.size() - 1;
    if (root != latest && record.timeNs <= m_timesNs[latest] + m_spacingNs)
    {
        m_accesses.AddTo(m_effects[latest].foreign, record);
    }
    const bool isBetween = latest > 0 && root != latest && root != latest - 1;
    if (isBetween && record.timeNs <= m_timesNs[latest])
    {
        m_accesses.AddTo(m_effects[latest - 1].foreign, record);
    }
}

} // namespace mgm
} // namespace ns3
