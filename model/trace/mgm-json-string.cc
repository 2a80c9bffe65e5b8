/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "mgm-json-string.h"

#include <cstddef>
#include <cstdint>

namespace ns3
{
namespace mgm
{

namespace
{

/// The start of a text.
struct Sequence
{
    std::size_t size; ///< Its size [bytes].
    bool isCharacter; ///< Whether it is a character in UTF-8; else it is the longest start of one.
};

/// Reads the first character of a text (Unicode, table 3-7: well-formed UTF-8 byte sequences).
Sequence
ReadSequence(std::string_view text)
{
    const auto lead = static_cast<uint8_t>(text.front());
    const std::size_t size = lead < 0x80   ? 1
                             : lead < 0xC2 ? 0
                             : lead < 0xE0 ? 2
                             : lead < 0xF0 ? 3
                             : lead < 0xF5 ? 4
                                           : 0;
    uint8_t lowest = lead == 0xE0 ? 0xA0 : lead == 0xF0 ? 0x90 : 0x80;
    uint8_t highest = lead == 0xED ? 0x9F : lead == 0xF4 ? 0x8F : 0xBF;
    for (std::size_t i = 1; i < size; ++i)
    {
        const auto next = i < text.size() ? static_cast<uint8_t>(text[i]) : uint8_t{0};
        if (next < lowest || next > highest)
        {
            return {i, false};
        }
        lowest = 0x80;
        highest = 0xBF;
    }
    return size == 0 ? Sequence{1, false} : Sequence{size, true};
}

/// Appends a character of ASCII (RFC 8259 section 7).
void
AppendAscii(std::string& json, char character)
{
    constexpr std::string_view HEX = "0123456789abcdef";
    constexpr std::string_view ESCAPED = "\"\\\b\f\n\r\t";
    constexpr std::string_view LETTERS = "\"\\bfnrt";
    const auto code = static_cast<uint8_t>(character);
    if (const auto at = ESCAPED.find(character); at != std::string_view::npos)
    {
        json.append({'\\', LETTERS[at]});
    }
    else if (code < 0x20)
    {
        json.append("\\u00").append({HEX[code / 16], HEX[code % 16]});
    }
    else
    {
        json += character;
    }
}

} // namespace

void
AppendJsonString(std::string& json, std::string_view text)
{
    constexpr std::string_view REPLACEMENT = "\xEF\xBF\xBD"; // U+FFFD
    json += '"';
    for (std::size_t at = 0; at < text.size();)
    {
        const auto sequence = ReadSequence(text.substr(at));
        if (sequence.isCharacter && sequence.size == 1)
        {
            AppendAscii(json, text[at]);
        }
        else
        {
            json += sequence.isCharacter ? text.substr(at, sequence.size) : REPLACEMENT;
        }
        at += sequence.size;
    }
    json += '"';
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
