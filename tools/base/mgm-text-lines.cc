/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "mgm-text-lines.h"

#include <algorithm>

namespace ns3
{
namespace mgm
{

TextLines::TextLines(const std::string& name, const std::string& text)
    : m_name(name),
      m_starts{0}
{
    for (auto end = text.find('\n'); end != text.npos; end = text.find('\n', end + 1))
    {
        m_starts.push_back(end + 1);
    }
}

std::string
TextLines::Locate(std::size_t offset) const
{
    const auto next = std::upper_bound(m_starts.begin(), m_starts.end(), offset);
    const auto line = next - m_starts.begin();
    const auto column = 1 + offset - *(next - 1);
    return m_name + ':' + std::to_string(line) + ':' + std::to_string(column);
}

} // namespace mgm
} // namespace ns3
