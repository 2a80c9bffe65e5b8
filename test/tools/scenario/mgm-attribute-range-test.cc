/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "scenario/mgm-attribute-range.h"
#include "scenario/mgm-scenario-values.h"

#include "ns3/double.h"
#include "ns3/integer.h"
#include "ns3/nstime.h"
#include "ns3/uinteger.h"

#include <gtest/gtest.h>
#include <limits>

namespace ns3
{
namespace mgm
{

namespace
{

TEST(AttributeRange, WholeNumbers)
{
    EXPECT_EQ(DescribeNumberRange(*MakeUintegerChecker<uint8_t>(1)),
              "a whole number from 1 to 255");
    EXPECT_EQ(DescribeNumberRange(*MakeUintegerChecker<uint32_t>()),
              "a whole number from 0 to 4294967295");
    EXPECT_EQ(DescribeNumberRange(*MakeIntegerChecker<int16_t>(-5, 7)),
              "a whole number from -5 to 7");
}

TEST(AttributeRange, Numbers)
{
    EXPECT_EQ(DescribeNumberRange(*MakeDoubleChecker<double>()), "a number");
    EXPECT_EQ(DescribeNumberRange(*MakeDoubleChecker<double>(0.5)), "a number from 0.5 on");
    EXPECT_EQ(DescribeNumberRange(*MakeDoubleChecker<double>(0, 1)), "a number from 0 to 1");
    EXPECT_EQ(
        DescribeNumberRange(*MakeDoubleChecker<double>(std::numeric_limits<double>::lowest(), -1)),
        "a number up to -1");
}

TEST(AttributeRange, Times)
{
    EXPECT_EQ(DescribeTimeRange(*MakeTimeChecker()), "a time such as \"2s\"");
    EXPECT_EQ(DescribeTimeRange(*MakeTimeChecker(Time(0))), "a time such as \"2s\"");
    EXPECT_EQ(DescribeTimeRange(*MakeTimeChecker(MilliSeconds(100))), "a time from \"100ms\" on");
    EXPECT_EQ(DescribeTimeRange(*MakeTimeChecker(Time(0), Seconds(65535))),
              "a time from \"0s\" to \"65535s\"");
}

TEST(AttributeRange, TimesAreWrittenInTheLargestUnit)
{
    EXPECT_EQ(WriteTime(Time(0)), "0s");
    EXPECT_EQ(WriteTime(NanoSeconds(1)), "1ns");
    EXPECT_EQ(WriteTime(MicroSeconds(1500)), "1500us");
    EXPECT_EQ(WriteTime(Seconds(90)), "90s");
    EXPECT_EQ(WriteTime(Minutes(90)), "90min");
    EXPECT_EQ(WriteTime(Hours(2)), "2h");
}

} // namespace

} // namespace mgm
} // namespace ns3
