/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "mgm-forwarder-fixture.h"

namespace ns3
{
namespace mgm
{

namespace
{

using Interfaces = std::vector<uint32_t>;
using Texts = std::vector<std::string>;

/// What keeps packets from being forwarded.
class ForwardingLimits : public ForwarderTest
{
  protected:
    /// Installs the entry for KEY.
    void Install(uint32_t incoming, const std::vector<InterfaceId>& outgoing)
    {
        m_forwarder->GetPlane().Install(KEY, {incoming}, outgoing);
    }
};

TEST_F(ForwardingLimits, TheTimeToLiveIsDecrementedAndNeverRunsOut)
{
    Install(1, {{2}});
    for (const auto& [arrives, leaves] :
         std::vector<std::pair<int, int>>{{255, 254}, {64, 63}, {2, 1}})
    {
        Arrive(1, MakeHeader(arrives));
        const auto sent = Sent();
        ASSERT_EQ(sent.size(), 1u);
        EXPECT_EQ(sent[0].header.GetTtl(), leaves);
    }
    Arrive(1, MakeHeader(1));
    Arrive(1, MakeHeader(0));
    EXPECT_EQ(SentOn(), Interfaces());
    EXPECT_EQ(Dropped(), (Texts{"ttl-threshold 2", "ttl-threshold 2"}));
    EXPECT_EQ(Counters().outgoing.at(0).ttlTooLow, 2u);
    EXPECT_EQ(Counters().outgoing.at(0).packets, 3u);
    EXPECT_EQ(Counters().packets, 5u);
}

TEST_F(ForwardingLimits, AThresholdHoldsPacketsBackThatAreNotAboveIt)
{
    Install(1, {{2}, {3}});
    m_forwarder->SetTtlThreshold(2, 16);
    Arrive(1, MakeHeader(16));
    EXPECT_EQ(SentOn(), Interfaces{3});
    EXPECT_EQ(Dropped(), Texts{"ttl-threshold 2"});
    Arrive(1, MakeHeader(17));
    EXPECT_EQ(SentOn(), (Interfaces{2, 3}));
    m_forwarder->SetTtlThreshold(2, 0);
    Arrive(1, MakeHeader(1));
    EXPECT_EQ(SentOn(), Interfaces());
    m_forwarder->SetTtlThreshold(1, 255);
    Arrive(1, MakeHeader(2));
    EXPECT_EQ(SentOn(), (Interfaces{2, 3})) << "a threshold is for what leaves";
}

TEST_F(ForwardingLimits, AScopeEndsAtItsBoundaryInBothDirections)
{
    Install(1, {{2}, {3}});
    m_forwarder->AddScopeBoundary(2, "239.1.0.0", "255.255.0.0");
    Arrive(1);
    EXPECT_EQ(SentOn(), Interfaces{3});
    EXPECT_EQ(Dropped(), Texts{"scope-boundary 2"});
    EXPECT_EQ(Counters().outgoing.at(0).discards, 1u);
    m_forwarder->AddScopeBoundary(1, "239.0.0.0", "255.0.0.0");
    Arrive(1);
    EXPECT_EQ(SentOn(), Interfaces());
    EXPECT_EQ(Dropped(), Texts{"scope-boundary 1"});
    EXPECT_EQ(Counters().packets, 1u) << "it did not even arrive";
    m_forwarder->RemoveScopeBoundary(1, "239.0.0.0", "255.0.0.0");
    m_forwarder->RemoveScopeBoundary(2, "239.0.0.0", "255.0.0.0");
    Arrive(1);
    EXPECT_EQ(SentOn(), Interfaces{3}) << "there was no such boundary on 2";
    m_forwarder->RemoveScopeBoundary(2, "239.1.0.0", "255.255.0.0");
    Arrive(1);
    EXPECT_EQ(SentOn(), (Interfaces{2, 3}));
}

TEST_F(ForwardingLimits, ABoundaryStopsOnlyItsGroupsAndAsksNobody)
{
    m_forwarder->AddScopeBoundary(1, "239.1.1.1", "255.255.255.255");
    Arrive(1);
    EXPECT_EQ(Misses(), Texts());
    EXPECT_EQ(m_forwarder->GetPlane().GetCounters(KEY), nullptr);
    auto header = MakeHeader();
    header.SetDestination("239.1.1.2");
    Arrive(1, header);
    EXPECT_EQ(Misses(), Texts{"(10.0.1.9,239.1.1.2) 1"});
}

TEST_F(ForwardingLimits, ASourceMustBeTheAddressOfAHost)
{
    for (const char* source :
         {"0.0.0.0", "127.0.0.1", "127.1.2.3", "224.0.0.1", "239.1.1.1", "255.255.255.255"})
    {
        m_forwarder->GetPlane().Install({Ipv4Address(source), GROUP}, {1}, {{2}});
        auto header = MakeHeader();
        header.SetSource(source);
        Arrive(1, header);
        EXPECT_EQ(Dropped(), Texts{"bad-source 1"}) << source;
    }
    EXPECT_EQ(SentOn(), Interfaces());
    for (const char* source : {"0.0.0.1", "126.255.255.255", "128.0.0.0", "223.255.255.255"})
    {
        auto header = MakeHeader();
        header.SetSource(source);
        Arrive(1, header);
        EXPECT_EQ(Misses().size(), 1u) << source;
    }
}

TEST_F(ForwardingLimits, APacketThatMayNotBeFragmentedMustFit)
{
    Install(1, {{2}, {3}});
    m_ipv4->GetNetDevice(2)->SetMtu(119);
    auto header = MakeHeader();
    header.SetDontFragment();
    Arrive(1, header);
    EXPECT_EQ(SentOn(), Interfaces{3});
    EXPECT_EQ(Dropped(), Texts{"too-big 2"});
    EXPECT_EQ(Counters().outgoing.at(0).fragNeeded, 1u);
    EXPECT_EQ(Counters().outgoing.at(0).discards, 1u);
    m_ipv4->GetNetDevice(2)->SetMtu(120); // 100 and an IP header
    Arrive(1, header);
    EXPECT_EQ(SentOn(), (Interfaces{2, 3}));
}

TEST_F(ForwardingLimits, OthersAreFragmented)
{
    Install(1, {{2}, {3}});
    m_ipv4->GetNetDevice(2)->SetMtu(68);
    Arrive(1);
    EXPECT_EQ(SentOn(), (Interfaces{2, 2, 2, 3}));
    EXPECT_EQ(Counters().outgoing.at(0).packets, 1u);
    EXPECT_EQ(Counters().outgoing.at(0).fragNeeded, 1u) << "it required fragmentation";
    EXPECT_EQ(Counters().outgoing.at(0).discards, 0u);
    EXPECT_EQ(Counters().outgoing.at(1).fragNeeded, 0u);
}

TEST_F(ForwardingLimits, AFragmentIsForwardedLikeAnyPacket)
{
    Install(1, {{2}});
    auto header = MakeHeader();
    header.SetIdentification(77);
    header.SetFragmentOffset(96);
    header.SetMoreFragments();
    Arrive(1, header);
    const auto sent = Sent();
    ASSERT_EQ(sent.size(), 1u);
    EXPECT_EQ(sent[0].header.GetIdentification(), 77);
    EXPECT_EQ(sent[0].header.GetFragmentOffset(), 96);
    EXPECT_FALSE(sent[0].header.IsLastFragment());
}

TEST_F(ForwardingLimits, NothingLeavesOnAnInterfaceThatIsDownOrNotThere)
{
    Install(1, {{2}, {3}, {99}});
    m_ipv4->SetDown(2);
    Arrive(1);
    EXPECT_EQ(SentOn(), Interfaces{3});
    EXPECT_EQ(Dropped(), (Texts{"interface-down 2", "interface-down 99"}));
    EXPECT_EQ(Counters().outgoing.at(0).discards, 1u);
    m_ipv4->SetUp(2);
    Arrive(1);
    EXPECT_EQ(SentOn(), (Interfaces{2, 3}));
}

TEST_F(ForwardingLimits, SettingsOfInterfacesThatAreNotThereAreRefused)
{
    EXPECT_DEATH(m_forwarder->SetTtlThreshold(99, 1), "no interface 99");
    EXPECT_DEATH(m_forwarder->SetTtlThreshold(FIRST_VIRTUAL_INTERFACE, 1), "no interface 65536");
}

} // namespace

} // namespace mgm
} // namespace ns3
