/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#ifndef MGM_TEXT_LINES_H
#define MGM_TEXT_LINES_H

#include <cstddef>
#include <string>
#include <vector>

namespace ns3
{
namespace mgm
{

/**
 * @ingroup mgm
 * @brief Where the lines of a file begin.
 */
class TextLines
{
  public:
    /**
     * @param name name of the file
     * @param text its text
     */
    TextLines(const std::string& name, const std::string& text);

    /**
     * @param offset offset of a character in the text
     * @return `FILE:LINE:COLUMN` of the character
     */
    std::string Locate(std::size_t offset) const;

  private:
    std::string m_name;                ///< name of the file
    std::vector<std::size_t> m_starts; ///< offsets of the first characters of lines
};

} // namespace mgm
} // namespace ns3

#endif // MGM_TEXT_LINES_H
