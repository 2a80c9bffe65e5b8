/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

// A client that is stopped, crashed or started again in the middle of something.

#include "mgm-manager-client-fixture.h"

#include "ns3/simulator.h"

namespace ns3
{
namespace mgm
{

/**
 * @brief A client whose steps take time, broken off at some time.
 *
 * With a second before each call: registered at 1 s, asks at 2 and 3 s, takes at 4 and 5 s,
 * enumerates at 6, 7 and 8 s. Each change of owner takes half a second.
 */
class ManagerClientBreakTest : public ManagerClientTest, public testing::WithParamInterface<double>
{
  protected:
    void SetUp() override
    {
        ManagerClientTest::SetUp();
        SetAttribute("OwnershipChangeDuration", "ns3::ConstantRandomVariable[Constant=0.5]");
        SetAllDelays();
        Listen();
        m_client->Start();
        RunUntil(Seconds(GetParam()));
        m_callsBefore = Calls().size();
    }

    /// Expects that a start brings it up, and a stop down again.
    void ExpectFreshLife()
    {
        m_client->Start();
        RunUntil(Simulator::Now() + Seconds(30));
        EXPECT_TRUE(m_client->IsServing());
        EXPECT_EQ(m_client->GetHeld(), (std::set<InterfaceId>{{1}, {2}}));
        EXPECT_EQ(m_manager->GetOwnership().GetSize(), 2U);
        m_client->Stop();
        RunUntil(Simulator::Now() + Seconds(30));
        ExpectEmpty();
        EXPECT_EQ(m_client->GetState(), ClientLifeState::STOPPED);
    }

    std::size_t m_callsBefore{0}; ///< calls made before the break
};

TEST_P(ManagerClientBreakTest, SEQ_2_StopLeavesNothing)
{
    m_client->Stop();
    RunUntil(Seconds(40));
    ExpectEmpty();
    EXPECT_EQ(m_client->GetState(), ClientLifeState::STOPPED);
    EXPECT_EQ(Told().back(), "stopped");
    const auto calls = Calls();
    for (auto i = m_callsBefore; i < calls.size(); ++i)
    {
        const bool isOfShutDown = calls[i].find(" Release") != std::string::npos ||
                                  calls[i].find(" DeRegister") != std::string::npos ||
                                  calls[i].find(" GroupEnumerationEnd") != std::string::npos;
        EXPECT_TRUE(isOfShutDown) << calls[i];
    }
    ExpectFreshLife();
}

TEST_P(ManagerClientBreakTest, SEQ_2_AStartDuringTheShutDownComesAfterIt)
{
    m_client->Stop();
    m_client->Start();
    RunUntil(Seconds(60));
    EXPECT_TRUE(m_client->IsServing());
    EXPECT_EQ(m_client->GetHeld(), (std::set<InterfaceId>{{1}, {2}}));
    m_client->Stop();
    m_client->Start();
    m_client->Stop();
    RunUntil(Seconds(99));
    ExpectEmpty();
}

TEST_P(ManagerClientBreakTest, REG_5_FailLeavesNothingAndAsksNothing)
{
    Told();
    m_client->Fail();
    EXPECT_EQ(Told(), Lines{"failed"});
    EXPECT_FALSE(m_client->GetHandle());
    RunUntil(Seconds(40));
    ExpectEmpty();
    const auto calls = Calls();
    for (auto i = m_callsBefore; i < calls.size(); ++i)
    {
        EXPECT_NE(calls[i].find(" FailClient"), std::string::npos) << calls[i];
    }
    ExpectFreshLife();
}

TEST_P(ManagerClientBreakTest, REG_5_FailDuringTheShutDown)
{
    m_client->Stop();
    RunUntil(Seconds(GetParam()) + MilliSeconds(1200));
    m_client->Fail();
    RunUntil(Seconds(40));
    ExpectEmpty();
    ExpectFreshLife();
}

TEST_P(ManagerClientBreakTest, REG_6_TheNodeCrashes)
{
    m_manager->Crash();
    m_client->Fail();
    EXPECT_EQ(Calls().size(), m_callsBefore) << "a dead manager is not called";
    ExpectEmpty();
    ExpectFreshLife();
}

TEST_P(ManagerClientBreakTest, REG_6_AStopAfterTheCrashOfTheManagerEnds)
{
    m_manager->Crash();
    m_client->Stop();
    RunUntil(Seconds(40));
    EXPECT_EQ(m_client->GetState(), ClientLifeState::STOPPED);
    EXPECT_EQ(Calls().size(), m_callsBefore) << "a dead manager is not called";
    ExpectFreshLife();
}

TEST_P(ManagerClientBreakTest, REG_6_TheNodeCrashesDuringTheShutDown)
{
    m_client->Stop();
    RunUntil(Seconds(GetParam()) + MilliSeconds(1200));
    m_manager->Crash();
    m_client->Fail();
    RunUntil(Seconds(40));
    ExpectEmpty();
    ExpectFreshLife();
}

TEST_P(ManagerClientBreakTest, REG_6_TheNodeCrashesWithARemovedInterface)
{
    m_client->RemoveInterface({1});
    m_manager->Crash();
    m_client->RemoveInterface({2});
    m_client->Fail();
    m_client->AddInterface({1});
    m_client->AddInterface({2});
    ExpectEmpty();
    ExpectFreshLife();
}

TEST_P(ManagerClientBreakTest, OWN_2_AnInterfaceIsAdded)
{
    m_client->AddInterface({3});
    RunUntil(Seconds(40));
    EXPECT_TRUE(m_client->IsServing());
    EXPECT_EQ(m_client->GetHeld(), (std::set<InterfaceId>{{1}, {2}, {3}}));
    m_client->RemoveInterface({3});
    RunUntil(Seconds(60));
    ExpectFreshLife();
}

TEST_P(ManagerClientBreakTest, OWN_5_AnInterfaceIsRemoved)
{
    m_client->RemoveInterface({1});
    RunUntil(Seconds(40));
    EXPECT_TRUE(m_client->IsServing());
    EXPECT_EQ(m_client->GetHeld(), (std::set<InterfaceId>{{2}}));
    EXPECT_EQ(m_manager->GetOwnership().GetSize(), 1U);
    m_client->AddInterface({1});
    RunUntil(Seconds(60));
    ExpectFreshLife();
}

TEST_P(ManagerClientBreakTest, OWN_9_AnInterfaceIsRemovedAndAddedAgain)
{
    for (const uint32_t index : {2, 1})
    {
        m_client->RemoveInterface({index});
        m_client->AddInterface({index});
    }
    RunUntil(Seconds(40));
    EXPECT_TRUE(m_client->IsServing());
    EXPECT_EQ(m_client->GetHeld(), (std::set<InterfaceId>{{1}, {2}}));
    EXPECT_EQ(m_manager->GetOwnership().GetSize(), 2U);
    ExpectFreshLife();
}

TEST_P(ManagerClientBreakTest, SEQ_2_AnInterfaceIsRemovedAndTheClientStopped)
{
    m_client->RemoveInterface({1});
    m_client->Stop();
    m_client->RemoveInterface({2});
    RunUntil(Seconds(40));
    ExpectEmpty();
    m_client->SetInterfaces({{1}, {2}});
    ExpectFreshLife();
}

INSTANTIATE_TEST_SUITE_P(EachStep,
                         ManagerClientBreakTest,
                         testing::Values(0.5, 1.5, 2.5, 3.5, 4.2, 4.8, 6.2, 6.8, 7.8, 8.8, 10.),
                         [](const auto& value) {
                             return "At" + std::to_string(static_cast<int>(value.param * 1000)) +
                                    "ms";
                         });

/// What happens in a callback of the client's own call, or in what it is told.
class ManagerClientReentryTest : public ManagerClientTest
{
  protected:
    /// Makes the client do something when it is told something that begins with some words.
    void On(const std::string& words, std::function<void()> act)
    {
        m_client->react = [words, act](const std::string& line) {
            if (line.rfind(words, 0) == 0)
            {
                act();
            }
        };
    }
};

TEST_F(ManagerClientReentryTest, SEQ_2_StoppedInTheBracketOfItsTake)
{
    auto& igmp = Owner(IGMP_PROTOCOL_ID, {1});
    igmp.react = [this](const ClientEvent& event) {
        if (event.op == ClientEvent::Op::DISABLE_IGMP)
        {
            m_client->Stop();
        }
    };
    m_client->Start();
    RunUntil(Seconds(9));
    EXPECT_EQ(m_client->GetState(), ClientLifeState::STOPPED);
    EXPECT_EQ(m_manager->GetOwnership().GetSize(), 1U) << "IGMP's";
    EXPECT_EQ(m_manager->GetClients().GetAll().size(), 1U);
}

TEST_F(ManagerClientReentryTest, REG_5_CrashedInTheBracketOfItsTakeAndStartedAgain)
{
    auto& igmp = Owner(IGMP_PROTOCOL_ID, {1});
    bool isFirst = true;
    igmp.react = [this, &isFirst](const ClientEvent& event) {
        if (event.op == ClientEvent::Op::ENABLE_IGMP && std::exchange(isFirst, false))
        {
            m_client->Fail();
            m_client->Start();
        }
    };
    m_client->Start();
    RunUntil(Seconds(9));
    EXPECT_TRUE(m_client->IsServing());
    EXPECT_EQ(m_client->GetHeld(), (std::set<InterfaceId>{{1}, {2}}));
    EXPECT_EQ(m_manager->GetClients().GetAll().size(), 2U);
}

TEST_F(ManagerClientReentryTest, SEQ_3_StoppedOrCrashedInWhateverItIsTold)
{
    auto& igmp = Owner(IGMP_PROTOCOL_ID, {1});
    auto& dvmrp = Owner(DVMRP, {3});
    igmp.Add(G1, 1);
    dvmrp.Add(G2, 3);
    for (const std::string words :
         {"registered", "asked", "taking", "PRUNE_ALERT", "owned", "group", "serving", "stopping"})
    {
        for (const bool fails : {false, true})
        {
            On(words, [this, fails]() { fails ? m_client->Fail() : m_client->Stop(); });
            m_client->Start();
            m_client->Stop();
            RunUntil(Simulator::Now() + Seconds(5));
            EXPECT_EQ(m_client->GetState(), ClientLifeState::STOPPED) << words << fails;
            EXPECT_TRUE(m_client->GetHeld().empty()) << words << fails;
            EXPECT_EQ(m_manager->GetClients().GetAll().size(), 2U) << words << fails;
            igmp.Add(G1, 1);
        }
    }
}

TEST_F(ManagerClientReentryTest, SEQ_2_AClientMayStartAgainWhenItHasStopped)
{
    m_client->Start();
    Told();
    On("stopped", [this]() { m_client->Start(); });
    m_client->Stop();
    EXPECT_TRUE(m_client->IsServing());
}

/// The client is told to do something in a callback of somebody else, and inside the call that it
/// then makes the manager calls the next one, who tells it to do something else.
class ManagerClientNestedTest : public ManagerClientReentryTest
{
  protected:
    void SetUp() override
    {
        ManagerClientReentryTest::SetUp();
        m_first = &Registered(DVMRP);
        m_second = &Registered(BGMP);
    }

    /// Has one thing done in a callback, and another one inside of it.
    void Nest(std::function<void()> outer, std::function<void()> inner)
    {
        const auto once = [](TestClient& client, std::function<void()> act) {
            client.react = [act, isDone = false](const ClientEvent& event) mutable {
                if (event.op == ClientEvent::Op::JOIN_ALERT && !std::exchange(isDone, true))
                {
                    act();
                }
            };
        };
        once(*m_first, outer);
        once(*m_second, inner);
        Owner(IGMP_PROTOCOL_ID, {3}).Add(G1, 3);
    }

    TestClient* m_first{nullptr};  ///< who is called first
    TestClient* m_second{nullptr}; ///< who is called next
};

TEST_F(ManagerClientNestedTest, REG_5_CrashedInsideTheCallThatRegistersIt)
{
    Nest([this]() { m_client->Start(); }, [this]() { m_client->Fail(); });
    EXPECT_EQ(Told(), Lines{"failed"});
    EXPECT_EQ(m_client->GetState(), ClientLifeState::STOPPED);
    EXPECT_EQ(m_manager->GetClients().GetAll().size(), 3U);
}

TEST_F(ManagerClientNestedTest, SEQ_2_StoppedInsideTheCallThatRegistersIt)
{
    Nest([this]() { m_client->Start(); }, [this]() { m_client->Stop(); });
    EXPECT_EQ(Told(), (Lines{"stopping", "stopped"}));
    EXPECT_EQ(m_client->GetState(), ClientLifeState::STOPPED);
    EXPECT_EQ(m_manager->GetClients().GetAll().size(), 3U);
}

TEST_F(ManagerClientNestedTest, SEQ_1_RestartedInsideTheCallThatRegistersIt)
{
    SetDelay("TakeDelay", "1");
    Nest([this]() { m_client->Start(); },
         [this]() {
             m_client->Fail();
             m_client->Start();
         });
    Listen();
    RunUntil(Seconds(5));
    EXPECT_EQ(Calls(),
              (Lines{"1 TakeInterfaceOwnership 1 NO_ERROR",
                     "2 TakeInterfaceOwnership 2 NO_ERROR",
                     "2 GroupEnumerationStart NO_ERROR",
                     "2 GroupEnumerationGetNext ERROR_NO_MORE_ITEMS",
                     "2 GroupEnumerationEnd NO_ERROR"}))
        << "one life, not two";
}

TEST_F(ManagerClientNestedTest, SEQ_2_RestartedInsideTheCallThatEndsAnEnumeration)
{
    SetDelay("EnumerateDelay", "1");
    m_client->Start();
    RunUntil(Seconds(1.5));
    Told();
    Nest([this]() { m_client->Stop(); },
         [this]() {
             m_client->Fail();
             m_client->Start();
         });
    EXPECT_EQ(Told(),
              (Lines{"failed",
                     "registered",
                     "asked 1 nobody",
                     "asked 2 nobody",
                     "taking 1",
                     "owned 1",
                     "taking 2",
                     "owned 2"}));
    RunUntil(Seconds(9));
    EXPECT_TRUE(m_client->IsServing());
}

/// Starts, stops, crashes and other interfaces at random, also in what the client is told: whatever
/// they meet, it has all in the end, and a stop leaves nothing.
class ManagerClientRandomTest : public ManagerClientTest,
                                public testing::WithParamInterface<const char*>
{
  protected:
    void SetUp() override
    {
        ManagerClientTest::SetUp();
        SetAttribute("OwnershipChangeDuration", "ns3::UniformRandomVariable[Max=0.3]");
        SetAttribute("ApiCallCost", "ns3::UniformRandomVariable[Max=0.05]");
        SetAttribute("CallbackDelivery", GetParam());
        SetAllDelays();
        for (const auto* name : {"RegisterDelay", "AskDelay", "TakeDelay", "ReleaseDelay"})
        {
            SetDelay(name, "ns3::UniformRandomVariable[Max=0.2]");
        }
        m_manager->AssignStreams(100);
        m_client->AssignStreams(200);
        m_random = CreateObject<UniformRandomVariable>();
        m_random->SetStream(300);
        m_igmp = &Owner(IGMP_PROTOCOL_ID, {1});
        m_dvmrp = &Registered(DVMRP);
        m_client->react = [this](const std::string&) {
            if (m_random->GetInteger(0, 9) == 0)
            {
                Act();
            }
        };
    }

    /// Does something to the client, or something that it hears of.
    void Act()
    {
        const uint32_t index = m_random->GetInteger(1, 4);
        switch (m_random->GetInteger(0, 9))
        {
        case 0:
        case 1:
            m_client->Start();
            break;
        case 2:
            m_client->Stop();
            break;
        case 3:
            m_client->Fail();
            break;
        case 4:
        case 5:
            m_client->AddInterface({index});
            m_wanted.insert({index});
            break;
        case 6:
        case 7:
            m_client->RemoveInterface({index});
            m_wanted.erase({index});
            break;
        case 8:
            m_dvmrp->Take(index);
            m_dvmrp->Release(index);
            break;
        default:
            m_igmp->Add(G1, 1);
        }
    }

    Ptr<UniformRandomVariable> m_random;      ///< what happens
    TestClient* m_igmp{nullptr};              ///< IGMP on interface 1
    TestClient* m_dvmrp{nullptr};             ///< another protocol, on any interface
    std::set<InterfaceId> m_wanted{{1}, {2}}; ///< what the client shall have
};

TEST_P(ManagerClientRandomTest, I8_ArbitraryLivesLeaveNothing)
{
    constexpr int ACTS = 3000;
    RunUntil(Seconds(1));
    for (int i = 0; i < ACTS; ++i)
    {
        Act();
        RunUntil(Simulator::Now() + Seconds(m_random->GetValue(0, 1.5)));
    }
    m_client->react = nullptr;
    m_client->Start();
    for (const uint32_t index : {1, 2, 3, 4})
    {
        m_dvmrp->Release(index);
    }
    RunUntil(Simulator::Now() + Seconds(30));
    EXPECT_TRUE(m_client->IsServing());
    EXPECT_EQ(m_client->GetHeld(), m_wanted);
    m_client->Stop();
    RunUntil(Simulator::Now() + Seconds(30));
    EXPECT_EQ(m_client->GetState(), ClientLifeState::STOPPED);
    m_igmp->Release(1);
    RunUntil(Simulator::Now() + Seconds(5));
    m_igmp->DeRegister();
    m_dvmrp->DeRegister();
    RunUntil(Simulator::Now() + Seconds(5));
    ExpectEmpty();
}

INSTANTIATE_TEST_SUITE_P(Delivery, ManagerClientRandomTest, testing::Values("inline", "posted"));

} // namespace mgm
} // namespace ns3
