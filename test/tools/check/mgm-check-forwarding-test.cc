/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "mgm-check-fixture.h"

namespace ns3
{
namespace mgm
{

/// The making of entries, and where packets go: I5 and I6.
class ForwardingMutationTest : public MutationTest
{
};

TEST_P(ForwardingMutationTest, IsFound)
{
    RunMutation(true);
}

const std::vector<Mutation> MUTATIONS_OF_FORWARDING{
    {"I5_TwoCreationAlerts",
     "unresolved-burst",
     {"copy-whole callback CREATION_ALERT after callback-return CREATION_ALERT"},
     TraceRule::I5,
     "pim gets CREATION_ALERT twice"},
    {"I5_TwoRpfs",
     "unresolved-burst",
     {"copy-whole callback RPF after callback-return RPF"},
     TraceRule::I5,
     "RPF is called twice"},
    {"I5_RpfAfterCreationAlert",
     "unresolved-burst",
     {"move-whole callback RPF after callback-return CREATION_ALERT"},
     TraceRule::I5,
     "RPF is called after CREATION_ALERT"},
    {"I5_ForwardBeforeCreationAlert",
     "unresolved-burst",
     {"move forward data before callback CREATION_ALERT"},
     TraceRule::I5,
     "while its entry is not live"},
    {"I5_CreationAlertForTheSecondPacket",
     "unresolved-burst",
     {"copy-whole callback CREATION_ALERT before forward data #2"},
     TraceRule::I5,
     "although the entry is not being made"},
    {"I5_NoRpf",
     "unresolved-burst",
     {"drop-whole callback RPF"},
     TraceRule::I5,
     "pim was not asked by RPF"},
    {"I5_NoCreationAlert",
     "unresolved-burst",
     {"drop-whole callback CREATION_ALERT"},
     TraceRule::I5,
     "pim got no CREATION_ALERT"},
    {"I5_NotMade",
     "unresolved-burst",
     {"drop state mfe new=making"},
     TraceRule::I5,
     "although the entry is not being made"},
    {"I5_RpfToAnotherThanTheHolder",
     "rpf-change",
     {"set-pair callback RPF node=3 client_name=pim : client=3/1 client_name=dvmrp"},
     TraceRule::I5,
     "dvmrp is asked by RPF, but does not answer for"},
    {"I5_NoRpfWhenTheRouteMoves",
     "rpf-change",
     {"drop-whole callback RPF #5"},
     TraceRule::I5,
     "was not asked by RPF"},
    {"I6_ForwardOnTheIncomingInterface",
     "unresolved-burst",
     {"copy forward data after forward data : if=1"},
     TraceRule::I6,
     "the incoming interface"},
    {"I6_ForwardTwice",
     "unresolved-burst",
     {"copy forward data after forward data"},
     TraceRule::I6,
     "leaves twice on lan1"},
    {"I6_ForwardWhereNobodyWantsIt",
     "stream",
     {"copy forward data after forward data : if=7"},
     TraceRule::I6,
     "where no membership wants it"},
    {"I6_DroppedThoughWanted",
     "unresolved-burst",
     {"set forward data #5 : kind=drop event=no-outgoing if=1"},
     TraceRule::I6,
     "should leave on lan1"},
    {"I6_DroppedAsFromTheWrongInterface",
     "unresolved-burst",
     {"set forward data #5 : kind=drop event=wrong-interface if=1"},
     TraceRule::I6,
     "wrong interface, but that is the incoming one"},
    {"I6_ForwardAfterTheLeave",
     "leave-latency",
     {"copy forward data node=1 if=2 after return DeleteGroupMembershipEntry client_name=igmp"},
     TraceRule::I6,
     "where no membership wants it"},
    {"I6_ForwardOnADisabledInterface",
     "wrong-interface",
     {"copy forward data node=2 if=2 after callback-return WRONG_IF node=2"},
     TraceRule::I6,
     "or which is disabled"},
    {"I6_OneOfTwoCopiesIsMissing",
     "scope-boundary",
     {"drop forward data node=1 if=3"},
     TraceRule::I6,
     "does not leave on"},
    {"Sent_QueryVanishes",
     "startup",
     {"drop packet-tx op=IGMPv3_Query"},
     TraceRule::SENT,
     "send general query; set initial query timer"},
    {"Sent_GroupQueryVanishes",
     "leave-latency",
     {"drop-caused packet-tx state IgmpV3Group action=(B)=GMI;_Send_Q(G,X-B);_Send_Q(G)"},
     TraceRule::SENT,
     "Send Q(G)"},
    {"Sent_ReportOfAJoinVanishes",
     "startup",
     {"drop-caused packet-tx state IgmpV3Filter"},
     TraceRule::SENT,
     "filter-mode change (B)"},
    {"Sent_AnswerVanishes",
     "shutdown",
     {"drop-caused packet-tx state IgmpV3GeneralResponse new=NONE"},
     TraceRule::SENT,
     "report all groups"},
    {"Sent_LeaveVanishes",
     "suppression",
     {"drop-caused packet-tx state IgmpV2Membership action=stop_timer;_send_leave"},
     TraceRule::SENT,
     "stop timer; send leave"},
};

INSTANTIATE_TEST_SUITE_P(Mutation,
                         ForwardingMutationTest,
                         testing::ValuesIn(MUTATIONS_OF_FORWARDING),
                         NameOfMutation);

TEST_F(CheckTest, Sent_ADropWithAReasonIsEnough)
{
    TraceEditor editor(Run("startup"));
    editor.Edit("set packet-tx op=IGMPv3_Query : kind=drop event=interface-down");
    const auto checker = Check(editor.ToText());
    EXPECT_EQ(checker->GetFindings().GetTotal(), 0U) << Describe(*checker);
}

} // namespace mgm
} // namespace ns3
