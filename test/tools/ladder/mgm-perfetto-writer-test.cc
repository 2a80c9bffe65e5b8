/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "ladder/mgm-perfetto-writer.h"
#include "mgm-ladder-sample.h"

#include <gtest/gtest.h>
#include <map>
#include <nlohmann/json.hpp>
#include <sstream>

namespace ns3
{
namespace mgm
{

namespace
{

using nlohmann::json;

/// The events of the timeline of a trace, without those that introduce threads.
std::vector<json>
Timeline(const SampleTrace& trace, int64_t stepNs = 0)
{
    RecordListReader first(trace.Get(), LadderSampleHeader());
    const auto flows = FindPerfettoFlows(first, {});
    std::ostringstream os;
    PerfettoWriter writer(os, LadderSampleHeader(), flows, stepNs);
    for (const auto& record : trace.Get())
    {
        writer.Write(record, true);
    }
    writer.Finish();
    const auto whole = json::parse(os.str());
    EXPECT_EQ(whole["displayTimeUnit"], "ns");
    std::vector<json> events;
    for (const auto& event : whole["traceEvents"])
    {
        if (event["ph"] != "M")
        {
            events.push_back(event);
        }
    }
    return events;
}

/// Checks that slices of each thread nest and times never go back.
void
ExpectSound(const std::vector<json>& events)
{
    std::map<json, int> open;
    std::map<json, double> last;
    for (const auto& event : events)
    {
        const json thread{event["pid"], event["tid"]};
        EXPECT_GE(event["ts"], last[thread]);
        last[thread] = event["ts"];
        open[thread] += event["ph"] == "B" ? 1 : event["ph"] == "E" ? -1 : 0;
        EXPECT_GE(open[thread], 0);
    }
    for (const auto& [thread, count] : open)
    {
        EXPECT_EQ(count, 0) << thread;
    }
}

std::string
Phases(const std::vector<json>& events)
{
    std::string phases;
    for (const auto& event : events)
    {
        phases += event["ph"].get<std::string>();
    }
    return phases;
}

} // namespace

TEST(PerfettoWriterTest, ACallIsASliceOfItsClient)
{
    SampleTrace trace;
    trace.Call(1234567, PIM, "TakeInterfaceOwnership", Status::ERROR_ALREADY_EXISTS, 1);
    const auto events = Timeline(trace);
    ASSERT_EQ(Phases(events), "BE");
    EXPECT_EQ(events[0]["name"], "Take lan1");
    EXPECT_EQ(events[0]["ts"], 1234.567);
    EXPECT_EQ(events[0]["pid"], 1);
    EXPECT_EQ(events[0]["args"]["op"], "TakeInterfaceOwnership");
    EXPECT_EQ(events[1]["args"]["status"], "ERROR_ALREADY_EXISTS");
    ExpectSound(events);
}

TEST(PerfettoWriterTest, FlowsLeadToWhatIsCausedOnOtherThreads)
{
    SampleTrace trace;
    auto& sent = trace.Add(5, TraceKind::PACKET_TX, "IGMPv3 Query");
    sent.node = 1;
    trace.Add(6, TraceKind::PACKET_RX, "IGMPv3 Query", 1).node = 2;
    trace.Add(7, TraceKind::PACKET_RX, "IGMPv3 Query", 1).node = 0;
    trace.Add(8, TraceKind::DROP, "IGMPv3 Query", 3);
    const auto events = Timeline(trace);
    ASSERT_EQ(Phases(events), "BssEBfEBfEi");
    EXPECT_EQ(events[1]["id"], events[5]["id"]);
    EXPECT_EQ(events[2]["id"], events[8]["id"]);
    ExpectSound(events);
}

TEST(PerfettoWriterTest, WhatIsNeverLeftEndsWithTheTrace)
{
    SampleTrace trace;
    trace.Enter(5, PIM, "TakeInterfaceOwnership", 1);
    trace.Enter(6, PIM, "AddGroupMembershipEntry", 1);
    const auto events = Timeline(trace);
    EXPECT_EQ(Phases(events), "BBEE");
    ExpectSound(events);
}

TEST(PerfettoWriterTest, ASliceThatOutlastsTheOneAroundItIsSplit)
{
    SampleTrace trace;
    const auto first = trace.Enter(5, PIM, "TakeInterfaceOwnership", 1);
    const auto second = trace.Enter(6, PIM, "AddGroupMembershipEntry", 1);
    trace.Leave(7, PIM, "TakeInterfaceOwnership", first);
    trace.Leave(8, PIM, "AddGroupMembershipEntry", second);
    const auto events = Timeline(trace);
    ASSERT_EQ(Phases(events), "BBEEBE");
    EXPECT_EQ(events[4]["name"], "Add lan1 (continued)");
    ExpectSound(events);
}

TEST(PerfettoWriterTest, AStepSpreadsAnInstant)
{
    SampleTrace trace;
    trace.Call(1000, PIM, "RegisterMProtocol");
    trace.Call(1000, PIM, "GroupEnumerationStart");
    trace.Call(5000, PIM, "GroupEnumerationEnd");
    std::vector<double> times;
    for (const auto& event : Timeline(trace, 100))
    {
        times.push_back(event["ts"]);
    }
    EXPECT_EQ(times, (std::vector<double>{1, 1.1, 1.2, 1.3, 5, 5.1}));
}

} // namespace mgm
} // namespace ns3
