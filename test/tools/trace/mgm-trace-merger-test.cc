/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "base/mgm-input-error.h"
#include "mgm-test-fixture.h"
#include "scenario/mgm-scenario-reader.h"
#include "scenario/mgm-scenario-runner.h"
#include "tools/scenario/mgm-scenario-file.h"
#include "trace/mgm-capture-reader.h"
#include "trace/mgm-pcapng-block.h"
#include "trace/mgm-trace-merger.h"
#include "trace/mgm-trace-reader.h"

#include "ns3/mgm-trace-column.h"

#include <fstream>
#include <gtest/gtest.h>
#include <regex>
#include <sstream>
#include <string>
#include <vector>

namespace ns3
{
namespace mgm
{

/// A run of a scenario, whose trace and captures are merged.
class TraceMergerTest : public MgmTest
{
  protected:
    TraceMergerTest()
    {
        std::ostringstream report;
        RunScenario(ReadScenario(MGM_SOURCE_DIR "/examples/scenarios/startup.json"),
                    {m_directory / "run", {TraceFormat::JSONL}, true},
                    report);
    }

    std::string File(const std::string& name) const
    {
        return (m_directory / "run") + "/" + name;
    }

    /// Merges the trace with captures and gives the path of the merged file.
    std::string Merge(const std::vector<std::string>& captures) const
    {
        const auto path = File("merged.pcapng");
        const auto trace = OpenTrace(File("trace.jsonl"));
        std::ofstream stream(path, std::ios::binary);
        TraceMerger(*trace, captures, stream).Run();
        return path;
    }

    TemporaryDirectory m_directory; ///< where files go
};

/// Each record of a trace as text.
std::vector<std::string>
ReadRecords(const std::string& file)
{
    std::vector<std::string> records;
    const auto reader = OpenTrace(file);
    while (const auto* record = reader->Next())
    {
        std::string text;
        ColumnScratch scratch;
        for (const auto& column : GetTraceColumns())
        {
            text.append(column.get(*record, scratch)).append("|");
        }
        records.push_back(text);
    }
    return records;
}

/// Matches of a pattern in a text: their first groups.
std::vector<std::string>
FindAll(const std::string& text, const std::string& pattern)
{
    const std::regex regex(pattern);
    std::vector<std::string> found;
    for (std::sregex_iterator match(text.begin(), text.end(), regex), end; match != end; ++match)
    {
        found.push_back((*match)[1]);
    }
    return found;
}

TEST_F(TraceMergerTest, EveryRecordIsThereInItsOrder)
{
    const auto merged = Merge({File("r1-lan1.pcap"), File("h1-lan1.pcap")});
    EXPECT_EQ(ReadRecords(merged), ReadRecords(File("trace.jsonl")));
    EXPECT_EQ(OpenTrace(merged)->GetHeader().ToJson(),
              OpenTrace(File("trace.jsonl"))->GetHeader().ToJson());
}

TEST_F(TraceMergerTest, CapturesHaveTheTimesOfTheRecords)
{
    // Whenever r1 sends or receives IGMP on lan1, its first interface, a frame was captured.
    std::vector<int64_t> expected;
    const auto trace = OpenTrace(File("trace.jsonl"));
    while (const auto* record = trace->Next())
    {
        const bool isPacket =
            record->kind == TraceKind::PACKET_TX || record->kind == TraceKind::PACKET_RX;
        if (isPacket && record->node == 0 && record->interface->index == 1)
        {
            expected.push_back(record->timeNs);
        }
    }
    CaptureReader capture(File("r1-lan1.pcap"));
    std::vector<int64_t> times;
    while (const auto* frame = capture.Next())
    {
        times.push_back(frame->timeNs);
    }
    EXPECT_EQ(times, expected);
    EXPECT_FALSE(times.empty());
}

TEST_F(TraceMergerTest, BadCapturesAreNamed)
{
    std::ofstream(File("text.pcap")) << "no capture at all, but long enough for a header";
    for (const auto& name : {"text.pcap", "missing.pcap", "trace.jsonl"})
    {
        try
        {
            Merge({File(name)});
            FAIL() << name << " was taken for a capture";
        }
        catch (const InputError& error)
        {
            EXPECT_EQ(std::string(error.what()).rfind(File(name) + ": found no capture (", 0), 0U)
                << error.what();
        }
    }
}

TEST_F(TraceMergerTest, ACutCaptureIsNamed)
{
    const auto whole = ReadWholeFile(File("r1-lan1.pcap"));
    std::ofstream(File("cut.pcap"), std::ios::binary) << whole.substr(0, whole.size() - 5);
    EXPECT_THROW(Merge({File("cut.pcap")}), InputError);
}

/// Times of pcapng have 64 bits without a sign.
TEST_F(TraceMergerTest, ACaptureWithATimeOutOfRangeIsNamed)
{
    std::string blocks;
    AppendSectionBlock(blocks, "test", "");
    AppendInterfaceBlock(blocks, 1, "lan", "");
    AppendPacketBlock(blocks, 0, -1, "frame", 5); // 2^64-1 ns
    std::ofstream(File("late.pcapng"), std::ios::binary) << blocks;
    try
    {
        Merge({File("late.pcapng")});
        FAIL() << "the time was taken for one that int64_t can hold";
    }
    catch (const InputError& error)
    {
        EXPECT_EQ(error.what(),
                  File("late.pcapng") + ": found a packet at 18446744073 s, expected one from 0 s "
                                        "to 9223372035 s");
    }
}

/// The dissector numbers the columns by their places in its list.
TEST(WiresharkDissector, HasTheColumnsOfTheTrace)
{
    const auto script = ReadWholeFile(MGM_SOURCE_DIR "/tools/wireshark/mgm.lua");
    std::vector<std::string> names;
    std::vector<std::string> types;
    for (const auto& column : GetTraceColumns())
    {
        names.emplace_back(column.name);
        types.emplace_back(column.type == TraceColumn::Type::NUMBER ? "number" : "text");
    }
    EXPECT_EQ(FindAll(script, "\\{\"(\\w+)\", \"(?:number|text)\", "), names);
    EXPECT_EQ(FindAll(script, "\\{\"\\w+\", \"(number|text)\", "), types);
}

} // namespace mgm
} // namespace ns3
