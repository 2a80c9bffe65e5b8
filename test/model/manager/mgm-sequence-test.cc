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

/// Rules SEQ of doc/rules.md.
class SequenceTest : public ManagerTest
{
};

TEST_F(SequenceTest, SEQ_1_StartUpWhereIgmpAlreadyServes)
{
    auto& igmp = Owner(IGMP_PROTOCOL_ID, {1});
    auto& dvmrp = Owner(DVMRP, {3});
    igmp.Add(G1, 1);
    dvmrp.Add(G2, 3);
    Seen();

    auto& pim = MakeClient(PIM);
    ASSERT_EQ(pim.Register(), Status::NO_ERROR);
    ClientId id;
    EXPECT_EQ(m_manager->GetProtocolOnInterface(pim.GetHandle(), {1}, id), Status::NO_ERROR);
    EXPECT_EQ(id, ClientId(igmp));
    EXPECT_EQ(m_manager->GetProtocolOnInterface(pim.GetHandle(), {2}, id), Status::ERROR_NOT_FOUND);
    EXPECT_EQ(pim.Take(1), Status::NO_ERROR);
    EXPECT_EQ(pim.Take(2), Status::NO_ERROR);
    EXPECT_EQ(Seen(),
              (ClientEvents{DisableIgmp(igmp, 1),
                            PruneAlert(dvmrp, G1),
                            PruneAlert(pim, G1),
                            EnableIgmp(igmp, 1)}));
    EXPECT_EQ(pim.Enumerate(EnumerationType::ANY_SOURCE), std::vector<SourceGroup>{G2});
    igmp.Add(G1, 1);
    EXPECT_EQ(Seen(), (ClientEvents{LocalJoin(pim, G1, 1)}));
}

TEST_F(SequenceTest, SEQ_2_ShutDownLeavesNothing)
{
    auto& igmp = Owner(IGMP_PROTOCOL_ID, {1});
    auto& pim = Owner(PIM, {1, 2});
    igmp.Add(G1, 1);
    pim.Add(G1, 1);
    pim.Add(ANY, 2);
    Seen();
    EXPECT_EQ(pim.Release(1), Status::NO_ERROR);
    EXPECT_EQ(Seen(),
              (ClientEvents{DisableIgmp(igmp, 1), LocalLeave(pim, G1, 1), EnableIgmp(igmp, 1)}));
    EXPECT_EQ(pim.Release(2), Status::NO_ERROR);
    EXPECT_EQ(Seen(), (ClientEvents{PruneAlert(igmp, ANY), PruneAlert(igmp, G1)}));
    EXPECT_EQ(pim.DeRegister(), Status::NO_ERROR);
    igmp.Release(1);
    igmp.DeRegister();
    ExpectEmpty();
}

TEST_F(SequenceTest, SEQ_3_WrongOrdersHaveTheirDocumentedErrors)
{
    auto& pim = MakeClient(PIM);
    EXPECT_EQ(pim.Take(1), Status::ERROR_INVALID_PARAMETER);
    pim.Register();
    EXPECT_EQ(pim.Add(G1, 1), Status::ERROR_CAN_NOT_COMPLETE);
    EXPECT_EQ(pim.Delete(G1, 1), Status::ERROR_NOT_FOUND);
    EXPECT_EQ(pim.Release(1), Status::ERROR_INVALID_PARAMETER);
    EXPECT_EQ(pim.Take(1), Status::NO_ERROR);
    EXPECT_EQ(pim.Register(), Status::ERROR_ALREADY_EXISTS);
}

TEST_F(SequenceTest, SEQ_3_EnumerationBeforeTakeIsAllowed)
{
    auto& igmp = Owner(IGMP_PROTOCOL_ID, {1});
    igmp.Add(G1, 1);
    auto& pim = Registered(PIM);
    EXPECT_EQ(pim.Enumerate(), std::vector<SourceGroup>{G1});
    Seen();
    pim.Take(1);
    igmp.Add(G1, 1);
    EXPECT_EQ(Seen(),
              (ClientEvents{DisableIgmp(igmp, 1),
                            PruneAlert(pim, G1),
                            EnableIgmp(igmp, 1),
                            LocalJoin(pim, G1, 1)}));
}

TEST_F(SequenceTest, SEQ_3_DeregisteringFirstIsRefused)
{
    auto& pim = Owner(PIM, {1});
    pim.Add(G1, 1);
    EXPECT_EQ(pim.DeRegister(), Status::ERROR_CAN_NOT_COMPLETE);
    EXPECT_EQ(pim.Enumerate(), std::vector<SourceGroup>{G1});
    EXPECT_EQ(pim.Release(1), Status::NO_ERROR);
    EXPECT_EQ(pim.DeRegister(), Status::NO_ERROR);
}

} // namespace mgm
} // namespace ns3
