/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "mgm-rule-cases.h"

#include "ns3/mgm-igmp-agent-helper.h"
#include "ns3/simulator.h"

namespace ns3
{
namespace mgm
{

namespace
{

constexpr uint32_t PIM = 4;
const Ipv4Address GROUP{"239.1.1.1"};

// Octets of RFC 3376 sections 4.1 and 4.2, with the default values of section 8.
const std::string GENERAL_QUERY = "1164ec1e00000000027d0000";        // 10 s, QRV 2, QQIC 125 s
const std::string JOIN_REPORT = "2200e9fb0000000104000000ef010101";  // TO_EX(239.1.1.1,{})
const std::string LEAVE_REPORT = "2200eafb0000000103000000ef010101"; // TO_IN(239.1.1.1,{})
const std::string GROUP_QUERY = "110afc75ef010101027d0000";          // 1 s

/// Has IGMPv3 run on the router and the hosts of two LANs, from the start on.
Ptr<IgmpHost>
InstallIgmp(RuleCase& test)
{
    IgmpRouterHelper().Install(test.GetRouter());
    const auto agents = IgmpHostHelper().Install(test.GetHost(1));
    IgmpHostHelper::AssignStreams(agents, 1);
    return DynamicCast<IgmpHost>(agents.Get(0));
}

void
Query(RuleCase& test)
{
    InstallIgmp(test);
    test.LogIgmp(1);
    test.RunUntil(Seconds(160));
    // Startup Query Interval is 125 s / 4, Startup Query Count 2.
    std::string expected = "0 " + GENERAL_QUERY;
    expected += "; 31250 " + GENERAL_QUERY;
    expected += "; 156250 " + GENERAL_QUERY;
    test.Check(test.TakeLog(), expected, "what is sent on a LAN without members");
}

void
Join(RuleCase& test)
{
    const auto host = InstallIgmp(test);
    auto& reader = test.MakeOwner("reader", PIM, {});
    test.RunUntil(Seconds(20));
    test.LogIgmp(1);
    host->Join(1, GROUP);
    test.RunUntil(Seconds(20) + MilliSeconds(1));
    test.Check(test.TakeLog(),
               "20000 " + JOIN_REPORT + "; reader JOIN_ALERT (*,239.1.1.1)",
               "the first report is sent at once");
    test.Check(reader.Enumerate(),
               std::string("(*,239.1.1.1) ERROR_NO_MORE_ITEMS"),
               "what the manager knows");
    test.RunUntil(Seconds(30));
    const auto second = test.TakeLog();
    test.Check(second.substr(second.find(' ') + 1), JOIN_REPORT, "it is sent Robustness times");
    test.Check(std::stoi(second) <= 21000, true, "within Unsolicited Report Interval");
}

void
Leave(RuleCase& test)
{
    const auto host = InstallIgmp(test);
    auto& reader = test.MakeOwner("reader", PIM, {});
    Simulator::Schedule(Seconds(40), &IgmpHost::Join, host, 1, GROUP);
    test.RunUntil(Seconds(50));
    host->Leave(1, GROUP);
    test.LogIgmp(1);
    test.ClearLog();
    test.RunUntil(Seconds(50) + MilliSeconds(1));
    test.Check(test.TakeLog(),
               "50000 " + LEAVE_REPORT + "; 50000 " + GROUP_QUERY,
               "the report, and the query that it causes at once");
    // Last Member Query Interval 1 s, Last Member Query Count 2.
    test.RunUntil(Seconds(52) - MilliSeconds(1));
    test.Check(reader.Enumerate(),
               std::string("(*,239.1.1.1) ERROR_NO_MORE_ITEMS"),
               "before Last Member Query Time is over");
    test.RunUntil(Seconds(52) + MilliSeconds(1));
    test.Check(reader.Enumerate(), std::string("ERROR_NO_MORE_ITEMS"), "when it is over");
}

void
TakeFromTheRouter(RuleCase& test)
{
    const auto host = InstallIgmp(test);
    Simulator::Schedule(Seconds(10), &IgmpHost::Join, host, 1, GROUP);
    auto& pim = test.MakeOwner("pim", PIM, {});
    test.RunUntil(Seconds(20));
    test.ClearLog();
    pim.Take(1);
    test.Check(test.TakeLog(),
               std::string("pim PRUNE_ALERT (*,239.1.1.1)"),
               "what IGMP had told goes");
    test.RunUntil(Seconds(20) + NanoSeconds(1));
    test.Check(test.TakeLog(),
               std::string("pim LOCAL_JOIN (*,239.1.1.1) 1"),
               "and comes back in the same instant");
}

} // namespace

RuleCases
MakeIgmpCases()
{
    return {
        new RuleCase("RFC 3376 8.6, 8.7: queries at the start", &Query),
        new RuleCase("RFC 3376 5.1, 8.11: a join", &Join),
        new RuleCase("RFC 3376 6.6.3, 8.8: a leave", &Leave),
        new RuleCase("OWN-4: IGMP adds again in a later event", &TakeFromTheRouter),
    };
}

} // namespace mgm
} // namespace ns3
