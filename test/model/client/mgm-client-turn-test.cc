/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "mgm-test-fixture.h"

#include "ns3/mgm-client-turn.h"
#include "ns3/mgm-trace-context.h"
#include "ns3/simulator.h"

#include <string>
#include <vector>

namespace ns3
{
namespace mgm
{

/// A turn, and what is done in it.
class ClientTurnTest : public MgmTest
{
  protected:
    using Words = std::vector<std::string>; ///< some words, in order

    /// @return a step that notes a word
    ClientTurn::Step Note(const std::string& word)
    {
        return [this, word]() { m_done.push_back(word); };
    }

    ClientTurn m_turn; ///< the turn
    Words m_done;      ///< the words that were noted
};

TEST_F(ClientTurnTest, AStepIsDoneNowOrLater)
{
    m_turn.After(Time(), Note("now"));
    m_turn.After(Seconds(1), Note("later"));
    EXPECT_EQ(m_done, Words{"now"});
    Simulator::Run();
    EXPECT_EQ(m_done, (Words{"now", "later"}));
    EXPECT_EQ(Simulator::Now(), Seconds(1));
}

TEST_F(ClientTurnTest, WhatIsWaitedForEndsWithTheTurn)
{
    m_turn.After(Seconds(1), Note("waits"));
    const auto bound = m_turn.Bind(Note("bound"));
    bound();
    m_turn.End();
    bound();
    m_turn.Bind(Note("next turn"))();
    m_turn.After(Seconds(1), Note("given up"));
    m_turn.StopWaiting();
    Simulator::Run();
    EXPECT_EQ(m_done, (Words{"bound", "next turn"}));
}

TEST_F(ClientTurnTest, ItGoesOnUnlessItIsEnded)
{
    EXPECT_TRUE(m_turn.GoesOn([]() {}));
    EXPECT_FALSE(m_turn.GoesOn([this]() { m_turn.End(); }));
}

TEST_F(ClientTurnTest, WhatFollowsIsDoneWhenTheStepReturns)
{
    m_turn.After(Time(), [this]() {
        m_turn.After(Time(), Note("second"));
        m_done.push_back("first");
    });
    EXPECT_EQ(m_done, (Words{"first", "second"}));
}

TEST_F(ClientTurnTest, ANewTurnInsideAStepIsDoneBeforeTheStepReturns)
{
    m_turn.After(Time(), [this]() {
        m_turn.After(Time(), Note("of the old turn"));
        m_turn.End();
        m_turn.After(Time(), [this]() {
            m_turn.After(Time(), Note("second of the new turn"));
            m_done.push_back("first of the new turn");
        });
        m_done.push_back("end of the step");
    });
    m_turn.After(Time(), Note("afterwards"));
    EXPECT_EQ(m_done,
              (Words{"first of the new turn",
                     "second of the new turn",
                     "end of the step",
                     "afterwards"}));
}

TEST_F(ClientTurnTest, ManyStepsNeedNoDeepStack)
{
    int left = 1000000;
    const ClientTurn::Step step = [this, &left, &step]() {
        if (--left > 0)
        {
            m_turn.After(Time(), step);
        }
    };
    m_turn.After(Time(), step);
    EXPECT_EQ(left, 0);
}

TEST_F(ClientTurnTest, AStepIsCausedByWhatAskedForIt)
{
    std::vector<uint64_t> causes;
    const auto note = [&causes]() { causes.push_back(TraceContext::Get().GetCause()); };
    m_turn.After(Time(), [&]() {
        const CauseScope scope(7);
        m_turn.After(Time(), [&]() {
            note();
            const CauseScope inner(8);
            m_turn.After(Seconds(1), note);
        });
    });
    Simulator::Run();
    EXPECT_EQ(causes, (std::vector<uint64_t>{7, 8}));
}

} // namespace mgm
} // namespace ns3
