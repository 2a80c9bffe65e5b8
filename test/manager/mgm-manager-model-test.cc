/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "mgm-model-run.h"
#include "mgm-test-fixture.h"

#include "ns3/mgm-trace-writer-jsonl.h"

#include <gtest/gtest.h>
#include <rapidcheck.h>
#include <sstream>

namespace ns3
{
namespace mgm
{

/**
 * The manager against the reference model on random sequences of calls. Each test checks
 * SEQUENCES of them; its parameter makes them differ from those of the others.
 */
class ManagerModelTest : public MgmTest, public testing::WithParamInterface<int>
{
  protected:
    static constexpr int SEQUENCES = 12500;
    static constexpr int LONGEST = 100;

    /// A sequence, shorter ones being tried first when it fails.
    static rc::Gen<std::vector<RandomCall>> Sequences()
    {
        const auto bits = rc::gen::inRange<uint64_t>(0, uint64_t{1} << 62);
        const auto call = rc::gen::map(bits, MakeRandomCall);
        return rc::gen::resize(LONGEST, rc::gen::container<std::vector<RandomCall>>(call));
    }

    static rc::Gen<RandomSetup> Setups()
    {
        return rc::gen::map(rc::gen::inRange<uint64_t>(0, uint64_t{1} << 62), MakeRandomSetup);
    }

    /// Checks a property on random numbers of its own.
    template <typename Property>
    static void Check(Property property, int count, int shard)
    {
        auto params = rc::detail::configuration().testParams;
        params.seed += shard;
        params.maxSuccess = count;
        const rc::detail::TestResult result =
            rc::detail::checkTestable(property, rc::detail::TestMetadata(), params);
        std::ostringstream os;
        rc::detail::printResultMessage(result, os);
        EXPECT_TRUE(result.is<rc::detail::SuccessResult>()) << os.str();
    }
};

TEST_P(ManagerModelTest, I1_I2_I3_I4_I7_I8_I9_EqualsTheReferenceModel)
{
    const auto property = [] {
        const auto setup = *Setups();
        const auto calls = *Sequences();
        ModelRun run(setup);
        std::string wrong;
        for (auto call = calls.begin(); wrong.empty() && call != calls.end(); ++call)
        {
            wrong = run.Step(*call);
        }
        wrong = wrong.empty() ? run.ShutDown() : wrong;
        if (!wrong.empty())
        {
            RC_FAIL(wrong);
        }
    };
    Check(property, SEQUENCES, GetParam());
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
                ModelRun run(setup);
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
    Check(property, 500, GetParam());
}

INSTANTIATE_TEST_SUITE_P(Shard, ManagerRepetitionTest, testing::Values(100));

} // namespace mgm
} // namespace ns3
