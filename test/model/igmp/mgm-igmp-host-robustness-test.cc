/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "mgm-igmp-host-lan.h"
#include "mgm-igmp-test-addresses.h"

#include "ns3/ipv4.h"
#include "ns3/mgm-tracer.h"

namespace ns3
{
namespace mgm
{

namespace
{

const Ipv4Address HOST("10.0.0.1");

/// @brief A host of IGMPv3 that hears what it should not, or not what it should.
class IgmpHostRobustnessTest : public IgmpHostLan
{
  protected:
    void SetUp() override
    {
        IgmpHostLan::SetUp();
        MakeHost(3);
        SetFilter(Seconds(1), G, FilterMode::INCLUDE, {S1, S2});
    }

    /// @return a query @param group its group @param sources its sources
    static IgmpV3Query Query(Ipv4Address group, std::vector<Ipv4Address> sources = {})
    {
        return {Seconds(2), group, false, 2, Seconds(125), std::move(sources)};
    }

    /// @return what was heard from 10 s on; it runs until 100 s
    std::vector<std::string> Answers()
    {
        RunUntil(Seconds(9));
        m_heard.clear();
        RunUntil(Seconds(100));
        return GetHeard();
    }

    /// @return how many messages were ignored @param drop why
    uint64_t Ignored(IgmpHostDrop drop) const
    {
        return m_host->GetInterface(LAN)->GetIgnoredCount(drop);
    }

    /// @return how many messages the protocol of the node refused, whatever agent they were for
    uint64_t Refused() const
    {
        uint64_t errors = 0;
        for (std::size_t i = 0; i < static_cast<std::size_t>(IgmpError::COUNT); ++i)
        {
            errors += IgmpL4Protocol::Of(m_node)->GetErrorCount(static_cast<IgmpError>(i));
        }
        return errors;
    }
};

/// Whatever address of the interface a specific query is sent to.
TEST_F(IgmpHostRobustnessTest, RFC_3376_4_1_12_ASpecificQueryToTheHostIsAnswered)
{
    Say(Seconds(10), Query(G), HOST);
    EXPECT_EQ(Answers(),
              std::vector<std::string>{
                  "11 IGMPv3 Report IS_IN(239.1.1.1,{10.0.1.1,10.0.1.2}) > 224.0.0.22"});
}

TEST_F(IgmpHostRobustnessTest, RFC_3376_4_1_12_AGeneralQueryToTheHostIsAnswered)
{
    Say(Seconds(10), Query(Ipv4Address::GetZero()), HOST);
    EXPECT_EQ(Answers(),
              std::vector<std::string>{
                  "11 IGMPv3 Report IS_IN(239.1.1.1,{10.0.1.1,10.0.1.2}) > 224.0.0.22"});
}

TEST_F(IgmpHostRobustnessTest, RFC_3376_9_1_AGeneralQueryToAnotherGroupIsIgnored)
{
    Say(Seconds(10), Query(Ipv4Address::GetZero()), G);
    EXPECT_TRUE(Answers().empty());
    EXPECT_EQ(Ignored(IgmpHostDrop::WRONG_DESTINATION), 1U);
}

TEST_F(IgmpHostRobustnessTest, RFC_3376_9_1_AQueryWithoutRouterAlertIsIgnored)
{
    std::vector<std::string> drops;
    Tracer::Of(m_node)->TraceConnectWithoutContext(
        "Record",
        Callback<void, const TraceRecord&>([&](const TraceRecord& r) {
            if (r.kind == TraceKind::DROP)
            {
                drops.push_back(std::string(r.op) + " " + std::string(r.event));
            }
        }));
    SayOctets(Seconds(10), "1114ec6e00000000027d0000", Ipv4Address("10.0.0.2"), false);
    EXPECT_TRUE(Answers().empty());
    EXPECT_EQ(Ignored(IgmpHostDrop::NO_ROUTER_ALERT), 1U);
    EXPECT_EQ(drops, std::vector<std::string>{"IGMP no-router-alert"});
}

/// One that is not trusted does not change the version either.
TEST_F(IgmpHostRobustnessTest, RFC_3376_9_1_AnUntrustedQueryDoesNotChangeTheMode)
{
    SayOctets(Seconds(10), "1164ee9b00000000", Ipv4Address("10.0.0.2"), false);
    EXPECT_TRUE(Answers().empty());
    EXPECT_EQ(m_host->GetInterface(LAN)->GetVersionInUse(), 3);
}

TEST_F(IgmpHostRobustnessTest, AGroupThatIsNoneIsIgnored)
{
    Say(Seconds(10), Query(S1), IGMP_ALL_SYSTEMS);
    Say(Seconds(11), IgmpV2Message{IgmpType::V2_REPORT, Time(0), S1}, IGMP_ALL_SYSTEMS);
    EXPECT_TRUE(Answers().empty());
    EXPECT_EQ(Refused(), 2U);
}

/// As many sources as an Ethernet frame can hold; two of them are wanted.
TEST_F(IgmpHostRobustnessTest, RFC_3376_4_1_8_366SourcesAreRead)
{
    std::vector<Ipv4Address> sources;
    for (uint32_t i = 0; i < 366; ++i)
    {
        sources.emplace_back(0x0A000101 + i);
    }
    Say(Seconds(10), Query(G, sources), G);
    EXPECT_EQ(Answers(),
              std::vector<std::string>{
                  "11 IGMPv3 Report IS_IN(239.1.1.1,{10.0.1.1,10.0.1.2}) > 224.0.0.22"});
}

/// The number of sources says 65,535, and there is none.
TEST_F(IgmpHostRobustnessTest, ASourceCountBeyondTheEndIsDroppedAndCounted)
{
    SayOctets(Seconds(10), "1114ec6e00000000027dffff");
    EXPECT_TRUE(Answers().empty());
    EXPECT_EQ(Refused(), 1U);
}

TEST_F(IgmpHostRobustnessTest, RFC_3376_4_1_1_AMaxRespCodeOf0IsAnsweredAtOnce)
{
    Say(Seconds(10),
        IgmpV3Query{Time(0), Ipv4Address::GetZero(), false, 2, Seconds(125), {}},
        IGMP_ALL_SYSTEMS);
    EXPECT_EQ(Answers(),
              std::vector<std::string>{
                  "10 IGMPv3 Report IS_IN(239.1.1.1,{10.0.1.1,10.0.1.2}) > 224.0.0.22"});
}

/// The peer is deaf to the first report; the second one gets through.
TEST_F(IgmpHostRobustnessTest, RFC_3376_5_1_ALostReportIsMadeUpForByTheNext)
{
    const auto ipv4 = m_peer->GetObject<Ipv4>();
    At(MilliSeconds(900), [=]() { ipv4->SetDown(LAN); });
    At(MilliSeconds(1200), [=]() { ipv4->SetUp(LAN); });
    RunUntil(Seconds(9));
    EXPECT_EQ(GetHeard(),
              std::vector<std::string>{
                  "1.5 IGMPv3 Report ALLOW(239.1.1.1,{10.0.1.1,10.0.1.2}) > 224.0.0.22"});
}

/// A query that was meant for 10 s ago is answered like any other.
TEST_F(IgmpHostRobustnessTest, ALateQueryOfAGroupThatWasLeftIsNotAnswered)
{
    Leave(Seconds(5), G);
    Say(Seconds(10), Query(G), G);
    EXPECT_TRUE(Answers().empty());
}

} // namespace

} // namespace mgm
} // namespace ns3
