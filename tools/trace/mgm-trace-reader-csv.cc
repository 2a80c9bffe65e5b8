/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "mgm-trace-reader-csv.h"

#include "base/mgm-input-error.h"
#include "mgm-trace-header-reader.h"

#include "ns3/mgm-json-string.h"

#include <algorithm>
#include <string_view>
#include <utility>

namespace ns3
{
namespace mgm
{

TraceReaderCsv::TraceReaderCsv(const std::string& file, std::unique_ptr<std::istream> stream)
    : m_lines(file, std::move(stream))
{
    ReadHeader();
    const auto count = ReadFields();
    for (std::size_t i = 0; i < count; ++i)
    {
        const auto column = TraceRecordBuilder::FindColumn(m_fields[i]);
        if (!column || std::count(m_columns.begin(), m_columns.end(), *column))
        {
            throw InputError(m_lines.GetPlace() + ": found \"" + m_fields[i] +
                             "\", expected the name of a column, once");
        }
        m_columns.push_back(*column);
    }
}

void
TraceReaderCsv::ReadHeader()
{
    constexpr std::string_view MARK = "# ";
    std::string json;
    while (m_lines.Next() && m_lines.Get().compare(0, MARK.size(), MARK) == 0)
    {
        const auto colon = m_lines.Get().find(": ");
        if (colon == std::string::npos)
        {
            throw InputError(m_lines.GetPlace() + ": found \"" + m_lines.Get() +
                             "\", expected \"# KEY: VALUE\"");
        }
        json.append(json.empty() ? "{" : ",")
            .append(ToJsonString(m_lines.Get().substr(MARK.size(), colon - MARK.size())))
            .append(":")
            .append(m_lines.Get().substr(colon + 2));
    }
    m_header = ReadTraceHeader(json + "}", m_lines.GetPlace());
}

void
TraceReaderCsv::ReadQuoted(std::size_t& position, std::string& field)
{
    const auto start = m_lines.GetPlace();
    std::string text = m_lines.Get();
    for (++position;; ++position)
    {
        if (position == text.size())
        {
            if (!m_lines.Next())
            {
                throw InputError(start +
                                 ": found no end of a text in quotation marks, expected one");
            }
            field += '\n';
            text = m_lines.Get();
            position = std::string::npos;
        }
        else if (text[position] != '"')
        {
            field += text[position];
        }
        else if (position + 1 < text.size() && text[position + 1] == '"')
        {
            field += text[++position];
        }
        else
        {
            ++position;
            return;
        }
    }
}

std::size_t
TraceReaderCsv::ReadFields()
{
    std::size_t count = 0;
    for (std::size_t position = 0; count == 0 || position <= m_lines.Get().size(); ++position)
    {
        if (count == m_fields.size())
        {
            m_fields.emplace_back();
        }
        auto& field = m_fields[count++];
        field.clear();
        const bool isQuoted = position < m_lines.Get().size() && m_lines.Get()[position] == '"';
        if (isQuoted)
        {
            ReadQuoted(position, field);
        }
        const auto& line = m_lines.Get();
        const auto end = std::min(line.find(',', position), line.size());
        if (isQuoted && end != position)
        {
            throw InputError(m_lines.GetPlace() + ": found \"" +
                             line.substr(position, end - position) +
                             "\" behind a closing quotation mark, expected a comma");
        }
        field.append(line, position, end - position);
        position = end;
    }
    return count;
}

const TraceHeader&
TraceReaderCsv::GetHeader() const
{
    return m_header;
}

const TraceRecord*
TraceReaderCsv::Next()
{
    if (!m_lines.Next())
    {
        return nullptr;
    }
    const auto count = ReadFields();
    if (count != m_columns.size())
    {
        throw InputError(m_lines.GetPlace() + ": found " + std::to_string(count) +
                         " fields, expected " + std::to_string(m_columns.size()));
    }
    if (!m_lines.HasEnd())
    {
        throw InputError(m_lines.GetPlace() + ": found no end of the line, expected a whole file");
    }
    m_builder.Clear();
    for (std::size_t i = 0; i < count; ++i)
    {
        m_builder.Set(m_columns[i], m_fields[i]);
    }
    return &m_builder.Build(m_lines.GetPlace());
}

} // namespace mgm
} // namespace ns3
