/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "mgm-text-digest.h"

#include "ns3/hash.h"

#include <iomanip>
#include <sstream>

namespace ns3
{
namespace mgm
{

std::string
DigestText(const std::string& text)
{
    std::ostringstream digits;
    digits << std::hex << std::setfill('0') << std::setw(16)
           << Hasher(Create<Hash::Function::Fnv1a>()).GetHash64(text);
    return digits.str();
}

} // namespace mgm
} // namespace ns3
