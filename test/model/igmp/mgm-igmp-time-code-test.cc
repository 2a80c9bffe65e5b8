/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "ns3/mgm-igmp-time-code.h"

#include <gtest/gtest.h>
#include <vector>

namespace ns3
{
namespace mgm
{

namespace
{

/// @brief A code and its value in units.
struct Spot
{
    uint8_t code;
    int64_t value;
};

/// Spot values of protocol-facts section 2.3, from the formula of RFC 3376 section 4.1.1.
const std::vector<Spot> SPOTS{{0x00, 0},
                              {0x01, 1},
                              {0x64, 100},
                              {0x7F, 127},
                              {0x80, 128},
                              {0x81, 136},
                              {0x8F, 248},
                              {0x90, 256},
                              {0x9F, 496},
                              {0xA0, 512},
                              {0xFF, 31744}};

TEST(IgmpTimeCode, RFC_3376_4_1_1_MaxRespCode)
{
    for (const auto& [code, value] : SPOTS)
    {
        EXPECT_EQ(DecodeMaxRespCode(code), MilliSeconds(100 * value)) << +code;
        EXPECT_EQ(EncodeMaxRespCode(MilliSeconds(100 * value)), code) << value;
    }
}

TEST(IgmpTimeCode, RFC_3376_4_1_7_Qqic)
{
    for (const auto& [code, value] : SPOTS)
    {
        EXPECT_EQ(DecodeQqic(code), Seconds(value)) << +code;
        EXPECT_EQ(EncodeQqic(Seconds(value)), code) << value;
    }
}

TEST(IgmpTimeCode, RFC_3376_8_8_NextLowerIfNotExact)
{
    EXPECT_EQ(EncodeMaxRespCode(Seconds(100)), 0xAF); // 1000 tenths: 992
    EXPECT_EQ(EncodeMaxRespCode(MilliSeconds(12900)), 0x80);
    EXPECT_EQ(EncodeMaxRespCode(MilliSeconds(199)), 1);
    EXPECT_EQ(EncodeQqic(Seconds(135)), 0x80);
}

TEST(IgmpTimeCode, RFC_3376_4_1_1_LargestValue)
{
    EXPECT_EQ(EncodeMaxRespCode(Hours(24)), 0xFF);
    EXPECT_EQ(EncodeQqic(Hours(240)), 0xFF);
}

TEST(IgmpTimeCode, RFC_3376_4_1_1_EveryCodeIsTheEncodingOfItsValue)
{
    for (int code = 0; code < 256; ++code)
    {
        EXPECT_EQ(EncodeMaxRespCode(DecodeMaxRespCode(code)), code);
        EXPECT_EQ(EncodeQqic(DecodeQqic(code)), code);
    }
}

TEST(IgmpTimeCode, RFC_2236_2_2_LinearTenths)
{
    EXPECT_EQ(DecodeLinearTenths(0xFF), MilliSeconds(25500));
    EXPECT_EQ(DecodeLinearTenths(0x80), MilliSeconds(12800));
    EXPECT_EQ(EncodeLinearTenths(Seconds(10)), 100);
    EXPECT_EQ(EncodeLinearTenths(Seconds(100)), 255);
}

/// 0 would make it an IGMPv1 query.
TEST(IgmpTimeCode, RFC_2236_4_OnlyZeroIsZero)
{
    EXPECT_EQ(EncodeLinearTenths(Time(0)), 0);
    EXPECT_EQ(EncodeLinearTenths(MilliSeconds(10)), 1);
}

} // namespace

} // namespace mgm
} // namespace ns3
