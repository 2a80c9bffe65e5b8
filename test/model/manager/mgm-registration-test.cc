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

/// Rules REG of doc/rules.md.
class RegistrationTest : public ManagerTest
{
  protected:
    /// Checks that every function refuses a client's handle.
    void ExpectDead(TestClient& client)
    {
        EXPECT_EQ(client.DeRegister(), Status::ERROR_INVALID_PARAMETER);
        EXPECT_EQ(client.Fail(), Status::ERROR_INVALID_PARAMETER);
        EXPECT_EQ(client.Take(1), Status::ERROR_INVALID_PARAMETER);
        EXPECT_EQ(client.Release(1), Status::ERROR_INVALID_PARAMETER);
        EXPECT_EQ(client.Add(G1, 1), Status::ERROR_INVALID_PARAMETER);
        EXPECT_EQ(client.Delete(G1, 1), Status::ERROR_INVALID_PARAMETER);
        EnumerationHandle enumeration;
        EXPECT_EQ(m_manager->GroupEnumerationStart(client.GetHandle(),
                                                   EnumerationType::ANY_SOURCE,
                                                   enumeration),
                  Status::ERROR_INVALID_PARAMETER);
        EXPECT_EQ(m_manager->SetMfe(client.GetHandle(), {}), Status::ERROR_INVALID_PARAMETER);
    }

    /// Checks that every function refuses the handle of an enumeration.
    void ExpectDead(EnumerationHandle enumeration)
    {
        SourceGroupEntry entry;
        uint32_t size = sizeof(entry);
        uint32_t count = 0;
        EXPECT_EQ(m_manager->GroupEnumerationGetNext(enumeration, size, &entry, count),
                  Status::ERROR_INVALID_PARAMETER);
        EXPECT_EQ(m_manager->GroupEnumerationEnd(enumeration), Status::ERROR_INVALID_PARAMETER);
    }
};

TEST_F(RegistrationTest, REG_1_NothingWorksWithoutRegistering)
{
    ExpectDead(MakeClient(PIM));
    ExpectDead(EnumerationHandle{});
    ExpectEmpty();
}

TEST_F(RegistrationTest, REG_1_HandleIdentifiesTheCaller)
{
    auto& pim = Owner(PIM, {1});
    auto& dvmrp = Registered(DVMRP);
    EXPECT_EQ(dvmrp.Add(G1, 1), Status::ERROR_INVALID_PARAMETER);
    EXPECT_EQ(pim.Add(G1, 1), Status::NO_ERROR);
}

TEST_F(RegistrationTest, REG_2_IdIsUnique)
{
    Registered(PIM);
    auto& twin = MakeClient(PIM);
    EXPECT_EQ(twin.Register(), Status::ERROR_ALREADY_EXISTS);
    EXPECT_EQ(m_manager->GetClients().GetAll().size(), 1U);
}

TEST_F(RegistrationTest, REG_2_ProtocolMayHaveSeveralComponents)
{
    auto& first = Registered(PIM, 1);
    auto& second = Registered(PIM, 2);
    Registered(DVMRP, 1);
    EXPECT_NE(first.GetHandle(), second.GetHandle());
    EXPECT_EQ(first.Take(1), Status::NO_ERROR);
    EXPECT_EQ(second.Take(1), Status::ERROR_ALREADY_EXISTS);
}

TEST_F(RegistrationTest, REG_2_IdIsFreeAgainAfterDeregistering)
{
    Registered(PIM).DeRegister();
    EXPECT_EQ(MakeClient(PIM).Register(), Status::NO_ERROR);
}

TEST_F(RegistrationTest, REG_3_OwnedInterfacesAreReleasedFirst)
{
    auto& pim = Owner(PIM, {1, 2});
    EXPECT_EQ(pim.DeRegister(), Status::ERROR_CAN_NOT_COMPLETE);
    pim.Release(1);
    EXPECT_EQ(pim.DeRegister(), Status::ERROR_CAN_NOT_COMPLETE);
    pim.Release(2);
    EXPECT_EQ(pim.DeRegister(), Status::NO_ERROR);
    ExpectDead(pim);
    ExpectEmpty();
}

TEST_F(RegistrationTest, REG_3_IgmpReleasesItsInterfacesFirstToo)
{
    auto& igmp = Owner(IGMP_PROTOCOL_ID, {1});
    EXPECT_EQ(igmp.DeRegister(), Status::ERROR_CAN_NOT_COMPLETE);
    igmp.Release(1);
    EXPECT_EQ(igmp.DeRegister(), Status::NO_ERROR);
}

TEST_F(RegistrationTest, REG_4_StaleHandleIsRecognisedAfterRegisteringAgain)
{
    auto& before = Registered(PIM);
    before.DeRegister();
    auto& after = Registered(PIM);
    EXPECT_NE(before.GetHandle(), after.GetHandle());
    ExpectDead(before);
    EXPECT_EQ(after.Take(1), Status::NO_ERROR);
    ExpectDead(before);
    ClientId id;
    EXPECT_EQ(m_manager->GetProtocolOnInterface({1}, id), Status::NO_ERROR);
}

TEST_F(RegistrationTest, REG_4_EnumerationHandlesAreNotReused)
{
    auto& pim = Registered(PIM);
    EnumerationHandle first;
    EnumerationHandle second;
    const auto type = EnumerationType::ALL_SOURCES;
    m_manager->GroupEnumerationStart(pim.GetHandle(), type, first);
    EXPECT_EQ(m_manager->GroupEnumerationEnd(first), Status::NO_ERROR);
    m_manager->GroupEnumerationStart(pim.GetHandle(), type, second);
    EXPECT_NE(first, second);
    ExpectDead(first);
    pim.DeRegister();
    ExpectDead(second);
}

TEST_F(RegistrationTest, REG_5_FailedClientIsReleasedInOrder)
{
    auto& igmp = Owner(IGMP_PROTOCOL_ID, {1, 2});
    auto& dvmrp = Owner(DVMRP, {4});
    auto& pim = Owner(PIM, {2, 3, 1});
    pim.Add(G1, 1);
    pim.Add(G1, 2);
    pim.Add(G2, 3);
    igmp.Add(G2, 1);
    Seen();

    EXPECT_EQ(pim.Fail(), Status::NO_ERROR);
    EXPECT_EQ(Seen(),
              (ClientEvents{DisableIgmp(igmp, 2),
                            EnableIgmp(igmp, 2),
                            PruneAlert(igmp, G2),
                            PruneAlert(dvmrp, G2),
                            DisableIgmp(igmp, 1),
                            PruneAlert(igmp, G1),
                            PruneAlert(dvmrp, G1),
                            EnableIgmp(igmp, 1)}));
    ExpectDead(pim);
    EXPECT_EQ(m_manager->GetMemberships().GetSize(), 0U);
    EXPECT_EQ(dvmrp.Take(1), Status::NO_ERROR);
}

TEST_F(RegistrationTest, REG_5_FailedIgmpLeavesTheOwnerWithoutLocalMembers)
{
    auto& pim = Owner(PIM, {1});
    auto& igmp = Owner(IGMP_PROTOCOL_ID, {1, 2});
    igmp.Add(G1, 1);
    igmp.Add(G2, 2);
    Seen();
    EXPECT_EQ(igmp.Fail(), Status::NO_ERROR);
    EXPECT_EQ(Seen(), (ClientEvents{LocalLeave(pim, G1, 1), PruneAlert(pim, G2)}));
}

TEST_F(RegistrationTest, REG_5_NothingIsKeptForAFailedClient)
{
    auto& pim = Owner(PIM, {1, 2});
    auto& dvmrp = Owner(DVMRP, {3});
    pim.Add(G2, 1);
    pim.Add(G1, 2);
    dvmrp.Add(ANY, 3);
    dvmrp.Add(G1, 3);
    dvmrp.react = [&](const ClientEvent& event) {
        if (event.key == G2)
        {
            dvmrp.Delete(G1, 3); // while the failed client still has its entry
        }
    };
    pim.Fail();
    EXPECT_TRUE(m_manager->IsIdle());
}

TEST_F(RegistrationTest, REG_5_FailureInsideTheOwnReleaseEndsIt)
{
    auto& pim = Owner(PIM, {1, 2});
    auto& dvmrp = Owner(DVMRP, {3});
    pim.Add(G1, 2);
    Seen();
    dvmrp.react = [&pim](const ClientEvent& event) {
        if (event.op == ClientEvent::Op::PRUNE_ALERT)
        {
            pim.Fail();
        }
    };
    EXPECT_EQ(pim.Release(2), Status::NO_ERROR);
    EXPECT_EQ(Seen(), (ClientEvents{PruneAlert(dvmrp, G1)}));
    ExpectDead(pim);
    EXPECT_EQ(dvmrp.Take(1), Status::NO_ERROR);
    EXPECT_EQ(dvmrp.Take(2), Status::NO_ERROR);
}

TEST_F(RegistrationTest, REG_5_FailureInsideTheOwnTakeGivesOneBracket)
{
    auto& igmp = Owner(IGMP_PROTOCOL_ID, {2});
    auto& pim = Owner(PIM, {1});
    igmp.Add(G1, 2);
    Seen();
    pim.react = [&pim](const ClientEvent& event) {
        if (event.op == ClientEvent::Op::PRUNE_ALERT)
        {
            pim.Fail();
        }
    };
    pim.Take(2);
    EXPECT_EQ(Seen(),
              (ClientEvents{DisableIgmp(igmp, 2), PruneAlert(pim, G1), EnableIgmp(igmp, 2)}));
    ExpectDead(pim);
}

TEST_F(RegistrationTest, REG_5_NobodyIsCalledWhenTheCallsOfAFailedClientReturn)
{
    SetAttribute("CallbackDelivery", "posted");
    auto& pim = Owner(PIM, {1});
    auto& dvmrp = Owner(DVMRP, {2});
    RunUntil(Seconds(1));
    dvmrp.Add(G1, 2); // queues a JOIN_ALERT
    bool returned = false;
    m_manager->CallWhenReturned(pim.GetHandle(),
                                Callback<void>([&returned]() { returned = true; }));
    pim.Fail();
    RunUntil(Seconds(2));
    EXPECT_FALSE(returned);
}

TEST_F(RegistrationTest, REG_5_FailureIsInTheTrace)
{
    auto& pim = Owner(PIM, {1});
    Listen();
    pim.Fail();
    const auto calls = Traced(TraceKind::CALL);
    ASSERT_EQ(calls.size(), 1U);
    EXPECT_EQ(calls[0].opText, "FailClient");
    EXPECT_EQ(calls[0].client, ClientId(pim));
}

} // namespace mgm
} // namespace ns3
