/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "mgm-manager-fixture.h"

#include "ns3/mgm-callback-chain.h"
#include "ns3/simulator.h"

namespace ns3
{
namespace mgm
{

/// ALR-8: chains of callbacks that answer each other without end.
class CallbackChainTest : public ManagerTest
{
  protected:
    void SetUp() override
    {
        ManagerTest::SetUp();
        m_pim = &Owner(PIM, {1});
        m_dvmrp = &Owner(DVMRP, {2});
    }

    /// Has each of the two answer every alert of a group with the opposite of what it did last.
    void AnswerEachOther()
    {
        m_pim->react = [this, has = false](const ClientEvent&) mutable {
            has = !has;
            has ? m_pim->Add(G1, 1) : m_pim->Delete(G1, 1);
        };
        m_dvmrp->react = [this, has = true](const ClientEvent&) mutable {
            has = !has;
            has ? m_dvmrp->Add(G1, 2) : m_dvmrp->Delete(G1, 2);
        };
    }

    TestClient* m_pim;   ///< owns 1
    TestClient* m_dvmrp; ///< owns 2
};

TEST_F(CallbackChainTest, ALR_8_EndlessInlineChainNamesTheClients)
{
    AnswerEachOther();
    try
    {
        m_dvmrp->Add(G1, 2);
        FAIL() << "the chain has an end";
    }
    catch (const CallbackChainError& error)
    {
        const std::string text = error.what();
        EXPECT_NE(text.find("JOIN_ALERT to protocol-4/1"), std::string::npos) << text;
        EXPECT_NE(text.find("to protocol-2/1"), std::string::npos) << text;
        EXPECT_NE(text.find("1000 callbacks"), std::string::npos) << text;
        EXPECT_NE(text.find("ALR-8"), std::string::npos) << text;
        EXPECT_NE(text.find("MaxCallbackChain"), std::string::npos) << text;
    }
    EXPECT_LE(m_log.size(), 1000U);
}

TEST_F(CallbackChainTest, ALR_8_EndlessPostedChainIsCutToo)
{
    SetAttribute("CallbackDelivery", "posted");
    SetAttribute("MaxCallbackChain", "20");
    AnswerEachOther();
    m_dvmrp->Add(G1, 2);
    EXPECT_THROW(Simulator::Run(), CallbackChainError);
    EXPECT_EQ(m_log.size(), 20U);
    EXPECT_EQ(Simulator::Now(), Time());
}

TEST_F(CallbackChainTest, ALR_8_ChainsThatBranchAreCountedTogether)
{
    SetAttribute("MaxChainedCallbacks", "5000");
    const auto answer = [](TestClient* client, uint32_t interface) {
        return [=](const ClientEvent&) { // two alerts to the other one
            client->Add(G1, interface);
            client->Delete(G1, interface);
        };
    };
    m_pim->react = answer(m_pim, 1);
    m_dvmrp->react = answer(m_dvmrp, 2);
    for (const auto delivery : {"inline", "posted"})
    {
        SetAttribute("CallbackDelivery", delivery);
        try
        {
            m_dvmrp->Add(G1, 2);
            Simulator::Run();
            FAIL() << delivery << ": the answers have an end";
        }
        catch (const CallbackChainError& error)
        {
            const std::string text = error.what();
            EXPECT_NE(text.find("5000 callbacks"), std::string::npos) << text;
            EXPECT_NE(text.find("MaxChainedCallbacks"), std::string::npos) << text;
        }
        EXPECT_LE(m_log.size(), 5002U);
        m_manager->Crash();
        m_pim->Register();
        m_pim->Take(1);
        m_dvmrp->Register();
        m_dvmrp->Take(2);
        Seen();
        RunUntil(Simulator::Now() + Seconds(1));
    }
}

TEST_F(CallbackChainTest, ALR_8_ChainThatTakesTimeIsNoChain)
{
    SetAttribute("CallbackCost", "ns3::ConstantRandomVariable[Constant=1]");
    SetAttribute("MaxCallbackChain", "20");
    AnswerEachOther();
    m_dvmrp->Add(G1, 2);
    RunUntil(Seconds(100.5));
    EXPECT_GT(m_log.size(), 50U);
    EXPECT_FALSE(m_manager->IsIdle());
}

TEST_F(CallbackChainTest, ALR_8_ChainOfTheGreatestLengthIsDelivered)
{
    SetAttribute("MaxCallbackChain", "7");
    uint32_t answers = 6;
    m_pim->react = [&, has = false](const ClientEvent&) mutable {
        has = !has;
        answers == 0 ? 0 : (--answers, has ? m_pim->Add(G1, 1) : m_pim->Delete(G1, 1), 0);
    };
    m_dvmrp->react = [&, has = true](const ClientEvent&) mutable {
        has = !has;
        answers == 0 ? 0 : (--answers, has ? m_dvmrp->Add(G1, 2) : m_dvmrp->Delete(G1, 2), 0);
    };
    EXPECT_EQ(m_dvmrp->Add(G1, 2), Status::NO_ERROR);
    EXPECT_EQ(answers, 0U);
    EXPECT_EQ(m_log.size(), 7U);
}

TEST_F(CallbackChainTest, ALR_8_AnswersToManyAlertsAreNoChain)
{
    constexpr uint32_t GROUPS = 20000;
    const auto group = [](uint32_t i) {
        return SourceGroup{ANY_ADDRESS, Ipv4Address(0xEF010000 + i)};
    };
    m_pim->Add(ANY, 1);
    for (uint32_t i = 0; i < GROUPS; ++i)
    {
        m_pim->Add(group(i), 1);
    }
    Seen();
    uint32_t answered = 0;
    m_dvmrp->react = [&](const ClientEvent& event) {
        if (event.op == ClientEvent::Op::JOIN_ALERT && event.key != ANY)
        {
            EXPECT_EQ(m_dvmrp->Add(event.key, 2), Status::NO_ERROR);
            ++answered;
        }
    };
    EXPECT_EQ(m_pim->Delete(ANY, 1), Status::NO_ERROR) << "all withheld alerts go out in one call";
    EXPECT_EQ(answered, GROUPS);
    EXPECT_EQ(m_manager->GetMemberships().GetSize(), 2 * GROUPS);
    EXPECT_TRUE(m_manager->IsIdle());
}

} // namespace mgm
} // namespace ns3
