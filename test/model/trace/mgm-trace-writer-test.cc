/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "mgm-csv-reader.h"
#include "mgm-sample-records.h"
#include "mgm-test-fixture.h"

#include "ns3/csma-helper.h"
#include "ns3/internet-stack-helper.h"
#include "ns3/ipv4-address-helper.h"
#include "ns3/mgm-trace-writer-ascii.h"
#include "ns3/mgm-trace-writer-csv.h"
#include "ns3/mgm-trace-writer-jsonl.h"
#include "ns3/mgm-traced-node.h"
#include "ns3/names.h"
#include "ns3/node-container.h"
#include "ns3/node-list.h"
#include "ns3/rng-seed-manager.h"
#include "ns3/simulator.h"

#include <algorithm>
#include <gtest/gtest.h>
#include <map>
#include <nlohmann/json.hpp>
#include <sstream>
#include <tuple>

namespace ns3
{
namespace mgm
{

/// Writes records with a writer and keeps the text.
class TraceWriterTest : public MgmTest
{
  protected:
    template <typename Writer>
    std::string Written(const std::vector<TraceRecord>& records)
    {
        std::ostringstream os;
        const auto writer = Create<Writer>(Create<OutputStreamWrapper>(&os), SampleHeader());
        for (const auto& record : records)
        {
            writer->Write(record);
        }
        EXPECT_TRUE(writer->Flush());
        return os.str();
    }

    static std::vector<std::string> Lines(const std::string& text)
    {
        std::vector<std::string> lines;
        std::istringstream is(text);
        for (std::string line; std::getline(is, line);)
        {
            lines.push_back(line);
        }
        return lines;
    }
};

TEST_F(TraceWriterTest, JsonLinesBeginWithTheHeader)
{
    const auto lines = Lines(Written<TraceWriterJsonl>({}));
    ASSERT_EQ(lines.size(), 1U);
    EXPECT_EQ(nlohmann::json::parse(lines[0]),
              nlohmann::json({{"schema", 2},
                              {"ns3", "3.37"},
                              {"scenario", "sha256:12ab"},
                              {"seed", 5},
                              {"run", 18446744073709551615ULL},
                              {"command", "mgm run \"a b.json\"\n--run 2"},
                              {"nodes", nlohmann::json::parse(R"([
                                  {"id": 0,
                                   "name": "r1",
                                   "interfaces": [{"index": 1, "name": "lan 1", "link": 4},
                                                  {"index": 2, "name": "wan", "link": 0}]},
                                  {"id": 3, "name": "h1", "interfaces": []}])")}}));
}

TEST_F(TraceWriterTest, JsonLinesHaveEveryColumnAndLeaveOutEmptyOnes)
{
    const auto lines = Lines(Written<TraceWriterJsonl>({FullRecord(), TraceRecord{}}));
    ASSERT_EQ(lines.size(), 3U);
    const std::map<std::string, std::string> expected[] = {FULL_VALUES, BARE_VALUES};
    for (std::size_t i = 0; i < 2; ++i)
    {
        std::map<std::string, std::string> values;
        std::vector<std::string> order;
        const auto object = nlohmann::ordered_json::parse(lines[i + 1]);
        for (const auto& [key, value] : object.items())
        {
            const bool isNumber = std::count(NUMBER_COLUMNS.begin(), NUMBER_COLUMNS.end(), key);
            EXPECT_EQ(value.is_number_integer(), isNumber) << key;
            values[key] = isNumber ? value.dump() : value.get<std::string>();
            order.push_back(key);
        }
        EXPECT_EQ(values, expected[i]);
        if (i == 0)
        {
            EXPECT_EQ(order, COLUMN_NAMES);
        }
    }
}

TEST_F(TraceWriterTest, JsonReplacesBytesThatAreNotUtf8)
{
    TraceRecord record;
    record.detail = "latin1 \xE9";
    const auto lines = Lines(Written<TraceWriterJsonl>({record}));
    EXPECT_EQ(nlohmann::json::parse(lines[1]).at("detail"), "latin1 \xEF\xBF\xBD");
}

TEST_F(TraceWriterTest, CsvHasCommentsThenTheColumnsThenTheRecords)
{
    const auto text = Written<TraceWriterCsv>({FullRecord(), TraceRecord{}});
    const std::string comments = "# schema: 2\n"
                                 "# ns3: \"3.37\"\n"
                                 "# scenario: \"sha256:12ab\"\n"
                                 "# seed: 5\n"
                                 "# run: 18446744073709551615\n"
                                 "# command: \"mgm run \\\"a b.json\\\"\\n--run 2\"\n"
                                 "# nodes: [{\"id\":0,\"name\":\"r1\",\"interfaces\":"
                                 "[{\"index\":1,\"name\":\"lan 1\",\"link\":4},"
                                 "{\"index\":2,\"name\":\"wan\",\"link\":0}]},"
                                 "{\"id\":3,\"name\":\"h1\",\"interfaces\":[]}]\n";
    ASSERT_EQ(text.rfind(comments, 0), 0U) << text;

    const auto rows = ReadCsv(std::string_view(text).substr(comments.size()));
    ASSERT_EQ(rows.size(), 3U);
    EXPECT_EQ(rows[0], COLUMN_NAMES);
    const std::map<std::string, std::string> expected[] = {FULL_VALUES, BARE_VALUES};
    for (std::size_t i = 0; i < 2; ++i)
    {
        ASSERT_EQ(rows[i + 1].size(), COLUMN_NAMES.size());
        for (std::size_t column = 0; column < COLUMN_NAMES.size(); ++column)
        {
            const auto value = expected[i].find(COLUMN_NAMES[column]);
            EXPECT_EQ(rows[i + 1][column], value == expected[i].end() ? "" : value->second);
        }
    }
}

TEST_F(TraceWriterTest, CsvQuotesAsRfc4180Section2Does)
{
    TraceRecord record;
    record.detail = "b \"bb\"";
    const auto lines = Lines(Written<TraceWriterCsv>({record}));
    EXPECT_EQ(lines.back(), "0,0,,0,0,event,,,,,,,,,,,,,\"b \"\"bb\"\"\"");
}

TEST_F(TraceWriterTest, AsciiIsOneAlignedLinePerRecord)
{
    TraceRecord call;
    call.seq = 12;
    call.timeNs = 10000000001;
    call.kind = TraceKind::CALL;
    call.op = "TakeInterfaceOwnership";
    call.client = ClientId{4, 1};
    call.clientName = "pim";
    call.interface = InterfaceId{1};
    TraceRecord callback = call;
    callback.cause = 12;
    callback.seq = 13;
    callback.depth = 1;
    callback.kind = TraceKind::CALLBACK;
    callback.op = "DISABLE_IGMP";
    callback.clientName = "";
    callback.detail = "two\nlines";

    const auto lines = Lines(Written<TraceWriterAscii>({call, callback}));
    ASSERT_EQ(lines.size(), 10U);
    const std::string titles = lines[7];
    const auto under = [&](const std::string& line, const std::string& title) {
        return line.substr(titles.find(title));
    };
    EXPECT_EQ(titles[0], '#');
    EXPECT_EQ(under(lines[8], "about"), "if=lan 1");
    EXPECT_EQ(under(lines[8], "client").substr(0, 4), "pim ");
    EXPECT_EQ(under(lines[8], "operation").substr(0, 23), "TakeInterfaceOwnership ");
    EXPECT_EQ(under(lines[8], "kind").substr(0, 5), "call ");
    EXPECT_EQ(under(lines[8], "node").substr(0, 3), "r1 ");
    EXPECT_NE(lines[8].find(" 10.000000001 "), std::string::npos);
    EXPECT_EQ(under(lines[9], "about"), "if=lan 1 -- two lines");
    EXPECT_EQ(under(lines[9], "client").substr(0, 4), "4/1 ");
    EXPECT_EQ(under(lines[9], "operation").substr(0, 15), "  DISABLE_IGMP ");
    std::istringstream numbers(lines[9]);
    int seq;
    int cause;
    numbers >> seq >> cause;
    EXPECT_EQ(seq, 13);
    EXPECT_EQ(cause, 12);
}

TEST_F(TraceWriterTest, AsciiShowsWholeRecords)
{
    TraceRecord record = FullRecord();
    record.node = 0;
    const auto line = Lines(Written<TraceWriterAscii>({record})).back();
    EXPECT_NE(line.find("if=7@255.255.255.254 (192.168.100.200,239.1.2.3) MEMBERS -> NO_MEMBERS "
                        "on timeout do clear ERROR_CAN_NOT_COMPLETE -- a \"quoted\""),
              std::string::npos)
        << line;
}

TEST_F(TraceWriterTest, AsciiUsesTheNamesThatTheHeaderIntroduces)
{
    TraceRecord record;
    record.interface = InterfaceId{1};
    const auto line = Lines(Written<TraceWriterAscii>({record})).back();
    EXPECT_NE(line.find(" r1 "), std::string::npos) << line;
    EXPECT_NE(line.find("if=lan 1"), std::string::npos) << line;
}

TEST_F(TraceWriterTest, IntroductionTakesRegisteredNamesAndLinks)
{
    NodeContainer nodes(2);
    Names::Add("r1", nodes.Get(0));
    const auto devices = CsmaHelper().Install(nodes);
    Names::Add(nodes.Get(0), "lan", devices.Get(0));
    InternetStackHelper().Install(nodes);
    Ipv4AddressHelper("10.0.0.0", "255.255.255.0").Assign(devices);
    for (const auto& [id, name, interface] :
         {std::tuple{0U, "r1", "lan"}, std::tuple{1U, "1", "1"}})
    {
        const auto traced = Introduce(nodes.Get(id));
        EXPECT_EQ(traced.id, id);
        EXPECT_EQ(traced.name, name);
        ASSERT_EQ(traced.interfaces.size(), 1U) << "the loopback interface has no channel";
        EXPECT_EQ(traced.interfaces[0].index, 1U);
        EXPECT_EQ(traced.interfaces[0].name, interface);
        EXPECT_EQ(traced.interfaces[0].link, devices.Get(id)->GetChannel()->GetId());
    }
}

TEST_F(TraceWriterTest, LargeOutputIsComplete)
{
    const std::vector<TraceRecord> records(5000, FullRecord());
    const auto lines = Lines(Written<TraceWriterJsonl>(records));
    ASSERT_EQ(lines.size(), 5001U);
    for (std::size_t i = 1; i < lines.size(); ++i)
    {
        ASSERT_EQ(lines[i], lines[1]);
    }
}

TEST_F(TraceWriterTest, FlushReportsAFailure)
{
    std::ostringstream os;
    const auto writer =
        Create<TraceWriterJsonl>(Create<OutputStreamWrapper>(&os), TraceHeader::OfSimulation());
    os.setstate(std::ios::badbit);
    EXPECT_FALSE(writer->Flush());
}

TEST_F(TraceWriterTest, HeaderOfSimulationNamesSeedRunAndVersion)
{
    RngSeedManager::SetSeed(7);
    RngSeedManager::SetRun(9);
    const auto header = TraceHeader::OfSimulation("digest", "command");
    EXPECT_EQ(header.seed, 7U);
    EXPECT_EQ(header.run, 9U);
    EXPECT_EQ(header.scenario, "digest");
    EXPECT_EQ(header.command, "command");
    EXPECT_EQ(header.ns3Version.rfind("3.", 0), 0U);
}

TEST_F(TraceWriterTest, ConnectedWriterGetsTheRecordsOfItsTracers)
{
    std::ostringstream os;
    {
        const auto writer =
            Create<TraceWriterCsv>(Create<OutputStreamWrapper>(&os), SampleHeader());
        for (int i = 0; i < 2; ++i)
        {
            writer->Connect(Tracer::Of(CreateObject<Node>()));
        }
    }
    for (const uint32_t node : {0, 1})
    {
        Simulator::Schedule(Seconds(2 - node),
                            [node] { Tracer::Of(NodeList::GetNode(node))->Emit(TraceRecord{}); });
    }
    Simulator::Run();
    Simulator::Destroy();

    const auto rows = ReadCsv(os.str());
    ASSERT_GE(rows.size(), 2U);
    const auto& last = rows[rows.size() - 1];
    const auto& first = rows[rows.size() - 2];
    EXPECT_EQ(first[0], "1");
    EXPECT_EQ(first[1], "1000000000");
    EXPECT_EQ(first[4], "1");
    EXPECT_EQ(last[0], "2");
    EXPECT_EQ(last[1], "2000000000");
    EXPECT_EQ(last[4], "0");
}

} // namespace mgm
} // namespace ns3
