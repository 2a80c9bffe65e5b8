/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "mgm-mfe-fixture.h"
#include "mgm-mfe-key.h"

#include "ns3/mgm-static-multicast-rib.h"
#include "ns3/pointer.h"
#include "ns3/simulator.h"

namespace ns3
{
namespace mgm
{

/// MFE-6: four entries, made in an order that is not that of the listing.
class MfeReaderTest : public MfeTest
{
  protected:
    void SetUp() override
    {
        MfeTest::SetUp();
        PimAndDvmrp();
        m_dvmrp->Add(G1, 2);
        m_dvmrp->Add(G1, 3);
        m_dvmrp->Add(S2G2, 3);
        for (const auto& key : {S2G2, S2G1, S1G1, S1G2})
        {
            Packet(key);
        }
    }

    /// Reads pages of some size by cursor, from the start to the end.
    std::vector<SourceGroup> ReadPages(uint32_t room);

    static constexpr auto LEVEL_0 = MfeStatsLevel::MGM_MFE_STATS_0;
    static constexpr auto LEVEL_1 = MfeStatsLevel::MGM_MFE_STATS_1;

    const std::vector<SourceGroup> m_ordered{S1G1, S2G1, S1G2, S2G2}; ///< by group, then source
};

namespace
{

/// Sizes of the structures of the Windows IP multicast MIB: a fixed part, and one per interface.
constexpr uint32_t
SizeOfMfe(uint32_t outgoing)
{
    return 15 * 4 + outgoing * 4 * 4;
}

constexpr uint32_t
SizeOfStats(MfeStatsLevel level, uint32_t outgoing)
{
    return (level == MfeStatsLevel::MGM_MFE_STATS_0 ? 16 : 21) * 4 + outgoing * 7 * 4;
}

template <typename T>
std::vector<SourceGroup>
KeysOf(const std::vector<T>& entries)
{
    std::vector<SourceGroup> keys;
    for (const auto& entry : entries)
    {
        keys.push_back(KeyOf(entry));
    }
    return keys;
}

} // namespace

std::vector<SourceGroup>
MfeReaderTest::ReadPages(uint32_t room)
{
    std::vector<SourceGroup> keys;
    std::vector<Mfe> page;
    auto size = room;
    auto status = m_manager->GetFirstMfe(size, page);
    while (status == Status::ERROR_MORE_DATA && !page.empty())
    {
        EXPECT_EQ(size, room);
        const auto read = KeysOf(page);
        keys.insert(keys.end(), read.begin(), read.end());
        page.clear();
        status = m_manager->GetNextMfe(keys.back(), size, page);
    }
    EXPECT_EQ(status, Status::ERROR_NO_MORE_ITEMS);
    const auto read = KeysOf(page);
    keys.insert(keys.end(), read.begin(), read.end());
    return keys;
}

TEST_F(MfeReaderTest, MFE_6_OrderedByGroupThenSource)
{
    EXPECT_EQ(Keys(), m_ordered);
    std::vector<Mfe> mfes;
    auto size = AMPLE;
    EXPECT_EQ(m_manager->GetFirstMfe(size, mfes), Status::ERROR_NO_MORE_ITEMS);
    EXPECT_EQ(KeysOf(mfes), m_ordered);
    EXPECT_EQ(size, AMPLE);
}

TEST_F(MfeReaderTest, MFE_6_AnEntryTellsAll)
{
    RunUntil(Seconds(100));
    Packet(S1G1);
    RunUntil(Seconds(130));
    const auto mfe = Read(S1G1).value();
    EXPECT_EQ(KeyOf(mfe), S1G1);
    EXPECT_EQ(mfe.sourceMask, ONE_MASK);
    EXPECT_EQ(mfe.incoming, InterfaceId{1});
    EXPECT_EQ(mfe.outgoing, (std::vector<InterfaceId>{{2}, {3}}));
    EXPECT_EQ(mfe.upTime, Seconds(130));
    EXPECT_EQ(mfe.expiryTime, Seconds(MFE_TIMEOUT - 30));
    EXPECT_EQ(Read(S1G2).value().outgoing, std::vector<InterfaceId>{});
    EXPECT_EQ(Read(S1G2).value().expiryTime, Seconds(MFE_TIMEOUT - 130));
}

TEST_F(MfeReaderTest, MFE_6_SizesAreThoseOfTheMib)
{
    EXPECT_EQ(GetMfeSize(Read(S1G2).value()), SizeOfMfe(0));
    EXPECT_EQ(GetMfeSize(Read(S2G2).value()), SizeOfMfe(1));
    EXPECT_EQ(GetMfeSize(Read(S1G1).value()), SizeOfMfe(2));
    for (const auto level : {LEVEL_0, LEVEL_1})
    {
        MfeStats stats;
        auto size = AMPLE;
        ASSERT_EQ(m_manager->GetMfeStats(S1G1, level, size, stats), Status::NO_ERROR);
        EXPECT_EQ(GetMfeStatsSize(stats, level), SizeOfStats(level, 2));
    }
}

TEST_F(MfeReaderTest, MFE_6_OneByteTooFew)
{
    Mfe mfe;
    auto size = SizeOfMfe(2);
    EXPECT_EQ(m_manager->GetMfe(S1G1, size, mfe), Status::NO_ERROR);
    EXPECT_EQ(size, SizeOfMfe(2));
    --size;
    EXPECT_EQ(m_manager->GetMfe(S1G1, size, mfe), Status::ERROR_INSUFFICIENT_BUFFER);
    EXPECT_EQ(size, SizeOfMfe(2));
    size = 0;
    EXPECT_EQ(m_manager->GetMfe(S3G1, size, mfe), Status::ERROR_NOT_FOUND);
    std::vector<Mfe> mfes;
    EXPECT_EQ(m_manager->GetFirstMfe(size, mfes), Status::ERROR_INSUFFICIENT_BUFFER);
    EXPECT_EQ(size, SizeOfMfe(2));
    EXPECT_TRUE(mfes.empty());
    size = SizeOfMfe(0) - 1;
    EXPECT_EQ(m_manager->GetNextMfe(S2G1, size, mfes), Status::ERROR_INSUFFICIENT_BUFFER);
    EXPECT_EQ(size, SizeOfMfe(0));
}

TEST_F(MfeReaderTest, MFE_6_StatsOneByteTooFew)
{
    for (const auto level : {LEVEL_0, LEVEL_1})
    {
        MfeStats stats;
        auto size = SizeOfStats(level, 2);
        EXPECT_EQ(m_manager->GetMfeStats(S1G1, level, size, stats), Status::NO_ERROR);
        --size;
        EXPECT_EQ(m_manager->GetMfeStats(S1G1, level, size, stats),
                  Status::ERROR_INSUFFICIENT_BUFFER);
        EXPECT_EQ(size, SizeOfStats(level, 2));
        std::vector<MfeStats> page;
        size = SizeOfStats(level, 0) - 1;
        EXPECT_EQ(m_manager->GetNextMfeStats(S2G1, level, size, page),
                  Status::ERROR_INSUFFICIENT_BUFFER);
        EXPECT_EQ(size, SizeOfStats(level, 0));
        EXPECT_EQ(m_manager->GetNextMfeStats(S2G1, level, size, page), Status::ERROR_MORE_DATA);
        EXPECT_EQ(KeysOf(page), std::vector<SourceGroup>{S1G2});
    }
}

TEST_F(MfeReaderTest, MFE_6_AsManyAsFitExactly)
{
    const auto two = 2 * SizeOfMfe(2);
    std::vector<Mfe> mfes;
    auto size = two;
    EXPECT_EQ(m_manager->GetFirstMfe(size, mfes), Status::ERROR_MORE_DATA);
    EXPECT_EQ(KeysOf(mfes), (std::vector<SourceGroup>{S1G1, S2G1}));
    mfes.clear();
    size = two - 1;
    EXPECT_EQ(m_manager->GetFirstMfe(size, mfes), Status::ERROR_MORE_DATA);
    EXPECT_EQ(KeysOf(mfes), std::vector<SourceGroup>{S1G1});
    mfes.clear();
    size = two + SizeOfMfe(0) + SizeOfMfe(1);
    EXPECT_EQ(m_manager->GetFirstMfe(size, mfes), Status::ERROR_NO_MORE_ITEMS);
    EXPECT_EQ(KeysOf(mfes), m_ordered);
    mfes.clear();
    --size;
    EXPECT_EQ(m_manager->GetFirstMfe(size, mfes), Status::ERROR_MORE_DATA);
    EXPECT_EQ(mfes.size(), 3U);
}

TEST_F(MfeReaderTest, MFE_6_PagesOfAnySizeListAllOnce)
{
    for (auto room = SizeOfMfe(2); room < 5 * SizeOfMfe(2); room += 4)
    {
        EXPECT_EQ(ReadPages(room), m_ordered) << room;
    }
}

TEST_F(MfeReaderTest, MFE_6_CursorNeedNotExist)
{
    std::vector<Mfe> mfes;
    auto size = AMPLE;
    const SourceGroup between{Ipv4Address("10.0.9.9"), G1.group};
    EXPECT_EQ(m_manager->GetNextMfe(between, size, mfes), Status::ERROR_NO_MORE_ITEMS);
    EXPECT_EQ(KeysOf(mfes), (std::vector<SourceGroup>{S1G2, S2G2}));
    mfes.clear();
    EXPECT_EQ(m_manager->GetNextMfe(S2G2, size, mfes), Status::ERROR_NO_MORE_ITEMS);
    EXPECT_TRUE(mfes.empty());
    EXPECT_EQ(m_manager->GetNextMfe(SourceGroup{}, size, mfes), Status::ERROR_NO_MORE_ITEMS);
    EXPECT_EQ(KeysOf(mfes), m_ordered);
}

TEST_F(MfeReaderTest, MFE_6_CursorWhoseEntryIsGone)
{
    m_rib->Move(S2, 0);
    EXPECT_EQ(Keys(), (std::vector<SourceGroup>{S1G1, S1G2}));
    std::vector<Mfe> mfes;
    auto size = AMPLE;
    EXPECT_EQ(m_manager->GetNextMfe(S2G1, size, mfes), Status::ERROR_NO_MORE_ITEMS);
    EXPECT_EQ(KeysOf(mfes), std::vector<SourceGroup>{S1G2});
}

TEST_F(MfeReaderTest, MFE_6_NothingToReadNeedsNoRoom)
{
    m_pim->Release(1);
    std::vector<Mfe> mfes;
    std::vector<MfeStats> stats;
    uint32_t size = 0;
    EXPECT_EQ(m_manager->GetFirstMfe(size, mfes), Status::ERROR_NO_MORE_ITEMS);
    EXPECT_EQ(m_manager->GetNextMfe(S1G1, size, mfes), Status::ERROR_NO_MORE_ITEMS);
    EXPECT_EQ(m_manager->GetFirstMfeStats(LEVEL_0, size, stats), Status::ERROR_NO_MORE_ITEMS);
    EXPECT_EQ(m_manager->GetNextMfeStats(S1G1, LEVEL_1, size, stats), Status::ERROR_NO_MORE_ITEMS);
    EXPECT_EQ(size, 0U);
    EXPECT_TRUE(mfes.empty() && stats.empty() && Keys().empty());
}

TEST_F(MfeReaderTest, MFE_6_RangeAndBufferAreTheSame)
{
    RunUntil(Seconds(7));
    std::vector<Mfe> mfes;
    std::vector<MfeStats> stats;
    auto size = AMPLE;
    m_manager->GetFirstMfe(size, mfes);
    m_manager->GetFirstMfeStats(LEVEL_1, size, stats);
    std::size_t i = 0;
    for (const auto& mfe : m_manager->GetMfes())
    {
        ASSERT_LT(i, mfes.size());
        for (const auto& read : {mfes[i], stats.at(i).mfe, Read(KeyOf(mfe)).value()})
        {
            EXPECT_EQ(KeyOf(read), KeyOf(mfe));
            EXPECT_EQ(read.incoming, mfe.incoming);
            EXPECT_EQ(read.outgoing, mfe.outgoing);
            EXPECT_EQ(read.upstreamNeighbor, mfe.upstreamNeighbor);
            EXPECT_EQ(read.upTime, mfe.upTime);
            EXPECT_EQ(read.expiryTime, mfe.expiryTime);
        }
        ++i;
    }
    EXPECT_EQ(i, mfes.size());
    EXPECT_EQ(i, stats.size());
}

TEST_F(MfeReaderTest, MFE_6_Statistics)
{
    Packet(S1G1);
    Packet(S1G1, 4);
    Packet(S1G2);
    MfeStats stats;
    auto size = AMPLE;
    ASSERT_EQ(m_manager->GetMfeStats(S1G1, LEVEL_1, size, stats), Status::NO_ERROR);
    EXPECT_EQ(stats.inPackets, 2U);
    EXPECT_EQ(stats.inBytes, 2 * FakePlane::PACKET_SIZE);
    EXPECT_EQ(stats.wrongIfPackets, 1U);
    EXPECT_EQ(stats.waitedPackets, 1U);
    EXPECT_EQ(stats.outPackets, 4U);
    EXPECT_EQ(stats.negativePackets, 0U);
    ASSERT_EQ(stats.outgoing.size(), 2U);
    EXPECT_EQ(stats.outgoing[0].interface, InterfaceId{2});
    EXPECT_EQ(stats.outgoing[1].interface, InterfaceId{3});
    EXPECT_EQ(stats.outgoing[1].packets, 2U);
    ASSERT_EQ(m_manager->GetMfeStats(S1G2, LEVEL_1, size, stats), Status::NO_ERROR);
    EXPECT_EQ(stats.negativePackets, 2U);
    EXPECT_EQ(stats.outPackets, 0U);
    EXPECT_TRUE(stats.outgoing.empty());
    EXPECT_EQ(m_manager->GetMfeStats(S3G1, LEVEL_0, size, stats), Status::ERROR_NOT_FOUND);
}

TEST_F(MfeReaderTest, MFE_6_CountersNeverFall)
{
    const auto read = [this]() {
        MfeStats stats;
        auto size = AMPLE;
        EXPECT_EQ(m_manager->GetMfeStats(S1G1, LEVEL_1, size, stats), Status::NO_ERROR);
        return stats;
    };
    EXPECT_EQ(read().outPackets, 2U);
    m_dvmrp->Delete(S1G1, 3, FORWARD);
    EXPECT_EQ(read().outPackets, 2U) << "an outgoing interface leaves";
    EXPECT_EQ(read().outgoing.size(), 1U);
    Packet(S1G1);
    EXPECT_EQ(read().outPackets, 3U);
    m_dvmrp->Add(S1G1, 3, FORWARD);
    ASSERT_EQ(read().outgoing.size(), 2U);
    EXPECT_EQ(read().outgoing[1].packets, 1U) << "it goes on where it was";
    m_rib->Move(S1, 3);
    EXPECT_EQ(read().mfe.incoming, InterfaceId{3});
    EXPECT_EQ(read().outPackets, 3U) << "it is the incoming one now";
    m_rib->Move(S1, 1);
    Packet(S1G1);
    EXPECT_EQ(read().outPackets, 5U);
    EXPECT_EQ(read().outgoing[1].packets, 2U);
}

TEST_F(MfeReaderTest, MIB_IPMCAST_MFE_RouteTimeoutAndProtocol)
{
    const auto rib = CreateObject<StaticMulticastRib>();
    rib->AddRoute("10.0.0.0", Ipv4Mask("/16"), {InterfaceId{1}});
    m_manager->SetAttribute("Rib", PointerValue(rib));
    const auto mfe = Read(S1G1).value();
    EXPECT_EQ(mfe.inProtocol, PIM);
    EXPECT_EQ(mfe.timeout, Seconds(900));
    EXPECT_EQ(mfe.routeProtocol, RouteProtocol::NETMGMT);
    EXPECT_EQ(mfe.routeNetwork, Ipv4Address("10.0.0.0"));
    EXPECT_EQ(mfe.routeMask, Ipv4Mask("/16"));
    m_pim->changeTimeout = [](Time& timeout) { timeout = Seconds(20); };
    m_dvmrp->Delete(G1, 2);
    m_dvmrp->Delete(G1, 3);
    EXPECT_EQ(Read(S1G1).value().timeout, Seconds(20)) << "what PRUNE_ALERT has set";
}

TEST_F(MfeReaderTest, MFE_6_SetMfeChangesTheNeighbor)
{
    auto mfe = Read(S1G1).value();
    mfe.upstreamNeighbor = Ipv4Address("10.0.1.77");
    mfe.incoming.index = 3;
    mfe.outgoing.clear();
    EXPECT_EQ(m_manager->SetMfe(m_pim->GetHandle(), mfe), Status::NO_ERROR);
    const auto read = Read(S1G1).value();
    EXPECT_EQ(read.upstreamNeighbor, Ipv4Address("10.0.1.77"));
    EXPECT_EQ(read.incoming, InterfaceId{1});
    EXPECT_EQ(read.outgoing.size(), 2U);
    EXPECT_EQ(m_manager->SetMfe({}, mfe), Status::ERROR_INVALID_PARAMETER);
    EXPECT_EQ(m_manager->SetMfe(m_dvmrp->GetHandle(), mfe), Status::ERROR_INVALID_PARAMETER);
    mfe.source = S3;
    EXPECT_EQ(m_manager->SetMfe(m_pim->GetHandle(), mfe), Status::ERROR_NOT_FOUND);
    EXPECT_EQ(m_manager->SetMfe({12345}, mfe), Status::ERROR_INVALID_PARAMETER);
}

} // namespace mgm
} // namespace ns3
