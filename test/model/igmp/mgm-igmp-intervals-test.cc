/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

// Intervals that IGMP forbids or cannot express.

#include "mgm-igmp-router-lan.h"

#include "ns3/config.h"
#include "ns3/mgm-igmp-codec.h"
#include "ns3/mgm-igmp-intervals.h"
#include "ns3/mgm-tracer.h"
#include "ns3/uinteger.h"

namespace ns3
{
namespace mgm
{

namespace
{

/// What is wrong: "ATTRIBUTE EXPECTED", or nothing.
std::string
Check(uint8_t version, Time query, Time response, Time lastMember = Seconds(1))
{
    const auto fault = IgmpIntervals{version, query, response, lastMember}.Check();
    return fault ? fault->attribute + ' ' + fault->expected : "";
}

TEST(IgmpIntervals, RFC_3376_8_3_TheResponseIntervalIsLessThanTheQueryInterval)
{
    const std::string wrong = "QueryResponseInterval a time less than the QueryInterval, 10s";
    for (uint8_t version = 1; version <= 3; ++version)
    {
        EXPECT_EQ(Check(version, Seconds(10), MilliSeconds(9999)), "");
        EXPECT_EQ(Check(version, Seconds(10), Seconds(10)), wrong);
        EXPECT_EQ(Check(version, Seconds(10), Seconds(20)), wrong);
    }
}

TEST(IgmpIntervals, RFC_2236_2_2_TimesOfVersion2HaveOneOctetOfTenths)
{
    const std::string most = " a time of at most 25.5s with IGMPv2";
    const auto longest = MilliSeconds(25500);
    EXPECT_EQ(Check(2, Seconds(125), longest, longest), "");
    EXPECT_EQ(Check(2, Seconds(125), MilliSeconds(25501)), "QueryResponseInterval" + most);
    EXPECT_EQ(Check(2, Seconds(125), Seconds(10), Seconds(26)), "LastMemberQueryInterval" + most);
    EXPECT_EQ(Check(1, Seconds(125), Seconds(60), Seconds(60)), ""); // its queries have no times
}

/// The greatest code is (15 | 16) << (7 + 3) = 31744.
TEST(IgmpIntervals, RFC_3376_4_1_1_4_1_7_TimesOfVersion3HaveAGreatestCode)
{
    const auto longest = MilliSeconds(3174400);
    EXPECT_EQ(Check(3, Seconds(31744), longest, longest), "");
    EXPECT_EQ(Check(3, Seconds(31744), longest + Seconds(1)),
              "QueryResponseInterval a time of at most 3174.4s with IGMPv3");
    EXPECT_EQ(Check(3, Seconds(31744), Seconds(10), longest + Seconds(1)),
              "LastMemberQueryInterval a time of at most 3174.4s with IGMPv3");
    EXPECT_EQ(Check(3, Seconds(31745), Seconds(10)),
              "QueryInterval a time of at most 31744s with IGMPv3");
    EXPECT_EQ(Check(2, Seconds(31745), Seconds(10)), ""); // no message says it
}

/// @brief A router with wrong intervals, wherever they were set.
class IgmpIntervalsDeathTest : public IgmpRouterLan
{
  protected:
    void SetUp() override
    {
        testing::GTEST_FLAG(death_test_style) = "threadsafe";
        IgmpRouterLan::SetUp();
        MakeRouter(3);
    }
};

TEST_F(IgmpIntervalsDeathTest, RFC_3376_8_3_AWrongIntervalIsAClearErrorAtTheStart)
{
    m_router->SetInterfaceAttribute("QueryInterval", TimeValue(Seconds(10)));
    m_router->SetInterfaceAttribute("QueryResponseInterval", TimeValue(Seconds(20)));
    EXPECT_DEATH(
        RunUntil(Seconds(1)),
        "IGMP router on interface 1 of node 0: QueryResponseInterval: found 20s, expected a "
        "time less than the QueryInterval, 10s");
}

TEST_F(IgmpIntervalsDeathTest, RFC_3376_8_3_AWrongIntervalIsAClearErrorWhenItIsUsed)
{
    RunUntil(Seconds(1));
    Config::Set("/NodeList/*/ApplicationList/*/$ns3::mgm::IgmpRouter/InterfaceList/1/QueryInterval",
                TimeValue(Seconds(5)));
    EXPECT_DEATH(RunUntil(Seconds(40)), "QueryResponseInterval: found 10s");
}

TEST_F(IgmpIntervalsDeathTest, RFC_2236_2_2_ATimeThatVersion2CannotSayIsAClearError)
{
    m_router->SetInterfaceAttribute("Version", UintegerValue(2));
    m_router->SetInterfaceAttribute("QueryResponseInterval", TimeValue(Seconds(60)));
    EXPECT_DEATH(RunUntil(Seconds(1)),
                 "QueryResponseInterval: found 60s, expected a time of at most 25.5s with IGMPv2");
}

/// @brief What is traced, sent and looped back is one.
class IgmpWireValuesTest : public IgmpRouterLan
{
};

/// 100 s are 1000 tenths, of which the next lower code means 992; QRV of 9 cannot be said.
TEST_F(IgmpWireValuesTest, RFC_3376_8_8_TheTraceTellsWhatIsOnTheWire)
{
    MakeRouter(3);
    m_router->SetInterfaceAttribute("QueryResponseInterval", TimeValue(Seconds(100)));
    m_router->SetInterfaceAttribute("RobustnessVariable", UintegerValue(9));
    std::vector<std::string> sent;
    Tracer::Of(m_node)->TraceConnectWithoutContext(
        "Record",
        Callback<void, const TraceRecord&>([&sent](const TraceRecord& r) {
            if (r.kind == TraceKind::PACKET_TX)
            {
                sent.emplace_back(r.detail);
            }
        }));
    std::vector<IgmpReception> looped;
    IgmpL4Protocol::Of(m_node)->Listen(
        LAN,
        Callback<void, const IgmpReception&>(
            [&looped](const IgmpReception& reception) { looped.push_back(reception); }));
    RunUntil(Seconds(1));
    EXPECT_EQ(sent, std::vector<std::string>{"general 99.2s"});
    ASSERT_EQ(m_heard.size(), 1U);
    ASSERT_EQ(looped.size(), 1U);
    EXPECT_EQ(m_heard[0].message, looped[0].message);
    EXPECT_EQ(std::get<IgmpV3Query>(looped[0].message).robustness, 0);
}

TEST(IgmpWireValues, RFC_3376_4_1_WhatCanBeExpressedIsKept)
{
    const IgmpMessage query = IgmpV3Query{Seconds(10),
                                          Ipv4Address("239.1.1.1"),
                                          true,
                                          2,
                                          Seconds(125),
                                          {Ipv4Address("10.0.0.1")}};
    EXPECT_EQ(RoundToWire(query), query);
    const IgmpMessage report =
        IgmpV3Report{{{IgmpRecordType::TO_EX, Ipv4Address("239.1.1.1"), {}}}};
    EXPECT_EQ(RoundToWire(report), report);
    const IgmpMessage leave = IgmpV2Message{IgmpType::V2_LEAVE, Time(0), Ipv4Address("239.1.1.1")};
    EXPECT_EQ(RoundToWire(leave), leave);
}

} // namespace

} // namespace mgm
} // namespace ns3
