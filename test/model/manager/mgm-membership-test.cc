/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "mgm-manager-fixture.h"

namespace ns3
{
namespace mgm
{

/// Rules MBR of doc/rules.md.
class MembershipTest : public ManagerTest
{
  protected:
    static constexpr auto ANY_SOURCE = EnumerationType::ANY_SOURCE;
};

TEST_F(MembershipTest, MBR_1_AddAndDeleteOfEachKind)
{
    auto& pim = Owner(PIM, {1});
    for (const auto& key : {ANY, G1, S1G1})
    {
        EXPECT_EQ(pim.Add(key, 1), Status::NO_ERROR);
        EXPECT_EQ(pim.Enumerate(), std::vector<SourceGroup>{key});
        EXPECT_EQ(pim.Delete(key, 1), Status::NO_ERROR);
        EXPECT_TRUE(pim.Enumerate().empty());
    }
}

TEST_F(MembershipTest, MBR_1_EachInterfaceHasItsOwnEntry)
{
    auto& pim = Owner(PIM, {1, 2});
    pim.Add(G1, 1);
    pim.Add(G1, 2);
    EXPECT_EQ(m_manager->GetMemberships().GetSize(), 2U);
    pim.Delete(G1, 1);
    EXPECT_EQ(pim.Enumerate(), std::vector<SourceGroup>{G1});
    pim.Delete(G1, 2);
    EXPECT_TRUE(pim.Enumerate().empty());
}

TEST_F(MembershipTest, MBR_1_EntriesOfOneGroupAreDistinct)
{
    auto& pim = Owner(PIM, {1});
    pim.Add(G1, 1);
    pim.Add(S1G1, 1);
    pim.Delete(G1, 1);
    EXPECT_EQ(pim.Enumerate(), std::vector<SourceGroup>{S1G1});
}

TEST_F(MembershipTest, MBR_2_RangesAreRefused)
{
    auto& pim = Owner(PIM, {1});
    SourceGroupEntry range(G1);
    range.groupMask = Ipv4Mask("255.255.255.0");
    SourceGroupEntry sourceRange(S1G1);
    sourceRange.sourceMask = Ipv4Mask("255.0.0.0");
    const SourceGroup unicast{Ipv4Address("0.0.0.0"), Ipv4Address("10.1.1.1")};
    const SourceGroup linkLocal{Ipv4Address("0.0.0.0"), Ipv4Address("224.0.0.13")};
    const SourceGroup sourceOnly{Ipv4Address("10.0.9.1"), Ipv4Address("0.0.0.0")};
    for (const SourceGroupEntry& entry : {range,
                                          sourceRange,
                                          SourceGroupEntry(unicast),
                                          SourceGroupEntry(linkLocal),
                                          SourceGroupEntry(sourceOnly)})
    {
        EXPECT_EQ(pim.Add(entry, 1), Status::ERROR_INVALID_PARAMETER);
        EXPECT_EQ(pim.Delete(entry, 1), Status::ERROR_INVALID_PARAMETER);
    }
    EXPECT_EQ(m_manager->GetMemberships().GetSize(), 0U);
}

TEST_F(MembershipTest, MBR_3_InterfaceOfAnotherProtocol)
{
    Owner(PIM, {1});
    auto& dvmrp = Owner(DVMRP, {2});
    EXPECT_EQ(dvmrp.Add(G1, 1), Status::ERROR_INVALID_PARAMETER);
    EXPECT_EQ(dvmrp.Delete(G1, 1), Status::ERROR_INVALID_PARAMETER);
}

TEST_F(MembershipTest, MBR_3_InterfaceNotTaken)
{
    auto& pim = Registered(PIM);
    auto& igmp = Owner(IGMP_PROTOCOL_ID, {2});
    EXPECT_EQ(pim.Add(G1, 1), Status::ERROR_CAN_NOT_COMPLETE);
    EXPECT_EQ(pim.Delete(G1, 1), Status::ERROR_NOT_FOUND);
    EXPECT_EQ(pim.Add(G1, 2), Status::ERROR_CAN_NOT_COMPLETE);
    EXPECT_EQ(pim.Delete(G1, 2), Status::ERROR_CAN_NOT_COMPLETE);
    EXPECT_EQ(igmp.Add(G1, 1), Status::ERROR_CAN_NOT_COMPLETE);
    EXPECT_EQ(igmp.Delete(G1, 1), Status::ERROR_NOT_FOUND);
}

TEST_F(MembershipTest, MBR_3_UnknownInterface)
{
    auto& pim = Registered(PIM);
    EXPECT_EQ(pim.Add(G1, NONE), Status::ERROR_INVALID_PARAMETER);
    EXPECT_EQ(pim.Delete(G1, NONE), Status::ERROR_NOT_FOUND);
}

TEST_F(MembershipTest, MBR_3_RepetitionSucceedsAndChangesNothing)
{
    auto& pim = Owner(PIM, {1});
    auto& dvmrp = Registered(DVMRP);
    EXPECT_EQ(pim.Delete(G1, 1), Status::NO_ERROR);
    EXPECT_EQ(Seen(), ClientEvents{});
    pim.Add(G1, 1);
    EXPECT_EQ(Seen(), (ClientEvents{JoinAlert(dvmrp, G1)}));
    EXPECT_EQ(pim.Add(G1, 1), Status::NO_ERROR);
    EXPECT_EQ(Seen(), ClientEvents{});
    EXPECT_EQ(m_manager->GetMemberships().GetSize(), 1U);
    EXPECT_EQ(pim.Delete(G1, 1), Status::NO_ERROR);
    EXPECT_EQ(Seen(), (ClientEvents{PruneAlert(dvmrp, G1)}));
    EXPECT_EQ(pim.Delete(G1, 1), Status::NO_ERROR);
    EXPECT_EQ(Seen(), ClientEvents{});
}

TEST_F(MembershipTest, MBR_3_OwnerAndIgmpDeleteOnlyTheirOwn)
{
    auto& igmp = Owner(IGMP_PROTOCOL_ID, {1});
    auto& pim = Owner(PIM, {1});
    igmp.Add(G1, 1);
    pim.Add(G1, 1);
    EXPECT_EQ(m_manager->GetMemberships().GetSize(), 2U);
    pim.Delete(G1, 1);
    pim.Delete(G1, 1);
    EXPECT_EQ(m_manager->GetMemberships().GetSize(), 1U);
    Seen();
    igmp.Delete(G1, 1);
    EXPECT_EQ(Seen(), (ClientEvents{LocalLeave(pim, G1, 1)}));
}

TEST_F(MembershipTest, MBR_3_FlagsSayWhatToChange)
{
    auto& pim = Owner(PIM, {1});
    auto& dvmrp = Registered(DVMRP);
    EXPECT_EQ(pim.Add(G1, 1, 0), Status::ERROR_INVALID_PARAMETER);
    EXPECT_EQ(pim.Add(G1, 1, 4), Status::ERROR_INVALID_PARAMETER);
    EXPECT_EQ(pim.Delete(G1, 1, 0), Status::ERROR_INVALID_PARAMETER);
    EXPECT_EQ(pim.Delete(G1, 1, 5), Status::ERROR_INVALID_PARAMETER);
    EXPECT_EQ(pim.Add(G1, 1, MGM_FORWARD_STATE_FLAG), Status::NO_ERROR);
    EXPECT_EQ(m_manager->GetMemberships().GetSize(), 0U);
    EXPECT_EQ(Seen(), ClientEvents{});
    EXPECT_EQ(pim.Add(G1, 1, MGM_JOIN_STATE_FLAG | MGM_FORWARD_STATE_FLAG), Status::NO_ERROR);
    EXPECT_EQ(pim.Delete(G1, 1, MGM_FORWARD_STATE_FLAG), Status::NO_ERROR);
    EXPECT_EQ(Seen(), (ClientEvents{JoinAlert(dvmrp, G1)}));
    EXPECT_EQ(dvmrp.Add(G1, 1, MGM_FORWARD_STATE_FLAG), Status::ERROR_INVALID_PARAMETER);
}

TEST_F(MembershipTest, MBR_4_OwnerHearsOfLocalMembers)
{
    auto& pim = Owner(PIM, {1, 2});
    auto& igmp = Owner(IGMP_PROTOCOL_ID, {1, 3});
    Registered(DVMRP);
    for (const auto& key : {G1, S1G1, ANY})
    {
        igmp.Add(key, 1);
        igmp.Add(key, 1);
        EXPECT_EQ(Seen(), (ClientEvents{LocalJoin(pim, key, 1)}));
        igmp.Delete(key, 1);
        igmp.Delete(key, 1);
        EXPECT_EQ(Seen(), (ClientEvents{LocalLeave(pim, key, 1)}));
    }
}

TEST_F(MembershipTest, MBR_4_NobodyHearsLocallyWithoutAnOwner)
{
    Owner(PIM, {1});
    auto& igmp = Owner(IGMP_PROTOCOL_ID, {3});
    igmp.Add(G1, 3);
    for (const auto& event : Seen())
    {
        EXPECT_EQ(event.op, ClientEvent::Op::JOIN_ALERT);
    }
}

TEST_F(MembershipTest, MBR_5_LocalMembersOfAnOwnerAreListedButDoNotCount)
{
    auto& pim = Owner(PIM, {1});
    auto& igmp = Owner(IGMP_PROTOCOL_ID, {1});
    auto& dvmrp = Owner(DVMRP, {2});
    igmp.Add(G1, 1);
    EXPECT_EQ(Seen(), (ClientEvents{LocalJoin(pim, G1, 1)}));
    EXPECT_EQ(dvmrp.Enumerate(), std::vector<SourceGroup>{G1});
    EXPECT_EQ(dvmrp.Enumerate(ANY_SOURCE), std::vector<SourceGroup>{G1});

    dvmrp.Add(G1, 2);
    EXPECT_EQ(Seen(), (ClientEvents{JoinAlert(pim, G1), JoinAlert(igmp, G1)}));
    igmp.Delete(G1, 1);
    EXPECT_EQ(Seen(), (ClientEvents{LocalLeave(pim, G1, 1)}));
}

TEST_F(MembershipTest, MBR_5_OwnerAddsItsOwnEntry)
{
    auto& pim = Owner(PIM, {1});
    auto& igmp = Owner(IGMP_PROTOCOL_ID, {1});
    auto& dvmrp = Registered(DVMRP);
    igmp.Add(G1, 1);
    pim.Add(G1, 1);
    EXPECT_EQ(Seen(),
              (ClientEvents{LocalJoin(pim, G1, 1), JoinAlert(igmp, G1), JoinAlert(dvmrp, G1)}));
}

TEST_F(MembershipTest, MBR_5_IgmpCountsWhereNobodyOwns)
{
    auto& igmp = Owner(IGMP_PROTOCOL_ID, {1, 2});
    auto& pim = Owner(PIM, {2, 3});
    Seen();
    igmp.Add(G1, 1);
    EXPECT_EQ(Seen(), (ClientEvents{JoinAlert(pim, G1)}));
    igmp.Add(G1, 2);
    EXPECT_EQ(Seen(), (ClientEvents{LocalJoin(pim, G1, 2)}));
    pim.Add(G1, 3);
    EXPECT_EQ(Seen(), (ClientEvents{JoinAlert(igmp, G1)}));
    igmp.Delete(G1, 1);
    EXPECT_EQ(Seen(), (ClientEvents{PruneAlert(pim, G1)}));
}

} // namespace mgm
} // namespace ns3
