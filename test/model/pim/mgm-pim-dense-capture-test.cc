/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */
/// @file
/// @ingroup tests
/// @brief What tshark says of captures of dense mode.

#include "mgm-pim-dense-network.h"

#include "ns3/boolean.h"
#include "ns3/csma-helper.h"
#include "ns3/ipv4.h"
#include "ns3/simulator.h"

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <filesystem>
#include <memory>
#include <set>
#include <sstream>

namespace ns3
{
namespace mgm
{

/// r1 and r2 have the source behind them, r3 and r4 members.
class PimDenseCapture : public PimDenseNetwork
{
  protected:
    /**
     * @brief Runs the network: an Assert, overridden Prunes, a Graft, State Refreshes, a goodbye.
     * @param folder where the capture of the LAN goes
     */
    void Capture(const std::filesystem::path& folder)
    {
        AddLink("source", {{"r1", "10.1.0.1"}, {"r2", "10.1.0.2"}, {"h1", "10.1.0.9"}});
        AddLink("lan",
                {{"r1", "10.2.0.1"}, {"r2", "10.2.0.2"}, {"r3", "10.2.0.3"}, {"r4", "10.2.0.4"}});
        AddLink("h3", {{"r3", "10.3.0.1"}, {"h3", "10.3.0.2"}});
        AddLink("h4", {{"r4", "10.4.0.1"}, {"h4", "10.4.0.2"}});
        const auto device =
            m_nodes.at("r1")->GetObject<Ipv4>()->GetNetDevice(GetInterface("r1", "lan"));
        CsmaHelper().EnablePcap((folder / "lan").string(), NetDeviceContainer(device), true);
        Install();
        GetRouter("r3")->SetInterfaceAttribute("SendDrPriority", BooleanValue(true));
        SendFrom("h1", 20, 250, 0.5);
        JoinAt("h3", 10);
        LeaveAt("h3", 90);
        JoinAt("h4", 142);
        Simulator::Schedule(Seconds(147), &ManagerClient::Stop, PeekPointer(GetRouter("r4")));
        RunUntil(150);
    }

    /// A packet: the fields of tshark, in the order of FIELDS.
    using Fields = std::vector<std::string>;

    /// What is read of each packet; each name is the place of its field.
    enum Field
    {
        TYPE,
        VERSION,
        TTL,
        DESTINATION,
        OPTIONS,
        HOLDTIME,
        JOINS,
        PRUNES,
    };

    /// The names of the fields.
    static constexpr const char* FIELDS = " -e pim.type -e pim.version -e ip.ttl -e ip.dst"
                                          " -e pim.optiontype -e pim.holdtime -e pim.numjoins"
                                          " -e pim.numprunes";

    /// @brief Runs tshark. @param arguments besides the file @return what it prints
    std::vector<Fields> Read(const std::string& arguments) const
    {
        const auto command =
            "tshark -o ip.check_checksum:TRUE -r " + m_file + ' ' + arguments + " 2>/dev/null";
        const std::unique_ptr<FILE, int (*)(FILE*)> pipe(popen(command.c_str(), "r"), &pclose);
        std::vector<Fields> packets;
        char line[4096];
        while (pipe && std::fgets(line, sizeof line, pipe.get()))
        {
            std::istringstream columns(std::string(line, std::strcspn(line, "\n")));
            Fields fields;
            for (std::string field; std::getline(columns, field, '|');)
            {
                fields.push_back(field);
            }
            fields.resize(PRUNES + 1);
            packets.push_back(fields);
        }
        return packets;
    }

    /// @brief Counts packets. @param field a field @param value what it is @param type of messages
    /// @return how many there are
    std::size_t Count(const char* type, Field field, const std::string& value) const
    {
        return std::count_if(m_packets.begin(), m_packets.end(), [&](const Fields& packet) {
            return packet[TYPE] == type && packet[field] == value;
        });
    }

    std::vector<Fields> m_packets; ///< the packets of PIM
    std::string m_file;            ///< the capture
};

TEST_F(PimDenseCapture, WiresharkDecodesAllThatDenseModeSends)
{
    if (std::system("command -v tshark >/dev/null") != 0)
    {
        GTEST_SKIP() << "tshark is not installed";
    }
    const auto folder = std::filesystem::path(testing::TempDir()) / "mgm-pim-dense-capture";
    std::filesystem::remove_all(folder);
    std::filesystem::create_directories(folder);
    Capture(folder);
    TearDown(); // the capture is complete when the devices are gone
    m_file = std::filesystem::directory_iterator(folder)->path().string();

    EXPECT_TRUE(Read("-Y 'pim && (_ws.malformed || _ws.expert.severity >= error)'").empty());
    EXPECT_TRUE(Read("-Y 'pim && !(ip.checksum.status == \"Good\" && "
                     "pim.cksum.status == \"Good\")'")
                    .empty());
    m_packets = Read(std::string("-Y pim -T fields -E separator='|'") + FIELDS);
    std::map<std::string, std::set<std::string>> destinations;
    for (const auto& packet : m_packets)
    {
        EXPECT_EQ(packet[VERSION], "2");
        EXPECT_EQ(packet[TTL], "1");
        destinations[packet[TYPE]].insert(packet[DESTINATION]);
    }
    const std::set<std::string> all{"224.0.0.13"};
    EXPECT_EQ(destinations.size(), 6U);
    EXPECT_EQ(destinations["0"], all);                             // Hello
    EXPECT_EQ(destinations["3"], all);                             // Join/Prune
    EXPECT_EQ(destinations["5"], all);                             // Assert
    EXPECT_EQ(destinations["9"], all);                             // State Refresh
    EXPECT_EQ(destinations["6"].count("224.0.0.13"), 0U);          // a Graft goes to a router
    EXPECT_EQ(destinations["7"].count("224.0.0.13"), 0U);          // and so does its Graft-Ack
    const auto withPriority = Count("0", OPTIONS, "1,2,19,20,21"); // those of r3
    EXPECT_GT(withPriority, 0U);
    EXPECT_EQ(Count("0", OPTIONS, "1,2,20,21") + withPriority, Count("0", VERSION, "2"));
    EXPECT_GT(Count("0", HOLDTIME, "0"), 0U); // goodbye
    EXPECT_GT(Count("3", JOINS, "1"), 0U);
    EXPECT_GT(Count("3", PRUNES, "1"), 0U);
    EXPECT_FALSE(Read("-Y 'pim.prune_indicator == 0'").empty()); // at 80 s
    EXPECT_FALSE(Read("-Y 'pim.prune_indicator == 1'").empty()); // at 140 s
}

} // namespace mgm
} // namespace ns3
