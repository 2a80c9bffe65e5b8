/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "mgm-igmp-router-lan.h"

#include "ns3/config.h"
#include "ns3/double.h"
#include "ns3/mgm-igmp-host.h"
#include "ns3/mgm-tracer.h"
#include "ns3/node.h"
#include "ns3/pointer.h"
#include "ns3/random-variable-stream.h"
#include "ns3/simulator.h"
#include "ns3/string.h"

#include <algorithm>
#include <sstream>
#include <utility>

namespace ns3
{
namespace mgm
{

namespace
{

const Ipv4Address G1("239.1.1.1");
const Ipv4Address G2("239.1.1.2");
const InterfaceId LAN_ID{1};

using Type = IgmpRecordType;

/// @brief An IGMP router beside a protocol that takes and releases the LAN.
class IgmpRouterTest : public IgmpRouterLan
{
  protected:
    void SetUp() override
    {
        IgmpRouterLan::SetUp();
        ClientCallbacks callbacks;
        callbacks.localJoin = Callback<void, const SourceGroupEntry&, const InterfaceId&>(
            [this](const SourceGroupEntry& entry, const InterfaceId&) { Note("join", entry); });
        callbacks.localLeave = Callback<void, const SourceGroupEntry&, const InterfaceId&>(
            [this](const SourceGroupEntry& entry, const InterfaceId&) { Note("leave", entry); });
        m_manager->RegisterMProtocol(callbacks, {20, 0}, "pim", m_pim);
    }

    /// @brief Notes a callback. @param what its name @param entry what it is about
    void Note(const std::string& what, const SourceGroupEntry& entry)
    {
        std::ostringstream os;
        os << Simulator::Now().GetSeconds() << ' ' << what << ' ' << entry.ToSourceGroup();
        m_local.push_back(os.str());
    }

    /// @brief The protocol takes the LAN. @param at when
    void Take(Time at)
    {
        At(at, [this]() {
            EXPECT_EQ(m_manager->TakeInterfaceOwnership(m_pim, LAN_ID), Status::NO_ERROR);
        });
    }

    /// @brief The protocol releases the LAN. @param at when
    void Release(Time at)
    {
        At(at, [this]() {
            EXPECT_EQ(m_manager->ReleaseInterfaceOwnership(m_pim, LAN_ID), Status::NO_ERROR);
        });
    }

    /// @brief A host joins. @param at when @param group the group
    void Join(Time at, Ipv4Address group)
    {
        Report(at, {{Type::TO_EX, group, {}}});
    }

    /// @brief Sets a time attribute of the manager. @param name its name @param seconds the time
    void SetManagerTime(const std::string& name, double seconds)
    {
        const auto time = CreateObject<ConstantRandomVariable>();
        time->SetAttribute("Constant", DoubleValue(seconds));
        m_manager->SetAttribute(name, PointerValue(time));
    }

    /// @brief Notes the trace of the node: calls of IGMP with their results, callbacks, violations.
    void WatchTrace()
    {
        Tracer::Of(m_node)->TraceConnectWithoutContext(
            "Record",
            Callback<void, const TraceRecord&>([this](const TraceRecord& r) {
                m_kinds.push_back(r.kind);
                if (r.kind == TraceKind::CALL && r.client && r.client->IsIgmp())
                {
                    std::ostringstream os;
                    os << Simulator::Now().GetSeconds() << ' ' << r.op;
                    if (r.sourceGroup)
                    {
                        os << ' ' << *r.sourceGroup;
                    }
                    m_calls.push_back(os.str());
                }
                if (r.kind == TraceKind::STATE && r.op == "IgmpReporter")
                {
                    m_reporter.push_back(std::string(r.newState));
                }
            }));
    }

    /// @return how many records of a kind were noted @param kind the kind
    std::size_t Count(TraceKind kind) const
    {
        return std::count(m_kinds.begin(), m_kinds.end(), kind);
    }

    ClientHandle m_pim;
    std::vector<std::string> m_local;
    std::vector<std::string> m_calls;
    std::vector<std::string> m_reporter;
    std::vector<TraceKind> m_kinds;
};

TEST_F(IgmpRouterTest, SEQ_1_RegistersThenTakesThenReports)
{
    WatchTrace();
    MakeRouter(3);
    Join(Seconds(1), G1);
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
    Join(Seconds(1), G1);
    Report(Seconds(2), {{Type::TO_IN, G1, {}}});
    RunUntil(Seconds(10));
    EXPECT_EQ(m_local, (std::vector<std::string>{"1 join (*,239.1.1.1)", "4 leave (*,239.1.1.1)"}));
}

TEST_F(IgmpRouterTest, IncludeIsOneEntryPerSourceAndTheDifferenceIsReported)
{
    WatchTrace();
    MakeRouter(3);
    const Ipv4Address group("232.1.1.1");
    Report(Seconds(1), {{Type::ALLOW, group, Sources({1, 2})}});
    Report(Seconds(2), {{Type::ALLOW, group, Sources({2, 3})}});
    Report(Seconds(3), {{Type::TO_EX, group, {}}});
    RunUntil(Seconds(3));
    // (*,g) is added before the sources are deleted.
    EXPECT_EQ(std::vector<std::string>(m_calls.begin() + 2, m_calls.end()),
              (std::vector<std::string>{"1 AddGroupMembershipEntry (10.0.1.1,232.1.1.1)",
                                        "1 AddGroupMembershipEntry (10.0.1.2,232.1.1.1)",
                                        "2 AddGroupMembershipEntry (10.0.1.3,232.1.1.1)",
                                        "3 AddGroupMembershipEntry (*,232.1.1.1)",
                                        "3 DeleteGroupMembershipEntry (10.0.1.1,232.1.1.1)",
                                        "3 DeleteGroupMembershipEntry (10.0.1.2,232.1.1.1)",
                                        "3 DeleteGroupMembershipEntry (10.0.1.3,232.1.1.1)"}));
    EXPECT_EQ(GetMemberships(), std::vector<std::string>{"(*,232.1.1.1)"});
}

TEST_F(IgmpRouterTest, OWN_4_AllMembershipsAreAddedAgainInALaterEvent)
{
    MakeRouter(3);
    Join(Seconds(1), G1);
    Join(Seconds(2), G2);
    std::size_t seenInTake = 99;
    At(Seconds(3), [&]() {
        m_manager->TakeInterfaceOwnership(m_pim, LAN_ID);
        seenInTake = GetMemberships().size();
    });
    WatchTrace();
    RunUntil(Seconds(3));
    EXPECT_EQ(seenInTake, 0U); // OWN-7
    EXPECT_EQ(m_local, (std::vector<std::string>{"3 join (*,239.1.1.1)", "3 join (*,239.1.1.2)"}));
    EXPECT_EQ(m_reporter, (std::vector<std::string>{"DISABLED", "ENABLED", "REPORTING"}));
    EXPECT_EQ(Count(TraceKind::VIOLATION), 0U);
    EXPECT_EQ(GetMemberships().size(), 2U);
}

TEST_F(IgmpRouterTest, OWN_7_WhatIsHeardInsideTheBracketIsReportedAfterIt)
{
    SetManagerTime("OwnershipChangeDuration", 2);
    MakeRouter(3);
    WatchTrace();
    Join(Seconds(1), G1);
    Take(Seconds(10));
    Join(Seconds(11), G2);
    Report(MilliSeconds(9500), {{Type::TO_IN, G1, {}}}); // gone at 11.5, inside the bracket
    RunUntil(Seconds(20));
    EXPECT_EQ(m_local, std::vector<std::string>{"12 join (*,239.1.1.2)"});
    EXPECT_EQ(GetMemberships(), std::vector<std::string>{"(*,239.1.1.2)"});
    EXPECT_EQ(Count(TraceKind::VIOLATION), 0U);
}

TEST_F(IgmpRouterTest, OWN_3_ReleaseIsBracketedToo)
{
    MakeRouter(3);
    Take(MilliSeconds(500));
    Join(Seconds(1), G1);
    RunUntil(Seconds(4));
    WatchTrace();
    Release(Seconds(5));
    RunUntil(Seconds(5));
    EXPECT_EQ(m_reporter, (std::vector<std::string>{"DISABLED", "ENABLED", "REPORTING"}));
    EXPECT_EQ(GetMemberships(), std::vector<std::string>{"(*,239.1.1.1)"});
    EXPECT_EQ(Count(TraceKind::VIOLATION), 0U);
}

TEST_F(IgmpRouterTest, OWN_3_BracketsInQuickSuccessionLoseNothing)
{
    MakeRouter(3);
    Join(Seconds(1), G1);
    Take(Seconds(5));
    Release(Seconds(5));
    Take(Seconds(5));
    WatchTrace();
    RunUntil(Seconds(5));
    EXPECT_EQ(GetMemberships(), std::vector<std::string>{"(*,239.1.1.1)"});
    EXPECT_EQ(Count(TraceKind::VIOLATION), 0U);
}

TEST_F(IgmpRouterTest, Section5_CallsCostTimeAndAreMadeOneByOne)
{
    SetManagerTime("ApiCallCost", 0.5);
    WatchTrace();
    MakeRouter(3);
    Report(Seconds(5), {{Type::TO_EX, G1, {}}, {Type::TO_EX, G2, {}}});
    RunUntil(Seconds(10));
    EXPECT_EQ(m_calls,
              (std::vector<std::string>{"0 RegisterMProtocol",
                                        "0.5 TakeInterfaceOwnership",
                                        "5 AddGroupMembershipEntry (*,239.1.1.1)",
                                        "5.5 AddGroupMembershipEntry (*,239.1.1.2)"}));
    EXPECT_EQ(GetHeard(), std::vector<std::string>{"1 IGMPv3 Query general 10s > 224.0.0.1"});
}

TEST_F(IgmpRouterTest, Section5_ChangesThatCancelOutWhileACallRunsAreNotMade)
{
    SetManagerTime("ApiCallCost", 10);
    WatchTrace();
    MakeRouter(3);
    Join(Seconds(30), G1); // returns at 40
    Join(Seconds(31), G2);
    Report(Seconds(32), {{Type::TO_IN, G2, {}}}); // gone at 34
    RunUntil(Seconds(60));
    EXPECT_EQ(m_calls.size(), 3U);
    EXPECT_EQ(GetMemberships(), std::vector<std::string>{"(*,239.1.1.1)"});
}

TEST_F(IgmpRouterTest, OWN_10_AReservedInterfaceIsAskedForAgainAfterRetryDelay)
{
    SetManagerTime("OwnershipChangeDuration", 2.5);
    MakeRouter(3);
    m_router->SetStartTime(Seconds(1));
    Take(MilliSeconds(500));
    WatchTrace();
    RunUntil(Seconds(5));
    EXPECT_EQ(m_calls,
              (std::vector<std::string>{"1 RegisterMProtocol",
                                        "1 TakeInterfaceOwnership",
                                        "2 TakeInterfaceOwnership",
                                        "3 TakeInterfaceOwnership"}));
    EXPECT_EQ(GetHeard(), std::vector<std::string>{"3 IGMPv3 Query general 10s > 224.0.0.1"});
}

TEST_F(IgmpRouterTest, SEQ_2_StopReleasesThenDeregisters)
{
    MakeRouter(3);
    Take(MilliSeconds(500));
    Join(Seconds(1), G1);
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

TEST_F(IgmpRouterTest, OWN_10_StopDuringAChangeReleasesWhenItIsComplete)
{
    SetManagerTime("OwnershipChangeDuration", 2.5);
    MakeRouter(3);
    Take(Seconds(1));
    At(Seconds(2), [this]() { m_router->Stop(); });
    At(MilliSeconds(2500), [this]() { m_router->Start(); });
    WatchTrace();
    RunUntil(Seconds(10));
    EXPECT_EQ(m_calls,
              (std::vector<std::string>{"0 RegisterMProtocol",
                                        "0 TakeInterfaceOwnership",
                                        "2 ReleaseInterfaceOwnership",
                                        "3 ReleaseInterfaceOwnership",
                                        "4 ReleaseInterfaceOwnership",
                                        "4 DeRegisterMProtocol",
                                        "4 RegisterMProtocol",
                                        "4 TakeInterfaceOwnership"}));
    EXPECT_TRUE(m_router->IsRunning());
}

TEST_F(IgmpRouterTest, REG_5_FailLosesEverythingAndItCanStartAgain)
{
    MakeRouter(3);
    Take(MilliSeconds(500));
    Join(Seconds(1), G1);
    At(Seconds(5), [this]() { m_router->Fail(); });
    RunUntil(Seconds(6));
    EXPECT_EQ(m_local, (std::vector<std::string>{"1 join (*,239.1.1.1)", "5 leave (*,239.1.1.1)"}));
    EXPECT_TRUE(GetMemberships().empty());
    EXPECT_FALSE(m_router->GetHandle());
    At(Seconds(7), [this]() { m_router->Start(); });
    Join(Seconds(8), G2);
    RunUntil(Seconds(8));
    EXPECT_EQ(GetMemberships(), std::vector<std::string>{"(*,239.1.1.2)"});
    EXPECT_EQ(GetState(G1), "none");
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

TEST_F(IgmpRouterTest, AMembershipIsCausedByTheReportThatAskedForIt)
{
    MakeRouter(3);
    Join(Seconds(1), G1);
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
    Report(Seconds(1), {{Type::TO_EX, G1, {}}, {Type::TO_EX, G2, {}}});
    RunUntil(Seconds(300));
    EXPECT_FALSE(m_router->IsRunning());
    EXPECT_TRUE(GetMemberships().empty());
}

TEST_F(IgmpRouterTest, AClientMayCrashItInACallback)
{
    MakeRouter(2);
    ClientCallbacks callbacks;
    callbacks.pruneAlert = Callback<void, const SourceGroupEntry&, const InterfaceId&, bool, Time&>(
        [this](const SourceGroupEntry&, const InterfaceId&, bool, Time&) { m_router->Fail(); });
    ClientHandle client;
    m_manager->RegisterMProtocol(callbacks, {21, 0}, "saboteur", client);
    Say(Seconds(1), IgmpV2Message{IgmpType::V2_REPORT, Time(0), G1}, G1);
    RunUntil(Seconds(300));
    EXPECT_FALSE(m_router->IsRunning());
}

TEST_F(IgmpRouterTest, OWN_4_AnOwnerMayReleaseInLocalJoin)
{
    MakeRouter(3);
    ClientCallbacks callbacks;
    callbacks.localJoin = Callback<void, const SourceGroupEntry&, const InterfaceId&>(
        [this](const SourceGroupEntry&, const InterfaceId& interface) {
            m_manager->ReleaseInterfaceOwnership(m_pim, interface);
        });
    m_manager->DeRegisterMProtocol(m_pim);
    m_manager->RegisterMProtocol(callbacks, {20, 0}, "pim", m_pim);
    WatchTrace();
    Take(MilliSeconds(500));
    Report(Seconds(1), {{Type::TO_EX, G1, {}}, {Type::TO_EX, G2, {}}});
    RunUntil(Seconds(2));
    EXPECT_EQ(GetMemberships().size(), 2U);
    EXPECT_EQ(Count(TraceKind::VIOLATION), 0U);
}

TEST_F(IgmpRouterTest, Section5_PostedCallbacksThatCostTimeLoseNothing)
{
    m_manager->SetAttribute("CallbackDelivery", StringValue("posted"));
    SetManagerTime("CallbackCost", 0.25);
    SetManagerTime("ApiCallCost", 0.125);
    SetManagerTime("OwnershipChangeDuration", 1);
    MakeRouter(3);
    WatchTrace();
    Join(Seconds(1), G1);
    Take(Seconds(10));
    for (int i = 0; i < 20; ++i)
    {
        Join(MilliSeconds(10000 + 100 * i), Ipv4Address(0xEF020000 + i));
    }
    RunUntil(Seconds(60));
    EXPECT_EQ(GetMemberships().size(), 21U);
    EXPECT_EQ(Count(TraceKind::VIOLATION), 0U);
}

TEST_F(IgmpRouterTest, RFC_3376_5_ItHearsTheHostOnItsOwnNode)
{
    MakeRouter(3);
    const auto host = CreateObject<IgmpHost>();
    m_node->AddApplication(host);
    host->AddInterface(LAN);
    At(Seconds(1), [=]() { host->Join(LAN, G1); });
    RunUntil(Seconds(600));
    EXPECT_EQ(GetMemberships(), std::vector<std::string>{"(*,239.1.1.1)"});
    At(Seconds(601), [=]() { host->Leave(LAN, G1); });
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
