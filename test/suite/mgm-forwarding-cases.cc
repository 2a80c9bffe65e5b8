/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "mgm-rule-cases.h"

#include "ns3/simulator.h"

#include <sstream>

namespace ns3
{
namespace mgm
{

namespace
{

constexpr uint32_t PIM = 4;
constexpr uint32_t DVMRP = 2;
const Ipv4Address ADDRESS{"239.1.1.1"};
const SourceGroup ANY_SOURCE_GROUP{ANY_ADDRESS, ADDRESS};

/// @return the forwarding entries: "(10.0.1.2,239.1.1.1) from 1 to 2 3"
std::string
ShowEntries(RuleCase& test)
{
    constexpr uint32_t AMPLE = 100000;
    uint32_t size = AMPLE;
    std::vector<Mfe> mfes;
    test.GetManager()->GetFirstMfe(size, mfes);
    std::ostringstream text;
    for (const auto& mfe : mfes)
    {
        text << (text.tellp() == 0 ? "" : "; ") << SourceGroup{mfe.source, mfe.group} << " from "
             << mfe.incoming << " to";
        for (const auto& outgoing : mfe.outgoing)
        {
            text << ' ' << outgoing;
        }
    }
    return text.str();
}

/// Has the host of a LAN send a packet, which is everywhere a second later.
void
SendAndWait(RuleCase& test, uint32_t lan)
{
    test.Send(lan, ADDRESS);
    test.RunUntil(Simulator::Now() + Seconds(1));
}

void
MakeAnEntry(RuleCase& test)
{
    test.MakeOwner("pim", PIM, {1});
    auto& dvmrp = test.MakeOwner("dvmrp", DVMRP, {2, 3});
    test.RunUntil(Seconds(1));
    dvmrp.Add(ANY_SOURCE_GROUP, 2);
    test.ClearLog();

    SendAndWait(test, 1);
    test.Check(test.TakeLog(),
               std::string("pim RPF (10.0.1.2,239.1.1.1) 1; "
                           "dvmrp CREATION_ALERT (10.0.1.2,239.1.1.1) 1 to 2; "
                           "host2 gets data of 10.0.1.2"),
               "the first packet");
    test.Check(ShowEntries(test), std::string("(10.0.1.2,239.1.1.1) from 1 to 2"), "the entry");
    SendAndWait(test, 1);
    test.Check(test.TakeLog(), std::string("host2 gets data of 10.0.1.2"), "the second packet");
}

void
DropWithoutOwner(RuleCase& test)
{
    auto& dvmrp = test.MakeOwner("dvmrp", DVMRP, {2});
    test.RunUntil(Seconds(1));
    dvmrp.Add(ANY_SOURCE_GROUP, 2);
    SendAndWait(test, 1);
    test.Check(test.TakeLog(), std::string(), "nobody answers for the LAN of the source");
    test.Check(ShowEntries(test), std::string(), "there is no entry");
}

void
ReportWrongInterface(RuleCase& test)
{
    test.MakeOwner("pim", PIM, {1});
    auto& dvmrp = test.MakeOwner("dvmrp", DVMRP, {2, 3});
    test.RunUntil(Seconds(1));
    dvmrp.Add(ANY_SOURCE_GROUP, 2);
    SendAndWait(test, 1);
    test.ClearLog();
    Ipv4Header header;
    header.SetSource(Ipv4Address("10.0.1.2"));
    header.SetDestination(ADDRESS);
    test.GetManager()->HandleWrongInterface({header.GetSource(), ADDRESS}, {3}, header);
    test.Check(test.TakeLog(),
               std::string("dvmrp WRONG_IF (10.0.1.2,239.1.1.1) 3"),
               "the owner of the interface where it came");
    test.GetManager()->HandleWrongInterface({header.GetSource(), ADDRESS}, {3}, header);
    test.Check(test.TakeLog(), std::string(), "not again within WrongIfInterval");
}

void
AlertTheIncomingOwner(RuleCase& test)
{
    test.MakeOwner("pim", PIM, {1});
    auto& dvmrp = test.MakeOwner("dvmrp", DVMRP, {2});
    test.RunUntil(Seconds(1));
    SendAndWait(test, 1);
    test.Check(test.TakeLog(),
               std::string("pim RPF (10.0.1.2,239.1.1.1) 1; "
                           "pim PRUNE_ALERT/MFE (10.0.1.2,239.1.1.1)"),
               "an entry that is born empty");
    dvmrp.Add(ANY_SOURCE_GROUP, 2);
    test.Check(test.TakeLog(),
               std::string("pim JOIN_ALERT (*,239.1.1.1); "
                           "pim JOIN_ALERT/MFE (10.0.1.2,239.1.1.1)"),
               "its first outgoing interface");
    SendAndWait(test, 1);
    test.Check(test.TakeLog(), std::string("host2 gets data of 10.0.1.2"), "which forwards");
    dvmrp.Delete(ANY_SOURCE_GROUP, 2);
    test.Check(test.TakeLog(),
               std::string("pim PRUNE_ALERT (*,239.1.1.1); "
                           "pim PRUNE_ALERT/MFE (10.0.1.2,239.1.1.1)"),
               "its last outgoing interface is gone");
    SendAndWait(test, 1);
    test.Check(test.TakeLog(), std::string(), "nothing is forwarded any more");
}

void
FollowMemberships(RuleCase& test)
{
    test.MakeOwner("pim", PIM, {1});
    auto& dvmrp = test.MakeOwner("dvmrp", DVMRP, {2, 3});
    test.RunUntil(Seconds(1));
    dvmrp.Add(ANY_SOURCE_GROUP, 2);
    SendAndWait(test, 1);
    dvmrp.Add(SourceGroup{Ipv4Address("10.0.1.2"), ADDRESS}, 3);
    test.Check(ShowEntries(test),
               std::string("(10.0.1.2,239.1.1.1) from 1 to 2 3"),
               "a membership of the source alone");
    dvmrp.Delete(ANY_SOURCE_GROUP, 2);
    test.Check(ShowEntries(test), std::string("(10.0.1.2,239.1.1.1) from 1 to 3"), "without (*,g)");
}

void
DeleteWithTheOwner(RuleCase& test)
{
    auto& pim = test.MakeOwner("pim", PIM, {1});
    test.MakeOwner("dvmrp", DVMRP, {2}).Add(ANY_SOURCE_GROUP, 2);
    test.RunUntil(Seconds(1));
    SendAndWait(test, 1);
    SendAndWait(test, 2);
    test.Check(ShowEntries(test),
               std::string("(10.0.1.2,239.1.1.1) from 1 to 2; (10.0.2.2,239.1.1.1) from 2 to"),
               "entries are in the order of group and source (MFE-6)");
    pim.Release(1);
    test.Check(ShowEntries(test),
               std::string("(10.0.2.2,239.1.1.1) from 2 to"),
               "those that came in where the owner has left");
}

} // namespace

RuleCases
MakeForwardingCases()
{
    return {
        new RuleCase("MFE-1: RPF, CREATION_ALERT, then the first packet", &MakeAnEntry),
        new RuleCase("MFE-2: nothing without an owner towards the source", &DropWithoutOwner),
        new RuleCase("MFE-3: WRONG_IF", &ReportWrongInterface),
        new RuleCase("MFE-4: the owner of the incoming interface", &AlertTheIncomingOwner),
        new RuleCase("MFE-7: an entry follows memberships", &FollowMemberships),
        new RuleCase("OWN-5: Release deletes entries", &DeleteWithTheOwner),
    };
}

} // namespace mgm
} // namespace ns3
