/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "mgm-text-width.h"

#include <array>
#include <cstdint>

namespace ns3
{
namespace mgm
{

namespace
{

constexpr unsigned char FIRST = 0x20;

/// Widths of the characters from space to tilde [1/1000 of the size of the font].
constexpr std::array<uint16_t, 95> WIDTHS{
    318, 401, 460, 838, 636, 950, 780, 275, 390, 390, 500, 838, 318, 361,  318, 337, 636, 636, 636,
    636, 636, 636, 636, 636, 636, 636, 337, 337, 838, 838, 838, 531, 1000, 684, 686, 698, 770, 632,
    575, 775, 752, 295, 295, 656, 557, 863, 748, 787, 603, 787, 695, 635,  611, 732, 684, 989, 685,
    611, 685, 390, 337, 390, 838, 500, 500, 613, 635, 550, 635, 615, 352,  635, 634, 278, 278, 579,
    278, 974, 634, 612, 635, 635, 411, 521, 392, 634, 592, 818, 592, 592,  525, 636, 337, 636, 838};

/// Width of any other character.
constexpr uint16_t OTHER = 1000;

constexpr std::string_view ELLIPSIS = "\u2026";

bool
IsContinuation(char c)
{
    return (static_cast<unsigned char>(c) & 0xC0) == 0x80;
}

double
CharacterWidth(char c, double size)
{
    const auto index = static_cast<unsigned char>(c) - FIRST;
    const bool isKnown = index >= 0 && index < static_cast<int>(WIDTHS.size());
    return (isKnown ? WIDTHS[index] : OTHER) * size / 1000;
}

} // namespace

double
TextWidth(std::string_view text, double size)
{
    double width = 0;
    for (const char c : text)
    {
        width += IsContinuation(c) ? 0 : CharacterWidth(c, size);
    }
    return width;
}

std::string
Ellipsize(const std::string& text, double size, double width)
{
    if (TextWidth(text, size) <= width)
    {
        return text;
    }
    auto left = width - TextWidth(ELLIPSIS, size);
    std::size_t end = 0;
    while (end < text.size())
    {
        left -= CharacterWidth(text[end], size);
        if (left < 0)
        {
            break;
        }
        do
        {
            ++end;
        } while (end < text.size() && IsContinuation(text[end]));
    }
    return end == 0 ? "" : text.substr(0, end) + std::string(ELLIPSIS);
}

} // namespace mgm
} // namespace ns3
