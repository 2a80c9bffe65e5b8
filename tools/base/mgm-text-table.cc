/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "mgm-text-table.h"

#include <algorithm>
#include <utility>

namespace ns3
{
namespace mgm
{

TextTable::TextTable(Cells titles, std::size_t texts)
    : m_lines{std::move(titles)},
      m_texts(texts)
{
}

void
TextTable::Add(Cells cells)
{
    for (auto& cell : cells)
    {
        if (cell.empty())
        {
            cell = "-";
        }
    }
    m_lines.push_back(std::move(cells));
}

void
TextTable::Print(std::ostream& os) const
{
    if (m_lines.size() == 1)
    {
        return;
    }
    std::vector<std::size_t> widths(m_lines.front().size());
    for (const auto& line : m_lines)
    {
        for (std::size_t i = 0; i < line.size(); ++i)
        {
            widths[i] = std::max(widths[i], line[i].size());
        }
    }
    for (const auto& line : m_lines)
    {
        std::string text;
        for (std::size_t i = 0; i < line.size(); ++i)
        {
            const std::string padding(widths[i] - line[i].size(), ' ');
            text += (i == 0 ? "" : "  ") + (i < m_texts ? line[i] + padding : padding + line[i]);
        }
        os << text.erase(text.find_last_not_of(' ') + 1) << '\n';
    }
    os << '\n';
}

} // namespace mgm
} // namespace ns3
