/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "mgm-svg-writer.h"

#include "json/mgm-json-document.h"

#include "ns3/mgm-json-string.h"

#include <cmath>

namespace ns3
{
namespace mgm
{

namespace
{

/// The text with all that is no UTF-8 replaced, as the writers of traces do it.
std::string
ToUtf8(std::string_view text)
{
    return ParseJson(ToJsonString(text)).get<std::string>();
}

} // namespace

std::string
EscapeXml(std::string_view text)
{
    std::string escaped;
    for (const char c : ToUtf8(text))
    {
        switch (c)
        {
        case '&':
            escaped += "&amp;";
            break;
        case '<':
            escaped += "&lt;";
            break;
        case '>':
            escaped += "&gt;";
            break;
        case '"':
            escaped += "&quot;";
            break;
        case '\n':
            escaped += "&#10;";
            break;
        default:
            escaped += static_cast<unsigned char>(c) < 0x20 ? ' ' : c;
        }
    }
    return escaped;
}

std::string
SvgNumber(double number)
{
    const auto tenths = std::lround(number * 10);
    auto text = (tenths < 0 ? "-" : "") + std::to_string(std::labs(tenths) / 10);
    if (tenths % 10 != 0)
    {
        text += '.' + std::to_string(std::labs(tenths) % 10);
    }
    return text;
}

std::string
SvgPathAt(double x, double y, const std::string& steps)
{
    return "M" + SvgNumber(x) + ' ' + SvgNumber(y) + steps;
}

SvgWriter::SvgWriter(std::ostream& os)
    : m_os(os)
{
}

void
SvgWriter::Begin(std::string_view style, const std::string& attributes)
{
    m_os << "<g class=\"" << style << '"' << (attributes.empty() ? "" : " ") << attributes << ">\n";
}

void
SvgWriter::End()
{
    m_os << "</g>\n";
}

void
SvgWriter::Title(std::string_view text)
{
    m_os << "<title>" << EscapeXml(text) << "</title>\n";
}

void
SvgWriter::Line(std::string_view style, double x1, double y1, double x2, double y2)
{
    m_os << "<line class=\"" << style << "\" x1=\"" << SvgNumber(x1) << "\" y1=\"" << SvgNumber(y1)
         << "\" x2=\"" << SvgNumber(x2) << "\" y2=\"" << SvgNumber(y2) << "\"/>\n";
}

void
SvgWriter::Rect(std::string_view style, double x, double y, double width, double height)
{
    m_os << "<rect class=\"" << style << "\" x=\"" << SvgNumber(x) << "\" y=\"" << SvgNumber(y)
         << "\" width=\"" << SvgNumber(width) << "\" height=\"" << SvgNumber(height) << "\"/>\n";
}

void
SvgWriter::Path(std::string_view style, const std::string& path)
{
    m_os << "<path class=\"" << style << "\" d=\"" << path << "\"/>\n";
}

void
SvgWriter::Text(std::string_view style, double x, double y, std::string_view text)
{
    m_os << "<text class=\"" << style << "\" x=\"" << SvgNumber(x) << "\" y=\"" << SvgNumber(y)
         << "\">" << EscapeXml(text) << "</text>\n";
}

} // namespace mgm
} // namespace ns3
