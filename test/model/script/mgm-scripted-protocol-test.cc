/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "model/manager/mgm-manager-fixture.h"

#include "ns3/double.h"
#include "ns3/mgm-scripted-protocol.h"
#include "ns3/simulator.h"
#include "ns3/string.h"
#include "ns3/uinteger.h"

namespace ns3
{
namespace mgm
{

namespace
{

ScriptStep
Step(ScriptVerb verb, std::vector<InterfaceId> interfaces = {})
{
    ScriptStep step;
    step.verb = verb;
    step.interfaces = std::move(interfaces);
    return step;
}

ScriptStep
At(Time at, ScriptStep step)
{
    step.at = at;
    return step;
}

ScriptStep
After(double seconds, ScriptStep step)
{
    const auto delay = CreateObject<ConstantRandomVariable>();
    delay->SetAttribute("Constant", DoubleValue(seconds));
    step.delay = delay;
    return step;
}

ScriptStep
With(const SourceGroup& entry, ScriptStep step)
{
    step.entry = SourceGroupEntry(entry);
    return step;
}

ScriptStep
As(ScriptHandle handle, ScriptStep step)
{
    step.handle = handle;
    return step;
}

/// A call as the trace shows it.
struct TracedCall
{
    std::string op;
    uint32_t interface; ///< 0: none
    Status status;
    int64_t atNs;
};

bool
operator==(const TracedCall& a, const TracedCall& b)
{
    return a.op == b.op && a.interface == b.interface && a.status == b.status && a.atNs == b.atNs;
}

std::ostream&
operator<<(std::ostream& os, const TracedCall& call)
{
    return os << call.op << " if " << call.interface << ": " << call.status << " at " << call.atNs;
}

} // namespace

/// A scripted protocol (a client whose behaviour is data) on a node with four interfaces.
class ScriptedProtocolTest : public ManagerTest
{
  protected:
    Ptr<ScriptedProtocol> Install(const std::string& name, uint32_t protocol, const Script& script)
    {
        const auto application = CreateObject<ScriptedProtocol>();
        application->SetAttribute("Name", StringValue(name));
        application->SetAttribute("ProtocolId", UintegerValue(protocol));
        application->SetScript(script);
        m_node->AddApplication(application);
        return application;
    }

    /// A protocol without scripts, to run single steps.
    Ptr<ScriptedProtocol> Idle()
    {
        return Install("pim", PIM, Script());
    }

    /// The calls made by PIM, with their answers.
    std::vector<TracedCall> Calls() const
    {
        std::vector<TracedCall> calls;
        for (const auto& record : Traced(TraceKind::RETURN))
        {
            if (record.client && record.client->protocol == PIM)
            {
                calls.push_back({record.opText,
                                 record.interface ? record.interface->index : 0,
                                 *record.status,
                                 record.timeNs});
            }
        }
        return calls;
    }

    static constexpr int64_t SECOND = 1000000000; ///< [ns]
};

TEST_F(ScriptedProtocolTest, SEQ_1_DefaultScriptRegistersQueriesTakesEnumerates)
{
    auto& igmp = Owner(IGMP_PROTOCOL_ID, {2});
    igmp.Add(G1, 2);
    const auto pim = Install("pim", PIM, Script::PimLike());
    pim->SetStartTime(Seconds(3));
    pim->SetInterfaces({{1}, {2}});
    Listen();
    RunUntil(Seconds(4));
    EXPECT_EQ(Calls(),
              (std::vector<TracedCall>{
                  {"RegisterMProtocol", 0, Status::NO_ERROR, 3 * SECOND},
                  {"GetProtocolOnInterface", 1, Status::ERROR_NOT_FOUND, 3 * SECOND},
                  {"GetProtocolOnInterface", 2, Status::NO_ERROR, 3 * SECOND},
                  {"TakeInterfaceOwnership", 1, Status::NO_ERROR, 3 * SECOND},
                  {"TakeInterfaceOwnership", 2, Status::NO_ERROR, 3 * SECOND},
                  {"GroupEnumerationStart", 0, Status::NO_ERROR, 3 * SECOND},
                  {"GroupEnumerationGetNext", 0, Status::ERROR_NO_MORE_ITEMS, 3 * SECOND},
                  {"GroupEnumerationEnd", 0, Status::NO_ERROR, 3 * SECOND}}));
}

TEST_F(ScriptedProtocolTest, SEQ_2_DefaultScriptReleasesAndDeregistersAtStopTime)
{
    const auto pim = Install("pim", PIM, Script::PimLike());
    pim->SetInterfaces({{1}});
    pim->SetStopTime(Seconds(9));
    RunUntil(Seconds(8));
    Listen();
    RunUntil(Seconds(10));
    EXPECT_EQ(
        Calls(),
        (std::vector<TracedCall>{{"ReleaseInterfaceOwnership", 1, Status::NO_ERROR, 9 * SECOND},
                                 {"DeRegisterMProtocol", 0, Status::NO_ERROR, 9 * SECOND}}));
    EXPECT_FALSE(pim->GetHandle());
    ExpectEmpty();
}

TEST_F(ScriptedProtocolTest, StepsRunAtTheirTimesAndAfterTheirDelays)
{
    Script script;
    script.startUp = {Step(ScriptVerb::REGISTER),
                      At(Seconds(2), Step(ScriptVerb::TAKE, {{1}})),
                      After(0.5, Step(ScriptVerb::QUERY, {{1}, {2}}))};
    Install("pim", PIM, script)->SetStartTime(Seconds(1));
    Listen();
    RunUntil(Seconds(9));
    EXPECT_EQ(Calls(),
              (std::vector<TracedCall>{
                  {"RegisterMProtocol", 0, Status::NO_ERROR, SECOND},
                  {"TakeInterfaceOwnership", 1, Status::NO_ERROR, 2 * SECOND},
                  {"GetProtocolOnInterface", 1, Status::NO_ERROR, 5 * SECOND / 2},
                  {"GetProtocolOnInterface", 2, Status::ERROR_NOT_FOUND, 3 * SECOND}}));
}

TEST_F(ScriptedProtocolTest, OWN_10_TheNextStepWaitsForTheChangeOfOwner)
{
    SetAttribute("OwnershipChangeDuration", "ns3::ConstantRandomVariable[Constant=2]");
    Install("pim", PIM, Script::PimLike())->SetInterfaces({{1}, {2}});
    Listen();
    RunUntil(Seconds(9));
    const auto calls = Calls();
    ASSERT_EQ(calls.size(), 8U);
    EXPECT_EQ(calls[3], (TracedCall{"TakeInterfaceOwnership", 1, Status::NO_ERROR, 0}));
    EXPECT_EQ(calls[4], (TracedCall{"TakeInterfaceOwnership", 2, Status::NO_ERROR, 2 * SECOND}));
    EXPECT_EQ(calls[5], (TracedCall{"GroupEnumerationStart", 0, Status::NO_ERROR, 4 * SECOND}));
}

TEST_F(ScriptedProtocolTest, Section5_ApiCallsKeepTheProtocolBusy)
{
    SetAttribute("ApiCallCost", "ns3::ConstantRandomVariable[Constant=0.25]");
    Install("pim", PIM, Script::PimLike())->SetInterfaces({{1}});
    Listen();
    RunUntil(Seconds(9));
    const auto calls = Calls();
    ASSERT_EQ(calls.size(), 6U);
    for (std::size_t i = 0; i + 1 < calls.size(); ++i)
    {
        EXPECT_EQ(calls[i].atNs, static_cast<int64_t>(i) * SECOND / 4) << calls[i];
    }
}

TEST_F(ScriptedProtocolTest, ARefusedCallIsRetriedUntilItSucceeds)
{
    auto& dvmrp = Owner(DVMRP, {1});
    ScriptStep take = Step(ScriptVerb::TAKE, {{1}});
    take.retry = Seconds(2);
    Script script;
    script.startUp = {Step(ScriptVerb::REGISTER), take, Step(ScriptVerb::QUERY, {{1}})};
    Install("pim", PIM, script);
    Listen();
    Simulator::Schedule(Seconds(3), [&dvmrp]() { dvmrp.Release(1); });
    RunUntil(Seconds(9));
    EXPECT_EQ(Calls(),
              (std::vector<TracedCall>{
                  {"RegisterMProtocol", 0, Status::NO_ERROR, 0},
                  {"TakeInterfaceOwnership", 1, Status::ERROR_ALREADY_EXISTS, 0},
                  {"TakeInterfaceOwnership", 1, Status::ERROR_ALREADY_EXISTS, 2 * SECOND},
                  {"TakeInterfaceOwnership", 1, Status::NO_ERROR, 4 * SECOND},
                  {"GetProtocolOnInterface", 1, Status::NO_ERROR, 4 * SECOND}}));
}

TEST_F(ScriptedProtocolTest, MBR_5_OwnerAddsItsOwnEntryAtLocalJoinAndDeletesItAtLocalLeave)
{
    auto& igmp = Owner(IGMP_PROTOCOL_ID, {1});
    const auto pim = Install("pim", PIM, Script::PimLike());
    RunUntil(Seconds(1));
    igmp.Add(G1, 1);
    const Holders* holders = m_manager->GetMemberships().Find(G1);
    ASSERT_NE(holders, nullptr);
    ASSERT_EQ(holders->size(), 2U);
    EXPECT_EQ((*holders)[1].client, pim->GetHandle());
    igmp.Delete(G1, 1);
    EXPECT_EQ(m_manager->GetMemberships().GetSize(), 0U);
}

TEST_F(ScriptedProtocolTest, MBR_5_AMembershipStaysWhileThereIsAReasonForIt)
{
    auto& igmp = Owner(IGMP_PROTOCOL_ID, {1});
    auto script = Script::PimLike();
    script.countsReasons = true;
    const auto pim = Install("pim", PIM, script);
    RunUntil(Seconds(1));
    igmp.Add(G1, 1);
    Listen();
    pim->Run(With(G1, Step(ScriptVerb::ADD, {{1}})));
    igmp.Delete(G1, 1);
    EXPECT_TRUE(Calls().empty());
    EXPECT_EQ(m_manager->GetMemberships().GetSize(), 1U) << "that of the step";
    pim->Run(With(G1, Step(ScriptVerb::DELETE, {{2}})));
    pim->Run(With(G1, Step(ScriptVerb::DELETE, {{1}})));
    EXPECT_EQ(m_manager->GetMemberships().GetSize(), 0U);
    EXPECT_EQ(
        Calls(),
        (std::vector<TracedCall>{{"DeleteGroupMembershipEntry", 2, Status::NO_ERROR, SECOND},
                                 {"DeleteGroupMembershipEntry", 1, Status::NO_ERROR, SECOND}}));
}

TEST_F(ScriptedProtocolTest, ARefusedAddIsNoReason)
{
    Script script;
    script.countsReasons = true;
    const auto pim = Install("pim", PIM, script);
    pim->Run(Step(ScriptVerb::REGISTER));
    Listen();
    const auto add = With(G1, Step(ScriptVerb::ADD, {{1}}));
    pim->Run(add);
    pim->Run(Step(ScriptVerb::TAKE, {{1}}));
    pim->Run(add);
    pim->Run(Step(ScriptVerb::RELEASE, {{1}}));
    pim->Run(Step(ScriptVerb::TAKE, {{1}}));
    pim->Run(add);
    EXPECT_EQ(
        Calls(),
        (std::vector<TracedCall>{{"AddGroupMembershipEntry", 1, Status::ERROR_CAN_NOT_COMPLETE, 0},
                                 {"TakeInterfaceOwnership", 1, Status::NO_ERROR, 0},
                                 {"AddGroupMembershipEntry", 1, Status::NO_ERROR, 0},
                                 {"ReleaseInterfaceOwnership", 1, Status::NO_ERROR, 0},
                                 {"TakeInterfaceOwnership", 1, Status::NO_ERROR, 0},
                                 {"AddGroupMembershipEntry", 1, Status::NO_ERROR, 0}}));
}

TEST_F(ScriptedProtocolTest, ReactionWithADelayComesLater)
{
    auto& igmp = Owner(IGMP_PROTOCOL_ID, {1});
    Script script = Script::PimLike();
    script.At(ScriptTrigger::LOCAL_JOIN) = {After(0.5, Step(ScriptVerb::ADD))};
    Install("pim", PIM, script);
    RunUntil(Seconds(1));
    igmp.Add(G1, 1);
    EXPECT_EQ(m_manager->GetMemberships().Find(G1)->size(), 1U);
    RunUntil(Seconds(2));
    EXPECT_EQ(m_manager->GetMemberships().Find(G1)->size(), 2U);
}

TEST_F(ScriptedProtocolTest, ReactsToEachEnumeratedEntry)
{
    auto& dvmrp = Owner(DVMRP, {1});
    for (uint32_t i = 0; i < 40; ++i) // more than one buffer
    {
        dvmrp.Add(SourceGroup{Ipv4Address("0.0.0.0"), Ipv4Address(0xEF010100 + i)}, 1);
    }
    Script script;
    script.startUp = {Step(ScriptVerb::REGISTER),
                      Step(ScriptVerb::TAKE, {{2}}),
                      Step(ScriptVerb::ENUMERATE)};
    script.At(ScriptTrigger::ENUMERATED) = {Step(ScriptVerb::ADD, {{2}})};
    const auto pim = Install("pim", PIM, script);
    RunUntil(Seconds(1));
    EXPECT_EQ(m_manager->GetMemberships().GetEntries(pim->GetHandle(), {2}).size(), 40U);
}

TEST_F(ScriptedProtocolTest, OWN_11_ReactionInsideEnableIsAViolation)
{
    Script script;
    script.startUp = {Step(ScriptVerb::REGISTER), Step(ScriptVerb::TAKE, {{1}})};
    script.At(ScriptTrigger::ENABLE_IGMP) = {With(G1, Step(ScriptVerb::ADD))};
    Install("igmp", IGMP_PROTOCOL_ID, script);
    RunUntil(Seconds(1));
    Listen();
    Owner(PIM, {1});
    const auto violations = Traced(TraceKind::VIOLATION);
    ASSERT_EQ(violations.size(), 1U);
    EXPECT_EQ(violations[0].interface->index, 1U);
    EXPECT_EQ(m_manager->GetMemberships().GetSize(), 0U);
}

TEST_F(ScriptedProtocolTest, REG_4_StaleAndInvalidHandlesAreRefused)
{
    const auto pim = Idle();
    RunUntil(Seconds(1));
    pim->Run(Step(ScriptVerb::REGISTER));
    pim->Run(Step(ScriptVerb::DEREGISTER));
    pim->Run(Step(ScriptVerb::REGISTER));
    Listen();
    pim->Run(As(ScriptHandle::STALE, Step(ScriptVerb::TAKE, {{1}})));
    pim->Run(As(ScriptHandle::INVALID, Step(ScriptVerb::TAKE, {{1}})));
    pim->Run(Step(ScriptVerb::TAKE, {{1}}));
    std::vector<Status> answers;
    for (const auto& record : Traced(TraceKind::RETURN))
    {
        answers.push_back(*record.status);
    }
    EXPECT_EQ(answers,
              (std::vector<Status>{Status::ERROR_INVALID_PARAMETER,
                                   Status::ERROR_INVALID_PARAMETER,
                                   Status::NO_ERROR}));
}

TEST_F(ScriptedProtocolTest, REG_5_FailEndsScriptsAndStartBeginsAnew)
{
    Script script = Script::PimLike();
    script.startUp.push_back(After(5, Step(ScriptVerb::QUERY, {{1}})));
    const auto pim = Install("pim", PIM, script);
    RunUntil(Seconds(1));
    const auto before = pim->GetHandle();
    pim->Run(Step(ScriptVerb::FAIL));
    EXPECT_FALSE(pim->GetHandle());
    ExpectEmpty();
    Listen();
    RunUntil(Seconds(8));
    EXPECT_TRUE(Calls().empty());
    pim->Run(Step(ScriptVerb::START));
    EXPECT_TRUE(pim->GetHandle());
    EXPECT_NE(pim->GetHandle(), before);
}

TEST_F(ScriptedProtocolTest, I7_KnowsEnumeratedPlusJoinedLessPruned)
{
    auto& dvmrp = Owner(DVMRP, {1});
    dvmrp.Add(G1, 1);
    const auto pim = Install("pim", PIM, Script::PimLike());
    pim->SetInterfaces({{2}});
    RunUntil(Seconds(1));
    EXPECT_EQ(pim->GetKnowledge().GetAll(), (std::set<SourceGroup>{G1}));
    dvmrp.Add(G2, 1);
    EXPECT_EQ(pim->GetKnowledge().GetAll(), (std::set<SourceGroup>{G1, G2}));
    dvmrp.Delete(G1, 1);
    EXPECT_EQ(pim->GetKnowledge().GetAll(), (std::set<SourceGroup>{G2}));
}

TEST_F(ScriptedProtocolTest, I7_KnowsLocalMembersByInterface)
{
    auto& igmp = Owner(IGMP_PROTOCOL_ID, {1, 2});
    const auto pim = Install("pim", PIM, Script::PimLike());
    RunUntil(Seconds(1));
    igmp.Add(G1, 1);
    igmp.Add(G1, 2);
    igmp.Delete(G1, 1);
    EXPECT_EQ(pim->GetKnowledge().GetLocal().at({1}).size(), 0U);
    EXPECT_EQ(pim->GetKnowledge().GetLocal().at({2}), (std::set<SourceGroup>{G1}));
    pim->Run(Step(ScriptVerb::RELEASE, {{2}}));
    EXPECT_TRUE(pim->GetKnowledge().GetAll().empty());
}

TEST_F(ScriptedProtocolTest, I7_DoesNotTakeItsOwnEnumeratedEntryForAnothers)
{
    auto& igmp = Owner(IGMP_PROTOCOL_ID, {1});
    const auto pim = Install("pim", PIM, Script::PimLike());
    RunUntil(Seconds(1));
    igmp.Add(G1, 1); // pim adds its own entry
    pim->Run(Step(ScriptVerb::ENUMERATE));
    EXPECT_EQ(pim->GetKnowledge().GetAll(), (std::set<SourceGroup>{G1}));
    igmp.Delete(G1, 1);
    EXPECT_TRUE(pim->GetKnowledge().GetAll().empty());
}

TEST_F(ScriptedProtocolTest, I7_AReactionMayUnlearnAnEntryOfTheSameBuffer)
{
    auto& dvmrp = Owner(DVMRP, {1});
    dvmrp.Add(G1, 1);
    dvmrp.Add(G2, 1);
    dvmrp.react = [&dvmrp](const ClientEvent& event) {
        if (event.op == ClientEvent::Op::JOIN_ALERT)
        {
            dvmrp.Delete(G2, 1);
        }
    };
    Script script;
    script.startUp = {Step(ScriptVerb::REGISTER),
                      Step(ScriptVerb::TAKE, {{2}}),
                      Step(ScriptVerb::ENUMERATE)};
    script.At(ScriptTrigger::ENUMERATED) = {With(G1, Step(ScriptVerb::ADD, {{2}}))};
    const auto pim = Install("pim", PIM, script);
    RunUntil(Seconds(1));
    EXPECT_EQ(pim->GetKnowledge().GetAll(), (std::set<SourceGroup>{G1}));
}

TEST_F(ScriptedProtocolTest, REG_5_FailingAtTheEndOfAChangeOfOwner)
{
    SetAttribute("OwnershipChangeDuration", "ns3::ConstantRandomVariable[Constant=1]");
    Script script;
    script.startUp = {Step(ScriptVerb::REGISTER),
                      Step(ScriptVerb::TAKE, {{1}}),
                      Step(ScriptVerb::FAIL)};
    Install("pim", PIM, script);
    RunUntil(Seconds(9));
    ExpectEmpty();
}

TEST_F(ScriptedProtocolTest, ALongScriptNeedsNoDeepStack)
{
    constexpr std::size_t STEPS = 50000;
    Script script;
    script.startUp.assign(STEPS, Step(ScriptVerb::QUERY, {{1}}));
    Install("pim", PIM, script);
    Listen();
    RunUntil(Seconds(1));
    EXPECT_EQ(Traced(TraceKind::RETURN).size(), STEPS);
}

TEST_F(ScriptedProtocolTest, AScriptThatStartsItselfGoesOnInLaterEvents)
{
    Script script;
    script.startUp = {Step(ScriptVerb::QUERY, {{1}}), Step(ScriptVerb::START)};
    Install("pim", PIM, script);
    Listen();
    Simulator::Schedule(Seconds(0),
                        []() { Simulator::Schedule(NanoSeconds(0), &Simulator::Stop); });
    Simulator::Run();
    EXPECT_GT(Traced(TraceKind::RETURN).size(), 10U);
}

TEST_F(ScriptedProtocolTest, GivingAnInterfaceUpIsNotReactedTo)
{
    auto& igmp = Owner(IGMP_PROTOCOL_ID, {1});
    const auto pim = Install("pim", PIM, Script::PimLike());
    RunUntil(Seconds(1));
    igmp.Add(G1, 1);
    Listen();
    pim->Run(Step(ScriptVerb::RELEASE, {{1}}));
    EXPECT_EQ(
        Calls(),
        (std::vector<TracedCall>{{"ReleaseInterfaceOwnership", 1, Status::NO_ERROR, SECOND}}));
}

} // namespace mgm
} // namespace ns3
