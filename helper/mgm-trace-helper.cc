/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "mgm-trace-helper.h"

#include "ns3/csma-helper.h"
#include "ns3/csma-net-device.h"
#include "ns3/mgm-trace-writer-ascii.h"
#include "ns3/mgm-trace-writer-csv.h"
#include "ns3/mgm-trace-writer-jsonl.h"
#include "ns3/output-stream-wrapper.h"
#include "ns3/point-to-point-helper.h"

#include <algorithm>
#include <fstream>

namespace ns3
{
namespace mgm
{

namespace
{

/// A format, its name and its file.
struct FormatRow
{
    TraceFormat format;
    std::string_view name;
    std::string_view file;
};

constexpr FormatRow FORMATS[]{
    {TraceFormat::JSONL, "jsonl", "trace.jsonl"},
    {TraceFormat::CSV, "csv", "trace.csv"},
    {TraceFormat::ASCII, "ascii", "trace.txt"},
};

Ptr<TraceWriter>
MakeWriter(TraceFormat format, Ptr<OutputStreamWrapper> stream, const TraceHeader& header)
{
    switch (format)
    {
    case TraceFormat::JSONL:
        return Create<TraceWriterJsonl>(stream, header);
    case TraceFormat::CSV:
        return Create<TraceWriterCsv>(stream, header);
    case TraceFormat::ASCII:
        break;
    }
    return Create<TraceWriterAscii>(stream, header);
}

} // namespace

std::optional<TraceFormat>
TraceFormatFromString(std::string_view name)
{
    const auto row = std::find_if(std::begin(FORMATS), std::end(FORMATS), [name](const auto& each) {
        return each.name == name;
    });
    return row == std::end(FORMATS) ? std::nullopt : std::make_optional(row->format);
}

std::string
GetTraceFileName(TraceFormat format)
{
    return std::string(FORMATS[static_cast<std::size_t>(format)].file);
}

MgmTraceHelper::MgmTraceHelper(const TraceHeader& header)
    : m_header(header)
{
}

bool
MgmTraceHelper::Enable(TraceFormat format, const std::string& file, const NodeContainer& nodes)
{
    // The wrapper aborts when it can't open a file itself.
    if (!std::ofstream(file))
    {
        return false;
    }
    const auto stream = Create<OutputStreamWrapper>(file, std::ios::out | std::ios::binary);
    auto header = m_header;
    for (auto node = nodes.Begin(); node != nodes.End(); ++node)
    {
        header.nodes.push_back(Introduce(*node));
    }
    const auto writer = MakeWriter(format, stream, header);
    for (auto node = nodes.Begin(); node != nodes.End(); ++node)
    {
        writer->Connect(Tracer::Of(*node));
    }
    m_writers.push_back(writer);
    return true;
}

bool
MgmTraceHelper::Flush()
{
    bool isComplete = true;
    for (const auto& writer : m_writers)
    {
        isComplete = writer->Flush() && isComplete;
    }
    return isComplete;
}

void
MgmTraceHelper::EnablePcap(const std::string& file, Ptr<NetDevice> device)
{
    constexpr bool PROMISCUOUS = false;
    constexpr bool IS_WHOLE_NAME = true;
    if (DynamicCast<CsmaNetDevice>(device))
    {
        CsmaHelper().EnablePcap(file, device, PROMISCUOUS, IS_WHOLE_NAME);
    }
    else
    {
        PointToPointHelper().EnablePcap(file, device, PROMISCUOUS, IS_WHOLE_NAME);
    }
}

} // namespace mgm
} // namespace ns3
