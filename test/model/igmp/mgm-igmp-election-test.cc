/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "mgm-igmp-router-lan.h"
#include "mgm-igmp-test-addresses.h"

#include "ns3/mgm-tracer.h"
#include "ns3/string.h"
#include "ns3/uinteger.h"

namespace ns3
{
namespace mgm
{

namespace
{

/// @brief A router 10.0.0.5 beside other routers.
class IgmpElectionTest : public IgmpRouterLan
{
  protected:
    void SetUp() override
    {
        IgmpRouterLan::SetUp();
        SetAddress("10.0.0.5");
    }

    /// @brief Another router of version 3 asks. @param at when @param source who
    /// @param robustness QRV @param interval QQI
    void Ask(Time at, const char* source, uint8_t robustness = 2, Time interval = Seconds(125))
    {
        SayIn(at, IgmpV3Query{Seconds(10), ALL, false, robustness, interval, {}}, {source});
    }

    /// @return when the router asked everybody [s]
    std::vector<double> GetQueryTimes() const
    {
        std::vector<double> times;
        for (const auto& heard : m_heard)
        {
            if (GetGroup(heard.message) == ALL)
            {
                times.push_back(heard.time.GetSeconds());
            }
        }
        return times;
    }

    using Times = std::vector<double>;
};

TEST_F(IgmpElectionTest, RFC_3376_6_6_2_AQueryFromALowerAddressMakesItNonQuerier)
{
    MakeRouter(3);
    Ask(Seconds(1), "10.0.0.4");
    RunUntil(Seconds(1));
    EXPECT_FALSE(GetLan()->IsQuerier());
}

TEST_F(IgmpElectionTest, RFC_3376_6_6_2_AQueryFromAHigherAddressChangesNothing)
{
    MakeRouter(3);
    Ask(Seconds(1), "10.0.0.6", 7, Seconds(20));
    RunUntil(Seconds(160));
    EXPECT_TRUE(GetLan()->IsQuerier());
    EXPECT_EQ(GetQueryTimes(), (Times{0, 31.25, 156.25}));
    EXPECT_EQ(GetLan()->GetParameters().queryInterval, Seconds(125));
}

TEST_F(IgmpElectionTest, RFC_3376_8_5_ItTakesOverAfterOtherQuerierPresentInterval)
{
    MakeRouter(3);
    Ask(Seconds(1), "10.0.0.4");
    RunUntil(MilliSeconds(255999));
    EXPECT_FALSE(GetLan()->IsQuerier());
    RunUntil(Seconds(400));
    EXPECT_TRUE(GetLan()->IsQuerier());
    EXPECT_EQ(GetQueryTimes(), (Times{0, 256, 381})); // no start-up queries again
}

TEST_F(IgmpElectionTest, RFC_3376_6_6_2_EachQueryPutsTheTakeOverOff)
{
    MakeRouter(3);
    Ask(Seconds(1), "10.0.0.4");
    Ask(Seconds(200), "10.0.0.3");
    RunUntil(MilliSeconds(454999));
    EXPECT_FALSE(GetLan()->IsQuerier());
    RunUntil(Seconds(455));
    EXPECT_TRUE(GetLan()->IsQuerier());
}

TEST_F(IgmpElectionTest, RFC_3376_6_6_2_ItKnowsTheQuerierAndTheTimeUntilItTakesOver)
{
    MakeRouter(3);
    Ask(Seconds(1), "10.0.0.4");
    RunUntil(MilliSeconds(500));
    EXPECT_EQ(GetLan()->GetQuerier(), Ipv4Address("10.0.0.5"));
    EXPECT_EQ(GetLan()->GetOtherQuerierTimer(), Seconds(0));
    RunUntil(Seconds(11));
    EXPECT_EQ(GetLan()->GetQuerier(), Ipv4Address("10.0.0.4"));
    // 10 s of 2 * 125 s + 10 s / 2 are over, and the time step of RunUntil().
    EXPECT_EQ(GetLan()->GetOtherQuerierTimer(), Seconds(245) - TimeStep(1));
    RunUntil(Seconds(257));
    EXPECT_EQ(GetLan()->GetQuerier(), Ipv4Address("10.0.0.5"));
    EXPECT_EQ(GetLan()->GetOtherQuerierTimer(), Seconds(0));
    At(Seconds(258), [this]() { m_router->Stop(); });
    RunUntil(Seconds(258));
    EXPECT_EQ(GetLan()->GetQuerier(), Ipv4Address("0.0.0.0"));
}

TEST_F(IgmpElectionTest, RFC_2236_3_AVersion2RouterElectsInTheSameWay)
{
    MakeRouter(2);
    SayIn(Seconds(1), IgmpV2Message{IgmpType::QUERY, Seconds(10), ALL}, {"10.0.0.4"});
    RunUntil(MilliSeconds(255999));
    EXPECT_FALSE(GetLan()->IsQuerier());
    RunUntil(Seconds(256));
    EXPECT_TRUE(GetLan()->IsQuerier());
}

TEST_F(IgmpElectionTest, RFC_3376_6_6_2_ASpecificQueryElects)
{
    MakeRouter(3);
    const IgmpV3Query query{Seconds(1), G, true, 2, Seconds(125), {}};
    SayIn(Seconds(1), query, {"10.0.0.4", G}); // S does not suppress it (section 4.1.5)
    RunUntil(Seconds(1));
    EXPECT_FALSE(GetLan()->IsQuerier());
}

TEST_F(IgmpElectionTest, RFC_9776_6_6_2_OnlyAGeneralQueryElects)
{
    MakeRouter(3);
    m_router->SetInterfaceAttribute("Profile", StringValue("rfc9776"));
    SayIn(Seconds(1), IgmpV3Query{Seconds(1), G, false, 2, Seconds(125), {}}, {"10.0.0.4", G});
    RunUntil(Seconds(1));
    EXPECT_TRUE(GetLan()->IsQuerier());
    Ask(Seconds(2), "10.0.0.4");
    RunUntil(Seconds(2));
    EXPECT_FALSE(GetLan()->IsQuerier());
}

TEST_F(IgmpElectionTest, AQueryFrom0000ElectsNobody)
{
    MakeRouter(3);
    Ask(Seconds(1), "0.0.0.0");
    RunUntil(Seconds(1));
    EXPECT_TRUE(GetLan()->IsQuerier());
}

TEST_F(IgmpElectionTest, RFC_3376_4_1_6_And_4_1_7_ItAdoptsTheQueriersVariables)
{
    MakeRouter(3);
    Ask(Seconds(1), "10.0.0.4", 3, Seconds(20));
    RunUntil(Seconds(1));
    const auto parameters = GetLan()->GetParameters();
    EXPECT_EQ(parameters.robustness, 3);
    EXPECT_EQ(parameters.queryInterval, Seconds(20));
    EXPECT_EQ(parameters.membershipInterval, Seconds(70));   // 3 * 20 + 10
    EXPECT_EQ(parameters.otherQuerierInterval, Seconds(65)); // 3 * 20 + 5
    EXPECT_EQ(parameters.olderHostInterval, Seconds(70));
    EXPECT_EQ(parameters.lastMemberCount, 3U);
    RunUntil(MilliSeconds(65999));
    EXPECT_FALSE(GetLan()->IsQuerier());
    RunUntil(Seconds(66));
    EXPECT_TRUE(GetLan()->IsQuerier());
}

TEST_F(IgmpElectionTest, RFC_3376_4_1_7_TheMostRecentQueryCounts)
{
    MakeRouter(3);
    Ask(Seconds(1), "10.0.0.4", 3, Seconds(20));
    Ask(Seconds(2), "10.0.0.4", 4, Seconds(30));
    RunUntil(Seconds(2));
    EXPECT_EQ(GetLan()->GetParameters().robustness, 4);
    EXPECT_EQ(GetLan()->GetParameters().queryInterval, Seconds(30));
}

TEST_F(IgmpElectionTest, RFC_3376_4_1_6_And_4_1_7_ZeroStandsForConfiguredAndDefaultValue)
{
    MakeRouter(3);
    m_router->SetInterfaceAttribute("RobustnessVariable", UintegerValue(5));
    m_router->SetInterfaceAttribute("QueryInterval", StringValue("60s"));
    Ask(Seconds(1), "10.0.0.4", 0, Time(0));
    RunUntil(Seconds(1));
    EXPECT_EQ(GetLan()->GetParameters().robustness, 5);
    EXPECT_EQ(GetLan()->GetParameters().queryInterval, Seconds(125)); // section 8.2
}

TEST_F(IgmpElectionTest, TakingOverItUsesItsOwnConfiguration)
{
    MakeRouter(3);
    Ask(Seconds(1), "10.0.0.4", 3, Seconds(20));
    RunUntil(Seconds(200));
    EXPECT_EQ(GetLan()->GetParameters().queryInterval, Seconds(125));
    EXPECT_EQ(GetQueryTimes(), (Times{0, 66, 191}));
    EXPECT_EQ(std::get<IgmpV3Query>(m_heard.back().message).robustness, 2);
}

TEST_F(IgmpElectionTest, ItYieldsAgainWhenTheQuerierIsBack)
{
    MakeRouter(3);
    Ask(Seconds(1), "10.0.0.4");
    Ask(Seconds(300), "10.0.0.4");
    RunUntil(Seconds(500));
    EXPECT_EQ(GetQueryTimes(), (Times{0, 256}));
}

TEST_F(IgmpElectionTest, ARestartedRouterStartsAsQuerier)
{
    MakeRouter(3);
    Ask(Seconds(1), "10.0.0.4", 3, Seconds(20));
    At(Seconds(10), [this]() { m_router->Fail(); });
    At(Seconds(20), [this]() { m_router->Start(); });
    RunUntil(Seconds(20));
    EXPECT_TRUE(GetLan()->IsQuerier());
    EXPECT_EQ(GetQueryTimes(), (Times{0, 20}));
    EXPECT_EQ(GetLan()->GetParameters().queryInterval, Seconds(125));
}

TEST_F(IgmpElectionTest, OtherQuerierPresentIntervalIsAnAttribute)
{
    MakeRouter(3);
    m_router->SetInterfaceAttribute("OtherQuerierPresentInterval", StringValue("30s"));
    Ask(Seconds(1), "10.0.0.4");
    RunUntil(Seconds(31));
    EXPECT_TRUE(GetLan()->IsQuerier());
}

/// @brief Which queries are a mismatch: RFC 2236 section 4, RFC 3376 section 7.3.1.
struct Mismatch
{
    uint8_t configured; ///< version of the router
    uint8_t heard;      ///< version of the query
    bool general;       ///< whether it is a general one
    bool warns;         ///< whether the router warns
};

class IgmpMismatchTest : public IgmpElectionTest, public testing::WithParamInterface<Mismatch>
{
};

INSTANTIATE_TEST_SUITE_P(RFC_3376_7_3_1,
                         IgmpMismatchTest,
                         testing::Values(Mismatch{1, 1, true, false},
                                         Mismatch{1, 2, true, true},
                                         Mismatch{1, 3, true, true},
                                         Mismatch{2, 1, true, true},
                                         Mismatch{2, 2, true, false},
                                         Mismatch{2, 3, true, true},
                                         Mismatch{3, 1, true, true},
                                         Mismatch{3, 2, true, true},
                                         Mismatch{3, 2, false, false},
                                         Mismatch{3, 3, true, false}),
                         [](const auto& row) {
                             return "Version" + std::to_string(row.param.configured) + "Hears" +
                                    (row.param.general ? "General" : "Specific") +
                                    std::to_string(row.param.heard);
                         });

TEST_P(IgmpMismatchTest, IsCounted)
{
    const auto& [configured, heard, general, warns] = GetParam();
    MakeRouter(configured);
    const auto group = general ? ALL : G;
    const auto time = heard == 1 ? Time(0) : Seconds(10);
    const IgmpMessage older = IgmpV2Message{IgmpType::QUERY, time, group};
    const IgmpMessage v3 = IgmpV3Query{time, group, false, 2, Seconds(125), {}};
    SayIn(Seconds(1), heard == 3 ? v3 : older, {"10.0.0.9"});
    RunUntil(Seconds(1));
    EXPECT_EQ(GetLan()->GetReception().GetVersionMismatchCount(), warns ? 1U : 0U);
}

TEST_F(IgmpElectionTest, RFC_3376_7_3_1_WarningsAreTracedAndRateLimited)
{
    MakeRouter(3);
    std::vector<std::string> warnings;
    Tracer::Of(m_node)->TraceConnectWithoutContext(
        "Record",
        Callback<void, const TraceRecord&>([&](const TraceRecord& r) {
            if (r.op == "IgmpVersionMismatch")
            {
                warnings.emplace_back(r.detail);
            }
        }));
    for (const int second : {1, 2, 60, 61, 62})
    {
        SayIn(Seconds(second), IgmpV2Message{IgmpType::QUERY, Seconds(10), ALL}, {"10.0.0.9"});
    }
    RunUntil(Seconds(70));
    EXPECT_EQ(GetLan()->GetReception().GetVersionMismatchCount(), 5U);
    EXPECT_EQ(
        warnings,
        std::vector<std::string>(2, "query of version 2 from 10.0.0.9, configured version 3"));
}

} // namespace

} // namespace mgm
} // namespace ns3
