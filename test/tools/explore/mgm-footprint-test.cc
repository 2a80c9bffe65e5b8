/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "explore/mgm-footprint.h"

#include <gtest/gtest.h>

using namespace ns3::mgm;

namespace
{

constexpr bool READ = false;
constexpr bool WRITE = true;

Footprint
Of(const Access& access)
{
    Footprint footprint;
    footprint.Add(access);
    return footprint;
}

TEST(FootprintTest, ReadsDoNotConflict)
{
    EXPECT_FALSE(
        Of({ResourceKind::OWNER, 0, 1, READ}).ConflictsWith(Of({ResourceKind::OWNER, 0, 1, READ})));
    EXPECT_TRUE(Of({ResourceKind::OWNER, 0, 1, READ})
                    .ConflictsWith(Of({ResourceKind::OWNER, 0, 1, WRITE})));
}

TEST(FootprintTest, OtherResourcesDoNotConflict)
{
    const auto owner = Of({ResourceKind::OWNER, 0, 1, WRITE});
    EXPECT_FALSE(owner.ConflictsWith(Of({ResourceKind::OWNER, 0, 2, WRITE})));
    EXPECT_FALSE(owner.ConflictsWith(Of({ResourceKind::OWNER, 1, 1, WRITE})));
    EXPECT_FALSE(owner.ConflictsWith(Of({ResourceKind::GROUP, 0, 1, WRITE})));
    EXPECT_FALSE(owner.ConflictsWith(Footprint()));
}

TEST(FootprintTest, AllOfAKindConflictsWithEach)
{
    const auto all = Of({ResourceKind::GROUP, 0, Access::ALL, READ});
    EXPECT_TRUE(all.ConflictsWith(Of({ResourceKind::GROUP, 0, 7, WRITE})));
    EXPECT_FALSE(all.ConflictsWith(Of({ResourceKind::OWNER, 0, 7, WRITE})));
}

TEST(FootprintTest, EverythingIsOfOneNode)
{
    const auto everything = Of({ResourceKind::EVERYTHING, 0, Access::ALL, WRITE});
    EXPECT_TRUE(everything.ConflictsWith(Of({ResourceKind::INBOX, 0, 7, READ})));
    EXPECT_FALSE(everything.ConflictsWith(Of({ResourceKind::INBOX, 1, 7, WRITE})));
    EXPECT_FALSE(everything.ConflictsWith(Of({ResourceKind::EXPECTATION, 0, 1, WRITE})));
}

TEST(FootprintTest, ExpectationsAreOfNoNode)
{
    EXPECT_TRUE(Of({ResourceKind::EXPECTATION, 0, 1, WRITE})
                    .ConflictsWith(Of({ResourceKind::EXPECTATION, 5, 1, WRITE})));
    EXPECT_FALSE(Of({ResourceKind::EXPECTATION, 0, 1, WRITE})
                     .ConflictsWith(Of({ResourceKind::EXPECTATION, 0, 2, WRITE})));
}

} // namespace
