/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "mgm-mfe-fixture.h"

#include "ns3/pointer.h"
#include "ns3/simulator.h"

#include <algorithm>

namespace ns3
{
namespace mgm
{

/// MFE-7: one entry, made at time 0 with outgoing interface 2, that lives 60 s without packets.
class MfeExpiryTest : public MfeTest
{
  protected:
    void SetUp() override
    {
        MfeTest::SetUp();
        SetAttribute("MfeTimeout", "60s");
        PimAndDvmrp();
        m_dvmrp->Add(S1G1, 2);
        Packet(S1G1);
        Seen();
        Left(S1G1);
    }

    /// Waits until the entry has expired, and checks that it is gone.
    void Expire(double at = 61)
    {
        RunUntil(Seconds(at));
        EXPECT_EQ(m_plane->Find(S1G1), nullptr);
        EXPECT_EQ(Keys(), std::vector<SourceGroup>{});
        EXPECT_EQ(Seen(), ClientEvents{}) << "expiry alerts nobody";
    }

    /// Checks that the next packet makes the entry again, and what it tells.
    void ExpectMadeAgain(const ClientEvents& expected, const std::string& left)
    {
        Packet(S1G1);
        EXPECT_EQ(Seen(), expected);
        EXPECT_EQ(Left(S1G1), left);
        EXPECT_EQ(Keys(), std::vector<SourceGroup>{S1G1});
    }
};

/// Leads everywhere over interface 1, and counts how often it is asked.
class CountingRib : public MulticastRib
{
  public:
    std::optional<Route> Lookup(Ipv4Address /* destination */) const override
    {
        ++lookups;
        return Route{{1}};
    }

    /// It is time to look.
    void LookAgain() const
    {
        NotifyTimeToLook();
    }

    mutable uint32_t lookups{0}; ///< number of lookups
};

TEST_F(MfeExpiryTest, MFE_7_ExpiresWithoutPackets)
{
    RunUntil(Seconds(59.9));
    EXPECT_EQ(Keys(), std::vector<SourceGroup>{S1G1});
    Expire(60.1);
}

TEST_F(MfeExpiryTest, MFE_7_PacketsOnTheIncomingInterfaceKeepIt)
{
    for (const double at : {50, 100, 150})
    {
        RunUntil(Seconds(at));
        Packet(S1G1);
    }
    EXPECT_EQ(Seen(), ClientEvents{});
    RunUntil(Seconds(209.9));
    EXPECT_EQ(Read(S1G1).value().upTime, Seconds(209.9));
    Expire(210.1);
}

TEST_F(MfeExpiryTest, MFE_7_PacketsElsewhereDoNotKeepIt)
{
    RunUntil(Seconds(50));
    Packet(S1G1, 3);
    Seen();
    Expire(60.1);
}

TEST_F(MfeExpiryTest, MFE_7_TheNextPacketMakesItAgainWithoutAlerts)
{
    Expire();
    ExpectMadeAgain({Rpf(*m_pim, S1G1, 1), CreationAlert(*m_dvmrp, S1G1, 1, "2")}, "2");
    EXPECT_EQ(Read(S1G1).value().upTime, Time());
}

TEST_F(MfeExpiryTest, MFE_7_A7_1_MembershipGoesWhileItIsExpired)
{
    Expire();
    m_dvmrp->Delete(S1G1, 2);
    EXPECT_EQ(Seen(), (ClientEvents{PruneAlert(*m_pim, S1G1), EntryPrune(*m_pim, S1G1, 2)}));
    EXPECT_EQ(m_plane->Find(S1G1), nullptr);
    ExpectMadeAgain({Rpf(*m_pim, S1G1, 1)}, "");
}

TEST_F(MfeExpiryTest, MFE_7_A7_1_MembershipComesBackWhileItIsExpired)
{
    m_dvmrp->Delete(S1G1, 2);
    EXPECT_EQ(SeenOfEntries(), (ClientEvents{EntryPrune(*m_pim, S1G1, 2)}));
    Expire();
    m_dvmrp->Add(G1, 3);
    EXPECT_EQ(Seen(), (ClientEvents{JoinAlert(*m_pim, G1), EntryJoin(*m_pim, S1G1)}));
    m_dvmrp->Add(S1G1, 2);
    EXPECT_EQ(SeenOfEntries(), ClientEvents{});
    ExpectMadeAgain({Rpf(*m_pim, S1G1, 1), CreationAlert(*m_dvmrp, S1G1, 1, "2 3")}, "2 3");
}

TEST_F(MfeExpiryTest, MFE_7_A7_1_AlertsAreTheSameWhereverItExpires)
{
    for (int expiry = 0; expiry < 6; ++expiry)
    {
        TearDown();
        SetUp();
        ClientEvents all;
        double now = 0;
        for (int step = 0; step < 5; ++step)
        {
            now += step == expiry ? 100 : 1;
            RunUntil(Seconds(now));
            step % 2 == 0 ? m_dvmrp->Delete(S1G1, 2) : m_dvmrp->Add(S1G1, 2);
            const auto seen = SeenOfEntries();
            all.insert(all.end(), seen.begin(), seen.end());
        }
        const auto join = EntryJoin(*m_pim, S1G1);
        const auto prune = EntryPrune(*m_pim, S1G1, 2);
        EXPECT_EQ(all, (ClientEvents{prune, join, prune, join, prune})) << expiry;
    }
}

TEST_F(MfeExpiryTest, MFE_7_CreationAlertShowsWhatWasDisabled)
{
    m_dvmrp->Add(S1G1, 3);
    m_dvmrp->Delete(S1G1, 3, FORWARD);
    Seen();
    Expire();
    ExpectMadeAgain({Rpf(*m_pim, S1G1, 1), CreationAlert(*m_dvmrp, S1G1, 1, "2 3-")}, "2");
}

TEST_F(MfeExpiryTest, MFE_7_CreationAlertMayEnableAgain)
{
    m_dvmrp->Delete(S1G1, 2, FORWARD);
    EXPECT_EQ(Seen(), (ClientEvents{EntryPrune(*m_pim, S1G1, 2)}));
    Expire();
    m_dvmrp->changeCreation = [](std::vector<InterfaceEntry>& entries) {
        entries.at(0).enabled = true;
    };
    ExpectMadeAgain(
        {Rpf(*m_pim, S1G1, 1), CreationAlert(*m_dvmrp, S1G1, 1, "2-"), EntryJoin(*m_pim, S1G1)},
        "2");
}

TEST_F(MfeExpiryTest, MFE_7_CreationAlertMayDisableWhatForwarded)
{
    Expire();
    m_dvmrp->changeCreation = Disabling({2});
    ExpectMadeAgain(
        {Rpf(*m_pim, S1G1, 1), CreationAlert(*m_dvmrp, S1G1, 1, "2"), EntryPrune(*m_pim, S1G1, 1)},
        "");
}

TEST_F(MfeExpiryTest, MFE_5_MFE_7_ForwardStateActsOnAnExpiredEntry)
{
    Expire();
    EXPECT_EQ(m_dvmrp->Delete(S1G1, 2, FORWARD), Status::NO_ERROR);
    EXPECT_EQ(Seen(), (ClientEvents{EntryPrune(*m_pim, S1G1, 2)})) << "a prune";
    EXPECT_EQ(m_dvmrp->Add(S1G1, 3, FORWARD), Status::NO_ERROR);
    EXPECT_EQ(Seen(), (ClientEvents{EntryJoin(*m_pim, S1G1)})) << "a graft";
    EXPECT_EQ(m_plane->Find(S1G1), nullptr);
    ExpectMadeAgain({Rpf(*m_pim, S1G1, 1), CreationAlert(*m_dvmrp, S1G1, 1, "2- 3")}, "3");
}

TEST_F(MfeExpiryTest, MFE_5_GraftEndsAPruneOfAnExpiredEntry)
{
    m_dvmrp->Delete(S1G1, 2, FORWARD);
    Seen();
    Expire();
    m_dvmrp->Add(S1G1, 2, FORWARD);
    EXPECT_EQ(Seen(), (ClientEvents{EntryJoin(*m_pim, S1G1)}));
    ExpectMadeAgain({Rpf(*m_pim, S1G1, 1), CreationAlert(*m_dvmrp, S1G1, 1, "2")}, "2");
}

TEST_F(MfeExpiryTest, MFE_7_RouteOfAnExpiredEntryIsLookedUpBeforeItAlerts)
{
    auto& bgmp = Owner(BGMP, {4});
    Seen();
    Expire();
    m_rib->interfaces[S1.Get()] = 4; // without a word
    m_dvmrp->Delete(S1G1, 2);
    EXPECT_EQ(SeenOfEntries(),
              (ClientEvents{EntryPrune(*m_pim, S1G1, 1),
                            EntryJoin(bgmp, S1G1),
                            EntryPrune(bgmp, S1G1, 2)}));
    m_rib->interfaces[S1.Get()] = 1;
    m_dvmrp->Add(S1G1, 3, FORWARD);
    EXPECT_EQ(SeenOfEntries(),
              (ClientEvents{EntryPrune(*m_pim, S1G1, 1), EntryJoin(*m_pim, S1G1)}));
    ExpectMadeAgain({Rpf(*m_pim, S1G1, 1), CreationAlert(*m_dvmrp, S1G1, 1, "3")}, "3");
}

TEST_F(MfeExpiryTest, MFE_7_ChangeOnTheFormerIncomingInterfaceOfAnExpiredEntry)
{
    auto& bgmp = Owner(BGMP, {4});
    m_dvmrp->Delete(S1G1, 2);
    Seen();
    Expire();
    m_rib->interfaces[S1.Get()] = 4; // without a word
    m_pim->Add(S1G1, 1);
    EXPECT_EQ(SeenOfEntries(), (ClientEvents{EntryPrune(bgmp, S1G1, 4), EntryJoin(bgmp, S1G1)}))
        << "the interface is an outgoing one by now";
}

TEST_F(MfeExpiryTest, MFE_7_ReleaseOfTheFormerIncomingInterfaceOfAnExpiredEntry)
{
    auto& bgmp = Owner(BGMP, {4});
    Seen();
    Expire();
    m_rib->interfaces[S1.Get()] = 4; // without a word
    m_pim->Release(1);
    EXPECT_EQ(SeenOfEntries(), (ClientEvents{EntryPrune(*m_pim, S1G1, 1), EntryJoin(bgmp, S1G1)}))
        << "it has moved before";
    m_dvmrp->Delete(S1G1, 2);
    EXPECT_EQ(SeenOfEntries(), (ClientEvents{EntryPrune(bgmp, S1G1, 2)}));
}

TEST_F(MfeExpiryTest, MFE_7_RouteOfAnExpiredEntryIsGone)
{
    Expire();
    m_rib->interfaces.erase(S1.Get());
    m_dvmrp->Add(S1G1, 3);
    EXPECT_EQ(SeenOfEntries(), (ClientEvents{EntryPrune(*m_pim, S1G1, 1)}));
    m_rib->interfaces[S1.Get()] = 1;
    ExpectMadeAgain({Rpf(*m_pim, S1G1, 1), CreationAlert(*m_dvmrp, S1G1, 1, "2 3")}, "2 3");
}

TEST_F(MfeExpiryTest, MFE_7_ExpiredEntriesAreBoundedInNumber)
{
    SetAttribute("MaxDormantMfes", "2");
    Listen();
    for (const auto& key : {S2G1, S1G2})
    {
        m_dvmrp->Add(SourceGroup{ANY_ADDRESS, key.group}, 2);
        Packet(key);
    }
    Seen();
    Expire(100);
    EXPECT_EQ(m_manager->GetForgottenMfes(), 1U);
    const auto states = Traced(TraceKind::STATE);
    const auto forgotten = std::find_if(states.begin(), states.end(), [](const auto& record) {
        return record.opText == "mfe" && record.event == "forgotten";
    });
    ASSERT_NE(forgotten, states.end());
    EXPECT_EQ(forgotten->sourceGroup, S1G1) << "it was made, and expired, first";
    m_dvmrp->Delete(G1, 2);
    EXPECT_EQ(SeenOfEntries(), (ClientEvents{EntryPrune(*m_pim, S2G1, 2)}));
    SetAttribute("MaxDormantMfes", "0");
    EXPECT_EQ(m_manager->GetForgottenMfes(), 3U);
    m_dvmrp->Delete(G2, 2);
    EXPECT_EQ(SeenOfEntries(), ClientEvents{});
}

TEST_F(MfeExpiryTest, MFE_7_ExpiredEntriesCostNothingWhenOneGroupOrRouteChanges)
{
    const auto rib = CreateObject<CountingRib>();
    m_manager->SetAttribute("Rib", PointerValue(rib));
    for (uint32_t i = 0; i < 500; ++i)
    {
        Packet({Ipv4Address(0x0A000A00 + i), Ipv4Address(0xEF020000 + i)});
    }
    Seen();
    Expire(100);
    rib->lookups = 0;
    Packet(S2G1);
    Seen();
    m_dvmrp->Add(SourceGroup{ANY_ADDRESS, Ipv4Address(0xEF020003)}, 2);
    rib->NotifyRoutesChanged(Ipv4Address(0x0A000A07), Ipv4Mask("/32"));
    EXPECT_LE(rib->lookups, 5U);
    EXPECT_EQ(
        SeenOfEntries(),
        (ClientEvents{EntryJoin(*m_pim, {Ipv4Address(0x0A000A03), Ipv4Address(0xEF020003)})}));
    rib->LookAgain();
    EXPECT_LE(rib->lookups, 6U) << "nobody watches the routes of expired entries";
}

TEST_F(MfeExpiryTest, MFE_7_ForcedInterfacesAreRemembered)
{
    m_dvmrp->Add(S1G1, 3, FORWARD);
    m_dvmrp->Delete(S1G1, 2);
    Seen();
    Expire();
    Packet(S1G1);
    EXPECT_EQ(Left(S1G1), "3");
}

TEST_F(MfeExpiryTest, MFE_4_PruneAlertSetsTheTimeOfAnEmptyEntry)
{
    RunUntil(Seconds(10));
    m_pim->changeTimeout = [](Time& timeout) { timeout = Seconds(20); };
    m_dvmrp->Delete(S1G1, 2);
    EXPECT_EQ(SeenOfEntries(), (ClientEvents{EntryPrune(*m_pim, S1G1, 2)}));
    EXPECT_EQ(Read(S1G1).value().expiryTime, Seconds(20));
    RunUntil(Seconds(25));
    Packet(S1G1);
    RunUntil(Seconds(29.9));
    EXPECT_EQ(Keys().size(), 1U);
    Expire(30.1);
}

TEST_F(MfeExpiryTest, MFE_4_DefaultTimeoutIsOffered)
{
    Time offered;
    m_pim->changeTimeout = [&](Time& timeout) { offered = timeout; };
    m_dvmrp->Delete(S1G1, 2);
    EXPECT_EQ(offered, Seconds(60));
}

TEST_F(MfeExpiryTest, MFE_4_A4_2_ALongerTimeKeepsAnEmptyEntry)
{
    m_pim->changeTimeout = [](Time& timeout) { timeout = Seconds(500); };
    Packet(S2G1);
    Seen();
    RunUntil(Seconds(499.9));
    EXPECT_EQ(Keys(), std::vector<SourceGroup>{S2G1});
    Expire(500.1);
    EXPECT_TRUE(m_plane->GetEntries().empty());
}

TEST_F(MfeExpiryTest, MFE_4_AnEmptyEntryExpiresWhateverArrives)
{
    m_dvmrp->Delete(S1G1, 2);
    Seen();
    for (double now = 10; now < 60; now += 10)
    {
        RunUntil(Seconds(now));
        Packet(S1G1);
    }
    Expire(60.1);
}

TEST_F(MfeExpiryTest, MFE_4_TheTimeOfThePruneEndsWithTheJoin)
{
    m_pim->changeTimeout = [](Time& timeout) { timeout = Seconds(20); };
    m_dvmrp->Delete(S1G1, 2);
    RunUntil(Seconds(10));
    m_dvmrp->Add(S1G1, 2);
    Seen();
    EXPECT_EQ(Read(S1G1).value().expiryTime, Seconds(60)) << "the join counts as use";
    RunUntil(Seconds(69.9));
    EXPECT_EQ(Keys().size(), 1U);
    Expire(70.1);
}

TEST_F(MfeExpiryTest, OWN_5_ReleaseForgetsExpiredEntries)
{
    Expire();
    m_pim->Release(1);
    m_pim->Take(1);
    m_dvmrp->Delete(S1G1, 2);
    EXPECT_EQ(SeenOfEntries(), ClientEvents{});
    ExpectMadeAgain({Rpf(*m_pim, S1G1, 1), EntryPrune(*m_pim, S1G1, 1)}, "");
}

TEST_F(MfeExpiryTest, MFE_8_ExpiredEntriesMoveWithoutRpfAndCreation)
{
    auto& bgmp = Owner(BGMP, {4});
    Seen();
    Expire();
    m_rib->Move(S1, 4);
    const auto seen = SeenOfEntries();
    EXPECT_EQ(seen.size(), 2U);
    EXPECT_TRUE((seen == ClientEvents{EntryPrune(*m_pim, S1G1, 1), EntryJoin(bgmp, S1G1)} ||
                 seen == ClientEvents{EntryJoin(bgmp, S1G1), EntryPrune(*m_pim, S1G1, 1)}));
    m_dvmrp->Delete(S1G1, 2);
    EXPECT_EQ(SeenOfEntries(), (ClientEvents{EntryPrune(bgmp, S1G1, 2)}));
    Packet(S1G1, 4);
    EXPECT_EQ(Seen(), (ClientEvents{Rpf(bgmp, S1G1, 4)}));
}

TEST_F(MfeExpiryTest, SetMfeOnAnExpiredEntryIsNotFound)
{
    auto mfe = Read(S1G1).value();
    Expire();
    EXPECT_EQ(m_manager->SetMfe(m_pim->GetHandle(), mfe), Status::ERROR_NOT_FOUND);
}

TEST_F(MfeExpiryTest, I8_NothingRunsForEverWhenAllIsReleased)
{
    m_dvmrp->Fail();
    m_pim->Fail();
    Seen();
    Simulator::Run();
    ExpectEmpty();
    EXPECT_TRUE(m_plane->GetEntries().empty());
}

} // namespace mgm
} // namespace ns3
