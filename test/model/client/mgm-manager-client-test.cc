/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "mgm-manager-client-fixture.h"

#include "ns3/simulator.h"

#include <algorithm>

namespace ns3
{
namespace mgm
{

TEST_F(ManagerClientTest, SEQ_1_RegistersAsksTakesEnumerates)
{
    auto& igmp = Owner(IGMP_PROTOCOL_ID, {2});
    auto& dvmrp = Owner(DVMRP, {3});
    igmp.Add(G1, 2);
    dvmrp.Add(G2, 3);
    Listen();
    m_client->Start();
    EXPECT_EQ(Calls(),
              (Lines{"0 RegisterMProtocol NO_ERROR",
                     "0 GetProtocolOnInterface 1 ERROR_NOT_FOUND",
                     "0 GetProtocolOnInterface 2 NO_ERROR",
                     "0 TakeInterfaceOwnership 1 NO_ERROR",
                     "0 TakeInterfaceOwnership 2 NO_ERROR",
                     "0 GroupEnumerationStart NO_ERROR",
                     "0 GroupEnumerationGetNext ERROR_NO_MORE_ITEMS",
                     "0 GroupEnumerationEnd NO_ERROR"}));
    EXPECT_EQ(Told(),
              (Lines{"registered",
                     "asked 1 nobody",
                     "asked 2 10/1",
                     "taking 1",
                     "owned 1",
                     "taking 2",
                     "PRUNE_ALERT (*,239.1.1.1) 2 1", // IGMP's entry leaves inside the bracket
                     "owned 2",
                     "group (*,239.1.1.2)",
                     "serving"}));
    EXPECT_TRUE(m_client->IsServing());
}

TEST_F(ManagerClientTest, SEQ_1_StepsAreOptional)
{
    m_client->asks = false;
    m_client->enumerates = false;
    Listen();
    m_client->Start();
    EXPECT_EQ(Calls(),
              (Lines{"0 RegisterMProtocol NO_ERROR",
                     "0 TakeInterfaceOwnership 1 NO_ERROR",
                     "0 TakeInterfaceOwnership 2 NO_ERROR"}));
    EXPECT_TRUE(m_client->IsServing());
}

TEST_F(ManagerClientTest, SEQ_1_AStepThatIsHeldBackWaitsUntilItIsLetGo)
{
    EXPECT_EQ(m_client->GetStartUp(),
              (std::vector<ClientStep>{ClientStep::REGISTER,
                                       ClientStep::ASK,
                                       ClientStep::TAKE,
                                       ClientStep::ENUMERATE}));
    Listen();
    m_client->HoldStartUp();
    m_client->Start();
    EXPECT_EQ(Calls(), Lines());
    m_client->LetGo(ClientStep::ASK); // before its time
    EXPECT_EQ(Calls(), Lines());
    RunUntil(Seconds(1));
    m_client->LetGo(ClientStep::REGISTER);
    const Lines asked{"1 RegisterMProtocol NO_ERROR",
                      "1 GetProtocolOnInterface 1 ERROR_NOT_FOUND",
                      "1 GetProtocolOnInterface 2 ERROR_NOT_FOUND"};
    EXPECT_EQ(Calls(), asked);
    RunUntil(Seconds(2));
    EXPECT_EQ(Calls(), asked);
    m_client->LetGo(ClientStep::TAKE);
    EXPECT_EQ(m_client->GetHeld(), (std::set<InterfaceId>{{1}, {2}}));
    EXPECT_EQ(m_client->GetState(), ClientLifeState::ENUMERATING);
    m_client->LetGo(ClientStep::ENUMERATE);
    EXPECT_TRUE(m_client->IsServing());
    m_client->Stop();
    m_client->Start();
    EXPECT_TRUE(m_client->IsServing()) << "a step is let go once and for all";
}

TEST_F(ManagerClientTest, SEQ_1_HoldsOnlyTheStepsOfItsStartUp)
{
    m_client->asks = false;
    m_client->enumerates = false;
    EXPECT_EQ(m_client->GetStartUp(),
              (std::vector<ClientStep>{ClientStep::REGISTER, ClientStep::TAKE}));
    m_client->HoldStartUp();
    m_client->Start();
    m_client->LetGo(ClientStep::REGISTER);
    m_client->LetGo(ClientStep::TAKE);
    EXPECT_TRUE(m_client->IsServing());
}

TEST_F(ManagerClientTest, REG_5_AFailureEndsTheWaitForAStep)
{
    m_client->HoldStartUp();
    m_client->Start();
    m_client->LetGo(ClientStep::REGISTER);
    m_client->Fail();
    Listen();
    m_client->LetGo(ClientStep::ASK);
    EXPECT_EQ(Calls(), Lines());
    EXPECT_EQ(m_client->GetState(), ClientLifeState::STOPPED);
    ExpectEmpty();
}

TEST_F(ManagerClientTest, REG_2_RegistersAsItWasToldTo)
{
    EXPECT_EQ(m_client->GetId(), (ClientId{4, 1}));
    m_client->SetIdentity("twin", ClientId{4, 2});
    m_client->Start();
    EXPECT_EQ(m_client->GetId(), (ClientId{4, 2}));
    EXPECT_EQ(m_client->GetName(), "twin");
    const auto* client = m_manager->GetClients().FindEver(m_client->GetHandle());
    ASSERT_TRUE(client);
    EXPECT_EQ(client->id, (ClientId{4, 2}));
    EXPECT_EQ(client->name, "twin");
}

TEST_F(ManagerClientTest, SEQ_1_AllInterfacesButTheLoopbackUnlessSet)
{
    const auto client = CreateObject<NotingClient>();
    client->id = {DVMRP, 1};
    m_node->AddApplication(client);
    client->Start();
    EXPECT_EQ(client->GetHeld(), (std::set<InterfaceId>{{1}, {2}, {3}, {4}}));
    client->Stop();
    client->SetInterfaces({});
    client->Start();
    EXPECT_TRUE(client->IsServing());
    EXPECT_TRUE(client->GetHeld().empty());
}

TEST_F(ManagerClientTest, SEQ_1_RunsFromStartTimeToStopTime)
{
    const auto client = CreateObject<NotingClient>();
    client->id = {DVMRP, 1};
    client->SetStartTime(Seconds(2));
    client->SetStopTime(Seconds(4));
    m_node->AddApplication(client);
    RunUntil(Seconds(1));
    EXPECT_FALSE(client->GetHandle());
    RunUntil(Seconds(3));
    EXPECT_TRUE(client->IsServing());
    RunUntil(Seconds(5));
    ExpectEmpty();
}

TEST_F(ManagerClientTest, ENU_1_ReadsAsManyBuffersAsItTakes)
{
    auto& dvmrp = Owner(DVMRP, {3});
    for (uint32_t i = 0; i < 200; ++i)
    {
        dvmrp.Add(SourceGroup{ANY_ADDRESS, Ipv4Address(0xEF010100 + i)}, 3);
    }
    m_client->Start();
    const auto told = Told();
    const auto isGroup = [](const std::string& line) { return line.rfind("group", 0) == 0; };
    EXPECT_EQ(std::count_if(told.begin(), told.end(), isGroup), 200);
    EXPECT_TRUE(m_client->IsServing());
}

TEST_F(ManagerClientTest, SEQ_1_ManyInterfacesNeedNoDeepStack)
{
    constexpr uint32_t LINKS = 10000;
    std::vector<InterfaceId> links;
    for (uint32_t i = 1; i <= LINKS; ++i)
    {
        links.push_back({1, Ipv4Address(i)});
    }
    m_client->SetInterfaces(links);
    m_client->Start();
    EXPECT_EQ(m_client->GetHeld().size(), LINKS);
    m_client->Stop();
    ExpectEmpty();
}

TEST_F(ManagerClientTest, SEQ_2_ReleasesThenDeregisters)
{
    m_client->Start();
    Told();
    Listen();
    m_client->Stop();
    EXPECT_EQ(Calls(),
              (Lines{"0 ReleaseInterfaceOwnership 1 NO_ERROR",
                     "0 ReleaseInterfaceOwnership 2 NO_ERROR",
                     "0 DeRegisterMProtocol NO_ERROR"}));
    EXPECT_EQ(Told(), (Lines{"stopping", "stopped"}));
    EXPECT_FALSE(m_client->GetHandle());
    ExpectEmpty();
}

TEST_F(ManagerClientTest, Section5_EachCallWaitsForItsTimeAndForTheOneBefore)
{
    SetAttribute("OwnershipChangeDuration", "ns3::ConstantRandomVariable[Constant=4]");
    SetDelay("RegisterDelay", "1");
    SetDelay("AskDelay", "0.5");
    SetDelay("TakeDelay", "2");
    SetDelay("EnumerateDelay", "0.25");
    SetDelay("ReleaseDelay", "3");
    SetDelay("DeregisterDelay", "5");
    Listen();
    m_client->Start();
    RunUntil(Seconds(20));
    m_client->Stop();
    RunUntil(Seconds(60));
    EXPECT_EQ(Calls(),
              (Lines{"1 RegisterMProtocol NO_ERROR",
                     "1.5 GetProtocolOnInterface 1 ERROR_NOT_FOUND",
                     "2 GetProtocolOnInterface 2 ERROR_NOT_FOUND",
                     "4 TakeInterfaceOwnership 1 NO_ERROR",
                     "10 TakeInterfaceOwnership 2 NO_ERROR",
                     "14.25 GroupEnumerationStart NO_ERROR",
                     "14.5 GroupEnumerationGetNext ERROR_NO_MORE_ITEMS",
                     "14.75 GroupEnumerationEnd NO_ERROR",
                     "23 ReleaseInterfaceOwnership 1 NO_ERROR",
                     "30 ReleaseInterfaceOwnership 2 NO_ERROR",
                     "39 DeRegisterMProtocol NO_ERROR"}));
}

TEST_F(ManagerClientTest, I10_TimesAreDrawnFromStreamsOfTheirOwn)
{
    SetDelay("TakeDelay", "ns3::UniformRandomVariable[Min=1|Max=2]");
    SetDelay("ReleaseDelay", "ns3::UniformRandomVariable[Min=1|Max=2]");
    EXPECT_EQ(m_client->AssignStreams(7), 2);
    const auto other = CreateObject<UniformRandomVariable>();
    other->SetStream(7);
    const Time first = Seconds(other->GetValue(1, 2));
    const Time second = first + Seconds(other->GetValue(1, 2));
    Listen();
    m_client->Start();
    RunUntil(Seconds(9));
    std::vector<int64_t> times;
    for (const auto& record : Traced(TraceKind::CALL))
    {
        if (record.opText == "TakeInterfaceOwnership")
        {
            times.push_back(record.timeNs);
        }
    }
    EXPECT_EQ(times, (std::vector<int64_t>{first.GetNanoSeconds(), second.GetNanoSeconds()}));
}

TEST_F(ManagerClientTest, REG_2_RegistrationIsAskedForAgain)
{
    auto& other = Registered(PIM); // the same ids
    Simulator::Schedule(Seconds(1.5), [&other]() { other.DeRegister(); });
    m_client->enumerates = false;
    m_client->asks = false;
    Listen();
    m_client->Start();
    EXPECT_EQ(Told(), Lines{"refused 0 ERROR_ALREADY_EXISTS 0"});
    RunUntil(Seconds(9));
    EXPECT_EQ(Told(),
              (Lines{"refused 0 ERROR_ALREADY_EXISTS 0",
                     "registered",
                     "taking 1",
                     "owned 1",
                     "taking 2",
                     "owned 2",
                     "serving"}));
}

TEST_F(ManagerClientTest, OWN_1_WithoutAnyInterfaceItWaits)
{
    auto& dvmrp = Owner(DVMRP, {1, 2});
    Simulator::Schedule(Seconds(1.5), [&dvmrp]() { dvmrp.Release(2); });
    m_client->asks = false;
    Listen();
    m_client->Start();
    RunUntil(Seconds(2.5));
    EXPECT_EQ(Calls(),
              (Lines{"0 RegisterMProtocol NO_ERROR",
                     "0 TakeInterfaceOwnership 1 ERROR_ALREADY_EXISTS",
                     "0 TakeInterfaceOwnership 2 ERROR_ALREADY_EXISTS",
                     "1 TakeInterfaceOwnership 1 ERROR_ALREADY_EXISTS",
                     "1 TakeInterfaceOwnership 2 ERROR_ALREADY_EXISTS",
                     "2 TakeInterfaceOwnership 1 ERROR_ALREADY_EXISTS",
                     "2 TakeInterfaceOwnership 2 NO_ERROR",
                     "2 GroupEnumerationStart NO_ERROR",
                     "2 GroupEnumerationGetNext ERROR_NO_MORE_ITEMS",
                     "2 GroupEnumerationEnd NO_ERROR"}));
}

TEST_F(ManagerClientTest, OWN_1_ServesWhatItHasAndAsksForTheRestAgain)
{
    auto& dvmrp = Owner(DVMRP, {1});
    Simulator::Schedule(Seconds(1.5), [&dvmrp]() { dvmrp.Release(1); });
    m_client->Start();
    EXPECT_TRUE(m_client->IsServing());
    EXPECT_EQ(m_client->GetHeld(), (std::set<InterfaceId>{{2}}));
    Listen();
    RunUntil(Seconds(9));
    EXPECT_EQ(Calls(),
              (Lines{"1 TakeInterfaceOwnership 1 ERROR_ALREADY_EXISTS",
                     "2 TakeInterfaceOwnership 1 NO_ERROR"}));
    EXPECT_EQ(m_client->GetHeld(), (std::set<InterfaceId>{{1}, {2}}));
}

TEST_F(ManagerClientTest, OWN_9_AClientMayGiveUpAnInterface)
{
    m_client->retries = false;
    m_client->SetInterfaces({{NONE}, {2}});
    m_client->Start();
    Listen();
    RunUntil(Seconds(9));
    EXPECT_EQ(Calls(), Lines{});
    EXPECT_EQ(m_client->GetHeld(), (std::set<InterfaceId>{{2}}));
}

TEST_F(ManagerClientTest, OWN_9_AnInterfaceThatIsSetTwiceIsTakenOnce)
{
    m_client->SetInterfaces({{2}, {1}, {2}});
    Listen();
    m_client->Start();
    RunUntil(Seconds(9));
    m_client->Stop();
    EXPECT_EQ(Calls().size(), 11U) << "two of each interface: asked, taken and released once";
    ExpectEmpty();
}

TEST_F(ManagerClientTest, REG_1_WithoutAManagerItCannotRegister)
{
    const auto node = CreateObject<Node>();
    node->AddApplication(m_client = CreateObject<NotingClient>());
    SetDelay("RegisterDelay", "1");
    m_client->SetInterfaces({{1}});
    m_client->Start();
    m_client->Stop();
    m_client->Start();
    m_client->Fail();
    EXPECT_EQ(Told(), (Lines{"stopping", "stopped", "failed"}));
    m_client->Start();
    EXPECT_DEATH(RunUntil(Seconds(2)), "noting: node [0-9]* has no MulticastGroupManager");
}

TEST_F(ManagerClientTest, OWN_10_ReleaseDuringAChangeIsRepeated)
{
    SetAttribute("OwnershipChangeDuration", "ns3::ConstantRandomVariable[Constant=1.5]");
    m_client->asks = false;
    Listen();
    m_client->Start();
    RunUntil(Seconds(0.5));
    m_client->Stop();
    RunUntil(Seconds(9));
    EXPECT_EQ(Calls(),
              (Lines{"0 RegisterMProtocol NO_ERROR",
                     "0 TakeInterfaceOwnership 1 NO_ERROR",
                     "0.5 ReleaseInterfaceOwnership 1 ERROR_CAN_NOT_COMPLETE",
                     "1.5 ReleaseInterfaceOwnership 1 NO_ERROR",
                     "3 DeRegisterMProtocol NO_ERROR"}));
    ExpectEmpty();
}

TEST_F(ManagerClientTest, REG_1_OffersWhatItChooses)
{
    m_client->isDeaf = true;
    m_client->Start();
    auto& dvmrp = Owner(DVMRP, {3});
    Told();
    dvmrp.Add(G1, 3);
    dvmrp.Delete(G1, 3);
    EXPECT_EQ(Told(), Lines{"JOIN_ALERT (*,239.1.1.1) 1"});
}

TEST_F(ManagerClientTest, Section4_TheCallbacksReachTheProtocol)
{
    auto& igmp = Owner(IGMP_PROTOCOL_ID, {2});
    auto& dvmrp = Owner(DVMRP, {3});
    m_client->Start();
    Told();
    igmp.Add(G1, 2);
    igmp.Delete(G1, 2);
    dvmrp.Add(G1, 3);
    m_manager->AddGroupMembershipEntry(m_client->GetHandle(), G1, {2});
    Packet(S1G1);
    Packet(S1G1, 2);
    dvmrp.Delete(G1, 3);
    EXPECT_EQ(Told(),
              (Lines{"LOCAL_JOIN (*,239.1.1.1) 2",
                     "LOCAL_LEAVE (*,239.1.1.1) 2",
                     "JOIN_ALERT (*,239.1.1.1) 1",
                     "RPF (10.0.9.1,239.1.1.1) 1",
                     "CREATION_ALERT (10.0.9.1,239.1.1.1) 1 1",
                     "WRONG_IF (10.0.9.1,239.1.1.1) 2",
                     "PRUNE_ALERT (*,239.1.1.1) 3 1"}));
}

TEST_F(ManagerClientTest, OWN_3_AnIgmpHearsOfTheBracket)
{
    m_client->id = {IGMP_PROTOCOL_ID, 0};
    m_client->Start();
    Told();
    Owner(PIM, {1});
    EXPECT_EQ(Told(), (Lines{"DISABLE_IGMP 1", "ENABLE_IGMP 1"}));
}

TEST_F(ManagerClientTest, SEQ_2_NothingLocalIsToldOfAnInterfaceThatIsGivenUp)
{
    auto& igmp = Owner(IGMP_PROTOCOL_ID, {1});
    m_client->Start();
    igmp.Add(G1, 1);
    Told();
    m_client->Stop();
    EXPECT_EQ(Told(), (Lines{"stopping", "stopped"}));
}

TEST_F(ManagerClientTest, TheTraceTellsOfItsLife)
{
    Listen();
    m_client->Start();
    m_client->Stop();
    Lines states;
    for (const auto& record : Traced(TraceKind::STATE))
    {
        if (record.opText == "Client")
        {
            states.push_back(std::string(record.oldState) + '-' + std::string(record.event) + '-' +
                             std::string(record.newState) + ' ' + record.detailText);
        }
    }
    EXPECT_EQ(states,
              (Lines{"STOPPED-START-REGISTERING SEQ-1",
                     "REGISTERING-DONE-ASKING SEQ-1",
                     "ASKING-DONE-TAKING SEQ-1",
                     "TAKING-DONE-ENUMERATING SEQ-1",
                     "ENUMERATING-DONE-SERVING SEQ-1",
                     "SERVING-STOP-RELEASING SEQ-2",
                     "RELEASING-DONE-DEREGISTERING SEQ-2",
                     "DEREGISTERING-DONE-STOPPED SEQ-2"}));
}

TEST_F(ManagerClientTest, AQuietLifeIsNotTraced)
{
    m_client->isQuiet = true;
    Listen();
    m_client->Start();
    m_client->Stop();
    for (const auto& record : Traced(TraceKind::STATE))
    {
        EXPECT_NE(record.opText, "Client");
    }
}

} // namespace mgm
} // namespace ns3
