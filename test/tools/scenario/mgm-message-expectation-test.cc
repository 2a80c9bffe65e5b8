/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "mgm-scenario-run.h"
#include "scenario/mgm-link-message.h"

#include "ns3/ethernet-header.h"
#include "ns3/ethernet-trailer.h"
#include "ns3/mgm-igmp-header.h"
#include "ns3/mgm-pim-header.h"
#include "ns3/mgm-router-alert-header.h"

namespace ns3
{
namespace mgm
{

namespace
{

const Ipv4Address GROUP_A{"239.1.1.1"};
const Ipv4Address GROUP_B{"239.1.1.2"};
const Ipv4Address SOURCE_A{"10.0.0.1"};
const Ipv4Address SOURCE_B{"10.0.0.2"};

/// A message as an Ethernet carries it, with padding.
template <typename MessageHeader>
LinkMessage
OnEthernet(const MessageHeader& header, uint8_t protocol)
{
    const auto frame = Create<Packet>();
    frame->AddHeader(header);
    frame->AddHeader(RouterAlertHeader(protocol,
                                       static_cast<uint16_t>(frame->GetSize()),
                                       0,
                                       Ipv4Address("10.1.1.1"),
                                       Ipv4Address("224.0.0.1")));
    constexpr uint32_t LEAST = 46;
    if (frame->GetSize() < LEAST)
    {
        frame->AddAtEnd(Create<Packet>(LEAST - frame->GetSize()));
    }
    EthernetHeader ethernet(false);
    ethernet.SetLengthType(0x0800);
    frame->AddHeader(ethernet);
    frame->AddTrailer(EthernetTrailer());
    return ReadLinkMessage(frame, true, 0).value();
}

LinkMessage
OnEthernet(const IgmpMessage& message)
{
    return OnEthernet(IgmpHeader(message), 2);
}

/// A match of a group, a record and sources.
MessageMatch
Saying(Ipv4Address group, const std::string& record, const SourceSet& sources)
{
    MessageMatch match;
    match.group = group;
    match.record = record;
    match.sources = sources;
    return match;
}

TEST(LinkMessageTest, ReadsTheIpHeader)
{
    const auto message = OnEthernet(IgmpV3Report{});
    EXPECT_EQ(message.protocol, 2);
    EXPECT_EQ(message.source, Ipv4Address("10.1.1.1"));
    EXPECT_EQ(message.destination, Ipv4Address("224.0.0.1"));
    EXPECT_EQ(message.ttl, 1);
    EXPECT_TRUE(message.routerAlert);
}

TEST(LinkMessageTest, RFC_3376_4_1_ReadsQueries)
{
    const auto message =
        OnEthernet(IgmpV3Query{Seconds(10), GROUP_A, true, 2, Seconds(125), {SOURCE_A}});
    MessageMatch match;
    match.type = "IGMPv3 Query";
    match.group = GROUP_A;
    match.sources = {SOURCE_A};
    match.maxResponse = Seconds(10);
    match.suppress = true;
    match.robustness = 2;
    match.queryInterval = Seconds(125);
    EXPECT_EQ(CountDifferences(message, match), 0U);
    match.suppress = false;
    match.sources = SourceSet();
    EXPECT_EQ(CountDifferences(message, match), 2U);
}

TEST(LinkMessageTest, RFC_2236_2_OlderQueriesHaveNoFlagsOfVersion3)
{
    const auto message = OnEthernet(IgmpV2Message{IgmpType::QUERY, Seconds(10), GROUP_A});
    EXPECT_EQ(message.type, "IGMPv2 Query");
    EXPECT_EQ(message.maxResponse, Seconds(10));
    MessageMatch match;
    match.suppress = false;
    EXPECT_EQ(CountDifferences(message, match), 1U);
}

/// Group, record and sources are those of one group record.
TEST(LinkMessageTest, RFC_3376_4_2_4_ARecordMatchesAsAWhole)
{
    const auto message =
        OnEthernet(IgmpV3Report{{{IgmpRecordType::TO_EX, GROUP_A, {SOURCE_A}},
                                 {IgmpRecordType::ALLOW, GROUP_B, {SOURCE_A, SOURCE_B}}}});
    EXPECT_EQ(CountDifferences(message, Saying(GROUP_A, "TO_EX", {SOURCE_A})), 0U);
    EXPECT_EQ(CountDifferences(message, Saying(GROUP_B, "ALLOW", {SOURCE_B, SOURCE_A})), 0U);
    EXPECT_EQ(CountDifferences(message, Saying(GROUP_A, "ALLOW", {SOURCE_A})), 1U);
    EXPECT_EQ(CountDifferences(message, Saying(GROUP_A, "BLOCK", {})), 2U);
}

TEST(LinkMessageTest, RFC_7761_4_9_5_ReadsJoinsAndPrunes)
{
    const PimJoinPrune joinPrune{
        PimType::JOIN_PRUNE,
        Ipv4Address("10.1.1.2"),
        210,
        {{{GROUP_A}, {{SOURCE_A}}, {}}, {{GROUP_B}, {}, {{SOURCE_A}, {SOURCE_B}}}}};
    const auto message = OnEthernet(PimHeader(joinPrune), PIM_PROTOCOL_NUMBER);
    EXPECT_EQ(message.type, "PIM Join/Prune");
    EXPECT_EQ(CountDifferences(message, Saying(GROUP_A, "join", {SOURCE_A})), 0U);
    EXPECT_EQ(CountDifferences(message, Saying(GROUP_B, "prune", {SOURCE_A, SOURCE_B})), 0U);
    EXPECT_EQ(CountDifferences(message, Saying(GROUP_A, "prune", {SOURCE_A})), 1U);
}

TEST(LinkMessageTest, RFC_3973_4_7_10_StateRefreshTellsOfAGroupAndWhetherItIsPruned)
{
    PimStateRefresh refresh;
    refresh.group = {GROUP_A};
    refresh.source = SOURCE_A;
    const auto read = [&]() { return OnEthernet(PimHeader(refresh), PIM_PROTOCOL_NUMBER); };
    EXPECT_EQ(read().type, "PIM State Refresh");
    EXPECT_EQ(CountDifferences(read(), Saying(GROUP_A, "", {SOURCE_A})), 0U);
    EXPECT_EQ(CountDifferences(read(), Saying(GROUP_A, "prune", {SOURCE_A})), 1U);
    refresh.pruneIndicator = true;
    EXPECT_EQ(CountDifferences(read(), Saying(GROUP_A, "prune", {SOURCE_A})), 0U);
    EXPECT_EQ(CountDifferences(read(), Saying(GROUP_B, "prune", {SOURCE_B})), 2U);
}

TEST(LinkMessageTest, RFC_3973_4_7_10_StateRefreshHasAMetricAndWhereItCameFrom)
{
    PimStateRefresh refresh;
    refresh.group = {GROUP_A};
    refresh.originator = SOURCE_B;
    refresh.preference = 101;
    refresh.metric = 1024;
    refresh.ttl = 31;
    refresh.interval = 60;
    const auto message = OnEthernet(PimHeader(refresh), PIM_PROTOCOL_NUMBER);
    MessageMatch match;
    match.preference = 101;
    match.metric = 1024;
    match.originator = SOURCE_B;
    match.refreshTtl = 31;
    match.refreshInterval = Seconds(60);
    EXPECT_EQ(CountDifferences(message, match), 0U);
    match.preference = 0;
    match.metric = 0;
    match.originator = SOURCE_A;
    match.refreshTtl = 1; // that of the IP header
    match.refreshInterval = Seconds(0);
    EXPECT_EQ(CountDifferences(message, match), 5U);
}

TEST(LinkMessageTest, RFC_7761_4_9_6_AssertHasAMetric)
{
    const PimAssert cancel{{GROUP_A}, SOURCE_A, true, 0x7FFFFFFF, 0xFFFFFFFF};
    const auto message = OnEthernet(PimHeader(cancel), PIM_PROTOCOL_NUMBER);
    MessageMatch match;
    match.preference = 0x7FFFFFFF;
    match.metric = 0xFFFFFFFF;
    EXPECT_EQ(CountDifferences(message, match), 0U);
    match.preference = 0xFFFFFFFF; // the R bit is none of it
    EXPECT_EQ(CountDifferences(message, match), 1U);
}

TEST(LinkMessageTest, RFC_7761_4_9_HellosAndJoinsHaveAHoldtime)
{
    MessageMatch match;
    match.holdtime = Seconds(0);
    const auto goodbye = OnEthernet(PimHeader(PimHello{{PimHoldtime{0}}}), PIM_PROTOCOL_NUMBER);
    EXPECT_EQ(CountDifferences(goodbye, match), 0U);
    const auto silent = OnEthernet(PimHeader(PimHello{}), PIM_PROTOCOL_NUMBER);
    EXPECT_EQ(CountDifferences(silent, match), 1U);

    const PimJoinPrune graft{PimType::GRAFT, SOURCE_B, 210, {{{GROUP_A}, {{SOURCE_A}}, {}}}};
    const auto message = OnEthernet(PimHeader(graft), PIM_PROTOCOL_NUMBER);
    match.holdtime = Seconds(210);
    match.upstream = SOURCE_B;
    EXPECT_EQ(CountDifferences(message, match), 0U);
    match.holdtime = Seconds(0);
    match.upstream = SOURCE_A;
    EXPECT_EQ(CountDifferences(message, match), 2U);
}

TEST(LinkMessageTest, WhatSaysNothingOfGroupsHasNoGroupAndNoSources)
{
    const auto message = OnEthernet(IgmpV3Report{});
    EXPECT_EQ(CountDifferences(message, Saying(Ipv4Address::GetZero(), "", {})), 3U);
}

/// A router and a host that joins at 11 s, on a LAN that loses what is sent at 15 s.
class MessageExpectation : public ScenarioRun
{
  protected:
    /// Runs it with one expectation. Returns what was wrong, or an empty text.
    std::string Check(const std::string& expectation)
    {
        auto scenario = Json::parse(R"({
          "name": "test",
          "stop": "20s",
          "links": {
            "lan": {"type": "csma", "subnet": "10.1.1.0/24"},
            "line": {"type": "point-to-point", "subnet": "10.0.0.0/30"}
          },
          "nodes": {
            "r": {
              "interfaces": {"lan": "10.1.1.1", "line": "10.0.0.1"},
              "igmp-router": {"interfaces": {"lan": {}, "line": {"version": 2}}}
            },
            "h": {"interfaces": {"lan": "10.1.1.2"}, "igmp-host": {}},
            "q": {"interfaces": {"line": "10.0.0.2"}}
          },
          "steps": [
            {"at": "10.9s", "link": "lan", "do": "lose"},
            {"at": "11s", "node": "h", "do": "join", "interface": "lan", "group": "239.1.1.1"}
          ]
        })");
        scenario["expect"] = Json::array({Json::parse(expectation)});
        const auto failures = Run(scenario);
        return failures.empty() ? "" : failures.front();
    }

    const std::string m_lan{R"({"messages": {"link": "lan", )"};
};

TEST_F(MessageExpectation, CountsWhatIsSentThoughItIsLost)
{
    EXPECT_EQ(Check(m_lan + R"("match": {"node": "h", "type": "IGMPv3 Report"},
                               "between": ["11s", "11.00001s"], "count": 1}})"),
              "");
    EXPECT_EQ(Check(m_lan + R"("match": {"node": "r", "type": "IGMPv3 Report"}, "count": 0}})"),
              "");
}

TEST_F(MessageExpectation, CountsWhatIsSentOnALine)
{
    EXPECT_EQ(Check(R"({"messages": {"link": "line", "match": {"type": "IGMPv2 Query",
                        "source": "10.0.0.1", "group": "0.0.0.0"}, "count": 1}})"),
              "");
}

TEST_F(MessageExpectation, NamesTheMostSimilarMessage)
{
    EXPECT_EQ(Check(m_lan + R"("match": {"type": "IGMPv3 Query", "max-response": "1s"}}})"),
              "/expect/0: found 0 messages, the most similar one at 0 s: 10.1.1.1 > "
              "224.0.0.1 IGMPv3 Query general 10s, expected at least 1 message with type IGMPv3 "
              "Query, max-response 1s");
}

TEST_F(MessageExpectation, MayFollowARecord)
{
    const std::string report = R"("match": {"type": "IGMPv3 Report", "record": "TO_EX"}, )";
    EXPECT_EQ(Check(m_lan + report + R"("after": {"op": "step", "node": "h"}, "within": "1ms"}})"),
              "");
    EXPECT_EQ(
        Check(m_lan + report + R"("after": {"op": "step", "node": "h"}, "within": ["2s", "3s"]}})"),
        "/expect/0: found 0 messages after that at 11 s, expected at least 1 message "
        "with type IGMPv3 Report, record TO_EX, 2 s to 3 s after each record with op step, "
        "node h");
    EXPECT_EQ(Check(m_lan + report + R"("after": {"op": "crash"}, "within": "1ms"}})"),
              "/expect/0: found no record with op crash, expected at least 1 message with "
              "type IGMPv3 Report, record TO_EX, at most 0.001 s after each record with op crash");
}

TEST_F(MessageExpectation, RecordsMayFollowRecords)
{
    const std::string sent = R"({"records": {"match": {"kind": "packet-tx", "node": "h"}, )";
    EXPECT_EQ(Check(sent + R"("after": {"op": "step", "node": "h"}, "within": "1ms"}})"), "");
    EXPECT_EQ(
        Check(sent + R"("after": {"kind": "packet-tx", "node": "h"}, "within": "1us"}})"),
        "/expect/0: found 0 records after that at 11 s, expected at least 1 record "
        "with kind packet-tx, node h, at most 0.000001 s after each record with kind packet-tx, "
        "node h")
        << "no record follows itself";
}

} // namespace

} // namespace mgm
} // namespace ns3
