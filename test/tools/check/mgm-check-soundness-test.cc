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

/// A trace must fit together, whatever it says.
class SoundnessMutationTest : public MutationTest
{
};

TEST_P(SoundnessMutationTest, IsFound)
{
    RunMutation(false);
}

const std::vector<Mutation> MUTATIONS_OF_SOUNDNESS{
    {"RecordIsMissing",
     "shutdown",
     {"drop state membership"},
     TraceRule::SOUND,
     "is missing: this is a part of a trace"},
    {"RecordsOfANodeAreMissing",
     "stream",
     {"drop-all packet-tx node=0"},
     TraceRule::SOUND,
     "this is a part of a trace"},
    {"BeginIsMissing",
     "shutdown",
     {"cut before call RegisterMProtocol client_name=pim"},
     TraceRule::SOUND,
     "records 1 to 19 are missing"},
    {"NumberTwice",
     "shutdown",
     {"copy state membership after state membership : seq=15"},
     TraceRule::SOUND,
     "numbers must rise by 1"},
    {"TimeFalls",
     "shutdown",
     {"set call RegisterMProtocol client_name=pim : t_ns=5"},
     TraceRule::SOUND,
     "time never falls"},
    {"CauseInTheFuture",
     "shutdown",
     {"set callback PRUNE_ALERT : cause=100"},
     TraceRule::SOUND,
     "a cause is an earlier record"},
    {"CauseOfItself",
     "shutdown",
     {"set state owner if=1 : cause=35"},
     TraceRule::SOUND,
     "its cause is record 35"},
    {"WrongDepth",
     "shutdown",
     {"set state owner if=1 : depth=2"},
     TraceRule::SOUND,
     "its depth is 2, but 1 calls"},
    {"StatusOfACall",
     "shutdown",
     {"set call TakeInterfaceOwnership : status=NO_ERROR"},
     TraceRule::SOUND,
     "only the return of a call has a status"},
    {"ReturnWithoutStatus",
     "shutdown",
     {"set return TakeInterfaceOwnership : status=-"},
     TraceRule::SOUND,
     "has no status"},
    {"UnknownFunction",
     "shutdown",
     {"set call TakeInterfaceOwnership : op=TakeIt"},
     TraceRule::SOUND,
     "a function of the group manager"},
    {"CallbackOfNobody",
     "shutdown",
     {"set callback PRUNE_ALERT : client=-"},
     TraceRule::SOUND,
     "it lacks a client"},
    {"ReturnOfAnotherInterface",
     "shutdown",
     {"set return TakeInterfaceOwnership : if=2"},
     TraceRule::SOUND,
     "returns from what is not open"},
    {"TraceEndsWithinACall",
     "shutdown",
     {"cut after state owner if=1 new=nobody"},
     TraceRule::SOUND,
     "it never returns"},
};

INSTANTIATE_TEST_SUITE_P(Mutation,
                         SoundnessMutationTest,
                         testing::ValuesIn(MUTATIONS_OF_SOUNDNESS),
                         NameOfMutation);

/// The same with numbers that rise by 1.
class NestingMutationTest : public MutationTest
{
};

TEST_P(NestingMutationTest, IsFound)
{
    RunMutation(true);
}

const std::vector<Mutation> MUTATIONS_OF_NESTING{
    {"MissingReturn", "shutdown", {"drop callback-return PRUNE_ALERT"}, TraceRule::SOUND, ""},
    {"MissingCall",
     "shutdown",
     {"drop call TakeInterfaceOwnership if=1 client_name=pim"},
     TraceRule::SOUND,
     ""},
    {"MissingReturnOfTheOuterCall",
     "shutdown",
     {"drop return AddGroupMembershipEntry client_name=igmp #2"},
     TraceRule::SOUND,
     ""},
    {"ReturnsInTheWrongOrder",
     "shutdown",
     {"move return AddGroupMembershipEntry client_name=pim after callback-return LOCAL_JOIN"},
     TraceRule::SOUND,
     ""},
};

INSTANTIATE_TEST_SUITE_P(Mutation,
                         NestingMutationTest,
                         testing::ValuesIn(MUTATIONS_OF_NESTING),
                         NameOfMutation);

} // namespace mgm
} // namespace ns3
