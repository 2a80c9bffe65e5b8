/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "mgm-manager-fixture.h"

#include <algorithm>

namespace ns3
{
namespace mgm
{

/// Rules ENU of doc/rules.md.
class EnumerationTest : public ManagerTest
{
  protected:
    static constexpr uint32_t ENTRY_SIZE = sizeof(SourceGroupEntry);

    void SetUp() override
    {
        ManagerTest::SetUp();
        m_pim = &Owner(PIM, {1, 2});
    }

    EnumerationHandle Start(EnumerationType type)
    {
        EnumerationHandle handle;
        EXPECT_EQ(m_manager->GroupEnumerationStart(m_pim->GetHandle(), type, handle),
                  Status::NO_ERROR);
        return handle;
    }

    /// Asks for entries and keeps them in m_read.
    Status GetNext(EnumerationHandle handle, uint32_t room)
    {
        std::vector<SourceGroupEntry> buffer(room);
        uint32_t size = room * ENTRY_SIZE;
        uint32_t count = 0;
        const auto status = m_manager->GroupEnumerationGetNext(handle, size, buffer.data(), count);
        m_read.clear();
        for (uint32_t i = 0; i < count; ++i)
        {
            m_read.push_back(CheckedKey(buffer[i]));
        }
        return status;
    }

    static std::vector<SourceGroup> Sorted(std::vector<SourceGroup> keys)
    {
        std::sort(keys.begin(), keys.end());
        return keys;
    }

    /// (*,239.1.2.i)
    static SourceGroup Group(uint32_t i)
    {
        return {Ipv4Address::GetZero(), Ipv4Address(0xEF010200 + i)};
    }

    TestClient* m_pim;               ///< owns 1 and 2
    std::vector<SourceGroup> m_read; ///< what the last GetNext returned
};

TEST_F(EnumerationTest, ENU_1_NothingToList)
{
    const auto handle = Start(EnumerationType::ALL_SOURCES);
    EXPECT_EQ(GetNext(handle, 4), Status::ERROR_NO_MORE_ITEMS);
    EXPECT_TRUE(m_read.empty());
    EXPECT_EQ(GetNext(handle, 4), Status::ERROR_NO_MORE_ITEMS);
    EXPECT_EQ(m_manager->GroupEnumerationEnd(handle), Status::NO_ERROR);
    EXPECT_EQ(m_manager->GroupEnumerationEnd(handle), Status::ERROR_INVALID_PARAMETER);
    EXPECT_EQ(GetNext(handle, 4), Status::ERROR_INVALID_PARAMETER);
}

TEST_F(EnumerationTest, ENU_1_AsManyAsFit)
{
    std::vector<SourceGroup> all;
    for (uint32_t i = 0; i < 7; ++i)
    {
        all.push_back(Group(i));
        m_pim->Add(Group(i), 1);
    }
    const auto handle = Start(EnumerationType::ALL_SOURCES);
    std::vector<SourceGroup> read;
    for (const auto expected : {Status::ERROR_MORE_DATA, Status::ERROR_MORE_DATA})
    {
        EXPECT_EQ(GetNext(handle, 3), expected);
        EXPECT_EQ(m_read.size(), 3U);
        read.insert(read.end(), m_read.begin(), m_read.end());
    }
    EXPECT_EQ(GetNext(handle, 3), Status::ERROR_NO_MORE_ITEMS);
    EXPECT_EQ(m_read.size(), 1U);
    read.insert(read.end(), m_read.begin(), m_read.end());
    EXPECT_EQ(Sorted(read), all);
}

TEST_F(EnumerationTest, ENU_1_OrderIsDeterministic)
{
    for (const uint32_t i : {5, 1, 9, 3})
    {
        m_pim->Add(Group(i), 1);
    }
    EXPECT_EQ(m_pim->Enumerate(), m_pim->Enumerate());
}

TEST_F(EnumerationTest, ENU_1_SeveralAtOnceAreIndependent)
{
    m_pim->Add(G1, 1);
    m_pim->Add(G2, 1);
    const auto first = Start(EnumerationType::ALL_SOURCES);
    const auto second = Start(EnumerationType::ALL_SOURCES);
    EXPECT_EQ(GetNext(first, 1), Status::ERROR_MORE_DATA);
    const auto read = m_read;
    EXPECT_EQ(GetNext(second, 1), Status::ERROR_MORE_DATA);
    EXPECT_EQ(m_read, read);
    EXPECT_EQ(m_manager->GroupEnumerationEnd(first), Status::NO_ERROR);
    EXPECT_EQ(GetNext(second, 1), Status::ERROR_NO_MORE_ITEMS);
    EXPECT_EQ(m_read.size(), 1U);
}

TEST_F(EnumerationTest, ENU_2_AllSourcesListsDistinctEntries)
{
    auto& igmp = Owner(IGMP_PROTOCOL_ID, {2, 3});
    const std::vector<SourceGroup> keys{ANY, G1, S1G1, S2G1, G2};
    for (const auto& key : keys)
    {
        m_pim->Add(key, 1);
        m_pim->Add(key, 2);
        igmp.Add(key, 2);
        igmp.Add(key, 3);
    }
    EXPECT_EQ(Sorted(m_pim->Enumerate()), keys);
}

TEST_F(EnumerationTest, ENU_2_M8_AnySourceListsEachGroupOnce)
{
    m_pim->Add(S1G1, 1);
    m_pim->Add(S2G1, 1);
    m_pim->Add(G2, 1);
    m_pim->Add(G2, 2);
    m_pim->Add(ANY, 2);
    EXPECT_EQ(Sorted(m_pim->Enumerate(EnumerationType::ANY_SOURCE)),
              (std::vector<SourceGroup>{ANY, G1, G2}));
}

TEST_F(EnumerationTest, ENU_3_EntriesThatStayAppearOnce)
{
    for (uint32_t i = 0; i < 20; ++i)
    {
        m_pim->Add(Group(i), 1);
    }
    const auto handle = Start(EnumerationType::ALL_SOURCES);
    std::vector<SourceGroup> read;
    uint32_t next = 0;
    for (auto status = Status::ERROR_MORE_DATA; status == Status::ERROR_MORE_DATA; ++next)
    {
        status = GetNext(handle, 2);
        read.insert(read.end(), m_read.begin(), m_read.end());
        m_pim->Delete(Group(2 * next), 1);
        m_pim->Add(Group(100 + next), 1);
    }
    for (uint32_t i = 1; i < 20; i += 2)
    {
        EXPECT_EQ(std::count(read.begin(), read.end(), Group(i)), 1) << i;
    }
    for (uint32_t i = 0; i < 20; i += 2)
    {
        EXPECT_LE(std::count(read.begin(), read.end(), Group(i)), 1) << i;
    }
}

TEST_F(EnumerationTest, ENU_3_EntryDeletedBeforeItsTurnIsNotListed)
{
    m_pim->Add(G1, 1);
    const auto handle = Start(EnumerationType::ANY_SOURCE);
    m_pim->Delete(G1, 1);
    EXPECT_EQ(GetNext(handle, 4), Status::ERROR_NO_MORE_ITEMS);
    EXPECT_TRUE(m_read.empty());
}

TEST_F(EnumerationTest, ENU_3_GroupIsKnownFromTheListOrFromAnAlert)
{
    auto& dvmrp = Owner(DVMRP, {3});
    for (uint32_t i = 0; i < 6; ++i)
    {
        dvmrp.Add(Group(i), 3);
    }
    const auto handle = Start(EnumerationType::ANY_SOURCE);
    GetNext(handle, 3);
    std::vector<SourceGroup> known = m_read;
    dvmrp.Add(Group(10), 3);
    dvmrp.Add(Group(11), 3);
    for (const auto& event : Seen())
    {
        if (event.op == ClientEvent::Op::JOIN_ALERT)
        {
            known.push_back(event.key);
        }
    }
    while (GetNext(handle, 3) == Status::ERROR_MORE_DATA)
    {
        known.insert(known.end(), m_read.begin(), m_read.end());
    }
    known.insert(known.end(), m_read.begin(), m_read.end());
    for (const uint32_t i : {0, 1, 2, 3, 4, 5, 10, 11})
    {
        EXPECT_GE(std::count(known.begin(), known.end(), Group(i)), 1) << i;
    }
}

TEST_F(EnumerationTest, ENU_4_BufferForNoEntry)
{
    m_pim->Add(G1, 1);
    const auto handle = Start(EnumerationType::ALL_SOURCES);
    SourceGroupEntry entry;
    for (const uint32_t room : {0U, ENTRY_SIZE - 1})
    {
        uint32_t size = room;
        uint32_t count = 0;
        EXPECT_EQ(m_manager->GroupEnumerationGetNext(handle, size, &entry, count),
                  Status::ERROR_INSUFFICIENT_BUFFER);
        EXPECT_EQ(size, ENTRY_SIZE);
        EXPECT_EQ(count, 0U);
    }
    EXPECT_EQ(GetNext(handle, 1), Status::ERROR_NO_MORE_ITEMS);
    EXPECT_EQ(m_read, std::vector<SourceGroup>{G1});
}

TEST_F(EnumerationTest, ENU_4_BufferForNoEntryAndNothingLeft)
{
    const auto handle = Start(EnumerationType::ALL_SOURCES);
    EXPECT_EQ(GetNext(handle, 0), Status::ERROR_NO_MORE_ITEMS) << "nothing at all";
    m_pim->Add(G1, 1);
    EXPECT_EQ(GetNext(handle, 1), Status::ERROR_NO_MORE_ITEMS);
    EXPECT_EQ(m_read, std::vector<SourceGroup>{G1});
    uint32_t size = ENTRY_SIZE - 1;
    uint32_t count = 1;
    EXPECT_EQ(m_manager->GroupEnumerationGetNext(handle, size, nullptr, count),
              Status::ERROR_NO_MORE_ITEMS)
        << "nothing any more";
    EXPECT_EQ(size, ENTRY_SIZE - 1);
    EXPECT_EQ(count, 0U);
}

TEST_F(EnumerationTest, ENU_4_OddBufferHoldsWholeEntriesOnly)
{
    m_pim->Add(G1, 1);
    m_pim->Add(G2, 1);
    const auto handle = Start(EnumerationType::ALL_SOURCES);
    SourceGroupEntry entries[2];
    uint32_t size = 2 * ENTRY_SIZE - 1;
    uint32_t count = 0;
    EXPECT_EQ(m_manager->GroupEnumerationGetNext(handle, size, entries, count),
              Status::ERROR_MORE_DATA);
    EXPECT_EQ(count, 1U);
}

TEST_F(EnumerationTest, ENU_4_NoMoreItemsMayCarryEntries)
{
    m_pim->Add(G1, 1);
    m_pim->Add(G2, 1);
    const auto handle = Start(EnumerationType::ALL_SOURCES);
    EXPECT_EQ(GetNext(handle, 5), Status::ERROR_NO_MORE_ITEMS);
    EXPECT_EQ(m_read.size(), 2U);
    EXPECT_EQ(GetNext(handle, 5), Status::ERROR_NO_MORE_ITEMS);
    EXPECT_TRUE(m_read.empty());
}

} // namespace mgm
} // namespace ns3
