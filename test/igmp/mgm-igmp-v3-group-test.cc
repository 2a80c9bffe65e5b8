/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "mgm-igmp-router-lan.h"

#include "ns3/string.h"

#include <ostream>

namespace ns3
{
namespace mgm
{

namespace
{

const Ipv4Address G("232.1.1.1");

/// What the peer has heard at 0: it is no part of what is tested.
const std::string FIRST_QUERY = "0 IGMPv3 Query general 10s > 224.0.0.1";

using Type = IgmpRecordType;

/// @brief A row of RFC 3376 section 6.4: what a record does to a group, 10 s after its state was
///        set up.
struct Row
{
    const char* name;                 ///< of the test
    bool exclude;                     ///< EXCLUDE ({1,2},{3,4}), or INCLUDE ({1,2})
    Type record;                      ///< type of the record
    std::vector<uint32_t> sources;    ///< its sources
    std::string state;                ///< the state it gives
    std::vector<std::string> queries; ///< the queries that are sent at once
    std::vector<std::string> members; ///< what the manager knows
};

const std::vector<std::string> ANY{"(*,232.1.1.1)"};

/// Expected values are the "New Router State" and "Actions" columns, with A={1,2} and B={2,3}, or
/// X={1,2}, Y={3,4} and A={2,4,5}; timers with 250 s left were not touched, GMI is 260 s, and LMQT
/// 2 s.
const std::vector<Row> ROWS{
    {"RFC_3376_6_4_1_Row1_INCLUDE_IS_IN",
     false,
     Type::IS_IN,
     {2, 3},
     "INCLUDE({1=250,2=260,3=260})",
     {},
     {"(10.0.1.1,232.1.1.1)", "(10.0.1.2,232.1.1.1)", "(10.0.1.3,232.1.1.1)"}},
    {"RFC_3376_6_4_1_Row2_INCLUDE_IS_EX",
     false,
     Type::IS_EX,
     {2, 3},
     "EXCLUDE({2=250},{3}) 260",
     {},
     ANY},
    {"RFC_3376_6_4_1_Row3_EXCLUDE_IS_IN",
     true,
     Type::IS_IN,
     {2, 4, 5},
     "EXCLUDE({1=250,2=260,4=260,5=260},{3}) 250",
     {},
     ANY},
    {"RFC_3376_6_4_1_Row4_EXCLUDE_IS_EX",
     true,
     Type::IS_EX,
     {2, 4, 5},
     "EXCLUDE({2=250,5=260},{4}) 260",
     {},
     ANY},
    {"RFC_3376_6_4_2_Row1_INCLUDE_ALLOW",
     false,
     Type::ALLOW,
     {2, 3},
     "INCLUDE({1=250,2=260,3=260})",
     {},
     {"(10.0.1.1,232.1.1.1)", "(10.0.1.2,232.1.1.1)", "(10.0.1.3,232.1.1.1)"}},
    {"RFC_3376_6_4_2_Row2_INCLUDE_BLOCK",
     false,
     Type::BLOCK,
     {2, 3},
     "INCLUDE({1=250,2=2})",
     {"{10.0.1.2}"},
     {"(10.0.1.1,232.1.1.1)", "(10.0.1.2,232.1.1.1)"}},
    {"RFC_3376_6_4_2_Row3_INCLUDE_TO_EX",
     false,
     Type::TO_EX,
     {2, 3},
     "EXCLUDE({2=2},{3}) 260",
     {"{10.0.1.2}"},
     ANY},
    {"RFC_3376_6_4_2_Row4_INCLUDE_TO_IN",
     false,
     Type::TO_IN,
     {2, 3},
     "INCLUDE({1=2,2=260,3=260})",
     {"{10.0.1.1}"},
     {"(10.0.1.1,232.1.1.1)", "(10.0.1.2,232.1.1.1)", "(10.0.1.3,232.1.1.1)"}},
    {"RFC_3376_6_4_2_Row5_EXCLUDE_ALLOW",
     true,
     Type::ALLOW,
     {2, 4, 5},
     "EXCLUDE({1=250,2=260,4=260,5=260},{3}) 250",
     {},
     ANY},
    {"RFC_3376_6_4_2_Row6_EXCLUDE_BLOCK",
     true,
     Type::BLOCK,
     {2, 4, 5},
     "EXCLUDE({1=250,2=2,5=2},{3,4}) 250",
     {"{10.0.1.2,10.0.1.5}"},
     ANY},
    {"RFC_3376_6_4_2_Row7_EXCLUDE_TO_EX",
     true,
     Type::TO_EX,
     {2, 4, 5},
     "EXCLUDE({2=2,5=2},{4}) 260",
     {"{10.0.1.2,10.0.1.5}"},
     ANY},
    {"RFC_3376_6_4_2_Row8_EXCLUDE_TO_IN",
     true,
     Type::TO_IN,
     {2, 4, 5},
     "EXCLUDE({1=2,2=260,4=260,5=260},{3}) 2",
     {"{10.0.1.1}", ""},
     ANY},
};

std::ostream&
operator<<(std::ostream& os, const Row& row)
{
    return os << row.name;
}

/// @brief A group at an IGMPv3 router.
class IgmpV3GroupTest : public IgmpRouterLan
{
  protected:
    void SetUp() override
    {
        IgmpRouterLan::SetUp();
        MakeRouter(3);
    }

    /// @brief Reports one record. @param at when @param type its type @param sources its sources
    void Record(Time at, Type type, std::initializer_list<uint32_t> sources = {})
    {
        Report(at, {{type, G, Sources(sources)}});
    }

    /// @param time when @param rest of the line @return a query for the group, as it is heard
    static std::string Query(const std::string& time, const std::string& rest = "")
    {
        return time + " IGMPv3 Query 232.1.1.1 1s" + (rest.empty() ? "" : " " + rest) +
               " > 232.1.1.1";
    }

    /// @param queries those expected after the first general query
    void ExpectHeard(std::vector<std::string> queries)
    {
        queries.insert(queries.begin(), FIRST_QUERY);
        EXPECT_EQ(GetHeard(), queries);
    }
};

/// @brief Each row.
class IgmpV3GroupRow : public IgmpV3GroupTest, public testing::WithParamInterface<Row>
{
};

INSTANTIATE_TEST_SUITE_P(Table, IgmpV3GroupRow, testing::ValuesIn(ROWS), [](const auto& row) {
    return row.param.name;
});

TEST_P(IgmpV3GroupRow, GivesStateTimersAndQueries)
{
    const auto& row = GetParam();
    Record(Seconds(1), Type::ALLOW, {1, 2});
    if (row.exclude)
    {
        Record(Seconds(1), Type::IS_EX, {1, 2, 3, 4});
    }
    RunUntil(Seconds(1));
    ASSERT_EQ(GetState(G),
              row.exclude ? "EXCLUDE({1=260,2=260},{3,4}) 260" : "INCLUDE({1=260,2=260})");
    std::vector<Ipv4Address> sources;
    for (const auto number : row.sources)
    {
        sources.push_back(Source(number));
    }
    Report(Seconds(11), {{row.record, G, sources}});
    RunUntil(Seconds(11));
    EXPECT_EQ(GetState(G), row.state);
    std::vector<std::string> queries;
    for (const auto& query : row.queries)
    {
        queries.push_back(Query("11", query));
    }
    ExpectHeard(queries);
    EXPECT_EQ(GetMemberships(), row.members);
}

TEST_F(IgmpV3GroupTest, RFC_3376_6_2_NoRecordIsIncludeNone)
{
    Record(Seconds(1), Type::TO_EX);
    RunUntil(Seconds(1));
    EXPECT_EQ(GetState(G), "EXCLUDE({},{}) 260");
    EXPECT_EQ(GetMemberships(), ANY);
}

TEST_F(IgmpV3GroupTest, RFC_3376_6_2_NothingWantedIsNotKept)
{
    Record(Seconds(1), Type::IS_IN);
    Record(Seconds(2), Type::TO_IN);
    Record(Seconds(3), Type::BLOCK, {1});
    RunUntil(Seconds(3));
    EXPECT_EQ(GetState(G), "none");
    EXPECT_EQ(m_router->GetInterface(LAN)->GetNGroups(), 0U);
    ExpectHeard({});
}

TEST_F(IgmpV3GroupTest, RFC_3376_6_3_SourceTimerInIncludeDeletesTheSource)
{
    Record(Seconds(1), Type::ALLOW, {1});
    Record(Seconds(11), Type::ALLOW, {2});
    RunUntil(Seconds(261));
    EXPECT_EQ(GetState(G), "INCLUDE({2=10})");
    EXPECT_EQ(GetMemberships(), std::vector<std::string>{"(10.0.1.2,232.1.1.1)"});
}

TEST_F(IgmpV3GroupTest, RFC_3376_6_3_LastSourceTimerInIncludeDeletesTheGroup)
{
    Record(Seconds(1), Type::ALLOW, {1});
    RunUntil(MilliSeconds(260999));
    EXPECT_EQ(GetState(G), "INCLUDE({1=0.001})");
    RunUntil(Seconds(261));
    EXPECT_EQ(GetState(G), "none");
    EXPECT_TRUE(GetMemberships().empty());
}

TEST_F(IgmpV3GroupTest, RFC_3376_6_3_SourceTimerInExcludeKeepsTheRecord)
{
    Record(Seconds(1), Type::ALLOW, {1});
    Record(Seconds(11), Type::IS_EX, {1});
    RunUntil(Seconds(261));
    EXPECT_EQ(GetState(G), "EXCLUDE({},{1}) 10");
    EXPECT_EQ(GetMemberships(), ANY);
}

TEST_F(IgmpV3GroupTest, RFC_3376_6_5_GroupTimerSwitchesToIncludeX)
{
    Record(Seconds(1), Type::IS_EX, {3});
    Record(Seconds(11), Type::ALLOW, {1, 2});
    RunUntil(Seconds(260));
    EXPECT_EQ(GetState(G), "EXCLUDE({1=11,2=11},{3}) 1");
    RunUntil(Seconds(261));
    EXPECT_EQ(GetState(G), "INCLUDE({1=10,2=10})");
    EXPECT_EQ(GetMemberships(),
              (std::vector<std::string>{"(10.0.1.1,232.1.1.1)", "(10.0.1.2,232.1.1.1)"}));
}

TEST_F(IgmpV3GroupTest, RFC_3376_6_5_GroupTimerWithoutSourcesDeletesTheGroup)
{
    Record(Seconds(1), Type::IS_EX, {3});
    RunUntil(Seconds(261));
    EXPECT_EQ(GetState(G), "none");
    EXPECT_TRUE(GetMemberships().empty());
}

TEST_F(IgmpV3GroupTest, RFC_3376_6_2_2_ReportsKeepTheGroupAlive)
{
    for (int i = 0; i < 5; ++i)
    {
        Record(Seconds(1 + 250 * i), Type::IS_EX);
    }
    RunUntil(Seconds(1260));
    EXPECT_EQ(GetState(G), "EXCLUDE({},{}) 1");
    RunUntil(Seconds(1261));
    EXPECT_EQ(GetState(G), "none");
}

/// Leave latency: Last Member Query Time, 2 s.
TEST_F(IgmpV3GroupTest, RFC_3376_6_6_3_1_LeaveAsksTwiceAndTakes2Seconds)
{
    Record(Seconds(1), Type::TO_EX);
    Record(Seconds(11), Type::TO_IN);
    RunUntil(MilliSeconds(12999));
    EXPECT_EQ(GetMemberships(), ANY);
    RunUntil(Seconds(20));
    ExpectHeard({Query("11"), Query("12")});
    EXPECT_EQ(GetState(G), "none");
    EXPECT_TRUE(GetMemberships().empty());
}

TEST_F(IgmpV3GroupTest, RFC_3376_6_4_2_AnAnswerKeepsTheGroupWithoutInterruption)
{
    Record(Seconds(1), Type::TO_EX);
    Record(Seconds(11), Type::TO_IN);
    Record(MilliSeconds(11500), Type::IS_EX);
    RunUntil(Seconds(20));
    // S is set in the repetition, for the group timer is above LMQT again.
    ExpectHeard({Query("11"), Query("12", "S")});
    EXPECT_EQ(GetState(G), "EXCLUDE({},{}) 251.5");
    EXPECT_EQ(GetMemberships(), ANY);
}

TEST_F(IgmpV3GroupTest, RFC_3376_6_6_3_1_TheGroupTimerIsNeverRaised)
{
    Record(Seconds(1), Type::TO_EX);
    Record(Seconds(11), Type::TO_IN);
    Record(MilliSeconds(11500), Type::TO_IN);
    RunUntil(Seconds(20));
    ExpectHeard({Query("11"), Query("11.5"), Query("12.5")});
    EXPECT_EQ(GetState(G), "none");
}

TEST_F(IgmpV3GroupTest, RFC_3376_6_6_3_2_BlockAsksTwiceAndTakes2Seconds)
{
    Record(Seconds(1), Type::ALLOW, {1, 2});
    Record(Seconds(11), Type::BLOCK, {2});
    RunUntil(MilliSeconds(12999));
    EXPECT_EQ(GetState(G), "INCLUDE({1=248.001,2=0.001})");
    RunUntil(Seconds(20));
    ExpectHeard({Query("11", "{10.0.1.2}"), Query("12", "{10.0.1.2}")});
    EXPECT_EQ(GetState(G), "INCLUDE({1=241})");
    EXPECT_EQ(GetMemberships(), std::vector<std::string>{"(10.0.1.1,232.1.1.1)"});
}

TEST_F(IgmpV3GroupTest, RFC_3376_6_6_3_2_RepetitionSeparatesRefreshedAndSilentSources)
{
    Record(Seconds(1), Type::ALLOW, {1, 2, 3});
    Record(Seconds(11), Type::BLOCK, {1, 2});
    Record(MilliSeconds(11500), Type::IS_IN, {1});
    RunUntil(Seconds(20));
    ExpectHeard({Query("11", "{10.0.1.1,10.0.1.2}"),
                 Query("12", "{10.0.1.1} S"),
                 Query("12", "{10.0.1.2}")});
    EXPECT_EQ(GetState(G), "INCLUDE({1=251.5,3=241})");
}

TEST_F(IgmpV3GroupTest, RFC_3376_6_4_2_NewQueriesAreMergedWithPendingOnes)
{
    Record(Seconds(1), Type::ALLOW, {1, 2, 3});
    Record(Seconds(11), Type::BLOCK, {1});
    Record(MilliSeconds(11500), Type::BLOCK, {2});
    RunUntil(Seconds(20));
    ExpectHeard({Query("11", "{10.0.1.1}"),
                 Query("11.5", "{10.0.1.1,10.0.1.2}"),
                 Query("12.5", "{10.0.1.2}")});
    EXPECT_EQ(GetState(G), "INCLUDE({3=241})");
}

/// A host repeats its report; its sources are being asked for already.
TEST_F(IgmpV3GroupTest, RFC_3376_6_6_3_2_ARepeatedBlockChangesNothing)
{
    Record(Seconds(1), Type::ALLOW, {1, 2});
    Record(Seconds(11), Type::BLOCK, {1});
    Record(MilliSeconds(11500), Type::BLOCK, {1});
    RunUntil(Seconds(20));
    ExpectHeard({Query("11", "{10.0.1.1}"), Query("12", "{10.0.1.1}")});
}

TEST_F(IgmpV3GroupTest, RFC_3376_8_9_LastMemberQueryCountAndInterval)
{
    m_router->SetInterfaceAttribute("LastMemberQueryCount", StringValue("3"));
    m_router->SetInterfaceAttribute("LastMemberQueryInterval", StringValue("500ms"));
    Record(Seconds(1), Type::TO_EX);
    Record(Seconds(11), Type::TO_IN);
    RunUntil(Seconds(12));
    ASSERT_EQ(m_heard.size(), 4U);
    EXPECT_EQ(m_heard[3].time, Seconds(12));
    EXPECT_EQ(std::get<IgmpV3Query>(m_heard[3].message).maxResponseTime, MilliSeconds(500));
    RunUntil(MilliSeconds(12500));
    EXPECT_EQ(GetState(G), "none");
}

TEST_F(IgmpV3GroupTest, RFC_3376_4_2_12_UnknownRecordsAreIgnoredAndOthersProcessed)
{
    const Ipv4Address other("239.1.1.1");
    Report(Seconds(1), {{static_cast<Type>(9), G, {}}, {Type::TO_EX, other, {}}});
    RunUntil(Seconds(1));
    EXPECT_EQ(GetState(G), "none");
    EXPECT_EQ(GetState(other), "EXCLUDE({},{}) 260");
}

TEST_F(IgmpV3GroupTest, MBR_2_LinkLocalGroupsAndWrongSourcesAreNotKept)
{
    Report(Seconds(1),
           {{Type::TO_EX, Ipv4Address("224.0.0.22"), {}},
            {Type::TO_EX, Ipv4Address("10.0.0.1"), {}},
            {Type::ALLOW, G, {Ipv4Address::GetZero(), Ipv4Address("232.1.1.2"), Source(1)}}});
    RunUntil(Seconds(1));
    EXPECT_EQ(GetState(Ipv4Address("224.0.0.22")), "none");
    EXPECT_EQ(GetState(G), "INCLUDE({1=260})");
    EXPECT_EQ(GetMemberships(), std::vector<std::string>{"(10.0.1.1,232.1.1.1)"});
}

TEST_F(IgmpV3GroupTest, RFC_3376_7_3_2_OlderReportsAndLeavesAreTranslated)
{
    Say(Seconds(1), IgmpV2Message{IgmpType::V2_REPORT, Time(0), G}, G);
    RunUntil(Seconds(1));
    EXPECT_EQ(GetState(G), "EXCLUDE({},{}) 260");
    Say(Seconds(2), IgmpV2Message{IgmpType::V2_LEAVE, Time(0), G}, IGMP_ALL_ROUTERS);
    RunUntil(Seconds(2));
    EXPECT_EQ(GetState(G), "EXCLUDE({},{}) 2");
    Say(Seconds(3), IgmpV2Message{IgmpType::V1_REPORT, Time(0), G}, G);
    RunUntil(Seconds(3));
    EXPECT_EQ(GetState(G), "EXCLUDE({},{}) 260");
}

TEST_F(IgmpV3GroupTest, AQueryForMoreSourcesThanTheMtuHoldsIsSplit)
{
    std::vector<Ipv4Address> sources;
    for (uint32_t i = 1; i <= 500; ++i)
    {
        sources.emplace_back(0x0A000100 + i);
    }
    const std::vector<Ipv4Address> half(sources.begin(), sources.begin() + 250);
    const std::vector<Ipv4Address> rest(sources.begin() + 250, sources.end());
    Report(Seconds(1), {{Type::ALLOW, G, half}});
    Report(Seconds(1), {{Type::ALLOW, G, rest}});
    Report(Seconds(11), {{Type::TO_IN, G, {}}});
    RunUntil(Seconds(11));
    ASSERT_EQ(m_heard.size(), 3U);
    EXPECT_EQ(std::get<IgmpV3Query>(m_heard[1].message).sources.size(), 366U);
    EXPECT_EQ(std::get<IgmpV3Query>(m_heard[2].message).sources.size(), 134U);
}

} // namespace

} // namespace mgm
} // namespace ns3
