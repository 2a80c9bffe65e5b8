/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#ifndef MGM_TEXT_DIGEST_H
#define MGM_TEXT_DIGEST_H

#include <string>

namespace ns3
{
namespace mgm
{

/**
 * @param text a text
 * @return its FNV-1a hash with 64 bits, in hexadecimal digits
 */
std::string DigestText(const std::string& text);

} // namespace mgm
} // namespace ns3

#endif // MGM_TEXT_DIGEST_H
