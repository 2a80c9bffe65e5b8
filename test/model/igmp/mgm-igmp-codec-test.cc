/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "mgm-igmp-test-addresses.h"
#include "model/wire/mgm-octets.h"

#include "ns3/mgm-igmp-header.h"

#include <gtest/gtest.h>
#include <sstream>

namespace ns3
{
namespace mgm
{

namespace
{

const Ipv4Address SOURCE_1("10.0.0.1");
const Ipv4Address SOURCE_2("10.0.0.2");

/// @brief A message, its octets, and its name.
struct Vector
{
    const char* name;
    std::string octets;
    IgmpMessage message;
};

IgmpMessage
Older(IgmpType type, Time maxResponseTime, Ipv4Address group)
{
    return IgmpV2Message{type, maxResponseTime, group};
}

IgmpMessage
Report(IgmpRecordType type, Ipv4Address group, std::vector<Ipv4Address> sources)
{
    return IgmpV3Report{{{type, group, std::move(sources)}}};
}

/// The vectors of protocol-facts section 9, accepted by tcpdump and tshark; the last one from an
/// independent program.
const std::vector<Vector> VECTORS{
    {"IGMPv3 Query",
     "1164ec1e00000000027d0000",
     IgmpV3Query{Seconds(10), ALL, false, 2, Seconds(125), {}}},
    {"IGMPv3 Query",
     "110afc75ef010101027d0000",
     IgmpV3Query{Seconds(1), G, false, 2, Seconds(125), {}}},
    {"IGMPv3 Query",
     "110ae770e80101010a7d00020a0000010a000002",
     IgmpV3Query{Seconds(1), SSM_G, true, 2, Seconds(125), {SOURCE_1, SOURCE_2}}},
    {"IGMPv2 Query", "1164ee9b00000000", Older(IgmpType::QUERY, Seconds(10), ALL)},
    {"IGMPv1 Query", "1100eeff00000000", Older(IgmpType::QUERY, Time(0), ALL)},
    {"IGMPv2 Report", "1600f9fcef010101", Older(IgmpType::V2_REPORT, Time(0), G)},
    {"IGMPv2 Leave", "1700f8fcef010101", Older(IgmpType::V2_LEAVE, Time(0), G)},
    {"IGMPv1 Report", "1200fdfcef010101", Older(IgmpType::V1_REPORT, Time(0), G)},
    {"IGMPv3 Report", "2200e9fb0000000104000000ef010101", Report(IgmpRecordType::TO_EX, G, {})},
    {"IGMPv3 Report", "2200eafb0000000103000000ef010101", Report(IgmpRecordType::TO_IN, G, {})},
    {"IGMPv3 Report",
     "2200e5f90000000105000001e80101010a000001",
     Report(IgmpRecordType::ALLOW, SSM_G, {SOURCE_1})},
    {"IGMPv3 Report",
     "2200e3e20000000301000002e80101010a0000010a000002"
     "02000001ef0101020a00000306000001ef0101030a000004",
     IgmpV3Report{{{IgmpRecordType::IS_IN, SSM_G, {SOURCE_1, SOURCE_2}},
                   {IgmpRecordType::IS_EX, Ipv4Address("239.1.1.2"), {Ipv4Address("10.0.0.3")}},
                   {IgmpRecordType::BLOCK, Ipv4Address("239.1.1.3"), {Ipv4Address("10.0.0.4")}}}}},
};

/// @brief Each vector.
class IgmpVector : public testing::TestWithParam<Vector>
{
};

INSTANTIATE_TEST_SUITE_P(All, IgmpVector, testing::ValuesIn(VECTORS), [](const auto& vector) {
    return "Vector" + std::to_string(vector.index);
});

TEST_P(IgmpVector, IsWhatTheMessageEncodesTo)
{
    const auto packet = Create<Packet>();
    packet->AddHeader(IgmpHeader(GetParam().message));
    EXPECT_EQ(ToHex(packet), GetParam().octets);
}

TEST_P(IgmpVector, DecodesToTheMessage)
{
    IgmpHeader header;
    FromHex(GetParam().octets)->PeekHeader(header);
    ASSERT_TRUE(std::holds_alternative<IgmpMessage>(header.GetResult()));
    EXPECT_EQ(std::get<IgmpMessage>(header.GetResult()), GetParam().message);
}

TEST_P(IgmpVector, HasAName)
{
    EXPECT_EQ(GetName(GetParam().message), GetParam().name);
}

IgmpDecodeResult
Decode(const std::string& octets)
{
    IgmpHeader header;
    FromHex(octets)->PeekHeader(header);
    return header.GetResult();
}

void
ExpectError(const std::string& octets, IgmpError error, uint32_t offset)
{
    const auto result = Decode(octets);
    ASSERT_TRUE(std::holds_alternative<IgmpDecodeError>(result)) << octets;
    EXPECT_EQ(ToString(std::get<IgmpDecodeError>(result).error), ToString(error)) << octets;
    EXPECT_EQ(std::get<IgmpDecodeError>(result).offset, offset) << octets;
}

void
ExpectMessage(const std::string& octets, const IgmpMessage& message)
{
    const auto result = Decode(octets);
    ASSERT_TRUE(std::holds_alternative<IgmpMessage>(result)) << octets;
    EXPECT_EQ(std::get<IgmpMessage>(result), message) << octets;
}

TEST(IgmpDecode, TooShort)
{
    ExpectError("", IgmpError::TOO_SHORT, 0);
    ExpectError("1164ee9b000000", IgmpError::TOO_SHORT, 7);
}

TEST(IgmpDecode, RFC_3376_4_1_2_BadChecksum)
{
    ExpectError("1164ec1f00000000027d0000", IgmpError::BAD_CHECKSUM, 2);
    ExpectError("1164000000000000027d0000", IgmpError::BAD_CHECKSUM, 2);
}

TEST(IgmpDecode, RFC_3376_4_UnknownType)
{
    ExpectError("2300dcff00000000", IgmpError::UNKNOWN_TYPE, 0);
}

TEST(IgmpDecode, RFC_3376_7_1_QueryOfNoVersionsLength)
{
    ExpectError("1164ee9b000000000000", IgmpError::BAD_QUERY_LENGTH, 10);
}

TEST(IgmpDecode, TruncatedWhereTheFieldIsMissing)
{
    ExpectError("2200e9fa0000000204000000ef010101", IgmpError::TRUNCATED, 16);
    ExpectError("2200e5f80000000105000002e80101010a000001", IgmpError::TRUNCATED, 20);
    ExpectError("2200c3d40000000105030001e80101010a00000111111111", IgmpError::TRUNCATED, 20);
    ExpectError("110af972e8010101027d00020a000001", IgmpError::TRUNCATED, 16);
}

TEST(IgmpDecode, RFC_2236_6_GroupMustBeAMulticastGroup)
{
    ExpectError("1600dffe0a000001", IgmpError::BAD_GROUP, 4);
    ExpectError("110ae4f40a000001", IgmpError::BAD_GROUP, 4);
    ExpectError("110ae2770a000001027d0000", IgmpError::BAD_GROUP, 4);
}

TEST(IgmpDecode, RFC_3376_4_1_10_OctetsBehindTheMessageAreIgnored)
{
    ExpectMessage("11644e8100000000027d0000deadbeef",
                  IgmpV3Query{Seconds(10), ALL, false, 2, Seconds(125), {}});
    ExpectMessage("1600f0f6ef0101010102030405", Older(IgmpType::V2_REPORT, Time(0), G));
}

TEST(IgmpDecode, RFC_3376_4_1_ReservedBitsAreIgnored)
{
    ExpectMessage("1164f41d00000000fa7d0000",
                  IgmpV3Query{Seconds(10), ALL, true, 2, Seconds(125), {}});
}

TEST(IgmpDecode, RFC_3376_4_2_10_AuxiliaryDataIsSkipped)
{
    ExpectMessage(
        "22008b8d0000000205020001e80101010a000001111111112222222204000000ef010101",
        IgmpV3Report{{{IgmpRecordType::ALLOW, SSM_G, {SOURCE_1}}, {IgmpRecordType::TO_EX, G, {}}}});
}

TEST(IgmpDecode, RFC_3376_4_2_12_UnknownRecordTypesAreKeptForTheAgentToIgnore)
{
    ExpectMessage("2200edf50000000209000001e80101010a00000104000000ef010101",
                  IgmpV3Report{{{static_cast<IgmpRecordType>(9), SSM_G, {SOURCE_1}},
                                {IgmpRecordType::TO_EX, G, {}}}});
}

TEST(IgmpDecode, RFC_3376_7_1_VersionComesFromLengthAndCode)
{
    ExpectMessage("110afef2ef010101", Older(IgmpType::QUERY, Seconds(1), G));
}

/// No octets of up to 40 may do more than give an error.
TEST(IgmpDecode, EveryTruncationOfEveryVectorGivesAnError)
{
    for (const auto& vector : VECTORS)
    {
        for (std::size_t digits = 0; digits < vector.octets.size(); digits += 2)
        {
            const auto result = Decode(vector.octets.substr(0, digits));
            EXPECT_TRUE(std::holds_alternative<IgmpDecodeError>(result)) << vector.octets;
        }
    }
}

TEST(IgmpEncode, RFC_3376_4_1_6_RobustnessAbove7IsSentAs0)
{
    const auto packet = Create<Packet>();
    packet->AddHeader(IgmpHeader(IgmpV3Query{Seconds(10), ALL, false, 8, Seconds(125), {}}));
    EXPECT_EQ(ToHex(packet).substr(16, 2), "00");
}

TEST(IgmpSummary, SaysWhatTheMessageIsAbout)
{
    const auto summary = [](const IgmpMessage& message) {
        std::ostringstream os;
        os << message;
        return os.str();
    };
    EXPECT_EQ(summary(VECTORS[0].message), "general 10s");
    EXPECT_EQ(summary(VECTORS[2].message), "232.1.1.1 1s {10.0.0.1,10.0.0.2} S");
    EXPECT_EQ(summary(VECTORS[5].message), "239.1.1.1");
    EXPECT_EQ(summary(VECTORS[8].message), "TO_EX(239.1.1.1,{})");
    EXPECT_EQ(summary(VECTORS[11].message),
              "IS_IN(232.1.1.1,{10.0.0.1,10.0.0.2}) IS_EX(239.1.1.2,{10.0.0.3}) "
              "BLOCK(239.1.1.3,{10.0.0.4})");
}

TEST(IgmpSummary, GroupIsTheOneGroup)
{
    EXPECT_EQ(GetGroup(VECTORS[0].message), ALL);
    EXPECT_EQ(GetGroup(VECTORS[1].message), G);
    EXPECT_EQ(GetGroup(VECTORS[5].message), G);
    EXPECT_EQ(GetGroup(VECTORS[8].message), G);
    EXPECT_EQ(GetGroup(VECTORS[11].message), ALL);
}

} // namespace

} // namespace mgm
} // namespace ns3
