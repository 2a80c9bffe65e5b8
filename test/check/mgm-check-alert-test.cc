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

/// Alerts, what clients know, and what is left: I3, I7 and I8.
class AlertMutationTest : public MutationTest
{
};

TEST_P(AlertMutationTest, IsFound)
{
    RunMutation(true);
}

const std::vector<Mutation> MUTATIONS_OF_ALERTS{
    {"I3_LostJoinAlert",
     "two-protocols",
     {"drop-whole callback JOIN_ALERT client_name=mospf source=*"},
     TraceRule::I3,
     "mospf never gets the JOIN_ALERT (*,239.1.1.1)"},
    {"I3_LostPruneAlert",
     "two-protocols",
     {"drop-whole callback PRUNE_ALERT client_name=dvmrp source=*"},
     TraceRule::I3,
     "dvmrp never gets the PRUNE_ALERT"},
    {"I3_LostLastAlertOfATrace",
     "two-protocols",
     {"cut after return DeleteGroupMembershipEntry client_name=dvmrp #2",
      "drop-whole callback PRUNE_ALERT client_name=watcher source=*"},
     TraceRule::I3,
     "watcher never gets the PRUNE_ALERT"},
    {"I3_DoubleJoinAlert",
     "two-protocols",
     {"copy-whole callback JOIN_ALERT client_name=dvmrp source=* after callback-return JOIN_ALERT "
      "client_name=dvmrp source=*"},
     TraceRule::I3,
     "no change of memberships gives that"},
    {"I3_PruneInsteadOfJoin",
     "two-protocols",
     {"set-pair callback JOIN_ALERT client_name=pim source=* : op=PRUNE_ALERT event=member-delete"},
     TraceRule::I3,
     "pim gets PRUNE_ALERT"},
    {"I3_AlertToTheCaller",
     "two-protocols",
     {"set-pair callback JOIN_ALERT client_name=dvmrp source=* : client=4/1 client_name=pim"},
     TraceRule::I3,
     "pim gets JOIN_ALERT"},
    {"I3_AlertOfAnotherGroup",
     "two-protocols",
     {"set-pair callback JOIN_ALERT client_name=dvmrp source=* : group=239.9.9.9"},
     TraceRule::I3,
     "dvmrp gets JOIN_ALERT (*,239.9.9.9)"},
    {"I3_AlertForTheThirdClient",
     "two-protocols",
     {"copy-whole callback JOIN_ALERT client_name=dvmrp source=* before return "
      "AddGroupMembershipEntry client_name=mospf"},
     TraceRule::I3,
     "dvmrp gets JOIN_ALERT"},
    {"I3_JoinBeforeTheMembership",
     "two-protocols",
     {"move-whole callback JOIN_ALERT client_name=pim source=* before state membership "
      "client_name=dvmrp source=* new=present"},
     TraceRule::I3,
     "no change of memberships"},
    {"I3_NoLookupOfTheReversePath",
     "two-protocols",
     {"drop event reverse-path"},
     TraceRule::I3,
     "the reverse path is not looked up"},
    {"I3_NoAlertTowardsTheSource",
     "two-protocols",
     {"drop-whole callback JOIN_ALERT source=10.1.1.99"},
     TraceRule::I3,
     "pim never gets the JOIN_ALERT (10.1.1.99,232.1.1.1) that this change gives (ALR-3)"},
    {"I3_AlertTowardsTheSourceToAnother",
     "two-protocols",
     {"set-pair callback JOIN_ALERT source=10.1.1.99 : client=13/1 client_name=mospf"},
     TraceRule::I3,
     "mospf gets JOIN_ALERT"},
    {"I3_NoLocalLeave", "startup", {"drop-whole callback LOCAL_LEAVE"}, TraceRule::I3, "(MBR-4)"},
    {"I3_MembershipAddedTwice",
     "two-protocols",
     {"copy state membership client_name=mospf source=* new=present after state membership "
      "client_name=mospf source=* new=present"},
     TraceRule::I3,
     "added that is there"},
    {"I7_GroupMissingInTheEnumeration",
     "startup",
     {"drop event enumerated"},
     TraceRule::I7,
     "(*,239.2.2.2) is lost"},
    {"I7_EnumerationOfAnotherGroup",
     "startup",
     {"set event enumerated : group=239.9.9.9"},
     TraceRule::I7,
     "(*,239.2.2.2) is lost"},
    {"I7_EnumerationOfAnotherClient",
     "startup",
     {"set event enumerated : client=10/0 client_name=igmp"},
     TraceRule::I7,
     "pim has started and does not know"},
    {"I7_AddWithoutMembership",
     "shutdown",
     {"drop state membership client_name=igmp new=present"},
     TraceRule::I7,
     "the membership does not appear"},
    {"I7_AddOfTheThirdClientWithoutMembership",
     "two-protocols",
     {"drop state membership client_name=mospf source=* new=present"},
     TraceRule::I7,
     "mospf adds it on lan3"},
    {"I7_LostJoinAlert",
     "two-protocols",
     {"cut after return AddGroupMembershipEntry client_name=mospf",
      "drop-whole callback JOIN_ALERT client_name=watcher"},
     TraceRule::I7,
     "watcher has started and does not know",
     {TraceRule::I7}},
    {"I8_MembershipSurvivesTheRelease",
     "shutdown",
     {"drop state membership client_name=pim new=absent"},
     TraceRule::I8,
     "pim leaves lan1, but its membership"},
    {"I8_MembershipSurvivesIgmp",
     "shutdown",
     {"drop state membership client_name=igmp new=absent #3"},
     TraceRule::I8,
     "igmp leaves lan1, but its membership"},
    {"I8_MembershipSurvivesItsDelete",
     "two-protocols",
     {"drop state membership client_name=mospf source=* new=absent"},
     TraceRule::I8,
     "but the membership stays"},
    {"I8_DeregisteredWithAnInterface",
     "shutdown",
     {"drop-whole call ReleaseInterfaceOwnership client_name=pim if=2"},
     TraceRule::I8,
     "pim deregisters, but still has wan"},
    {"I8_CalledAfterDeregistration",
     "shutdown",
     {"copy-whole callback LOCAL_LEAVE after return DeRegisterMProtocol client_name=pim"},
     TraceRule::I8,
     "pim is called although"},
    {"I8_JoinAlertIsNotAnswered",
     "two-protocols",
     {"drop-whole callback PRUNE_ALERT client_name=watcher source=*"},
     TraceRule::I8,
     "no PRUNE_ALERT answers",
     {TraceRule::I8}},
};

INSTANTIATE_TEST_SUITE_P(Mutation,
                         AlertMutationTest,
                         testing::ValuesIn(MUTATIONS_OF_ALERTS),
                         NameOfMutation);

} // namespace mgm
} // namespace ns3
