/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "mgm-open-frames.h"

#include <algorithm>
#include <utility>

namespace ns3
{
namespace mgm
{

void
OpenFrames::Open(OpenFrame frame)
{
    m_frames.push_back(std::move(frame));
}

void
OpenFrames::Close(const TraceRecord& record)
{
    if (const OpenFrame* frame = Find(record))
    {
        m_frames.erase(m_frames.begin() + (frame - m_frames.data()), m_frames.end());
    }
}

void
OpenFrames::NoteChange(const TraceRecord& record)
{
    for (OpenFrame& frame : m_frames)
    {
        frame.hasChanged = frame.hasChanged || frame.enter.seq == record.cause;
    }
}

const OpenFrame*
OpenFrames::Find(const TraceRecord& record) const
{
    const auto entered = record.kind == TraceKind::RETURN ? TraceKind::CALL : TraceKind::CALLBACK;
    const auto fits = [&](const OpenFrame& frame) {
        const RecordNote& enter = frame.enter;
        return enter.kind == entered && enter.node == record.node && enter.op == record.op &&
               enter.client == record.client && enter.interface == record.interface &&
               enter.sourceGroup == record.sourceGroup && enter.seq == record.cause;
    };
    const auto found = std::find_if(m_frames.rbegin(), m_frames.rend(), fits);
    return found == m_frames.rend() ? nullptr : &*found;
}

const OpenFrame*
OpenFrames::FindCallback(uint32_t node, std::string_view op) const
{
    const auto found =
        std::find_if(m_frames.rbegin(), m_frames.rend(), [&](const OpenFrame& frame) {
            return frame.enter.kind == TraceKind::CALLBACK && frame.enter.node == node &&
                   frame.enter.op == op;
        });
    return found == m_frames.rend() ? nullptr : &*found;
}

const OpenFrame*
OpenFrames::Get(uint64_t seq) const
{
    const auto found = std::find_if(m_frames.rbegin(),
                                    m_frames.rend(),
                                    [&](const OpenFrame& frame) { return frame.enter.seq == seq; });
    return found == m_frames.rend() ? nullptr : &*found;
}

} // namespace mgm
} // namespace ns3
