/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "mgm-octets.h"

#include <vector>

namespace ns3
{
namespace mgm
{

std::string
ToHex(Ptr<const Packet> packet)
{
    const std::string digits = "0123456789abcdef";
    std::vector<uint8_t> octets(packet->GetSize());
    packet->CopyData(octets.data(), octets.size());
    std::string hex;
    for (const auto octet : octets)
    {
        hex += digits[octet >> 4];
        hex += digits[octet & 0x0F];
    }
    return hex;
}

Ptr<Packet>
FromHex(const std::string& hex)
{
    std::vector<uint8_t> octets;
    for (std::size_t i = 0; i + 1 < hex.size(); i += 2)
    {
        octets.push_back(static_cast<uint8_t>(std::stoi(hex.substr(i, 2), nullptr, 16)));
    }
    return Create<Packet>(octets.data(), octets.size());
}

} // namespace mgm
} // namespace ns3
