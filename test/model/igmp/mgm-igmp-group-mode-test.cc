/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "mgm-igmp-router-lan.h"
#include "mgm-igmp-test-addresses.h"

#include "ns3/mgm-igmp-router-translation.h"
#include "ns3/string.h"
#include "ns3/uinteger.h"

namespace ns3
{
namespace mgm
{

namespace
{

using Type = IgmpRecordType;
using Event = IgmpV3GroupEvent;

constexpr bool
CountsAs(IgmpStatement statement, IgmpGroupMode mode, Event event, bool withSources)
{
    const auto& translation = Translate(statement, mode);
    return !translation.ignored && translation.event == event &&
           translation.withSources == withSources;
}

constexpr bool
IsIgnored(IgmpStatement statement, IgmpGroupMode mode)
{
    return Translate(statement, mode).ignored;
}

// RFC 3376 section 7.3.2: the two translation tables and the text below them.
static_assert(CountsAs(IgmpStatement::V2_REPORT, IgmpGroupMode::IGMPV2, Event::IS_EX, true));
static_assert(CountsAs(IgmpStatement::V2_LEAVE, IgmpGroupMode::IGMPV2, Event::TO_IN, true));
static_assert(IsIgnored(IgmpStatement::BLOCK, IgmpGroupMode::IGMPV2));
static_assert(CountsAs(IgmpStatement::TO_EX, IgmpGroupMode::IGMPV2, Event::TO_EX, false));
static_assert(CountsAs(IgmpStatement::TO_IN, IgmpGroupMode::IGMPV2, Event::TO_IN, true));
static_assert(CountsAs(IgmpStatement::V1_REPORT, IgmpGroupMode::IGMPV1, Event::IS_EX, true));
static_assert(CountsAs(IgmpStatement::V2_REPORT, IgmpGroupMode::IGMPV1, Event::IS_EX, true));
static_assert(IsIgnored(IgmpStatement::V2_LEAVE, IgmpGroupMode::IGMPV1));
static_assert(IsIgnored(IgmpStatement::TO_IN, IgmpGroupMode::IGMPV1));
static_assert(IsIgnored(IgmpStatement::BLOCK, IgmpGroupMode::IGMPV1));
static_assert(CountsAs(IgmpStatement::TO_EX, IgmpGroupMode::IGMPV1, Event::TO_EX, false));

/// @brief A router of version 3 among hosts of all versions.
class IgmpGroupModeTest : public IgmpRouterLan
{
  protected:
    void SetUp() override
    {
        IgmpRouterLan::SetUp();
        MakeRouter(3);
    }

    /// @brief An older host says something of the group. @param at when @param type what
    void Host(Time at, IgmpType type)
    {
        Say(at, IgmpV2Message{type, Time(0), G}, G);
    }

    /// @brief A host of version 3 does. @param at when @param type what @param sources with what
    void Record(Time at, Type type, std::initializer_list<uint32_t> sources = {})
    {
        Report(at, {{type, G, Sources(sources)}});
    }

    /// @return the Group Compatibility Mode; 0 without state
    int GetMode() const
    {
        const auto state = GetLan()->GetGroup(G);
        return state ? state->compatibility : 0;
    }
};

TEST_F(IgmpGroupModeTest, RFC_3376_7_3_2_TheDefaultIsVersion3)
{
    Record(Seconds(1), Type::TO_EX);
    RunUntil(Seconds(1));
    EXPECT_EQ(GetMode(), 3);
}

TEST_F(IgmpGroupModeTest, RFC_3376_8_13_AVersion2ReportCountsForOlderHostPresentInterval)
{
    Host(Seconds(1), IgmpType::V2_REPORT);
    Record(Seconds(200), Type::IS_EX);
    RunUntil(Seconds(1));
    EXPECT_EQ(GetMode(), 2);
    RunUntil(MilliSeconds(260999));
    EXPECT_EQ(GetMode(), 2);
    RunUntil(Seconds(261)); // 2 * 125 + 10
    EXPECT_EQ(GetMode(), 3);
}

TEST_F(IgmpGroupModeTest, RFC_3376_7_3_2_FromVersion1BackToVersion2AndVersion3)
{
    Host(Seconds(1), IgmpType::V1_REPORT);
    Host(Seconds(101), IgmpType::V2_REPORT);
    Record(Seconds(300), Type::IS_EX);
    RunUntil(MilliSeconds(260999));
    EXPECT_EQ(GetMode(), 1);
    RunUntil(Seconds(261));
    EXPECT_EQ(GetMode(), 2);
    RunUntil(Seconds(361));
    EXPECT_EQ(GetMode(), 3);
}

TEST_F(IgmpGroupModeTest, RFC_3376_7_3_2_FromVersion1StraightToVersion3)
{
    Host(Seconds(1), IgmpType::V2_REPORT);
    Host(Seconds(101), IgmpType::V1_REPORT);
    Record(Seconds(300), Type::IS_EX);
    RunUntil(MilliSeconds(360999));
    EXPECT_EQ(GetMode(), 1);
    RunUntil(Seconds(361));
    EXPECT_EQ(GetMode(), 3);
}

TEST_F(IgmpGroupModeTest, RFC_3376_7_3_2_Version2_BlockIsIgnored)
{
    Record(Seconds(1), Type::IS_EX, {1});
    Host(Seconds(2), IgmpType::V2_REPORT);
    Record(Seconds(3), Type::BLOCK, {2});
    RunUntil(Seconds(3));
    EXPECT_EQ(GetState(G), "EXCLUDE({},{}) 259");
    EXPECT_EQ(m_heard.size(), 1U);
}

TEST_F(IgmpGroupModeTest, RFC_3376_7_3_2_Version2_SourcesOfToExAreIgnored)
{
    Host(Seconds(1), IgmpType::V2_REPORT);
    Record(Seconds(2), Type::TO_EX, {1, 2});
    RunUntil(Seconds(2));
    EXPECT_EQ(GetState(G), "EXCLUDE({},{}) 260");
}

TEST_F(IgmpGroupModeTest, RFC_3376_7_3_2_Version2_AllowAndToInCount)
{
    Host(Seconds(1), IgmpType::V2_REPORT);
    Record(Seconds(2), Type::ALLOW, {1});
    Record(Seconds(3), Type::TO_IN, {2});
    RunUntil(Seconds(3));
    EXPECT_EQ(GetState(G), "EXCLUDE({1=2,2=260},{}) 2");
}

TEST_F(IgmpGroupModeTest, RFC_3376_7_3_2_Version2_LeaveIsToIn)
{
    Host(Seconds(1), IgmpType::V2_REPORT);
    Host(Seconds(2), IgmpType::V2_LEAVE);
    RunUntil(Seconds(2));
    EXPECT_EQ(GetState(G), "EXCLUDE({},{}) 2");
    RunUntil(Seconds(4));
    EXPECT_EQ(GetMode(), 0); // the mode goes with the record
}

TEST_F(IgmpGroupModeTest, RFC_3376_7_3_2_Version1_LeaveToInAndBlockAreIgnored)
{
    Host(Seconds(1), IgmpType::V1_REPORT);
    Host(Seconds(2), IgmpType::V2_LEAVE);
    Record(Seconds(3), Type::TO_IN);
    Record(Seconds(4), Type::BLOCK, {1});
    Record(Seconds(5), Type::TO_EX, {1});
    RunUntil(Seconds(5));
    EXPECT_EQ(GetState(G), "EXCLUDE({},{}) 260");
    EXPECT_EQ(m_heard.size(), 1U);
}

TEST_F(IgmpGroupModeTest, RFC_3376_7_3_2_Version1_AVersion2ReportIsIsEx)
{
    Host(Seconds(1), IgmpType::V1_REPORT);
    Host(Seconds(11), IgmpType::V2_REPORT);
    RunUntil(Seconds(11));
    EXPECT_EQ(GetState(G), "EXCLUDE({},{}) 260");
    EXPECT_EQ(GetMode(), 1);
}

TEST_F(IgmpGroupModeTest, RFC_3376_7_3_2_ModesArePerGroup)
{
    const Ipv4Address other("239.1.1.2");
    Host(Seconds(1), IgmpType::V1_REPORT);
    Report(Seconds(1), {{Type::TO_EX, other, {}}});
    RunUntil(Seconds(1));
    EXPECT_EQ(GetMode(), 1);
    EXPECT_EQ(GetLan()->GetGroup(other)->compatibility, 3);
}

TEST_F(IgmpGroupModeTest, OlderHostPresentIntervalIsAnAttribute)
{
    m_router->SetInterfaceAttribute("OlderHostPresentInterval", StringValue("20s"));
    Host(Seconds(1), IgmpType::V2_REPORT);
    RunUntil(Seconds(21));
    EXPECT_EQ(GetMode(), 3);
}

TEST_F(IgmpGroupModeTest, RFC_3376_9_2_Version1CanBeTurnedOff)
{
    m_router->SetInterfaceAttribute("OldestHostVersion", UintegerValue(2));
    Host(Seconds(1), IgmpType::V1_REPORT);
    RunUntil(Seconds(1));
    EXPECT_EQ(GetMode(), 0);
    Host(Seconds(2), IgmpType::V2_REPORT);
    RunUntil(Seconds(2));
    EXPECT_EQ(GetMode(), 2);
    EXPECT_EQ(GetLan()->GetReception().GetDropCount(IgmpRouterDrop::OLDER_VERSION), 1U);
}

TEST_F(IgmpGroupModeTest, RFC_9776_7_3_1_CompatibilityCanBeTurnedOff)
{
    m_router->SetInterfaceAttribute("OldestHostVersion", UintegerValue(3));
    Host(Seconds(1), IgmpType::V1_REPORT);
    Host(Seconds(2), IgmpType::V2_REPORT);
    Host(Seconds(3), IgmpType::V2_LEAVE);
    RunUntil(Seconds(3));
    EXPECT_EQ(GetMode(), 0);
    EXPECT_EQ(GetLan()->GetReception().GetDropCount(IgmpRouterDrop::OLDER_VERSION), 3U);
}

} // namespace

} // namespace mgm
} // namespace ns3
