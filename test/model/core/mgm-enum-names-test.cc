/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "ns3/mgm-enum-names.h"

#include <gtest/gtest.h>

namespace ns3
{
namespace mgm
{

namespace
{

enum class Colour
{
    RED,
    GREEN,
    COUNT,
};

constexpr EnumNames<Colour> COLOURS{"red", "green"};
static_assert(COLOURS[Colour::GREEN] == "green");

enum class Side
{
    LEFT,
    RIGHT,
};

constexpr EnumNames<Side, 2> SIDES{"left", "right"};
static_assert(SIDES[Side::RIGHT] == "right");

} // namespace

TEST(EnumNames, AValueThatIsNoneIsUnknown)
{
    EXPECT_EQ(COLOURS[Colour::RED], "red");
    EXPECT_EQ(COLOURS[Colour::COUNT], "unknown");
    EXPECT_EQ(COLOURS[static_cast<Colour>(-1)], "unknown");
    EXPECT_EQ(SIDES[static_cast<Side>(2)], "unknown");
}

} // namespace mgm
} // namespace ns3
