/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "mgm-trace-helper.h"

#include "ns3/boolean.h"
#include "ns3/config.h"
#include "ns3/csma-net-device.h"
#include "ns3/mgm-input-error.h"
#include "ns3/point-to-point-net-device.h"
#include "ns3/trace-helper.h"

namespace ns3
{
namespace mgm
{

MgmTraceHelper::MgmTraceHelper(const TraceHeader& header)
    : m_header(header)
{
}

bool
MgmTraceHelper::Enable(TraceFileKind kind, const std::string& file, const NodeContainer& nodes)
{
    auto header = m_header;
    for (auto node = nodes.Begin(); node != nodes.End(); ++node)
    {
        header.nodes.push_back(Introduce(*node));
    }
    try
    {
        m_files.push_back(Create<TraceFile>(kind, file, header));
    }
    catch (const InputError&)
    {
        return false;
    }
    for (auto node = nodes.Begin(); node != nodes.End(); ++node)
    {
        m_files.back()->Connect(Tracer::Of(*node));
    }
    return true;
}

bool
MgmTraceHelper::Enable(TraceFormat format, const std::string& file, const NodeContainer& nodes)
{
    return Enable(TraceFileKind{format, TraceCompression::NONE}, file, nodes);
}

bool
MgmTraceHelper::Flush()
{
    bool isComplete = true;
    for (const auto& file : m_files)
    {
        isComplete = file->Close() && isComplete;
    }
    return isComplete;
}

Ptr<PcapFileWrapper>
MgmTraceHelper::EnablePcap(const std::string& file, Ptr<NetDevice> device)
{
    // A frame and the records about it have equal times only in nanoseconds.
    Config::SetDefault("ns3::PcapFileWrapper::NanosecMode", BooleanValue(true));
    PcapHelper helper;
    if (const auto csma = DynamicCast<CsmaNetDevice>(device))
    {
        const auto capture = helper.CreateFile(file, std::ios::out, PcapHelper::DLT_EN10MB);
        helper.HookDefaultSink<CsmaNetDevice>(csma, "Sniffer", capture);
        return capture;
    }
    const auto capture = helper.CreateFile(file, std::ios::out, PcapHelper::DLT_PPP);
    const auto pointToPoint = DynamicCast<PointToPointNetDevice>(device);
    helper.HookDefaultSink<PointToPointNetDevice>(pointToPoint, "PromiscSniffer", capture);
    return capture;
}

} // namespace mgm
} // namespace ns3
