/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "mgm-rule-cases.h"

namespace ns3
{
namespace mgm
{

namespace
{

constexpr uint32_t PIM = 4;
constexpr uint32_t DVMRP = 2;
constexpr uint32_t BGMP = 7;
const Ipv4Address ADDRESS{"239.1.1.1"};
const SourceGroup WILDCARD{};
const SourceGroup ANY_SOURCE_GROUP{ANY_ADDRESS, ADDRESS};
const SourceGroup OTHER_GROUP{ANY_ADDRESS, Ipv4Address("239.2.2.2")};
const SourceGroup OF_HOST1{Ipv4Address("10.0.1.2"), ADDRESS}; // behind interface 1
const std::string NOTHING;

void
AddWhereOneMayNot(RuleCase& test)
{
    auto& pim = test.MakeOwner("pim", PIM, {1});
    test.MakeOwner("dvmrp", DVMRP, {2});
    test.Check(pim.Add(ANY_SOURCE_GROUP, 3), Status::ERROR_CAN_NOT_COMPLETE, "not taken");
    test.Check(pim.Add(ANY_SOURCE_GROUP, 2),
               Status::ERROR_INVALID_PARAMETER,
               "owned by another protocol");
    test.Check(pim.Delete(ANY_SOURCE_GROUP, 9), Status::ERROR_NOT_FOUND, "no such interface");
    const SourceGroup local{ANY_ADDRESS, Ipv4Address("224.0.0.5")};
    test.Check(pim.Add(local, 1), Status::ERROR_INVALID_PARAMETER, "224.0.0.0/24 (MBR-2)");
    test.ClearLog();
    pim.Add(ANY_SOURCE_GROUP, 1);
    test.Check(test.TakeLog(), std::string("dvmrp JOIN_ALERT (*,239.1.1.1)"), "once");
    test.Check(pim.Add(ANY_SOURCE_GROUP, 1), Status::NO_ERROR, "a second time");
    test.Check(test.TakeLog(), NOTHING, "which nobody is told");
}

void
TellTheOwner(RuleCase& test)
{
    auto& igmp = test.MakeOwner("igmp", IGMP_PROTOCOL_ID, {1});
    test.MakeOwner("pim", PIM, {1});
    test.MakeOwner("dvmrp", DVMRP, {2});
    test.ClearLog();
    igmp.Add(ANY_SOURCE_GROUP, 1);
    test.Check(test.TakeLog(), std::string("pim LOCAL_JOIN (*,239.1.1.1) 1"), "Add by IGMP");
    igmp.Delete(ANY_SOURCE_GROUP, 1);
    test.Check(test.TakeLog(), std::string("pim LOCAL_LEAVE (*,239.1.1.1) 1"), "Delete by IGMP");
}

void
CountClients(RuleCase& test)
{
    auto& pim = test.MakeOwner("pim", PIM, {1});
    auto& dvmrp = test.MakeOwner("dvmrp", DVMRP, {2});
    auto& bgmp = test.MakeOwner("bgmp", BGMP, {3});
    dvmrp.Add(ANY_SOURCE_GROUP, 2);
    test.Check(test.TakeLog(),
               std::string("pim JOIN_ALERT (*,239.1.1.1); bgmp JOIN_ALERT (*,239.1.1.1)"),
               "from none to one: all others");
    bgmp.Add(ANY_SOURCE_GROUP, 3);
    test.Check(test.TakeLog(),
               std::string("dvmrp JOIN_ALERT (*,239.1.1.1)"),
               "from one to two: the first one");
    pim.Add(ANY_SOURCE_GROUP, 1);
    test.Check(test.TakeLog(), NOTHING, "from two to three: nobody");

    pim.Delete(ANY_SOURCE_GROUP, 1);
    test.Check(test.TakeLog(), NOTHING, "from three to two: nobody");
    dvmrp.Delete(ANY_SOURCE_GROUP, 2);
    test.Check(test.TakeLog(),
               std::string("bgmp PRUNE_ALERT (*,239.1.1.1)"),
               "from two to one: the one that is left");
    bgmp.Delete(ANY_SOURCE_GROUP, 3);
    test.Check(test.TakeLog(),
               std::string("pim PRUNE_ALERT (*,239.1.1.1); dvmrp PRUNE_ALERT (*,239.1.1.1)"),
               "from one to none: all others");
}

void
CountWildcards(RuleCase& test)
{
    auto& pim = test.MakeOwner("pim", PIM, {1});
    auto& dvmrp = test.MakeOwner("dvmrp", DVMRP, {2});
    test.MakeOwner("bgmp", BGMP, {3});
    pim.Add(WILDCARD, 1);
    test.Check(test.TakeLog(),
               std::string("dvmrp JOIN_ALERT (*,*); bgmp JOIN_ALERT (*,*)"),
               "the wildcard");
    dvmrp.Add(ANY_SOURCE_GROUP, 2);
    test.Check(test.TakeLog(),
               std::string("pim JOIN_ALERT (*,239.1.1.1)"),
               "its holder counts as the first one of every group");
}

void
TellWhoAnswersForTheSource(RuleCase& test)
{
    test.MakeOwner("pim", PIM, {1});
    auto& dvmrp = test.MakeOwner("dvmrp", DVMRP, {2});
    test.MakeOwner("bgmp", BGMP, {3});
    dvmrp.Add(OF_HOST1, 2);
    test.Check(test.TakeLog(),
               std::string("pim JOIN_ALERT (10.0.1.2,239.1.1.1)"),
               "the owner towards the source, and nobody else");
    dvmrp.Delete(OF_HOST1, 2);
    test.Check(test.TakeLog(), std::string("pim PRUNE_ALERT (10.0.1.2,239.1.1.1)"), "likewise");
}

void
TellTheNextOneWhoAnswers(RuleCase& test)
{
    auto& pim = test.MakeOwner("pim", PIM, {1});
    auto& dvmrp = test.MakeOwner("dvmrp", DVMRP, {2});
    auto& bgmp = test.MakeOwner("bgmp", BGMP, {3});
    dvmrp.Add(OF_HOST1, 2);
    test.ClearLog();
    pim.Release(1);
    test.Check(test.TakeLog(),
               std::string("pim PRUNE_ALERT (10.0.1.2,239.1.1.1)"),
               "who does not answer any more");
    bgmp.Take(1);
    test.Check(test.TakeLog(),
               std::string("bgmp JOIN_ALERT (10.0.1.2,239.1.1.1)"),
               "who comes to answer");
}

void
EnumerateGroups(RuleCase& test)
{
    auto& pim = test.MakeOwner("pim", PIM, {1, 2});
    auto& dvmrp = test.MakeOwner("dvmrp", DVMRP, {});
    test.Check(dvmrp.Enumerate(), std::string("ERROR_NO_MORE_ITEMS"), "nothing yet");
    pim.Add(ANY_SOURCE_GROUP, 1);
    pim.Add(ANY_SOURCE_GROUP, 2);
    pim.Add(OF_HOST1, 2);
    test.Check(dvmrp.Enumerate(),
               std::string("(*,239.1.1.1) (10.0.1.2,239.1.1.1) ERROR_NO_MORE_ITEMS"),
               "ALL_SOURCES: each entry once, wherever it is held");
    test.Check(dvmrp.Enumerate(EnumerationType::ANY_SOURCE),
               std::string("(*,239.1.1.1) ERROR_NO_MORE_ITEMS"),
               "ANY_SOURCE: each group once");
}

void
EnumerateIntoASmallBuffer(RuleCase& test)
{
    auto& pim = test.MakeOwner("pim", PIM, {1});
    pim.Add(ANY_SOURCE_GROUP, 1);
    ClientHandle client;
    test.GetManager()->RegisterMProtocol({}, {DVMRP, 1}, "", client);
    EnumerationHandle enumeration;
    test.GetManager()->GroupEnumerationStart(client, EnumerationType::ALL_SOURCES, enumeration);
    SourceGroupEntry entry;
    uint32_t size = sizeof(entry) - 1;
    uint32_t count = 0;
    test.Check(test.GetManager()->GroupEnumerationGetNext(enumeration, size, &entry, count),
               Status::ERROR_INSUFFICIENT_BUFFER,
               "no room for an entry");
    test.Check(size, uint32_t{sizeof(entry)}, "the size that is needed");
    test.Check(test.GetManager()->GroupEnumerationEnd(enumeration), Status::NO_ERROR, "the end");
    test.Check(test.GetManager()->GroupEnumerationEnd(enumeration),
               Status::ERROR_INVALID_PARAMETER,
               "its handle is dead then");
}

void
LoseNoGroupAtStart(RuleCase& test)
{
    auto& igmp = test.MakeOwner("igmp", IGMP_PROTOCOL_ID, {1, 2});
    igmp.Add(ANY_SOURCE_GROUP, 1);
    igmp.Add(OTHER_GROUP, 2);
    auto& pim = test.MakeOwner("pim", PIM, {1});
    test.ClearLog();
    test.Check(pim.Enumerate(),
               std::string("(*,239.2.2.2) ERROR_NO_MORE_ITEMS"),
               "where IGMP is alone");
    igmp.Add(ANY_SOURCE_GROUP, 1);
    test.Check(test.TakeLog(),
               std::string("pim LOCAL_JOIN (*,239.1.1.1) 1"),
               "on the interface that was taken");
}

} // namespace

RuleCases
MakeMembershipCases()
{
    return {
        new RuleCase("MBR-3: where a client may add", &AddWhereOneMayNot),
        new RuleCase("MBR-4: the owner hears of IGMP's entries", &TellTheOwner),
        new RuleCase("ALR-1, ALR-2: clients that want a group are counted", &CountClients),
        new RuleCase("ALR-1: a holder of (*,*) counts in every group", &CountWildcards),
        new RuleCase("ALR-3: (s,g) is told to who answers towards s", &TellWhoAnswersForTheSource),
        new RuleCase("ALR-3: who answers next is told as well", &TellTheNextOneWhoAnswers),
        new RuleCase("ENU-2: what an enumeration lists", &EnumerateGroups),
        new RuleCase("ENU-4: a buffer that is too small", &EnumerateIntoASmallBuffer),
        new RuleCase("SEQ-1: enumeration and LOCAL_JOIN show all groups", &LoseNoGroupAtStart),
    };
}

} // namespace mgm
} // namespace ns3
