/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "mgm-igmp-frame.h"
#include "model/wire/mgm-real-captures.h"

#include "ns3/mgm-igmp-header.h"
#include "ns3/packet.h"

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
    for (const auto& octets : ReadIpPackets(path))
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

TEST(IgmpCapture, EveryMessageOfRealCapturesEncodesToTheSameOctets)
{
    const auto paths = FindRealCaptures();
    if (paths.empty())
    {
        GTEST_SKIP() << "MGM_CAPTURE_DIR names no directory of captures";
    }
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
