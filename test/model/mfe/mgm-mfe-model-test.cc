/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "mgm-mfe-model-run.h"
#include "mgm-test-fixture.h"
#include "mgm-test-property.h"

#include <algorithm>
#include <gtest/gtest.h>
#include <rapidcheck.h>
#include <sstream>

namespace ns3
{
namespace mgm
{

/**
 * Forwarding entries against the reference model on random sequences. Each test checks SEQUENCES
 * of them; its parameter makes them differ from those of the others.
 */
class MfeModelTest : public MgmTest, public testing::WithParamInterface<int>
{
  protected:
    static constexpr int SEQUENCES = 1000;
    static constexpr std::size_t STEPS = 50;

    /// What sequences had in them that the first model did not know.
    struct Kinds
    {
        int all{0};          ///< sequences
        int news{0};         ///< sequences with any of the following
        int dormantMarks{0}; ///< with marks of expired entries
        int silent{0};       ///< with routes that change silently
        int innerCalls{0};   ///< with calls inside changes of owner
        int takes{0};        ///< with changes of owner while RPF waits, and a call in DISABLE_IGMP
        int crashes{0};      ///< with crashes of the node in which changes of owner take time
        int limits{0};       ///< with entries forgotten because there are too many
    };

    static rc::Gen<MfeSetup> Setups()
    {
        return rc::gen::map(LargeNumbers(), MakeMfeSetup);
    }

    /// A sequence, shorter ones being tried first when it fails.
    static rc::Gen<std::vector<MfeStep>> Sequences()
    {
        const auto bits = LargeNumbers();
        const auto step = rc::gen::map(bits, MakeMfeStep);
        return rc::gen::resize(2 * STEPS, rc::gen::container<std::vector<MfeStep>>(step));
    }

    static MfeStep MakeStep(MfeStep::Verb verb, uint32_t slot, uint32_t interface)
    {
        MfeStep step{};
        step.verb = verb;
        step.slot = slot;
        step.interface = interface;
        return step;
    }

    static MfeStep Wait(uint32_t seconds)
    {
        auto step = MakeStep(MfeStep::Verb::WAIT, 0, 0);
        step.number = seconds;
        return step;
    }

    /// @return all that happens: clients register and take interfaces first, so that a sequence
    /// does not have to begin with that, and fail in the end
    static std::vector<MfeStep> Frame(const MfeSetup& setup, const std::vector<MfeStep>& steps)
    {
        std::vector<MfeStep> all;
        for (uint32_t slot = 0; slot < MFE_SLOTS.size(); ++slot)
        {
            all.push_back(MakeStep(MfeStep::Verb::REGISTER, slot, 0));
        }
        for (uint32_t interface = 1; interface <= MFE_INTERFACES; ++interface)
        {
            const auto slot = interface % static_cast<uint32_t>(MFE_SLOTS.size());
            all.push_back(MakeStep(MfeStep::Verb::TAKE, slot, interface));
        }
        if (setup.lasting)
        {
            all.push_back(Wait(3));
        }
        all.insert(all.end(), steps.begin(), steps.end());
        for (uint32_t slot = 0; slot < MFE_SLOTS.size(); ++slot)
        {
            all.push_back(MakeStep(MfeStep::Verb::FAIL, slot, 0));
        }
        all.push_back(Wait(7));
        return all;
    }

    /// @return what happened, a line for each step
    static std::string History(const MfeSetup& setup,
                               const std::vector<MfeStep>& steps,
                               std::size_t number)
    {
        std::ostringstream os;
        os << "in " << setup << '\n';
        for (std::size_t i = 0; i < number; ++i)
        {
            os << "  " << i + 1 << ". " << steps.at(i) << '\n';
        }
        return os.str();
    }

    static void Count(const MfeSetup& setup,
                      const std::vector<MfeStep>& steps,
                      const MfeModelRun& run,
                      Kinds& kinds)
    {
        const auto has = [&](MfeStep::Verb verb) {
            return std::any_of(steps.begin(), steps.end(), [verb](const auto& step) {
                return step.verb == verb;
            });
        };
        const bool silent = has(MfeStep::Verb::SHIFT) && run.CountDormant() > 0;
        const bool crash = has(MfeStep::Verb::CRASH) && setup.lasting;
        const bool limit = run.CountDormant() > setup.dormantLimit;
        ++kinds.all;
        kinds.dormantMarks += run.CountDormantMarks() > 0 ? 1 : 0;
        kinds.silent += silent ? 1 : 0;
        kinds.innerCalls += run.CountInnerCalls() > 0 ? 1 : 0;
        kinds.takes += run.CountTakesInMaking() > 0 ? 1 : 0;
        kinds.crashes += crash ? 1 : 0;
        kinds.limits += limit ? 1 : 0;
        kinds.news +=
            run.CountDormantMarks() > 0 || run.CountInnerCalls() > 0 || silent || crash || limit
                ? 1
                : 0;
    }
};

TEST_P(MfeModelTest, MFE_1_to_MFE_9_OWN_5_REG_6_ENU_4_I4_I5_I6_I8_EqualsTheReferenceModel)
{
    Kinds kinds;
    const auto property = [&kinds] {
        const auto setup = *Setups();
        const auto steps = Frame(setup, *Sequences());
        MfeModelRun run(setup);
        std::string wrong;
        std::size_t done = 0;
        for (; wrong.empty() && done < steps.size(); ++done)
        {
            wrong = run.Step(steps[done]);
        }
        wrong = wrong.empty() ? run.CheckEmpty() : wrong;
        Count(setup, steps, run, kinds);
        if (!wrong.empty())
        {
            RC_FAIL(History(setup, steps, done) + wrong);
        }
    };
    if (!CheckProperty(property, SEQUENCES, GetParam()))
    {
        return;
    }
    if (AreKindsExpected())
    {
        EXPECT_GT(3 * kinds.news, kinds.all);
        EXPECT_GT(20 * kinds.takes, kinds.all);
    }
    RecordProperty("sequences", kinds.all);
    RecordProperty("dormantMarks", kinds.dormantMarks);
    RecordProperty("silentRoutes", kinds.silent);
    RecordProperty("innerCalls", kinds.innerCalls);
    RecordProperty("takesInMaking", kinds.takes);
    RecordProperty("crashes", kinds.crashes);
    RecordProperty("limits", kinds.limits);
}

INSTANTIATE_TEST_SUITE_P(Shard, MfeModelTest, testing::Range(0, 8));

} // namespace mgm
} // namespace ns3
