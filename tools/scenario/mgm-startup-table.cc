/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "mgm-startup-table.h"

#include "mgm-startup-text.h"

#include "ns3/mgm-trace-words.h"

#include <algorithm>
#include <iomanip>
#include <sstream>
#include <string_view>

namespace ns3
{
namespace mgm
{

namespace
{

/// Lines of a table; a longer one is cut.
constexpr std::size_t MAX_LINES = 60;

constexpr std::size_t TIME_WIDTH = 11;
constexpr std::size_t STEP_WIDTH = 17;
constexpr std::size_t SUBJECT_WIDTH = 34;
constexpr std::size_t INDENT = 2;

/// Time in seconds with six decimals.
std::string
SecondsOf(int64_t timeNs)
{
    constexpr int64_t NS_PER_US = 1000;
    constexpr int64_t US_PER_S = 1000000;
    const auto microseconds = timeNs / NS_PER_US;
    std::ostringstream text;
    text << microseconds / US_PER_S << '.' << std::setfill('0') << std::setw(6)
         << microseconds % US_PER_S;
    return text.str();
}

/// A text with spaces up to a width, and two behind it.
std::string
Padded(const std::string& text, std::size_t width)
{
    return text + std::string(std::max(width, text.size()) - text.size() + 2, ' ');
}

} // namespace

void
StartupTable::Observe(const TraceRecord& record)
{
    switch (record.kind)
    {
    case TraceKind::CALL:
        AddCall(record);
        break;
    case TraceKind::RETURN:
        AddAnswer(record);
        break;
    case TraceKind::CALLBACK:
        AddCallback(record);
        break;
    case TraceKind::STATE:
        if (record.op == words::OWNER)
        {
            AddConsequence(record);
        }
        break;
    case TraceKind::EVENT:
        if (record.op == words::ENUMERATED)
        {
            AddConsequence(record);
        }
        break;
    case TraceKind::VIOLATION:
    case TraceKind::DROP:
        if (record.op != words::DATA) // a table leaves the packets of streams out
        {
            AddConsequence(record);
        }
        break;
    default:
        break;
    }
}

std::size_t
StartupTable::TableOf(const TraceRecord& record)
{
    const auto [table, isNew] =
        m_tableOf.try_emplace({record.node, std::string(record.clientName)}, m_tables.size());
    if (isNew)
    {
        m_tables.push_back({DescribeClient(record), {}});
    }
    return table->second;
}

StartupTable::RowIndex
StartupTable::CauseOf(const TraceRecord& record) const
{
    const auto cause = m_bySeq.find(record.cause);
    return cause == m_bySeq.end() ? std::nullopt : RowIndex(cause->second);
}

std::size_t
StartupTable::AddRow(const Row& row)
{
    const auto index = m_rows.size();
    // What follows at a later time has its own place, so that a table is in the order of time.
    const bool isBelow = row.cause && m_rows[*row.cause].timeNs == row.timeNs;
    auto& siblings = isBelow ? m_rows[*row.cause].below : m_tables[row.table].rows;
    siblings.push_back(index);
    m_rows.push_back(row);
    return index;
}

void
StartupTable::AddCall(const TraceRecord& record)
{
    const auto table = TableOf(record);
    auto cause = CauseOf(record);
    if (cause && m_rows[*cause].isCall)
    {
        cause = m_rows[*cause].cause; // the next step of a script stands beside the one before
    }
    if (cause && m_rows[*cause].table != table)
    {
        cause.reset();
    }
    m_bySeq[record.seq] = AddRow({table,
                                  cause,
                                  true,
                                  record.timeNs,
                                  DescribeCall(record.op),
                                  DescribeArguments(record),
                                  "",
                                  {}});
}

void
StartupTable::AddAnswer(const TraceRecord& record)
{
    const auto call = CauseOf(record);
    if (call && record.status)
    {
        m_rows[*call].answer = std::string(ToString(*record.status)) +
                               (record.detail.empty() ? "" : ", ") + std::string(record.detail);
    }
}

void
StartupTable::AddCallback(const TraceRecord& record)
{
    const auto table = TableOf(record);
    const auto cause = CauseOf(record);
    const bool isOwn = cause && m_rows[*cause].table == table;
    const std::string op(record.op);
    const auto subject = DescribeSubject(record);
    if (cause && !isOwn)
    {
        const auto text = "-> " + std::string(record.clientName) + ": " + op + " " + subject;
        AddRow({m_rows[*cause].table, cause, false, record.timeNs, "", text, "", {}});
    }
    const auto below = isOwn ? cause : std::nullopt;
    m_bySeq[record.seq] = AddRow({table, below, false, record.timeNs, "<- " + op, subject, "", {}});
}

void
StartupTable::AddConsequence(const TraceRecord& record)
{
    if (const auto cause = CauseOf(record))
    {
        AddRow({m_rows[*cause].table,
                cause,
                false,
                record.timeNs,
                "",
                DescribeConsequence(record),
                "",
                {}});
    }
}

void
StartupTable::Format(std::size_t index, std::size_t depth, std::vector<Line>& lines) const
{
    const auto& row = m_rows[index];
    const std::string indent(depth * INDENT, ' ');
    auto text = row.step.empty() ? Padded("", STEP_WIDTH) + indent + row.subject
                                 : Padded(indent + row.step, STEP_WIDTH) +
                                       Padded(row.subject, SUBJECT_WIDTH) + row.answer;
    text.erase(text.find_last_not_of(' ') + 1);
    lines.emplace_back(row.timeNs, text);
    for (const auto below : row.below)
    {
        Format(below, depth + 1, lines);
    }
}

void
StartupTable::Print(std::ostream& os) const
{
    for (const auto& table : m_tables)
    {
        std::vector<Line> lines;
        for (const auto row : table.rows)
        {
            Format(row, 0, lines);
        }
        os << table.title << '\n'
           << std::setw(TIME_WIDTH) << "time [s]"
           << "  " << Padded("step", STEP_WIDTH) << Padded("about", SUBJECT_WIDTH) << "answer\n";
        std::string timeBefore;
        for (std::size_t i = 0; i < std::min(lines.size(), MAX_LINES); ++i)
        {
            const auto time = SecondsOf(lines[i].first);
            os << std::setw(TIME_WIDTH) << (time == timeBefore ? "" : time) << "  "
               << lines[i].second << '\n';
            timeBefore = time;
        }
        if (lines.size() > MAX_LINES)
        {
            os << std::setw(TIME_WIDTH) << "..."
               << "  " << lines.size() - MAX_LINES << " more lines; the trace has all\n";
        }
        os << '\n';
    }
}

} // namespace mgm
} // namespace ns3
