/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "mgm-difference-report.h"

#include "base/mgm-text-table.h"

#include <sstream>

namespace ns3
{
namespace mgm
{

namespace
{

/// Number and time of a record.
std::string
PlaceOf(const ComparedRecord& record)
{
    constexpr int64_t NS_PER_S = 1000000000;
    const auto timeNs = record.Get().timeNs;
    const auto fraction = std::to_string(timeNs % NS_PER_S);
    return "record " + std::to_string(record.Get().seq) + " at " +
           std::to_string(timeNs / NS_PER_S) + '.' + std::string(9 - fraction.size(), '0') +
           fraction + " s";
}

std::vector<std::string>
LinesOf(const TraceHeader& header)
{
    std::vector<std::string> lines;
    std::istringstream text(header.ToComment());
    for (std::string line; std::getline(text, line);)
    {
        lines.push_back(line);
    }
    return lines;
}

} // namespace

DifferenceReport::DifferenceReport(std::ostream& os,
                                   const TraceHeader& a,
                                   const TraceHeader& b,
                                   std::size_t context)
    : m_os(os),
      m_lineOfA(a),
      m_lineOfB(b),
      m_context(context)
{
}

DifferenceReport::Counts&
DifferenceReport::CountsOf(const ComparedRecord& record)
{
    return m_counts[{std::string(ToString(record.Get().kind)), std::string(record.Get().op)}];
}

void
DifferenceReport::Begin(const std::string& title)
{
    if (!IsEmpty())
    {
        return;
    }
    m_os << "First difference: " << title << "\n  " << m_lineOfA.GetTitles() << '\n';
    for (const auto& record : m_before)
    {
        m_os << "  " << m_lineOfA.Show(record.Get()) << '\n';
    }
    m_before.clear();
    m_left = m_context;
}

void
DifferenceReport::Show(char mark, TraceSide side, const ComparedRecord& record)
{
    auto& line = side == TraceSide::A ? m_lineOfA : m_lineOfB;
    m_os << mark << ' ' << line.Show(record.Get()) << '\n';
}

void
DifferenceReport::Same(ComparedRecord a)
{
    ++m_same;
    if (m_left > 0)
    {
        --m_left;
        Show(' ', TraceSide::A, a);
    }
    else if (IsEmpty() && m_context > 0)
    {
        m_before.push_back(std::move(a));
        if (m_before.size() > m_context)
        {
            m_before.pop_front();
        }
    }
}

void
DifferenceReport::Changed(const ComparedRecord& a,
                          const ComparedRecord& b,
                          const std::vector<std::string>& columns)
{
    const bool isFirst = IsEmpty();
    std::string names;
    for (const auto& column : columns)
    {
        names += (names.empty() ? "" : ", ") + column;
    }
    Begin("A has " + PlaceOf(a) + ", B has " + PlaceOf(b) + ", with another " + names);
    if (isFirst || m_left > 0)
    {
        m_left -= isFirst ? 0 : 1;
        Show('-', TraceSide::A, a);
        Show('+', TraceSide::B, b);
    }
    ++CountsOf(a).changed;
}

void
DifferenceReport::OnlyIn(TraceSide side, const ComparedRecord& record, const ComparedRecord* other)
{
    const bool isFirst = IsEmpty();
    const bool isInA = side == TraceSide::A;
    Begin(std::string("only ") + (isInA ? "A" : "B") + " has " + PlaceOf(record) + "; " +
          (isInA ? "B" : "A") + (other ? " has " + PlaceOf(*other) + " there" : " has ended"));
    if (isFirst || m_left > 0)
    {
        m_left -= isFirst ? 0 : 1;
        Show(isInA ? '-' : '+', side, record);
    }
    ++(isInA ? CountsOf(record).onlyInA : CountsOf(record).onlyInB);
}

void
DifferenceReport::Finish()
{
    if (IsEmpty())
    {
        m_os << "No difference in " << m_same << " records\n";
        return;
    }
    TextTable table({"kind", "operation", "only in A", "only in B", "changed"}, 2);
    Counts all;
    for (const auto& [name, counts] : m_counts)
    {
        table.Add({name.first,
                   name.second,
                   std::to_string(counts.onlyInA),
                   std::to_string(counts.onlyInB),
                   std::to_string(counts.changed)});
        all.onlyInA += counts.onlyInA;
        all.onlyInB += counts.onlyInB;
        all.changed += counts.changed;
    }
    m_os << '\n';
    table.Print(m_os);
    m_os << all.onlyInA << " records only in A, " << all.onlyInB << " only in B, " << all.changed
         << " changed, " << m_same << " equal\n";
}

bool
CompareHeaders(std::ostream& os, const TraceHeader& a, const TraceHeader& b)
{
    const auto linesOfA = LinesOf(a);
    const auto linesOfB = LinesOf(b);
    for (std::size_t i = 0; i < linesOfA.size(); ++i)
    {
        if (linesOfA[i] != linesOfB[i])
        {
            os << "A " << linesOfA[i] << "\nB " << linesOfB[i] << '\n';
        }
    }
    return linesOfA == linesOfB;
}

} // namespace mgm
} // namespace ns3
