/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "mgm-replay-reader.h"

#include "base/mgm-input-error.h"
#include "base/mgm-text-digest.h"
#include "trace/mgm-capture-reader.h"

#include <algorithm>
#include <filesystem>
#include <optional>
#include <string_view>

namespace ns3
{
namespace mgm
{

namespace
{

constexpr std::size_t IPV4_HEADER_SIZE = 20; ///< Octets, at least.
constexpr std::size_t NO_PLACE = SIZE_MAX;

/// Where the type of a frame stands, what it is for IPv4, and where the packet begins.
struct Framing
{
    uint16_t linkType;     ///< LINKTYPE_...
    std::size_t typePlace; ///< NO_PLACE: all packets are IP
    uint16_t ipv4Type;
    std::size_t start;
};

constexpr Framing FRAMINGS[]{{1, 12, 0x0800, 14},    // Ethernet
                             {9, 0, 0x0021, 2},      // PPP
                             {101, NO_PLACE, 0, 0},  // IP
                             {113, 14, 0x0800, 16},  // Linux cooked capture
                             {228, NO_PLACE, 0, 0}}; // IPv4

uint16_t
ReadU16(std::string_view octets, std::size_t place)
{
    return static_cast<uint16_t>(static_cast<uint8_t>(octets[place]) << 8 |
                                 static_cast<uint8_t>(octets[place + 1]));
}

/// The IPv4 packet in a frame, with what may stand behind it.
std::optional<std::string_view>
FindIpv4(const Framing& framing, std::string_view frame)
{
    const bool isTyped = framing.typePlace != NO_PLACE;
    if (frame.size() < framing.start + IPV4_HEADER_SIZE ||
        (isTyped && ReadU16(frame, framing.typePlace) != framing.ipv4Type))
    {
        return std::nullopt;
    }
    const auto packet = frame.substr(framing.start);
    const bool isVersion4 = static_cast<uint8_t>(packet.front()) >> 4 == 4;
    return isVersion4 ? std::optional(packet) : std::nullopt;
}

/// The packet alone. Fails if a part of it was not captured, or if it is longer than a link allows.
std::vector<uint8_t>
TakePacket(const JsonValue& file, std::string_view packet)
{
    constexpr std::size_t LARGEST = 1500;
    const std::size_t size = ReadU16(packet, 2);
    if (size > packet.size())
    {
        file.Fail("a packet of " + std::to_string(size) + " octets with " +
                      std::to_string(packet.size()) + " captured",
                  "a capture of whole packets");
    }
    if (size > LARGEST || size < IPV4_HEADER_SIZE)
    {
        file.Fail("a packet of " + std::to_string(size) + " octets",
                  "packets from " + std::to_string(IPV4_HEADER_SIZE) + " to " +
                      std::to_string(LARGEST) + " octets");
    }
    return {packet.begin(), packet.begin() + static_cast<std::ptrdiff_t>(size)};
}

/// Opens a capture. What is wrong with it is wrong with the value that names it.
CaptureReader
OpenCapture(const JsonValue& file, const std::string& path)
{
    if (!std::filesystem::is_regular_file(path))
    {
        file.Fail("the path of a capture, from the directory of the scenario");
    }
    try
    {
        return CaptureReader(path);
    }
    catch (const InputError&)
    {
        file.Fail("a pcap or pcapng file");
    }
}

} // namespace

ReplayedPackets
ReadReplayedPackets(const JsonValue& file)
{
    const auto path = (std::filesystem::path(file.GetDirectory()) / file.GetText()).string();
    auto capture = OpenCapture(file, path);
    const auto framing =
        std::find_if(std::begin(FRAMINGS), std::end(FRAMINGS), [&capture](const auto& each) {
            return each.linkType == capture.GetLinkType();
        });
    if (framing == std::end(FRAMINGS))
    {
        file.Fail("a capture of link type " + std::to_string(capture.GetLinkType()),
                  "one of Ethernet, PPP or IPv4");
    }
    auto packets = std::make_shared<std::vector<ReplayedPacket>>();
    std::optional<int64_t> start;
    while (const auto* frame = capture.Next())
    {
        if (const auto packet = FindIpv4(*framing, frame->data))
        {
            start = start.value_or(frame->timeNs);
            packets->push_back({NanoSeconds(frame->timeNs - *start), TakePacket(file, *packet)});
        }
    }
    if (packets->empty())
    {
        file.Fail("no IPv4 packet", "a capture with some");
    }
    return packets;
}

std::string
DigestPackets(const std::vector<ReplayedPacket>& packets)
{
    std::string text;
    for (const auto& packet : packets)
    {
        text += std::to_string(packet.after.GetNanoSeconds()) + ' ' +
                std::to_string(packet.octets.size()) + ' ';
        text.append(packet.octets.begin(), packet.octets.end());
    }
    return DigestText(text);
}

} // namespace mgm
} // namespace ns3
