/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "mgm-igmp-frame.h"

#include "ns3/mgm-igmp-header.h"
#include "ns3/packet.h"
#include "ns3/pcap-file.h"

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <gtest/gtest.h>
#include <iostream>
#include <map>

namespace ns3
{
namespace mgm
{

namespace
{

/// What was found in the captures.
struct Counts
{
    uint32_t frames{0};                    ///< frames
    uint32_t same{0};                      ///< messages that decode and encode to the same octets
    uint32_t wrongChecksum{0};             ///< messages dropped for their checksum
    std::map<std::string, uint32_t> names; ///< messages that decode, by name
};

/// The frames of a capture without their link headers, as far as they are IPv4.
std::vector<IgmpOctets>
ReadCapture(const std::string& path)
{
    constexpr uint32_t ETHERNET = 1;
    constexpr uint32_t LONGEST = 65536;
    constexpr std::size_t LINK_HEADER = 14;
    PcapFile file;
    file.Open(path, std::ios::in);
    EXPECT_FALSE(file.Fail()) << path;
    EXPECT_EQ(file.GetDataLinkType(), ETHERNET) << path;
    std::vector<IgmpOctets> frames;
    IgmpOctets buffer(LONGEST);
    for (;;)
    {
        uint32_t seconds = 0;
        uint32_t fraction = 0;
        uint32_t included = 0;
        uint32_t original = 0;
        uint32_t read = 0;
        file.Read(buffer.data(), LONGEST, seconds, fraction, included, original, read);
        if (file.Fail() || file.Eof())
        {
            return frames;
        }
        const bool isIpv4 = read > LINK_HEADER && buffer[12] == 0x08 && buffer[13] == 0x00;
        frames.push_back(isIpv4 ? IgmpOctets(buffer.begin() + LINK_HEADER, buffer.begin() + read)
                                : IgmpOctets());
    }
}

IgmpOctets
ToOctets(const IgmpMessage& message)
{
    const auto packet = Create<Packet>();
    packet->AddHeader(IgmpHeader(message));
    IgmpOctets octets(packet->GetSize());
    packet->CopyData(octets.data(), octets.size());
    return octets;
}

/// Decodes a message, encodes it again and compares.
void
CheckMessage(const IgmpOctets& octets, const std::string& where, Counts& counts)
{
    IgmpHeader header;
    Create<Packet>(octets.data(), octets.size())->PeekHeader(header);
    if (const auto* message = std::get_if<IgmpMessage>(&header.GetResult()))
    {
        EXPECT_EQ(ToOctets(*message), octets) << where;
        ++counts.names[std::string(GetName(*message))];
        counts.same += ToOctets(*message) == octets ? 1 : 0;
        return;
    }
    const auto error = std::get<IgmpDecodeError>(header.GetResult()).error;
    EXPECT_EQ(error, IgmpError::BAD_CHECKSUM) << where << ' ' << ToString(error);
    EXPECT_NE(GetChecksum(octets), 0) << where;
    ++counts.wrongChecksum;
}

void
CheckCapture(const std::filesystem::path& path, Counts& counts)
{
    uint32_t number = 0;
    for (const auto& octets : ReadCapture(path.string()))
    {
        ++number;
        const auto frame = ReadFrame(octets);
        counts.frames += 1;
        if (frame)
        {
            CheckMessage(frame->payload,
                         path.filename().string() + " frame " + std::to_string(number),
                         counts);
        }
    }
}

/// Set MGM_CAPTURE_DIR to a directory of captures of real IGMP routers and hosts.
TEST(IgmpCapture, EveryMessageOfRealCapturesEncodesToTheSameOctets)
{
    const char* directory = std::getenv("MGM_CAPTURE_DIR");
    if (directory == nullptr)
    {
        GTEST_SKIP() << "MGM_CAPTURE_DIR names no directory of captures";
    }
    std::vector<std::filesystem::path> paths;
    for (const auto& entry : std::filesystem::directory_iterator(directory))
    {
        if (entry.path().extension() == ".pcap")
        {
            paths.push_back(entry.path());
        }
    }
    std::sort(paths.begin(), paths.end());
    ASSERT_FALSE(paths.empty()) << directory;
    Counts total;
    for (const auto& path : paths)
    {
        Counts counts;
        CheckCapture(path, counts);
        std::cout << path.filename().string() << ": " << counts.frames << " frames, " << counts.same
                  << " messages same, " << counts.wrongChecksum << " with a wrong checksum\n";
        total.frames += counts.frames;
        total.same += counts.same;
        total.wrongChecksum += counts.wrongChecksum;
        for (const auto& [name, count] : counts.names)
        {
            total.names[name] += count;
        }
    }
    std::cout << paths.size() << " captures: " << total.frames << " frames, " << total.same
              << " messages same, " << total.wrongChecksum << " with a wrong checksum\n";
    for (const auto& [name, count] : total.names)
    {
        std::cout << name << ": " << count << '\n';
    }
}

} // namespace

} // namespace mgm
} // namespace ns3
