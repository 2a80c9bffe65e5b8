/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "mgm-igmp-v3-group-fixture.h"

#include "ns3/boolean.h"

namespace ns3
{
namespace mgm
{

namespace
{

using Type = IgmpRecordType;
using Lines = std::vector<std::string>;

constexpr const char* OTHER = "10.0.0.3"; ///< Another host than that of Record().

/// @brief A router that needs no specific queries to end what hosts leave.
class IgmpImmediateLeaveTest : public IgmpV3GroupTest
{
  protected:
    /// @brief Sets an attribute of the interface. @param name its name
    void Enable(const std::string& name)
    {
        GetLan()->SetAttribute(name, BooleanValue(true));
    }

    /// @brief Another host reports one record. @param at when @param type its type
    /// @param sources its sources
    void OtherRecord(Time at, Type type, std::initializer_list<uint32_t> sources = {})
    {
        Envelope envelope;
        envelope.source = OTHER;
        envelope.destination = IGMP_ALL_V3_ROUTERS;
        SayIn(at, IgmpV3Report{{{type, m_group, Sources(sources)}}}, envelope);
    }
};

TEST_F(IgmpImmediateLeaveTest, ALeaveEndsTheGroupAtOnceAndNothingIsAsked)
{
    Enable("ImmediateLeave");
    Record(Seconds(1), Type::TO_EX);
    Record(Seconds(11), Type::TO_IN);
    RunUntil(Seconds(10));
    EXPECT_EQ(GetMemberships(), m_any);
    RunUntil(Seconds(11));
    EXPECT_TRUE(GetMemberships().empty());
    EXPECT_EQ(GetState(m_group), "none");
    RunUntil(Seconds(20));
    ExpectHeard({});
}

TEST_F(IgmpImmediateLeaveTest, BlockedSourcesEndAtOnce)
{
    Enable("ImmediateLeave");
    Record(Seconds(1), Type::ALLOW, {1, 2, 3});
    Record(Seconds(11), Type::BLOCK, {2, 4});
    RunUntil(Seconds(11));
    EXPECT_EQ(GetState(m_group), "INCLUDE({1=250,3=250})");
    Record(Seconds(12), Type::TO_IN, {3, 5});
    RunUntil(Seconds(12));
    EXPECT_EQ(GetState(m_group), "INCLUDE({3=260,5=260})");
    Record(Seconds(13), Type::TO_EX, {3, 6});
    RunUntil(Seconds(13));
    EXPECT_EQ(GetState(m_group), "EXCLUDE({},{3,6}) 260");
    ExpectHeard({});
}

TEST_F(IgmpImmediateLeaveTest, SourcesOfAGroupInExcludeModeEndAtOnce)
{
    Enable("ImmediateLeave");
    Record(Seconds(1), Type::TO_EX, {1, 2});
    Record(Seconds(2), Type::ALLOW, {3, 4});
    Record(Seconds(3), Type::BLOCK, {3, 5});
    RunUntil(Seconds(3));
    EXPECT_EQ(GetState(m_group), "EXCLUDE({4=259},{1,2,3,5}) 258");
    Record(Seconds(4), Type::TO_EX, {1, 4, 6});
    RunUntil(Seconds(4));
    EXPECT_EQ(GetState(m_group), "EXCLUDE({},{1,4,6}) 260");
    Record(Seconds(5), Type::TO_IN, {6});
    RunUntil(Seconds(5));
    EXPECT_EQ(GetState(m_group), "INCLUDE({6=260})");
    ExpectHeard({});
}

TEST_F(IgmpImmediateLeaveTest, ANonQuerierDoesTheSame)
{
    Enable("ImmediateLeave");
    Envelope lower;
    lower.source = "10.0.0.0"; // below that of the router
    SayIn(Seconds(1),
          IgmpV3Query{Seconds(10), Ipv4Address::GetZero(), false, 2, Seconds(125), {}},
          lower);
    Record(Seconds(2), Type::TO_EX);
    Record(Seconds(3), Type::TO_IN);
    RunUntil(Seconds(3));
    EXPECT_FALSE(GetLan()->IsQuerier());
    EXPECT_EQ(GetState(m_group), "none");
}

TEST_F(IgmpImmediateLeaveTest, ATrackedHostKeepsWhatItWants)
{
    Enable("HostTracking");
    Record(Seconds(1), Type::TO_EX);
    OtherRecord(Seconds(2), Type::TO_EX);
    Record(Seconds(11), Type::TO_IN);
    RunUntil(Seconds(20));
    EXPECT_EQ(GetState(m_group), "EXCLUDE({},{}) 242");
    ExpectHeard({});
    OtherRecord(Seconds(21), Type::TO_IN);
    RunUntil(Seconds(25));
    ExpectHeard({Query("21"), Query("22")});
    EXPECT_EQ(GetState(m_group), "none");
}

TEST_F(IgmpImmediateLeaveTest, OnlySourcesThatNoTrackedHostWantsAreAskedFor)
{
    Enable("HostTracking");
    Record(Seconds(1), Type::ALLOW, {1, 2});
    OtherRecord(Seconds(2), Type::ALLOW, {2, 3});
    Record(Seconds(11), Type::BLOCK, {1, 2});
    RunUntil(Seconds(14));
    ExpectHeard({Query("11", "{10.0.1.1}"), Query("12", "{10.0.1.1}")});
    EXPECT_EQ(GetState(m_group), "INCLUDE({2=248,3=248})");
}

TEST_F(IgmpImmediateLeaveTest, TheLastTrackedHostEndsTheGroupAtOnce)
{
    Enable("HostTracking");
    Enable("ImmediateLeave");
    Record(Seconds(1), Type::TO_EX);
    OtherRecord(Seconds(2), Type::TO_IN, {1});
    Record(Seconds(3), Type::TO_IN);
    RunUntil(Seconds(3));
    EXPECT_EQ(GetState(m_group), "INCLUDE({1=259})") << "the other host wants that";
    OtherRecord(Seconds(4), Type::BLOCK, {1});
    RunUntil(Seconds(4));
    EXPECT_EQ(GetState(m_group), "none");
    ExpectHeard({});
}

TEST_F(IgmpImmediateLeaveTest, AHostThatIsSilentForTheGroupMembershipIntervalIsForgotten)
{
    Enable("HostTracking");
    Enable("ImmediateLeave");
    OtherRecord(Seconds(1), Type::TO_EX);
    Record(Seconds(200), Type::TO_EX);
    Record(Seconds(262), Type::TO_IN);
    RunUntil(Seconds(262));
    EXPECT_EQ(GetState(m_group), "none");
}

TEST_F(IgmpImmediateLeaveTest, RFC_3376_5_2_AnAnswerAboutSomeSourcesTakesNoneBack)
{
    Enable("HostTracking");
    Enable("ImmediateLeave");
    OtherRecord(Seconds(1), Type::ALLOW, {1, 2});
    OtherRecord(Seconds(2), Type::IS_IN, {1});
    Record(Seconds(3), Type::ALLOW, {2});
    Record(Seconds(4), Type::BLOCK, {2});
    RunUntil(Seconds(4));
    EXPECT_EQ(GetState(m_group), "INCLUDE({1=258,2=259})");
}

/// @brief The same for a router of IGMPv2.
class IgmpV2ImmediateLeaveTest : public IgmpRouterLan
{
  protected:
    void SetUp() override
    {
        IgmpRouterLan::SetUp();
        MakeRouter(2);
        GetLan()->SetAttribute("ImmediateLeave", BooleanValue(true));
    }

    /// @brief A host sends a message. @param at when @param type its type @param host its address
    void Say(Time at, IgmpType type, const char* host = "10.0.0.2")
    {
        Envelope envelope;
        envelope.source = host;
        envelope.destination = type == IgmpType::V2_LEAVE ? IGMP_ALL_ROUTERS : m_group;
        SayIn(at, IgmpV2Message{type, Time(0), m_group}, envelope);
    }

    const Ipv4Address m_group{"239.1.1.1"}; ///< The group.
};

TEST_F(IgmpV2ImmediateLeaveTest, ALeaveEndsTheGroupAtOnceAndNothingIsAsked)
{
    Say(Seconds(1), IgmpType::V2_REPORT);
    Say(Seconds(11), IgmpType::V2_LEAVE);
    RunUntil(Seconds(11));
    EXPECT_TRUE(GetMemberships().empty());
    RunUntil(Seconds(20));
    EXPECT_EQ(GetHeard(), Lines{"0 IGMPv2 Query general 10s > 224.0.0.1"});
}

TEST_F(IgmpV2ImmediateLeaveTest, RFC_2236_5_LeavesAreIgnoredAmongHostsOfVersion1)
{
    Say(Seconds(1), IgmpType::V1_REPORT);
    Say(Seconds(11), IgmpType::V2_LEAVE);
    RunUntil(Seconds(20));
    EXPECT_EQ(GetMemberships(), Lines{"(*,239.1.1.1)"});
}

TEST_F(IgmpV2ImmediateLeaveTest, ATrackedHostKeepsTheGroup)
{
    GetLan()->SetAttribute("HostTracking", BooleanValue(true));
    Say(Seconds(1), IgmpType::V2_REPORT);
    Say(Seconds(2), IgmpType::V2_REPORT, OTHER);
    Say(Seconds(3), IgmpType::V2_LEAVE);
    RunUntil(Seconds(3));
    EXPECT_EQ(GetMemberships(), Lines{"(*,239.1.1.1)"});
    Say(Seconds(4), IgmpType::V2_LEAVE, OTHER);
    RunUntil(Seconds(4));
    EXPECT_TRUE(GetMemberships().empty());
}

} // namespace

} // namespace mgm
} // namespace ns3
