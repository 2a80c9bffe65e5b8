/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "mgm-model-run.h"
#include "mgm-test-fixture.h"
#include "mgm-test-property.h"

#include "ns3/mgm-trace-writer-jsonl.h"

#include <array>
#include <gtest/gtest.h>
#include <rapidcheck.h>
#include <sstream>
#include <string>
#include <vector>

namespace ns3
{
namespace mgm
{

/**
 * The manager against the reference model on random sequences of calls. Each test checks
 * SEQUENCES of them; its parameter makes them differ from those of the others. A campaign of
 * 100,000:
 *
 *     MGM_SEQUENCES_PERCENT=625 RC_PARAMS=seed=1 build/bin/mgm-tests \
 *         --gtest_filter='*ManagerModel*'
 */
class ManagerModelTest : public MgmTest, public testing::WithParamInterface<int>
{
  protected:
    static constexpr int SEQUENCES = 2000;
    static constexpr int LONGEST = 100;

    /// A sequence, shorter ones being tried first when it fails.
    static rc::Gen<std::vector<RandomCall>> Sequences()
    {
        const auto bits = LargeNumbers();
        const auto call = rc::gen::map(bits, MakeRandomCall);
        return rc::gen::resize(LONGEST, rc::gen::container<std::vector<RandomCall>>(call));
    }

    static rc::Gen<RandomSetup> Setups()
    {
        return rc::gen::map(LargeNumbers(), MakeRandomSetup);
    }

    /// How many sequences were checked, and how many of them did what is rare.
    struct Tally
    {
        int sequences{0};                                  ///< how many
        int rare{0};                                       ///< did anything that is rare
        std::array<int, ModelRun::Kinds().size()> kinds{}; ///< did it, by kind

        void Add(const ModelRun::Kinds& done)
        {
            constexpr auto MEMBER = static_cast<std::size_t>(SequenceKind::FAIL);
            ++sequences;
            rare += ModelRun::Kinds(done).reset(MEMBER).any() ? 1 : 0;
            for (std::size_t kind = 0; kind < kinds.size(); ++kind)
            {
                kinds[kind] += done[kind] ? 1 : 0;
            }
        }
    };

    /// Takes a run through a sequence.
    /// @return what is wrong; empty if nothing is
    static std::string Run(ModelRun& run, const std::vector<RandomCall>& calls)
    {
        std::string wrong;
        for (auto call = calls.begin(); wrong.empty() && call != calls.end(); ++call)
        {
            wrong = run.Step(*call);
        }
        return wrong.empty() ? run.ShutDown() : wrong;
    }
};

TEST_P(ManagerModelTest, I1_I2_I3_I4_I7_I8_I9_EqualsTheReferenceModel)
{
    Tally tally;
    const auto property = [&tally] {
        const auto setup = *Setups();
        const auto calls = *Sequences();
        ModelRun run(setup, false);
        if (!Run(run, calls).empty())
        {
            ModelRun again(setup, true);
            const auto wrong = Run(again, calls);
            RC_FAIL(again.GetHistory() + "WRONG: " + wrong);
        }
        tally.Add(run.GetKinds());
    };
    if (!CheckProperty(property, SEQUENCES, GetParam()) || !AreKindsExpected())
    {
        return;
    }
    EXPECT_GE(3 * tally.rare, tally.sequences);
    for (std::size_t kind = 0; kind < tally.kinds.size(); ++kind)
    {
        EXPECT_GT(tally.kinds[kind], 0) << ToString(static_cast<SequenceKind>(kind));
        RecordProperty(ToString(static_cast<SequenceKind>(kind)), tally.kinds[kind]);
    }
}

INSTANTIATE_TEST_SUITE_P(Shard, ManagerModelTest, testing::Range(0, 8));

/// What a run writes depends on the calls only.
class ManagerRepetitionTest : public ManagerModelTest
{
};

TEST_P(ManagerRepetitionTest, I10_EqualCallsGiveEqualTraces)
{
    const auto property = [] {
        const auto setup = *Setups();
        const auto calls = *Sequences();
        std::string traces[2];
        for (auto& trace : traces)
        {
            std::ostringstream os;
            {
                ModelRun run(setup, false);
                const auto writer = Create<TraceWriterJsonl>(Create<OutputStreamWrapper>(&os),
                                                             TraceHeader::OfSimulation());
                writer->Connect(Tracer::Of(run.GetNode()));
                for (const auto& call : calls)
                {
                    run.Step(call);
                }
                writer->Flush();
            }
            trace = os.str();
        }
        RC_ASSERT(traces[0] == traces[1]);
    };
    CheckProperty(property, 500, GetParam());
}

INSTANTIATE_TEST_SUITE_P(Shard, ManagerRepetitionTest, testing::Values(100));

} // namespace mgm
} // namespace ns3
