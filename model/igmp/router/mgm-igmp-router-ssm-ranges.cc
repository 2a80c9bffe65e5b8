/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "mgm-igmp-router-ssm-ranges.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <sstream>

namespace ns3
{
namespace mgm
{

namespace
{

constexpr unsigned MULTICAST_LENGTH = 4; ///< Bits that all groups have in common.

/// Reads a number of at most a limit and what must follow it, and takes them off the text.
std::optional<unsigned>
TakeNumber(std::string_view& text, unsigned limit, std::string_view follows)
{
    unsigned number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (error != std::errc() || number > limit)
    {
        return {};
    }
    text.remove_prefix(end - text.data());
    if (text.substr(0, follows.size()) != follows || (follows.empty() && !text.empty()))
    {
        return {};
    }
    text.remove_prefix(follows.size());
    return number;
}

std::optional<std::pair<Ipv4Address, Ipv4Mask>>
ParsePrefix(std::string_view text)
{
    constexpr std::array<std::string_view, 4> SEPARATORS{".", ".", ".", "/"};
    uint32_t address = 0;
    for (const auto separator : SEPARATORS)
    {
        const auto octet = TakeNumber(text, 255, separator);
        if (!octet)
        {
            return {};
        }
        address = address << 8 | *octet;
    }
    const auto length = TakeNumber(text, 32, "");
    if (!length || *length < MULTICAST_LENGTH || !Ipv4Address(address).IsMulticast())
    {
        return {};
    }
    const Ipv4Mask mask(UINT32_MAX << (32 - *length));
    return std::pair{Ipv4Address(address).CombineMask(mask), mask};
}

} // namespace

std::optional<IgmpSsmRanges>
IgmpSsmRanges::Parse(std::string_view text)
{
    IgmpSsmRanges ranges;
    std::istringstream words{std::string(text)};
    for (std::string word; words >> word;)
    {
        const auto prefix = ParsePrefix(word);
        if (!prefix)
        {
            return {};
        }
        ranges.m_prefixes.push_back(*prefix);
    }
    return ranges;
}

bool
IgmpSsmRanges::Contains(Ipv4Address group) const
{
    return std::any_of(m_prefixes.begin(), m_prefixes.end(), [group](const auto& prefix) {
        return (group.Get() & prefix.second.Get()) == prefix.first.Get();
    });
}

std::string
IgmpSsmRanges::ToString() const
{
    std::ostringstream os;
    for (const auto& [address, mask] : m_prefixes)
    {
        os << (os.tellp() == 0 ? "" : " ") << address << '/' << mask.GetPrefixLength();
    }
    return os.str();
}

} // namespace mgm
} // namespace ns3
