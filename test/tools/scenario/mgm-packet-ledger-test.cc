/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "mgm-packet-life.h"

namespace ns3
{
namespace mgm
{

namespace
{

class PacketLedgerTest : public PacketLifeTest
{
};

TEST_F(PacketLedgerTest, AllIsWell)
{
    const auto packet = Send();
    Arrive(ROUTER, packet);
    const auto copy = Forward(packet);
    Arrive(FIRST_HOST, copy, true);
    Receive(FIRST_HOST, copy);
    Arrive(OTHER_HOST, copy, false);
    const auto totals = Totals();
    EXPECT_EQ(totals.sent, 1U);
    EXPECT_EQ(totals.forwarded, 1U);
    EXPECT_EQ(totals.delivered, 1U);
    EXPECT_TRUE(totals.dropped.empty());
    EXPECT_EQ(totals.unaccounted, 0U);
    EXPECT_EQ(totals.onTheWay, 0U);
    EXPECT_EQ(totals.repeated, 0U);
}

TEST_F(PacketLedgerTest, ACopyThatNeverArrivesIsMissed)
{
    Send();
    EXPECT_EQ(Totals().unaccounted, 1U);
}

TEST_F(PacketLedgerTest, ACopyThatARouterSwallowsIsMissed)
{
    Arrive(ROUTER, Send());
    EXPECT_EQ(Totals().unaccounted, 1U);
}

TEST_F(PacketLedgerTest, ACopyThatAHostSwallowsIsMissed)
{
    const auto packet = Send();
    Arrive(ROUTER, packet);
    const auto copy = Forward(packet);
    Arrive(FIRST_HOST, copy, true);
    Arrive(OTHER_HOST, copy, true);
    Receive(OTHER_HOST, copy);
    EXPECT_EQ(Totals().unaccounted, 1U);
}

TEST_F(PacketLedgerTest, EveryNeighborCounts)
{
    const auto packet = Send();
    Arrive(ROUTER, packet);
    Forward(packet); // reaches neither host
    EXPECT_EQ(Totals().unaccounted, 2U);
}

TEST_F(PacketLedgerTest, ADropOfTheForwarderIsAnEnd)
{
    const auto packet = Send();
    Arrive(ROUTER, packet);
    Drop(ROUTER, packet, "no-outgoing");
    const auto totals = Totals();
    EXPECT_EQ(totals.unaccounted, 0U);
    EXPECT_EQ(totals.dropped.at("no-outgoing"), 1U);
}

TEST_F(PacketLedgerTest, ADropAtTheReceivingDeviceIsTheEndThereOnly)
{
    const auto packet = Send();
    Arrive(ROUTER, packet);
    const auto copy = Forward(packet);
    Drop(FIRST_HOST, copy, "device-phy-rx");
    EXPECT_EQ(Totals().unaccounted, 1U); // at the other host
    Drop(OTHER_HOST, copy, "ip-interface-down");
    EXPECT_EQ(Totals().unaccounted, 0U);
}

TEST_F(PacketLedgerTest, ADropAtTheSenderIsTheEndEverywhere)
{
    const auto packet = Send();
    Arrive(ROUTER, packet);
    const auto copy = Forward(packet);
    EXPECT_FALSE(m_ledger.IsDroppedBySender(copy));
    Drop(ROUTER, copy, "device-queue");
    EXPECT_TRUE(m_ledger.IsDroppedBySender(copy));
    EXPECT_EQ(Totals().unaccounted, 0U);
}

/// The forwarder's own "interface-down" and "queue-full" are not those of lower layers.
TEST_F(PacketLedgerTest, LayersAreToldApartByTheEvent)
{
    EXPECT_TRUE(PacketLedger::IsBelowForwarder("ip-interface-down"));
    EXPECT_TRUE(PacketLedger::IsBelowForwarder("device-queue"));
    EXPECT_TRUE(PacketLedger::IsBelowForwarder("source-interface-down"));
    EXPECT_FALSE(PacketLedger::IsBelowForwarder("interface-down"));
    EXPECT_FALSE(PacketLedger::IsBelowForwarder("queue-full"));
    EXPECT_FALSE(PacketLedger::IsBelowForwarder("bad-source"));
}

TEST_F(PacketLedgerTest, ARoutersOwnPacketHasAnEndAtItsForwarder)
{
    const auto packet = Send(ROUTER, UPSTREAM);
    Arrive(SOURCE, packet);
    EXPECT_EQ(Totals().unaccounted, 1U);
    Drop(ROUTER, packet, "no-owner");
    EXPECT_EQ(Totals().unaccounted, 0U);
    EXPECT_FALSE(m_ledger.IsDroppedBySender(packet)); // it did leave
}

TEST_F(PacketLedgerTest, ACopyMayBeOnTheWayForASecond)
{
    m_now = Seconds(50);
    Send();
    EXPECT_EQ(Totals(Seconds(51)).onTheWay, 1U);
    EXPECT_EQ(Totals(MilliSeconds(51010)).onTheWay, 1U); // the link takes 10 ms
    EXPECT_EQ(Totals(MilliSeconds(51011)).onTheWay, 0U);
    EXPECT_EQ(Totals(MilliSeconds(51011)).unaccounted, 1U);
}

TEST_F(PacketLedgerTest, APacketMayWaitForItsEntryForASecond)
{
    m_now = Seconds(50);
    Arrive(ROUTER, Send());
    EXPECT_EQ(Totals(Seconds(51)).onTheWay, 1U);
    EXPECT_EQ(Totals(Seconds(52)).unaccounted, 1U);
}

/// However long the queue is; the second begins when the packet has been sent.
TEST_F(PacketLedgerTest, ACopyInAQueueIsOnTheWay)
{
    const auto packet = Send();
    m_ledger.NoteQueued(packet);
    EXPECT_EQ(Totals(Seconds(90)).onTheWay, 1U);
    EXPECT_EQ(Totals(Seconds(90)).unaccounted, 0U);
    m_ledger.NoteSent(packet, Seconds(91));
    EXPECT_EQ(Totals(MilliSeconds(92010)).onTheWay, 1U);
    EXPECT_EQ(Totals(MilliSeconds(92011)).unaccounted, 1U);
}

TEST_F(PacketLedgerTest, WhatIsSettledIsForgottenAfterASecond)
{
    const auto packet = Send();
    Arrive(ROUTER, packet);
    const auto copy = Forward(packet);
    Arrive(FIRST_HOST, copy, true);
    Receive(FIRST_HOST, copy);
    const auto lost = Send();
    m_now = Seconds(2);
    Send();
    EXPECT_FALSE(m_copies.Find(packet));
    EXPECT_TRUE(m_copies.Find(copy)); // the other host lacks it
    EXPECT_TRUE(m_copies.Find(lost));
    Arrive(OTHER_HOST, copy, false);
    m_now = Seconds(4);
    Send();
    EXPECT_FALSE(m_copies.Find(copy));
    EXPECT_TRUE(m_copies.Find(lost));
    EXPECT_EQ(Totals().unaccounted, 3U); // what was sent at 0 s, 2 s and 4 s
}

TEST_F(PacketLedgerTest, ACopyThatItsSenderDroppedIsForgotten)
{
    const auto packet = Send();
    Drop(SOURCE, packet, "device-queue");
    m_now = Seconds(1);
    Send();
    EXPECT_TRUE(m_ledger.IsDroppedBySender(packet));
    m_now = MilliSeconds(1001);
    Send();
    EXPECT_FALSE(m_ledger.IsDroppedBySender(packet));
    EXPECT_EQ(Totals().unaccounted, 2U);
}

TEST_F(PacketLedgerTest, TwoInterfacesAreNoRepetition)
{
    const auto packet = Send();
    Arrive(ROUTER, packet);
    Forward(packet, DOWNSTREAM);
    Forward(packet, UPSTREAM);
    EXPECT_EQ(Totals().repeated, 0U);
    Forward(packet, DOWNSTREAM);
    EXPECT_EQ(Totals().repeated, 1U);
}

TEST_F(PacketLedgerTest, ACopyReceivedTwiceIsARepetition)
{
    const auto copy = Forward(Send());
    Arrive(FIRST_HOST, copy, true);
    Receive(FIRST_HOST, copy);
    EXPECT_EQ(Totals().repeated, 0U);
    Receive(FIRST_HOST, copy);
    EXPECT_EQ(Totals().repeated, 1U);
}

} // namespace

} // namespace mgm
} // namespace ns3
