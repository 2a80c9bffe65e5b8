/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "mgm-igmp-time-code.h"

#include <algorithm>

namespace ns3
{
namespace mgm
{

namespace
{

constexpr int64_t LARGEST = 31744; ///< Code 0xFF.

/// 0 to 127 stand for themselves; 1eeemmmm is 1mmmm (binary) shifted by eee + 3.
uint8_t
EncodeFloat(int64_t value)
{
    auto mantissa = std::clamp<int64_t>(value, 0, LARGEST);
    if (mantissa < 0x80)
    {
        return static_cast<uint8_t>(mantissa);
    }
    uint8_t exponent = 0;
    for (mantissa >>= 3; mantissa > 0x1F; mantissa >>= 1)
    {
        ++exponent;
    }
    return static_cast<uint8_t>(0x80 | exponent << 4 | (mantissa & 0x0F));
}

int64_t
DecodeFloat(uint8_t code)
{
    return code < 0x80 ? code : ((code & 0x0F) | 0x10) << (((code >> 4) & 0x07) + 3);
}

int64_t
Tenths(Time time)
{
    return time.GetMilliSeconds() / 100;
}

} // namespace

uint8_t
EncodeLinearTenths(Time maxResponseTime)
{
    return maxResponseTime.IsZero() ? 0 : std::clamp<int64_t>(Tenths(maxResponseTime), 1, 0xFF);
}

Time
DecodeLinearTenths(uint8_t code)
{
    return MilliSeconds(100 * code);
}

uint8_t
EncodeMaxRespCode(Time maxResponseTime)
{
    return EncodeFloat(Tenths(maxResponseTime));
}

Time
DecodeMaxRespCode(uint8_t code)
{
    return MilliSeconds(100 * DecodeFloat(code));
}

uint8_t
EncodeQqic(Time queryInterval)
{
    return EncodeFloat(queryInterval.GetMilliSeconds() / 1000);
}

Time
DecodeQqic(uint8_t code)
{
    return MilliSeconds(1000 * DecodeFloat(code));
}

} // namespace mgm
} // namespace ns3
