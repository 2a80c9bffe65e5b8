/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "mgm-octets.h"

#include "ns3/ipv4-header.h"
#include "ns3/mgm-router-alert-header.h"
#include "ns3/packet.h"

#include <gtest/gtest.h>

namespace ns3
{
namespace mgm
{

namespace
{

Ptr<Packet>
MakePacket()
{
    const auto packet = Create<Packet>(12);
    packet->AddHeader(
        RouterAlertHeader(2, 12, 0x1234, Ipv4Address("10.0.0.1"), Ipv4Address("224.0.0.1")));
    return packet;
}

/// Checksum computed by hand (RFC 1071): 46c0+0024+1234+0000+0102+0a00+0001+e000+0001+9404+0000 =
/// 1d820, 1d820 -> d821, ~d821 = 27de.
TEST(RouterAlertHeader, RFC_2113_AndTheIpChecksumAreOnTheWire)
{
    EXPECT_EQ(ToHex(MakePacket()).substr(0, 48),
              "46c00024123400000102" // version, size, ToS, length, id, fragment, TTL 1, protocol
              "27de"                 // checksum
              "0a000001e000000194040000");
}

/// What makes received packets work on all versions of ns-3.
TEST(RouterAlertHeader, Ns3TakesItForAHeaderWithOptions)
{
    const auto packet = MakePacket();
    Ipv4Header header;
    header.EnableChecksum();
    packet->RemoveHeader(header);
    EXPECT_TRUE(header.IsChecksumOk());
    EXPECT_EQ(header.GetSerializedSize(), 24U);
    EXPECT_EQ(header.GetPayloadSize(), 12);
    EXPECT_EQ(header.GetTtl(), 1);
    EXPECT_EQ(header.GetTos(), 0xC0);
    EXPECT_EQ(header.GetProtocol(), 2);
    EXPECT_EQ(header.GetIdentification(), 0x1234);
    EXPECT_EQ(header.GetDestination(), Ipv4Address("224.0.0.1"));
    EXPECT_EQ(packet->GetSize(), 12U);
}

TEST(RouterAlertHeader, ReadsWhatItWrites)
{
    const auto packet = MakePacket();
    RouterAlertHeader header;
    EXPECT_EQ(packet->RemoveHeader(header), 24U);
    packet->AddHeader(header);
    EXPECT_EQ(ToHex(packet), ToHex(MakePacket()));
}

} // namespace

} // namespace mgm
} // namespace ns3
