/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "mgm-trace-editor.h"

#include <algorithm>
#include <map>
#include <sstream>
#include <stdexcept>

namespace ns3
{
namespace mgm
{

namespace
{

std::string
TextOf(const nlohmann::ordered_json& record, const std::string& column)
{
    if (!record.contains(column))
    {
        return "-";
    }
    const auto& value = record[column];
    return value.is_string() ? value.get<std::string>() : value.dump();
}

/// A value of a pattern: words of an edit have no blanks.
std::string
ValueOf(std::string word)
{
    std::replace(word.begin(), word.end(), '_', ' ');
    return word;
}

bool
Equals(const std::string& text, const std::string& word)
{
    return text == word || text == ValueOf(word);
}

bool
IsNumber(const std::string& column)
{
    static const std::vector<std::string> NUMBERS{"seq", "t_ns", "cause", "depth", "node", "if"};
    return std::find(NUMBERS.begin(), NUMBERS.end(), column) != NUMBERS.end();
}

/// Splits words at the first one that is one of the separators.
std::pair<std::vector<std::string>, std::vector<std::string>>
SplitAt(const std::vector<std::string>& words, const std::vector<std::string>& separators)
{
    const auto at =
        std::find_first_of(words.begin(), words.end(), separators.begin(), separators.end());
    return {{words.begin(), at}, {at == words.end() ? at : std::next(at), words.end()}};
}

} // namespace

TraceEditor::TraceEditor(const std::string& text)
{
    std::istringstream lines(text);
    std::getline(lines, m_header);
    std::string line;
    while (std::getline(lines, line))
    {
        m_records.push_back(Json::parse(line));
    }
}

void
TraceEditor::Edit(const std::string& edit)
{
    std::istringstream stream(edit);
    Words words{std::istream_iterator<std::string>(stream), {}};
    const std::string verb = words.at(0);
    words.erase(words.begin());
    const bool isWhole = verb.find("-whole") != std::string::npos;
    const auto [pattern, values] = SplitAt(words, {":"});
    if (verb == "drop" || verb == "drop-whole")
    {
        Remove(FindRange(pattern, isWhole));
    }
    else if (verb == "drop-all")
    {
        for (std::size_t i = m_records.size(); i > 0; --i)
        {
            if (Fits(m_records[i - 1], pattern))
            {
                Remove({i - 1, i});
            }
        }
    }
    else if (verb == "drop-caused")
    {
        RemoveCaused(pattern);
    }
    else if (verb == "set" || verb == "set-pair")
    {
        Change(Find(pattern), verb == "set-pair", values);
    }
    else if (verb == "cut")
    {
        Cut(words);
    }
    else
    {
        Place(words, isWhole, verb.rfind("copy", 0) == 0);
    }
}

void
TraceEditor::Change(std::size_t place, bool isPair, const Words& values)
{
    if (isPair)
    {
        Set(m_records.at(FindReturn(place)), values);
    }
    Set(m_records.at(place), values);
}

bool
TraceEditor::Fits(const Json& record, const Words& pattern)
{
    if (TextOf(record, "kind") != pattern.at(0))
    {
        return false;
    }
    return std::all_of(pattern.begin() + 1, pattern.end(), [&](const std::string& word) {
        const auto split = word.find('=');
        return word[0] == '#' ||
               (split == std::string::npos
                    ? TextOf(record, "op") == word
                    : Equals(TextOf(record, word.substr(0, split)), word.substr(split + 1)));
    });
}

void
TraceEditor::Set(Json& record, const Words& values)
{
    for (const auto& value : values)
    {
        const auto split = value.find('=');
        const auto column = value.substr(0, split);
        const auto text = value.substr(split + 1);
        if (text == "-")
        {
            record.erase(column);
        }
        else if (IsNumber(column))
        {
            record[column] = std::stoull(text);
        }
        else
        {
            record[column] = text;
        }
    }
}

std::size_t
TraceEditor::Find(const Words& pattern) const
{
    std::size_t count = pattern.back()[0] == '#' ? std::stoul(pattern.back().substr(1)) : 1;
    for (std::size_t i = 0; i < m_records.size(); ++i)
    {
        if (Fits(m_records[i], pattern) && --count == 0)
        {
            return i;
        }
    }
    std::string text;
    for (const auto& word : pattern)
    {
        text += word + ' ';
    }
    throw std::invalid_argument("no record fits " + text);
}

std::size_t
TraceEditor::FindReturn(std::size_t enter) const
{
    const std::string kind = m_records[enter]["kind"] == "call" ? "return" : "callback-return";
    for (std::size_t i = enter + 1; i < m_records.size(); ++i)
    {
        if (m_records[i]["kind"] == kind &&
            m_records[i].value("cause", 0) == m_records[enter]["seq"])
        {
            return i;
        }
    }
    throw std::invalid_argument("no return");
}

TraceEditor::Range
TraceEditor::FindRange(const Words& pattern, bool isWhole) const
{
    const auto place = Find(pattern);
    return {place, (isWhole ? FindReturn(place) : place) + 1};
}

void
TraceEditor::Remove(const Range& range)
{
    for (std::size_t i = range.last; i > range.first; --i)
    {
        const Json gone = m_records[i - 1];
        m_records.erase(m_records.begin() + static_cast<std::ptrdiff_t>(i - 1));
        for (auto& record : m_records)
        {
            if (record.value("cause", 0) == gone["seq"])
            {
                gone.contains("cause") ? (void)(record["cause"] = gone["cause"])
                                       : (void)record.erase("cause");
            }
        }
    }
}

void
TraceEditor::RemoveCaused(const Words& words)
{
    const auto cause = m_records.at(Find({words.begin() + 1, words.end()}))["seq"];
    for (std::size_t i = m_records.size(); i > 0; --i)
    {
        const Json& record = m_records[i - 1];
        if (record["kind"] == words.at(0) && record.value("cause", Json()) == cause)
        {
            Remove({i - 1, i});
        }
    }
}

void
TraceEditor::Place(const Words& words, bool isWhole, bool isCopy)
{
    const auto [sentence, values] = SplitAt(words, {":"});
    const auto [what, where] = SplitAt(sentence, {"before", "after"});
    const bool isBehind = sentence.at(what.size()) == "after";
    const auto range = FindRange(what, isWhole);
    std::vector<Json> records(m_records.begin() + static_cast<std::ptrdiff_t>(range.first),
                              m_records.begin() + static_cast<std::ptrdiff_t>(range.last));
    const auto anchor = m_records.at(Find(where))["seq"];
    if (isCopy)
    {
        std::map<uint64_t, uint64_t> numbers;
        for (auto& record : records)
        {
            numbers[record["seq"]] = m_fresh;
            record["seq"] = m_fresh++;
            const auto cause = numbers.find(record.value("cause", uint64_t{0}));
            record["cause"] =
                cause == numbers.end() ? record.value("cause", uint64_t{0}) : cause->second;
        }
    }
    else
    {
        m_records.erase(m_records.begin() + static_cast<std::ptrdiff_t>(range.first),
                        m_records.begin() + static_cast<std::ptrdiff_t>(range.last));
    }
    const auto at = std::find_if(m_records.begin(), m_records.end(), [&](const Json& record) {
        return record["seq"] == anchor;
    });
    Insert(std::move(records), (at - m_records.begin()) + (isBehind ? 1 : 0), values);
}

void
TraceEditor::Insert(std::vector<Json> records, std::size_t place, const Words& values)
{
    std::vector<uint64_t> open;
    for (std::size_t i = 0; i < place; ++i)
    {
        const std::string kind = m_records[i]["kind"];
        if (kind == "call" || kind == "callback")
        {
            open.push_back(m_records[i]["seq"]);
        }
        else if (kind == "return" || kind == "callback-return")
        {
            open.pop_back();
        }
    }
    const uint64_t depth = records.front()["depth"];
    const auto& neighbor = m_records.at(place > 0 ? place - 1 : 0);
    for (auto& record : records)
    {
        record["t_ns"] = neighbor["t_ns"];
        record["depth"] = record["depth"].get<uint64_t>() - depth + open.size();
    }
    if (!open.empty())
    {
        records.front()["cause"] = open.back();
    }
    Set(records.front(), values);
    if (records.size() > 1)
    {
        Set(records.back(), values);
    }
    m_records.insert(m_records.begin() + static_cast<std::ptrdiff_t>(place),
                     records.begin(),
                     records.end());
}

void
TraceEditor::Cut(const Words& words)
{
    const auto place = static_cast<std::ptrdiff_t>(Find({words.begin() + 1, words.end()}));
    if (words.at(0) == "before")
    {
        m_records.erase(m_records.begin(), m_records.begin() + place);
    }
    else
    {
        m_records.erase(m_records.begin() + place + 1, m_records.end());
    }
}

void
TraceEditor::Renumber()
{
    std::map<uint64_t, uint64_t> numbers{{0, 0}};
    for (const auto& record : m_records)
    {
        numbers.emplace(record["seq"], numbers.size());
    }
    for (auto& record : m_records)
    {
        record["seq"] = numbers.at(record["seq"]);
        const uint64_t cause = record.value("cause", uint64_t{0});
        if (cause != 0)
        {
            record["cause"] = numbers.at(cause);
        }
        else
        {
            record.erase("cause");
        }
    }
}

std::string
TraceEditor::ToText() const
{
    std::string text = m_header + '\n';
    for (const auto& record : m_records)
    {
        text += record.dump() + '\n';
    }
    return text;
}

} // namespace mgm
} // namespace ns3
