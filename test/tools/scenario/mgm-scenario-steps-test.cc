/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "base/mgm-input-error.h"
#include "mgm-scenario-run.h"

#include <cstdint>
#include <fstream>
#include <set>
#include <sstream>
#include <string>
#include <utility>

namespace ns3
{
namespace mgm
{

namespace
{

/// Writes a capture.
class CaptureWriter
{
  public:
    /// Begins a pcap file of a link type.
    CaptureWriter(const std::string& path, uint32_t linkType)
        : m_file(path, std::ios::binary)
    {
        for (const uint32_t word : {0xA1B2C3D4U, 0x00040002U, 0U, 0U, 65535U, linkType})
        {
            AddWord(word);
        }
    }

    /// Adds a frame, of which the last octets may be missing.
    void Add(uint32_t seconds, const std::string& octets, uint32_t missing = 0)
    {
        const auto size = static_cast<uint32_t>(octets.size());
        for (const uint32_t word : {seconds, 0U, size - missing, size})
        {
            AddWord(word);
        }
        m_file << octets.substr(0, size - missing);
    }

  private:
    void AddWord(uint32_t word)
    {
        for (int shift = 0; shift < 32; shift += 8)
        {
            m_file.put(static_cast<char>(word >> shift));
        }
    }

    std::ofstream m_file;
};

/// An IPv4 packet with a report of IGMPv2 for 239.1.1.N, from 10.1.1.77.
std::string
ReportPacket(uint8_t n)
{
    std::string packet{"\x46\xc0\x00\x20\x00\x00\x00\x00\x01\x02\x00\x00\x0a\x01\x01\x4d"
                       "\xef\x01\x01\x00\x94\x04\x00\x00\x16\x00\x00\x00\xef\x01\x01\x00",
                       32};
    packet[19] = packet[31] = static_cast<char>(n);
    const auto setChecksum = [&packet](std::size_t begin, std::size_t end, std::size_t place) {
        uint32_t sum = 0;
        for (auto i = begin; i < end; i += 2)
        {
            sum += static_cast<uint8_t>(packet[i]) << 8 | static_cast<uint8_t>(packet[i + 1]);
        }
        sum = (sum & 0xFFFF) + (sum >> 16);
        sum = ~((sum & 0xFFFF) + (sum >> 16));
        packet[place] = static_cast<char>(sum >> 8);
        packet[place + 1] = static_cast<char>(sum);
    };
    setChecksum(0, 24, 10);
    setChecksum(24, 32, 26);
    return packet;
}

/// Steps of a LAN with a router and a node that has no agents.
class ScenarioSteps : public ScenarioRun
{
  protected:
    /// Runs steps. Returns what was not as expected.
    std::vector<std::string> RunSteps(const std::string& steps, const std::string& expectations)
    {
        auto scenario = m_scenario;
        scenario["steps"] = Json::parse(steps);
        scenario["expect"] = Json::parse(expectations);
        return Run(scenario);
    }

    Json m_scenario = Json::parse(R"({
      "name": "steps",
      "stop": "20s",
      "links": {"lan": {"type": "csma", "subnet": "10.1.1.0/24"}},
      "nodes": {
        "r": {"interfaces": {"lan": "10.1.1.5"}, "igmp-router": {}},
        "x": {"interfaces": {"lan": "10.1.1.9"}}
      }
    })"); ///< what the tests change
};

TEST_F(ScenarioSteps, AMalformedMessageIsSentAndDroppedWithItsReason)
{
    EXPECT_EQ(RunSteps(R"([
        {"at": "1s", "node": "x", "do": "send", "interface": "lan",
         "message": {"type": "IGMPv2 Report", "group": "239.1.1.1", "checksum": 1}},
        {"at": "2s", "node": "x", "do": "send", "interface": "lan", "destination": "224.0.0.22",
         "octets": "2200 e9fa 0000 0002 0400 0000 ef01 0101"},
        {"at": "3s", "node": "x", "do": "send", "interface": "lan", "source": "10.1.1.5",
         "message": {"type": "IGMPv2 Report", "group": "239.1.1.1"}},
        {"at": "4s", "node": "x", "do": "send", "interface": "lan", "source": "224.0.0.9",
         "message": {"type": "IGMPv2 Report", "group": "239.1.1.1"}},
        {"at": "5s", "node": "x", "do": "send", "interface": "lan", "destination": "224.0.0.13",
         "ip-protocol": 103, "octets": "2000"}
      ])",
                       R"([
        {"records": {"match": {"kind": "packet-tx", "node": "x", "op": "IGMP"}, "count": 2}},
        {"records": {"match": {"kind": "packet-tx", "node": "x", "op": "message"}, "count": 1}},
        {"records": {"match": {"kind": "packet-tx", "node": "x", "op": "IGMPv2 Report"}, "count": 2}},
        {"order": [{"kind": "drop", "node": "r", "event": "bad-checksum"},
                   {"kind": "drop", "node": "r", "event": "truncated"},
                   {"kind": "drop", "node": "r", "event": "own-source"},
                   {"kind": "drop", "node": "r", "event": "bad-source"}]},
        {"members": {"node": "r", "interface": "lan", "groups": []}}
      ])"),
              ALL_MET);
}

TEST_F(ScenarioSteps, TheEnvelopeOfAMessageIsAsItIsGiven)
{
    m_scenario["nodes"]["r"]["igmp-router"]["attributes"] = {{"RouterAlert", "require"},
                                                             {"Ttl1", "require"}};
    EXPECT_EQ(RunSteps(R"([
        {"at": "1s", "node": "x", "do": "send", "interface": "lan", "router-alert": false,
         "message": {"type": "IGMPv2 Report", "group": "239.1.1.1"}},
        {"at": "2s", "node": "x", "do": "send", "interface": "lan", "ttl": 9,
         "message": {"type": "IGMPv2 Report", "group": "239.1.1.1"}},
        {"at": "3s", "node": "x", "do": "send", "interface": "lan", "source": "0.0.0.0",
         "destination": "10.1.1.5", "message": {"type": "IGMPv2 Report", "group": "239.1.1.2"}}
      ])",
                       R"([
        {"order": [{"kind": "drop", "node": "r", "event": "no-router-alert"},
                   {"kind": "drop", "node": "r", "event": "bad-ttl"}]},
        {"members": {"node": "r", "interface": "lan", "groups": ["239.1.1.2"]}}
      ])"),
              ALL_MET);
}

TEST_F(ScenarioSteps, NothingIsSentByANodeOrOnALinkThatIsDown)
{
    const std::string send = R"("node": "x", "do": "send", "interface": "lan",
         "message": {"type": "IGMPv2 Report", "group": "239.1.1.1"}})";
    EXPECT_EQ(RunSteps(R"([{"at": "1s", "link": "lan", "do": "down"},
        {"at": "2s", )" + send +
                           R"(, {"at": "3s", "link": "lan", "do": "up"},
        {"at": "4s", "node": "x", "do": "crash"}, {"at": "5s", )" +
                           send + "]",
                       R"([
        {"records": {"match": {"kind": "packet-tx", "node": "x"}, "count": 0}},
        {"records": {"match": {"kind": "drop", "node": "x", "event": "interface-down"}, "count": 1}}
      ])"),
              ALL_MET);
}

TEST_F(ScenarioSteps, RFC_3376_6_6_2_AnElectionFollowsTheAddress)
{
    m_scenario["nodes"]["s"] = {{"interfaces", {{"lan", "10.1.1.7"}}},
                                {"igmp-router", Json::object()}};
    EXPECT_EQ(RunSteps(R"([{"at": "10s", "node": "s", "do": "set-address", "interface": "lan",
                            "address": "10.1.1.2"}])",
                       R"([
        {"order": [{"op": "IgmpQuerier", "node": "s", "new": "NON_QUERIER"},
                   {"op": "step", "node": "s", "detail": "set-address lan 10.1.1.2"},
                   {"op": "IgmpQuerier", "node": "s", "old": "INITIAL", "new": "QUERIER"},
                   {"op": "IgmpQuerier", "node": "r", "new": "NON_QUERIER"}]},
        {"records": {"match": {"kind": "packet-tx", "node": "s"}, "between": ["10s", "10s"],
                     "count": 1}}
      ])"),
              ALL_MET);
}

TEST_F(ScenarioSteps, AChangedAddressReachesRoutesAndTheForwarder)
{
    m_scenario["routing"] = "global";
    m_scenario["links"]["lan2"] = {{"type", "csma"}, {"subnet", "10.1.2.0/24"}};
    m_scenario["nodes"]["r"]["interfaces"]["lan2"] = "10.1.2.5";
    m_scenario["nodes"]["h"] = {{"interfaces", {{"lan2", "10.1.2.9"}}},
                                {"igmp-host", Json::object()}};
    m_scenario["traffic"] = Json::parse(R"([
      {"node": "x", "interface": "lan", "group": "239.1.1.1", "start": "2s", "interval": "1s"}])");
    EXPECT_EQ(RunSteps(R"([
        {"at": "1s", "node": "h", "do": "join", "interface": "lan2", "group": "239.1.1.1"},
        {"at": "9.5s", "node": "r", "do": "set-address", "interface": "lan",
         "address": "10.1.1.77"}])",
                       R"([
        {"stream": {"node": "h", "group": "239.1.1.1", "lost": 0}}, {"unaccounted": 0},
        {"violations": 0}])"),
              ALL_MET);
}

TEST_F(ScenarioSteps, AHostReportsInItsNewVersion)
{
    m_scenario["nodes"]["x"]["igmp-host"] = Json::object();
    EXPECT_EQ(RunSteps(R"([
        {"at": "1s", "node": "x", "do": "join", "interface": "lan", "group": "239.1.1.1"},
        {"at": "10s", "node": "x", "do": "set-version", "interface": "lan", "version": 2}])",
                       R"([
        {"records": {"match": {"op": "IGMPv3 Report", "node": "x", "kind": "packet-tx"},
                     "between": ["10s", "20s"], "count": 0}},
        {"records": {"match": {"op": "IGMPv2 Report", "node": "x", "kind": "packet-tx"},
                     "between": ["10s", "10s"], "count": 1}},
        {"members": {"node": "r", "interface": "lan", "groups": ["239.1.1.1"]}}])"),
              ALL_MET);
}

TEST_F(ScenarioSteps, AHostOfAnOlderVersionReceivesFromAnySource)
{
    m_scenario["nodes"]["x"]["igmp-host"] = Json::object();
    m_scenario["traffic"] = Json::parse(R"([
      {"node": "r", "interface": "lan", "group": "239.1.1.1", "start": "2s", "interval": "1s"}])");
    EXPECT_EQ(
        RunSteps(R"([
        {"at": "1s", "node": "x", "do": "filter", "interface": "lan", "group": "239.1.1.1",
         "mode": "exclude", "sources": ["10.1.1.5"]},
        {"at": "10.5s", "node": "x", "do": "set-version", "interface": "lan", "version": 2}])",
                 R"([{"stream": {"node": "x", "group": "239.1.1.1", "sent": 9, "lost": 0}}])"),
        ALL_MET);
}

TEST_F(ScenarioSteps, ARouterBeginsAnewInItsNewVersion)
{
    m_scenario["nodes"]["x"]["igmp-host"] = Json::object();
    m_scenario["nodes"]["r"]["igmp-router"] =
        Json::parse(R"({"interfaces": {"lan": {"static-groups": ["239.9.9.9"]}}})");
    EXPECT_EQ(RunSteps(R"([
        {"at": "1s", "node": "x", "do": "join", "interface": "lan", "group": "239.1.1.1"},
        {"at": "8s", "node": "r", "protocol": "igmp", "do": "set-version", "interface": "lan",
         "version": 2}])",
                       R"([
        {"members": {"node": "r", "interface": "lan", "groups": ["239.1.1.1", "239.9.9.9"],
                     "at": "7.9s"}},
        {"members": {"node": "r", "interface": "lan", "groups": ["239.9.9.9"], "at": "8s"}},
        {"records": {"match": {"op": "IGMPv2 Query", "node": "r", "kind": "packet-tx"},
                     "between": ["8s", "8s"], "count": 1}},
        {"records": {"match": {"op": "IGMPv2 Report", "node": "x", "kind": "packet-tx"},
                     "between": ["8s", "18s"], "at-least": 1}},
        {"members": {"node": "r", "interface": "lan", "groups": ["239.1.1.1", "239.9.9.9"]}},
        {"violations": 0}])"),
              ALL_MET);
}

TEST_F(ScenarioSteps, EachInterfaceDrawsItsDelaysFromItsOwnStream)
{
    m_scenario["stop"] = "30s";
    m_scenario["links"]["lan2"] = {{"type", "csma"}, {"subnet", "10.1.2.0/24"}};
    m_scenario["nodes"]["r"]["interfaces"]["lan2"] = "10.1.2.5";
    m_scenario["nodes"]["r"]["igmp-router"]["attributes"] = {{"StartupQueryInterval", "10s"}};
    m_scenario["nodes"]["x"]["interfaces"]["lan2"] = "10.1.2.9";
    m_scenario["nodes"]["x"]["igmp-host"] =
        Json::parse(R"({"attributes": {"Delay": {"uniform": [0.5, 0.50001]}}})");
    const std::string join =
        R"({"at": "1s", "node": "x", "do": "join", "group": "239.1.1.1", "interface": )";
    EXPECT_EQ(RunSteps("[" + join + R"("lan"}, )" + join + R"("lan2"}])",
                       R"([
        {"records": {"match": {"op": "IGMPv3 Report", "node": "x", "kind": "packet-tx"},
                     "between": ["15s", "15.0002s"], "count": 2}}])"),
              ALL_MET);
    std::set<std::string> times;
    std::istringstream lines(ReadWholeFile(m_directory / "out/trace.csv"));
    for (std::string line; std::getline(lines, line);)
    {
        if (line.find("packet-tx") != std::string::npos &&
            line.find("IGMPv3 Report") != std::string::npos)
        {
            const auto comma = line.find(',');
            times.insert(line.substr(comma, line.find(',', comma + 1) - comma));
        }
    }
    EXPECT_EQ(times.size(), 5U) << "the joins at once, their repetitions and the answers apart";
}

/// Replays of captures.
class ScenarioReplay : public ScenarioSteps
{
  protected:
    const std::string m_path = m_directory / "a.pcap"; ///< the capture
    const std::string m_step =
        R"([{"at": "5s", "link": "lan", "do": "replay", "file": "a.pcap"}])"; ///< replays it

    /// What is wrong with the capture.
    std::string Refuse()
    {
        try
        {
            RunSteps(m_step, "[]");
        }
        catch (const InputError& error)
        {
            const std::string message = error.what();
            return message.substr(message.find("/steps"));
        }
        return "";
    }
};

TEST_F(ScenarioReplay, PacketsComeAsLongAfterTheFirstOneAsTheyWereCaptured)
{
    const std::string header{"\0\0\0\0\0\0\0\0\0\0\0\0\x08\0", 14};
    const std::string arp{"\0\0\0\0\0\0\0\0\0\0\0\0\x08\x06", 14};
    {
        CaptureWriter capture(m_path, 1);
        capture.Add(1000, arp + std::string(46, '\0'));
        capture.Add(1001, header + ReportPacket(1) + "padding to be cut off");
        capture.Add(1003, header + ReportPacket(2));
    }
    EXPECT_EQ(RunSteps(m_step, R"([
        {"records": {"match": {"kind": "packet-rx", "node": "r", "op": "IGMPv2 Report",
                               "group": "239.1.1.1"}, "between": ["5s", "5s"], "count": 1}},
        {"records": {"match": {"kind": "packet-rx", "node": "r", "op": "IGMPv2 Report",
                               "group": "239.1.1.2"}, "between": ["7s", "7s"], "count": 1}},
        {"records": {"match": {"kind": "packet-rx"}, "between": ["5s", "7s"], "count": 2}},
        {"members": {"node": "r", "interface": "lan", "groups": ["239.1.1.1", "239.1.1.2"]}}])"),
              ALL_MET);
}

TEST_F(ScenarioReplay, EachKindOfCaptureGoesOntoEachKindOfLink)
{
    const std::pair<uint32_t, std::string> kinds[]{
        {1, std::string("\0\0\0\0\0\0\0\0\0\0\0\0\x08\0", 14)},
        {9, std::string("\0\x21", 2)},
        {101, ""},
        {113, std::string("\0\0\0\1\0\6\0\0\0\0\0\0\0\0\x08\0", 16)},
        {228, ""}};
    for (const auto* type : {"csma", "point-to-point"})
    {
        m_scenario["links"]["lan"]["type"] = type;
        for (const auto& [linkType, header] : kinds)
        {
            CaptureWriter(m_path, linkType).Add(7, header + ReportPacket(1));
            EXPECT_EQ(RunSteps(m_step, R"([
        {"members": {"node": "r", "interface": "lan", "groups": ["239.1.1.1"]}},
        {"violations": 0}])"),
                      ALL_MET)
                << type << ' ' << linkType;
        }
    }
}

TEST_F(ScenarioReplay, NobodyHearsAPacketOnALinkThatIsDownOrThatIsLost)
{
    CaptureWriter(m_path, 101).Add(7, ReportPacket(1));
    const std::string replay = R"("link": "lan", "do": "replay", "file": "a.pcap"})";
    EXPECT_EQ(RunSteps(R"([{"at": "4s", "link": "lan", "do": "down"}, {"at": "5s", )" + replay +
                           R"(, {"at": "6s", "link": "lan", "do": "up"},
                           {"at": "7s", "link": "lan", "do": "lose"}, {"at": "8s", )" +
                           replay + "]",
                       R"([{"records": {"match": {"kind": "packet-rx"}, "count": 0}},
        {"records": {"match": {"kind": "drop", "event": "device-phy-rx"}, "count": 2}}])"),
              ALL_MET);
}

TEST_F(ScenarioReplay, ACaptureMustHaveWholeIpv4Packets)
{
    const std::string file = "/steps/0/file: found ";
    EXPECT_EQ(Refuse(),
              file +
                  "\"a.pcap\", expected the path of a capture, from the directory of the scenario");
    std::ofstream(m_path) << "none";
    EXPECT_EQ(Refuse(), file + "\"a.pcap\", expected a pcap or pcapng file");
    CaptureWriter(m_path, 105).Add(1, ReportPacket(1));
    EXPECT_EQ(Refuse(), file + "a capture of link type 105, expected one of Ethernet, PPP or IPv4");
    CaptureWriter(m_path, 101).Add(1, std::string(60, '\x60'));
    EXPECT_EQ(Refuse(), file + "no IPv4 packet, expected a capture with some");
    CaptureWriter(m_path, 101).Add(1, ReportPacket(1), 2);
    EXPECT_EQ(Refuse(),
              file + "a packet of 32 octets with 30 captured, expected a capture of whole packets");
    auto jumbo = ReportPacket(1);
    jumbo[2] = '\x06';
    CaptureWriter(m_path, 101).Add(1, jumbo + std::string(2000, '\0'));
    EXPECT_EQ(Refuse(), file + "a packet of 1568 octets, expected packets from 20 to 1500 octets");
}

} // namespace

} // namespace mgm
} // namespace ns3
