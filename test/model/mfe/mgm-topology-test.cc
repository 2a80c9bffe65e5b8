/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "mgm-network-run.h"
#include "mgm-test-fixture.h"
#include "mgm-test-property.h"

#include <gtest/gtest.h>
#include <rapidcheck.h>
#include <sstream>

namespace ns3
{
namespace mgm
{

/**
 * Random networks of routers that forward real packets, against the reference model. Each test
 * checks NETWORKS of them; its parameter makes them differ from those of the others.
 */
class TopologyTest : public MgmTest, public testing::WithParamInterface<uint32_t>
{
  protected:
    static constexpr int NETWORKS = 100;
    static constexpr std::size_t STEPS = 60;

    /// A sequence, shorter ones being tried first when it fails.
    static rc::Gen<std::vector<NetworkStep>> Sequences()
    {
        const auto bits = LargeNumbers();
        const auto step = rc::gen::map(bits, MakeNetworkStep);
        return rc::gen::resize(2 * STEPS, rc::gen::container<std::vector<NetworkStep>>(step));
    }
};

TEST_P(TopologyTest, I5_I6_REG_6_MFE_1_to_MFE_9_CopiesGoWhereTheReferenceModelSendsThem)
{
    int networks = 0;
    int news = 0;
    uint32_t copies = 0;
    const auto property = [&] {
        TearDown();
        SetUp();
        const auto seed = *rc::gen::inRange<uint32_t>(0, 1 << 30);
        const auto steps = *Sequences();
        NetworkRun run(seed);
        NetworkStep start{};
        start.verb = NetworkStep::Verb::START;
        auto wrong = run.Step(start);
        for (auto step = steps.begin(); wrong.empty() && step != steps.end(); ++step)
        {
            wrong = run.Step(*step);
        }
        ++networks;
        news += run.CountNews() > 0 ? 1 : 0;
        copies += run.CountCopies();
        if (!wrong.empty())
        {
            RC_FAIL(run.GetHistory() + wrong);
        }
    };
    if (!CheckProperty(property, NETWORKS, static_cast<int>(GetParam())))
    {
        return;
    }
    if (AreKindsExpected())
    {
        EXPECT_GT(3 * news, networks);
        EXPECT_GT(copies, 10U * static_cast<uint32_t>(networks)) << "the networks are too idle";
    }
    RecordProperty("networks", networks);
    RecordProperty("networksWithNews", news);
}

INSTANTIATE_TEST_SUITE_P(Shard, TopologyTest, testing::Range(0U, 4U));

} // namespace mgm
} // namespace ns3
