/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "mgm-igmp-router-lan.h"
#include "mgm-igmp-test-addresses.h"

#include "ns3/mgm-tracer.h"
#include "ns3/uinteger.h"

namespace ns3
{
namespace mgm
{

namespace
{

using Type = IgmpRecordType;

/// @brief A router that keeps 2 groups of 3 sources at most.
class IgmpLimitTest : public IgmpRouterLan
{
  protected:
    /// @brief Makes the router. @param version IGMP version
    void MakeLimited(uint8_t version)
    {
        MakeRouter(version);
        m_router->SetInterfaceAttribute("MaxGroups", UintegerValue(2));
        m_router->SetInterfaceAttribute("MaxSources", UintegerValue(3));
    }

    /// @brief A host reports. @param at when @param type what @param sources with what
    void Record(Time at, Type type, std::initializer_list<uint32_t> sources)
    {
        Report(at, {{type, G, Sources(sources)}});
    }

    /// @return how many records were dropped for the source limit
    uint64_t GetSourceDrops() const
    {
        return GetLan()->GetReception().GetDropCount(IgmpRouterDrop::SOURCE_LIMIT);
    }
};

TEST_F(IgmpLimitTest, AGroupTooManyIsDroppedAndCounted)
{
    MakeLimited(3);
    Report(Seconds(1), {{Type::TO_EX, G, {}}, {Type::TO_EX, G2, {}}, {Type::TO_EX, G3, {}}});
    Report(Seconds(2), {{Type::TO_EX, G, {}}});
    RunUntil(Seconds(2));
    EXPECT_EQ(GetLan()->GetNGroups(), 2U);
    EXPECT_EQ(GetState(G3), "none");
    EXPECT_EQ(GetState(G), "EXCLUDE({},{}) 260");
    EXPECT_EQ(GetLan()->GetReception().GetDropCount(IgmpRouterDrop::GROUP_LIMIT), 1U);
}

TEST_F(IgmpLimitTest, WhatWantsNothingIsNoGroupTooMany)
{
    MakeLimited(3);
    Report(Seconds(1), {{Type::TO_EX, G, {}}, {Type::TO_EX, G2, {}}});
    Report(Seconds(2), {{Type::TO_IN, G3, {}}, {Type::BLOCK, G3, Sources({1})}});
    RunUntil(Seconds(2));
    EXPECT_EQ(GetLan()->GetReception().GetDropCount(IgmpRouterDrop::GROUP_LIMIT), 0U);
}

TEST_F(IgmpLimitTest, AGroupThatIsLeftMakesRoom)
{
    MakeLimited(3);
    Report(Seconds(1), {{Type::TO_EX, G, {}}, {Type::TO_EX, G2, {}}});
    Report(Seconds(2), {{Type::TO_IN, G, {}}});
    Report(Seconds(5), {{Type::TO_EX, G3, {}}});
    RunUntil(Seconds(5));
    EXPECT_EQ(GetState(G3), "EXCLUDE({},{}) 260");
}

TEST_F(IgmpLimitTest, GroupsOfVersion2AreLimitedToo)
{
    MakeLimited(2);
    for (const auto& group : {G, G2, G3})
    {
        Say(Seconds(1), IgmpV2Message{IgmpType::V2_REPORT, Time(0), group}, group);
    }
    RunUntil(Seconds(1));
    EXPECT_EQ(GetLan()->GetNGroups(), 2U);
    EXPECT_EQ(GetLan()->GetReception().GetDropCount(IgmpRouterDrop::GROUP_LIMIT), 1U);
}

TEST_F(IgmpLimitTest, SourcesTooManyAreDroppedAndCounted)
{
    MakeLimited(3);
    Record(Seconds(1), Type::ALLOW, {1, 2});
    Record(Seconds(2), Type::ALLOW, {1, 3, 4, 5});
    RunUntil(Seconds(2));
    EXPECT_EQ(GetState(G), "INCLUDE({1=260,2=259,3=260})");
    EXPECT_EQ(GetSourceDrops(), 1U);
}

TEST_F(IgmpLimitTest, AFullListOfKnownSourcesIsNoExcess)
{
    MakeLimited(3);
    Record(Seconds(1), Type::ALLOW, {1, 2, 3});
    Record(Seconds(2), Type::ALLOW, {1, 2, 3});
    RunUntil(Seconds(2));
    EXPECT_EQ(GetState(G), "INCLUDE({1=260,2=260,3=260})");
    EXPECT_EQ(GetSourceDrops(), 0U);
}

/// RFC 3376 section 6.4: IS_EX deletes the records that it does not name.
TEST_F(IgmpLimitTest, AListThatReplacesTheOldOneMayBeFull)
{
    MakeLimited(3);
    Record(Seconds(1), Type::IS_EX, {1, 2, 3});
    Record(Seconds(2), Type::IS_EX, {3, 4, 5});
    RunUntil(Seconds(2));
    EXPECT_EQ(GetState(G), "EXCLUDE({4=260,5=260},{3}) 260");
    Record(Seconds(3), Type::IS_EX, {3, 4, 5, 6});
    RunUntil(Seconds(3));
    EXPECT_EQ(GetState(G), "EXCLUDE({4=259,5=259},{3}) 260");
    EXPECT_EQ(GetSourceDrops(), 1U);
}

TEST_F(IgmpLimitTest, DropsAreTraced)
{
    MakeLimited(3);
    std::vector<std::string> drops;
    Tracer::Of(m_node)->TraceConnectWithoutContext(
        "Record",
        Callback<void, const TraceRecord&>([&](const TraceRecord& r) {
            if (r.kind == TraceKind::DROP)
            {
                drops.push_back(std::string(r.op) + " " + std::string(r.event));
                EXPECT_NE(r.cause, 0U);
                EXPECT_EQ(r.sourceGroup, (SourceGroup{ANY_ADDRESS, G}));
            }
        }));
    Record(Seconds(1), Type::ALLOW, {1, 2, 3, 4});
    RunUntil(Seconds(1));
    EXPECT_EQ(drops, std::vector<std::string>{"IGMP source-limit"});
}

} // namespace

} // namespace mgm
} // namespace ns3
