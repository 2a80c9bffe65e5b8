/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "mgm-igmp-router-fixture.h"
#include "mgm-igmp-test-addresses.h"

#include "ns3/mgm-tracer.h"

#include <utility>
#include <vector>

namespace ns3
{
namespace mgm
{

namespace
{

using Type = IgmpRecordType;

TEST_F(IgmpRouterTest, AMembershipIsCausedByTheReportThatAskedForIt)
{
    MakeRouter(3);
    Join(Seconds(1), G);
    std::vector<std::pair<TraceKind, uint64_t>> causes(1000);
    uint64_t add = 0;
    Tracer::Of(m_node)->TraceConnectWithoutContext(
        "Record",
        Callback<void, const TraceRecord&>([&](const TraceRecord& r) {
            causes[r.seq] = {r.kind, r.cause};
            add = r.op == "AddGroupMembershipEntry" && r.kind == TraceKind::CALL ? r.seq : add;
        }));
    RunUntil(Seconds(1));
    ASSERT_NE(add, 0U);
    const auto state = causes[add].second;
    EXPECT_EQ(causes[state].first, TraceKind::STATE);
    EXPECT_EQ(causes[causes[state].second].first, TraceKind::PACKET_RX);
}

TEST_F(IgmpRouterTest, AClientMayStopItInACallback)
{
    MakeRouter(3);
    ClientCallbacks callbacks;
    callbacks.joinAlert = Callback<void, const SourceGroupEntry&, bool>(
        [this](const SourceGroupEntry&, bool) { m_router->Stop(); });
    ClientHandle client;
    m_manager->RegisterMProtocol(callbacks, {21, 0}, "saboteur", client);
    Report(Seconds(1), {{Type::TO_EX, G, {}}, {Type::TO_EX, G2, {}}});
    RunUntil(Seconds(300));
    EXPECT_FALSE(m_router->IsRunning());
    EXPECT_TRUE(GetMemberships().empty());
}

/// @brief A client that crashes and restarts the router in the first alert of a kind.
class IgmpRouterRestartTest : public IgmpRouterTest
{
  protected:
    /// @brief Lets JOIN_ALERT restart the router once.
    void RestartInJoinAlert()
    {
        ClientCallbacks callbacks;
        callbacks.joinAlert = Callback<void, const SourceGroupEntry&, bool>(
            [this](const SourceGroupEntry&, bool) { Restart(); });
        m_manager->RegisterMProtocol(callbacks, {21, 0}, "saboteur", m_saboteur);
    }

    /// @brief Lets PRUNE_ALERT restart the router once.
    void RestartInPruneAlert()
    {
        ClientCallbacks callbacks;
        callbacks.pruneAlert =
            Callback<void, const SourceGroupEntry&, const InterfaceId&, bool, Time&>(
                [this](const SourceGroupEntry&, const InterfaceId&, bool, Time&) { Restart(); });
        m_manager->RegisterMProtocol(callbacks, {21, 0}, "saboteur", m_saboteur);
    }

    /// @return machine records of groups after the restart, in the first instant
    std::size_t CountGroupRecords() const
    {
        return m_groupRecords;
    }

    ClientHandle m_saboteur;       ///< the client
    std::size_t m_groupRecords{0}; ///< machine records of groups since the restart
    bool m_isDone{false};          ///< the restart

  private:
    /// @brief Crashes and starts the router, unless that is done.
    void Restart()
    {
        if (!std::exchange(m_isDone, true))
        {
            m_router->Fail();
            m_router->Start();
            Tracer::Of(m_node)->TraceConnectWithoutContext(
                "Record",
                Callback<void, const TraceRecord&>([this](const TraceRecord& r) {
                    const bool isGroup =
                        r.op == "IgmpV3Group" || r.op == "IgmpGroupMode" || r.op == "IgmpV2Group";
                    m_groupRecords += isGroup ? 1 : 0;
                }));
        }
    }
};

TEST_F(IgmpRouterRestartTest, REG_5_TheRestOfAReportDiesWithTheOldIncarnation)
{
    MakeRouter(3);
    RestartInJoinAlert();
    Report(Seconds(1),
           {{Type::TO_EX, G, {}}, {Type::TO_EX, G2, {}}, {Type::IS_IN, G2, Sources({1, 2})}});
    RunUntil(Seconds(1));
    ASSERT_TRUE(m_isDone);
    EXPECT_TRUE(m_router->IsRunning());
    EXPECT_TRUE(GetMemberships().empty());
    EXPECT_EQ(GetLan()->GetNGroups(), 0U);
    EXPECT_EQ(CountGroupRecords(), 0U);
    Join(Seconds(2), G2); // the new incarnation is whole
    RunUntil(Seconds(2));
    EXPECT_EQ(GetMemberships(), std::vector<std::string>{"(*,239.1.1.2)"});
}

/// Each source is a call of its own.
TEST_F(IgmpRouterRestartTest, REG_5_TheRestOfARecordDiesWithTheOldIncarnation)
{
    MakeRouter(3);
    RestartInJoinAlert();
    GetLan()->AddStaticJoin({ANY_ADDRESS, G});
    m_isDone = true;
    RunUntil(Seconds(1));
    m_isDone = false;
    Report(Seconds(2), {{Type::TO_EX, G2, Sources({1, 2})}, {Type::TO_EX, G2, {}}});
    RunUntil(Seconds(2));
    ASSERT_TRUE(m_isDone);
    EXPECT_EQ(GetMemberships(), std::vector<std::string>{"(*,239.1.1.1)"});
    EXPECT_EQ(GetLan()->GetNGroups(), 0U);
}

/// The sources expire one by one, each with a consequence.
TEST_F(IgmpRouterRestartTest, REG_5_TheRestOfAnExpiryDiesWithTheOldIncarnation)
{
    MakeRouter(3);
    RestartInPruneAlert();
    m_isDone = true;
    Report(Seconds(1), {{Type::TO_EX, G, {}}});
    Report(Seconds(2), {{Type::TO_EX, G, Sources({3, 4})}, {Type::IS_IN, G, Sources({1, 2})}});
    RunUntil(Seconds(200));
    m_isDone = false;
    RunUntil(Seconds(262));
    ASSERT_TRUE(m_isDone);
    EXPECT_TRUE(GetMemberships().empty());
    EXPECT_EQ(CountGroupRecords(), 0U);
}

TEST_F(IgmpRouterRestartTest, REG_5_AGroupOfIgmpV2DiesWithTheOldIncarnation)
{
    MakeRouter(2);
    RestartInPruneAlert();
    Say(Seconds(1), IgmpV2Message{IgmpType::V2_REPORT, Time(0), G}, G);
    RunUntil(Seconds(261));
    ASSERT_TRUE(m_isDone);
    Say(Seconds(262), IgmpV2Message{IgmpType::V2_REPORT, Time(0), G}, G);
    RunUntil(Seconds(262));
    EXPECT_EQ(GetLan()->GetNGroups(), 1U);
    EXPECT_EQ(GetMemberships(), std::vector<std::string>{"(*,239.1.1.1)"});
}

/// Static joins are reported while the interface begins to be served.
TEST_F(IgmpRouterRestartTest, REG_5_AStartDiesWithTheOldIncarnation)
{
    MakeRouter(3);
    RestartInJoinAlert();
    GetLan()->AddStaticJoin({ANY_ADDRESS, G});
    GetLan()->AddStaticJoin({ANY_ADDRESS, G2});
    RunUntil(Seconds(1));
    ASSERT_TRUE(m_isDone);
    EXPECT_TRUE(GetLan()->IsQuerier());
    EXPECT_EQ(GetMemberships(), (std::vector<std::string>{"(*,239.1.1.1)", "(*,239.1.1.2)"}));
    EXPECT_EQ(m_heard.size(), 1U); // one incarnation asks
}

TEST_F(IgmpRouterRestartTest, REG_5_AStartMayBeStoppedInItsFirstCallback)
{
    MakeRouter(3);
    ClientCallbacks callbacks;
    callbacks.joinAlert = Callback<void, const SourceGroupEntry&, bool>(
        [this](const SourceGroupEntry&, bool) { m_router->Stop(); });
    m_manager->RegisterMProtocol(callbacks, {21, 0}, "saboteur", m_saboteur);
    GetLan()->AddStaticJoin({ANY_ADDRESS, G});
    GetLan()->AddStaticJoin({ANY_ADDRESS, G2});
    RunUntil(Seconds(10));
    EXPECT_FALSE(m_router->IsRunning());
    EXPECT_FALSE(m_router->GetHandle());
    EXPECT_TRUE(GetMemberships().empty());
    EXPECT_TRUE(m_heard.empty());
}

/// Releasing an interface deletes its memberships, and others hear of that.
TEST_F(IgmpRouterRestartTest, REG_5_AStopDiesWithTheOldIncarnation)
{
    MakeRouter(3);
    RestartInPruneAlert();
    Join(Seconds(1), G);
    At(Seconds(2), [this]() { m_router->Stop(); });
    RunUntil(Seconds(2));
    ASSERT_TRUE(m_isDone);
    EXPECT_TRUE(m_router->IsRunning());
    EXPECT_TRUE(m_router->GetHandle());
    Join(Seconds(5), G2);
    RunUntil(Seconds(5));
    EXPECT_EQ(GetMemberships(), std::vector<std::string>{"(*,239.1.1.2)"});
}

TEST_F(IgmpRouterTest, AClientMayCrashItInACallback)
{
    MakeRouter(2);
    ClientCallbacks callbacks;
    callbacks.pruneAlert = Callback<void, const SourceGroupEntry&, const InterfaceId&, bool, Time&>(
        [this](const SourceGroupEntry&, const InterfaceId&, bool, Time&) { m_router->Fail(); });
    ClientHandle client;
    m_manager->RegisterMProtocol(callbacks, {21, 0}, "saboteur", client);
    Say(Seconds(1), IgmpV2Message{IgmpType::V2_REPORT, Time(0), G}, G);
    RunUntil(Seconds(300));
    EXPECT_FALSE(m_router->IsRunning());
}

} // namespace

} // namespace mgm
} // namespace ns3
