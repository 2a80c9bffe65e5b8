/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "mgm-written-trace.h"
#include "model/trace/mgm-sample-records.h"
#include "tools/scenario/mgm-scenario-file.h"
#include "trace/mgm-trace-file.h"
#include "trace/mgm-trace-format.h"

#include <gtest/gtest.h>
#include <list>
#include <rapidcheck/gtest.h>

namespace ns3
{
namespace mgm
{

namespace
{

using Columns = std::map<std::string, std::string>;

void
WriteTrace(TraceFileKind kind, const std::string& file, const std::vector<TraceRecord>& records)
{
    TraceFile trace(kind, file, SampleHeader());
    for (const auto& record : records)
    {
        trace.Write(record);
    }
    ASSERT_TRUE(trace.Close());
}

std::vector<Columns>
ReadTrace(const std::string& file)
{
    const auto reader = OpenTrace(file);
    EXPECT_EQ(reader->GetHeader().ToJson(), SampleHeader().ToJson());
    std::vector<Columns> records;
    while (const auto* record = reader->Next())
    {
        records.push_back(ColumnsOf(*record));
    }
    return records;
}

/// Texts of characters that some format has to treat with care.
std::string
DrawText()
{
    const auto parts = *rc::gen::container<std::vector<std::string>>(
        rc::gen::element<std::string>("a",
                                      "\"",
                                      ",",
                                      "\n",
                                      "\r",
                                      "\r\n",
                                      "\t",
                                      "\\",
                                      "#",
                                      "{",
                                      " ",
                                      std::string(1, '\0'),
                                      "\x01",
                                      "\x1F",
                                      "\x7F",
                                      "\xC3\xA9",
                                      "\xE2\x82\xAC",
                                      "\xF0\x9F\x98\x80"));
    std::string text;
    for (const auto& part : parts)
    {
        text += part;
    }
    return text;
}

/// Records whose texts live as long as it does.
struct DrawnRecords
{
    std::list<std::string> texts;
    std::vector<TraceRecord> records;

    std::string_view Draw()
    {
        return texts.emplace_back(DrawText());
    }

    void Add()
    {
        using namespace rc;
        TraceRecord record;
        record.seq = *gen::positive<uint64_t>();
        record.timeNs = *gen::nonNegative<int64_t>();
        record.cause = *gen::arbitrary<uint64_t>();
        record.depth = *gen::arbitrary<uint32_t>();
        record.node = *gen::arbitrary<uint32_t>();
        record.kind =
            static_cast<TraceKind>(*gen::inRange<int>(0, static_cast<int>(TraceKind::FORWARD) + 1));
        if (*gen::arbitrary<bool>())
        {
            record.client = ClientId{*gen::arbitrary<uint32_t>(), *gen::arbitrary<uint32_t>()};
        }
        if (*gen::arbitrary<bool>())
        {
            record.interface =
                InterfaceId{*gen::arbitrary<uint32_t>(), Ipv4Address(*gen::arbitrary<uint32_t>())};
        }
        if (*gen::arbitrary<bool>())
        {
            record.sourceGroup = SourceGroup{Ipv4Address(*gen::arbitrary<uint32_t>()),
                                             Ipv4Address(*gen::arbitrary<uint32_t>())};
        }
        if (*gen::arbitrary<bool>())
        {
            record.status = *gen::element(Status::NO_ERROR, Status::ERROR_NOT_FOUND);
        }
        for (auto* text : {&record.op,
                           &record.clientName,
                           &record.oldState,
                           &record.event,
                           &record.action,
                           &record.newState})
        {
            *text = Draw();
        }
        record.detail = Draw();
        records.push_back(record);
    }
};

constexpr TraceFormat READ_FORMATS[]{TraceFormat::JSONL, TraceFormat::CSV, TraceFormat::PCAPNG};
constexpr TraceCompression COMPRESSIONS[]{TraceCompression::NONE,
                                          TraceCompression::GZIP,
                                          TraceCompression::ZSTD};

} // namespace

RC_GTEST_PROP(TraceRoundTrip, WhatIsWrittenIsRead, ())
{
    DrawnRecords drawn;
    const auto count = *rc::gen::inRange(0, 8);
    std::vector<Columns> expected;
    for (int i = 0; i < count; ++i)
    {
        drawn.Add();
        expected.push_back(ColumnsOf(drawn.records.back()));
    }
    const TemporaryDirectory directory;
    for (const auto format : READ_FORMATS)
    {
        for (const auto compression : COMPRESSIONS)
        {
            // The reader does not look at the name.
            WriteTrace({format, compression}, directory / "trace", drawn.records);
            RC_ASSERT(ReadTrace(directory / "trace") == expected);
        }
    }
}

TEST(TraceRoundTrip, EveryColumnIsRead)
{
    const TemporaryDirectory directory;
    for (const auto format : READ_FORMATS)
    {
        WriteTrace({format, TraceCompression::NONE}, directory / "trace", {FullRecord()});
        EXPECT_EQ(ReadTrace(directory / "trace"), std::vector<Columns>{FULL_VALUES});
    }
}

TEST(TraceRoundTrip, LongTracesAreRead)
{
    constexpr uint64_t COUNT = 5000; // several buffers, also of compressed data
    std::vector<TraceRecord> records(COUNT, FullRecord());
    for (uint64_t i = 0; i < COUNT; ++i)
    {
        records[i].seq = i + 1;
        records[i].timeNs = static_cast<int64_t>(i * i * 7919 % 1000003);
    }
    const TemporaryDirectory directory;
    for (const auto format : READ_FORMATS)
    {
        for (const auto compression : COMPRESSIONS)
        {
            WriteTrace({format, compression}, directory / "trace", records);
            const auto read = ReadTrace(directory / "trace");
            ASSERT_EQ(read.size(), COUNT);
            EXPECT_EQ(read.back().at("seq"), "5000");
        }
    }
}

TEST(TraceRoundTrip, EqualRecordsGiveEqualCompressedFiles)
{
    const TemporaryDirectory directory;
    for (const auto compression : COMPRESSIONS)
    {
        WriteTrace({TraceFormat::JSONL, compression}, directory / "a", {FullRecord()});
        WriteTrace({TraceFormat::JSONL, compression}, directory / "b", {FullRecord()});
        EXPECT_EQ(ReadWholeFile(directory / "a"), ReadWholeFile(directory / "b"));
    }
    // RFC 1952: magic, deflate, no flags (so no name), and the time 0.
    WriteTrace({TraceFormat::JSONL, TraceCompression::GZIP}, directory / "a", {FullRecord()});
    EXPECT_EQ(ReadWholeFile(directory / "a").substr(0, 8),
              std::string("\x1F\x8B\x08\x00\x00\x00\x00\x00", 8));
}

TEST(TraceFile, ReportsThatTheDiskIsFull)
{
    if (!std::filesystem::exists("/dev/full"))
    {
        GTEST_SKIP() << "this system has no device that is always full";
    }
    for (const auto compression : COMPRESSIONS)
    {
        TraceFile trace({TraceFormat::JSONL, compression}, "/dev/full", SampleHeader());
        trace.Write(FullRecord());
        EXPECT_FALSE(trace.Close());
        trace.Write(FullRecord());
        EXPECT_FALSE(trace.Close());
    }
}

TEST(TraceFormat, FilesAreRecognizedByTheirNames)
{
    for (const auto name : {"jsonl", "csv", "ascii", "pcapng"})
    {
        const auto format = TraceFormatFromString(name).value();
        for (const auto compression : COMPRESSIONS)
        {
            const auto kind = RecognizeTraceFile("a/" + GetTraceFileName(format, compression));
            ASSERT_TRUE(kind);
            EXPECT_EQ(kind->format, format);
            EXPECT_EQ(kind->compression, compression);
        }
    }
    EXPECT_EQ(GetTraceFileName(TraceFormat::PCAPNG, TraceCompression::ZSTD), "trace.pcapng.zst");
    EXPECT_FALSE(RecognizeTraceFile("trace.json"));
    EXPECT_FALSE(RecognizeTraceFile("trace.gz"));
    EXPECT_FALSE(RecognizeTraceFile(""));
    EXPECT_FALSE(TraceCompressionFromString(""));
}

} // namespace mgm
} // namespace ns3
