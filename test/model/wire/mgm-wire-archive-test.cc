/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "ns3/mgm-wire-reader.h"
#include "ns3/mgm-wire-sizer.h"
#include "ns3/mgm-wire-writer.h"

#include <algorithm>
#include <gtest/gtest.h>
#include <vector>

namespace ns3
{
namespace mgm
{

namespace
{

/// @brief A part of a message: a tag and two octets.
struct Item
{
    uint8_t tag{0};
    uint16_t value{0};

    template <typename Archive, typename Self>
    static void Transfer(Archive& archive, Self& item)
    {
        archive.U8(item.tag);
        archive.U16(item.value);
    }
};

/// @brief A message with all kinds of fields.
struct Sample
{
    uint8_t kind{0};
    Ipv4Address address{Ipv4Address::GetZero()};
    std::vector<Ipv4Address> addresses;
    std::vector<Item> items;

    template <typename Archive, typename Self>
    static void Transfer(Archive& archive, Self& sample)
    {
        auto addresses = static_cast<uint16_t>(sample.addresses.size());
        auto items = static_cast<uint16_t>(sample.items.size());
        archive.U8(sample.kind);
        archive.Skip(1);
        archive.U16(addresses);
        archive.U16(items);
        archive.Address(sample.address);
        archive.List(sample.addresses, addresses);
        archive.List(sample.items, items);
    }
};

const std::vector<uint8_t> OCTETS{0x07, 0x00, 0x00, 0x02, 0x00, 0x01, 10, 0, 0,    1,   10,
                                  0,    0,    2,    10,   0,    0,    3,  9, 0x12, 0x34};

Buffer
ToBuffer(const std::vector<uint8_t>& octets)
{
    Buffer buffer;
    buffer.AddAtStart(octets.size());
    buffer.Begin().Write(octets.data(), octets.size());
    return buffer;
}

Sample
MakeSample()
{
    return {7,
            Ipv4Address("10.0.0.1"),
            {Ipv4Address("10.0.0.2"), Ipv4Address("10.0.0.3")},
            {{9, 0x1234}}};
}

TEST(WireArchive, SizerCountsEveryField)
{
    WireSizer sizer;
    const auto sample = MakeSample();
    Sample::Transfer(sizer, sample);
    EXPECT_EQ(sizer.GetSize(), OCTETS.size());
}

TEST(WireArchive, WriterWritesInNetworkOrder)
{
    auto buffer = ToBuffer(std::vector<uint8_t>(OCTETS.size(), 0xFF));
    WireWriter writer(buffer.Begin());
    const auto sample = MakeSample();
    Sample::Transfer(writer, sample);
    std::vector<uint8_t> written(OCTETS.size());
    buffer.CopyData(written.data(), written.size());
    EXPECT_EQ(written, OCTETS);
}

TEST(WireArchive, ReaderReadsWhatIsThere)
{
    const auto buffer = ToBuffer(OCTETS);
    WireReader reader(buffer.Begin());
    Sample sample;
    Sample::Transfer(reader, sample);
    EXPECT_TRUE(reader.IsOk());
    EXPECT_EQ(reader.GetOffset(), OCTETS.size());
    EXPECT_EQ(sample.kind, 7);
    EXPECT_EQ(sample.address, Ipv4Address("10.0.0.1"));
    EXPECT_EQ(sample.addresses, MakeSample().addresses);
    ASSERT_EQ(sample.items.size(), 1U);
    EXPECT_EQ(sample.items[0].value, 0x1234);
}

/// Offset of the first field that is not there completely, for each number of octets.
TEST(WireArchive, ReaderTurnsBadAtTheFirstFieldThatIsCutOff)
{
    const std::vector<uint32_t> fields{0, 1, 2, 4, 6, 10, 14, 18, 19, 21};
    for (uint32_t size = 0; size < OCTETS.size(); ++size)
    {
        const auto buffer = ToBuffer({OCTETS.begin(), OCTETS.begin() + size});
        WireReader reader(buffer.Begin());
        Sample sample;
        Sample::Transfer(reader, sample);
        const auto expected = *--std::upper_bound(fields.begin(), fields.end(), size);
        EXPECT_FALSE(reader.IsOk()) << size;
        EXPECT_EQ(reader.GetOffset(), expected) << size;
    }
}

TEST(WireArchive, ReaderStaysBad)
{
    const auto buffer = ToBuffer({1, 2, 3});
    WireReader reader(buffer.Begin());
    uint16_t wide = 0;
    uint8_t narrow = 77;
    reader.U16(wide);
    reader.U16(wide);
    EXPECT_FALSE(reader.IsOk());
    reader.U8(narrow);
    EXPECT_EQ(narrow, 77);
    EXPECT_EQ(wide, 0x0102);
    EXPECT_EQ(reader.GetOffset(), 2U);
}

TEST(WireArchive, ReaderIsNotFooledByAHugeCount)
{
    const auto buffer = ToBuffer({0x07, 0x00, 0xFF, 0xFF, 0xFF, 0xFF, 10, 0, 0, 1, 10, 0, 0, 2});
    WireReader reader(buffer.Begin());
    Sample sample;
    Sample::Transfer(reader, sample);
    EXPECT_FALSE(reader.IsOk());
    EXPECT_EQ(sample.addresses.size(), 1U);
}

} // namespace

} // namespace mgm
} // namespace ns3
