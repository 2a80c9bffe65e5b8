/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "mgm-json-sax-reader.h"

#include "base/mgm-input-error.h"
#include "base/mgm-text-lines.h"

#include <algorithm>
#include <iterator>
#include <string_view>
#include <utility>

namespace ns3
{
namespace mgm
{

namespace
{

/// Reads a text and tells how many characters have been taken.
struct CountingIterator
{
    using iterator_category = std::input_iterator_tag;
    using value_type = char;
    using difference_type = std::ptrdiff_t;
    using pointer = const char*;
    using reference = const char&;

    const std::string* text;
    std::size_t offset;
    std::size_t* consumed;

    reference operator*() const
    {
        return (*text)[offset];
    }

    CountingIterator& operator++()
    {
        *consumed = ++offset;
        return *this;
    }

    bool operator==(const CountingIterator& other) const
    {
        return offset == other.offset;
    }

    bool operator!=(const CountingIterator& other) const
    {
        return offset != other.offset;
    }
};

/// What the parser's message says was found and was expected.
std::pair<std::string, std::string>
FoundAndExpected(std::string_view message)
{
    constexpr std::string_view REASON = " - ";
    constexpr std::string_view EXPECTED = "; expected ";
    constexpr std::string_view UNEXPECTED = "unexpected ";

    const auto reason = message.find(REASON);
    if (reason == std::string_view::npos)
    {
        return {"a number too great", "a number that fits into 64 bits"};
    }
    message.remove_prefix(reason + REASON.size());
    const auto split = message.find(EXPECTED);
    const auto expected = split == std::string_view::npos ? std::string_view("JSON")
                                                          : message.substr(split + EXPECTED.size());
    auto found = message.substr(0, message.find(';'));
    if (found.substr(0, UNEXPECTED.size()) == UNEXPECTED)
    {
        found.remove_prefix(UNEXPECTED.size());
    }
    return {std::string(found), std::string(expected)};
}

} // namespace

JsonSaxReader::JsonSaxReader(const std::string& text, const std::string& name, Note note)
    : m_text(text),
      m_name(name),
      m_note(std::move(note))
{
}

Json
JsonSaxReader::Read()
{
    const CountingIterator first{&m_text, 0, &m_consumed};
    const CountingIterator last{&m_text, m_text.size(), &m_consumed};
    Json::sax_parse(first, last, this);
    return std::move(m_root);
}

std::size_t
JsonSaxReader::NextToken()
{
    const auto start = m_text.find_first_not_of(" \t\r\n,:", m_tokenEnd);
    m_tokenEnd = m_consumed;
    return start;
}

void
JsonSaxReader::Fail(std::size_t offset,
                    const JsonPointer& path,
                    const std::string& found,
                    const std::string& expected) const
{
    throw InputError(TextLines(m_name, m_text).Locate(offset), path.to_string(), found, expected);
}

JsonPointer
JsonSaxReader::NextPath() const
{
    if (m_open.empty())
    {
        return JsonPointer();
    }
    const auto& [container, path] = m_open.back();
    return container->is_array() ? path / container->size() : path / m_key;
}

Json&
JsonSaxReader::Place(Json value)
{
    const auto path = NextPath();
    if (!m_note(path.to_string(), NextToken()))
    {
        Fail(m_keyOffset,
             path,
             "a second member " + ShowJson(m_key),
             "each name once in an object");
    }
    if (m_open.empty())
    {
        m_root = std::move(value);
        return m_root;
    }
    auto& container = *m_open.back().container;
    if (container.is_array())
    {
        return container.emplace_back(std::move(value));
    }
    // Not by [], which would look through all members.
    return container.get_ref<Json::object_t&>().emplace_back(m_key, std::move(value)).second;
}

bool
JsonSaxReader::Add(Json value)
{
    Place(std::move(value));
    return true;
}

bool
JsonSaxReader::Open(Json value)
{
    const auto path = NextPath();
    if (m_open.size() == DEEPEST)
    {
        Fail(NextToken(), path, "deeper nesting", "at most " + std::to_string(DEEPEST) + " levels");
    }
    // A container does not move as long as it is open: its own container gets no further value.
    m_open.push_back({&Place(std::move(value)), path});
    return true;
}

bool
JsonSaxReader::Close()
{
    m_tokenEnd = m_consumed;
    m_open.pop_back();
    return true;
}

bool
JsonSaxReader::null()
{
    return Add(nullptr);
}

bool
JsonSaxReader::boolean(bool value)
{
    return Add(value);
}

bool
JsonSaxReader::number_integer(Json::number_integer_t value)
{
    return Add(value);
}

bool
JsonSaxReader::number_unsigned(Json::number_unsigned_t value)
{
    return Add(value);
}

bool
JsonSaxReader::number_float(Json::number_float_t value, const std::string& /* text */)
{
    return Add(value);
}

bool
JsonSaxReader::string(std::string& value)
{
    return Add(value);
}

bool
JsonSaxReader::binary(Json::binary_t& /* value */)
{
    return false;
}

bool
JsonSaxReader::start_object(std::size_t /* size */)
{
    return Open(Json::object());
}

bool
JsonSaxReader::key(std::string& name)
{
    m_key = name;
    m_keyOffset = NextToken();
    return true;
}

bool
JsonSaxReader::end_object()
{
    return Close();
}

bool
JsonSaxReader::start_array(std::size_t /* size */)
{
    return Open(Json::array());
}

bool
JsonSaxReader::end_array()
{
    return Close();
}

bool
JsonSaxReader::parse_error(std::size_t position,
                           const std::string& /* token */,
                           const Json::exception& error)
{
    const auto [found, expected] = FoundAndExpected(error.what());
    Fail(position == 0 ? 0 : position - 1,
         m_open.empty() ? JsonPointer() : m_open.back().path,
         found,
         expected);
}

} // namespace mgm
} // namespace ns3
