/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "mgm-igmp-source-bits.h"

#include "ns3/ipv4-address.h"

#include <algorithm>
#include <sstream>

namespace ns3
{
namespace mgm
{

std::vector<uint32_t>
ToAddresses(SourceBits sources)
{
    std::vector<uint32_t> addresses;
    for (uint32_t number = 0; sources >> number != 0; ++number)
    {
        if (HasSource(sources, number))
        {
            addresses.push_back(FIRST_SOURCE + number);
        }
    }
    return addresses;
}

std::string
ToText(std::vector<uint32_t> addresses)
{
    std::sort(addresses.begin(), addresses.end());
    std::ostringstream os;
    os << '{';
    for (const auto address : addresses)
    {
        os << ' ' << Ipv4Address(address);
    }
    os << " }";
    return os.str();
}

} // namespace mgm
} // namespace ns3
