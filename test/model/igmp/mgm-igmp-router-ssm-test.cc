/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "mgm-igmp-router-lan.h"
#include "mgm-igmp-test-addresses.h"

#include "ns3/mgm-igmp-router-ssm-ranges.h"
#include "ns3/string.h"

namespace ns3
{
namespace mgm
{

namespace
{

using Type = IgmpRecordType;

/// @brief A router that knows the source-specific range.
class IgmpRouterSsmTest : public IgmpRouterLan
{
  protected:
    /// @return how many messages and records were dropped for the range
    uint64_t GetDrops() const
    {
        return GetLan()->GetReception().GetDropCount(IgmpRouterDrop::SSM_RANGE);
    }
};

TEST_F(IgmpRouterSsmTest, RFC_4604_3_1_IsExAndToExAreIgnored)
{
    MakeRouter(3);
    Report(Seconds(1), {{Type::IS_EX, SSM_G, {}}, {Type::TO_EX, SSM_G, Sources({1})}});
    RunUntil(Seconds(1));
    EXPECT_EQ(GetState(SSM_G), "none");
    EXPECT_TRUE(GetMemberships().empty());
    EXPECT_EQ(GetDrops(), 2U);
}

TEST_F(IgmpRouterSsmTest, RFC_4604_3_1_OtherRecordsOfTheReportCount)
{
    MakeRouter(3);
    Report(Seconds(1), {{Type::TO_EX, SSM_G, {}}, {Type::TO_EX, G, {}}});
    RunUntil(Seconds(1));
    EXPECT_EQ(GetState(G), "EXCLUDE({},{}) 260");
}

TEST_F(IgmpRouterSsmTest, RFC_4604_3_1_OtherTypesCount)
{
    MakeRouter(3);
    Report(Seconds(1), {{Type::IS_IN, SSM_G, Sources({1})}});
    Report(Seconds(1), {{Type::ALLOW, SSM_G, Sources({2, 3})}});
    RunUntil(Seconds(1));
    EXPECT_EQ(GetState(SSM_G), "INCLUDE({1=260,2=260,3=260})");
    Report(Seconds(2), {{Type::BLOCK, SSM_G, Sources({3})}});
    RunUntil(Seconds(2));
    EXPECT_EQ(GetState(SSM_G), "INCLUDE({1=259,2=259,3=2})");
    Report(Seconds(3), {{Type::TO_IN, SSM_G, Sources({1})}});
    RunUntil(Seconds(3));
    EXPECT_EQ(GetState(SSM_G), "INCLUDE({1=260,2=2,3=1})");
    EXPECT_EQ(GetDrops(), 0U);
}

TEST_F(IgmpRouterSsmTest, RFC_4604_3_5_And_3_7_OlderReportsAndLeavesAreIgnored)
{
    MakeRouter(3);
    Report(Seconds(1), {{Type::ALLOW, SSM_G, Sources({1})}});
    for (const auto type : {IgmpType::V1_REPORT, IgmpType::V2_REPORT, IgmpType::V2_LEAVE})
    {
        Say(Seconds(2), IgmpV2Message{type, Time(0), SSM_G}, SSM_G);
    }
    RunUntil(Seconds(2));
    EXPECT_EQ(GetState(SSM_G), "INCLUDE({1=259})");
    EXPECT_EQ(GetLan()->GetGroup(SSM_G)->compatibility, 3);
    EXPECT_EQ(GetDrops(), 3U);
}

TEST_F(IgmpRouterSsmTest, RFC_4604_3_5_ARouterOfVersion2IgnoresReportsToo)
{
    MakeRouter(2);
    Say(Seconds(1), IgmpV2Message{IgmpType::V2_REPORT, Time(0), SSM_G}, SSM_G);
    RunUntil(Seconds(1));
    EXPECT_TRUE(GetMemberships().empty());
    EXPECT_EQ(GetDrops(), 1U);
}

TEST_F(IgmpRouterSsmTest, RFC_4604_2_TheRangeIsConfigurable)
{
    MakeRouter(3);
    m_router->SetInterfaceAttribute("SsmRanges", StringValue("239.1.0.0/16 238.0.0.0/24"));
    Report(Seconds(1), {{Type::TO_EX, SSM_G, {}}, {Type::TO_EX, G, {}}});
    RunUntil(Seconds(1));
    EXPECT_EQ(GetState(SSM_G), "EXCLUDE({},{}) 260");
    EXPECT_EQ(GetState(G), "none");
}

TEST(IgmpSsmRanges, RFC_4604_2_DefaultsToTheRangeOfIana)
{
    const auto ranges = IgmpSsmRanges::Parse(IgmpSsmRanges::IANA);
    ASSERT_TRUE(ranges);
    EXPECT_TRUE(ranges->Contains(Ipv4Address("232.0.0.0")));
    EXPECT_TRUE(ranges->Contains(Ipv4Address("232.255.255.255")));
    EXPECT_FALSE(ranges->Contains(Ipv4Address("231.255.255.255")));
    EXPECT_FALSE(ranges->Contains(Ipv4Address("233.0.0.0")));
}

TEST(IgmpSsmRanges, AreReadAndWritten)
{
    EXPECT_EQ(IgmpSsmRanges::Parse("")->ToString(), "");
    EXPECT_EQ(IgmpSsmRanges::Parse(" 239.1.2.3/16  232.0.0.0/8")->ToString(),
              "239.1.0.0/16 232.0.0.0/8");
    EXPECT_TRUE(IgmpSsmRanges::Parse("232.1.1.1/32")->Contains(SSM_G));
}

TEST(IgmpSsmRanges, WrongTextIsRefused)
{
    for (const auto* text : {"232.0.0.0",
                             "232.0.0.0/33",
                             "232.0.0/8",
                             "232.0.0.0.0/8",
                             "10.0.0.0/8",
                             "224.0.0.0/3",
                             "232.0.0.0/8,239.0.0.0/8",
                             "232.0.0.0/8x",
                             "232.0.0.256/8",
                             "-1.0.0.0/8",
                             "ssm"})
    {
        EXPECT_FALSE(IgmpSsmRanges::Parse(text)) << text;
    }
}

TEST(IgmpSsmRangesDeathTest, AnAttributeThatIsNoListIsAClearError)
{
    testing::GTEST_FLAG(death_test_style) = "threadsafe";
    const auto interface = CreateObject<IgmpRouterInterface>();
    EXPECT_DEATH(interface->SetAttribute("SsmRanges", StringValue("ssm")), "no list of prefixes");
}

} // namespace

} // namespace mgm
} // namespace ns3
