/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "mgm-trace-helper.h"

#include "ns3/boolean.h"
#include "ns3/config.h"
#include "ns3/csma-net-device.h"
#include "ns3/mgm-trace-writer-ascii.h"
#include "ns3/mgm-trace-writer-csv.h"
#include "ns3/mgm-trace-writer-jsonl.h"
#include "ns3/mgm-traced-node.h"
#include "ns3/mgm-tracer.h"
#include "ns3/output-stream-wrapper.h"
#include "ns3/point-to-point-net-device.h"
#include "ns3/trace-helper.h"

#include <algorithm>
#include <fstream>

namespace ns3
{
namespace mgm
{

namespace
{

// Link types of captures. ns-3.49 has other names for them than those before.
constexpr auto LINKTYPE_ETHERNET = static_cast<PcapHelper::DataLinkType>(1);
constexpr auto LINKTYPE_PPP = static_cast<PcapHelper::DataLinkType>(9);

} // namespace

MgmTraceHelper::MgmTraceHelper(const TraceHeader& header)
    : m_header(header)
{
}

template <typename Writer>
bool
MgmTraceHelper::Enable(const std::string& file, const NodeContainer& nodes)
{
    constexpr auto MODE = std::ios::out | std::ios::binary;
    if (!std::ofstream(file, MODE)) // ns-3's stream would end the program
    {
        return false;
    }
    auto header = m_header;
    std::for_each(nodes.Begin(), nodes.End(), [&](const auto& node) {
        header.nodes.push_back(Introduce(node));
    });
    const auto writer = Create<Writer>(Create<OutputStreamWrapper>(file, MODE), header);
    std::for_each(nodes.Begin(), nodes.End(), [&](const auto& node) {
        writer->Connect(Tracer::Of(node));
    });
    m_writers.push_back(writer);
    return true;
}

bool
MgmTraceHelper::EnableJsonLines(const std::string& file, const NodeContainer& nodes)
{
    return Enable<TraceWriterJsonl>(file, nodes);
}

bool
MgmTraceHelper::EnableCsv(const std::string& file, const NodeContainer& nodes)
{
    return Enable<TraceWriterCsv>(file, nodes);
}

bool
MgmTraceHelper::EnableAscii(const std::string& file, const NodeContainer& nodes)
{
    return Enable<TraceWriterAscii>(file, nodes);
}

bool
MgmTraceHelper::Flush()
{
    bool isWritten = true;
    for (const auto& writer : m_writers)
    {
        isWritten = writer->Flush() && isWritten;
    }
    return isWritten;
}

Ptr<PcapFileWrapper>
MgmTraceHelper::EnablePcap(const std::string& file, Ptr<NetDevice> device)
{
    // A frame and the records about it have equal times only in nanoseconds.
    Config::SetDefault("ns3::PcapFileWrapper::NanosecMode", BooleanValue(true));
    PcapHelper helper;
    if (const auto csma = DynamicCast<CsmaNetDevice>(device))
    {
        const auto capture = helper.CreateFile(file, std::ios::out, LINKTYPE_ETHERNET);
        helper.HookDefaultSink<CsmaNetDevice>(csma, "Sniffer", capture);
        return capture;
    }
    const auto capture = helper.CreateFile(file, std::ios::out, LINKTYPE_PPP);
    const auto pointToPoint = DynamicCast<PointToPointNetDevice>(device);
    helper.HookDefaultSink<PointToPointNetDevice>(pointToPoint, "PromiscSniffer", capture);
    return capture;
}

} // namespace mgm
} // namespace ns3
