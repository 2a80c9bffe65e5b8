/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "model/wire/mgm-real-captures.h"

#include "ns3/ipv4-header.h"
#include "ns3/mgm-pim-header.h"
#include "ns3/packet.h"

#include <gtest/gtest.h>
#include <iostream>
#include <map>

namespace ns3
{
namespace mgm
{

namespace
{

std::vector<uint8_t>
GetOctets(const Ptr<const Packet>& packet)
{
    std::vector<uint8_t> octets(packet->GetSize());
    packet->CopyData(octets.data(), octets.size());
    return octets;
}

/// Takes the IP header of a packet off.
/// @return the rest, if that is of PIM; null otherwise
Ptr<Packet>
GetPimPayload(const std::vector<uint8_t>& octets)
{
    Ipv4Header header;
    if (octets.size() < header.GetSerializedSize())
    {
        return nullptr;
    }
    const auto packet = Create<Packet>(octets.data(), octets.size());
    packet->RemoveHeader(header);
    if (header.GetProtocol() != PIM_PROTOCOL_NUMBER)
    {
        return nullptr;
    }
    packet->RemoveAtEnd(packet->GetSize() - header.GetPayloadSize()); // padding of Ethernet
    return packet;
}

TEST(PimCapture, EveryMessageOfRealCapturesEncodesToTheSameOctets)
{
    const auto paths = FindRealCaptures();
    if (paths.empty())
    {
        GTEST_SKIP() << "MGM_CAPTURE_DIR names no directory of captures";
    }
    std::map<std::string_view, uint32_t> counts;
    for (const auto& path : paths)
    {
        for (const auto& octets : ReadIpPackets(path))
        {
            const auto packet = GetPimPayload(octets);
            if (!packet)
            {
                continue;
            }
            const auto original = GetOctets(packet);
            PimHeader header;
            packet->RemoveHeader(header);
            const auto* message = std::get_if<PimMessage>(&header.GetResult());
            ASSERT_TRUE(message) << path << ' '
                                 << ToString(std::get<PimDecodeError>(header.GetResult()).error);
            packet->AddHeader(PimHeader(*message));
            EXPECT_EQ(GetOctets(packet), original) << path << ' ' << *message;
            ++counts[ToString(GetType(*message))];
        }
    }
    EXPECT_FALSE(counts.empty());
    for (const auto& [name, count] : counts)
    {
        std::cout << name << ": " << count << '\n';
    }
}

} // namespace

} // namespace mgm
} // namespace ns3
