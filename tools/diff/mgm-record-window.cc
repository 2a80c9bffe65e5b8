/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "mgm-record-window.h"

#include <algorithm>
#include <iterator>

namespace ns3
{
namespace mgm
{

RecordWindow::RecordWindow(TraceReader& reader, const RecordComparison& comparison)
    : m_reader(reader),
      m_comparison(comparison)
{
}

std::size_t
RecordWindow::Fill(std::size_t count)
{
    while (m_records.size() < count && !m_isAtEnd)
    {
        if (const auto* record = m_reader.Next())
        {
            m_records.emplace_back(*record, m_comparison.KeyOf(*record));
        }
        else
        {
            m_isAtEnd = true;
        }
    }
    return std::min(count, m_records.size());
}

const ComparedRecord*
RecordWindow::Find(std::size_t index)
{
    return Fill(index + 1) == index + 1 ? &m_records[index] : nullptr;
}

std::vector<ComparedRecord>
RecordWindow::Take(std::size_t count)
{
    const auto end = m_records.begin() + static_cast<std::ptrdiff_t>(count);
    std::vector<ComparedRecord> taken(std::make_move_iterator(m_records.begin()),
                                      std::make_move_iterator(end));
    m_records.erase(m_records.begin(), end);
    return taken;
}

} // namespace mgm
} // namespace ns3
