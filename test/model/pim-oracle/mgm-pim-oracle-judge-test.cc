/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "mgm-pim-oracle-history.h"
#include "mgm-pim-oracle-judge.h"
#include "mgm-pim-oracle-player.h"
#include "mgm-pim-oracle-step.h"
#include "mgm-test-property.h"

#include <gtest/gtest.h>
#include <random>
#include <set>

namespace ns3
{
namespace mgm
{

namespace
{

/// The judge against machines that are made of the model, some of which do something wrong.
class PimOracleJudgeTest : public testing::TestWithParam<int>
{
  protected:
    static constexpr int SEQUENCES = 100;
    static constexpr std::size_t STEPS = 40;

    /// Does something wrong to what a machine did.
    using Fault = void (*)(PimOracleObservation&, uint64_t);

    /// What came of a sequence.
    struct Outcome
    {
        bool isLost{false};   ///< whether the judge has given up
        bool isFaulty{false}; ///< whether the machine did something wrong
        std::string wrong;    ///< what the judge says
        std::string history;  ///< what happened
        PimOracleRows rows;   ///< that were taken
    };

    /// @return 62 random bits
    uint64_t Draw()
    {
        return m_random() >> 2;
    }

    /// @param fault what is wrong once, if anything is @return what came of it
    Outcome Play(Fault fault)
    {
        const auto setup = MakePimOracleSetup(Draw());
        PimOraclePlayer player(setup, Draw());
        PimOracleJudge judge(setup);
        PimOracleHistory history(setup);
        const auto start = MakePimOracleStart(Draw(), setup);
        const auto faulty = start.size() + Draw() % (STEPS / 2);
        Outcome outcome;
        PimOracleTime now = 0;
        for (std::size_t i = 0; i < start.size() + STEPS && outcome.wrong.empty(); ++i)
        {
            const auto step = MakePimOracleStep(Draw(), setup);
            const auto event =
                i < start.size() ? start[i] : ResolvePimOracleStep(step, player.GetRouter(), now);
            now = event.time;
            auto seen = player.Step(event);
            if (fault != nullptr && i >= faulty && !seen.sent.empty() && !outcome.isFaulty)
            {
                fault(seen, Draw());
                outcome.isFaulty = true;
            }
            history.Add(event, seen);
            outcome.wrong = judge.Step(event, seen);
        }
        if (outcome.wrong.empty())
        {
            PimOracleEvent end;
            end.time = now + 20 * PIM_ORACLE_SECOND;
            outcome.wrong = judge.Step(end, player.Step(end));
        }
        outcome.isLost = judge.IsLost();
        outcome.rows = judge.GetRows();
        outcome.history = history.GetText();
        return outcome;
    }

    /// @param fault what is wrong @return how many of a hundred faults the judge finds
    double FindFaults(Fault fault)
    {
        int all = 0;
        int found = 0;
        for (int i = 0; i < ScaleSequences(SEQUENCES); ++i)
        {
            const auto outcome = Play(fault);
            all += outcome.isFaulty ? 1 : 0;
            found += outcome.isFaulty && !outcome.wrong.empty() ? 1 : 0;
        }
        EXPECT_GT(2 * all, ScaleSequences(SEQUENCES));
        return 100.0 * found / all;
    }

    std::mt19937_64 m_random{static_cast<uint64_t>(GetParam()) + 1}; ///< where numbers come from
};

TEST_P(PimOracleJudgeTest, AgreesWithWhatTheModelDoes)
{
    for (int i = 0; i < ScaleSequences(SEQUENCES); ++i)
    {
        const auto outcome = Play(nullptr);
        ASSERT_EQ(outcome.wrong, "") << outcome.history;
        EXPECT_FALSE(outcome.isLost);
    }
}

TEST_P(PimOracleJudgeTest, SequencesTakeEachRow)
{
    constexpr int enough = 3000;
    std::set<std::string> missing;
    for (const auto& [row, count] : PimOracleRows().GetCounts())
    {
        missing.insert(row);
    }
    for (int i = 0; i < enough && !missing.empty(); ++i)
    {
        for (const auto& [row, count] : Play(nullptr).rows.GetCounts())
        {
            if (count > 0)
            {
                missing.erase(row);
            }
        }
    }
    EXPECT_TRUE(missing.empty()) << *missing.begin();
}

// What a router may send or leave out, such as a PruneEcho to one neighbor, is no fault.

TEST_P(PimOracleJudgeTest, FindsAMessageThatIsMissing)
{
    EXPECT_GT(FindFaults([](PimOracleObservation& seen, uint64_t bits) {
                  seen.sent.erase(seen.sent.begin() +
                                  static_cast<std::ptrdiff_t>(bits % seen.sent.size()));
              }),
              85);
}

TEST_P(PimOracleJudgeTest, FindsAMessageThatIsSentTwice)
{
    EXPECT_GT(FindFaults([](PimOracleObservation& seen, uint64_t bits) {
                  seen.sent.push_back(seen.sent[bits % seen.sent.size()]);
              }),
              85);
}

TEST_P(PimOracleJudgeTest, FindsAMessageWithAWrongSender)
{
    EXPECT_EQ(FindFaults([](PimOracleObservation& seen, uint64_t bits) {
                  ++seen.sent[bits % seen.sent.size()].from;
              }),
              100);
}

TEST_P(PimOracleJudgeTest, FindsAMessageOnAWrongInterface)
{
    EXPECT_EQ(FindFaults([](PimOracleObservation& seen, uint64_t bits) {
                  auto& message = seen.sent[bits % seen.sent.size()];
                  message.interface = message.interface == 1 ? 2 : 1;
              }),
              100);
}

TEST_P(PimOracleJudgeTest, FindsAPacketOnAWrongInterface)
{
    EXPECT_GT(FindFaults([](PimOracleObservation& seen, uint64_t bits) {
                  *seen.copies ^= PimOracleOnly(1 + bits % 3);
              }),
              95);
}

INSTANTIATE_TEST_SUITE_P(Shard, PimOracleJudgeTest, testing::Range(0, 4));

} // namespace

} // namespace mgm
} // namespace ns3
