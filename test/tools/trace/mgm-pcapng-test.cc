/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "mgm-written-trace.h"
#include "model/trace/mgm-sample-records.h"
#include "tools/scenario/mgm-scenario-file.h"
#include "trace/mgm-pcapng-block.h"
#include "trace/mgm-pcapng-reader.h"
#include "trace/mgm-pcapng-writer.h"
#include "trace/mgm-trace-file.h"
#include "trace/mgm-trace-payload.h"

#include <algorithm>
#include <gtest/gtest.h>
#include <sstream>

namespace ns3
{
namespace mgm
{

namespace
{

using namespace std::string_literals;

// Blocks written down by hand from the pcapng draft (draft-ietf-opsawg-pcapng).

/// Section with application "mgm" and comment "hello".
const std::string SECTION = "\x0A\x0D\x0D\x0A\x34\0\0\0\x4D\x3C\x2B\x1A\1\0\0\0"
                            "\xFF\xFF\xFF\xFF\xFF\xFF\xFF\xFF"
                            "\4\0\3\0mgm\0\1\0\5\0hello\0\0\0"
                            "\0\0\0\0\x34\0\0\0"s;

/// Interface of link type 147 with the name "r1", times in 10^-9 s.
const std::string INTERFACE = "\1\0\0\0\x28\0\0\0\x93\0\0\0\0\0\0\0"
                              "\2\0\2\0r1\0\0\x9\0\1\0\x9\0\0\0"
                              "\0\0\0\0\x28\0\0\0"s;

/// Packet of interface 0 at 4294967298 ns, 3 of 5 bytes.
const std::string PACKET = "\6\0\0\0\x24\0\0\0\0\0\0\0\1\0\0\0\2\0\0\0\3\0\0\0\5\0\0\0"
                           "abc\0\x24\0\0\0"s;

/// The numbers of a block whose text has none, the other way round. Texts keep their order.
std::string
BigEndianTrace(const std::string& payload)
{
    const auto number = [](uint32_t value, int size) {
        std::string bytes;
        for (int i = size - 1; i >= 0; --i)
        {
            bytes += static_cast<char>(value >> 8 * i & 0xFF);
        }
        return bytes;
    };
    const auto padded = [](std::string text) {
        text.resize((text.size() + 3) / 4 * 4);
        return text;
    };
    const auto block = [&](uint32_t type, const std::string& body) {
        const auto length = number(static_cast<uint32_t>(body.size()) + 12, 4);
        return number(type, 4) + length + body + length;
    };
    const auto json = SampleHeader().ToJson();
    const auto size = static_cast<uint32_t>(payload.size());
    return block(0x0A0D0D0A,
                 number(0x1A2B3C4D, 4) + number(1, 2) + number(0, 2) + std::string(8, '\xFF') +
                     number(1, 2) + number(static_cast<uint32_t>(json.size()), 2) + padded(json)) +
           block(1, number(1, 2) + number(0, 2) + number(0, 4)) + // Ethernet
           block(1, number(147, 2) + number(0, 2) + number(0, 4)) +
           block(6, std::string(12, '\0') + number(2, 4) + number(2, 4) + padded("zz")) +
           block(5, std::string(12, '\0')) + // statistics
           block(6,
                 number(1, 4) + std::string(8, '\0') + number(size, 4) + number(size, 4) +
                     padded(payload));
}

std::string
ReplacedAt(std::string bytes, std::size_t position, char byte)
{
    bytes[position] = byte;
    return bytes;
}

} // namespace

TEST(Pcapng, BlocksAreThoseOfTheDraft)
{
    std::ostringstream os;
    PcapngWriter writer(os, "hello");
    EXPECT_EQ(os.str(), SECTION);
    EXPECT_EQ(writer.AddInterface(147, "r1"), 0);
    EXPECT_EQ(os.str(), SECTION + INTERFACE);
    writer.Write(0, 4294967298, "abc", 5);
    EXPECT_EQ(os.str(), SECTION + INTERFACE + PACKET);
    EXPECT_EQ(writer.AddInterface(1, "r2", "LAN"), 1);
}

TEST(Pcapng, PacketsAreRead)
{
    PcapngReader reader("f", std::make_unique<std::istringstream>(SECTION + INTERFACE + PACKET));
    EXPECT_EQ(reader.GetComment(), "hello");
    const auto* packet = reader.Next();
    ASSERT_TRUE(packet);
    EXPECT_EQ(packet->linkType, 147);
    EXPECT_EQ(packet->time, 4294967298U);
    EXPECT_EQ(packet->originalLength, 5U);
    EXPECT_EQ(packet->data, "abc");
    EXPECT_EQ(reader.GetPlace(), "f: byte 92"); // 52 bytes of section, 40 of interface
    EXPECT_FALSE(reader.Next());
}

TEST(Pcapng, LongCommentsAreSplitAtCharacters)
{
    std::string comment = "x";
    for (int i = 0; i < 100000; ++i)
    {
        comment += "\xC3\xA9";
    }
    std::ostringstream os;
    PcapngWriter(os, comment).AddInterface(147, comment);
    PcapngReader reader("f", std::make_unique<std::istringstream>(os.str()));
    EXPECT_EQ(reader.GetComment(), comment);
    EXPECT_FALSE(reader.Next());
    EXPECT_EQ(CutText("\xC3\xA9\xC3\xA9", 3), "\xC3\xA9");
    EXPECT_EQ(CutText("\xA9\xA9\xA9", 2), "\xA9\xA9");
}

TEST(Pcapng, PayloadHasNumberLengthAndTextOfEachColumn)
{
    TraceRecord record; // the first six columns but for the cause, in the order of the columns
    record.seq = 12;
    record.timeNs = 5;
    record.node = 3;
    record.kind = TraceKind::DROP;
    record.op = "data";
    std::string payload;
    AppendTracePayload(payload, record);
    EXPECT_EQ(payload,
              "\1\0\2"s
              "12\2\0\1"s
              "5\4\0\1"s
              "0\5\0\1"s
              "3\6\0\4drop\7\0\4data"s);
}

TEST(Pcapng, LongTextsAreCut)
{
    const std::string text(70000, 'x');
    auto record = FullRecord();
    record.detail = text;
    std::string payload;
    AppendTracePayload(payload, record);
    TraceRecordBuilder builder;
    builder.Clear();
    ReadTracePayload(payload, builder, "f");
    EXPECT_EQ(builder.Build("f").detail, text.substr(0, 65535));
}

TEST(Pcapng, TracesOfEitherByteOrderAreReadAmongOtherPackets)
{
    const TemporaryDirectory directory;
    std::string payload;
    AppendTracePayload(payload, FullRecord());
    const auto reader = OpenTrace(WriteFile(directory / "t", BigEndianTrace(payload)));
    EXPECT_EQ(reader->GetHeader().ToJson(), SampleHeader().ToJson());
    const auto* record = reader->Next();
    ASSERT_TRUE(record);
    EXPECT_EQ(ColumnsOf(*record), FULL_VALUES);
    EXPECT_FALSE(reader->Next());
}

TEST(Pcapng, NodesThatTheHeaderDoesNotKnowGetInterfaces)
{
    const TemporaryDirectory directory;
    {
        TraceFile trace({TraceFormat::PCAPNG, TraceCompression::NONE},
                        directory / "t",
                        SampleHeader());
        for (const uint32_t node : {3, 9, 0, 9})
        {
            TraceRecord record;
            record.seq = 1;
            record.node = node;
            trace.Write(record);
        }
    }
    const auto bytes = ReadWholeFile(directory / "t");
    const auto interface = "\x93\0\0\0\0\0\0\0\2\0\1\0"
                           "9"s;
    const auto place = bytes.find(interface);
    ASSERT_NE(place, std::string::npos);
    EXPECT_EQ(bytes.find(interface, place + 1), std::string::npos);
    EXPECT_EQ(FaultOf(directory / "t"), "");
}

/// A trace without records, and faults behind it.
class PcapngFault : public testing::Test
{
  protected:
    void SetUp() override
    {
        std::ostringstream os;
        PcapngWriter(os, SampleHeader().ToJson()).AddInterface(147, "r1");
        m_start = os.str();
        m_place = "FILE: byte " + std::to_string(m_start.size()) + ": ";
    }

    /// What is wrong with a file.
    std::string FaultOfFile(const std::string& bytes) const
    {
        return FaultOf(WriteFile(m_directory / "t", bytes));
    }

    /// What is wrong with a record.
    std::string FaultOfPayload(const std::string& payload) const
    {
        auto bytes = m_start;
        AppendPacketBlock(bytes, 0, 0, payload, static_cast<uint32_t>(payload.size()));
        return FaultOfFile(bytes);
    }

    TemporaryDirectory m_directory; ///< where the file is
    std::string m_start;            ///< the trace
    std::string m_place;            ///< the place of the first packet, in messages
};

TEST_F(PcapngFault, SectionIsNone)
{
    EXPECT_EQ(FaultOfFile("\x0A\x0D"),
              "FILE: byte 0: found the end of the file, expected a whole block");
    EXPECT_EQ(FaultOfFile(ReplacedAt(SECTION, 8, 'x')),
              "FILE: byte 0: found a block of 872415232 bytes, expected the length of a block");
    EXPECT_EQ(FaultOfFile(ReplacedAt(SECTION, 48, 'x')),
              "FILE: byte 0: found a block of 52 or 120 bytes, expected equal lengths at its ends");
    EXPECT_EQ(FaultOfFile(SECTION).rfind("FILE: byte 0: found no header of a trace", 0), 0U);
}

TEST_F(PcapngFault, PacketIsNone)
{
    EXPECT_EQ(FaultOfFile(m_start + PACKET),
              m_place + "found 3 of 5 bytes of a record, expected all");
    EXPECT_EQ(FaultOfFile(m_start + PACKET.substr(0, 30)),
              m_place + "found the end of the file, expected a whole block");
    EXPECT_EQ(FaultOfFile(m_start + ReplacedAt(PACKET, 8, '\1')),
              m_place + "found a packet of interface 1, expected one of 1 interfaces");
    EXPECT_EQ(FaultOfFile(m_start + ReplacedAt(PACKET, 20, '\5')),
              m_place + "found a packet of 5 bytes, expected one in the block");
}

TEST_F(PcapngFault, RecordIsNone)
{
    EXPECT_EQ(FaultOfPayload("\x14\0\1x"s),
              m_place + "found a column of number 20, expected one from 1 to 19");
    EXPECT_EQ(FaultOfPayload("\1\0"s),
              m_place + "seq: found the end of the record, expected a whole value");
    EXPECT_EQ(FaultOfPayload("\1\0\2x"s),
              m_place + "seq: found the end of the record, expected a whole value");
    EXPECT_EQ(FaultOfPayload("\1\0\1"s
                             "1\1\0\1"s
                             "2"s),
              m_place + "seq: found it twice, expected it once");
    EXPECT_EQ(FaultOfPayload(""),
              m_place + "seq: found nothing, expected a number from 1 to 18446744073709551615");
}

} // namespace mgm
} // namespace ns3
