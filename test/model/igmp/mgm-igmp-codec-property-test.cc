/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "ns3/mgm-igmp-header.h"
#include "ns3/packet.h"

#include <algorithm>
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>
#include <vector>

namespace ns3
{
namespace mgm
{

namespace
{

IgmpDecodeResult
Decode(const std::vector<uint8_t>& octets)
{
    IgmpHeader header;
    Create<Packet>(octets.data(), octets.size())->PeekHeader(header);
    return header.GetResult();
}

/// Gives octets a right checksum, so that decoding goes on behind it.
void
FixChecksum(std::vector<uint8_t>& octets)
{
    octets[2] = 0;
    octets[3] = 0;
    uint32_t sum = 0;
    for (std::size_t i = 0; i < octets.size(); ++i)
    {
        sum += i % 2 == 0 ? octets[i] << 8 : octets[i];
    }
    sum = (sum & 0xFFFF) + (sum >> 16);
    sum = (sum & 0xFFFF) + (sum >> 16);
    octets[2] = static_cast<uint8_t>(~sum >> 8);
    octets[3] = static_cast<uint8_t>(~sum);
}

RC_GTEST_PROP(IgmpDecodeProperty, AnyOctetsGiveAMessageOrAnError, (std::vector<uint8_t> octets))
{
    const auto result = Decode(octets);
    if (const auto* error = std::get_if<IgmpDecodeError>(&result))
    {
        RC_ASSERT(error->offset <= octets.size());
    }
}

/// Small counts let many of the messages be complete.
RC_GTEST_PROP(IgmpDecodeProperty, WhatIsDecodedSurvivesTheWire, ())
{
    const auto small = rc::gen::weightedElement<uint8_t>({{8, 0}, {4, 1}, {2, 2}, {1, 0xEF}});
    auto octets = *rc::gen::container<std::vector<uint8_t>>(
        rc::gen::oneOf(small, rc::gen::arbitrary<uint8_t>()));
    octets.resize(std::max<std::size_t>(octets.size(), 8));
    octets[0] = *rc::gen::element<uint8_t>(0x11, 0x12, 0x16, 0x17, 0x22);
    octets[4] = *rc::gen::element<uint8_t>(0x00, 0xE8);
    FixChecksum(octets);
    const auto result = Decode(octets);
    if (const auto* message = std::get_if<IgmpMessage>(&result))
    {
        const auto packet = Create<Packet>();
        packet->AddHeader(IgmpHeader(*message));
        RC_ASSERT(packet->GetSize() <= octets.size());
        IgmpHeader again;
        packet->PeekHeader(again);
        RC_ASSERT(std::get<IgmpMessage>(again.GetResult()) == *message);
    }
    else
    {
        RC_ASSERT(std::get<IgmpDecodeError>(result).error != IgmpError::BAD_CHECKSUM);
    }
}

} // namespace

} // namespace mgm
} // namespace ns3
