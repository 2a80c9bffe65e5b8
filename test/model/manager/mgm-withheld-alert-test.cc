/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "mgm-manager-fixture.h"

#include <set>

namespace ns3
{
namespace mgm
{

/// ALR-7: what another's (*,*) keeps from a client, and what of it follows when that ends.
class WithheldAlertTest : public ManagerTest
{
  protected:
    void SetUp() override
    {
        ManagerTest::SetUp();
        m_cover = &Owner(PIM, {1});
        m_member = &Owner(DVMRP, {2, 4});
        m_client = &Owner(BGMP, {3});
        m_cover->Add(ANY, 1);
        Seen();
    }

    /// Ends the cover, and checks what the covered client hears besides.
    void ExpectAfterCover(ClientEvents expected)
    {
        m_cover->Delete(ANY, 1);
        ClientEvents heard;
        for (const auto& event : Seen())
        {
            if (event.client == ClientId(*m_client))
            {
                heard.push_back(event);
            }
        }
        expected.insert(expected.begin(), PruneAlert(*m_client, ANY));
        EXPECT_EQ(heard, expected);
        EXPECT_TRUE(m_manager->IsIdle());
    }

    TestClient* m_cover;  ///< holds (*,*)
    TestClient* m_member; ///< joins and leaves
    TestClient* m_client; ///< is covered, and listens
};

TEST_F(WithheldAlertTest, ALR_7_ENU_3_EnumerationBetweenPruneAndJoin)
{
    m_member->Add(G1, 2);
    m_cover->Delete(ANY, 1);
    m_cover->Add(ANY, 1);
    Seen();
    m_member->Delete(G1, 2);
    EXPECT_EQ(m_client->Enumerate(), std::vector<SourceGroup>{ANY});
    m_member->Add(G1, 2);
    ExpectAfterCover({JoinAlert(*m_client, G1)});
}

TEST_F(WithheldAlertTest, ALR_7_ENU_3_EnumerationBetweenJoinAndPrune)
{
    m_member->Add(G1, 2);
    EXPECT_EQ(m_client->Enumerate(), (std::vector<SourceGroup>{ANY, G1}));
    m_member->Delete(G1, 2);
    ExpectAfterCover({PruneAlert(*m_client, G1)});
}

TEST_F(WithheldAlertTest, ALR_7_OnceEnumeratedTheLastOneWins)
{
    m_member->Add(G1, 2);
    m_client->Enumerate();
    m_member->Delete(G1, 2);
    m_member->Add(G1, 2);
    m_member->Delete(G1, 2);
    m_member->Add(G2, 2);
    m_member->Add(G1, 2);
    ExpectAfterCover({JoinAlert(*m_client, G2), JoinAlert(*m_client, G1)});
}

TEST_F(WithheldAlertTest, ALR_7_EnumerationOfAnotherChangesNothing)
{
    m_member->Add(G1, 2);
    m_member->Enumerate();
    m_member->Delete(G1, 2);
    ExpectAfterCover({});
}

TEST_F(WithheldAlertTest, ALR_7_EnumerationBeforeChangesNothing)
{
    m_client->Enumerate();
    m_member->Add(G1, 2);
    m_member->Delete(G1, 2);
    ExpectAfterCover({});
}

TEST_F(WithheldAlertTest, ALR_7_EnumerationThatReadsLater)
{
    EnumerationHandle handle;
    m_manager->GroupEnumerationStart(m_client->GetHandle(), EnumerationType::ALL_SOURCES, handle);
    m_member->Add(G1, 2);
    SourceGroupEntry entries[3];
    uint32_t size = sizeof(entries);
    uint32_t count = 0;
    m_manager->GroupEnumerationGetNext(handle, size, entries, count);
    EXPECT_EQ(count, 2U) << "(*,*) and the group";
    m_member->Delete(G1, 2);
    ExpectAfterCover({PruneAlert(*m_client, G1)});
}

TEST_F(WithheldAlertTest, ALR_7_WithheldPruneNamesTheInterfaceOfItsEntry)
{
    std::map<SourceGroup, uint32_t> pruned;
    m_client->Fail();
    m_client->callbacks.pruneAlert =
        Callback<void, const SourceGroupEntry&, const InterfaceId&, bool, Time&>(
            [&pruned](const auto& entry, const auto& interface, bool, auto&) {
                pruned[CheckedKey(entry)] = interface.index;
            });
    m_cover->Delete(ANY, 1);
    m_client->Register();
    m_member->Add(G1, 2);
    m_member->Add(G2, 4);
    m_cover->Add(ANY, 1);
    m_member->Delete(G1, 2);
    m_member->Delete(G2, 4);
    EXPECT_TRUE(pruned.empty());
    m_cover->Delete(ANY, 1);
    EXPECT_EQ(pruned, (std::map<SourceGroup, uint32_t>{{ANY, 1}, {G1, 2}, {G2, 4}}));
}

} // namespace mgm
} // namespace ns3
