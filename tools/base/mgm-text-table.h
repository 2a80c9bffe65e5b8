/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#ifndef MGM_TEXT_TABLE_H
#define MGM_TEXT_TABLE_H

#include <ostream>
#include <string>
#include <vector>

namespace ns3
{
namespace mgm
{

/**
 * @ingroup mgm
 * @brief A table in text: columns as wide as they need to be, numbers at the right.
 */
class TextTable
{
  public:
    /// A line of cells.
    using Cells = std::vector<std::string>;

    /**
     * @param titles titles of the columns
     * @param texts how many columns, from the left, hold texts; the others hold numbers
     */
    TextTable(Cells titles, std::size_t texts);

    /// @brief Adds a line.
    /// @param cells its cells, as many as there are titles; an empty one is shown as "-"
    void Add(Cells cells);

    /**
     * @brief Writes the table with an empty line behind it, or nothing if it has no lines.
     * @param os where to write
     */
    void Print(std::ostream& os) const;

  private:
    std::vector<Cells> m_lines; ///< the titles and the lines
    std::size_t m_texts;        ///< how many columns hold texts
};

} // namespace mgm
} // namespace ns3

#endif // MGM_TEXT_TABLE_H
