/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "mgm-trace-writer.h"

#include <utility>

namespace ns3
{
namespace mgm
{

namespace
{

/// Beyond this size [bytes] the buffer is emptied; a larger one was not faster.
constexpr std::size_t BUFFER_SIZE = 64 * 1024;

} // namespace

TraceWriter::TraceWriter(Ptr<OutputStreamWrapper> stream, std::string prologue)
    : m_stream(std::move(stream)),
      m_buffer(std::move(prologue))
{
    m_buffer.reserve(BUFFER_SIZE + BUFFER_SIZE / 8);
}

TraceWriter::~TraceWriter()
{
    Flush();
}

void
TraceWriter::Connect(Ptr<Tracer> tracer)
{
    const auto sink = MakeCallback(&TraceWriter::Write, Ptr<TraceWriter>(this));
    tracer->TraceConnectWithoutContext("Record", sink);
}

void
TraceWriter::Write(const TraceRecord& record)
{
    Format(record, m_buffer);
    if (m_buffer.size() >= BUFFER_SIZE)
    {
        Drain();
    }
}

bool
TraceWriter::Flush()
{
    Drain();
    return m_stream->GetStream()->flush().good();
}

void
TraceWriter::Drain()
{
    m_stream->GetStream()->write(m_buffer.data(), static_cast<std::streamsize>(m_buffer.size()));
    m_buffer.clear();
}

} // namespace mgm
} // namespace ns3
