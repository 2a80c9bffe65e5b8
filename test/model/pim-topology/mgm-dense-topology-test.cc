/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

/// @file
/// @ingroup tests
/// @brief Dense mode on random networks, judged by shortest paths and the timers of RFC 3973.

#include "mgm-dense-verdict.h"
#include "mgm-test-fixture.h"
#include "mgm-test-property.h"

#include <gtest/gtest.h>
#include <rapidcheck.h>

namespace ns3
{
namespace mgm
{

/// Random networks of dense mode. Each test plays NETWORKS of them; its parameter makes them differ
/// from those of the others.
class DenseTopologyTest : public MgmTest, public testing::WithParamInterface<int>
{
  protected:
    static constexpr int NETWORKS = 60;

    /// @brief Notes what was measured. @param figures the figures of a network
    void Add(const DenseVerdict::Figures& figures)
    {
        m_wanted += figures.wanted;
        m_lost += figures.lost;
        m_repeated += figures.repeated;
    }

    uint64_t m_wanted{0};   ///< packets that members should have got
    uint64_t m_lost{0};     ///< those of them that they did not get
    uint64_t m_repeated{0}; ///< those of them that they got more than once
};

TEST_P(DenseTopologyTest, Rfc3973_MembersGetEachPacketOnceWhenThingsHaveSettled)
{
    const auto property = [this] {
        TearDown();
        SetUp();
        const auto seed = *rc::gen::noShrink(rc::gen::inRange<uint32_t>(0, 1U << 30));
        DenseRun run(seed);
        run.Play();
        const DenseVerdict verdict(run);
        Add(verdict.GetFigures());
        if (!verdict.GetFaults().empty())
        {
            RC_FAIL(run.GetHistory() + verdict.GetFaults());
        }
    };
    if (!CheckProperty(property, NETWORKS, GetParam()) || !AreKindsExpected())
    {
        return;
    }
    EXPECT_GT(m_wanted, 1000U * NETWORKS / 10) << "there are too few members";
    EXPECT_GT(m_lost, 0U) << "failures are too mild";
    EXPECT_GT(m_repeated, 0U) << "there are too few ways around";
}

INSTANTIATE_TEST_SUITE_P(Shard, DenseTopologyTest, testing::Range(0, 4));

/// The oracle by itself.
class DensePathsTest : public testing::Test
{
  protected:
    /// @param seed decides everything @return a plan
    static DensePlan MakePlan(uint32_t seed)
    {
        Draw draw(seed);
        return DensePlan(draw);
    }
};

TEST_F(DensePathsTest, NetworksAreConnected)
{
    for (uint32_t seed = 0; seed < 200; ++seed)
    {
        const auto plan = MakePlan(seed);
        const DensePaths paths(plan, plan.GetLans().front(), seed);
        for (uint32_t router = 0; router < plan.CountRouters(); ++router)
        {
            EXPECT_TRUE(paths.GetHop(router)) << "seed " << seed << ", router " << router;
        }
    }
}

TEST_F(DensePathsTest, EachHopIsNearerToTheSource)
{
    for (uint32_t seed = 0; seed < 200; ++seed)
    {
        const auto plan = MakePlan(seed);
        const DensePaths paths(plan, plan.GetLans().front(), seed);
        for (uint32_t router = 0; router < plan.CountRouters(); ++router)
        {
            const auto& hop = paths.GetHop(router);
            if (hop && hop->via)
            {
                EXPECT_EQ(hop->distance,
                          paths.GetHop(*hop->via)->distance + plan.GetLinks()[hop->link].cost);
            }
        }
    }
}

TEST_F(DensePathsTest, WhatIsDownIsNotPassed)
{
    auto plan = MakePlan(1);
    const auto source = plan.GetLans().front();
    plan.SetLink(source, false);
    const DensePaths paths(plan, source, 1);
    for (uint32_t router = 0; router < plan.CountRouters(); ++router)
    {
        EXPECT_FALSE(paths.GetHop(router));
    }
    EXPECT_TRUE(paths.GetNeeded({source}).empty());
}

} // namespace mgm
} // namespace ns3
