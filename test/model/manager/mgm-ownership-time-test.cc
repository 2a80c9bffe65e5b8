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

/// OWN-10: a change of owner that takes two seconds.
class OwnershipTimeTest : public ManagerTest
{
  protected:
    void SetUp() override
    {
        ManagerTest::SetUp();
        m_igmp = &Owner(IGMP_PROTOCOL_ID, {1});
        m_pim = &Registered(PIM);
        m_dvmrp = &Registered(DVMRP);
        SetAttribute("OwnershipChangeDuration", "ns3::ConstantRandomVariable[Constant=2]");
    }

    /// @return who GetProtocolOnInterface names on interface 1, and nobody if it finds none
    ClientId OnInterface()
    {
        ClientId id;
        return m_manager->GetProtocolOnInterface({1}, id) == Status::NO_ERROR ? id : ClientId{};
    }

    TestClient* m_igmp;  ///< IGMP, on interface 1
    TestClient* m_pim;   ///< takes interface 1
    TestClient* m_dvmrp; ///< another one
};

TEST_F(OwnershipTimeTest, OWN_10_BracketLastsAsLongAsTheChange)
{
    m_igmp->Add(G1, 1);
    Seen();
    EXPECT_EQ(m_pim->Take(1), Status::NO_ERROR);
    EXPECT_EQ(
        Seen(),
        (ClientEvents{DisableIgmp(*m_igmp, 1), PruneAlert(*m_pim, G1), PruneAlert(*m_dvmrp, G1)}));
    RunUntil(Seconds(1.999));
    EXPECT_EQ(Seen(), ClientEvents{});
    EXPECT_FALSE(m_manager->IsIdle());
    RunUntil(Seconds(3));
    const auto seen = Seen();
    EXPECT_EQ(seen, (ClientEvents{EnableIgmp(*m_igmp, 1)}));
    EXPECT_EQ(seen.at(0).at, Seconds(2));
    EXPECT_EQ(OnInterface(), ClientId(*m_pim));
}

TEST_F(OwnershipTimeTest, OWN_10_InterfaceIsReservedForItsNewOwner)
{
    m_pim->Take(1);
    EXPECT_EQ(m_dvmrp->Take(1), Status::ERROR_ALREADY_EXISTS);
    EXPECT_EQ(m_pim->Take(1), Status::ERROR_ALREADY_EXISTS);
    EXPECT_EQ(m_pim->Release(1), Status::ERROR_CAN_NOT_COMPLETE);
    EXPECT_EQ(m_pim->Add(G1, 1), Status::ERROR_CAN_NOT_COMPLETE);
    EXPECT_EQ(m_pim->Delete(G1, 1), Status::ERROR_CAN_NOT_COMPLETE);
    EXPECT_EQ(m_pim->DeRegister(), Status::ERROR_CAN_NOT_COMPLETE);
    EXPECT_EQ(OnInterface(), ClientId(*m_igmp));
    RunUntil(Seconds(2));
    EXPECT_EQ(m_pim->Add(G1, 1), Status::NO_ERROR);
    EXPECT_EQ(m_dvmrp->Take(1), Status::ERROR_ALREADY_EXISTS);
    EXPECT_EQ(m_pim->Release(1), Status::NO_ERROR);
}

TEST_F(OwnershipTimeTest, OWN_10_ReleaseTakesTimeToo)
{
    m_pim->Take(1);
    RunUntil(Seconds(2));
    m_pim->Add(G1, 1);
    Seen();
    EXPECT_EQ(m_pim->Release(1), Status::NO_ERROR);
    EXPECT_EQ(
        Seen(),
        (ClientEvents{DisableIgmp(*m_igmp, 1), PruneAlert(*m_igmp, G1), PruneAlert(*m_dvmrp, G1)}));
    EXPECT_EQ(OnInterface(), ClientId(*m_pim));
    EXPECT_EQ(m_dvmrp->Take(1), Status::ERROR_ALREADY_EXISTS);
    EXPECT_EQ(m_pim->Release(1), Status::ERROR_CAN_NOT_COMPLETE);
    EXPECT_EQ(m_pim->Add(G2, 1), Status::ERROR_CAN_NOT_COMPLETE);
    EXPECT_EQ(m_pim->DeRegister(), Status::ERROR_CAN_NOT_COMPLETE);
    RunUntil(Seconds(4));
    EXPECT_EQ(Seen(), (ClientEvents{EnableIgmp(*m_igmp, 1)}));
    EXPECT_EQ(OnInterface(), ClientId(*m_igmp));
    EXPECT_EQ(m_pim->DeRegister(), Status::NO_ERROR);
}

TEST_F(OwnershipTimeTest, OWN_10_WithoutIgmpTheInterfaceHasNobodyMeanwhile)
{
    m_igmp->Release(1);
    m_pim->Take(1);
    EXPECT_EQ(OnInterface(), ClientId{});
    EXPECT_EQ(m_igmp->Take(1), Status::ERROR_ALREADY_EXISTS);
    RunUntil(Seconds(2));
    EXPECT_EQ(OnInterface(), ClientId(*m_pim));
    EXPECT_EQ(m_igmp->Take(1), Status::NO_ERROR);
    EXPECT_EQ(Seen(), ClientEvents{});
}

TEST_F(OwnershipTimeTest, OWN_10_OtherInterfacesGoOn)
{
    m_pim->Take(1);
    m_dvmrp->Take(2);
    RunUntil(Seconds(2));
    EXPECT_EQ(m_dvmrp->Add(G1, 2), Status::NO_ERROR);
    EXPECT_EQ(Seen(),
              (ClientEvents{DisableIgmp(*m_igmp, 1),
                            EnableIgmp(*m_igmp, 1),
                            JoinAlert(*m_igmp, G1),
                            JoinAlert(*m_pim, G1)}));
}

TEST_F(OwnershipTimeTest, OWN_10_IgmpStaysUntilTheBracketIsClosed)
{
    m_pim->Take(1);
    EXPECT_EQ(m_igmp->Release(1), Status::ERROR_CAN_NOT_COMPLETE);
    EXPECT_EQ(m_igmp->DeRegister(), Status::ERROR_CAN_NOT_COMPLETE);
    RunUntil(Seconds(2));
    EXPECT_EQ(m_igmp->Release(1), Status::NO_ERROR);
}

TEST_F(OwnershipTimeTest, OWN_10_FailureEndsTheChangeWithoutANewOwner)
{
    m_pim->Take(1);
    RunUntil(Seconds(1));
    Seen();
    EXPECT_EQ(m_pim->Fail(), Status::NO_ERROR);
    const auto seen = Seen();
    EXPECT_EQ(seen, (ClientEvents{EnableIgmp(*m_igmp, 1)}));
    EXPECT_EQ(OnInterface(), ClientId(*m_igmp));
    RunUntil(Seconds(5));
    EXPECT_EQ(Seen(), ClientEvents{});
    EXPECT_EQ(OnInterface(), ClientId(*m_igmp));
}

TEST_F(OwnershipTimeTest, OWN_11_AddAndDeleteInsideTheBracketAreViolations)
{
    Listen();
    m_pim->Take(1);
    RunUntil(Seconds(1));
    EXPECT_EQ(m_igmp->Add(G1, 1), Status::ERROR_CAN_NOT_COMPLETE);
    EXPECT_EQ(m_igmp->Delete(G1, 1), Status::ERROR_CAN_NOT_COMPLETE);
    EXPECT_EQ(Traced(TraceKind::VIOLATION).size(), 2U);
    RunUntil(Seconds(2));
    EXPECT_EQ(m_igmp->Add(G1, 1), Status::NO_ERROR);
    EXPECT_EQ(Traced(TraceKind::VIOLATION).size(), 2U);
}

} // namespace mgm
} // namespace ns3
