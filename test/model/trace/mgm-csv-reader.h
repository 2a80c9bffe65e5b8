/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#ifndef MGM_CSV_READER_H
#define MGM_CSV_READER_H

#include <string>
#include <string_view>
#include <vector>

namespace ns3
{
namespace mgm
{

/// Fields of the lines of a text.
using CsvRows = std::vector<std::vector<std::string>>;

/**
 * @brief Reads comma-separated values by the grammar of RFC 4180, with either end of line.
 * @param text the text; its last line ends with an end of line
 * @return its rows
 */
inline CsvRows
ReadCsv(std::string_view text)
{
    CsvRows rows;
    bool quoted = false;
    bool newRow = true;
    for (std::size_t i = 0; i < text.size(); ++i)
    {
        const char c = text[i];
        if (newRow)
        {
            rows.push_back({""});
            newRow = false;
        }
        if (quoted && c == '"' && i + 1 < text.size() && text[i + 1] == '"')
        {
            rows.back().back() += text[++i];
        }
        else if (c == '"')
        {
            quoted = !quoted;
        }
        else if (!quoted && c == ',')
        {
            rows.back().emplace_back();
        }
        else if (!quoted && c == '\n')
        {
            newRow = true;
        }
        else if (quoted || c != '\r')
        {
            rows.back().back() += c;
        }
    }
    return rows;
}

} // namespace mgm
} // namespace ns3

#endif // MGM_CSV_READER_H
