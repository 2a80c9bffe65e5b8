/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "mgm-igmp-router-fixture.h"
#include "mgm-igmp-test-addresses.h"
#include "model/mfe/mgm-fake-plane.h"

#include "ns3/ipv4.h"
#include "ns3/simple-channel.h"
#include "ns3/simple-net-device.h"
#include "ns3/string.h"

#include <memory>

namespace ns3
{
namespace mgm
{

namespace
{

const InterfaceId UPSTREAM{2};

using Type = IgmpRecordType;

/// @brief An IGMP router with sources 10.0.1.n behind interface 2, which a protocol owns.
class IgmpExclusionTest : public IgmpRouterTest
{
  protected:
    void SetUp() override
    {
        IgmpRouterTest::SetUp();
        const auto device = CreateObject<SimpleNetDevice>();
        device->SetAddress(Mac48Address::Allocate());
        device->SetChannel(CreateObject<SimpleChannel>());
        m_node->AddDevice(device);
        const auto ipv4 = m_node->GetObject<Ipv4>();
        const auto index = ipv4->AddInterface(device);
        ASSERT_EQ(index, UPSTREAM.index);
        ipv4->AddAddress(index, Ipv4InterfaceAddress("10.0.1.254", "255.255.255.0"));
        ipv4->SetUp(index);
        m_plane = std::make_unique<FakePlane>(m_manager);
        m_manager->AttachForwardingPlane(m_plane.get());
        ASSERT_EQ(m_manager->TakeInterfaceOwnership(m_pim, UPSTREAM), Status::NO_ERROR);
        MakeRouter(3);
    }

    void TearDown() override
    {
        EXPECT_EQ(m_plane->GetMisuse(), std::vector<std::string>());
        IgmpRouterTest::TearDown();
    }

    /// @brief A host reports. @param at when @param type what @param sources with what
    void Record(Time at, Type type, std::initializer_list<uint32_t> sources = {})
    {
        Report(at, {{type, G, Sources(sources)}});
    }

    /// @brief A packet arrives. @param at when @param source number of its source
    void Packet(Time at, uint32_t source)
    {
        At(at, [this, source]() { m_plane->Arrive({Source(source), G}, UPSTREAM.index); });
    }

    /// @param source number of a source @return whether its packets leave on the LAN
    bool IsForwarded(uint32_t source) const
    {
        const auto* entry = m_plane->Find({Source(source), G});
        return entry && entry->forwards && entry->outgoing.count(LAN) != 0;
    }

    std::unique_ptr<FakePlane> m_plane; ///< the forwarder
};

TEST_F(IgmpExclusionTest, MFE_5_ANewEntryIsMadeWithoutTheLanIfItsSourceIsExcluded)
{
    Record(Seconds(1), Type::TO_EX, {1});
    Packet(Seconds(2), 1);
    Packet(Seconds(2), 2);
    RunUntil(Seconds(2));
    EXPECT_FALSE(IsForwarded(1));
    EXPECT_TRUE(IsForwarded(2));
    EXPECT_EQ(GetMemberships(), std::vector<std::string>{"(*,239.1.1.1)"});
}

TEST_F(IgmpExclusionTest, MFE_5_ALiveEntryLosesTheLanWhenItsSourceIsExcluded)
{
    Record(Seconds(1), Type::TO_EX);
    Packet(Seconds(2), 1);
    RunUntil(Seconds(2));
    ASSERT_TRUE(IsForwarded(1));
    Record(Seconds(3), Type::BLOCK, {1}); // into X, and asked for
    RunUntil(MilliSeconds(4999));
    EXPECT_TRUE(IsForwarded(1)); // section 6.4.2: while it is asked for
    RunUntil(Seconds(5));
    EXPECT_EQ(GetState(G), "EXCLUDE({},{1}) 256");
    EXPECT_FALSE(IsForwarded(1));
}

TEST_F(IgmpExclusionTest, MFE_5_TheLanIsPutBackWhenTheSourceIsAllowed)
{
    Record(Seconds(1), Type::TO_EX, {1, 2});
    Packet(Seconds(2), 1);
    Packet(Seconds(2), 2);
    Record(Seconds(3), Type::ALLOW, {1});
    RunUntil(Seconds(3));
    EXPECT_TRUE(IsForwarded(1));
    EXPECT_FALSE(IsForwarded(2));
}

TEST_F(IgmpExclusionTest, MFE_5_TheLanIsPutBackWhenTheRecordIsDeleted)
{
    Record(Seconds(1), Type::TO_EX, {1, 2});
    Packet(Seconds(2), 1);
    Record(Seconds(3), Type::IS_EX, {2}); // section 6.4.1: delete (Y-A)
    RunUntil(Seconds(3));
    EXPECT_TRUE(IsForwarded(1));
}

TEST_F(IgmpExclusionTest, MFE_5_ASourceThatWasPutBackGoesWithTheGroup)
{
    Record(Seconds(1), Type::TO_EX, {1});
    Packet(Seconds(2), 1);
    Record(Seconds(3), Type::IS_EX); // put back
    Record(Seconds(4), Type::TO_IN); // left
    RunUntil(Seconds(5));
    EXPECT_TRUE(IsForwarded(1));
    RunUntil(Seconds(6));
    EXPECT_TRUE(GetMemberships().empty());
    EXPECT_FALSE(IsForwarded(1));
}

TEST_F(IgmpExclusionTest, RFC_3376_6_5_TheModeChangesBackToIncludeX)
{
    Record(Seconds(1), Type::TO_EX, {1, 2});
    Record(Seconds(1), Type::ALLOW, {3});
    for (const uint32_t source : {1, 2, 3})
    {
        Packet(Seconds(2), source);
    }
    Record(Seconds(3), Type::IS_IN, {1, 3});
    Record(Seconds(100), Type::IS_IN, {1, 3});
    RunUntil(Seconds(261)); // the group timer expires
    EXPECT_EQ(GetState(G), "INCLUDE({1=99,3=99})");
    EXPECT_TRUE(IsForwarded(1));
    EXPECT_FALSE(IsForwarded(2));
    EXPECT_TRUE(IsForwarded(3));
    RunUntil(Seconds(360));
    EXPECT_FALSE(IsForwarded(1));
    EXPECT_FALSE(IsForwarded(3));
}

TEST_F(IgmpExclusionTest, ASourceIsExcludedAgainAfterTheGroupWasLeft)
{
    Record(Seconds(1), Type::TO_EX, {1});
    Packet(Seconds(2), 1);
    Record(Seconds(3), Type::TO_IN);
    Record(Seconds(10), Type::TO_EX, {1});
    Packet(Seconds(11), 1);
    RunUntil(Seconds(11));
    EXPECT_FALSE(IsForwarded(1));
    Record(Seconds(12), Type::ALLOW, {1});
    RunUntil(Seconds(12));
    EXPECT_TRUE(IsForwarded(1));
}

TEST_F(IgmpExclusionTest, AFilterOfTheGroupMayExcludeAndIncludeInTurn)
{
    Record(Seconds(1), Type::TO_EX, {1});
    Packet(Seconds(2), 1);
    Record(Seconds(3), Type::TO_IN, {1}); // 1 into X
    RunUntil(Seconds(3));
    EXPECT_TRUE(IsForwarded(1));
    RunUntil(Seconds(6));
    EXPECT_EQ(GetState(G), "INCLUDE({1=257})");
    EXPECT_TRUE(IsForwarded(1));
    Record(Seconds(7), Type::TO_EX, {1}); // A*B: asked for, then into Y
    RunUntil(Seconds(8));
    EXPECT_TRUE(IsForwarded(1));
    RunUntil(Seconds(9));
    EXPECT_FALSE(IsForwarded(1));
}

TEST_F(IgmpExclusionTest, MFE_5_TheOwnerOfTheLanDecidesForItself)
{
    Take(MilliSeconds(500));
    WatchTrace();
    Record(Seconds(1), Type::TO_EX, {1});
    Record(Seconds(3), Type::ALLOW, {1});
    RunUntil(Seconds(3));
    EXPECT_EQ(m_local, std::vector<std::string>{"1 join (*,239.1.1.1)"});
    EXPECT_EQ(Count(TraceKind::VIOLATION), 0U);
    EXPECT_EQ(m_calls.back(), "1 AddGroupMembershipEntry (*,239.1.1.1)");
}

TEST_F(IgmpExclusionTest, OWN_4_ExclusionsAreBackWhenTheOwnerLeaves)
{
    Take(MilliSeconds(500));
    Record(Seconds(1), Type::TO_EX, {1});
    At(Seconds(2), [this]() {
        m_manager->AddGroupMembershipEntry(m_pim, SourceGroup{ANY_ADDRESS, G}, LAN_ID);
    });
    Packet(Seconds(3), 1);
    RunUntil(Seconds(3));
    EXPECT_TRUE(IsForwarded(1)); // the owner wants it
    Release(Seconds(4));
    RunUntil(Seconds(4));
    EXPECT_FALSE(IsForwarded(1));
    Take(Seconds(5));
    At(Seconds(6), [this]() {
        m_manager->AddGroupMembershipEntry(m_pim, SourceGroup{ANY_ADDRESS, G}, LAN_ID);
    });
    RunUntil(Seconds(6));
    EXPECT_TRUE(IsForwarded(1));
}

TEST_F(IgmpExclusionTest, Section5_CallsThatCostTimeLoseNoExclusion)
{
    SetManagerTime("ApiCallCost", 0.5);
    m_manager->SetAttribute("CallbackDelivery", StringValue("posted"));
    Record(Seconds(10), Type::TO_EX, {1, 2});
    Packet(Seconds(20), 1);
    Record(Seconds(30), Type::IS_IN, {1});
    Record(MilliSeconds(30100), Type::TO_EX, {1, 2}); // 1 stays in X until it is asked for
    RunUntil(Seconds(60));
    EXPECT_EQ(GetState(G), "EXCLUDE({},{1,2}) 230.1");
    EXPECT_FALSE(IsForwarded(1));
}

TEST_F(IgmpExclusionTest, AStoppedRouterForwardsNothing)
{
    Record(Seconds(1), Type::TO_EX, {1});
    Packet(Seconds(2), 1);
    Record(Seconds(3), Type::ALLOW, {1});
    At(Seconds(4), [this]() { m_router->Stop(); });
    RunUntil(Seconds(4));
    EXPECT_FALSE(IsForwarded(1));
}

TEST_F(IgmpExclusionTest, AStaticJoinOfTheGroupLeavesNothingExcluded)
{
    Record(Seconds(1), Type::TO_EX, {1, 2});
    Packet(Seconds(2), 1);
    At(Seconds(3), [this]() { GetLan()->AddStaticJoin({Source(1), G}); });
    RunUntil(Seconds(3));
    EXPECT_TRUE(IsForwarded(1));
    At(Seconds(4), [this]() { GetLan()->RemoveStaticJoin({Source(1), G}); });
    RunUntil(Seconds(4));
    EXPECT_FALSE(IsForwarded(1));
    At(Seconds(5), [this]() { GetLan()->AddStaticJoin({ANY_ADDRESS, G}); });
    RunUntil(Seconds(5));
    EXPECT_TRUE(IsForwarded(1));
}

} // namespace

} // namespace mgm
} // namespace ns3
