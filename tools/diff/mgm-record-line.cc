/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "mgm-record-line.h"

#include "ns3/output-stream-wrapper.h"

#include <algorithm>

namespace ns3
{
namespace mgm
{

namespace
{

/// Deeper records are shown at this depth, so that a line has an end whatever a trace says.
constexpr uint32_t MAX_DEPTH = 100;

} // namespace

RecordLine::RecordLine(const TraceHeader& header)
    : m_writer(Create<TraceWriterAscii>(Create<OutputStreamWrapper>(&m_text), header))
{
    const auto prologue = TakeWritten();
    m_titles = prologue.substr(prologue.rfind('\n') + 1);
}

std::string
RecordLine::Show(const TraceRecord& record)
{
    auto shown = record;
    shown.depth = std::min(record.depth, MAX_DEPTH); // the writer indents by it
    m_writer->Write(shown);
    return TakeWritten();
}

std::string
RecordLine::TakeWritten()
{
    m_writer->Flush();
    auto text = m_text.str();
    m_text.str("");
    text.pop_back();
    return text;
}

} // namespace mgm
} // namespace ns3
