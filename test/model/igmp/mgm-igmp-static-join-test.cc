/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "mgm-igmp-router-fixture.h"
#include "mgm-igmp-test-addresses.h"

namespace ns3
{
namespace mgm
{

namespace
{

using Type = IgmpRecordType;
using Lines = std::vector<std::string>;

/// @brief A router with static joins.
class IgmpStaticJoinTest : public IgmpRouterTest
{
  protected:
    void SetUp() override
    {
        IgmpRouterTest::SetUp();
        MakeRouter(3);
    }

    /// @brief Adds a join. @param at when @param source number of the source, 0: any
    /// @param group the group
    void Add(Time at, uint32_t source, Ipv4Address group = G)
    {
        At(at, [this, source, group]() {
            GetLan()->AddStaticJoin({source == 0 ? ANY_ADDRESS : Source(source), group});
        });
    }

    /// @brief Removes a join. @param at when @param source number of the source, 0: any
    void Remove(Time at, uint32_t source)
    {
        At(at, [this, source]() {
            GetLan()->RemoveStaticJoin({source == 0 ? ANY_ADDRESS : Source(source), G});
        });
    }
};

TEST_F(IgmpStaticJoinTest, AJoinOfAGroupLastsUntilItIsTakenBack)
{
    Add(Seconds(1), 0);
    RunUntil(Seconds(1000));
    EXPECT_EQ(GetMemberships(), Lines{"(*,239.1.1.1)"});
    Remove(Seconds(1001), 0);
    RunUntil(Seconds(1001));
    EXPECT_TRUE(GetMemberships().empty());
}

TEST_F(IgmpStaticJoinTest, AJoinMadeBeforeTheStartCountsFromTheStart)
{
    GetLan()->AddStaticJoin({ANY_ADDRESS, G});
    m_router->SetStartTime(Seconds(5));
    RunUntil(Seconds(4));
    EXPECT_TRUE(GetMemberships().empty());
    RunUntil(Seconds(5));
    EXPECT_EQ(GetMemberships(), Lines{"(*,239.1.1.1)"});
}

TEST_F(IgmpStaticJoinTest, AJoinSurvivesAStopAndACrash)
{
    Add(Seconds(1), 0);
    At(Seconds(2), [this]() { m_router->Stop(); });
    RunUntil(Seconds(2));
    EXPECT_TRUE(GetMemberships().empty());
    At(Seconds(3), [this]() { m_router->Start(); });
    At(Seconds(4), [this]() { m_router->Fail(); });
    At(Seconds(5), [this]() { m_router->Start(); });
    RunUntil(Seconds(5));
    EXPECT_EQ(GetMemberships(), Lines{"(*,239.1.1.1)"});
}

TEST_F(IgmpStaticJoinTest, SourcesOfHostsAndJoinsAddUp)
{
    Add(Seconds(1), 1, SSM_G);
    Report(Seconds(2), {{Type::ALLOW, SSM_G, Sources({1, 2})}});
    RunUntil(Seconds(2));
    EXPECT_EQ(GetMemberships(), (Lines{"(10.0.1.1,232.1.1.1)", "(10.0.1.2,232.1.1.1)"}));
    RunUntil(Seconds(262)); // the host is silent
    EXPECT_EQ(GetMemberships(), Lines{"(10.0.1.1,232.1.1.1)"});
}

TEST_F(IgmpStaticJoinTest, AJoinTakenBackLeavesWhatHostsWant)
{
    Add(Seconds(1), 0);
    Add(Seconds(1), 3);
    Report(Seconds(2), {{Type::ALLOW, G, Sources({1})}});
    Remove(Seconds(3), 0);
    RunUntil(Seconds(3));
    EXPECT_EQ(GetMemberships(), (Lines{"(10.0.1.1,239.1.1.1)", "(10.0.1.3,239.1.1.1)"}));
    Remove(Seconds(4), 3);
    Remove(Seconds(5), 9);
    RunUntil(Seconds(5));
    EXPECT_EQ(GetMemberships(), Lines{"(10.0.1.1,239.1.1.1)"});
}

TEST_F(IgmpStaticJoinTest, MBR_4_TheOwnerHearsOfIt)
{
    Take(Seconds(1));
    Add(Seconds(2), 0);
    Remove(Seconds(3), 0);
    RunUntil(Seconds(3));
    EXPECT_EQ(m_local, (Lines{"2 join (*,239.1.1.1)", "3 leave (*,239.1.1.1)"}));
}

TEST_F(IgmpStaticJoinTest, WrongJoinsAreClearErrors)
{
    testing::GTEST_FLAG(death_test_style) = "threadsafe";
    const auto add = [this](const char* source, const char* group) {
        GetLan()->AddStaticJoin({Ipv4Address(source), Ipv4Address(group)});
    };
    EXPECT_DEATH(add("0.0.0.0", "10.0.0.1"), "can be no membership");
    EXPECT_DEATH(add("0.0.0.0", "224.0.0.5"), "can be no membership");
    EXPECT_DEATH(add("0.0.0.0", "0.0.0.0"), "can be no membership");
    EXPECT_DEATH(add("239.0.0.1", "239.1.1.1"), "can be no membership");
    EXPECT_DEATH(add("0.0.0.0", "232.1.1.1"), "names no source"); // RFC 4607 section 5.2
}

} // namespace

} // namespace mgm
} // namespace ns3
