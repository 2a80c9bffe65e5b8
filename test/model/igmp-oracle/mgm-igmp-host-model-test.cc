/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "mgm-igmp-host-run.h"
#include "mgm-test-fixture.h"
#include "mgm-test-property.h"

namespace ns3
{
namespace mgm
{

namespace
{

/**
 * The host against the model on random sequences of filters and queries. Each test checks SEQUENCES
 * of them; its parameter makes them differ from those of the others.
 */
class IgmpHostModelTest : public MgmTest, public testing::WithParamInterface<int>
{
  protected:
    static constexpr int SEQUENCES = 1000;
    static constexpr int STEPS = 40;

    /// @brief Checks a sequence. @param setup the configuration @param steps the steps
    static void Run(const IgmpHostSetup& setup, const std::vector<uint64_t>& steps)
    {
        IgmpHostRun run(setup);
        std::ostringstream history;
        history << "RV " << setup.robustness << " URI " << setup.unsolicitedInterval.GetSeconds();
        for (const auto bits : steps)
        {
            const auto step = MakeHostStep(bits);
            history << '\n' << step;
            const auto wrong = run.Step(step);
            if (!wrong.empty())
            {
                RC_FAIL(history.str() + '\n' + wrong);
            }
        }
    }
};

TEST_P(IgmpHostModelTest, RFC_3376_3_2_5_1_5_2_SocketsAndQueriesGiveTheReports)
{
    const auto property = []() {
        const auto setup = MakeHostSetup(*LargeNumbers());
        Run(setup, *rc::gen::container<std::vector<uint64_t>>(STEPS, LargeNumbers()));
    };
    CheckProperty(property, SEQUENCES, GetParam());
}

INSTANTIATE_TEST_SUITE_P(Shard, IgmpHostModelTest, testing::Range(0, 8));

} // namespace

} // namespace mgm
} // namespace ns3
