/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "model/wire/mgm-octets.h"

#include "ns3/ipv4-header.h"
#include "ns3/mgm-pim-header.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>
#include <sstream>

namespace ns3
{
namespace mgm
{

namespace
{

/// @brief A message and its octets.
struct PimVectorCase
{
    const char* title;
    std::string octets;
    PimMessage message;
};

Ipv4Address
A(const char* address)
{
    return Ipv4Address(address);
}

constexpr const char* S2 = "10.10.4.2";
constexpr const char* S3 = "10.10.4.3";
constexpr const char* RP = "10.255.0.1";

const PimGroup G1{A("239.1.1.1")};
const PimGroup G2{A("239.1.1.2")};
const PimGroup G3{A("239.1.1.3")};

PimGroup
Range(const char* address, uint8_t maskLength)
{
    return {A(address), maskLength, false, false};
}

PimGroup
Zone(const char* address, uint8_t maskLength)
{
    return {A(address), maskLength, false, true};
}

const PimGroup ALL_GROUPS = Range("224.0.0.0", 4);

PimHoldtime
Hold(uint16_t seconds)
{
    return {seconds};
}

PimLanPruneDelay
Delay(bool tracking, uint16_t propagation, uint16_t overriding)
{
    return {tracking, propagation, overriding};
}

PimSource
Wildcard(const char* rp)
{
    return {A(rp), true, true, true};
}

PimSource
Rpt(const char* source)
{
    return {A(source), true, false, true};
}

PimSource
Source(const char* source)
{
    return {A(source), true, false, false};
}

PimSource
Dense(const char* source)
{
    return {A(source), false, false, false};
}

PimRp
Rp(const char* address, uint16_t holdtime, uint8_t priority)
{
    return {A(address), holdtime, priority};
}

PimMessage
JoinPrune(const char* upstream, uint16_t holdtime, std::vector<PimGroupSet> groups)
{
    return PimJoinPrune{PimType::JOIN_PRUNE, A(upstream), holdtime, std::move(groups)};
}

/// pim-vectors, made by an encoder of its own from the RFCs and accepted by tshark.
const std::vector<PimVectorCase> PIM_VECTORS{
    {"V01 Hello, all options of a PIM-SM router",
     "200015a40001000200690002000401f409c40013000400000001001400041234"
     "abcd",
     PimHello{{Hold(105), Delay(false, 500, 2500), PimDrPriority{1}, PimGenerationId{0x1234abcd}}}},
    {"V02 Hello, goodbye",
     "2000160d0001000200000002000401f409c40013000400000001001400041234"
     "abcd",
     PimHello{{Hold(0), Delay(false, 500, 2500), PimDrPriority{1}, PimGenerationId{0x1234abcd}}}},
    {"V03 Hello of a PIM-DM router with State Refresh",
     "200014670001000200690002000401f409c4001400041234abcd00150004013c"
     "0000",
     PimHello{{Hold(105),
               Delay(false, 500, 2500),
               PimGenerationId{0x1234abcd},
               PimStateRefreshCapable{1, 60}}}},
    {"V04 Hello with secondary addresses",
     "2000ee7d0001000200690002000401f409c40013000400000001001400041234"
     "abcd0018000c01000a00090101000a000801",
     PimHello{{Hold(105),
               Delay(false, 500, 2500),
               PimDrPriority{1},
               PimGenerationId{0x1234abcd},
               PimAddressList{{A("10.0.9.1"), A("10.0.8.1")}}}}},
    {"V05 Hello, T bit and long delays",
     "200028440001000200690002000483e8753000130004ffffffff001400041234"
     "abcd",
     PimHello{{Hold(105),
               Delay(true, 1000, 30000),
               PimDrPriority{4294967295},
               PimGenerationId{0x1234abcd}}}},
    {"V06 Hello, never time out",
     "2000dfcc00010002ffff00130004000000010014000400000000",
     PimHello{{Hold(PIM_HOLDTIME_FOREVER), PimDrPriority{1}, PimGenerationId{0}}}},
    {"V07 Join (*,G)",
     "2300cbe701000a000101000100d201000020ef01010100010000010007200aff"
     "0001",
     JoinPrune("10.0.1.1", 210, {{G1, {Wildcard(RP)}, {}}})},
    {"V08 Join (*,G) with Prune (S,G,rpt)",
     "2300b7ba01000a000101000100d201000020ef01010100010001010007200aff"
     "0001010005200a0a0402",
     JoinPrune("10.0.1.1", 210, {{G1, {Wildcard(RP)}, {Rpt(S2)}}})},
    {"V09 Join (S,G)",
     "2300cbdb01000a000101000100d201000020ef01010100010000010004200a0a"
     "0402",
     JoinPrune("10.0.1.1", 210, {{G1, {Source(S2)}, {}}})},
    {"V10 Prune (*,G)",
     "2300cbe701000a000101000100d201000020ef01010100000001010007200aff"
     "0001",
     JoinPrune("10.0.1.1", 210, {{G1, {}, {Wildcard(RP)}}})},
    {"V11 three groups, mixed",
     "230087c501000a000101000300d201000020ef01010100010002010007200aff"
     "0001010005200a0a0402010005200a0a040301000020ef010102000100010100"
     "04200a0a0402010004200a0a040301000020ef01010300000001010007200aff"
     "0001",
     JoinPrune("10.0.1.1",
               210,
               {{G1, {Wildcard(RP)}, {Rpt(S2), Rpt(S3)}},
                {G2, {Source(S2)}, {Source(S3)}},
                {G3, {}, {Wildcard(RP)}}})},
    {"V12 Prune (S,G) of PIM-DM",
     "2300cfdb01000a000101000100d201000020ef01010100000001010000200a0a"
     "0402",
     JoinPrune("10.0.1.1", 210, {{G1, {}, {Dense(S2)}}})},
    {"V13 Join (S,G) of PIM-DM, override",
     "2300cfdb01000a000101000100d201000020ef01010100010000010000200a0a"
     "0402",
     JoinPrune("10.0.1.1", 210, {{G1, {Dense(S2)}, {}}})},
    {"V17 Register-Stop (S,G)", "2200ddd001000020ef01010101000a0a0402", PimRegisterStop{G1, A(S2)}},
    {"V18 Register-Stop (*,G)",
     "2200ebdc01000020ef010101010000000000",
     PimRegisterStop{G1, A("0.0.0.0")}},
    {"V19 Assert (S,G)",
     "2500da4e01000020ef01010101000a0a04020000006e00000014",
     PimAssert{G1, A(S2), false, 110, 20}},
    {"V20 Assert (*,G)",
     "2500685001000020ef0101010100000000008000006e0000001e",
     PimAssert{G1, A("0.0.0.0"), true, 110, 30}},
    {"V21 AssertCancel (S,G)",
     "2500dad001000020ef01010101000a0a0402ffffffffffffffff",
     PimAssert{G1, A(S2), true, PIM_INFINITE_PREFERENCE, PIM_INFINITE_METRIC}},
    {"V22 Graft",
     "2600cdad01000a0001010001000001000020ef01010100010000010000200a0a"
     "0402",
     PimJoinPrune{PimType::GRAFT, A("10.0.1.1"), 0, {{G1, {Dense(S2)}, {}}}}},
    {"V23 Graft-Ack",
     "2700ccac01000a0001020001000001000020ef01010100010000010000200a0a"
     "0402",
     PimJoinPrune{PimType::GRAFT_ACK, A("10.0.1.2"), 0, {{G1, {Dense(S2)}, {}}}}},
    {"V24 State Refresh, not pruned",
     "2900928401000020ef01010101000a0a040201000a0001010000000000000000"
     "180f203c",
     PimStateRefresh{G1, A(S2), A("10.0.1.1"), 0, 0, 24, 15, false, false, true, 60}},
    {"V25 State Refresh, pruned, forwarded",
     "2900eef901000020ef01010101000a0a040201000a0a04010000006e00000014"
     "180dc03c",
     PimStateRefresh{G1, A(S2), A("10.10.4.1"), 110, 20, 24, 13, true, true, false, 60}},
    {"V26 Bootstrap",
     "240044da165b1e4001000a00000101000004e00000000303000001000a010101"
     "0096c00001000a0202020096c00001000a0303030096c00001000010ef010000"
     "0101000001000a04040400960a00",
     PimBootstrap{false,
                  0x165b,
                  30,
                  64,
                  A("10.0.0.1"),
                  {{ALL_GROUPS,
                    3,
                    {Rp("10.1.1.1", 150, 192), Rp("10.2.2.2", 150, 192), Rp("10.3.3.3", 150, 192)}},
                   {Range("239.1.0.0", 16), 1, {Rp("10.4.4.4", 150, 10)}}}}},
    {"V27 Bootstrap, No-Forward",
     "2480ed44165b1e4001000a00000101000004e00000000101000001000a010101"
     "0096c000",
     PimBootstrap{true,
                  0x165b,
                  30,
                  64,
                  A("10.0.0.1"),
                  {{ALL_GROUPS, 1, {Rp("10.1.1.1", 150, 192)}}}}},
    {"V28 Bootstrap, empty",
     "2400b2b700071e4001000a000001",
     PimBootstrap{false, 7, 30, 64, A("10.0.0.1"), {}}},
    {"V29 Bootstrap, scoped",
     "2400b38900081e0501000a0000010100010eefc000000101000001000a010101"
     "00960000",
     PimBootstrap{false,
                  8,
                  30,
                  5,
                  A("10.0.0.1"),
                  {{Zone("239.192.0.0", 14), 1, {Rp("10.1.1.1", 150, 0)}}}}},
    {"V30 Bootstrap, fragment 1 of 2",
     "2400126222221e4001000a00000101000004e00000000302000001000a010101"
     "0096c00001000a0202020096c000",
     PimBootstrap{false,
                  0x2222,
                  30,
                  64,
                  A("10.0.0.1"),
                  {{ALL_GROUPS, 3, {Rp("10.1.1.1", 150, 192), Rp("10.2.2.2", 150, 192)}}}}},
    {"V31 Bootstrap, fragment 2 of 2",
     "2400ddf922221e4001000a00000101000004e00000000301000001000a030303"
     "0096c000",
     PimBootstrap{false,
                  0x2222,
                  30,
                  64,
                  A("10.0.0.1"),
                  {{ALL_GROUPS, 3, {Rp("10.3.3.3", 150, 192)}}}}},
    {"V32 Bootstrap, RP withdrawn",
     "2400e29222231e4001000a00000101000004e00000000101000001000a010101"
     "0000c000",
     PimBootstrap{false,
                  0x2223,
                  30,
                  64,
                  A("10.0.0.1"),
                  {{ALL_GROUPS, 1, {Rp("10.1.1.1", 0, 192)}}}}},
    {"V33 C-RP-Adv, two ranges",
     "2800e79102c0009601000a03030301000008ef00000001000008ee000000",
     PimCandidateRp{192, 150, A("10.3.3.3"), {Range("239.0.0.0", 8), Range("238.0.0.0", 8)}}},
    {"V34 C-RP-Adv, shutting down",
     "2800e82702c0000001000a03030301000008ef00000001000008ee000000",
     PimCandidateRp{192, 0, A("10.3.3.3"), {Range("239.0.0.0", 8), Range("238.0.0.0", 8)}}},
    {"V35 C-RP-Adv, no range",
     "2800c8a300c0009601000a030303",
     PimCandidateRp{192, 150, A("10.3.3.3"), {}}},
};

std::string
Encode(const PimMessage& message)
{
    const auto packet = Create<Packet>();
    packet->AddHeader(PimHeader(message));
    return ToHex(packet);
}

PimDecodeResult
Decode(const std::string& octets)
{
    PimHeader header;
    FromHex(octets)->PeekHeader(header);
    return header.GetResult();
}

std::string
Summarize(const PimMessage& message)
{
    std::ostringstream text;
    text << ToString(GetType(message)) << ' ' << message;
    return text.str();
}

/// @brief Each vector.
class PimVector : public testing::TestWithParam<PimVectorCase>
{
};

INSTANTIATE_TEST_SUITE_P(All, PimVector, testing::ValuesIn(PIM_VECTORS), [](const auto& vector) {
    return std::string(vector.param.title).substr(0, 3);
});

TEST_P(PimVector, IsWhatTheMessageEncodesTo)
{
    EXPECT_EQ(Encode(GetParam().message), GetParam().octets) << GetParam().title;
}

TEST_P(PimVector, DecodesToTheMessage)
{
    const auto result = Decode(GetParam().octets);
    ASSERT_TRUE(std::holds_alternative<PimMessage>(result)) << GetParam().title;
    const auto& message = std::get<PimMessage>(result);
    EXPECT_EQ(message.index(), GetParam().message.index()) << GetParam().title;
    EXPECT_EQ(Encode(message), GetParam().octets) << GetParam().title;
    EXPECT_EQ(Summarize(message), Summarize(GetParam().message)) << GetParam().title;
}

// Registers: the header is taken off, the packet stays.

constexpr const char* DATA_PACKET = "4500002c000100000f11adb20a0a0402ef0101011388138800"
                                    "18283d6d676d2d766563746f722d3030303121";

/// Takes the header of a Register off.
std::string
Registered(const std::string& octets, bool isNull)
{
    const auto packet = FromHex(octets);
    PimHeader header;
    packet->RemoveHeader(header);
    const auto* message = std::get_if<PimMessage>(&header.GetResult());
    const auto* start = message ? std::get_if<PimRegister>(message) : nullptr;
    EXPECT_TRUE(start && start->isNull == isNull) << octets;
    return ToHex(packet);
}

TEST(PimRegisterMessage, V14_RFC_7761_4_9_3_ChecksumCoversEightOctets)
{
    const auto packet = FromHex(DATA_PACKET);
    packet->AddHeader(PimHeader(PimRegister{false}));
    EXPECT_EQ(ToHex(packet), std::string("2100deff00000000") + DATA_PACKET);
    EXPECT_EQ(Registered(std::string("2100deff00000000") + DATA_PACKET, false), DATA_PACKET);
}

TEST(PimRegisterMessage, V15_RFC_7761_4_9_3_ChecksumOverAllIsAcceptedToo)
{
    EXPECT_EQ(Registered(std::string("2100dd3700000000") + DATA_PACKET, false), DATA_PACKET);
}

TEST(PimRegisterMessage, V16_NullRegister)
{
    const std::string dummy = "45000014000000000067bc750a0a0402ef010101";
    EXPECT_EQ(Registered("21009eff40000000" + dummy, true), dummy);
    const auto packet = FromHex(dummy);
    packet->AddHeader(PimHeader(PimRegister{true}));
    EXPECT_EQ(ToHex(packet), "21009eff40000000" + dummy);
}

TEST(PimRegisterMessage, X09_NothingRegistered)
{
    EXPECT_EQ(Registered("2100deff00000000", false), "");
}

// What is wrong, and where.

void
ExpectError(const std::string& octets, PimError error, uint32_t offset)
{
    const auto result = Decode(octets);
    ASSERT_TRUE(std::holds_alternative<PimDecodeError>(result)) << octets;
    EXPECT_EQ(ToString(std::get<PimDecodeError>(result).error), ToString(error)) << octets;
    EXPECT_EQ(std::get<PimDecodeError>(result).offset, offset) << octets;
}

TEST(PimDecode, X01_RFC_7761_4_9_BadChecksum)
{
    ExpectError("2300cbe601000a000101000100d201000020ef01010100010000010007200aff0001",
                PimError::BAD_CHECKSUM,
                2);
}

TEST(PimDecode, X02_RFC_7761_4_9_Version1)
{
    ExpectError("1300dbe701000a000101000100d201000020ef01010100010000010007200aff0001",
                PimError::BAD_VERSION,
                0);
}

TEST(PimDecode, X03_CutInsideASource)
{
    ExpectError("2300cce701000a000101000100d201000020ef01010100010000010007200a",
                PimError::TRUNCATED,
                30);
}

TEST(PimDecode, X04_FewerGroupsThanAnnounced)
{
    ExpectError("2300cae901000a00010100ff00d201000020ef01010100010000010007200aff0001",
                PimError::TRUNCATED,
                34);
}

TEST(PimDecode, X05_FewerSourcesThanAnnounced)
{
    ExpectError("2300cbe801000a000101000100d201000020ef010101ffff0000010007200aff0001",
                PimError::TRUNCATED,
                34);
}

TEST(PimDecode, X06_OptionLongerThanTheMessage)
{
    // DR priority with a length of 64.
    ExpectError("2000df3f0001000200690013004000000001", PimError::BAD_OPTION, 12);
}

TEST(PimDecode, X07_RFC_7761_4_9_2_UnknownOptionIsIgnored)
{
    const std::string octets = "200098dd000100020069fde9000561626364650014000400000007";
    const auto result = Decode(octets);
    ASSERT_TRUE(std::holds_alternative<PimMessage>(result));
    const auto& hello = std::get<PimHello>(std::get<PimMessage>(result));
    ASSERT_TRUE(hello.Find<PimHoldtime>());
    EXPECT_EQ(hello.Find<PimHoldtime>()->seconds, 105);
    ASSERT_TRUE(hello.Find<PimGenerationId>());
    EXPECT_EQ(hello.Find<PimGenerationId>()->id, 7U);
    EXPECT_FALSE(hello.Find<PimDrPriority>());
    EXPECT_EQ(Encode(hello), octets);
}

TEST(PimDecode, X12_MoreRpsInTheFragmentThanInAll)
{
    const auto result =
        Decode("2400b6bb00091e0101000a00000101000004e00000000102000001000a0101010096000001000a0202"
               "0200960000");
    ASSERT_TRUE(std::holds_alternative<PimMessage>(result)); // up to the receiver
    const auto& range = std::get<PimBootstrap>(std::get<PimMessage>(result)).ranges.at(0);
    EXPECT_EQ(range.count, 1);
    EXPECT_EQ(range.rps.size(), 2U);
}

TEST(PimDecode, X13_HashMaskLongerThanAnAddress)
{
    ExpectError("2400c1560009210101000a00000101000004e00000000101000001000a01010100960000",
                PimError::BAD_MASK,
                6);
}

TEST(PimDecode, X14_NoMulticastGroup)
{
    ExpectError("2300b0e801000a000101000100d2010000200a01010100010000010007200aff0001",
                PimError::BAD_GROUP,
                18);
}

TEST(PimDecode, X15_AnotherAddressFamily)
{
    ExpectError("2300cae702000a000101000100d201000020ef01010100010000010007200aff0001",
                PimError::BAD_ADDRESS,
                4);
}

TEST(PimDecode, X16_RFC_7761_4_9_UnknownType)
{
    ExpectError("2f00d0ff", PimError::UNKNOWN_TYPE, 0);
}

TEST(PimDecode, X17_LessThanAHeader)
{
    ExpectError("2000", PimError::TOO_SHORT, 2);
    ExpectError("", PimError::TOO_SHORT, 0);
}

TEST(PimDecode, RFC_7761_4_9_1_SourceWithAMaskIsIgnored)
{
    // V09 with a mask of 24 bits; the checksum falls by 8 less.
    ExpectError("2300cbe301000a000101000100d201000020ef01010100010000010004180a0a0402",
                PimError::BAD_ADDRESS,
                29);
}

TEST(PimDecode, RFC_7761_4_9_2_KnownOptionOfAnotherLength)
{
    ExpectError("2000e0910001000300"
                "69ff",
                PimError::BAD_OPTION,
                6);
}

TEST(PimDecode, RFC_7761_4_3_4_AddressListOfAnotherFamilyIsIgnored)
{
    // Holdtime, then one address of IPv6.
    const std::string octets = "2000deba0001000200690018001202002001000000000000000000000000dead";
    const auto result = Decode(octets);
    ASSERT_TRUE(std::holds_alternative<PimMessage>(result));
    const auto& hello = std::get<PimHello>(std::get<PimMessage>(result));
    EXPECT_FALSE(hello.Find<PimAddressList>());
    EXPECT_TRUE(hello.Find<PimHoldtime>());
    EXPECT_EQ(Encode(hello), octets);
}

TEST(PimMessageText, SaysWhatItIsAbout)
{
    EXPECT_EQ(Summarize(PIM_VECTORS.at(0).message),
              "PIM Hello holdtime 105s, delay 500+2500ms, priority 1, generation 305441741");
    EXPECT_EQ(Summarize(JoinPrune("10.0.1.1", 210, {{G1, {Wildcard(RP)}, {Rpt(S2)}}})),
              "PIM Join/Prune to 10.0.1.1 210s 239.1.1.1 join *(10.255.0.1) prune 10.10.4.2(rpt)");
    EXPECT_EQ(
        Summarize(PimAssert{G1, A("0.0.0.0"), true, PIM_INFINITE_PREFERENCE, PIM_INFINITE_METRIC}),
        "PIM Assert (*,239.1.1.1) rpt infinite");
    EXPECT_EQ(Summarize(PimBootstrap{false,
                                     1,
                                     30,
                                     64,
                                     A("10.0.0.1"),
                                     {{ALL_GROUPS, 1, {Rp("10.1.1.1", 150, 192)}}}}),
              "PIM Bootstrap 10.0.0.1 priority 64 hash /30 tag 1 224.0.0.0/4: 10.1.1.1 priority "
              "192 150s");
    EXPECT_EQ(Summarize(JoinPrune("10.0.1.1", 0xFFFF, {{ALL_GROUPS, {}, {Dense(S2)}}})),
              "PIM Join/Prune to 10.0.1.1 forever 224.0.0.0/4 prune 10.10.4.2");
    PimStateRefresh refresh;
    refresh.group = G1;
    refresh.source = A("10.10.3.2");
    refresh.originator = A("10.10.3.1");
    refresh.preference = 101;
    refresh.metric = 1024;
    refresh.maskLength = 24;
    refresh.ttl = 15;
    refresh.interval = 60;
    refresh.pruneIndicator = refresh.pruneNow = refresh.assertOverride = true;
    EXPECT_EQ(Summarize(refresh),
              "PIM State Refresh (10.10.3.2,239.1.1.1) from 10.10.3.1 101/1024 mask /24 ttl 15 "
              "interval 60s P N O");
}

TEST(PimMessageText, SaysInAWordWhatIsParticular)
{
    const PimAssert cancel{G1, A("10.10.3.2"), true, PIM_INFINITE_PREFERENCE, PIM_INFINITE_METRIC};
    PimStateRefresh pruned;
    pruned.pruneIndicator = true;
    PimJoinPrune graft;
    graft.type = PimType::GRAFT;
    graft.groups = {{G1, {Dense(S2)}, {}}};
    EXPECT_EQ(GetSaying(JoinPrune("10.0.1.1", 210, {{G1, {Dense(S2)}, {}}})), "join");
    EXPECT_EQ(GetSaying(JoinPrune("10.0.1.1", 210, {{G1, {}, {Dense(S2)}}})), "prune");
    EXPECT_EQ(GetSaying(JoinPrune("10.0.1.1", 210, {{G1, {Dense(S2)}, {Dense(S3)}}})),
              "join+prune");
    EXPECT_EQ(GetSaying(JoinPrune("10.0.1.1", 210, {})), "");
    EXPECT_EQ(GetSaying(graft), "");
    EXPECT_EQ(GetSaying(PimHello{{PimHoldtime{0}}}), "goodbye");
    EXPECT_EQ(GetSaying(PimHello{{PimHoldtime{105}}}), "");
    EXPECT_EQ(GetSaying(cancel), "cancel");
    EXPECT_EQ(GetSaying(PimAssert{G1, A("10.10.3.2"), false, 101, 1024}), "");
    EXPECT_EQ(GetSaying(pruned), "prune-indicator");
    EXPECT_EQ(GetSaying(PimStateRefresh()), "");
}

/// Sets the checksum that fits.
std::vector<uint8_t>
WithChecksum(std::vector<uint8_t> octets)
{
    Buffer buffer;
    buffer.AddAtStart(octets.size());
    octets[2] = octets[3] = 0;
    buffer.Begin().Write(octets.data(), octets.size());
    const auto checksum = buffer.Begin().CalculateIpChecksum(octets.size());
    octets[2] = checksum & 0xFF; // it is in the order of the octets already
    octets[3] = checksum >> 8;
    return octets;
}

std::vector<uint8_t>
ToOctets(const std::string& hex)
{
    const auto packet = FromHex(hex);
    std::vector<uint8_t> octets(packet->GetSize());
    packet->CopyData(octets.data(), octets.size());
    return octets;
}

/// Any octets with a good checksum are a message that encodes to one that decodes to the same, or
/// are none.
void
CheckAny(const std::vector<uint8_t>& octets)
{
    PimHeader header;
    const auto good = WithChecksum(octets);
    Create<Packet>(good.data(), good.size())->PeekHeader(header);
    if (const auto* message = std::get_if<PimMessage>(&header.GetResult()))
    {
        const auto encoded = Encode(*message);
        const auto again = Decode(encoded);
        RC_ASSERT(std::holds_alternative<PimMessage>(again));
        RC_ASSERT(Encode(std::get<PimMessage>(again)) == encoded);
        RC_ASSERT(encoded.size() <= 2 * octets.size());
    }
}

RC_GTEST_PROP(PimCodecProperty, MessagesWithSpoiltOctets, ())
{
    auto octets = ToOctets((*rc::gen::elementOf(PIM_VECTORS)).octets);
    const auto changes = *rc::gen::inRange(1, 4);
    for (int i = 0; i < changes; ++i)
    {
        octets[*rc::gen::inRange<std::size_t>(0, octets.size())] = *rc::gen::arbitrary<uint8_t>();
    }
    const auto size = *rc::gen::inRange<std::size_t>(4, octets.size() + 1);
    octets.resize(*rc::gen::arbitrary<bool>() ? size : octets.size());
    CheckAny(octets);
}

RC_GTEST_PROP(PimCodecProperty, AnyOctetsBehindAType, (std::vector<uint8_t> rest))
{
    std::vector<uint8_t> octets{static_cast<uint8_t>(0x20 | *rc::gen::inRange(0, 16)), 0, 0, 0};
    octets.insert(octets.end(), rest.begin(), rest.end());
    CheckAny(octets);
}

} // namespace

} // namespace mgm
} // namespace ns3
