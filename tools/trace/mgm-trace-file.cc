/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "mgm-trace-file.h"

namespace ns3
{
namespace mgm
{

TraceFile::TraceFile(TraceFileKind kind, const std::string& file, const TraceHeader& header)
    : m_output(file, kind.compression),
      m_writer(
          MakeTraceWriter(kind.format, Create<OutputStreamWrapper>(&m_output.GetStream()), header))
{
}

TraceFile::~TraceFile()
{
    Close();
}

void
TraceFile::Connect(Ptr<Tracer> tracer)
{
    const auto sink = MakeCallback(&TraceFile::Write, Ptr<TraceFile>(this));
    tracer->TraceConnectWithoutContext("Record", sink);
}

void
TraceFile::Write(const TraceRecord& record)
{
    if (m_writer)
    {
        m_writer->Write(record);
    }
}

bool
TraceFile::Close()
{
    if (m_writer)
    {
        m_isWritten = m_writer->Flush();
        m_writer = nullptr;
        m_isWritten = m_output.Close() && m_isWritten;
    }
    return m_isWritten;
}

} // namespace mgm
} // namespace ns3
