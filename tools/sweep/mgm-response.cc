/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#include "mgm-response.h"

#include "base/mgm-input-error.h"

#include <algorithm>
#include <regex>

namespace ns3
{
namespace mgm
{

namespace
{

/// Stands for every member of an object and every element of a list.
const std::string ALL = "*";

/// The values that a pointer stands for. What does not exist is null, once for each place where it
/// should be.
void
Collect(const Json& value,
        const std::vector<std::string>& tokens,
        std::size_t next,
        std::vector<Json>& values)
{
    if (next == tokens.size())
    {
        values.push_back(value);
        return;
    }
    const auto& token = tokens[next];
    if (token == ALL && value.is_structured())
    {
        for (const auto& part : value)
        {
            Collect(part, tokens, next + 1, values);
        }
        return;
    }
    const auto* part = FindPart(value, token);
    Collect(part ? *part : Json(), tokens, next + 1, values);
}

/// What there is in a value, for messages.
std::string
ListParts(const Json& value)
{
    if (value.is_array())
    {
        return "an index below " + std::to_string(value.size()) + ", or *";
    }
    if (!value.is_object())
    {
        return "no more: it is " + ShowJson(value);
    }
    std::string names;
    for (const auto& part : value.items())
    {
        names += (names.empty() ? "one of " : ", ") + part.key();
    }
    return names.empty() ? "none: it is empty" : names;
}

/// Follows a pointer. Says where it leads nowhere and returns false if no way leads somewhere; what
/// is null or empty might.
bool
LeadsSomewhere(const Json& value,
               const std::string& place,
               const std::vector<std::string>& tokens,
               std::size_t next,
               std::string& deadEnd)
{
    if (next == tokens.size() || value.is_null())
    {
        return true;
    }
    const auto& token = tokens[next];
    if (token == ALL && value.is_structured())
    {
        bool leads = value.empty();
        for (const auto& part : value.items())
        {
            const auto there = place + '/' + part.key();
            leads = LeadsSomewhere(part.value(), there, tokens, next + 1, deadEnd) || leads;
        }
        return leads;
    }
    if (const auto* part = FindPart(value, token))
    {
        return LeadsSomewhere(*part, place + '/' + token, tokens, next + 1, deadEnd);
    }
    if (deadEnd.empty())
    {
        deadEnd = "found no " + Json(token).dump() + " in " + (place.empty() ? "/" : place) +
                  " of summary.json, expected " + ListParts(value);
    }
    return false;
}

/// Throws InputError if a value is neither a number nor missing.
void
RequireNumber(const Json& value, const std::string& origin, const std::string& text)
{
    if (!value.is_number() && !value.is_null())
    {
        throw InputError(origin + ": found " + ShowJson(value) + " at " + text +
                         " of summary.json, expected a number or a truth value");
    }
}

Json
Sum(const std::vector<Json>& values)
{
    // Whole numbers stay whole.
    const bool isWhole = std::all_of(values.begin(), values.end(), [](const Json& value) {
        return value.is_number_integer();
    });
    int64_t whole = 0;
    double sum = 0;
    for (const auto& value : values)
    {
        isWhole ? whole += value.get<int64_t>() : sum += value.get<double>();
    }
    return isWhole ? Json(whole) : Json(sum);
}

bool
IsLess(const Json& a, const Json& b)
{
    return a.get<double>() < b.get<double>();
}

Json
Apply(const std::string& function, const std::vector<Json>& values)
{
    if (function == "count")
    {
        return std::count_if(values.begin(), values.end(), [](const Json& value) {
            return !value.is_null();
        });
    }
    // What is not known makes all of it unknown.
    const bool isKnown = std::none_of(values.begin(), values.end(), [](const Json& value) {
        return value.is_null();
    });
    if (values.empty() || !isKnown)
    {
        return {};
    }
    if (function == "min")
    {
        return *std::min_element(values.begin(), values.end(), IsLess);
    }
    if (function == "max")
    {
        return *std::max_element(values.begin(), values.end(), IsLess);
    }
    const auto sum = Sum(values);
    return function == "mean" ? Json(sum.get<double>() / static_cast<double>(values.size())) : sum;
}

/// A name of the parts of a pointer that are names.
std::string
MakeName(const std::string& function, const std::vector<std::string>& tokens)
{
    auto name = function;
    for (const auto& token : tokens)
    {
        name += token == ALL ? "" : (name.empty() ? "" : ".") + token;
    }
    return name;
}

} // namespace

Response::Response(const std::string& text, const std::string& origin, const std::string& name)
    : m_text(text),
      m_origin(origin)
{
    static const std::regex FORM("(?:(sum|mean|min|max|count)\\((/.*)\\))|(/.*)");
    std::smatch parts;
    try
    {
        if (!std::regex_match(text, parts, FORM))
        {
            throw InputError(
                origin + ": found " + Json(text).dump() +
                ", expected a JSON pointer such as \"/violations\", or sum, mean, min, max or "
                "count of one, such as \"sum(/streams/*/lost)\"");
        }
        for (JsonPointer path(parts.str(2) + parts.str(3)); !path.empty(); path.pop_back())
        {
            m_tokens.insert(m_tokens.begin(), path.back());
        }
    }
    catch (const Json::exception&)
    {
        throw InputError(origin + ": found " + Json(text).dump() +
                         ", expected a JSON pointer (RFC 6901)");
    }
    m_function = parts.str(1);
    const bool hasMany = std::find(m_tokens.begin(), m_tokens.end(), ALL) != m_tokens.end();
    if (hasMany && m_function.empty())
    {
        throw InputError(origin + ": found " + Json(text).dump() +
                         ", expected a function of all values that \"*\" stands for, such as sum(" +
                         text + ")");
    }
    m_name = name.empty() ? MakeName(m_function, m_tokens) : name;
}

Json
Response::Evaluate(const Json& summary) const
{
    std::vector<Json> values;
    Collect(summary, m_tokens, 0, values);
    for (auto& value : values)
    {
        if (value.is_boolean())
        {
            value = value.get<bool>() ? 1 : 0;
        }
        else if (m_function != "count")
        {
            RequireNumber(value, m_origin, m_text);
        }
    }
    return m_function.empty() ? values.front() : Apply(m_function, values);
}

std::string
Response::FindFault(const Json& summary) const
{
    std::string deadEnd;
    if (!LeadsSomewhere(summary, "", m_tokens, 0, deadEnd))
    {
        return m_origin + ": " + deadEnd;
    }
    try
    {
        Evaluate(summary);
    }
    catch (const InputError& error)
    {
        return error.what();
    }
    return "";
}

} // namespace mgm
} // namespace ns3
