/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#ifndef MGM_JSON_STRING_H
#define MGM_JSON_STRING_H

#include <string>
#include <string_view>

namespace ns3
{
namespace mgm
{

/**
 * @brief Appends a text as a JSON string, quotation marks included.
 *
 * Bytes that are not UTF-8 become U+FFFD.
 *
 * @param[in,out] json what to append to
 * @param text the text
 */
void AppendJsonString(std::string& json, std::string_view text);

/**
 * @param text a text
 * @return it as a JSON string, as AppendJsonString makes it
 */
std::string ToJsonString(std::string_view text);

} // namespace mgm
} // namespace ns3

#endif // MGM_JSON_STRING_H
