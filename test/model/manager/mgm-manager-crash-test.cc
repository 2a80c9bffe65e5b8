/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "mgm-manager-fixture.h"

#include "ns3/simulator.h"

namespace ns3
{
namespace mgm
{

/// REG-6: the manager dies with its node.
class ManagerCrashTest : public ManagerTest
{
  protected:
    /// Checks that nothing is left and that a client starts again as if for the first time.
    void ExpectFreshStart(TestClient& client)
    {
        ExpectEmpty();
        EXPECT_EQ(client.Take(1), Status::ERROR_INVALID_PARAMETER) << "its handle is dead";
        EXPECT_EQ(client.Register(), Status::NO_ERROR);
        EXPECT_EQ(client.Take(1), Status::NO_ERROR);
        EXPECT_EQ(client.Enumerate(), std::vector<SourceGroup>{});
    }
};

TEST_F(ManagerCrashTest, REG_6_AllIsGoneWithoutACallback)
{
    auto& igmp = Owner(IGMP_PROTOCOL_ID, {1, 2});
    auto& pim = Owner(PIM, {1, 3});
    auto& dvmrp = Owner(DVMRP, {4});
    m_rib->interfaces[S1G1.source.Get()] = 3;
    igmp.Add(G1, 2);
    pim.Add(ANY, 3);
    dvmrp.Add(S1G1, 4);
    dvmrp.Add(G2, 4);
    Seen();
    m_manager->Crash();
    EXPECT_EQ(Seen(), ClientEvents{});
    ExpectFreshStart(pim);
    Simulator::Run();
    EXPECT_EQ(Seen(), ClientEvents{});
    EXPECT_EQ(igmp.Add(G1, 2), Status::ERROR_INVALID_PARAMETER);
}

TEST_F(ManagerCrashTest, REG_7_NobodyRegistersBeforeTheStart)
{
    m_manager->AwaitStart();
    auto& pim = MakeClient(PIM);
    EXPECT_EQ(pim.Register(), Status::ERROR_CAN_NOT_COMPLETE);
    EXPECT_EQ(pim.Take(1), Status::ERROR_INVALID_PARAMETER);
    ExpectEmpty();
    m_manager->Start();
    EXPECT_EQ(pim.Register(), Status::NO_ERROR);
    EXPECT_EQ(pim.Take(1), Status::NO_ERROR);
}

TEST_F(ManagerCrashTest, REG_7_AManagerThatHasStartedStartsWithItsNode)
{
    m_manager->AwaitStart();
    m_manager->Start();
    m_manager->Crash();
    EXPECT_EQ(MakeClient(PIM).Register(), Status::NO_ERROR);
}

TEST_F(ManagerCrashTest, REG_6_ChangesUnderWayAreGone)
{
    SetAttribute("OwnershipChangeDuration", "ns3::ConstantRandomVariable[Constant=4]");
    auto& igmp = Owner(IGMP_PROTOCOL_ID, {1});
    auto& pim = Registered(PIM);
    pim.Take(1);
    pim.Take(2);
    Seen();
    RunUntil(Seconds(1));
    m_manager->Crash();
    EXPECT_EQ(igmp.Register(), Status::NO_ERROR);
    EXPECT_EQ(igmp.Take(1), Status::NO_ERROR) << "nobody has it, nothing is reserved";
    pim.Register();
    EXPECT_EQ(pim.Take(1), Status::NO_ERROR);
    EXPECT_EQ(Seen(), (ClientEvents{DisableIgmp(igmp, 1)}));
    RunUntil(Seconds(4.5));
    EXPECT_EQ(Seen(), ClientEvents{}) << "the change of before the crash would end now";
    RunUntil(Seconds(5.5));
    EXPECT_EQ(Seen(), (ClientEvents{EnableIgmp(igmp, 1)}));
}

TEST_F(ManagerCrashTest, REG_6_WaitingCallbacksAndReturnsAreGone)
{
    auto& pim = Owner(PIM, {1});
    auto& dvmrp = Owner(DVMRP, {2});
    SetAttribute("CallbackCost", "ns3::ConstantRandomVariable[Constant=1]");
    SetAttribute("ApiCallCost", "ns3::ConstantRandomVariable[Constant=1]");
    dvmrp.Add(G1, 2);
    bool hasReturned = false;
    m_manager->CallWhenReturned(dvmrp.GetHandle(), Callback<void>([&]() { hasReturned = true; }));
    EXPECT_FALSE(m_manager->IsIdle());
    m_manager->Crash();
    Simulator::Run();
    EXPECT_EQ(Seen(), ClientEvents{});
    EXPECT_FALSE(hasReturned);
    ExpectFreshStart(pim);
}

TEST_F(ManagerCrashTest, REG_6_InsideAnyCallback)
{
    for (const auto op : {ClientEvent::Op::JOIN_ALERT,
                          ClientEvent::Op::PRUNE_ALERT,
                          ClientEvent::Op::LOCAL_JOIN,
                          ClientEvent::Op::LOCAL_LEAVE,
                          ClientEvent::Op::DISABLE_IGMP,
                          ClientEvent::Op::ENABLE_IGMP})
    {
        auto& igmp = Owner(IGMP_PROTOCOL_ID, {1});
        auto& pim = Owner(PIM, {2});
        auto& dvmrp = Owner(DVMRP, {3});
        bool hasCrashed = false;
        for (TestClient* client : {&igmp, &pim, &dvmrp})
        {
            client->react = [&, op](const ClientEvent& event) {
                if (event.op == op && !hasCrashed)
                {
                    hasCrashed = true;
                    m_log.clear();
                    m_manager->Crash();
                }
            };
        }
        dvmrp.Add(G1, 3);
        pim.Take(1);
        igmp.Add(G2, 1);
        igmp.Delete(G2, 1);
        dvmrp.Delete(G1, 3);
        EXPECT_TRUE(hasCrashed);
        EXPECT_EQ(Seen(), ClientEvents{}) << "a callback after the crash";
        Simulator::Run();
        ExpectFreshStart(pim);
        m_manager->Crash();
    }
}

TEST_F(ManagerCrashTest, REG_6_IsInTheTrace)
{
    auto& igmp = Owner(IGMP_PROTOCOL_ID, {1});
    auto& pim = Owner(PIM, {1});
    SetAttribute("OwnershipChangeDuration", "ns3::ConstantRandomVariable[Constant=4]");
    pim.Add(G1, 1);
    pim.Take(2);
    Seen();
    Listen();
    m_manager->Crash();
    std::vector<std::string> seen;
    for (const auto& record : m_records)
    {
        seen.push_back(record.opText);
        EXPECT_EQ(record.cause, record.opText == "crash" ? 0U : m_records.front().seq);
    }
    EXPECT_EQ(
        seen,
        (std::vector<std::string>{"crash", "membership", "owner", "igmp", "ownership-change"}));
    EXPECT_EQ(igmp.Register(), Status::NO_ERROR);
}

} // namespace mgm
} // namespace ns3
