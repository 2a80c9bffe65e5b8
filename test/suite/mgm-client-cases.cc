/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "mgm-rule-cases.h"

#include <sstream>

namespace ns3
{
namespace mgm
{

namespace
{

constexpr uint32_t PIM = 4;
constexpr uint32_t DVMRP = 2;
const SourceGroup GROUP{ANY_ADDRESS, Ipv4Address("239.1.1.1")};

/// @return who has an interface: "4" for protocol 4, or the status
std::string
FindHolder(RuleCase& test, uint32_t interface)
{
    ClientId id;
    const auto status = test.GetManager()->GetProtocolOnInterface({interface}, id);
    std::ostringstream text;
    status == Status::NO_ERROR ? text << id.protocol : text << status;
    return text.str();
}

void
RegisterTwice(RuleCase& test)
{
    auto& pim = test.MakeClient("pim", PIM);
    test.Check(pim.Register(), Status::NO_ERROR, "the first one");
    test.Check(test.MakeClient("second", PIM).Register(),
               Status::ERROR_ALREADY_EXISTS,
               "the same protocol and component");
    test.Check(test.MakeClient("other", PIM, 2).Register(),
               Status::NO_ERROR,
               "another component of the protocol");
}

void
DeregisterWithInterfaces(RuleCase& test)
{
    auto& pim = test.MakeOwner("pim", PIM, {1});
    test.Check(pim.DeRegister(), Status::ERROR_CAN_NOT_COMPLETE, "before the release");
    test.Check(pim.Release(1), Status::NO_ERROR, "the release");
    test.Check(pim.DeRegister(), Status::NO_ERROR, "after the release");
}

void
UseDeadHandles(RuleCase& test)
{
    auto& pim = test.MakeOwner("pim", PIM, {});
    pim.DeRegister();
    auto& next = test.MakeOwner("next", PIM, {});
    test.Check(pim.Take(1), Status::ERROR_INVALID_PARAMETER, "Take by a dead handle");
    test.Check(pim.DeRegister(), Status::ERROR_INVALID_PARAMETER, "deregistering it again");
    test.Check(next.Take(1), Status::NO_ERROR, "Take by the handle that is alive");
}

void
TakeAnOwnedInterface(RuleCase& test)
{
    auto& igmp = test.MakeOwner("igmp", IGMP_PROTOCOL_ID, {1});
    auto& pim = test.MakeOwner("pim", PIM, {1});
    auto& dvmrp = test.MakeOwner("dvmrp", DVMRP, {});
    test.Check(dvmrp.Take(1), Status::ERROR_ALREADY_EXISTS, "that of another protocol");
    test.Check(pim.Take(1), Status::ERROR_ALREADY_EXISTS, "one's own (OWN-9)");
    test.Check(dvmrp.Take(9), Status::ERROR_INVALID_PARAMETER, "one that the node does not have");
    test.Check(igmp.Add(GROUP, 1), Status::NO_ERROR, "IGMP is there besides");
}

void
BracketIgmp(RuleCase& test)
{
    test.MakeOwner("igmp", IGMP_PROTOCOL_ID, {1});
    auto& pim = test.MakeOwner("pim", PIM, {1});
    const std::string bracket = "igmp DISABLE_IGMP 1; igmp ENABLE_IGMP 1";
    test.Check(test.TakeLog(), bracket, "on Take");
    pim.Release(1);
    test.Check(test.TakeLog(), bracket, "on Release");
    pim.Take(2);
    test.Check(test.TakeLog(), std::string(), "where IGMP is not");
}

void
TakeFromIgmp(RuleCase& test)
{
    auto& igmp = test.MakeOwner("igmp", IGMP_PROTOCOL_ID, {1});
    auto& pim = test.MakeOwner("pim", PIM, {});
    igmp.Add(GROUP, 1);
    test.ClearLog();
    pim.Take(1);
    test.Check(test.TakeLog(),
               std::string("igmp DISABLE_IGMP 1; pim PRUNE_ALERT (*,239.1.1.1); "
                           "igmp ENABLE_IGMP 1"),
               "IGMP's entries go inside of the bracket");
    igmp.Add(GROUP, 1);
    test.Check(test.TakeLog(),
               std::string("pim LOCAL_JOIN (*,239.1.1.1) 1"),
               "and come back afterwards, to the owner alone");
}

void
NameTheHolder(RuleCase& test)
{
    auto& igmp = test.MakeOwner("igmp", IGMP_PROTOCOL_ID, {1});
    auto& pim = test.MakeOwner("pim", PIM, {1});
    test.Check(FindHolder(test, 1), std::string("4"), "the owner");
    pim.Release(1);
    test.Check(FindHolder(test, 1), std::string("10"), "IGMP where it is alone");
    igmp.Release(1);
    test.Check(FindHolder(test, 1), std::string("ERROR_NOT_FOUND"), "nobody");
}

} // namespace

RuleCases
MakeClientCases()
{
    return {
        new RuleCase("REG-2: protocol and component are unique", &RegisterTwice),
        new RuleCase("REG-3: deregistering needs all interfaces released",
                     &DeregisterWithInterfaces),
        new RuleCase("REG-4: a dead handle does nothing", &UseDeadHandles),
        new RuleCase("OWN-1: one owner besides IGMP", &TakeAnOwnedInterface),
        new RuleCase("OWN-3: DISABLE_IGMP and ENABLE_IGMP bracket a change", &BracketIgmp),
        new RuleCase("OWN-7: IGMP's entries go and come back", &TakeFromIgmp),
        new RuleCase("OWN-6: who is named as the holder", &NameTheHolder),
    };
}

} // namespace mgm
} // namespace ns3
