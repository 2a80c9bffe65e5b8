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

/// Rules OWN of doc/rules.md, without the time that a change may take.
class OwnershipTest : public ManagerTest
{
  protected:
    /// Checks what GetProtocolOnInterface answers.
    void ExpectOn(uint32_t interface, ClientId expected)
    {
        ClientId id;
        EXPECT_EQ(m_manager->GetProtocolOnInterface({interface}, id), Status::NO_ERROR);
        EXPECT_EQ(id, expected);
    }

    /// Checks that GetProtocolOnInterface finds nobody.
    void ExpectNobodyOn(uint32_t interface)
    {
        ClientId id;
        EXPECT_EQ(m_manager->GetProtocolOnInterface({interface}, id), Status::ERROR_NOT_FOUND);
    }
};

TEST_F(OwnershipTest, OWN_1_OneOwnerBesideIgmp)
{
    auto& igmp = Owner(IGMP_PROTOCOL_ID, {1});
    auto& pim = Owner(PIM, {1});
    auto& dvmrp = Registered(DVMRP);
    EXPECT_EQ(dvmrp.Take(1), Status::ERROR_ALREADY_EXISTS);
    ExpectOn(1, pim);
    EXPECT_EQ(igmp.Add(G1, 1), Status::NO_ERROR);
}

TEST_F(OwnershipTest, OWN_1_OneIgmpPerInterface)
{
    Owner(IGMP_PROTOCOL_ID, {1});
    auto& second = Registered(IGMP_PROTOCOL_ID, 2);
    EXPECT_EQ(second.Take(1), Status::ERROR_ALREADY_EXISTS);
    EXPECT_EQ(second.Take(2), Status::NO_ERROR);
}

TEST_F(OwnershipTest, OWN_1_NextHopsAreInterfacesOfTheirOwn)
{
    auto& pim = Registered(PIM);
    auto& dvmrp = Registered(DVMRP);
    const InterfaceId first{1, Ipv4Address("10.0.1.8")};
    const InterfaceId second{1, Ipv4Address("10.0.1.9")};
    EXPECT_EQ(m_manager->TakeInterfaceOwnership(pim.GetHandle(), first), Status::NO_ERROR);
    EXPECT_EQ(m_manager->TakeInterfaceOwnership(dvmrp.GetHandle(), second), Status::NO_ERROR);
    EXPECT_EQ(m_manager->TakeInterfaceOwnership(dvmrp.GetHandle(), first),
              Status::ERROR_ALREADY_EXISTS);
}

TEST_F(OwnershipTest, OWN_2_TakeComesBeforeAdd)
{
    auto& pim = Registered(PIM);
    EXPECT_EQ(pim.Add(G1, 1), Status::ERROR_CAN_NOT_COMPLETE);
    pim.Take(1);
    EXPECT_EQ(pim.Add(G1, 1), Status::NO_ERROR);
}

TEST_F(OwnershipTest, OWN_3_TakeAndReleaseBracketIgmp)
{
    auto& igmp = Owner(IGMP_PROTOCOL_ID, {1});
    auto& pim = Owner(PIM, {1});
    EXPECT_EQ(Seen(), (ClientEvents{DisableIgmp(igmp, 1), EnableIgmp(igmp, 1)}));
    EXPECT_EQ(pim.Release(1), Status::NO_ERROR);
    EXPECT_EQ(Seen(), (ClientEvents{DisableIgmp(igmp, 1), EnableIgmp(igmp, 1)}));
    ExpectOn(1, igmp);
}

TEST_F(OwnershipTest, OWN_3_NoBracketWithoutIgmpThere)
{
    Owner(IGMP_PROTOCOL_ID, {2});
    auto& pim = Owner(PIM, {1});
    pim.Release(1);
    EXPECT_EQ(Seen(), ClientEvents{});
}

TEST_F(OwnershipTest, OWN_3_ChangesAreInsideTheBracket)
{
    auto& igmp = Owner(IGMP_PROTOCOL_ID, {1});
    auto& pim = Registered(PIM);
    auto& dvmrp = Registered(DVMRP);
    std::vector<Status> answers;
    std::vector<ClientId> owners;
    igmp.react = [&](const ClientEvent&) {
        ClientId id;
        answers.push_back(m_manager->GetProtocolOnInterface({1}, id));
        owners.push_back(id);
    };
    pim.Take(1);
    EXPECT_EQ(owners, (std::vector<ClientId>{igmp, pim}));

    igmp.react = nullptr;
    pim.Add(G1, 1);
    Seen();
    pim.Release(1);
    EXPECT_EQ(Seen(),
              (ClientEvents{DisableIgmp(igmp, 1),
                            PruneAlert(igmp, G1),
                            PruneAlert(dvmrp, G1),
                            EnableIgmp(igmp, 1)}));
}

TEST_F(OwnershipTest, OWN_4_IgmpAddsAgainInALaterEvent)
{
    auto& igmp = Owner(IGMP_PROTOCOL_ID, {1});
    auto& pim = Registered(PIM);
    igmp.Add(G1, 1);
    igmp.react = [&](const ClientEvent& event) {
        if (event.op == ClientEvent::Op::ENABLE_IGMP)
        {
            Simulator::ScheduleNow([&] { EXPECT_EQ(igmp.Add(G1, 1), Status::NO_ERROR); });
        }
    };
    Seen();
    pim.Take(1);
    EXPECT_EQ(Seen(),
              (ClientEvents{DisableIgmp(igmp, 1), PruneAlert(pim, G1), EnableIgmp(igmp, 1)}));
    Simulator::Run();
    EXPECT_EQ(Seen(), (ClientEvents{LocalJoin(pim, G1, 1)}));
}

TEST_F(OwnershipTest, OWN_5_ReleaseDeletesWhatTheClientKeptThere)
{
    auto& pim = Owner(PIM, {1, 2});
    auto& dvmrp = Registered(DVMRP);
    pim.Add(G1, 1);
    pim.Add(G2, 1);
    pim.Add(G2, 2);
    Seen();
    pim.Release(1);
    EXPECT_EQ(Seen(), (ClientEvents{PruneAlert(dvmrp, G1)}));
    EXPECT_EQ(dvmrp.Enumerate(), std::vector<SourceGroup>{G2});
}

TEST_F(OwnershipTest, OWN_6_NamesOwnerElseIgmpElseNobody)
{
    ExpectNobodyOn(1);
    ExpectNobodyOn(NONE);
    auto& igmp = Owner(IGMP_PROTOCOL_ID, {1});
    ExpectOn(1, igmp);
    auto& pim = Owner(PIM, {1});
    ExpectOn(1, pim);
    igmp.Release(1);
    ExpectOn(1, pim);
    pim.Release(1);
    ExpectNobodyOn(1);
}

TEST_F(OwnershipTest, OWN_7_TakePrunesWhatIgmpHeld)
{
    auto& igmp = Owner(IGMP_PROTOCOL_ID, {1});
    auto& pim = Registered(PIM);
    auto& dvmrp = Registered(DVMRP);
    igmp.Add(G1, 1);
    igmp.Add(G2, 1);
    EXPECT_EQ(Seen(),
              (ClientEvents{JoinAlert(pim, G1),
                            JoinAlert(dvmrp, G1),
                            JoinAlert(pim, G2),
                            JoinAlert(dvmrp, G2)}));
    pim.Take(1);
    EXPECT_EQ(Seen(),
              (ClientEvents{DisableIgmp(igmp, 1),
                            PruneAlert(pim, G1),
                            PruneAlert(dvmrp, G1),
                            PruneAlert(pim, G2),
                            PruneAlert(dvmrp, G2),
                            EnableIgmp(igmp, 1)}));
}

TEST_F(OwnershipTest, OWN_7_EnumerationRightAfterTakeLacksThem)
{
    auto& igmp = Owner(IGMP_PROTOCOL_ID, {1});
    igmp.Add(G1, 1);
    auto& pim = Owner(PIM, {1});
    Seen();
    EXPECT_TRUE(pim.Enumerate().empty());
    igmp.Add(G1, 1);
    EXPECT_EQ(Seen(), (ClientEvents{LocalJoin(pim, G1, 1)}));
    EXPECT_EQ(pim.Enumerate(), std::vector<SourceGroup>{G1});
}

TEST_F(OwnershipTest, OWN_7_ReleaseTakesLocalMembersFromTheOwner)
{
    auto& igmp = Owner(IGMP_PROTOCOL_ID, {1});
    auto& pim = Owner(PIM, {1});
    igmp.Add(G1, 1);
    Seen();
    pim.Release(1);
    EXPECT_EQ(Seen(),
              (ClientEvents{DisableIgmp(igmp, 1), LocalLeave(pim, G1, 1), EnableIgmp(igmp, 1)}));
    igmp.Add(G1, 1);
    EXPECT_EQ(Seen(), (ClientEvents{JoinAlert(pim, G1)}));
}

TEST_F(OwnershipTest, OWN_8_IgmpTakesAndReleasesWithoutABracket)
{
    auto& pim = Owner(PIM, {1});
    auto& igmp = Owner(IGMP_PROTOCOL_ID, {1});
    EXPECT_EQ(Seen(), ClientEvents{});
    igmp.Add(G1, 1);
    igmp.Add(S1G1, 1);
    Seen();
    EXPECT_EQ(igmp.Release(1), Status::NO_ERROR);
    EXPECT_EQ(Seen(), (ClientEvents{LocalLeave(pim, G1, 1), LocalLeave(pim, S1G1, 1)}));
    ExpectOn(1, pim);
    EXPECT_EQ(m_manager->GetMemberships().GetSize(), 0U);
}

TEST_F(OwnershipTest, OWN_8_IgmpReleasesAnInterfaceOfItsOwn)
{
    auto& igmp = Owner(IGMP_PROTOCOL_ID, {1});
    auto& pim = Registered(PIM);
    igmp.Add(G1, 1);
    Seen();
    igmp.Release(1);
    EXPECT_EQ(Seen(), (ClientEvents{PruneAlert(pim, G1)}));
    ExpectNobodyOn(1);
}

TEST_F(OwnershipTest, OWN_9_TakingTwice)
{
    auto& pim = Owner(PIM, {1});
    EXPECT_EQ(pim.Take(1), Status::ERROR_ALREADY_EXISTS);
    auto& igmp = Owner(IGMP_PROTOCOL_ID, {1});
    EXPECT_EQ(igmp.Take(1), Status::ERROR_ALREADY_EXISTS);
}

TEST_F(OwnershipTest, OWN_9_InterfaceThatTheNodeDoesNotHave)
{
    auto& pim = Registered(PIM);
    EXPECT_EQ(pim.Take(NONE), Status::ERROR_INVALID_PARAMETER);
    EXPECT_EQ(pim.Release(NONE), Status::ERROR_INVALID_PARAMETER);
    auto& igmp = Registered(IGMP_PROTOCOL_ID);
    EXPECT_EQ(igmp.Take(NONE), Status::ERROR_INVALID_PARAMETER);
    pim.DeRegister();
    igmp.DeRegister();
    ExpectEmpty();
}

TEST_F(OwnershipTest, OWN_9_OnlyTheOwnerReleases)
{
    auto& pim = Owner(PIM, {1});
    auto& dvmrp = Registered(DVMRP);
    auto& igmp = Registered(IGMP_PROTOCOL_ID);
    EXPECT_EQ(dvmrp.Release(1), Status::ERROR_INVALID_PARAMETER);
    EXPECT_EQ(igmp.Release(1), Status::ERROR_INVALID_PARAMETER);
    EXPECT_EQ(pim.Release(2), Status::ERROR_INVALID_PARAMETER);
    ExpectOn(1, pim);
}

TEST_F(OwnershipTest, OWN_11_IgmpAddsNothingInsideTheBracket)
{
    auto& igmp = Owner(IGMP_PROTOCOL_ID, {1, 2});
    auto& pim = Registered(PIM);
    igmp.Add(G1, 1);
    Listen();
    std::vector<Status> inBracket;
    std::vector<Status> elsewhere;
    igmp.react = [&](const ClientEvent&) {
        inBracket.push_back(igmp.Add(G2, 1));
        inBracket.push_back(igmp.Delete(G1, 1));
        elsewhere.push_back(igmp.Add(G1, 2));
    };
    pim.Take(1);
    EXPECT_EQ(inBracket, std::vector<Status>(4, Status::ERROR_CAN_NOT_COMPLETE));
    // Inside ENABLE it adds nothing anywhere (I2).
    EXPECT_EQ(elsewhere, (std::vector<Status>{Status::NO_ERROR, Status::ERROR_CAN_NOT_COMPLETE}));
    const auto violations = Traced(TraceKind::VIOLATION);
    ASSERT_EQ(violations.size(), 5U);
    EXPECT_EQ(violations[0].client, ClientId(igmp));
    EXPECT_EQ(violations[0].interface, InterfaceId{1});
    EXPECT_EQ(pim.Enumerate(), std::vector<SourceGroup>{G1});
    igmp.react = nullptr;
    EXPECT_EQ(igmp.Add(G2, 1), Status::NO_ERROR);
}

TEST_F(OwnershipTest, OWN_11_ANestedEnableDoesNotEndTheContextOfTheOuterOne)
{
    auto& igmp = Owner(IGMP_PROTOCOL_ID, {1, 2, 3});
    auto& pim = Registered(PIM);
    igmp.Add(G1, 1);
    pim.react = [&pim](const ClientEvent& event) {
        if (event.op == ClientEvent::Op::PRUNE_ALERT)
        {
            pim.Take(2); // its ENABLE is made inside that of interface 1
        }
    };
    Status added = Status::NO_ERROR;
    igmp.react = [&](const ClientEvent& event) {
        if (event.op == ClientEvent::Op::ENABLE_IGMP && event.interface == 1)
        {
            igmp.Enumerate();
            added = igmp.Add(G2, 3);
        }
    };
    pim.Take(1);
    EXPECT_EQ(added, Status::ERROR_CAN_NOT_COMPLETE);
}

} // namespace mgm
} // namespace ns3
