/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#ifndef MGM_TEXT_WIDTH_H
#define MGM_TEXT_WIDTH_H

#include <string>
#include <string_view>

namespace ns3
{
namespace mgm
{

/**
 * @brief Estimates how wide a text is, from the widths of a wide sans-serif font.
 *
 * Pictures are drawn with whatever font the viewer has; most are narrower.
 *
 * @param text a text in UTF-8
 * @param size size of the font [px]
 * @return its width [px]
 */
double TextWidth(std::string_view text, double size);

/**
 * @brief Shortens a text so that it fits.
 * @param text a text in UTF-8
 * @param size size of the font [px]
 * @param width greatest width [px]
 * @return the text, or a part of it with an ellipsis; empty if not even that fits
 */
std::string Ellipsize(const std::string& text, double size, double width);

} // namespace mgm
} // namespace ns3

#endif // MGM_TEXT_WIDTH_H
