/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "mgm-trace-writer-ascii.h"

#include <algorithm>
#include <sstream>
#include <string_view>

namespace ns3
{
namespace mgm
{

namespace
{

/// Builds a line of aligned cells. Characters that would break it become spaces.
class Line
{
  public:
    /// Starts the next cell, at a given position or one space behind the last one.
    Line& Cell(std::size_t position)
    {
        const auto used = m_text.empty() ? 0 : m_text.size() + 1;
        m_text.resize(std::max(position, used), ' ');
        return *this;
    }

    Line& Put(std::string_view text)
    {
        for (const char c : text)
        {
            m_text += static_cast<unsigned char>(c) < 0x20 ? ' ' : c;
        }
        return *this;
    }

    /// Puts a text so that it ends where the next cell begins.
    Line& PutRight(std::string_view text, std::size_t width)
    {
        m_text.append(width - std::min(width, text.size()), ' ');
        return Put(text);
    }

    const std::string& Get()
    {
        m_text.erase(m_text.find_last_not_of(' ') + 1);
        return m_text;
    }

  private:
    std::string m_text;
};

/// A time in seconds, with all digits.
std::string
Seconds(int64_t timeNs)
{
    constexpr int64_t NS_PER_S = 1000000000;
    const auto fraction = std::to_string(timeNs % NS_PER_S);
    return std::to_string(timeNs / NS_PER_S) + '.' + std::string(9 - fraction.size(), '0') +
           fraction;
}

std::string
Who(const TraceRecord& record)
{
    std::ostringstream os;
    if (!record.clientName.empty())
    {
        os << record.clientName;
    }
    else if (record.client)
    {
        os << *record.client;
    }
    return os.str();
}

std::string
Where(const TraceRecord& record, const std::vector<TracedNode>& nodes)
{
    std::ostringstream os;
    os << "if=" << NameOfInterface(nodes, record.node, record.interface->index);
    if (record.interface->nextHop.Get() != 0)
    {
        os << '@' << record.interface->nextHop;
    }
    return os.str();
}

/// What the record is about: interface, source and group, change of state, result.
std::string
What(const TraceRecord& record, const std::vector<TracedNode>& nodes)
{
    std::ostringstream os;
    if (record.interface)
    {
        os << Where(record, nodes) << ' ';
    }
    if (record.sourceGroup)
    {
        os << *record.sourceGroup << ' ';
    }
    if (!record.oldState.empty() || !record.newState.empty())
    {
        os << record.oldState << " -> " << record.newState << ' ';
    }
    if (!record.event.empty())
    {
        os << "on " << record.event << ' ';
    }
    if (!record.action.empty())
    {
        os << "do " << record.action << ' ';
    }
    if (record.status)
    {
        os << *record.status << ' ';
    }
    if (!record.detail.empty())
    {
        os << "-- " << record.detail;
    }
    return os.str();
}

/// Blanks for a depth; what a trace says that was read from a file may be anything.
std::string
Indentation(uint32_t depth)
{
    constexpr uint32_t DEEPEST = 40;
    return std::string(2 * std::min(depth, DEEPEST), ' ');
}

/// Where the cells begin.
enum Position : std::size_t
{
    CAUSE = 8,
    TIME = 16,
    NODE = 34,
    KIND = 43,
    OP = 59,
    CLIENT = 88,
    WHAT = 97,
};

std::string
Titles()
{
    Line line;
    line.Cell(0).Put("#").PutRight("seq", CAUSE - 2);
    line.Cell(CAUSE).PutRight("cause", TIME - CAUSE - 1);
    line.Cell(TIME).PutRight("time [s]", NODE - TIME - 1);
    line.Cell(NODE).Put("node").Cell(KIND).Put("kind").Cell(OP).Put("operation");
    line.Cell(CLIENT).Put("client").Cell(WHAT).Put("about");
    return line.Get() + '\n';
}

} // namespace

TraceWriterAscii::TraceWriterAscii(Ptr<OutputStreamWrapper> stream, const TraceHeader& header)
    : TraceWriter(stream, header.ToComment() + Titles()),
      m_nodes(header.nodes)
{
}

void
TraceWriterAscii::Format(const TraceRecord& record, std::string& text)
{
    Line line;
    line.Cell(0).PutRight(std::to_string(record.seq), CAUSE - 1);
    line.Cell(CAUSE).PutRight(record.cause == 0 ? "-" : std::to_string(record.cause),
                              TIME - CAUSE - 1);
    line.Cell(TIME).PutRight(Seconds(record.timeNs), NODE - TIME - 1);
    line.Cell(NODE).Put(NameOfNode(m_nodes, record.node));
    line.Cell(KIND).Put(ToString(record.kind));
    line.Cell(OP).Put(Indentation(record.depth)).Put(record.op);
    line.Cell(CLIENT).Put(Who(record));
    line.Cell(WHAT).Put(What(record, m_nodes));
    text.append(line.Get()).append("\n");
}

} // namespace mgm
} // namespace ns3
