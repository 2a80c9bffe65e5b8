/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "mgm-igmp-router-run.h"
#include "mgm-test-fixture.h"
#include "mgm-test-property.h"

namespace ns3
{
namespace mgm
{

namespace
{

/**
 * The router against the model on random sequences of messages. Each test checks SEQUENCES of
 * them; its parameter makes them differ from those of the others.
 */
class IgmpRouterModelTest : public MgmTest, public testing::WithParamInterface<int>
{
  protected:
    static constexpr int SEQUENCES = 1000;
    static constexpr int STEPS = 40;

    /// @brief Checks random sequences. @param mix what may happen in them
    void CheckSequences(const IgmpRouterMix& mix)
    {
        const auto property = [&mix]() {
            const auto setup = MakeRouterSetup(*LargeNumbers());
            const auto steps = *rc::gen::container<std::vector<uint64_t>>(STEPS, LargeNumbers());
            Run(setup, steps, mix);
        };
        CheckProperty(property, SEQUENCES, GetParam());
    }

  private:
    static void Run(const IgmpRouterSetup& setup,
                    const std::vector<uint64_t>& steps,
                    const IgmpRouterMix& mix)
    {
        IgmpRouterRun run(setup);
        std::ostringstream history;
        history << "RV " << setup.robustness << " QI " << setup.queryInterval.GetSeconds()
                << " QRI " << setup.responseInterval.GetSeconds() << " LMQI "
                << setup.lastMemberInterval.GetSeconds() << " LMQC " << setup.lastMemberCount
                << (setup.isRfc9776 ? " RFC 9776" : " RFC 3376");
        for (const auto bits : steps)
        {
            const auto step = MakeRouterStep(bits, mix);
            history << '\n' << step;
            const auto wrong = run.Step(step);
            if (!wrong.empty())
            {
                RC_FAIL(history.str() + '\n' + wrong);
            }
        }
    }
};

TEST_P(IgmpRouterModelTest, RFC_3376_6_4_6_5_6_6_3_RecordsFollowTheTables)
{
    CheckSequences({false, false, false, false});
}

TEST_P(IgmpRouterModelTest, RFC_4604_3_SsmGroupsIgnoreExcludeAndOlderHosts)
{
    CheckSequences({true, true, false, false});
}

TEST_P(IgmpRouterModelTest, RFC_3376_7_3_2_OlderHostsSetTheCompatibilityMode)
{
    CheckSequences({false, true, false, false});
}

TEST_P(IgmpRouterModelTest, RFC_3376_6_6_1_6_6_2_QueriesLowerTimersAndElect)
{
    CheckSequences({false, false, true, false});
}

TEST_P(IgmpRouterModelTest, RFC_3376_6_7_AllTogether)
{
    CheckSequences({true, true, true, true});
}

TEST_P(IgmpRouterModelTest, RFC_3376_8_6_8_7_ALinkThatComesUpIsAStart)
{
    CheckSequences({false, false, true, true});
}

INSTANTIATE_TEST_SUITE_P(Shard, IgmpRouterModelTest, testing::Range(0, 8));

} // namespace

} // namespace mgm
} // namespace ns3
