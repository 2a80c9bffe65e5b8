/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "mgm-occurrence-counter.h"

#include <limits>

namespace ns3
{
namespace mgm
{

OccurrenceCounter::OccurrenceCounter(const Occurrences& spec, const std::string& noun)
    : m_spec(spec),
      m_noun(noun)
{
    if (spec.after)
    {
        m_after.emplace(spec.after->match);
    }
}

std::optional<std::set<uint32_t>>
OccurrenceCounter::GetNodes() const
{
    if (!m_after)
    {
        return std::set<uint32_t>();
    }
    const auto node = m_after->GetNode();
    return node ? std::make_optional(std::set<uint32_t>{*node}) : std::nullopt;
}

void
OccurrenceCounter::Observe(const TraceRecord& record)
{
    if (m_after && m_after->Matches(record))
    {
        const auto now = NanoSeconds(record.timeNs);
        CloseBefore(now);
        m_windows.push_back({now, 0});
    }
}

bool
OccurrenceCounter::IsTime(Time time) const
{
    return m_after ? !m_windows.empty() : time >= m_spec.from && time <= m_spec.until;
}

void
OccurrenceCounter::Count(Time time)
{
    if (!m_after)
    {
        m_count += IsTime(time) ? 1 : 0;
        return;
    }
    CloseBefore(time);
    for (auto& window : m_windows)
    {
        window.count += time >= window.since + m_spec.after->earliest ? 1 : 0;
    }
}

void
OccurrenceCounter::CloseBefore(Time now)
{
    while (!m_windows.empty() && m_windows.front().since + m_spec.after->latest < now)
    {
        Close(m_windows.front());
        m_windows.pop_front();
    }
}

void
OccurrenceCounter::Close(const Window& window)
{
    if (IsMet(window.count))
    {
        ++m_met;
    }
    else if (!m_unmet)
    {
        m_unmet = window;
    }
}

bool
OccurrenceCounter::IsMet(uint64_t count) const
{
    return count >= m_spec.least && count <= m_spec.most;
}

ExpectationResult
OccurrenceCounter::Finish(Time end, const std::string& what)
{
    const auto expected = DescribeNumber() + " with " + what;
    if (!m_after)
    {
        return {IsMet(m_count), DescribeCount(m_count, m_noun), expected};
    }
    CloseBefore(end);
    for (const auto& window : m_windows)
    {
        if (window.count >= m_spec.least || window.since + m_spec.after->latest <= end)
        {
            Close(window);
        }
    }
    return {!m_unmet && m_met > 0, DescribeWindows(), expected + DescribeAfter()};
}

std::string
OccurrenceCounter::DescribeWindows() const
{
    if (m_unmet)
    {
        return DescribeCount(m_unmet->count, m_noun) + " after that at " +
               DescribeTime(m_unmet->since);
    }
    return m_windows.empty()
               ? "no record with " + m_after->Describe()
               : "the end of the run soon after the first record with " + m_after->Describe() +
                     " at " + DescribeTime(m_windows.front().since);
}

std::string
OccurrenceCounter::DescribeNumber() const
{
    if (m_spec.least == m_spec.most)
    {
        return DescribeCount(m_spec.least, m_noun);
    }
    if (m_spec.most == std::numeric_limits<uint64_t>::max())
    {
        return "at least " + DescribeCount(m_spec.least, m_noun);
    }
    return std::to_string(m_spec.least) + " to " + DescribeCount(m_spec.most, m_noun);
}

std::string
OccurrenceCounter::DescribeAfter() const
{
    const auto& [match, earliest, latest] = *m_spec.after;
    return (earliest.IsZero() ? ", at most " : ", " + DescribeTime(earliest) + " to ") +
           DescribeTime(latest) + " after each record with " + m_after->Describe();
}

} // namespace mgm
} // namespace ns3
