/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "mgm-manager-fixture.h"

#include "ns3/mgm-trace-context.h"

#include <algorithm>

namespace ns3
{
namespace mgm
{

/// What the group manager traces (design/architecture.md, "The trace is the product").
class ManagerTraceTest : public ManagerTest
{
  protected:
    /// IGMP serves interface 1; PIM starts there, reacts to local members, and shuts down.
    void StartAndStop()
    {
        auto& igmp = Owner(IGMP_PROTOCOL_ID, {1});
        auto& dvmrp = Owner(DVMRP, {2});
        igmp.Add(G1, 1);
        auto& pim = Owner(PIM, {1});
        pim.react = [&pim](const ClientEvent& event) {
            if (event.op == ClientEvent::Op::LOCAL_JOIN)
            {
                pim.Add(event.key, event.interface);
            }
        };
        pim.Enumerate();
        igmp.Add(G1, 1);
        dvmrp.Add(ANY, 2);
        pim.Add(G1, 3);
        pim.Release(1);
        pim.Fail();
        dvmrp.Release(2);
        igmp.Fail();
    }

    const KeptRecord& Find(uint64_t seq) const
    {
        return m_records.at(seq - 1);
    }

    /// @return the kept record of a kind and an operation; there is one
    const KeptRecord& Only(TraceKind kind, const std::string& op) const
    {
        const auto is = [&](const auto& record) {
            return record.kind == kind && record.opText == op;
        };
        EXPECT_EQ(std::count_if(m_records.begin(), m_records.end(), is), 1) << op;
        return *std::find_if(m_records.begin(), m_records.end(), is);
    }

    /// @return whether a record is among the causes of another
    bool IsCausedBy(const KeptRecord& record, uint64_t cause) const
    {
        return record.cause != 0 &&
               (record.cause == cause || IsCausedBy(Find(record.cause), cause));
    }
};

TEST_F(ManagerTraceTest, SeqCountsFromOneAndCausesComeBefore)
{
    Listen();
    StartAndStop();
    ASSERT_GT(m_records.size(), 20U);
    for (std::size_t i = 0; i < m_records.size(); ++i)
    {
        EXPECT_EQ(m_records[i].seq, i + 1);
        EXPECT_LT(m_records[i].cause, m_records[i].seq);
        EXPECT_EQ(m_records[i].node, m_node->GetId());
    }
}

TEST_F(ManagerTraceTest, EnterAndLeaveAreBalancedAndNested)
{
    Listen();
    StartAndStop();
    std::vector<uint64_t> open;
    for (const auto& record : m_records)
    {
        const bool leaves =
            record.kind == TraceKind::RETURN || record.kind == TraceKind::CALLBACK_RETURN;
        if (leaves)
        {
            ASSERT_FALSE(open.empty());
            const auto& enter = Find(open.back());
            open.pop_back();
            EXPECT_EQ(record.cause, enter.seq);
            EXPECT_EQ(record.opText, enter.opText);
            EXPECT_EQ(record.client, enter.client);
            EXPECT_EQ(enter.kind,
                      record.kind == TraceKind::RETURN ? TraceKind::CALL : TraceKind::CALLBACK);
            EXPECT_EQ(record.status.has_value(), record.kind == TraceKind::RETURN);
        }
        EXPECT_EQ(record.depth, open.size()) << record.seq << ' ' << record.opText;
        if (record.kind == TraceKind::CALL || record.kind == TraceKind::CALLBACK)
        {
            open.push_back(record.seq);
        }
    }
    EXPECT_TRUE(open.empty());
}

TEST_F(ManagerTraceTest, CallbackInACallIsCausedByIt)
{
    Owner(IGMP_PROTOCOL_ID, {1});
    auto& pim = Registered(PIM);
    Listen();
    pim.Take(1);
    const auto call = Only(TraceKind::CALL, "TakeInterfaceOwnership");
    for (const auto* op : {"DISABLE_IGMP", "ENABLE_IGMP"})
    {
        const auto callback = Only(TraceKind::CALLBACK, op);
        EXPECT_TRUE(IsCausedBy(callback, call.seq));
        EXPECT_EQ(callback.client, (ClientId{IGMP_PROTOCOL_ID, 1}));
        EXPECT_EQ(callback.interface, InterfaceId{1});
        EXPECT_EQ(callback.depth, 1U);
    }
    EXPECT_EQ(call.client, ClientId(pim));
    EXPECT_EQ(call.interface, InterfaceId{1});
    EXPECT_EQ(Only(TraceKind::RETURN, "TakeInterfaceOwnership").status, Status::NO_ERROR);
}

TEST_F(ManagerTraceTest, CallInACallbackIsCausedByTheCallback)
{
    auto& igmp = Owner(IGMP_PROTOCOL_ID, {1});
    auto& pim = Owner(PIM, {1});
    pim.react = [&](const ClientEvent& event) { pim.Add(event.key, event.interface); };
    Listen();
    igmp.Add(G1, 1);
    const auto callback = Only(TraceKind::CALLBACK, "LOCAL_JOIN");
    const auto calls = Traced(TraceKind::CALL);
    ASSERT_EQ(calls.size(), 2U);
    EXPECT_EQ(calls[1].cause, callback.seq);
    EXPECT_EQ(calls[1].depth, 2U);
    EXPECT_EQ(calls[1].sourceGroup, G1);
    EXPECT_TRUE(IsCausedBy(callback, calls[0].seq));
}

TEST_F(ManagerTraceTest, EndOfALongChangeIsCausedByTheCallThatBeganIt)
{
    SetAttribute("OwnershipChangeDuration", "ns3::ConstantRandomVariable[Constant=2]");
    Owner(IGMP_PROTOCOL_ID, {1});
    auto& pim = Registered(PIM);
    Listen();
    pim.Take(1);
    RunUntil(Seconds(3));
    const auto callback = Only(TraceKind::CALLBACK, "ENABLE_IGMP");
    EXPECT_TRUE(IsCausedBy(callback, Only(TraceKind::CALL, "TakeInterfaceOwnership").seq));
    EXPECT_EQ(callback.timeNs, 2000000000);
}

TEST_F(ManagerTraceTest, RefusedCallsAreTracedWithTheirStatus)
{
    auto& pim = MakeClient(PIM);
    Listen();
    pim.Take(1);
    EXPECT_EQ(Only(TraceKind::RETURN, "TakeInterfaceOwnership").status,
              Status::ERROR_INVALID_PARAMETER);
    EXPECT_TRUE(Traced(TraceKind::STATE).empty());
}

TEST_F(ManagerTraceTest, ALR_6_AnAlertToAClientThatIsGoneIsDropped)
{
    SetAttribute("CallbackDelivery", "posted");
    auto& dvmrp = Owner(DVMRP, {2});
    auto& pim = Owner(PIM, {1});
    pim.Enumerate();
    RunUntil(Seconds(0.5));
    Listen();
    dvmrp.Add(G1, 2);
    pim.Fail();
    RunUntil(Seconds(1));
    const auto drop = Only(TraceKind::DROP, "JOIN_ALERT");
    EXPECT_EQ(drop.client, (ClientId{PIM, 1}));
    EXPECT_EQ(drop.sourceGroup, G1);
    EXPECT_EQ(drop.event, "client-gone"); // a word that never goes away
    EXPECT_EQ(drop.action, "member-update");
}

TEST_F(ManagerTraceTest, I9_DeadHandleChangesNothing)
{
    auto& pim = Owner(PIM, {1});
    auto& dvmrp = Registered(DVMRP);
    pim.Fail();
    Seen();
    Listen();
    pim.Add(G1, 1);
    pim.Take(2);
    EXPECT_TRUE(Traced(TraceKind::STATE).empty());
    EXPECT_TRUE(Traced(TraceKind::CALLBACK).empty());
    EXPECT_TRUE(dvmrp.Enumerate().empty());
}

TEST_F(ManagerTraceTest, NothingIsNumberedWithoutAListener)
{
    StartAndStop();
    EXPECT_TRUE(m_records.empty());
    EXPECT_EQ(TraceContext::Get().NextSeq(), 1U);
}

TEST_F(ManagerTraceTest, TracingChangesNothing)
{
    StartAndStop();
    const auto untraced = Seen();
    SetUp();
    Listen();
    StartAndStop();
    EXPECT_FALSE(m_records.empty());
    EXPECT_EQ(Seen(), untraced);
}

} // namespace mgm
} // namespace ns3
