/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "base/mgm-input-error.h"
#include "mgm-record-list.h"
#include "mgm-sample-trace.h"
#include "stats/mgm-statistics-csv.h"
#include "stats/mgm-statistics-json.h"
#include "stats/mgm-statistics-text.h"
#include "stats/mgm-trace-statistics.h"
#include "tools/scenario/mgm-scenario-file.h"

#include "ns3/mgm-trace-writer-csv.h"
#include "ns3/mgm-trace-writer-jsonl.h"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>
#include <sstream>

namespace ns3
{
namespace mgm
{

namespace
{

class TraceStatisticsTest : public testing::Test
{
  protected:
    TraceStatistics Collect() const
    {
        TraceHeader header;
        header.seed = 3;
        header.run = 4;
        header.command = "mgm run it";
        header.scenario = "12ab";
        header.nodes = {{0, "r1", {}}};
        RecordListReader reader(m_trace.Get(), header);
        return CollectStatistics(reader, "t.jsonl");
    }

    MachineStatistics Machine(const std::string& name) const
    {
        return Collect().machines.GetMachines().at(name);
    }

    template <typename Write>
    std::string Written(Write write) const
    {
        std::ostringstream os;
        write(os, Collect());
        return os.str();
    }

    /// A short trace with something of most.
    void MakeSample()
    {
        const auto call = m_trace.Enter(1000, PIM, "RegisterMProtocol");
        m_trace.Leave(3000, PIM, "RegisterMProtocol", call);
        m_trace.Change(4000, "Machine", "A", "go, \"now\"", "B");
        m_trace.Change(5000000, "Machine", "B", "back", "A");
        m_trace.Add(5000000, TraceKind::DROP, "data").event = "no-owner";
        m_trace.Add(5000000, TraceKind::PACKET_TX, "data");
        m_trace.Add(2000000000, TraceKind::VIOLATION, "Add").event = "OWN-11";
    }

    /// The statistics of the trace after it was in a file.
    template <typename Writer>
    std::string WrittenFromFile(const std::string& file) const
    {
        {
            const auto stream = Create<OutputStreamWrapper>(file, std::ios::out | std::ios::binary);
            const auto writer = Create<Writer>(stream, TraceHeader());
            for (const auto& record : m_trace.Get())
            {
                writer->Write(record);
            }
        }
        std::ostringstream os;
        WriteStatisticsJson(os, CollectStatistics(*OpenTrace(file), file));
        return os.str();
    }

    SampleTrace m_trace; ///< what is observed
};

TEST_F(TraceStatisticsTest, LatenciesAreThoseOfTheCallThatReturns)
{
    const auto outer = m_trace.Enter(10, PIM, "Outer");
    auto& callback = m_trace.AddOf(12, IGMP, TraceKind::CALLBACK, "JOIN_ALERT");
    callback.depth = 1;
    const auto cause = callback.seq;
    auto& back = m_trace.AddOf(15, IGMP, TraceKind::CALLBACK_RETURN, "JOIN_ALERT");
    back.depth = 1;
    back.cause = cause;
    m_trace.Leave(30, PIM, "Outer", outer);
    m_trace.Call(40, PIM, "Outer");
    const auto statistics = Collect();
    const auto& calls = statistics.latencies.GetCalls();
    const auto& callbacks = statistics.latencies.GetCallbacks();
    ASSERT_EQ(calls.size(), 1U);
    EXPECT_EQ(calls.at("Outer").count, 2U);
    EXPECT_EQ(calls.at("Outer").duration.GetQuantile(50), 0);
    EXPECT_EQ(calls.at("Outer").duration.GetMaximum(), 20);
    ASSERT_EQ(callbacks.size(), 1U);
    EXPECT_EQ(callbacks.at("JOIN_ALERT").duration.GetMaximum(), 3);
}

TEST_F(TraceStatisticsTest, DelaysAreThoseSinceTheCause)
{
    m_trace.Add(10, TraceKind::EVENT, "NOCACHE");
    m_trace.AddOf(25, PIM, TraceKind::CALLBACK, "RPF").cause = 1;
    m_trace.AddOf(26, PIM, TraceKind::CALL, "Add").cause = 2;
    m_trace.Enter(40, PIM, "Add");
    m_trace.AddOf(50, PIM, TraceKind::CALL, "Add").cause = 99; // is not in the trace
    const auto statistics = Collect();
    const auto& add = statistics.latencies.GetCalls().at("Add");
    EXPECT_EQ(statistics.latencies.GetCallbacks().at("RPF").delay.GetMaximum(), 15);
    EXPECT_EQ(add.count, 3U);
    EXPECT_EQ(add.delay.GetCount(), 1U);
    EXPECT_EQ(add.delay.GetMaximum(), 1);
}

TEST_F(TraceStatisticsTest, ADelayIsUnknownWhenTheCauseIsTooLongAgo)
{
    m_trace.Add(10, TraceKind::EVENT, "step");
    m_trace.Add(20, TraceKind::EVENT, "step");
    for (std::size_t i = 2; i <= CallLatencies::MEMORY; ++i)
    {
        m_trace.Add(30, TraceKind::EVENT, "other");
    }
    m_trace.AddOf(40, PIM, TraceKind::CALLBACK, "RPF").cause = 1;
    m_trace.AddOf(40, PIM, TraceKind::CALLBACK, "JOIN_ALERT").cause = 4;
    const auto statistics = Collect();
    const auto& callbacks = statistics.latencies.GetCallbacks();
    EXPECT_EQ(callbacks.at("RPF").delay.GetCount(), 0U);
    EXPECT_EQ(callbacks.at("JOIN_ALERT").delay.GetMaximum(), 10);
}

TEST_F(TraceStatisticsTest, ACallWithoutItsReturnHasNoLatency)
{
    m_trace.Enter(10, PIM, "Lost");
    const auto call = m_trace.Enter(20, PIM, "Found");
    m_trace.Leave(21, PIM, "Found", call);
    m_trace.Leave(22, PIM, "Lost", 99);
    const auto calls = Collect().latencies.GetCalls();
    EXPECT_EQ(calls.at("Lost").count, 1U);
    EXPECT_FALSE(calls.at("Lost").duration.GetMaximum());
    EXPECT_EQ(calls.at("Found").duration.GetMaximum(), 1);
}

TEST_F(TraceStatisticsTest, AVisitLastsFromItsBeginToItsEnd)
{
    m_trace.Change(10, "M", "A", "go", "B");
    m_trace.Change(12, "M", "B", "stay", "B");
    m_trace.Change(40, "M", "B", "back", "A");
    m_trace.Change(45, "M", "A", "go", "B");
    const auto machine = Machine("M");
    EXPECT_EQ(machine.transitions, 4U);
    EXPECT_EQ(machine.events,
              (std::map<std::string, uint64_t>{{"back", 1}, {"go", 2}, {"stay", 1}}));
    EXPECT_EQ(machine.states.at("B").visits.GetCount(), 1U);
    EXPECT_EQ(machine.states.at("B").visits.GetMaximum(), 30);
    EXPECT_EQ(machine.states.at("B").present, 1U);
    EXPECT_EQ(machine.states.at("A").visits.GetMaximum(), 5);
    EXPECT_EQ(machine.states.at("A").present, 0U);
}

TEST_F(TraceStatisticsTest, AMachineThatIsFirstSeenStayingIsPresentForAnUnknownTime)
{
    m_trace.Change(10, "M", "A", "stay", "A");
    EXPECT_EQ(Machine("M").states.at("A").present, 1U);
    m_trace.Change(12, "M", "A", "stay", "A");
    m_trace.Change(40, "M", "A", "go", "B");
    const auto machine = Machine("M");
    EXPECT_EQ(machine.states.at("A").present, 0U);
    EXPECT_EQ(machine.states.at("A").visits.GetCount(), 0U);
    EXPECT_EQ(machine.states.at("B").present, 1U);
}

TEST_F(TraceStatisticsTest, MachinesOfOneNameDifferByWhatTheyAreFor)
{
    m_trace.Change(10, "M", "A", "go", "B").interface = InterfaceId{1};
    m_trace.Change(11, "M", "A", "go", "B").interface = InterfaceId{2};
    m_trace.Change(12, "M", "A", "go", "B").node = 5;
    m_trace.Change(13, "M", "A", "go", "B").client = PIM.id;
    m_trace.Change(14, "M", "A", "go", "B").sourceGroup =
        SourceGroup{ANY_ADDRESS, Ipv4Address("239.1.1.1")};
    EXPECT_EQ(Machine("M").states.at("B").present, 5U);
}

TEST_F(TraceStatisticsTest, AnMfeIsOneWhateverItsInterface)
{
    m_trace.Change(10, "mfe", "absent", "miss", "making");
    m_trace.Change(13, "mfe", "making", "made", "live").interface = InterfaceId{1};
    const auto machine = Machine("mfe");
    EXPECT_EQ(machine.states.at("making").visits.GetMaximum(), 3);
    EXPECT_EQ(machine.states.at("live").present, 1U);
}

TEST_F(TraceStatisticsTest, WhatIsAbsentIsNoMachine)
{
    m_trace.Change(10, "membership", "absent", "add", "present");
    m_trace.Change(13, "membership", "present", "delete", "absent");
    m_trace.Change(50, "membership", "absent", "add", "present");
    const auto machine = Machine("membership");
    EXPECT_EQ(machine.states.count("absent"), 0U);
    EXPECT_EQ(machine.states.at("present").visits.GetCount(), 1U);
    EXPECT_EQ(machine.states.at("present").present, 1U);
}

TEST_F(TraceStatisticsTest, AMachineThatBeginsAnewHasNoWholeVisit)
{
    m_trace.Change(10, "M", "INITIAL", "start", "UP");
    m_trace.Change(50, "M", "INITIAL", "start", "UP");
    m_trace.Change(70, "M", "UP", "stop", "INITIAL");
    const auto up = Machine("M").states.at("UP");
    EXPECT_EQ(up.visits.GetCount(), 1U);
    EXPECT_EQ(up.visits.GetMaximum(), 20);
    EXPECT_EQ(up.present, 0U);
}

TEST_F(TraceStatisticsTest, TimesThatFallAreAnError)
{
    m_trace.Add(20, TraceKind::EVENT, "step");
    m_trace.Add(19, TraceKind::EVENT, "step");
    try
    {
        Collect();
        FAIL() << "no error";
    }
    catch (const InputError& error)
    {
        EXPECT_STREQ(error.what(),
                     "t.jsonl: record 2: found time 19 ns, expected at least 20 ns as in the "
                     "record before");
    }
}

TEST_F(TraceStatisticsTest, JsonHasTheDocumentedForm)
{
    MakeSample();
    const auto expected = nlohmann::json::parse(R"({
        "trace": {"scenario": "12ab", "command": "mgm run it", "seed": 3, "run": 4,
                  "begin_ns": 1000, "end_ns": 2000000000, "records": 7},
        "clients": [{"node": 0, "node_name": "r1", "client": "4/1", "client_name": "pim",
                     "incarnation": 1, "registered_ns": 1000,
                     "first_ownership_ns": null, "first_enumeration_ns": null,
                     "first_alert_ns": null, "first_local_join_ns": null,
                     "first_packet_ns": null, "gone_ns": null}],
        "calls": {"RegisterMProtocol":
                  {"count": 1,
                   "delay_median_ns": null, "delay_p95_ns": null, "delay_max_ns": null,
                   "duration_median_ns": 2000, "duration_p95_ns": 2000,
                   "duration_max_ns": 2000}},
        "callbacks": {},
        "machines": {"Machine": {
            "transitions": 2, "events": {"go, \"now\"": 1, "back": 1},
            "states": {
                "A": {"at_end": 1, "visits": 0, "median_ns": null, "p95_ns": null, "max_ns": null},
                "B": {"at_end": 0, "visits": 1,
                      "median_ns": 4996000, "p95_ns": 4996000, "max_ns": 4996000}}}},
        "pim": {},
        "records": {"call": 1, "return": 1, "state": 2, "drop": 1, "packet-tx": 1, "violation": 1},
        "packets": {"packet-tx": {"data": 1}},
        "drops": {"data": {"no-owner": 1}},
        "violations": {"Add": {"OWN-11": 1}}})");
    EXPECT_EQ(nlohmann::json::parse(Written(WriteStatisticsJson)), expected);
}

TEST_F(TraceStatisticsTest, TheFormatOfTheTraceDoesNotMatter)
{
    MakeSample();
    const TemporaryDirectory directory;
    const auto fromJsonl = WrittenFromFile<TraceWriterJsonl>(directory / "trace.jsonl");
    EXPECT_EQ(nlohmann::json::parse(fromJsonl)["trace"]["records"], 7);
    EXPECT_EQ(fromJsonl, WrittenFromFile<TraceWriterCsv>(directory / "trace.csv"));
}

TEST_F(TraceStatisticsTest, JsonOfNothingHasNoTimes)
{
    const auto json = nlohmann::json::parse(Written(WriteStatisticsJson));
    EXPECT_TRUE(json["trace"]["begin_ns"].is_null());
    EXPECT_TRUE(json["trace"]["end_ns"].is_null());
    EXPECT_EQ(json["trace"]["records"], 0);
    EXPECT_EQ(json["clients"], nlohmann::json::array());
    for (const auto* const key :
         {"calls", "machines", "pim", "records", "packets", "drops", "violations"})
    {
        EXPECT_EQ(json[key], nlohmann::json::object()) << key;
    }
}

TEST_F(TraceStatisticsTest, CsvHasALineForEachNumber)
{
    MakeSample();
    EXPECT_EQ(Written(WriteStatisticsCsv),
              R"(subject,node,client,client_name,incarnation,op,key,metric,unit,value
trace,,,,,,,records,1,7
client,0,4/1,pim,1,,,registered,ns,1000
client,0,4/1,pim,1,,,first_ownership,ns,
client,0,4/1,pim,1,,,first_enumeration,ns,
client,0,4/1,pim,1,,,first_alert,ns,
client,0,4/1,pim,1,,,first_local_join,ns,
client,0,4/1,pim,1,,,first_packet,ns,
client,0,4/1,pim,1,,,gone,ns,
call,,,,,RegisterMProtocol,,count,1,1
call,,,,,RegisterMProtocol,,delay_median,ns,
call,,,,,RegisterMProtocol,,delay_p95,ns,
call,,,,,RegisterMProtocol,,delay_max,ns,
call,,,,,RegisterMProtocol,,duration_median,ns,2000
call,,,,,RegisterMProtocol,,duration_p95,ns,2000
call,,,,,RegisterMProtocol,,duration_max,ns,2000
machine,,,,,Machine,,count,1,2
machine-event,,,,,Machine,back,count,1,1
machine-event,,,,,Machine,"go, ""now""",count,1,1
machine-state,,,,,Machine,A,at_end,1,1
machine-state,,,,,Machine,A,visits,1,0
machine-state,,,,,Machine,A,median,ns,
machine-state,,,,,Machine,A,p95,ns,
machine-state,,,,,Machine,A,max,ns,
machine-state,,,,,Machine,B,at_end,1,0
machine-state,,,,,Machine,B,visits,1,1
machine-state,,,,,Machine,B,median,ns,4996000
machine-state,,,,,Machine,B,p95,ns,4996000
machine-state,,,,,Machine,B,max,ns,4996000
records,,,,,call,,count,1,1
records,,,,,drop,,count,1,1
records,,,,,packet-tx,,count,1,1
records,,,,,return,,count,1,1
records,,,,,state,,count,1,2
records,,,,,violation,,count,1,1
packets,,,,,packet-tx,data,count,1,1
drops,,,,,data,no-owner,count,1,1
violations,,,,,Add,OWN-11,count,1,1
)");
}

TEST_F(TraceStatisticsTest, TextIsAligned)
{
    MakeSample();
    EXPECT_EQ(Written(WriteStatisticsText),
              R"(7 records from 0.000001 s to 2.000000 s; seed 3, run 4

Clients: time of registration, and from there to the first of each [s]
client  node  id   life  registered  ownership  enumeration  alert  local join  packet  gone
pim     r1    4/1     1    0.000001          -            -      -           -       -     -

call               count  delay: median  95 %  maximum [s]  duration: median      95 %  maximum [s]
RegisterMProtocol      1              -     -            -          0.000002  0.000002     0.000002

machine  event      transitions
Machine  back                 1
Machine  go, "now"            1

machine  state  at end  visits  median [s]  95 % [s]  maximum [s]
Machine  A           1       0           -         -            -
Machine  B           0       1    0.004996  0.004996     0.004996

records    count
call           1
drop           1
packet-tx      1
return         1
state          2
violation      1

packets    operation  count
packet-tx  data           1

drops  reason    count
data   no-owner      1

violations  rule    count
Add         OWN-11      1

)");
}

} // namespace

} // namespace mgm
} // namespace ns3
