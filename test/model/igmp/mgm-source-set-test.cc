/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "mgm-igmp-test-addresses.h"

#include "ns3/mgm-source-set.h"

#include <gtest/gtest.h>
#include <sstream>

namespace ns3
{
namespace mgm
{

namespace
{

TEST(SourceSet, IsASet)
{
    EXPECT_EQ((SourceSet{S2, S1, S2}), (SourceSet{S1, S2}));
    EXPECT_NE((SourceSet{S1}), (SourceSet{S1, S2}));
    EXPECT_TRUE(SourceSet().IsEmpty());
    EXPECT_TRUE((SourceSet{S3, S1}).Contains(S3));
    EXPECT_FALSE((SourceSet{S3, S1}).Contains(S2));
}

TEST(SourceSet, RFC_3376_4_2_15_Operators)
{
    const SourceSet a{S1, S2};
    const SourceSet b{S2, S3};
    EXPECT_EQ(a + b, (SourceSet{S1, S2, S3}));
    EXPECT_EQ(a * b, (SourceSet{S2}));
    EXPECT_EQ(a - b, (SourceSet{S1}));
    EXPECT_EQ(a - b - a, SourceSet());
}

TEST(SourceSet, IsWrittenInAscendingOrder)
{
    std::ostringstream os;
    os << SourceSet{S3, S1} << ' ' << SourceSet();
    EXPECT_EQ(os.str(), "{10.0.1.1,10.0.1.3} {}");
}

} // namespace

} // namespace mgm
} // namespace ns3
