/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "mgm-test-fixture.h"

#include "ns3/config.h"
#include "ns3/mgm-trace-context.h"
#include "ns3/mgm-trace-scope.h"
#include "ns3/mgm-tracer.h"
#include "ns3/node.h"

#include <gtest/gtest.h>
#include <string>
#include <vector>

namespace ns3
{
namespace mgm
{

/// A node whose trace records are kept.
class TracerTest : public MgmTest
{
  protected:
    void SetUp() override
    {
        MgmTest::SetUp();
        m_node = CreateObject<Node>();
        m_tracer = Tracer::Of(m_node);
    }

    void Listen()
    {
        Config::ConnectWithoutContext("/NodeList/*/$ns3::mgm::Tracer/Record",
                                      MakeCallback(&TracerTest::Keep, this));
    }

    void Keep(const TraceRecord& record)
    {
        m_records.push_back(record);
    }

    /// A record of a kind about nothing.
    static TraceRecord Of(TraceKind kind)
    {
        TraceRecord record;
        record.kind = kind;
        return record;
    }

    Ptr<Node> m_node;                   ///< the node
    Ptr<Tracer> m_tracer;               ///< its tracer
    std::vector<TraceRecord> m_records; ///< what was traced
};

TEST_F(TracerTest, NodeHasOneTracer)
{
    EXPECT_EQ(Tracer::Of(m_node), m_tracer);
    EXPECT_EQ(m_node->GetObject<Tracer>(), m_tracer);
}

TEST_F(TracerTest, UnconnectedTracerNumbersNothing)
{
    EXPECT_FALSE(m_tracer->IsConnected());
    EXPECT_EQ(m_tracer->Emit(Of(TraceKind::EVENT)), 0U);
    bool built = false;
    {
        TraceScope scope(*m_tracer, [&] {
            built = true;
            return TraceRecord{};
        });
        scope.Explain([&] {
            built = true;
            return "";
        });
        EXPECT_EQ(TraceContext::Get().GetDepth(), 0U);
    }
    EXPECT_FALSE(built);
    Listen();
    EXPECT_EQ(m_tracer->Emit(Of(TraceKind::EVENT)), 1U);
}

TEST_F(TracerTest, ADetailThatNobodyReadsIsNotMade)
{
    Listen(); // to what it does not read
    int made = 0;
    const auto explain = [this, &made]() {
        TraceScope scope(*m_tracer, [] { return Of(TraceKind::CALL); });
        scope.Explain([&made]() { return std::to_string(++made); });
    };
    explain();
    EXPECT_EQ(m_records.size(), 2U);
    EXPECT_EQ(made, 0);
}

TEST_F(TracerTest, ADetailIsMadeOnceForAllWhoReadIt)
{
    std::vector<std::string> details;
    const Callback<void, const TraceRecord&> read(
        [&details](const TraceRecord& record) { details.emplace_back(record.detail); });
    m_tracer->TraceConnectWithoutContext("Record", read);
    m_tracer->TraceConnectWithoutContext("Record", read);
    int made = 0;
    const DeferredText detail([&made]() { return "detail " + std::to_string(++made); });
    TraceRecord record = Of(TraceKind::EVENT);
    record.detail = detail;
    EXPECT_FALSE(record.detail.IsMade());
    m_tracer->Emit(record);
    EXPECT_EQ(details, (std::vector<std::string>{"detail 1", "detail 1"}));
    EXPECT_TRUE(record.detail.IsMade());
    EXPECT_EQ(made, 1);
}

TEST_F(TracerTest, RecordsOfAllNodesShareOneSequence)
{
    const auto other = Tracer::Of(CreateObject<Node>());
    Listen();
    EXPECT_EQ(m_tracer->Emit(Of(TraceKind::EVENT)), 1U);
    EXPECT_EQ(other->Emit(Of(TraceKind::EVENT)), 2U);
    EXPECT_EQ(m_tracer->Emit(Of(TraceKind::EVENT)), 3U);
    ASSERT_EQ(m_records.size(), 3U);
    EXPECT_EQ(m_records[0].node, 0U);
    EXPECT_EQ(m_records[1].node, 1U);
}

TEST_F(TracerTest, CauseScopesRestoreWhatWasBefore)
{
    Listen();
    {
        CauseScope outer(5);
        CauseScope inner(6, CauseScope::Nesting::DEEPER);
        m_tracer->Emit(Of(TraceKind::EVENT));
        CauseScope same(0);
        m_tracer->Emit(Of(TraceKind::EVENT));
    }
    m_tracer->Emit(Of(TraceKind::EVENT));
    TraceRecord own = Of(TraceKind::EVENT);
    own.cause = 9;
    {
        CauseScope scope(5);
        m_tracer->Emit(own);
    }

    ASSERT_EQ(m_records.size(), 4U);
    EXPECT_EQ(m_records[0].cause, 6U);
    EXPECT_EQ(m_records[0].depth, 1U);
    EXPECT_EQ(m_records[1].cause, 6U);
    EXPECT_EQ(m_records[1].depth, 1U);
    EXPECT_EQ(m_records[2].cause, 0U);
    EXPECT_EQ(m_records[2].depth, 0U);
    EXPECT_EQ(m_records[3].cause, 9U);
}

TEST_F(TracerTest, ScopeEntersAndLeaves)
{
    Listen();
    {
        TraceScope call(*m_tracer, [&] {
            TraceRecord record = Of(TraceKind::CALL);
            record.op = "outer";
            return record;
        });
        {
            TraceScope callback(*m_tracer, [&] { return Of(TraceKind::CALLBACK); });
        }
        EXPECT_EQ(call.Return(Status::ERROR_NOT_FOUND), Status::ERROR_NOT_FOUND);
        call.Explain([] { return "why"; });
    }
    ASSERT_EQ(m_records.size(), 4U);
    const TraceKind kinds[] = {TraceKind::CALL,
                               TraceKind::CALLBACK,
                               TraceKind::CALLBACK_RETURN,
                               TraceKind::RETURN};
    const uint64_t causes[] = {0, 1, 2, 1};
    const uint32_t depths[] = {0, 1, 1, 0};
    for (std::size_t i = 0; i < 4; ++i)
    {
        EXPECT_EQ(m_records[i].seq, i + 1);
        EXPECT_EQ(m_records[i].kind, kinds[i]);
        EXPECT_EQ(m_records[i].cause, causes[i]);
        EXPECT_EQ(m_records[i].depth, depths[i]);
    }
    EXPECT_EQ(m_records[3].op, "outer");
    EXPECT_EQ(m_records[3].status, Status::ERROR_NOT_FOUND);
}

} // namespace mgm
} // namespace ns3
