/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "mgm-finding-log.h"

#include <algorithm>
#include <iterator>
#include <numeric>

namespace ns3
{
namespace mgm
{

void
FindingLog::Report(TraceRule rule,
                   const std::string& about,
                   const std::vector<RecordNote>& records,
                   const std::string& explanation,
                   uint64_t place)
{
    if (m_known.count(about) != 0)
    {
        m_isHidden[static_cast<std::size_t>(rule)] = true;
        return;
    }
    if (++m_counts[static_cast<std::size_t>(rule)] > KEPT)
    {
        return;
    }
    m_known.insert(about);
    TraceFinding finding{rule, {}, explanation, place == 0 ? m_place : place};
    std::copy_if(records.begin(),
                 records.end(),
                 std::back_inserter(finding.records),
                 [](const RecordNote& note) { return note.seq != 0; });
    m_findings.push_back(std::move(finding));
}

void
FindingLog::Sort()
{
    std::stable_sort(m_findings.begin(),
                     m_findings.end(),
                     [](const TraceFinding& left, const TraceFinding& right) {
                         return left.place < right.place;
                     });
}

uint64_t
FindingLog::GetTotal() const
{
    return std::accumulate(m_counts.begin(), m_counts.end(), uint64_t{0});
}

} // namespace mgm
} // namespace ns3
