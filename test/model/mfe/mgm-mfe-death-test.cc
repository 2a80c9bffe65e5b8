/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "mgm-mfe-fixture.h"

#include "ns3/simulator.h"

#include <algorithm>

namespace ns3
{
namespace mgm
{

/// How a client leaves while an entry is made.
struct Departure
{
    bool ofUpstream;        ///< whether the holder of the incoming interface leaves
    ClientEvent::Op inside; ///< in which callback; RETURNED: at a time, between callbacks
    double at;              ///< RETURNED: when [s]
    bool fails;             ///< whether it fails, or releases and deregisters
    double cost;            ///< what an upcall and each callback costs [s]
};

/// PIM has interface 1, DVMRP 2, BGMP 3; both want the group. PIM or DVMRP leaves.
class MfeDeathTest : public MfeTest, public testing::WithParamInterface<Departure>
{
  protected:
    void SetUp() override
    {
        MfeTest::SetUp();
        m_pim = &Owner(PIM, {1});
        m_dvmrp = &Owner(DVMRP, {2});
        m_bgmp = &Owner(BGMP, {3});
        m_dvmrp->Add(G1, 2);
        m_bgmp->Add(G1, 3);
        SetCost("UpcallCost", GetParam().cost);
        SetCost("CallbackCost", GetParam().cost);
        Seen();
    }

    /// The client leaves, once.
    void Leave()
    {
        if (std::exchange(m_hasLeft, true))
        {
            return;
        }
        auto& client = GetParam().ofUpstream ? *m_pim : *m_dvmrp;
        if (GetParam().fails)
        {
            EXPECT_EQ(client.Fail(), Status::NO_ERROR);
            m_eventsBefore = m_log.size();
            return;
        }
        EXPECT_EQ(client.Release(GetParam().ofUpstream ? 1 : 2), Status::NO_ERROR);
        Simulator::Schedule(Seconds(50),
                            [&client] { EXPECT_EQ(client.DeRegister(), Status::NO_ERROR); });
    }

    TestClient* m_bgmp{nullptr};  ///< owner of interface 3
    bool m_hasLeft{false};        ///< whether the client is gone
    std::size_t m_eventsBefore{}; ///< number of events when it left
};

TEST_P(MfeDeathTest, MFE_1_ClientThatLeavesWhileAnEntryIsMade)
{
    const auto& departure = GetParam();
    for (auto* client : {m_pim, m_dvmrp, m_bgmp})
    {
        client->react = [&](const ClientEvent& event) {
            if (event.op == departure.inside)
            {
                Leave();
            }
        };
    }
    Packet(S1G1);
    if (departure.inside == ClientEvent::Op::RETURNED)
    {
        RunUntil(Seconds(departure.at));
        Leave();
    }
    RunUntil(Seconds(100));
    ASSERT_TRUE(m_hasLeft);
    EXPECT_TRUE(m_manager->IsIdle());
    const ClientId gone = departure.ofUpstream ? *m_pim : *m_dvmrp;
    const auto seen = Seen();
    const auto after = seen.begin() + static_cast<std::ptrdiff_t>(m_eventsBefore);
    EXPECT_TRUE(!departure.fails ||
                std::none_of(after, seen.end(), [&](auto& e) { return e.client == gone; }));
    if (departure.ofUpstream)
    {
        EXPECT_TRUE(m_plane->GetEntries().empty());
        EXPECT_EQ(Keys(), std::vector<SourceGroup>{});
        const auto drops = m_plane->TakeDrops();
        EXPECT_LE(drops.size(), 1U);
        EXPECT_EQ(drops.size() + Left(S1G1).size() / 3, 1U) << "dropped, or left on 2 and 3";
        return;
    }
    EXPECT_EQ(Outgoing(S1G1), "3");
    EXPECT_EQ(Keys(), std::vector<SourceGroup>{S1G1});
    m_bgmp->Delete(G1, 3);
    RunUntil(Seconds(200));
    EXPECT_EQ(SeenOfEntries(), (ClientEvents{EntryPrune(*m_pim, S1G1, 3)}));
}

/// @return all ways to leave
static std::vector<Departure>
Departures()
{
    using Op = ClientEvent::Op;
    std::vector<Departure> all;
    for (const bool ofUpstream : {true, false})
    {
        for (const bool fails : {true, false})
        {
            for (const double cost : {0, 1})
            {
                all.push_back({ofUpstream, Op::RPF, 0, fails, cost});
                all.push_back({ofUpstream, Op::CREATION_ALERT, 0, fails, cost});
            }
            for (const double at : {0.5, 1.5, 2.5, 3.5, 4.5})
            {
                all.push_back({ofUpstream, Op::RETURNED, at, fails, 1});
            }
        }
    }
    return all;
}

INSTANTIATE_TEST_SUITE_P(Phase, MfeDeathTest, testing::ValuesIn(Departures()));

/// The entry is born empty, and a client leaves in or around its PRUNE_ALERT.
class MfePruneDeathTest : public MfeTest
{
  protected:
    void SetUp() override
    {
        MfeTest::SetUp();
        PimAndDvmrp();
    }
};

TEST_F(MfePruneDeathTest, MFE_4_OwnerThatFailsInThePruneAlert)
{
    m_pim->changeTimeout = [this](Time& timeout) {
        timeout = Seconds(5);
        m_pim->Fail();
    };
    Packet(S1G1);
    EXPECT_EQ(Seen(), (ClientEvents{Rpf(*m_pim, S1G1, 1), EntryPrune(*m_pim, S1G1, 1)}));
    EXPECT_TRUE(m_plane->GetEntries().empty());
    Simulator::Run();
    ASSERT_EQ(m_dvmrp->Fail(), Status::NO_ERROR);
    ExpectEmpty();
}

TEST_F(MfePruneDeathTest, MFE_4_OwnerThatReleasesAndDeregistersInThePruneAlert)
{
    m_dvmrp->Add(G1, 2);
    Packet(S1G1);
    Seen();
    m_pim->react = [this](const ClientEvent&) {
        m_pim->Release(1);
        m_pim->DeRegister();
    };
    m_dvmrp->Delete(G1, 2);
    EXPECT_EQ(Seen(), (ClientEvents{PruneAlert(*m_pim, G1), EntryPrune(*m_pim, S1G1, 2)}))
        << "the Release in the first one lets the second out before it does anything";
    EXPECT_TRUE(m_plane->GetEntries().empty());
    Simulator::Run();
}

TEST_F(MfePruneDeathTest, MFE_4_OwnerThatIsGoneWhenThePruneAlertComesDue)
{
    m_dvmrp->Add(S1G1, 2);
    Packet(S1G1);
    Seen();
    SetCost("CallbackCost", 1);
    m_dvmrp->Delete(S1G1, 2);
    RunUntil(Seconds(0.5));
    m_pim->Fail();
    RunUntil(Seconds(60));
    EXPECT_EQ(Seen(), ClientEvents{});
    EXPECT_TRUE(m_manager->IsIdle());
}

TEST_F(MfePruneDeathTest, MFE_4_ThePruneTimeCountsOnlyWhileTheEntryIsTheSame)
{
    SetCost("CallbackCost", 1);
    m_dvmrp->Add(S1G1, 2);
    RunUntil(Seconds(5));
    Packet(S1G1);
    RunUntil(Seconds(10));
    m_pim->changeTimeout = [](Time& timeout) { timeout = Seconds(20); };
    m_dvmrp->Delete(S1G1, 2);
    m_dvmrp->Add(S1G1, 2);
    RunUntil(Seconds(100));
    EXPECT_EQ(Outgoing(S1G1), "2") << "it has an outgoing interface again: 20 s do not matter";
    const auto seen = SeenOfEntries();
    EXPECT_EQ(std::count(seen.begin(), seen.end(), EntryPrune(*m_pim, S1G1, 2)), 1);
    EXPECT_EQ(std::count(seen.begin(), seen.end(), EntryJoin(*m_pim, S1G1)), 1);
}

} // namespace mgm
} // namespace ns3
