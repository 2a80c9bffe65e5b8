/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "mgm-forwarder-fixture.h"

#include <functional>

namespace ns3
{
namespace mgm
{

namespace
{

using Interfaces = std::vector<uint32_t>;
using Numbers = std::vector<uint8_t>;
using Texts = std::vector<std::string>;

/// What a packet leads to may change its own entry.
class ForwardingReentrancy : public ForwarderTest
{
  protected:
    /// Does something once, when the first copy leaves on an interface.
    void When(uint32_t interface, std::function<void()> act)
    {
        m_forwarder->TraceConnectWithoutContext(
            "Forward",
            Callback<void,
                     const Ipv4Header&,
                     Ptr<const Packet>,
                     const InterfaceId&,
                     const InterfaceId&>([interface, act](const Ipv4Header&,
                                                          Ptr<const Packet>,
                                                          const InterfaceId&,
                                                          const InterfaceId& outgoing) mutable {
                if (outgoing.index == interface && act)
                {
                    std::exchange(act, nullptr)();
                }
            }));
    }

    /// Installs the entry for KEY.
    void Install(const std::vector<InterfaceId>& outgoing)
    {
        m_forwarder->GetPlane().Install(KEY, {1}, outgoing);
    }
};

TEST_F(ForwardingReentrancy, TheEntryIsRemoved)
{
    Install({{2}, {3}, {4}});
    When(3, [this] { m_forwarder->GetPlane().Remove(KEY, DropReason::ENTRY_DELETED); });
    Arrive(1);
    EXPECT_EQ(SentOn(), (Interfaces{2, 3}));
    EXPECT_EQ(m_forwarder->GetPlane().GetCounters(KEY), nullptr);
}

TEST_F(ForwardingReentrancy, InterfacesAreRemoved)
{
    Install({{2}, {3}, {4}});
    When(3, [this] {
        m_forwarder->GetPlane().SetOutgoing(KEY, {2}, false);
        m_forwarder->GetPlane().SetOutgoing(KEY, {3}, false);
        m_forwarder->GetPlane().SetOutgoing(KEY, {4}, false);
    });
    Arrive(1);
    EXPECT_EQ(SentOn(), (Interfaces{2, 3}));
}

TEST_F(ForwardingReentrancy, InterfacesAreAddedAndNoneIsUsedTwice)
{
    Install({{3}});
    When(3, [this] {
        m_forwarder->GetPlane().SetOutgoing(KEY, {2}, true);
        m_forwarder->GetPlane().SetOutgoing(KEY, {4}, true);
    });
    Arrive(1);
    EXPECT_EQ(SentOn(), (Interfaces{3, 4}));
    Arrive(1);
    EXPECT_EQ(SentOn(), (Interfaces{2, 3, 4}));
}

TEST_F(ForwardingReentrancy, TheEntryIsMadeAnewAndNoInterfaceIsUsedTwice)
{
    Install({{2}, {3}});
    When(2, [this] {
        m_forwarder->GetPlane().Remove(KEY, DropReason::ENTRY_DELETED);
        Install({{2}, {3}, {4}});
    });
    Arrive(1);
    EXPECT_EQ(SentOn(), (Interfaces{2, 3, 4}));
}

TEST_F(ForwardingReentrancy, TheIncomingInterfaceMoves)
{
    Install({{2}, {3}, {4}});
    When(2, [this] { m_forwarder->GetPlane().Install(KEY, {3}, {{1}, {4}}); });
    Arrive(1);
    EXPECT_EQ(SentOn(), Interfaces{2}) << "the packet came from where packets are refused now";
}

TEST_F(ForwardingReentrancy, ManyEntriesAreMadeMeanwhile)
{
    Install({{2}, {3}});
    When(2, [this] {
        for (uint32_t i = 0; i < 10000; ++i)
        {
            m_forwarder->GetPlane().Install({SOURCE, Ipv4Address(0xE9000000 + i)}, {1}, {{2}});
        }
    });
    Arrive(1);
    EXPECT_EQ(SentOn(), (Interfaces{2, 3}));
}

TEST_F(ForwardingReentrancy, InstalledAgainWhilePacketsLeaveTheyKeepTheirOrder)
{
    for (uint8_t number = 1; number <= 3; ++number)
    {
        Arrive(1, MakeHeader(), number);
    }
    When(2, [this] { Install({{2}, {3}}); });
    Install({{2}, {3}});
    Arrive(1, MakeHeader(), 4);
    EXPECT_EQ(NumbersSentOn(3), (Numbers{1, 2, 3, 4}));
}

TEST_F(ForwardingReentrancy, APacketThatArrivesWhileOthersLeaveDoesNotOvertakeThem)
{
    for (uint8_t number = 1; number <= 2; ++number)
    {
        Arrive(1, MakeHeader(), number);
    }
    When(2, [this] {
        const uint8_t number = 3;
        m_forwarder->Receive(Create<Packet>(&number, 1), MakeHeader(), {1});
    });
    Install({{2}});
    Arrive(1, MakeHeader(), 4);
    EXPECT_EQ(NumbersSentOn(2), (Numbers{1, 2, 3, 4}));
}

TEST_F(ForwardingReentrancy, SuspendedWhilePacketsLeaveTheOthersGoOnWaiting)
{
    for (uint8_t number = 1; number <= 3; ++number)
    {
        Arrive(1, MakeHeader(), number);
    }
    When(2, [this] { m_forwarder->GetPlane().Suspend(KEY); });
    Install({{2}});
    Arrive(2); // makes the first leave
    EXPECT_EQ(NumbersSentOn(2), Numbers{1});
    Install({{2}});
    Arrive(1, MakeHeader(), 4);
    EXPECT_EQ(NumbersSentOn(2), (Numbers{2, 3, 4}));
}

TEST_F(ForwardingReentrancy, RemovedWhilePacketsLeaveTheOthersAreDropped)
{
    Arrive(1);
    Arrive(1);
    When(2, [this] { m_forwarder->GetPlane().Remove(KEY, DropReason::ENTRY_DELETED); });
    Install({{2}});
    EXPECT_EQ(Dropped(), Texts{"entry-deleted 1"});
    EXPECT_EQ(m_forwarder->GetForwarded(), 1u);
}

TEST_F(ForwardingReentrancy, AnInterfaceIsAddedToTheForwarderMeanwhile)
{
    const auto owned = m_forwarder->AddRegisterInterface(
        MulticastForwarder::RegisterCallback([](Ptr<Packet>, const Ipv4Header&) {}));
    uint32_t received = 0;
    Install({{2}, {3}});
    When(2, [this, &received] {
        for (uint32_t i = 0; i < 100; ++i)
        {
            const auto added =
                m_forwarder->AddRegisterInterface(MulticastForwarder::RegisterCallback(
                    [&received](Ptr<Packet>, const Ipv4Header&) { ++received; }));
            m_forwarder->GetPlane().SetOutgoing(KEY, added, true);
        }
    });
    Arrive(1);
    EXPECT_EQ(SentOn(), (Interfaces{2, 3}));
    EXPECT_EQ(received, 100u);
    EXPECT_EQ(owned.index, FIRST_VIRTUAL_INTERFACE);
}

} // namespace

} // namespace mgm
} // namespace ns3
