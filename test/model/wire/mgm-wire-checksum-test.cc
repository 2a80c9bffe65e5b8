/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "ns3/mgm-wire-checksum.h"

#include <gtest/gtest.h>
#include <vector>

namespace ns3
{
namespace mgm
{

namespace
{

/// The octets with the checksum in the field that begins at the given one.
std::vector<uint8_t>
WithChecksum(std::vector<uint8_t> octets, uint32_t offset)
{
    const auto size = static_cast<uint32_t>(octets.size());
    Buffer message;
    message.AddAtStart(size);
    message.Begin().Write(octets.data(), size);
    WriteChecksum(message.Begin(), offset, size);
    message.CopyData(octets.data(), size);
    return octets;
}

/// The numbers of the example in section 3: their sum is ddf2.
TEST(WireChecksum, RFC_1071_3_Example)
{
    EXPECT_EQ(WithChecksum({0x00, 0x01, 0xf2, 0x03, 0, 0, 0xf4, 0xf5, 0xf6, 0xf7}, 4),
              (std::vector<uint8_t>{0x00, 0x01, 0xf2, 0x03, 0x22, 0x0d, 0xf4, 0xf5, 0xf6, 0xf7}));
}

TEST(WireChecksum, RFC_1071_1_AnOddOctetIsPaddedWithZero)
{
    EXPECT_EQ(
        WithChecksum({0, 0, 0x00, 0x01, 0xf2, 0x03, 0xf4, 0xf5, 0xf6, 0xf7, 0x01}, 0),
        (std::vector<uint8_t>{0x21, 0x0d, 0x00, 0x01, 0xf2, 0x03, 0xf4, 0xf5, 0xf6, 0xf7, 0x01}));
}

} // namespace

} // namespace mgm
} // namespace ns3
