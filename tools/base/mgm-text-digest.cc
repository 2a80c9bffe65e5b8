/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "mgm-text-digest.h"

#include <cstdint>
#include <iomanip>
#include <sstream>

namespace ns3
{
namespace mgm
{

std::string
DigestText(const std::string& text)
{
    uint64_t hash = 0xcbf29ce484222325;
    for (const unsigned char octet : text)
    {
        hash = (hash ^ octet) * 0x100000001b3;
    }
    std::ostringstream digits;
    digits << std::hex << std::setfill('0') << std::setw(16) << hash;
    return digits.str();
}

} // namespace mgm
} // namespace ns3
