/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "mgm-trace-reader-jsonl.h"

#include "base/mgm-input-error.h"
#include "mgm-trace-header-reader.h"

#include <array>
#include <charconv>
#include <nlohmann/json.hpp>
#include <string_view>
#include <utility>
#include <vector>

namespace ns3
{
namespace mgm
{

namespace
{

/// Takes the events of a parser, and gives the members of one flat object to a builder.
class RecordSink
{
  public:
    explicit RecordSink(TraceRecordBuilder& builder)
        : m_builder(builder)
    {
    }

    /// What is wrong; empty if nothing is.
    const std::string& GetFault() const
    {
        return m_fault;
    }

    bool null()
    {
        return Refuse("null", "a number or a text");
    }

    bool boolean(bool)
    {
        return Refuse("a truth value", "a number or a text");
    }

    bool number_integer(int64_t number)
    {
        return Take(TraceColumn::Type::NUMBER, std::to_string(number));
    }

    bool number_unsigned(uint64_t number)
    {
        std::array<char, 20> text;
        const auto end = std::to_chars(text.data(), text.data() + text.size(), number).ptr;
        return Take(TraceColumn::Type::NUMBER,
                    {text.data(), static_cast<std::size_t>(end - text.data())});
    }

    bool number_float(double, const std::string& text)
    {
        return Refuse(text, "a whole number");
    }

    bool string(const std::string& text)
    {
        return Take(TraceColumn::Type::TEXT, text);
    }

    bool binary(const std::vector<uint8_t>&)
    {
        return Refuse("bytes", "a number or a text");
    }

    bool start_object(std::size_t)
    {
        return m_depth++ == 0 || Refuse("an object", "a number or a text");
    }

    bool end_object()
    {
        return true;
    }

    bool start_array(std::size_t)
    {
        return Refuse("an array", m_depth == 0 ? "a record" : "a number or a text");
    }

    bool end_array()
    {
        return true;
    }

    bool key(const std::string& name)
    {
        m_name = name;
        const auto column = TraceRecordBuilder::FindColumn(name);
        m_column = column.value_or(0);
        return column || Refuse("a member of this name", "one of the columns of a trace");
    }

    bool parse_error(std::size_t position, const std::string&, const nlohmann::detail::exception&)
    {
        m_fault = "found no JSON from column " + std::to_string(position) +
                  " on, expected a record as a JSON object";
        return false;
    }

  private:
    bool Refuse(const std::string& found, const std::string& expected)
    {
        m_fault =
            (m_name.empty() ? "" : m_name + ": ") + "found " + found + ", expected " + expected;
        return false;
    }

    bool Take(TraceColumn::Type type, std::string_view text)
    {
        if (m_depth == 0)
        {
            return Refuse("a value", "a record as a JSON object");
        }
        if (GetTraceColumns()[m_column].type != type)
        {
            return Refuse("\"" + std::string(text) + "\"",
                          type == TraceColumn::Type::TEXT ? "a number" : "a text");
        }
        return m_builder.Set(m_column, text) || Refuse("it twice", "it once");
    }

    TraceRecordBuilder& m_builder;
    std::string m_name;
    std::size_t m_column{0};
    std::size_t m_depth{0};
    std::string m_fault;
};

} // namespace

TraceReaderJsonl::TraceReaderJsonl(const std::string& file, std::unique_ptr<std::istream> stream)
    : m_lines(file, std::move(stream))
{
    m_lines.Next();
    m_header = ReadTraceHeader(m_lines.Get(), m_lines.GetPlace());
}

const TraceHeader&
TraceReaderJsonl::GetHeader() const
{
    return m_header;
}

const TraceRecord*
TraceReaderJsonl::Next()
{
    if (!m_lines.Next())
    {
        return nullptr;
    }
    m_builder.Clear();
    RecordSink sink(m_builder);
    if (!nlohmann::json::sax_parse(m_lines.Get(), &sink))
    {
        throw InputError(m_lines.GetPlace() + ": " + sink.GetFault());
    }
    return &m_builder.Build(m_lines.GetPlace());
}

} // namespace mgm
} // namespace ns3
