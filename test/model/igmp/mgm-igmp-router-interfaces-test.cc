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

/// @brief A router that serves and leaves single interfaces while it runs.
class IgmpRouterInterfacesTest : public IgmpRouterTest
{
  protected:
    void SetUp() override
    {
        IgmpRouterTest::SetUp();
        MakeRouter(3);
    }

    /// @brief The router leaves the LAN. @param at when
    void Remove(Time at)
    {
        At(at, [this]() { m_router->RemoveInterface(LAN); });
    }

    /// @brief The router serves the LAN. @param at when
    void Add(Time at)
    {
        At(at, [this]() { m_router->AddInterface(LAN); });
    }

    /// @return whether somebody has the LAN
    bool IsTaken()
    {
        ClientId id;
        return m_manager->GetProtocolOnInterface(LAN_ID, id) == Status::NO_ERROR;
    }
};

TEST_F(IgmpRouterInterfacesTest, ARemovedInterfaceIsGivenUpAndSilent)
{
    Join(Seconds(1), G);
    Remove(Seconds(5));
    RunUntil(Seconds(5));
    EXPECT_FALSE(m_router->GetInterface(LAN));
    EXPECT_TRUE(m_router->IsRunning());
    EXPECT_FALSE(IsTaken());
    EXPECT_TRUE(GetMemberships().empty());
    RunUntil(Seconds(300));
    EXPECT_EQ(m_heard.size(), 1U);
}

TEST_F(IgmpRouterInterfacesTest, AnInterfaceAddedAgainStartsAnew)
{
    Join(Seconds(1), G);
    Remove(Seconds(5));
    Add(Seconds(10));
    Join(Seconds(11), G);
    RunUntil(Seconds(50));
    EXPECT_EQ(GetMemberships(), std::vector<std::string>{"(*,239.1.1.1)"});
    EXPECT_EQ(GetHeard(),
              (std::vector<std::string>{"0 IGMPv3 Query general 10s > 224.0.0.1",
                                        "10 IGMPv3 Query general 10s > 224.0.0.1",
                                        "41.25 IGMPv3 Query general 10s > 224.0.0.1"}));
}

TEST_F(IgmpRouterInterfacesTest, OWN_8_TheOwnerHearsThatGroupsAreGone)
{
    Take(MilliSeconds(500));
    Join(Seconds(1), G);
    Remove(Seconds(5));
    RunUntil(Seconds(5));
    EXPECT_EQ(m_local, (std::vector<std::string>{"1 join (*,239.1.1.1)", "5 leave (*,239.1.1.1)"}));
}

TEST_F(IgmpRouterInterfacesTest, OWN_10_InsideABracketItIsGivenUpLater)
{
    SetManagerTime("OwnershipChangeDuration", 2.5);
    Take(Seconds(5));
    Remove(Seconds(6));
    WatchTrace();
    RunUntil(Seconds(20));
    EXPECT_EQ(m_calls,
              (std::vector<std::string>{"0 RegisterMProtocol",
                                        "0 TakeInterfaceOwnership",
                                        "6 ReleaseInterfaceOwnership",
                                        "7 ReleaseInterfaceOwnership",
                                        "8 ReleaseInterfaceOwnership"}));
    EXPECT_EQ(Count(TraceKind::VIOLATION), 0U);
}

TEST_F(IgmpRouterInterfacesTest, OWN_10_AddedInsideTheBracketItIsTakenAfterwards)
{
    SetManagerTime("OwnershipChangeDuration", 2.5);
    Take(Seconds(5));
    Remove(Seconds(6));
    Add(MilliSeconds(6500));
    Join(Seconds(15), G);
    RunUntil(Seconds(15));
    EXPECT_EQ(m_local, std::vector<std::string>{"15 join (*,239.1.1.1)"});
    EXPECT_TRUE(m_router->GetInterface(LAN)->IsQuerier());
}

TEST_F(IgmpRouterInterfacesTest, ItMayBeRemovedInTheInstantInWhichItIsTaken)
{
    SetManagerTime("ApiCallCost", 1);
    Remove(MilliSeconds(1500)); // while Take has not returned
    RunUntil(Seconds(10));
    EXPECT_FALSE(IsTaken());
    EXPECT_TRUE(m_heard.empty());
}

TEST_F(IgmpRouterInterfacesTest, ARouterStoppedWithARemovedInterfaceGivesAllUp)
{
    SetManagerTime("OwnershipChangeDuration", 2.5);
    Take(Seconds(5));
    Remove(Seconds(6));
    At(MilliSeconds(6500), [this]() { m_router->Stop(); });
    RunUntil(Seconds(20));
    EXPECT_FALSE(m_router->GetHandle());
    At(Seconds(21), [this]() { m_router->Start(); });
    Add(Seconds(22));
    RunUntil(Seconds(22));
    EXPECT_TRUE(m_router->GetInterface(LAN)->IsQuerier());
}

TEST_F(IgmpRouterInterfacesTest, SEQ_1_InterfacesAreTakenInTheOrderOfTheirIndices)
{
    m_router->RemoveInterface(LAN);
    m_router->AddInterface(7); // the node has no such interface: it is not asked for again
    m_router->AddInterface(LAN);
    WatchTrace();
    RunUntil(Seconds(5));
    EXPECT_EQ(m_calls,
              (std::vector<std::string>{"0 RegisterMProtocol",
                                        "0 TakeInterfaceOwnership",
                                        "0 TakeInterfaceOwnership"}));
    EXPECT_TRUE(m_router->GetInterface(LAN)->IsQuerier());
    EXPECT_FALSE(m_router->GetInterface(7)->IsServed());
}

TEST_F(IgmpRouterInterfacesTest, RemovingWhatIsNotThereDoesNothing)
{
    At(Seconds(1), [this]() { m_router->RemoveInterface(7); });
    RunUntil(Seconds(1));
    EXPECT_TRUE(m_router->GetInterface(LAN)->IsQuerier());
}

} // namespace

} // namespace mgm
} // namespace ns3
