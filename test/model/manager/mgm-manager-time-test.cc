/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "mgm-manager-fixture.h"

#include "ns3/simulator.h"

#include <string>

namespace ns3
{
namespace mgm
{

/// The time that the group manager takes (doc/mgm.rst, Time).
class ManagerTimeTest : public ManagerTest
{
  protected:
    static constexpr auto ONE_SECOND = "ns3::ConstantRandomVariable[Constant=1]";

    /// Notes when a client's calls have returned.
    void NoteReturn(const TestClient& client)
    {
        m_manager->CallWhenReturned(client.GetHandle(), MakeCallback(&ManagerTimeTest::Note, this));
    }

    void Note()
    {
        m_returns.push_back(Simulator::Now());
    }

    std::vector<Time> m_returns; ///< when calls had returned
};

TEST_F(ManagerTimeTest, AllInOneInstantByDefault)
{
    auto& igmp = Owner(IGMP_PROTOCOL_ID, {1});
    auto& pim = Owner(PIM, {1});
    EXPECT_EQ(Seen(), (ClientEvents{DisableIgmp(igmp, 1), EnableIgmp(igmp, 1)}));
    NoteReturn(pim);
    EXPECT_EQ(m_returns, std::vector<Time>{Time()});
    EXPECT_TRUE(m_manager->IsIdle());
}

TEST_F(ManagerTimeTest, ApiCallCostAddsUpForTheCaller)
{
    auto& pim = Registered(PIM);
    auto& dvmrp = Registered(DVMRP);
    SetAttribute("ApiCallCost", ONE_SECOND);
    pim.Take(1);
    pim.Add(G1, 1);
    NoteReturn(dvmrp);
    EXPECT_EQ(m_returns, std::vector<Time>{Time()});
    NoteReturn(pim);
    Simulator::Run();
    EXPECT_EQ(m_returns, (std::vector<Time>{Time(), Seconds(2)}));
}

TEST_F(ManagerTimeTest, TakeReturnsWhenTheChangeIsComplete)
{
    SetAttribute("OwnershipChangeDuration", "ns3::ConstantRandomVariable[Constant=2]");
    auto& pim = Registered(PIM);
    pim.Take(1);
    NoteReturn(pim);
    EXPECT_TRUE(m_returns.empty());
    Simulator::Run();
    EXPECT_EQ(m_returns, std::vector<Time>{Seconds(2)});
    EXPECT_EQ(pim.Add(G1, 1), Status::NO_ERROR);
}

TEST_F(ManagerTimeTest, NothingReturnsToAClientThatIsGone)
{
    SetAttribute("OwnershipChangeDuration", "ns3::ConstantRandomVariable[Constant=2]");
    auto& pim = Registered(PIM);
    pim.Take(1);
    NoteReturn(pim);
    pim.Fail();
    Simulator::Run();
    EXPECT_TRUE(m_returns.empty());
    ExpectEmpty();
}

TEST_F(ManagerTimeTest, M12_PostedCallbacksComeAfterTheCallInTheSameInstant)
{
    SetAttribute("CallbackDelivery", "posted");
    auto& pim = Owner(PIM, {1});
    auto& dvmrp = Registered(DVMRP);
    auto& bgmp = Registered(BGMP);
    Simulator::Schedule(Seconds(3), [&] {
        pim.Add(G1, 1);
        pim.Add(G2, 1);
        EXPECT_EQ(Seen(), ClientEvents{});
    });
    Simulator::Run();
    const auto seen = Seen();
    EXPECT_EQ(seen,
              (ClientEvents{JoinAlert(dvmrp, G1),
                            JoinAlert(bgmp, G1),
                            JoinAlert(dvmrp, G2),
                            JoinAlert(bgmp, G2)}));
    for (const auto& event : seen)
    {
        EXPECT_EQ(event.at, Seconds(3));
    }
    EXPECT_TRUE(m_manager->IsIdle());
}

TEST_F(ManagerTimeTest, OWN_3_BracketIsKeptWhenCallbacksArePosted)
{
    SetAttribute("CallbackDelivery", "posted");
    auto& igmp = Owner(IGMP_PROTOCOL_ID, {1});
    auto& pim = Registered(PIM);
    auto& dvmrp = Registered(DVMRP);
    igmp.Add(G1, 1);
    Simulator::Run();
    Seen();
    std::vector<ClientId> owners;
    igmp.react = [&](const ClientEvent&) {
        ClientId id;
        m_manager->GetProtocolOnInterface({1}, id);
        owners.push_back(id);
        EXPECT_EQ(igmp.Add(G1, 1), Status::ERROR_CAN_NOT_COMPLETE);
    };
    pim.Take(1);
    EXPECT_EQ(dvmrp.Take(1), Status::ERROR_ALREADY_EXISTS);
    EXPECT_EQ(Seen(), ClientEvents{});
    Simulator::Run();
    EXPECT_EQ(Seen(),
              (ClientEvents{DisableIgmp(igmp, 1),
                            PruneAlert(pim, G1),
                            PruneAlert(dvmrp, G1),
                            EnableIgmp(igmp, 1)}));
    EXPECT_EQ(owners, (std::vector<ClientId>{igmp, pim}));
}

TEST_F(ManagerTimeTest, CallbackCostSpacesCallbacks)
{
    SetAttribute("CallbackCost", ONE_SECOND);
    auto& pim = Owner(PIM, {1});
    auto& dvmrp = Registered(DVMRP);
    auto& bgmp = Registered(BGMP);
    pim.Add(G1, 1);
    NoteReturn(pim);
    Simulator::Run();
    const auto seen = Seen();
    EXPECT_EQ(seen, (ClientEvents{JoinAlert(dvmrp, G1), JoinAlert(bgmp, G1)}));
    EXPECT_EQ(seen.at(1).at - seen.at(0).at, Seconds(1));
    ASSERT_EQ(m_returns.size(), 1U);
    EXPECT_GE(m_returns[0], seen.at(1).at);
}

TEST_F(ManagerTimeTest, TimesAreDrawnFromAssignedStreams)
{
    const auto draw = [this](int64_t stream) {
        SetUp();
        SetAttribute("OwnershipChangeDuration", "ns3::UniformRandomVariable[Min=1|Max=2]");
        EXPECT_GE(m_manager->AssignStreams(stream), 1);
        auto& pim = Registered(PIM);
        pim.Take(1);
        m_returns.clear();
        NoteReturn(pim);
        Simulator::Run();
        return m_returns.at(0);
    };
    const Time first = draw(7);
    EXPECT_GT(first, Seconds(1));
    EXPECT_LT(first, Seconds(2));
    EXPECT_EQ(draw(7), first);
    EXPECT_NE(draw(70), first);
}

TEST_F(ManagerTimeTest, I9_ADeadHandleDrawsNoCost)
{
    SetAttribute("ApiCallCost", "ns3::SequentialRandomVariable[Min=1|Max=9]");
    auto& dvmrp = Registered(DVMRP); // 1 s
    auto& pim = Registered(PIM);     // 2 s
    dvmrp.DeRegister();
    EXPECT_EQ(dvmrp.Take(1), Status::ERROR_INVALID_PARAMETER);
    EXPECT_EQ(dvmrp.Add(G1, 1), Status::ERROR_INVALID_PARAMETER);
    EXPECT_EQ(pim.Take(1), Status::NO_ERROR); // 3 s
    Time returned;
    m_manager->CallWhenReturned(pim.GetHandle(),
                                Callback<void>([&returned]() { returned = Simulator::Now(); }));
    RunUntil(Seconds(60));
    EXPECT_EQ(returned, Seconds(5));
}

} // namespace mgm
} // namespace ns3
