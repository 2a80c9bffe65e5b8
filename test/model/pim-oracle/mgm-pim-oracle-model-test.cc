/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "mgm-pim-oracle-history.h"
#include "mgm-pim-oracle-judge.h"
#include "mgm-pim-oracle-machine.h"
#include "mgm-pim-oracle-step.h"
#include "mgm-test-fixture.h"
#include "mgm-test-property.h"

#include <algorithm>
#include <rapidcheck/gtest.h>

namespace ns3
{
namespace mgm
{

namespace
{

/**
 * The machines of dense mode against the model of RFC 3973 on random sequences of events. Each
 * test checks SEQUENCES of them; its parameter makes them differ from those of the others.
 */
class PimOracleModelTest : public MgmTest, public testing::WithParamInterface<int>
{
  protected:
    static constexpr int SEQUENCES = 2500;
    static constexpr int STEPS = 40;

    /// @brief Plays a sequence. @param setup bits of the configuration
    /// @param start bits of what comes first @param steps bits of what follows
    void Play(uint64_t setup, uint64_t start, const std::vector<uint64_t>& steps)
    {
        auto made = MakePimOracleSetup(setup);
        made.comparesHellos = false; // they are PimInterface's
        PimOracleMachine machine(made, static_cast<int64_t>(start % 1000));
        PimOracleJudge judge(made);
        PimOracleHistory history(made);
        PimOracleTime now = 0;
        const auto step = [&](PimOracleEvent event, bool isToldLate) {
            now = event.time;
            const auto seen = machine.Step(event, isToldLate);
            history.Add(event, seen);
            const auto wrong = judge.Step(event, seen);
            if (!wrong.empty())
            {
                RC_FAIL(history.GetText() + wrong);
            }
        };
        for (const auto& event : MakePimOracleStart(start, made))
        {
            step(event, false);
        }
        for (const auto bits : steps)
        {
            const auto drawn = MakePimOracleStep(bits, made);
            const auto event = ResolvePimOracleStep(drawn, judge.GetModel(), now);
            step(event, drawn.value % 3 == 0 && !LosesNeighbor(judge.GetModel(), event.time));
        }
        PimOracleEvent end;
        end.time = now + 20 * PIM_ORACLE_SECOND;
        end.kind = PimOracleEvent::Kind::STOP;
        step(end, false);
        end.time += 20 * PIM_ORACLE_SECOND;
        end.kind = PimOracleEvent::Kind::NOTHING;
        step(end, false);
        m_lost += judge.IsLost() ? 1 : 0;
    }

    /// @return whether a neighbor is lost in an instant: another change that is there before it is
    /// told would be one with that for the machines
    static bool LosesNeighbor(const PimOracleRouter& model, PimOracleTime time)
    {
        const auto timers = model.GetTimers();
        return std::any_of(timers.begin(), timers.end(), [time](const auto& due) {
            return due.time == time && due.kind == PimOracleDue::Kind::LIVENESS;
        });
    }

    int m_lost{0}; ///< sequences that were given up because too much is open
};

TEST_P(PimOracleModelTest, RFC_3973_MachinesDoWhatTheTablesSay)
{
    const auto property = [this]() {
        const auto setup = *LargeNumbers();
        const auto start = *LargeNumbers();
        Play(setup, start, *rc::gen::container<std::vector<uint64_t>>(STEPS, LargeNumbers()));
    };
    CheckProperty(property, SEQUENCES, GetParam());
    EXPECT_LE(100 * m_lost, ScaleSequences(SEQUENCES));
}

INSTANTIATE_TEST_SUITE_P(Shard, PimOracleModelTest, testing::Range(0, 8));

} // namespace

} // namespace mgm
} // namespace ns3
