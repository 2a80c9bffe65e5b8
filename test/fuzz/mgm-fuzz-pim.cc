/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "mgm-fuzz-bytes.h"
#include "mgm-fuzz-target.h"
#include "model/igmp-oracle/mgm-igmp-frame.h"

#include "ns3/mgm-pim-header.h"
#include "ns3/mgm-pim-neighbor.h"
#include "ns3/packet.h"

#include <sstream>
#include <variant>
#include <vector>

namespace ns3
{
namespace mgm
{

namespace
{

using PimOctets = std::vector<uint8_t>;

PimDecodeResult
DecodePimOctets(const PimOctets& octets)
{
    PimHeader header;
    Create<Packet>(octets.data(), octets.size())->PeekHeader(header);
    std::ostringstream os;
    header.Print(os);
    return header.GetResult();
}

PimOctets
EncodeToOctets(const PimMessage& message)
{
    const auto packet = Create<Packet>();
    packet->AddHeader(PimHeader(message));
    PimOctets octets(packet->GetSize());
    packet->CopyData(octets.data(), octets.size());
    return octets;
}

/// What was decoded is encoded into what decodes to the same.
void
RequirePimRoundTrip(const PimMessage& message)
{
    const auto octets = EncodeToOctets(message);
    const auto result = DecodePimOctets(octets);
    const auto* again = std::get_if<PimMessage>(&result);
    RequireOfInput(again && EncodeToOctets(*again) == octets,
                   "what was decoded is encoded into something else");
}

/// What a Hello tells of a router can be told again.
void
RequireHelloRoundTrip(const PimHello& hello)
{
    const auto router = ReadHello(hello, Ipv4Address("10.0.0.1"), Seconds(105));
    const auto octets = EncodeToOctets(MakeHello(router));
    const auto result = DecodePimOctets(octets);
    const auto* message = std::get_if<PimMessage>(&result);
    RequireOfInput(message, "what a Hello tells can't be told again");
    const auto again = ReadHello(std::get<PimHello>(*message), router.address, Seconds(1));
    RequireOfInput(EncodeToOctets(MakeHello(again)) == octets, "a Hello tells something else");
}

} // namespace

void
FuzzPim(std::string_view input)
{
    FuzzBytes bytes(input);
    const bool isChecksumRight = bytes.Choose(2) != 0;
    const auto text = bytes.TakeText(input.size());
    PimOctets octets(text.begin(), text.end());
    if (isChecksumRight && octets.size() >= 4)
    {
        FixChecksum(octets);
    }
    const auto result = DecodePimOctets(octets);
    if (const auto* message = std::get_if<PimMessage>(&result))
    {
        RequirePimRoundTrip(*message);
        if (const auto* hello = std::get_if<PimHello>(message))
        {
            RequireHelloRoundTrip(*hello);
        }
        return;
    }
    const auto error = std::get<PimDecodeError>(result);
    RequireOfInput(error.offset <= octets.size(), "the error is behind the message");
}

} // namespace mgm
} // namespace ns3
