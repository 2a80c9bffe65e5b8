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

/// Owners, brackets, and what belongs to whom: I1, I2, I4 and I9.
class OwnershipMutationTest : public MutationTest
{
};

TEST_P(OwnershipMutationTest, IsFound)
{
    RunMutation(true);
}

const std::vector<Mutation> MUTATIONS_OF_OWNERSHIP{
    {"I1_SecondOwner",
     "two-protocols",
     {"copy state owner if=2 new=dvmrp after state owner if=2 new=dvmrp : if=1"},
     TraceRule::I1,
     "while pim owns it"},
    {"I1_TakeOfAnOwnedInterfaceIsGranted",
     "contention",
     {"set return TakeInterfaceOwnership client_name=dvmrp status=ERROR_ALREADY_EXISTS : "
      "status=NO_ERROR"},
     TraceRule::I1,
     "dvmrp is given lan1, which pim has"},
    {"I1_OwnerThatDidNotAsk",
     "shutdown",
     {"drop state owner if=2 new=pim",
      "copy state owner if=1 new=pim after state owner if=1 "
      "new=nobody : old=nobody"},
     TraceRule::I1,
     "without having asked"},
    {"I1_ReleaseOfAnotherOwner",
     "shutdown",
     {"set state owner if=1 new=nobody : old=dvmrp"},
     TraceRule::I1,
     "dvmrp owned lan1, but that was pim"},
    {"I1_SecondIgmp",
     "shutdown",
     {"copy state igmp if=1 new=igmp before call RegisterMProtocol client_name=pim"},
     TraceRule::I1,
     "there is one IGMP"},
    {"I2_NoEnable",
     "shutdown",
     {"drop-whole callback ENABLE_IGMP"},
     TraceRule::I2,
     "has not been enabled again"},
    {"I2_NoDisable",
     "shutdown",
     {"drop-whole callback DISABLE_IGMP"},
     TraceRule::I2,
     "has not been disabled"},
    {"I2_DisableToldToTheOwner",
     "startup",
     {"set callback DISABLE_IGMP : client=4/1 client_name=pim",
      "set callback-return DISABLE_IGMP : client=4/1 client_name=pim"},
     TraceRule::I2,
     "not IGMP there"},
    {"I2_DisabledTwice",
     "shutdown",
     {"copy-whole callback DISABLE_IGMP after callback-return DISABLE_IGMP"},
     TraceRule::I2,
     "disabled again"},
    {"I2_EnabledTwice",
     "shutdown",
     {"copy-whole callback ENABLE_IGMP after callback-return ENABLE_IGMP"},
     TraceRule::I2,
     "without having been disabled"},
    {"I2_OwnerChangesBeforeDisable",
     "shutdown",
     {"move state owner if=1 new=pim before callback DISABLE_IGMP"},
     TraceRule::I2,
     "owner changes while IGMP is there"},
    {"I2_IgmpAddsInsideTheBracket",
     "shutdown",
     {"move-whole call AddGroupMembershipEntry client_name=igmp #3 before state owner if=1 "
      "new=nobody"},
     TraceRule::I2,
     "between DISABLE and ENABLE"},
    {"I2_IgmpAddsInItsEnableCallback",
     "shutdown",
     {"move-whole call AddGroupMembershipEntry client_name=igmp #3 before callback-return "
      "ENABLE_IGMP #2"},
     TraceRule::I2,
     "in its ENABLE callback"},
    {"I4_MembershipOfANonOwner",
     "two-protocols",
     {"set state membership client_name=dvmrp source=* new=present : if=1"},
     TraceRule::I4,
     "dvmrp gets a membership on lan1"},
    {"I4_AddByANonOwnerIsGranted",
     "two-protocols",
     {"set-pair call AddGroupMembershipEntry client_name=dvmrp source=* : if=3"},
     TraceRule::I4,
     "dvmrp changes lan3"},
    {"I4_AddWithoutTakeIsGranted",
     "wrong-order",
     {"set return AddGroupMembershipEntry status=ERROR_CAN_NOT_COMPLETE : status=NO_ERROR"},
     TraceRule::I4,
     "clumsy changes lan1"},
    {"I4_ReleaseByANonOwnerIsGranted",
     "wrong-order",
     {"set return ReleaseInterfaceOwnership status=ERROR_INVALID_PARAMETER : status=NO_ERROR"},
     TraceRule::I4,
     "clumsy releases lan1"},
    {"I4_ForwardStateByANonOwner",
     "wrong-interface",
     {"set-pair call DeleteGroupMembershipEntry node=2 event=forward-state : client=10/0 "
      "client_name=igmp"},
     TraceRule::I4,
     "igmp changes the forwarding on lan2"},
    {"I4_CreationAlertDisablesAnInterfaceOfAnother",
     "rpf-change",
     {"copy state mfe node=3 new=making after callback-return CREATION_ALERT node=3 : "
      "op=mfe-outgoing if=2 event=creation-alert old=present new=absent"},
     TraceRule::I4,
     "igmp enables or disables long2"},
    {"I4_RpfMovesTheEntryToAnInterfaceOfAnother",
     "rpf-change",
     {"set state mfe node=3 new=live : if=2"},
     TraceRule::I4,
     "pim lets packets come in from long2"},
    {"I9_UnknownHandleDeregisters",
     "wrong-order",
     {"set return DeRegisterMProtocol client=- status=ERROR_INVALID_PARAMETER : status=NO_ERROR"},
     TraceRule::I9,
     "not registered"},
    {"I9_UnknownHandleTakes",
     "wrong-order",
     {"set return TakeInterfaceOwnership client=- status=ERROR_INVALID_PARAMETER : "
      "status=NO_ERROR"},
     TraceRule::I9,
     "is not refused"},
    {"I9_DeadHandleEnumerates",
     "shutdown",
     {"copy-whole call GroupEnumerationStart after return DeRegisterMProtocol client_name=pim"},
     TraceRule::I9,
     "handle of pim, which is not registered, is not refused"},
    {"I9_DeadHandleChangesSomething",
     "shutdown",
     {"copy-whole call TakeInterfaceOwnership client_name=pim if=2 after return "
      "DeRegisterMProtocol client_name=pim"},
     TraceRule::I9,
     "changes something"},
};

INSTANTIATE_TEST_SUITE_P(Mutation,
                         OwnershipMutationTest,
                         testing::ValuesIn(MUTATIONS_OF_OWNERSHIP),
                         NameOfMutation);

} // namespace mgm
} // namespace ns3
