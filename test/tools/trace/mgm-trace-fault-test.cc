/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "mgm-written-trace.h"
#include "tools/scenario/mgm-scenario-file.h"
#include "trace/mgm-trace-file.h"

#include <gtest/gtest.h>

namespace ns3
{
namespace mgm
{

/// A text that is no trace, and what is said about it.
struct UnreadableTrace
{
    const char* name;
    std::string text;
    std::string message;
};

static void
PrintTo(const UnreadableTrace& fault, std::ostream* os)
{
    *os << fault.name;
}

namespace
{

const std::string RECORD = R"({"seq":1,"t_ns":0,"depth":0,"node":0,"kind":"event")";

UnreadableTrace
JsonFault(const char* name, const std::string& line, const std::string& message)
{
    return {name, JSON_HEADER + RECORD + "}\n" + line + "\n", "FILE:3: " + message};
}

UnreadableTrace
CsvFault(const char* name, const std::string& line, const std::string& message)
{
    return {name,
            CSV_HEADER + "seq,t_ns,depth,node,kind,op\n1,0,0,0,event,\n" + line + "\n",
            "FILE:10: " + message};
}

std::string
Replaced(std::string text, const std::string& old, const std::string& now)
{
    return text.replace(text.find(old), old.size(), now);
}

const std::string POSITIVE = "a number from 1 to 18446744073709551615";
const std::string NATURAL = "a number from 0 to 4294967295";

const std::vector<UnreadableTrace> HEADER_FAULTS{
    {"Empty", "", "FILE: found no trace, expected one as jsonl, csv or pcapng"},
    {"Text", "1 0.000 r1", "FILE: found no trace, expected one as jsonl, csv or pcapng"},
    {"OtherSchema",
     Replaced(JSON_HEADER, "\"schema\":2", "\"schema\":1"),
     "FILE:1: schema: found 1, expected 2"},
    {"CsvOtherSchema",
     Replaced(CSV_HEADER, "schema: 2", "schema: 3") + "seq\n",
     "FILE:8: schema: found 3, expected 2"},
    {"LargeSeed",
     Replaced(JSON_HEADER, "\"seed\":1", "\"seed\":4294967296"),
     "FILE:1: seed: found 4294967296, expected a number from 0 to 4294967295"},
    {"NegativeIndex",
     Replaced(JSON_HEADER, "\"index\":1", "\"index\":-1"),
     "FILE:1: index: found -1, expected a number from 0 to 4294967295"},
    {"NoNodes",
     Replaced(JSON_HEADER, "\"nodes\"", "\"knots\""),
     "FILE:1: found no header of a trace (no \"nodes\"), expected schema, ns3, scenario, seed, "
     "run, "
     "command and nodes"},
    {"NodesOfAnotherType",
     Replaced(JSON_HEADER, "\"command\":\"", "\"command\":1,\"x\":\""),
     "FILE:1: found no header of a trace (a member of another type), expected schema, ns3, "
     "scenario, seed, run, command and nodes"},
    {"CsvNoColon", "# schema 2\n", "FILE:1: found \"# schema 2\", expected \"# KEY: VALUE\""},
    {"CsvUnknownColumn",
     CSV_HEADER + "seq,time\n",
     "FILE:8: found \"time\", expected the name of a column, once"},
    {"CsvColumnTwice",
     CSV_HEADER + "seq,seq\n",
     "FILE:8: found \"seq\", expected the name of a column, once"},
    {"CsvNoColumns", CSV_HEADER, "FILE:8: found \"\", expected the name of a column, once"},
};

const std::vector<UnreadableTrace> JSON_FAULTS{
    JsonFault("UnknownMember",
              RECORD + R"(,"colour":1})",
              "colour: found a member of this name, expected one of the columns of a trace"),
    JsonFault("MemberTwice", RECORD + R"(,"node":0})", "node: found it twice, expected it once"),
    JsonFault("TextForNumber", R"({"seq":"2"})", "seq: found \"2\", expected a number"),
    JsonFault("NumberForText", R"({"op":2})", "op: found \"2\", expected a text"),
    JsonFault("Null", R"({"op":null})", "op: found null, expected a number or a text"),
    JsonFault("Truth", R"({"op":true})", "op: found a truth value, expected a number or a text"),
    JsonFault("Fraction", R"({"seq":2.5})", "seq: found 2.5, expected a whole number"),
    JsonFault("Array", R"({"op":[]})", "op: found an array, expected a number or a text"),
    JsonFault("Object", R"({"op":{}})", "op: found an object, expected a number or a text"),
    JsonFault("OnlyArray", "[]", "found an array, expected a record"),
    JsonFault("OnlyNumber", "7", "found a value, expected a record as a JSON object"),
    JsonFault("SeqZero", R"({"seq":0})", "seq: found \"0\", expected " + POSITIVE),
    JsonFault("SeqNegative", R"({"seq":-1})", "seq: found \"-1\", expected " + POSITIVE),
    JsonFault("TimeNegative",
              R"({"seq":2,"t_ns":-1})",
              "t_ns: found \"-1\", expected a number from 0 to 9223372036854775807"),
    JsonFault("NodeTooLarge",
              R"({"seq":2,"node":4294967296})",
              "node: found \"4294967296\", expected " + NATURAL),
    JsonFault("IfTooLarge",
              R"({"seq":2,"if":4294967296})",
              "if: found \"4294967296\", expected " + NATURAL),
    JsonFault("SeqMissing",
              R"({"t_ns":0,"depth":0,"node":0,"kind":"event"})",
              "seq: found nothing, expected " + POSITIVE),
    JsonFault("KindMissing",
              R"({"seq":2,"t_ns":0,"depth":0,"node":0})",
              "kind: found nothing, expected a kind of record, such as call"),
    JsonFault("KindUnknown",
              R"({"seq":2,"kind":"unknown"})",
              "kind: found \"unknown\", expected a kind of record, such as call"),
    JsonFault("Client",
              RECORD + R"(,"client":"7"})",
              "client: found \"7\", expected a client as PROTOCOL/COMPONENT"),
    JsonFault("Group",
              RECORD + R"(,"group":"1.2.3"})",
              "group: found \"1.2.3\", expected an IPv4 address or *"),
    JsonFault("Source",
              RECORD + R"(,"source":"1.2.3.256"})",
              "source: found \"1.2.3.256\", expected an IPv4 address or *"),
    JsonFault("NextHop",
              RECORD + R"(,"nexthop":"1.2.3.4."})",
              "nexthop: found \"1.2.3.4.\", expected an IPv4 address"),
    JsonFault("Status",
              RECORD + R"(,"status":"OK"})",
              "status: found \"OK\", expected a status, such as NO_ERROR"),
    JsonFault("EmptyLine",
              "",
              "found no JSON from column 1 on, expected a record as a JSON object"),
    JsonFault("CutLine",
              RECORD,
              "found no JSON from column 52 on, expected a record as a JSON object"),
    JsonFault("TwoRecords",
              RECORD + "}{",
              "found no JSON from column 53 on, expected a record as a JSON object"),
};

const std::vector<UnreadableTrace> CSV_FAULTS{
    CsvFault("FewFields", "2,0,0,0,event", "found 5 fields, expected 6"),
    CsvFault("ManyFields", "2,0,0,0,event,,", "found 7 fields, expected 6"),
    CsvFault("NoNumber", "x,0,0,0,event,", "seq: found \"x\", expected " + POSITIVE),
    CsvFault("Missing", ",0,0,0,event,", "seq: found nothing, expected " + POSITIVE),
    CsvFault("BehindQuotation",
             "2,0,0,0,\"\"event,",
             "found \"event\" behind a closing quotation mark, expected a comma"),
    CsvFault("OpenQuotation",
             "2,0,0,0,event,\"x",
             "found no end of a text in quotation marks, expected one"),
    {"CutAtLastField",
     CSV_HEADER + "seq,t_ns,depth,node,kind,op\n1,0,0,0,event,jo",
     "FILE:9: found no end of the line, expected a whole file"},
};

} // namespace

class TraceFault : public testing::TestWithParam<UnreadableTrace>
{
};

TEST_P(TraceFault, IsNamed)
{
    const TemporaryDirectory directory;
    EXPECT_EQ(FaultOf(WriteFile(directory / "trace", GetParam().text)), GetParam().message);
}

constexpr auto NAME_OF = [](const auto& info) { return info.param.name; };
INSTANTIATE_TEST_SUITE_P(Header, TraceFault, testing::ValuesIn(HEADER_FAULTS), NAME_OF);
INSTANTIATE_TEST_SUITE_P(Json, TraceFault, testing::ValuesIn(JSON_FAULTS), NAME_OF);
INSTANTIATE_TEST_SUITE_P(Csv, TraceFault, testing::ValuesIn(CSV_FAULTS), NAME_OF);

TEST(TraceFaults, FilesThatCantBeRead)
{
    const TemporaryDirectory directory;
    EXPECT_EQ(FaultOf(directory / "none"), "FILE: found no file that can be read");
    EXPECT_EQ(FaultOf(directory / ""), "FILE: found no file that can be read");
}

TEST(TraceFaults, CompressedFilesThatAreCut)
{
    const TemporaryDirectory directory;
    for (const auto compression : {TraceCompression::GZIP, TraceCompression::ZSTD})
    {
        {
            TraceFile trace({TraceFormat::JSONL, compression}, directory / "whole", TraceHeader());
            for (uint64_t i = 1; i < 2000; ++i)
            {
                TraceRecord record;
                record.seq = i * 7919 % 1000003;
                trace.Write(record);
            }
        }
        const auto whole = ReadWholeFile(directory / "whole");
        for (const auto size : {std::size_t{10}, whole.size() / 2, whole.size() - 1})
        {
            const auto fault = FaultOf(WriteFile(directory / "cut", whole.substr(0, size)));
            EXPECT_NE(fault.find("found data that can't be read, expected a whole file"),
                      std::string::npos)
                << size << " of " << whole.size() << ": " << fault;
        }
    }
}

} // namespace mgm
} // namespace ns3
