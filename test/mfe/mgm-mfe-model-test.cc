/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "mgm-mfe-model-run.h"
#include "mgm-test-fixture.h"

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
    static constexpr int SEQUENCES = 2000;
    static constexpr std::size_t STEPS = 50;

    static rc::Gen<MfeSetup> Setups()
    {
        return rc::gen::map(rc::gen::inRange<uint64_t>(0, uint64_t{1} << 62), MakeMfeSetup);
    }

    /// A sequence, shorter ones being tried first when it fails.
    static rc::Gen<std::vector<MfeStep>> Sequences()
    {
        const auto bits = rc::gen::inRange<uint64_t>(0, uint64_t{1} << 62);
        const auto step = rc::gen::map(bits, MakeMfeStep);
        return rc::gen::resize(2 * STEPS, rc::gen::container<std::vector<MfeStep>>(step));
    }

    /// Gives the clients interfaces, so that a sequence does not have to begin with that.
    static std::string TakeInterfaces(MfeModelRun& run)
    {
        std::string wrong;
        for (uint32_t interface = 1; interface <= MFE_INTERFACES; ++interface)
        {
            MfeStep step{};
            step.verb = MfeStep::Verb::TAKE;
            step.slot = interface % MFE_SLOTS.size();
            step.interface = interface;
            wrong = wrong.empty() ? run.Step(step) : wrong;
        }
        return wrong;
    }
};

TEST_P(MfeModelTest, MFE_1_to_MFE_9_I4_I5_I6_I8_A7_1_EqualsTheReferenceModel)
{
    const auto property = [] {
        const auto setup = *Setups();
        const auto steps = *Sequences();
        MfeModelRun run(setup);
        auto wrong = TakeInterfaces(run);
        for (auto step = steps.begin(); wrong.empty() && step != steps.end(); ++step)
        {
            wrong = run.Step(*step);
        }
        wrong = wrong.empty() ? run.ShutDown() : wrong;
        if (!wrong.empty())
        {
            RC_FAIL(wrong);
        }
    };
    auto params = rc::detail::configuration().testParams;
    params.seed += GetParam();
    params.maxSuccess = SEQUENCES;
    const rc::detail::TestResult result =
        rc::detail::checkTestable(property, rc::detail::TestMetadata(), params);
    std::ostringstream os;
    rc::detail::printResultMessage(result, os);
    EXPECT_TRUE(result.is<rc::detail::SuccessResult>()) << os.str();
}

INSTANTIATE_TEST_SUITE_P(Shard, MfeModelTest, testing::Range(0, 8));

} // namespace mgm
} // namespace ns3
