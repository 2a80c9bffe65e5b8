/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "mgm-real-captures.h"

#include "ns3/pcap-file.h"

#include <algorithm>
#include <cstdlib>
#include <gtest/gtest.h>

namespace ns3
{
namespace mgm
{

std::vector<std::filesystem::path>
FindRealCaptures()
{
    std::vector<std::filesystem::path> paths;
    const char* directory = std::getenv("MGM_CAPTURE_DIR");
    if (directory == nullptr)
    {
        return paths;
    }
    for (const auto& entry : std::filesystem::directory_iterator(directory))
    {
        if (entry.path().extension() == ".pcap")
        {
            paths.push_back(entry.path());
        }
    }
    std::sort(paths.begin(), paths.end());
    EXPECT_FALSE(paths.empty()) << directory;
    return paths;
}

std::vector<std::vector<uint8_t>>
ReadIpPackets(const std::filesystem::path& path)
{
    constexpr uint32_t ETHERNET = 1;
    constexpr uint32_t LONGEST = 65536;
    constexpr std::size_t LINK_HEADER = 14;
    PcapFile file;
    file.Open(path.string(), std::ios::in);
    EXPECT_FALSE(file.Fail()) << path;
    EXPECT_EQ(file.GetDataLinkType(), ETHERNET) << path;
    std::vector<std::vector<uint8_t>> packets;
    std::vector<uint8_t> buffer(LONGEST);
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
            return packets;
        }
        const bool isIpv4 = read > LINK_HEADER && buffer[12] == 0x08 && buffer[13] == 0x00;
        packets.emplace_back(buffer.begin() + (isIpv4 ? LINK_HEADER : read), buffer.begin() + read);
    }
}

} // namespace mgm
} // namespace ns3
