/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

// A client that takes and gives up single interfaces while it runs.

#include "mgm-manager-client-fixture.h"

#include "ns3/simulator.h"

#include <utility>

namespace ns3
{
namespace mgm
{

/// A client on interfaces 1 and 2, and what happens to its interfaces.
class ManagerClientInterfacesTest : public ManagerClientTest
{
  protected:
    void SetUp() override
    {
        ManagerClientTest::SetUp();
        m_client->asks = false;
        m_client->enumerates = false;
    }

    /// Makes the client do something when it is first told a line.
    void Once(const std::string& told, std::function<void()> act)
    {
        m_client->react = [told, act, isDone = false](const std::string& line) mutable {
            if (line == told && !std::exchange(isDone, true))
            {
                act();
            }
        };
    }

    /// Does something to the client at a time [s].
    void At(double time, std::function<void(NotingClient&)> act)
    {
        Simulator::Schedule(Seconds(time) - Simulator::Now(), [this, act]() { act(*m_client); });
    }

    /// Makes each change of owner take some time [s].
    void SetDuration(const std::string& duration)
    {
        SetAttribute("OwnershipChangeDuration",
                     "ns3::ConstantRandomVariable[Constant=" + duration + "]");
    }
};

TEST_F(ManagerClientInterfacesTest, OWN_2_OneThatIsAddedIsTakenAtOnce)
{
    m_client->Start();
    Told();
    Listen();
    m_client->AddInterface({3});
    EXPECT_EQ(Calls(), Lines{"0 TakeInterfaceOwnership 3 NO_ERROR"});
    EXPECT_EQ(Told(), (Lines{"taking 3", "owned 3"}));
    EXPECT_TRUE(m_client->IsServing());
    m_client->Stop();
    ExpectEmpty();
    Told();
    m_client->Start();
    EXPECT_EQ(Told(),
              (Lines{"registered",
                     "taking 1",
                     "owned 1",
                     "taking 2",
                     "owned 2",
                     "taking 3",
                     "owned 3",
                     "serving"}));
}

TEST_F(ManagerClientInterfacesTest, OWN_2_AddedOnesAreTakenInTheOrderOfTheirIndices)
{
    m_client->SetInterfaces({});
    m_client->AddInterface({4});
    m_client->AddInterface({1});
    m_client->AddInterface({3});
    Listen();
    m_client->Start();
    EXPECT_EQ(Calls(),
              (Lines{"0 RegisterMProtocol NO_ERROR",
                     "0 TakeInterfaceOwnership 1 NO_ERROR",
                     "0 TakeInterfaceOwnership 3 NO_ERROR",
                     "0 TakeInterfaceOwnership 4 NO_ERROR"}));
}

TEST_F(ManagerClientInterfacesTest, OWN_9_OneThatIsAddedTwiceIsTakenOnce)
{
    auto& dvmrp = Owner(DVMRP, {1});
    m_client->Start();
    Listen();
    m_client->AddInterface({1}); // refused
    m_client->AddInterface({2}); // held
    EXPECT_EQ(Calls(), Lines{});
    SetDelay("TakeDelay", "1");
    m_client->AddInterface({3});
    m_client->AddInterface({3}); // to be taken
    dvmrp.Release(1);
    RunUntil(Seconds(9));
    EXPECT_EQ(
        Calls(),
        (Lines{"1 TakeInterfaceOwnership 3 NO_ERROR", "3 TakeInterfaceOwnership 1 NO_ERROR"}));
}

TEST_F(ManagerClientInterfacesTest, Section5_OneThatIsAddedWhileOthersAreTakenComesAfterThem)
{
    SetDelay("TakeDelay", "1");
    At(0.5, [](auto& client) { client.AddInterface({3}); });
    At(3.5, [](auto& client) { client.AddInterface({4}); });
    Listen();
    m_client->Start();
    RunUntil(Seconds(9));
    EXPECT_EQ(Calls(),
              (Lines{"0 RegisterMProtocol NO_ERROR",
                     "1 TakeInterfaceOwnership 1 NO_ERROR",
                     "2 TakeInterfaceOwnership 2 NO_ERROR",
                     "3 TakeInterfaceOwnership 3 NO_ERROR",
                     "4.5 TakeInterfaceOwnership 4 NO_ERROR"}));
}

TEST_F(ManagerClientInterfacesTest, Section5_OneThatIsAddedWaitsForTheCallBefore)
{
    SetAttribute("ApiCallCost", "ns3::ConstantRandomVariable[Constant=1]");
    Listen();
    m_client->Start();
    At(3.5, [](auto& client) {
        client.RemoveInterface({2});
        client.AddInterface({3});
    });
    RunUntil(Seconds(9));
    EXPECT_EQ(Calls(),
              (Lines{"0 RegisterMProtocol NO_ERROR",
                     "1 TakeInterfaceOwnership 1 NO_ERROR",
                     "2 TakeInterfaceOwnership 2 NO_ERROR",
                     "3.5 ReleaseInterfaceOwnership 2 NO_ERROR",
                     "4.5 TakeInterfaceOwnership 3 NO_ERROR"}));
}

TEST_F(ManagerClientInterfacesTest, SEQ_1_OneThatIsAddedWhileGroupsAreReadIsTakenWhenItServes)
{
    m_client->enumerates = true;
    SetDelay("EnumerateDelay", "1");
    At(1.5, [](auto& client) { client.AddInterface({3}); });
    m_client->Start();
    Told();
    RunUntil(Seconds(9));
    EXPECT_EQ(Told(), (Lines{"serving", "taking 3", "owned 3"}));
}

TEST_F(ManagerClientInterfacesTest, OWN_1_OneThatIsAddedDoesNotWaitForThoseThatAreRefused)
{
    Owner(DVMRP, {1});
    At(0.25, [](auto& client) { client.AddInterface({3}); });
    m_client->Start();
    Listen();
    RunUntil(Seconds(2.5));
    EXPECT_EQ(Calls(),
              (Lines{"0.25 TakeInterfaceOwnership 3 NO_ERROR",
                     "1.25 TakeInterfaceOwnership 1 ERROR_ALREADY_EXISTS",
                     "2.25 TakeInterfaceOwnership 1 ERROR_ALREADY_EXISTS"}));
}

TEST_F(ManagerClientInterfacesTest, OWN_5_OneThatIsRemovedIsGivenUpAtOnce)
{
    auto& igmp = Owner(IGMP_PROTOCOL_ID, {1});
    m_client->Start();
    igmp.Add(G1, 1);
    Told();
    Listen();
    m_client->RemoveInterface({1});
    EXPECT_EQ(Calls(), Lines{"0 ReleaseInterfaceOwnership 1 NO_ERROR"});
    EXPECT_EQ(Told(), Lines{}) << "it is no local leave";
    EXPECT_EQ(m_client->GetHeld(), (std::set<InterfaceId>{{2}}));
    EXPECT_TRUE(m_client->IsServing());
    m_client->RemoveInterface({1});
    m_client->RemoveInterface({NONE});
    EXPECT_EQ(Calls().size(), 1U);
    m_client->Stop();
    m_client->Start();
    EXPECT_EQ(m_client->GetHeld(), (std::set<InterfaceId>{{2}}));
}

TEST_F(ManagerClientInterfacesTest, OWN_5_AllOfTheNodeButOne)
{
    const auto client = CreateObject<NotingClient>();
    client->id = {DVMRP, 1};
    m_node->AddApplication(client);
    client->RemoveInterface({2});
    client->Start();
    EXPECT_EQ(client->GetHeld(), (std::set<InterfaceId>{{1}, {3}, {4}}));
}

TEST_F(ManagerClientInterfacesTest, Section5_RemovedOnesWaitForTheirTimeAndNotForEachOther)
{
    SetDelay("ReleaseDelay", "ns3::SequentialRandomVariable[Min=1|Max=2]");
    m_client->Start();
    Listen();
    m_client->RemoveInterface({2});
    m_client->RemoveInterface({1});
    EXPECT_TRUE(m_client->GetHeld().empty());
    RunUntil(Seconds(1.5));
    EXPECT_EQ(m_manager->GetOwnership().GetSize(), 0U);
    EXPECT_EQ(Calls(),
              (Lines{"1 ReleaseInterfaceOwnership 2 NO_ERROR",
                     "1 ReleaseInterfaceOwnership 1 NO_ERROR"}));
}

TEST_F(ManagerClientInterfacesTest, OWN_10_ARemovalDuringAChangeIsRepeated)
{
    SetDuration("1.75");
    m_client->SetInterfaces({{1}});
    At(0.5, [](auto& client) { client.RemoveInterface({1}); });
    Listen();
    m_client->Start();
    RunUntil(Seconds(9));
    EXPECT_EQ(Calls(),
              (Lines{"0 RegisterMProtocol NO_ERROR",
                     "0 TakeInterfaceOwnership 1 NO_ERROR",
                     "0.5 ReleaseInterfaceOwnership 1 ERROR_CAN_NOT_COMPLETE",
                     "1.5 ReleaseInterfaceOwnership 1 ERROR_CAN_NOT_COMPLETE",
                     "2.5 ReleaseInterfaceOwnership 1 NO_ERROR"}));
    EXPECT_EQ(Told(),
              (Lines{"registered",
                     "taking 1",
                     "refused 4 ERROR_CAN_NOT_COMPLETE 1",
                     "refused 4 ERROR_CAN_NOT_COMPLETE 1",
                     "serving"}))
        << "it is not told that it owns what it gives up";
}

TEST_F(ManagerClientInterfacesTest, OWN_9_AddedAgainItIsFirstGivenUp)
{
    SetDuration("2.5");
    m_client->id = {IGMP_PROTOCOL_ID, 0};
    m_client->Start();
    auto& dvmrp = Registered(DVMRP);
    Simulator::Schedule(Seconds(5), [&dvmrp]() { dvmrp.Take(1); });
    At(6, [](auto& client) { client.RemoveInterface({1}); });
    At(6.5, [](auto& client) { client.AddInterface({1}); });
    RunUntil(Seconds(5.5));
    Listen();
    RunUntil(Seconds(9));
    EXPECT_EQ(Calls(),
              (Lines{"6 ReleaseInterfaceOwnership 1 ERROR_CAN_NOT_COMPLETE",
                     "7 ReleaseInterfaceOwnership 1 ERROR_CAN_NOT_COMPLETE",
                     "8 ReleaseInterfaceOwnership 1 NO_ERROR",
                     "8.5 TakeInterfaceOwnership 1 NO_ERROR"}));
    EXPECT_EQ(m_client->GetHeld(), (std::set<InterfaceId>{{1}, {2}}));
}

TEST_F(ManagerClientInterfacesTest, SEQ_2_AStopGivesUpWhatWasRemovedWithTheOthers)
{
    SetDuration("2");
    m_client->SetInterfaces({{2}, {1}});
    At(0.5, [](auto& client) { client.RemoveInterface({2}); });
    At(0.75, [](auto& client) { client.Stop(); });
    Listen();
    m_client->Start();
    RunUntil(Seconds(19));
    EXPECT_EQ(Calls(),
              (Lines{"0 RegisterMProtocol NO_ERROR",
                     "0 TakeInterfaceOwnership 2 NO_ERROR",
                     "0.5 ReleaseInterfaceOwnership 2 ERROR_CAN_NOT_COMPLETE",
                     "0.75 ReleaseInterfaceOwnership 2 ERROR_CAN_NOT_COMPLETE",
                     "1.75 ReleaseInterfaceOwnership 2 ERROR_CAN_NOT_COMPLETE",
                     "2.75 ReleaseInterfaceOwnership 2 NO_ERROR",
                     "4.75 DeRegisterMProtocol NO_ERROR"}));
    ExpectEmpty();
}

TEST_F(ManagerClientInterfacesTest, OWN_9_OneThatIsRefusedAndRemovedIsNotAskedForAgain)
{
    Owner(DVMRP, {1, 2});
    At(0.5, [](auto& client) { client.RemoveInterface({1}); });
    At(2.5, [](auto& client) { client.RemoveInterface({2}); });
    Listen();
    m_client->Start();
    RunUntil(Seconds(9));
    EXPECT_EQ(Calls(),
              (Lines{"0 RegisterMProtocol NO_ERROR",
                     "0 TakeInterfaceOwnership 1 ERROR_ALREADY_EXISTS",
                     "0 TakeInterfaceOwnership 2 ERROR_ALREADY_EXISTS",
                     "1 TakeInterfaceOwnership 2 ERROR_ALREADY_EXISTS",
                     "2 TakeInterfaceOwnership 2 ERROR_ALREADY_EXISTS"}));
    EXPECT_TRUE(m_client->IsServing()) << "it wants no other";
}

TEST_F(ManagerClientInterfacesTest, OWN_9_OneThatIsRemovedWhileTheRefusalReturnsIsNotAskedForAgain)
{
    SetAttribute("ApiCallCost", "ns3::ConstantRandomVariable[Constant=1]");
    Owner(DVMRP, {1});
    At(1.5, [](auto& client) { client.RemoveInterface({1}); });
    Listen();
    m_client->Start();
    RunUntil(Seconds(9));
    EXPECT_EQ(Calls(),
              (Lines{"0 RegisterMProtocol NO_ERROR",
                     "1 TakeInterfaceOwnership 1 ERROR_ALREADY_EXISTS",
                     "2 TakeInterfaceOwnership 2 NO_ERROR"}));
}

TEST_F(ManagerClientInterfacesTest, OWN_6_OneThatIsRemovedIsNeitherAskedAboutNorTaken)
{
    m_client->asks = true;
    SetDelay("AskDelay", "1");
    At(1.5, [](auto& client) { client.RemoveInterface({2}); });
    Listen();
    m_client->Start();
    RunUntil(Seconds(9));
    EXPECT_EQ(Calls(),
              (Lines{"0 RegisterMProtocol NO_ERROR",
                     "1 GetProtocolOnInterface 1 ERROR_NOT_FOUND",
                     "2 TakeInterfaceOwnership 1 NO_ERROR"}));
}

TEST_F(ManagerClientInterfacesTest, OWN_2_OneThatIsRemovedInItsWaitingTimeIsNotTaken)
{
    SetDelay("TakeDelay", "1");
    At(1.5, [](auto& client) { client.RemoveInterface({2}); });
    m_client->Start();
    RunUntil(Seconds(9));
    EXPECT_EQ(Told(), (Lines{"registered", "taking 1", "owned 1", "serving"}));
}

TEST_F(ManagerClientInterfacesTest, OWN_2_RemovedWhenItIsAboutToBeTaken)
{
    Once("taking 1", [this]() { m_client->RemoveInterface({1}); });
    m_client->Start();
    EXPECT_EQ(Told(), (Lines{"registered", "taking 1", "taking 2", "owned 2", "serving"}));
}

TEST_F(ManagerClientInterfacesTest, OWN_2_RemovedAndAddedAgainWhenItIsAboutToBeTaken)
{
    Once("taking 1", [this]() {
        m_client->RemoveInterface({1});
        m_client->AddInterface({1});
    });
    Listen();
    m_client->Start();
    RunUntil(Seconds(9));
    EXPECT_EQ(Calls(),
              (Lines{"0 RegisterMProtocol NO_ERROR",
                     "0 TakeInterfaceOwnership 2 NO_ERROR",
                     "0 TakeInterfaceOwnership 1 NO_ERROR"}));
}

TEST_F(ManagerClientInterfacesTest, OWN_3_RemovedInTheBracketOfItsTake)
{
    auto& igmp = Owner(IGMP_PROTOCOL_ID, {1});
    igmp.react = [this](const ClientEvent& event) {
        if (event.op == ClientEvent::Op::DISABLE_IGMP)
        {
            m_client->RemoveInterface({1});
        }
    };
    Listen();
    m_client->Start();
    RunUntil(Seconds(9));
    EXPECT_EQ(Calls(),
              (Lines{"0 RegisterMProtocol NO_ERROR",
                     "0 ReleaseInterfaceOwnership 1 ERROR_CAN_NOT_COMPLETE",
                     "0 TakeInterfaceOwnership 1 NO_ERROR",
                     "0 TakeInterfaceOwnership 2 NO_ERROR",
                     "1 ReleaseInterfaceOwnership 1 NO_ERROR"}));
    EXPECT_EQ(m_manager->GetOwnership().GetSize(), 2U) << "IGMP's and 2";
}

TEST_F(ManagerClientInterfacesTest, OWN_2_AddedAndRemovedInWhateverItIsTold)
{
    for (const std::string told :
         {"registered", "asked 1 nobody", "taking 1", "owned 1", "serving", "stopping", "stopped"})
    {
        m_client->SetInterfaces({{1}, {2}});
        m_client->asks = true;
        Once(told, [this]() {
            m_client->AddInterface({3});
            m_client->RemoveInterface({1});
        });
        m_client->Start();
        m_client->Stop();
        ExpectEmpty();
        m_client->Start();
        EXPECT_EQ(m_client->GetHeld(), (std::set<InterfaceId>{{2}, {3}})) << told;
        m_client->Stop();
        ExpectEmpty();
    }
}

TEST_F(ManagerClientInterfacesTest, OWN_2_WhatIsSetWhileItRunsIsForTheNextStart)
{
    m_client->Start();
    m_client->SetInterfaces({{3}, {4}});
    Listen();
    m_client->AddInterface({1}); // held
    m_client->RemoveInterface({2});
    m_client->AddInterface({3});
    EXPECT_EQ(
        Calls(),
        (Lines{"0 ReleaseInterfaceOwnership 2 NO_ERROR", "0 TakeInterfaceOwnership 3 NO_ERROR"}));
    m_client->Stop();
    m_client->Start();
    EXPECT_EQ(m_client->GetHeld(), (std::set<InterfaceId>{{1}, {3}, {4}}));
}

TEST_F(ManagerClientInterfacesTest, TheTraceNamesTheInterface)
{
    m_client->Start();
    Listen();
    m_client->AddInterface({3});
    m_client->RemoveInterface({2});
    Lines told;
    for (const auto kind : {TraceKind::STATE, TraceKind::EVENT})
    {
        for (const auto& record : Traced(kind))
        {
            if (record.opText == "Client" && record.interface)
            {
                told.push_back(std::to_string(record.interface->index) + ' ' +
                               std::string(record.event) + ' ' + std::string(record.action));
            }
        }
    }
    EXPECT_EQ(told, (Lines{"3 MORE take more", "2 REMOVE give up"}));
}

} // namespace mgm
} // namespace ns3
