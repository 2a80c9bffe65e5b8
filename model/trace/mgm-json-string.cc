/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "mgm-json-string.h"

#include <algorithm>
#include <nlohmann/json.hpp>

namespace ns3
{
namespace mgm
{

namespace
{

/// Whether a JSON string holds the text as it is: ASCII with nothing to escape.
bool
IsPlain(std::string_view text)
{
    return std::all_of(text.begin(), text.end(), [](char c) {
        return c >= 0x20 && c < 0x7F && c != '"' && c != '\\';
    });
}

} // namespace

void
AppendJsonString(std::string& json, std::string_view text)
{
    if (IsPlain(text))
    {
        json += '"';
        json += text;
        json += '"';
        return;
    }
    constexpr auto REPLACE = nlohmann::json::error_handler_t::replace;
    json += nlohmann::json(text).dump(-1, ' ', false, REPLACE);
}

std::string
ToJsonString(std::string_view text)
{
    std::string json;
    AppendJsonString(json, text);
    return json;
}

} // namespace mgm
} // namespace ns3
