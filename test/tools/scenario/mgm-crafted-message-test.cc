/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "base/mgm-input-error.h"
#include "scenario/mgm-crafted-message.h"

#include <gtest/gtest.h>
#include <iomanip>
#include <sstream>
#include <string>

namespace ns3
{
namespace mgm
{

namespace
{

/// The octets of a message, in hexadecimal digits.
std::string
OctetsOf(const std::string& message)
{
    const JsonDocument document(message, "f");
    std::ostringstream text;
    text << std::hex << std::setfill('0');
    for (const auto octet : ReadCraftedMessage(JsonValue(document)).octets)
    {
        text << std::setw(2) << +octet;
    }
    return text.str();
}

Ipv4Address
DestinationOf(const std::string& message)
{
    const JsonDocument document(message, "f");
    return ReadCraftedMessage(JsonValue(document)).destination;
}

// The vectors were accepted by tcpdump and tshark.

TEST(CraftedMessage, RFC_2236_2_ShortMessages)
{
    EXPECT_EQ(OctetsOf(R"({"type": "IGMPv1 Query"})"), "1100eeff00000000");
    EXPECT_EQ(OctetsOf(R"({"type": "IGMPv2 Query"})"), "1164ee9b00000000");
    EXPECT_EQ(OctetsOf(R"({"type": "IGMPv1 Report", "group": "239.1.1.1"})"), "1200fdfcef010101");
    EXPECT_EQ(OctetsOf(R"({"type": "IGMPv2 Report", "group": "239.1.1.1"})"), "1600f9fcef010101");
    EXPECT_EQ(OctetsOf(R"({"type": "IGMPv2 Leave", "group": "239.1.1.1"})"), "1700f8fcef010101");
}

TEST(CraftedMessage, RFC_3376_4_1_Queries)
{
    EXPECT_EQ(OctetsOf(R"({"type": "IGMPv3 Query"})"), "1164ec1e00000000027d0000");
    EXPECT_EQ(OctetsOf(R"({"type": "IGMPv3 Query", "group": "239.1.1.1"})"),
              "110afc75ef010101027d0000");
    EXPECT_EQ(OctetsOf(R"({"type": "IGMPv3 Query", "group": "232.1.1.1", "suppress": true,
                           "sources": ["10.0.0.1", "10.0.0.2"]})"),
              "110ae770e80101010a7d00020a0000010a000002");
}

TEST(CraftedMessage, RFC_3376_4_2_Reports)
{
    const std::string record = R"({"type": "IGMPv3 Report", "records": [{"group": )";
    EXPECT_EQ(OctetsOf(record + R"("239.1.1.1", "type": "TO_EX"}]})"),
              "2200e9fb0000000104000000ef010101");
    EXPECT_EQ(OctetsOf(record + R"("239.1.1.1", "type": "TO_IN"}]})"),
              "2200eafb0000000103000000ef010101");
    EXPECT_EQ(OctetsOf(record + R"("232.1.1.1", "type": "ALLOW", "sources": ["10.0.0.1"]}]})"),
              "2200e5f90000000105000001e80101010a000001");
}

TEST(CraftedMessage, EachFieldIsSentAsItIsGiven)
{
    EXPECT_EQ(OctetsOf(R"({"type": "IGMPv2 Leave", "max-resp-code": 1, "checksum": 258})"),
              "1701010200000000");
    EXPECT_EQ(OctetsOf(R"({"type": "IGMPv3 Query", "max-resp-code": 255, "checksum": 0, "flags": 15,
                           "suppress": true, "qrv": 7, "qqic": 1, "number-of-sources": 513})"),
              "11ff000000000000ff010201");
    EXPECT_EQ(OctetsOf(R"({"type": "IGMPv3 Report", "reserved": 1, "checksum": 0, "flags": 515,
                           "number-of-records": 1029, "records": [
                           {"type": 7, "aux-data-length": 8, "number-of-sources": 2314,
                            "group": "1.2.3.4", "sources": ["5.6.7.8"], "aux-data": "aB cd EF01"}
                           ]})"),
              "22010000020304050708090a0102030405060708abcdef01");
}

TEST(CraftedMessage, RFC_3376_4_2_6_AuxiliaryDataIsCountedInWords)
{
    const std::string before =
        R"({"type": "IGMPv3 Report", "checksum": 0, "records": [{"type": 1, "aux-data": ")";
    EXPECT_EQ(OctetsOf(before + R"(0102030405060708"}]})"),
              "22000000000000010102000000000000"
              "0102030405060708");
    EXPECT_THROW(OctetsOf(before + R"(010203"}]})"), InputError);
}

TEST(CraftedMessage, RFC_3376_4_MessagesHaveTheirDestinations)
{
    EXPECT_EQ(DestinationOf(R"({"type": "IGMPv3 Query"})"), Ipv4Address("224.0.0.1"));
    EXPECT_EQ(DestinationOf(R"({"type": "IGMPv2 Query", "group": "239.1.1.1"})"),
              Ipv4Address("239.1.1.1"));
    EXPECT_EQ(DestinationOf(R"({"type": "IGMPv1 Report", "group": "239.1.1.1"})"),
              Ipv4Address("239.1.1.1"));
    EXPECT_EQ(DestinationOf(R"({"type": "IGMPv2 Leave", "group": "239.1.1.1"})"),
              Ipv4Address("224.0.0.2"));
    EXPECT_EQ(DestinationOf(R"({"type": "IGMPv3 Report"})"), Ipv4Address("224.0.0.22"));
}

} // namespace

} // namespace mgm
} // namespace ns3
