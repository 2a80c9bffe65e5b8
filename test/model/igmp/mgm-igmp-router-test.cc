/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "mgm-igmp-router-fixture.h"
#include "mgm-igmp-test-addresses.h"

#include "ns3/config.h"
#include "ns3/mgm-igmp-host.h"
#include "ns3/string.h"

#include <utility>

namespace ns3
{
namespace mgm
{

namespace
{

using Type = IgmpRecordType;

TEST_F(IgmpRouterTest, SEQ_1_RegistersThenTakesThenReports)
{
    WatchTrace();
    MakeRouter(3);
    Join(Seconds(1), G);
    RunUntil(Seconds(1));
    EXPECT_EQ(m_calls,
              (std::vector<std::string>{"0 RegisterMProtocol",
                                        "0 TakeInterfaceOwnership",
                                        "1 AddGroupMembershipEntry (*,239.1.1.1)"}));
    ClientId owner;
    EXPECT_EQ(m_manager->GetProtocolOnInterface(LAN_ID, owner), Status::NO_ERROR);
    EXPECT_TRUE(owner.IsIgmp());
}

TEST_F(IgmpRouterTest, MBR_4_TheOwnerLearnsOfJoinsAndLeaves)
{
    MakeRouter(3);
    Take(MilliSeconds(500));
    Join(Seconds(1), G);
    Report(Seconds(2), {{Type::TO_IN, G, {}}});
    RunUntil(Seconds(10));
    EXPECT_EQ(m_local, (std::vector<std::string>{"1 join (*,239.1.1.1)", "4 leave (*,239.1.1.1)"}));
}

TEST_F(IgmpRouterTest, IncludeIsOneEntryPerSourceAndTheDifferenceIsReported)
{
    WatchTrace();
    MakeRouter(3);
    const Ipv4Address group("239.1.1.1");
    Report(Seconds(1), {{Type::ALLOW, group, Sources({1, 2})}});
    Report(Seconds(2), {{Type::ALLOW, group, Sources({2, 3})}});
    Report(Seconds(3), {{Type::TO_EX, group, {}}});
    RunUntil(Seconds(3));
    // (*,g) is added before the sources are deleted.
    EXPECT_EQ(std::vector<std::string>(m_calls.begin() + 2, m_calls.end()),
              (std::vector<std::string>{"1 AddGroupMembershipEntry (10.0.1.1,239.1.1.1)",
                                        "1 AddGroupMembershipEntry (10.0.1.2,239.1.1.1)",
                                        "2 AddGroupMembershipEntry (10.0.1.3,239.1.1.1)",
                                        "3 AddGroupMembershipEntry (*,239.1.1.1)",
                                        "3 DeleteGroupMembershipEntry (10.0.1.1,239.1.1.1)",
                                        "3 DeleteGroupMembershipEntry (10.0.1.2,239.1.1.1)",
                                        "3 DeleteGroupMembershipEntry (10.0.1.3,239.1.1.1)"}));
    EXPECT_EQ(GetMemberships(), std::vector<std::string>{"(*,239.1.1.1)"});
}

TEST_F(IgmpRouterTest, SEQ_2_StopReleasesThenDeregisters)
{
    MakeRouter(3);
    Take(MilliSeconds(500));
    Join(Seconds(1), G);
    At(Seconds(5), [this]() {
        m_router->Stop();
        EXPECT_FALSE(m_router->IsRunning());
        EXPECT_FALSE(m_router->GetHandle());
    });
    WatchTrace();
    RunUntil(Seconds(400));
    EXPECT_EQ(std::vector<std::string>(m_calls.end() - 2, m_calls.end()),
              (std::vector<std::string>{"5 ReleaseInterfaceOwnership", "5 DeRegisterMProtocol"}));
    EXPECT_EQ(m_local.back(), "5 leave (*,239.1.1.1)"); // OWN-8
    EXPECT_TRUE(GetMemberships().empty());
    EXPECT_EQ(m_router->GetInterface(LAN)->GetNGroups(), 0U);
}

TEST_F(IgmpRouterTest, REG_5_FailLosesEverythingAndItCanStartAgain)
{
    MakeRouter(3);
    Take(MilliSeconds(500));
    Join(Seconds(1), G);
    At(Seconds(5), [this]() { m_router->Fail(); });
    RunUntil(Seconds(6));
    EXPECT_EQ(m_local, (std::vector<std::string>{"1 join (*,239.1.1.1)", "5 leave (*,239.1.1.1)"}));
    EXPECT_TRUE(GetMemberships().empty());
    EXPECT_FALSE(m_router->GetHandle());
    At(Seconds(7), [this]() { m_router->Start(); });
    Join(Seconds(8), G2);
    RunUntil(Seconds(8));
    EXPECT_EQ(GetMemberships(), std::vector<std::string>{"(*,239.1.1.2)"});
    EXPECT_EQ(GetState(G), "none");
}

TEST_F(IgmpRouterTest, StartTimeAndStopTimeAreThoseOfAnApplication)
{
    MakeRouter(3);
    m_router->SetStartTime(Seconds(3));
    m_router->SetStopTime(Seconds(20));
    RunUntil(Seconds(100));
    EXPECT_EQ(GetHeard(), std::vector<std::string>{"3 IGMPv3 Query general 10s > 224.0.0.1"});
    EXPECT_FALSE(m_router->IsRunning());
}

TEST_F(IgmpRouterTest, AnInterfaceAddedLaterIsTakenAtOnce)
{
    m_router = CreateObject<IgmpRouter>();
    m_node->AddApplication(m_router);
    At(Seconds(5), [this]() { m_router->AddInterface(LAN, 2); });
    RunUntil(Seconds(5));
    EXPECT_EQ(GetHeard(), std::vector<std::string>{"5 IGMPv2 Query general 10s > 224.0.0.1"});
}

TEST_F(IgmpRouterTest, ConfigPathsReachTheInterfaces)
{
    MakeRouter(3);
    Config::Set("/NodeList/*/ApplicationList/*/$ns3::mgm::IgmpRouter/InterfaceList/1/QueryInterval",
                StringValue("60s"));
    EXPECT_EQ(m_router->GetInterface(LAN)->GetParameters().queryInterval, Seconds(60));
}

TEST_F(IgmpRouterTest, RFC_3376_5_ItHearsTheHostOnItsOwnNode)
{
    MakeRouter(3);
    const auto host = CreateObject<IgmpHost>();
    m_node->AddApplication(host);
    host->AddInterface(LAN);
    At(Seconds(1), [=]() { host->Join(LAN, G); });
    RunUntil(Seconds(600));
    EXPECT_EQ(GetMemberships(), std::vector<std::string>{"(*,239.1.1.1)"});
    At(Seconds(601), [=]() { host->Leave(LAN, G); });
    RunUntil(Seconds(604));
    EXPECT_TRUE(GetMemberships().empty());
}

/// Memory and time stay linear, and the stack flat.
TEST_F(IgmpRouterTest, TakesAHundredThousandGroups)
{
    MakeRouter(3);
    std::vector<IgmpGroupRecord> records;
    constexpr uint32_t GROUPS = 100000;
    for (uint32_t i = 0; i < GROUPS; ++i)
    {
        records.push_back({Type::TO_EX, Ipv4Address(0xEF000000 + i), {}});
        if (records.size() == 180 || i + 1 == GROUPS)
        {
            Report(Seconds(1) + MicroSeconds(i), std::exchange(records, {}));
        }
    }
    Take(Seconds(2));
    RunUntil(Seconds(3));
    EXPECT_EQ(m_router->GetInterface(LAN)->GetNGroups(), GROUPS);
    EXPECT_EQ(m_local.size(), GROUPS);
    RunUntil(Seconds(300));
    EXPECT_EQ(m_router->GetInterface(LAN)->GetNGroups(), 0U);
    EXPECT_EQ(m_local.size(), 2 * GROUPS);
}

} // namespace

} // namespace mgm
} // namespace ns3
