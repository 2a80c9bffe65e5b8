/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "base/mgm-text-digest.h"

#include <gtest/gtest.h>

namespace ns3
{
namespace mgm
{

/// Test vectors of the authors of FNV: traces of other versions of ns-3 name the same scenario
/// alike.
TEST(TextDigest, IsThePublishedHash)
{
    EXPECT_EQ(DigestText(""), "cbf29ce484222325");
    EXPECT_EQ(DigestText("a"), "af63dc4c8601ec8c");
    EXPECT_EQ(DigestText("foobar"), "85944171f73967e8");
}

} // namespace mgm
} // namespace ns3
