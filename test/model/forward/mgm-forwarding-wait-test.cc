/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "mgm-forwarder-fixture.h"

#include "ns3/uinteger.h"

namespace ns3
{
namespace mgm
{

namespace
{

using Numbers = std::vector<uint8_t>;
using Texts = std::vector<std::string>;

/// Packets that wait for their entry.
class ForwardingWait : public ForwarderTest
{
  protected:
    /// Lets packets with numbers from `first` to `last` arrive on interface 1.
    void ArriveNumbered(uint8_t first, uint8_t last)
    {
        for (uint8_t number = first; number <= last; ++number)
        {
            Arrive(1, MakeHeader(), number);
        }
    }

    /// Sets an attribute of the forwarder.
    void SetBound(const std::string& name, uint32_t value)
    {
        m_forwarder->SetAttribute(name, UintegerValue(value));
    }
};

TEST_F(ForwardingWait, MFE_9_ThreePacketsWaitAndLeaveInOrder)
{
    ArriveNumbered(1, 5);
    EXPECT_EQ(Dropped(), (Texts{"queue-full 1", "queue-full 1"}));
    EXPECT_EQ(Misses(), Texts{"(10.0.1.9,239.1.1.1) 1"}) << "one question for all of them";
    EXPECT_TRUE(Sent().empty());
    EXPECT_EQ(Counters().waited, 3u);
    EXPECT_EQ(Counters().queueOverflow, 2u);
    EXPECT_EQ(Counters().packets, 0u);
    m_forwarder->GetPlane().Install(KEY, {1}, {{2}});
    Arrive(1, MakeHeader(), 6);
    EXPECT_EQ(NumbersSentOn(2), (Numbers{1, 2, 3, 6}));
    EXPECT_EQ(Counters().packets, 4u);
    EXPECT_EQ(Dropped(), Texts());
    EXPECT_EQ(Misses(), Texts());
}

TEST_F(ForwardingWait, MFE_9_TheBoundIsAnAttribute)
{
    SetBound("MaxWaitingPackets", 5);
    ArriveNumbered(1, 6);
    EXPECT_EQ(Dropped(), Texts{"queue-full 1"});
    m_forwarder->GetPlane().Install(KEY, {1}, {{2}});
    Arrive(2); // makes what waited leave
    EXPECT_EQ(NumbersSentOn(2), (Numbers{1, 2, 3, 4, 5}));
}

TEST_F(ForwardingWait, WithoutAQueueTheQuestionIsAskedAllTheSame)
{
    SetBound("MaxWaitingPackets", 0);
    ArriveNumbered(1, 1);
    EXPECT_EQ(Dropped(), Texts{"queue-full 1"});
    EXPECT_EQ(Misses().size(), 1u);
    EXPECT_EQ(Counters().queueOverflow, 1u) << "there is an entry";
    m_forwarder->GetPlane().Install(KEY, {1}, {{2}});
    ArriveNumbered(2, 3);
    EXPECT_EQ(NumbersSentOn(2), (Numbers{2, 3})) << "nothing had waited";
    EXPECT_EQ(Misses(), Texts());
}

TEST_F(ForwardingWait, AtLeastOneEntryCanBeMade)
{
    EXPECT_FALSE(m_forwarder->SetAttributeFailSafe("MaxWaitingEntries", UintegerValue(0)));
    SetBound("MaxWaitingEntries", 1);
    Arrive(1);
    EXPECT_EQ(Misses().size(), 1u);
}

TEST_F(ForwardingWait, OnlySoManyEntriesWaitAtOnce)
{
    SetBound("MaxWaitingEntries", 2);
    auto header = MakeHeader();
    for (const char* group : {"239.0.0.1", "239.0.0.2", "239.0.0.3"})
    {
        header.SetDestination(group);
        Arrive(1, header);
    }
    EXPECT_EQ(Misses().size(), 2u);
    EXPECT_EQ(Dropped(), Texts{"queue-full 1"});
    m_forwarder->GetPlane().Remove({SOURCE, Ipv4Address("239.0.0.1")}, DropReason::NO_ROUTE);
    Arrive(1, header);
    EXPECT_EQ(Misses(), Texts{"(10.0.1.9,239.0.0.3) 1"});
    m_forwarder->GetPlane().Install({SOURCE, Ipv4Address("239.0.0.2")}, {1}, {});
    header.SetDestination("239.0.0.4");
    Arrive(1, header);
    EXPECT_EQ(Misses(), Texts{"(10.0.1.9,239.0.0.4) 1"});
}

TEST_F(ForwardingWait, TheAnswerMayComeWithinTheQuestion)
{
    m_forwarder->SetUpcalls(
        MulticastForwarder::Upcall(
            [this](const SourceGroup& key, const InterfaceId& arrival, const Ipv4Header&) {
                m_forwarder->GetPlane().Install(key, arrival, {{3}});
            }),
        {});
    ArriveNumbered(1, 2);
    EXPECT_EQ(NumbersSentOn(3), (Numbers{1, 2}));
    EXPECT_EQ(Counters().waited, 1u);
}

TEST_F(ForwardingWait, ANegativeAnswerDropsWithItsReasonAndIsNotRemembered)
{
    m_forwarder->SetUpcalls(
        MulticastForwarder::Upcall(
            [this](const SourceGroup& key, const InterfaceId&, const Ipv4Header&) {
                m_forwarder->GetPlane().Remove(key, DropReason::NO_OWNER);
            }),
        {});
    ArriveNumbered(1, 2);
    EXPECT_EQ(Dropped(), (Texts{"no-owner 1", "no-owner 1"}));
    EXPECT_EQ(m_forwarder->GetPlane().GetCounters(KEY), nullptr);
}

TEST_F(ForwardingWait, RemovedWhileTheyWaitTheyAreDroppedInOrder)
{
    Arrive(1);
    Arrive(2);
    m_forwarder->GetPlane().Remove(KEY, DropReason::ENTRY_DELETED);
    EXPECT_EQ(Dropped(), (Texts{"entry-deleted 1", "entry-deleted 2"}));
    EXPECT_EQ(m_forwarder->GetDrops(DropReason::ENTRY_DELETED), 2u);
    m_forwarder->GetPlane().Remove(KEY, DropReason::ENTRY_DELETED);
    EXPECT_EQ(Dropped(), Texts());
}

TEST_F(ForwardingWait, AFirstPacketOnTheWrongInterfaceIsRefusedWhenTheEntryIsMade)
{
    Arrive(2);
    m_forwarder->GetPlane().Install(KEY, {1}, {{2}, {3}});
    EXPECT_EQ(Dropped(), Texts{"wrong-interface 2"});
    EXPECT_EQ(WrongInterfaces(), Texts{"(10.0.1.9,239.1.1.1) 2"});
    EXPECT_EQ(Counters().wrongInterface, 1u);
}

TEST_F(ForwardingWait, ASuspendedEntryLetsPacketsWaitWithoutAQuestion)
{
    m_forwarder->GetPlane().Install(KEY, {1}, {{2}});
    ArriveNumbered(1, 1);
    m_forwarder->GetPlane().Suspend(KEY);
    ArriveNumbered(2, 5);
    EXPECT_EQ(NumbersSentOn(2), Numbers{1});
    EXPECT_EQ(Misses(), Texts());
    EXPECT_EQ(Dropped(), Texts{"queue-full 1"});
    m_forwarder->GetPlane().Install(KEY, {1}, {{2}, {3}});
    ArriveNumbered(6, 6);
    EXPECT_EQ(NumbersSentOn(2), (Numbers{2, 3, 4, 6}));
    EXPECT_EQ(Counters().packets, 5u) << "the counters go on";
    EXPECT_EQ(Counters().outgoing.at(0).packets, 5u);
}

TEST_F(ForwardingWait, OnlyAnInstalledEntryCanBeSuspended)
{
    m_forwarder->GetPlane().Suspend(KEY);
    EXPECT_EQ(m_forwarder->GetPlane().GetCounters(KEY), nullptr);
    Arrive(1);
    EXPECT_EQ(Misses().size(), 1u);
    m_forwarder->GetPlane().Suspend(KEY); // it waits already
    m_forwarder->GetPlane().Install(KEY, {1}, {{2}});
    Arrive(1);
    EXPECT_EQ(NumbersSentOn(2).size(), 2u);
}

TEST_F(ForwardingWait, ASuspendedEntryChangesItsOutgoingInterfaces)
{
    m_forwarder->GetPlane().Install(KEY, {1}, {{2}});
    m_forwarder->GetPlane().Suspend(KEY);
    m_forwarder->GetPlane().SetOutgoing(KEY, {3}, true);
    Arrive(1);
    EXPECT_TRUE(Sent().empty());
    EXPECT_EQ(Counters().outgoing.size(), 2u);
}

} // namespace

} // namespace mgm
} // namespace ns3
