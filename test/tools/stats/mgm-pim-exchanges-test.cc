/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */
#include "mgm-record-list.h"
#include "mgm-sample-trace.h"
#include "stats/mgm-statistics-csv.h"
#include "stats/mgm-statistics-text.h"
#include "stats/mgm-trace-statistics.h"

#include <gtest/gtest.h>
#include <sstream>

namespace ns3
{
namespace mgm
{

/// A trace of node 0 with one stream.
class PimExchangesTest : public testing::Test
{
  protected:
    /// Adds a record about the stream on interface 2.
    TraceRecord& Add(int64_t timeNs, TraceKind kind, std::string_view op)
    {
        auto& record = m_trace.Add(timeNs, kind, op);
        record.interface = InterfaceId{2};
        record.sourceGroup = m_stream;
        return record;
    }

    /// Adds a state of DownstreamPState.
    void Prune(int64_t timeNs, std::string_view before, std::string_view after)
    {
        auto& record = Add(timeNs, TraceKind::STATE, "PimDenseDownstream");
        record.oldState = before;
        record.newState = after;
    }

    /// @return what the trace says in numbers
    TraceStatistics Collect() const
    {
        RecordListReader reader(m_trace.Get());
        return CollectStatistics(reader, "t.jsonl");
    }

    /// @return how often something was measured, and the longest time [ns]
    std::pair<uint64_t, int64_t> TimeOf(const std::string& name) const
    {
        const auto statistics = Collect();
        const auto found = statistics.pim.GetTimes().find(name);
        if (found == statistics.pim.GetTimes().end())
        {
            return {0, 0};
        }
        return {found->second.GetCount(), *found->second.GetMaximum()};
    }

    const SourceGroup m_stream{Ipv4Address("10.0.0.1"), Ipv4Address("239.1.1.1")}; ///< the stream
    SampleTrace m_trace;                                                           ///< the trace
};

TEST_F(PimExchangesTest, Rfc3973_4_4_2_FloodToPruneBeginsWithTheFirstPacket)
{
    Add(10, TraceKind::FORWARD, "data");
    Add(20, TraceKind::FORWARD, "data");
    Prune(25, "NO_INFO", "PRUNE_PENDING");
    Prune(40, "PRUNE_PENDING", "PRUNED");
    Prune(60, "PRUNED", "PRUNED");
    Prune(100, "PRUNED", "NO_INFO");
    Add(110, TraceKind::FORWARD, "data");
    Prune(112, "NO_INFO", "PRUNED");
    EXPECT_EQ(TimeOf("flood to prune"), std::pair(uint64_t{2}, int64_t{30}));
}

TEST_F(PimExchangesTest, AnEntryThatIsGoneIsMeasuredNoMore)
{
    Add(10, TraceKind::FORWARD, "data");
    Add(20, TraceKind::STATE, "mfe").newState = "absent";
    Prune(40, "NO_INFO", "PRUNED");
    EXPECT_EQ(TimeOf("flood to prune").first, 0U);
}

TEST_F(PimExchangesTest, Rfc3973_4_4_1_3_GraftsCountFromTheFirstOne)
{
    Add(10, TraceKind::PACKET_TX, "PIM Graft");
    Add(3010, TraceKind::PACKET_TX, "PIM Graft");
    Add(3012, TraceKind::PACKET_RX, "PIM Graft-Ack");
    Add(3013, TraceKind::PACKET_RX, "PIM Graft-Ack");
    Add(3100, TraceKind::FORWARD, "data");
    Add(3200, TraceKind::FORWARD, "data");
    EXPECT_EQ(TimeOf("graft to acknowledgement"), std::pair(uint64_t{1}, int64_t{3002}));
    EXPECT_EQ(TimeOf("graft to packet"), std::pair(uint64_t{1}, int64_t{3090}));
}

TEST_F(PimExchangesTest, MessagesAreCountedByWhatTheySay)
{
    Add(1, TraceKind::PACKET_TX, "PIM Join/Prune").event = "prune";
    Add(2, TraceKind::PACKET_TX, "PIM Join/Prune").event = "prune";
    Add(3, TraceKind::PACKET_TX, "PIM Join/Prune").event = "join";
    Add(4, TraceKind::PACKET_TX, "PIM Graft");
    const CountMap expected{
        {"packet-tx",
         {{"PIM Graft", 1}, {"PIM Join/Prune: join", 1}, {"PIM Join/Prune: prune", 2}}}};
    EXPECT_EQ(Collect().counts.packets, expected);
}

TEST_F(PimExchangesTest, TextAndCsvTellThem)
{
    Add(0, TraceKind::PACKET_TX, "PIM Graft");
    Add(2000000, TraceKind::PACKET_RX, "PIM Graft-Ack");
    std::ostringstream text;
    WriteStatisticsText(text, Collect());
    EXPECT_NE(text.str().find("graft to acknowledgement      1  0.002000  0.002000"),
              std::string::npos)
        << text.str();
    std::ostringstream csv;
    WriteStatisticsCsv(csv, Collect());
    EXPECT_NE(csv.str().find("pim,,,,,graft to acknowledgement,,count,1,1\n"
                             "pim,,,,,graft to acknowledgement,,median,ns,2000000\n"),
              std::string::npos)
        << csv.str();
}

} // namespace mgm
} // namespace ns3
