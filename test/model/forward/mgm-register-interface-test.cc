/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "mgm-forwarder-fixture.h"

#include <functional>
#include <memory>

namespace ns3
{
namespace mgm
{

namespace
{

using Interfaces = std::vector<uint32_t>;
using Texts = std::vector<std::string>;

/// A forwarder with a register interface.
class RegisterInterface : public ForwarderTest
{
  protected:
    /// A packet that was handed out, and its IP header.
    using Handed = std::pair<Ptr<Packet>, Ipv4Header>;

    void SetUp() override
    {
        ForwarderTest::SetUp();
        m_register = m_forwarder->AddRegisterInterface(MulticastForwarder::RegisterCallback(
            [this](Ptr<Packet> packet, const Ipv4Header& header) {
                m_handed.push_back({packet, header});
            }));
    }

    void TearDown() override
    {
        m_handed.clear();
        ForwarderTest::TearDown();
    }

    /// Adds another register interface.
    InterfaceId Add(std::function<void()> receiver)
    {
        return m_forwarder->AddRegisterInterface(MulticastForwarder::RegisterCallback(
            [receiver](Ptr<Packet>, const Ipv4Header&) { receiver(); }));
    }

    InterfaceId m_register;       ///< the register interface
    std::vector<Handed> m_handed; ///< what was handed out
};

TEST_F(RegisterInterface, HasAnIndexThatNoOtherInterfaceHas)
{
    EXPECT_EQ(m_register, InterfaceId{FIRST_VIRTUAL_INTERFACE});
    EXPECT_EQ(Add([] {}).index, FIRST_VIRTUAL_INTERFACE + 1);
    EXPECT_TRUE(m_forwarder->GetPlane().HasVirtualInterface(FIRST_VIRTUAL_INTERFACE + 1));
    EXPECT_FALSE(m_forwarder->GetPlane().HasVirtualInterface(FIRST_VIRTUAL_INTERFACE + 2));
    EXPECT_FALSE(m_forwarder->GetPlane().HasVirtualInterface(1));
}

TEST_F(RegisterInterface, HandsWholePacketsToItsOwner)
{
    m_forwarder->GetPlane().Install(KEY, {1}, {{2}, m_register});
    Arrive(1, MakeHeader(10), 5);
    EXPECT_EQ(SentOn(), Interfaces{2});
    ASSERT_EQ(m_handed.size(), 1u);
    EXPECT_EQ(m_handed[0].first->GetSize(), 100u);
    EXPECT_EQ(m_handed[0].second.GetTtl(), 9);
    EXPECT_EQ(m_handed[0].second.GetSource(), SOURCE);
    EXPECT_EQ(m_handed[0].second.GetDestination(), GROUP);
    EXPECT_EQ(Counters().outgoing.at(1).packets, 1u);
    EXPECT_EQ(m_forwarder->GetForwarded(), 2u);
}

TEST_F(RegisterInterface, TheOwnerMayDoWhatItLikesWithThePacket)
{
    m_forwarder->GetPlane().Install(KEY, {1}, {m_register, {2}});
    m_forwarder->GetPlane().SetOutgoing(
        KEY,
        m_forwarder->AddRegisterInterface(
            MulticastForwarder::RegisterCallback([](Ptr<Packet> packet, const Ipv4Header& header) {
                packet->AddHeader(header);
                packet->RemoveAtEnd(50);
            })),
        true);
    Arrive(1);
    const auto sent = Sent();
    ASSERT_EQ(sent.size(), 1u);
    EXPECT_EQ(sent[0].packet->GetSize(), 100u);
    EXPECT_EQ(m_handed.at(0).first->GetSize(), 100u);
}

TEST_F(RegisterInterface, HasAThresholdAndBoundariesLikeOthers)
{
    m_forwarder->GetPlane().Install(KEY, {1}, {m_register});
    m_forwarder->SetTtlThreshold(m_register.index, 32);
    Arrive(1, MakeHeader(32));
    m_forwarder->AddScopeBoundary(m_register.index, "239.0.0.0", "255.0.0.0");
    Arrive(1);
    EXPECT_EQ(Dropped(), (Texts{"ttl-threshold 65536", "scope-boundary 65536"}));
    EXPECT_TRUE(m_handed.empty());
}

TEST_F(RegisterInterface, APacketIsNeverTooBigForIt)
{
    m_forwarder->GetPlane().Install(KEY, {1}, {m_register});
    auto header = MakeHeader();
    header.SetDontFragment();
    Arrive(1, header, Create<Packet>(60000));
    EXPECT_EQ(m_handed.size(), 1u);
}

TEST_F(RegisterInterface, PacketsArriveThereWhenTheOwnerSaysSo)
{
    m_forwarder->Receive(Create<Packet>(10), MakeHeader(), m_register);
    EXPECT_EQ(Misses(), Texts{"(10.0.1.9,239.1.1.1) 65536"});
    m_forwarder->GetPlane().Install(KEY, m_register, {{2}, {3}});
    Arrive(1);
    EXPECT_EQ(SentOn(), (Interfaces{2, 3}));
    EXPECT_EQ(Dropped(), Texts{"wrong-interface 1"});
    m_forwarder->AddScopeBoundary(m_register.index, "239.1.1.1", "255.255.255.255");
    m_forwarder->Receive(Create<Packet>(10), MakeHeader(), m_register);
    EXPECT_EQ(Dropped(), Texts{"scope-boundary 65536"});
}

TEST_F(RegisterInterface, WhatArrivesThereIsNotTrusted)
{
    auto header = MakeHeader();
    header.SetDestination("10.0.2.1");
    m_forwarder->Receive(Create<Packet>(10), header, m_register);
    header = MakeHeader();
    header.SetSource("239.0.0.1");
    m_forwarder->Receive(Create<Packet>(10), header, m_register);
    EXPECT_EQ(Misses(), Texts());
    EXPECT_EQ(Dropped(), Texts{"bad-source 65536"});
    header = MakeHeader();
    header.SetProtocol(2); // IGMP
    m_forwarder->Receive(Create<Packet>(8), header, m_register);
    m_forwarder->Receive(Create<Packet>(10), MakeHeader(), {FIRST_VIRTUAL_INTERFACE + 1});
    EXPECT_EQ(Misses(), Texts());
    EXPECT_EQ(Dropped(), Texts{"interface-down 65537"});
}

TEST_F(RegisterInterface, NeedsAReceiver)
{
    EXPECT_DEATH(m_forwarder->AddRegisterInterface({}), "needs a receiver");
}

TEST_F(RegisterInterface, NothingLeavesOrArrivesThereOnceItIsRemoved)
{
    m_forwarder->GetPlane().Install(KEY, {1}, {{2}, m_register});
    m_forwarder->RemoveRegisterInterface(m_register);
    Arrive(1);
    m_forwarder->Receive(Create<Packet>(10), MakeHeader(), m_register);
    EXPECT_EQ(SentOn(), Interfaces{2});
    EXPECT_TRUE(m_handed.empty());
    EXPECT_EQ(Dropped(), (Texts{"interface-down 65536", "interface-down 65536"}));
    EXPECT_EQ(Counters().outgoing.at(1).discards, 1u);
}

TEST_F(RegisterInterface, TheIndexOfARemovedOneIsNeverUsedAgain)
{
    m_forwarder->RemoveRegisterInterface(m_register);
    EXPECT_FALSE(m_forwarder->GetPlane().HasVirtualInterface(m_register.index));
    uint32_t received = 0;
    const auto next = Add([&received] { ++received; });
    EXPECT_EQ(next.index, m_register.index + 1);
    EXPECT_FALSE(m_forwarder->GetPlane().HasVirtualInterface(m_register.index));
    m_forwarder->GetPlane().Install(KEY, {1}, {next});
    Arrive(1);
    EXPECT_EQ(received, 1u) << "others go on";
}

TEST_F(RegisterInterface, OnlyARegisterInterfaceCanBeRemovedAndOnlyOnce)
{
    EXPECT_DEATH(m_forwarder->RemoveRegisterInterface({1}), "no register interface 1");
    m_forwarder->RemoveRegisterInterface(m_register);
    EXPECT_DEATH(m_forwarder->RemoveRegisterInterface(m_register), "no register interface 65536");
    EXPECT_DEATH(m_forwarder->SetTtlThreshold(m_register.index, 1), "no interface 65536");
}

TEST_F(RegisterInterface, MayBeRemovedByItsReceiverAndWhileAPacketLeavesThere)
{
    const auto received = std::make_shared<uint32_t>(0);
    const auto own = std::make_shared<InterfaceId>();
    *own = Add([this, received, own] {
        m_forwarder->RemoveRegisterInterface(*own);
        ++*received; // what this refers to is still there
    });
    m_forwarder->GetPlane().Install(KEY, {1}, {*own, m_register});
    m_forwarder->TraceConnectWithoutContext(
        "Forward",
        Callback<void,
                 const Ipv4Header&,
                 Ptr<const Packet>,
                 const InterfaceId&,
                 const InterfaceId&>([this](const Ipv4Header&,
                                            Ptr<const Packet>,
                                            const InterfaceId&,
                                            const InterfaceId& outgoing) {
            if (outgoing == m_register)
            {
                m_forwarder->RemoveRegisterInterface(m_register);
            }
        }));
    Arrive(1);
    EXPECT_EQ(*received, 1u);
    EXPECT_EQ(received.use_count(), 1) << "its receiver is gone";
    EXPECT_TRUE(m_handed.empty());
}

TEST_F(RegisterInterface, TheReceiverIsReleasedAtTheEnd)
{
    const auto owner = std::make_shared<int>(0);
    Add([owner] {});
    EXPECT_EQ(owner.use_count(), 2);
    m_forwarder->Dispose();
    EXPECT_EQ(owner.use_count(), 1);
}

} // namespace

} // namespace mgm
} // namespace ns3
